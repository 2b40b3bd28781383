using Licensing.Casework;
using Licensing.Casework.Applications;
using Licensing.Casework.Cases;
using Licensing.Casework.Decisions;
using Licensing.Casework.Documents;
using Licensing.Casework.Information;
using Licensing.Casework.Licences;
using Licensing.Casework.Returns;
using Licensing.Casework.Shipments;
using Licensing.Domain.Applications;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Api;

/// <summary>What an exporter does: drafts, submits, answers, withdraws.</summary>
public static class ExporterApi
{
    /// <param name="Version">Version of the draft that was changed.</param>
    public sealed record DraftChange(Guid? Version, ApplicationDraft? Draft);

    public sealed record Submission(Guid? Version);

    public sealed record Answered(string? Answer);

    public sealed record Withdrawal(string? Reason);

    public sealed record Appeal(string? Grounds);

    public static void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapAudience("exporter", "Exporter or importer", Role.Exporter, Role.Importer);

        api.MapGet(
                "/applications",
                (Caller who, CasesForApplicant cases, int? page, int? size, CancellationToken cancel) =>
                    cases.List(who.Acting, Audience.Page(page, size), cancel)
            )
            .WithSummary("Lists the company's drafts and cases, the latest change first.");
        api.MapPost(
                "/applications",
                (Caller who, ApplicationDraft draft, Drafts drafts, CancellationToken cancel) =>
                    drafts.Begin(who.Acting, draft, cancel)
            )
            .WithSummary("Begins an application; everything in it may be missing.")
            .IsAct();
        api.MapGet(
                "/applications/{id:guid}",
                (Guid id, Caller who, CasesForApplicant cases, CancellationToken cancel) =>
                    cases.Draft(who.Acting, id, cancel)
            )
            .WithSummary("Shows a draft and what is missing before it can be submitted.");
        api.MapPut(
                "/applications/{id:guid}",
                (Guid id, Caller who, DraftChange change, Drafts drafts, CancellationToken cancel) =>
                    drafts.Change(
                        who.Acting,
                        id,
                        change.Version ?? throw Missing("version"),
                        change.Draft ?? throw Missing("draft"),
                        cancel
                    )
            )
            .WithSummary("Replaces the draft, if nobody has saved another version since.")
            .IsAct();
        api.MapDelete(
                "/applications/{id:guid}",
                (Guid id, Caller who, Drafts drafts, CancellationToken cancel) => drafts.Discard(who.Acting, id, cancel)
            )
            .WithSummary("Discards a draft.")
            .IsAct();
        api.MapPost(
                "/applications/{id:guid}/documents",
                async (
                    Guid id,
                    Caller who,
                    IFormFile file,
                    [FromForm] string? kind,
                    [FromForm] string? number,
                    [FromForm] string? pieces,
                    [FromForm] string? netKg,
                    AttachDocument attach,
                    CancellationToken cancel
                ) =>
                    await attach.ToDraft(
                        who.Acting,
                        id,
                        (await Uploads.Read(file, kind, cancel)) with
                        {
                            States = Uploads.Stated(number, pieces, netKg),
                        },
                        cancel
                    )
            )
            .WithSummary(
                "Attaches a PDF, PNG or JPEG file to a draft; of an invoice, a packing list or a transport document also the number, pieces and net weight that it states."
            )
            .DisableAntiforgery()
            .IsAct();
        api.MapDelete(
                "/applications/{id:guid}/documents/{documentId:guid}",
                (Guid id, Guid documentId, Caller who, AttachDocument attach, CancellationToken cancel) =>
                    attach.Remove(who.Acting, id, documentId, cancel)
            )
            .WithSummary("Takes a document off a draft.")
            .IsAct();
        api.MapPost(
                "/applications/{id:guid}/submission",
                (Guid id, Caller who, Submission body, SubmitApplication submit, CancellationToken cancel) =>
                    submit.Run(who.Acting, id, body.Version ?? throw Missing("version"), cancel)
            )
            .WithSummary("Submits a complete application: it becomes a case.")
            .IsAct();
        api.MapGet(
                "/cases/{id:guid}",
                (Guid id, Caller who, CasesForApplicant cases, CancellationToken cancel) =>
                    cases.Case(who.Acting, id, cancel)
            )
            .WithSummary(
                "Shows where a case stands, who has it, what comes next, what is missing and what was decided."
            );
        api.MapPost(
                "/cases/{id:guid}/information-requests/{requestId:guid}/answer",
                (Guid id, Guid requestId, Caller who, Answered body, Inquiries inquiries, CancellationToken cancel) =>
                    inquiries.AnswerAuthority(who.Acting, id, requestId, body.Answer, cancel)
            )
            .WithSummary("Answers a request for information.")
            .IsAct();
        api.MapPost(
                "/cases/{id:guid}/withdrawal",
                (Guid id, Caller who, Withdrawal body, WithdrawApplication withdraw, CancellationToken cancel) =>
                    withdraw.Run(who.Acting, id, body.Reason, cancel)
            )
            .WithSummary("Withdraws an application before its decision.")
            .IsAct();
        api.MapPost(
                "/cases/{id:guid}/appeal",
                (Guid id, Caller who, Appeal body, Appeals appeals, CancellationToken cancel) =>
                    appeals.Lodge(who.Acting, id, body.Grounds, cancel)
            )
            .WithSummary("Appeals against a refusal, once; other officers than before have it then.")
            .IsAct();
        MapLicence(api);
    }

    private static void MapLicence(RouteGroupBuilder api)
    {
        api.MapPost(
                "/cases/{id:guid}/shipments",
                (Guid id, Caller who, ShipmentGiven body, DeclareShipment declare, CancellationToken cancel) =>
                    declare.Declare(who.Acting, id, body, cancel)
            )
            .WithSummary("Declares what is to leave under the licence, all of it or a part; customs releases it.")
            .IsAct();
        api.MapPost(
                "/cases/{id:guid}/shipments/{shipmentId:guid}/cancellation",
                (
                    Guid id,
                    Guid shipmentId,
                    Caller who,
                    Withdrawal body,
                    DeclareShipment declare,
                    CancellationToken cancel
                ) => declare.Cancel(who.Acting, id, shipmentId, body.Reason, cancel)
            )
            .WithSummary("Cancels a shipment, or what has not left of it.")
            .IsAct();
        api.MapPost(
                "/cases/{id:guid}/import-marking",
                (Guid id, Caller who, MarkingGiven body, ImportMarking marking, CancellationToken cancel) =>
                    marking.Record(who.Acting, id, body, cancel)
            )
            .WithSummary("Reports, as importer, which firearms bear the import marking.")
            .IsAct();
        api.MapPost(
                "/cases/{id:guid}/surrender",
                (Guid id, Caller who, Withdrawal body, LicenceLife life, CancellationToken cancel) =>
                    life.Surrender(who.Acting, id, body.Reason, cancel)
            )
            .WithSummary("Gives the licence back: nothing more leaves under it.")
            .IsAct();
        api.MapPost(
                "/cases/{id:guid}/change",
                (Guid id, Caller who, ChangeLicence change, CancellationToken cancel) =>
                    change.Begin(who.Acting, id, cancel)
            )
            .WithSummary(
                "Begins an application for a licence in the place of this one, with what is still to leave: for another route, other days or quantities."
            )
            .IsAct();
    }

    private static Casework.Acts.MalformedException Missing(string field) => new(field, $"Give the {field}.");
}
