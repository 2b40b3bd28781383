using Licensing.Casework;
using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Clearances;
using Licensing.Casework.Decisions;
using Licensing.Casework.Documents;
using Licensing.Casework.Information;
using Licensing.Casework.Licences;
using Licensing.Casework.Registers;
using Licensing.Casework.Returns;
using Licensing.Casework.Screening;
using Licensing.Casework.Shipments;
using Licensing.Casework.Storage;
using Licensing.Casework.Transits;
using Licensing.Domain.Licences;
using Licensing.Web.SignIn;

namespace Licensing.Web.Api;

/// <summary>What a licensing officer does with the cases of the own State.</summary>
public static class OfficerApi
{
    public sealed record Asked(string? Question, DateOnly? LastDay);

    public sealed record ReferralGiven(string? Agency, string? Question, DateOnly? LastDay);

    public sealed record AdviceGiven(AdviceOutcome? Outcome, string? Text);

    public sealed record WithReason(string? Reason);

    public sealed record Asking(Whom? Whom, string? Reason);

    public sealed record Ending(DateOnly? LastDay, string? Reason);

    public sealed record Seeing(Guid? Seen);

    public sealed record Returning(Guid? Seen, string? Reason);

    public sealed record Remarked(string? Remark);

    public sealed record Questioned(string? Question);

    public sealed record Answered(string? Answer);

    public sealed record GivingAnswer(Guid? Seen, string? Note);

    public static void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapAudience("officer", "Officer", Role.LicensingOfficer, Role.SeniorOfficer);
        MapReading(api);
        MapInquiries(api);
        MapRecording(api);
        MapRegisters(api);
        MapDeciding(api);
        MapLinks(api);
        MapLicence(api);
        MapTransit(api);
    }

    private static void MapTransit(RouteGroupBuilder api)
    {
        api.MapGet(
                "/transit/{id:guid}",
                (Guid id, Caller who, TransitCasesForOfficer cases, CancellationToken cancel) =>
                    cases.Case(who.Acting, id, cancel)
            )
            .WithSummary("Shows the case of a transit: what another State asks, and what this one has answered.");
        api.MapPost(
                "/transit/{id:guid}/acknowledgement",
                (Guid id, Caller who, Remarked body, AnswerFromCase answer, CancellationToken cancel) =>
                    answer.Acknowledge(who.Acting, id, body.Remark, cancel)
            )
            .WithSummary("Tells the exporting State that its request has arrived. This is not a notice.")
            .IsAct();
        api.MapPost(
                "/transit/{id:guid}/questions",
                (Guid id, Caller who, Questioned body, TransitQuestions questions, CancellationToken cancel) =>
                    questions.Ask(who.Acting, id, body.Question, cancel)
            )
            .WithSummary(
                "Asks the exporting State something before the answer. Where silence counts under its law, it keeps it from counting."
            )
            .IsAct();
        api.MapPost(
                "/transit/{id:guid}/recommendation",
                (
                    Guid id,
                    Caller who,
                    NoticeRecommendationGiven body,
                    RecommendNotice recommend,
                    CancellationToken cancel
                ) => recommend.Run(who.Acting, id, body, cancel)
            )
            .WithSummary(
                "Recommends to a second officer a notice of no objection, or an objection, as it is to be given."
            )
            .IsAct();
        api.MapPost(
                "/transit/{id:guid}/decision",
                (Guid id, Caller who, GivingAnswer body, DecideNotice decide, CancellationToken cancel) =>
                    decide.Run(who.Acting, id, body.Seen, body.Note, cancel)
            )
            .WithSummary("Gives, as senior officer, the answer that another officer has recommended.")
            .IsAct();
        api.MapPost(
                "/transit/{id:guid}/withdrawal",
                (Guid id, Caller who, WithReason body, AnswerFromCase answer, CancellationToken cancel) =>
                    answer.Withdraw(who.Acting, id, body.Reason, cancel)
            )
            .WithSummary("Withdraws the notice of no objection; a licence that rests on it is suspended at once.")
            .IsAct();
        api.MapPost(
                "/cases/{id:guid}/transit-questions/{questionId:guid}/answer",
                (
                    Guid id,
                    Guid questionId,
                    Caller who,
                    Answered body,
                    TransitQuestions questions,
                    CancellationToken cancel
                ) => questions.Answer(who.Acting, id, questionId, body.Answer, cancel)
            )
            .WithSummary("Answers, for the exporting State, the question of a transit State.")
            .IsAct();
    }

    private static void MapLicence(RouteGroupBuilder api)
    {
        api.MapPost(
                "/cases/{id:guid}/suspension",
                (Guid id, Caller who, WithReason body, LicenceLife life, CancellationToken cancel) =>
                    life.Suspend(who.Acting, id, body.Reason, cancel)
            )
            .WithSummary(
                "Suspends the licence at once, and calls back what is on its way. The applicant reads the reason."
            )
            .IsAct();
        api.MapPost(
                "/cases/{id:guid}/reinstatement-proposal",
                (Guid id, Caller who, WithReason body, LicenceLife life, CancellationToken cancel) =>
                    life.ProposeReinstatement(who.Acting, id, body.Reason, cancel)
            )
            .WithSummary("Proposes to a second officer to reinstate a suspended licence.")
            .IsAct();
        api.MapPost(
                "/cases/{id:guid}/reinstatement",
                (Guid id, Caller who, Seeing body, LicenceLife life, CancellationToken cancel) =>
                    life.Reinstate(who.Acting, id, body.Seen, cancel)
            )
            .WithSummary(
                "Reinstates, as senior officer, what another has proposed, if what the licence rests on holds again."
            )
            .IsAct();
        api.MapPost(
                "/cases/{id:guid}/revocation",
                (Guid id, Caller who, Returning body, LicenceLife life, CancellationToken cancel) =>
                    life.Revoke(who.Acting, id, body.Seen, body.Reason, cancel)
            )
            .WithSummary("Revokes the licence for good, as senior officer. The applicant reads the reason.")
            .IsAct();
        api.MapPost(
                "/cases/{id:guid}/shipments/{shipmentId:guid}/recall-lifting-proposal",
                (Guid id, Guid shipmentId, Caller who, WithReason body, LiftRecall lift, CancellationToken cancel) =>
                    lift.Propose(who.Acting, id, shipmentId, body.Reason, cancel)
            )
            .WithSummary("Proposes to let a shipment go on that was called back.")
            .IsAct();
        api.MapPost(
                "/cases/{id:guid}/shipments/{shipmentId:guid}/recall-lifting",
                (Guid id, Guid shipmentId, Caller who, Seeing body, LiftRecall lift, CancellationToken cancel) =>
                    lift.Run(who.Acting, id, shipmentId, body.Seen, cancel)
            )
            .WithSummary("Lifts a recall, as second and senior officer, if what the shipment rests on holds again.")
            .IsAct();
        api.MapPost(
                "/cases/{id:guid}/holds/{holdId:guid}/lifting",
                (Guid id, Guid holdId, Caller who, WithReason body, LiftHold lift, CancellationToken cancel) =>
                    lift.Run(who.Acting, id, holdId, body.Reason, cancel)
            )
            .WithSummary("Answers a hold by customs: lifts it, with a reason.")
            .IsAct();
        api.MapPost(
                "/cases/{id:guid}/accounted-goods",
                (Guid id, Caller who, AccountGiven body, AccountForGoods account, CancellationToken cancel) =>
                    account.Run(who.Acting, id, body, cancel)
            )
            .WithSummary(
                "Accounts for goods that do not come back: a lawful end with its evidence, or, as senior officer, what else has become of them."
            )
            .IsAct();
        api.MapPost(
                "/cases/{id:guid}/import-marking/waiver",
                (Guid id, Caller who, MarkingWaiverGiven body, ImportMarking marking, CancellationToken cancel) =>
                    marking.Waive(who.Acting, id, body, cancel)
            )
            .WithSummary("Finds, as senior officer, that imported firearms need not bear the import marking.")
            .IsAct();
        api.MapPost(
                "/cases/{id:guid}/return-extension",
                (Guid id, Caller who, ReturnExtensionGiven body, ExtendReturn extend, CancellationToken cancel) =>
                    extend.Run(who.Acting, id, body, cancel)
            )
            .WithSummary("Extends, as senior officer and once, the time for the return of goods that went for a while.")
            .IsAct();
        api.MapPost(
                "/cases/{id:guid}/shipments/{shipmentId:guid}/settlement",
                (
                    Guid id,
                    Guid shipmentId,
                    Caller who,
                    SettlementGiven body,
                    SettleShipment settle,
                    CancellationToken cancel
                ) => settle.Run(who.Acting, id, shipmentId, body, cancel)
            )
            .WithSummary("Settles, as senior officer, a shipment whose receipt has not been confirmed as it left.")
            .IsAct();
    }

    private static void MapReading(RouteGroupBuilder api)
    {
        api.MapGet(
                "/cases",
                (
                    Caller who,
                    CasesForOfficer cases,
                    string? status,
                    bool? decision,
                    string? text,
                    string? desk,
                    string? kind,
                    int? page,
                    int? size,
                    CancellationToken cancel
                ) =>
                    cases.List(
                        who.Acting,
                        new CaseFilter(
                            Audience.Word<CaseStatus>("status", status),
                            decision,
                            text,
                            Audience.Word<Desk>("desk", desk),
                            Audience.Word<LicenceKind>("kind", kind)
                        ),
                        Audience.Page(page, size),
                        cancel
                    )
            )
            .WithSummary(
                "Lists the State's cases, the oldest first; by kind, status, desk, or a part of number or reference."
            );
        api.MapGet(
                "/cases/{id:guid}",
                (Guid id, Caller who, CasesForOfficer cases, CancellationToken cancel) =>
                    cases.Case(who.Acting, id, cancel)
            )
            .WithSummary("Shows an export or import case with every finding of the law as of today.");
        api.MapGet(
                "/cases/{id:guid}/history",
                (Guid id, Caller who, HistoryForAuditor history, int? page, int? size, CancellationToken cancel) =>
                    history.OfCase(who.Acting, id, Audience.Page(page, size), cancel)
            )
            .WithSummary("Shows the history of a case as sentences.");
        api.MapPost(
                "/cases/{id:guid}/documents",
                async (
                    Guid id,
                    Caller who,
                    IFormFile file,
                    [Microsoft.AspNetCore.Mvc.FromForm] string? kind,
                    AttachDocument attach,
                    CancellationToken cancel
                ) => await attach.ToCase(who.Acting, id, await Uploads.Read(file, kind, cancel), cancel)
            )
            .WithSummary("Attaches a document of the authority to a case, such as the original of an answer.")
            .DisableAntiforgery()
            .IsAct();
    }

    private static void MapInquiries(RouteGroupBuilder api)
    {
        api.MapPost(
                "/cases/{id:guid}/information-requests",
                (Guid id, Caller who, Asked body, Inquiries inquiries, CancellationToken cancel) =>
                    inquiries.AskApplicant(who.Acting, id, body.Question, body.LastDay, cancel)
            )
            .WithSummary("Asks the applicant for information; the clock stops until the answer.")
            .IsAct();
        api.MapPost(
                "/cases/{id:guid}/extension",
                (Guid id, Caller who, WithReason body, ExtendDecision extend, CancellationToken cancel) =>
                    extend.Run(who.Acting, id, body.Reason, cancel)
            )
            .WithSummary("Extends the legal period for the decision, once, where the policy profile allows it.")
            .IsAct();
        api.MapPost(
                "/cases/{id:guid}/amendment",
                (Guid id, Caller who, AmendmentGiven body, AmendAuthorisation amend, CancellationToken cancel) =>
                    amend.Propose(who.Acting, id, body, cancel)
            )
            .WithSummary("Proposes another last day or other quantities of an import authorisation.")
            .IsAct();
        api.MapPost(
                "/cases/{id:guid}/amendment/confirmation",
                (Guid id, Caller who, Seeing body, AmendAuthorisation amend, CancellationToken cancel) =>
                    amend.Confirm(who.Acting, id, body.Seen, cancel)
            )
            .WithSummary(
                "Confirms the proposed amendment, as a second, senior officer; the exporting States are told at once."
            )
            .IsAct();
        api.MapPost(
                "/cases/{id:guid}/reopening",
                (Guid id, Caller who, WithReason body, Appeals appeals, CancellationToken cancel) =>
                    appeals.Reopen(who.Acting, id, body.Reason, cancel)
            )
            .WithSummary(
                "Reopens a refused case of the authority's own motion, while an appeal is possible; of a transit, after an objection."
            )
            .IsAct();
        api.MapPost(
                "/cases/{id:guid}/referrals",
                (Guid id, Caller who, ReferralGiven body, Inquiries inquiries, CancellationToken cancel) =>
                    inquiries.Refer(who.Acting, id, body.Agency, body.Question, body.LastDay, cancel)
            )
            .WithSummary("Refers the case to another agency, with a last day for its advice.")
            .IsAct();
        api.MapPost(
                "/cases/{id:guid}/referrals/{referralId:guid}/advice",
                (
                    Guid id,
                    Guid referralId,
                    Caller who,
                    AdviceGiven body,
                    Inquiries inquiries,
                    CancellationToken cancel
                ) => inquiries.RecordAdvice(who.Acting, id, referralId, body.Outcome, body.Text, cancel)
            )
            .WithSummary("Records the advice of an agency.")
            .IsAct();
    }

    private static void MapRecording(RouteGroupBuilder api)
    {
        api.MapPost(
                "/cases/{id:guid}/recorded-answers",
                (Guid id, Caller who, AnswerFromDocument body, RecordAnswer record, CancellationToken cancel) =>
                    record.Record(who.Acting, id, body, cancel)
            )
            .WithSummary("Records a State's answer from a document; it counts once a second officer has confirmed it.")
            .IsAct();
        api.MapPost(
                "/cases/{id:guid}/recorded-answers/{recordedId:guid}/confirmation",
                (Guid id, Guid recordedId, Caller who, RecordAnswer record, CancellationToken cancel) =>
                    record.Confirm(who.Acting, id, recordedId, cancel)
            )
            .WithSummary("Confirms, as second officer, an answer that another has recorded.")
            .IsAct();
        api.MapPost(
                "/cases/{id:guid}/recorded-answers/{recordedId:guid}/rejection",
                (
                    Guid id,
                    Guid recordedId,
                    Caller who,
                    WithReason body,
                    RecordAnswer record,
                    CancellationToken cancel
                ) => record.Reject(who.Acting, id, recordedId, body.Reason, cancel)
            )
            .WithSummary("Rejects a recorded answer that does not agree with its original.")
            .IsAct();
        api.MapPost(
                "/arrangements",
                (Caller who, ArrangementGiven body, Arrangements arrangements, CancellationToken cancel) =>
                    arrangements.Record(who.Acting, body, cancel)
            )
            .WithSummary("Records a landlocked arrangement; it counts once a second officer has confirmed it.")
            .IsAct();
        api.MapGet(
                "/arrangements",
                (Caller who, ArrangementsOnFile arrangements, int? page, int? size, CancellationToken cancel) =>
                    arrangements.List(who.Acting, Audience.Page(page, size), cancel)
            )
            .WithSummary("Lists the landlocked arrangements on record.");
        api.MapPost(
                "/arrangements/{id:guid}/confirmation",
                (Guid id, Caller who, Arrangements arrangements, CancellationToken cancel) =>
                    arrangements.Confirm(who.Acting, id, cancel)
            )
            .WithSummary("Confirms, as second officer, a landlocked arrangement.")
            .IsAct();
        api.MapPost(
                "/arrangements/{id:guid}/end",
                (Guid id, Caller who, Ending body, Arrangements arrangements, CancellationToken cancel) =>
                    arrangements.End(who.Acting, id, body.LastDay, body.Reason, cancel)
            )
            .WithSummary("Ends a landlocked arrangement, or rejects one that has not been confirmed.")
            .IsAct();
    }

    private static void MapRegisters(RouteGroupBuilder api)
    {
        api.MapGet(
                "/registers",
                (
                    Caller who,
                    RegistersOnFile registers,
                    string? register,
                    string? about,
                    int? page,
                    int? size,
                    CancellationToken cancel
                ) => registers.List(who.Acting, register, about, Audience.Page(page, size), cancel)
            )
            .WithSummary("Lists the entries of the registers that the screening reads, the latest first.");
        api.MapPost(
                "/registers/{register}",
                (string register, Caller who, EntryGiven body, KeepRegisters registers, CancellationToken cancel) =>
                    registers.Record(who.Acting, register, body, cancel)
            )
            .WithSummary(
                "Records an entry of a register. One that replaces another, of a party or of the facts of a case counts once a second officer has confirmed it."
            )
            .IsAct();
        api.MapPost(
                "/registers/entries/{id:guid}/confirmation",
                (Guid id, Caller who, KeepRegisters registers, CancellationToken cancel) =>
                    registers.Confirm(who.Acting, id, cancel)
            )
            .WithSummary("Confirms, as second officer, an entry of a register or the end of one.")
            .IsAct();
        api.MapPost(
                "/registers/entries/{id:guid}/end",
                (Guid id, Caller who, WithReason body, KeepRegisters registers, CancellationToken cancel) =>
                    registers.ProposeEnd(who.Acting, id, body.Reason, cancel)
            )
            .WithSummary("Proposes to end an entry, or rejects one that nobody has confirmed.")
            .IsAct();
        api.MapPost(
                "/registers/entries/{id:guid}/continuation",
                (Guid id, Caller who, KeepRegisters registers, CancellationToken cancel) =>
                    registers.KeepOn(who.Acting, id, cancel)
            )
            .WithSummary("Keeps an entry whose end was proposed.")
            .IsAct();
    }

    private static void MapLinks(RouteGroupBuilder api)
    {
        api.MapGet(
                "/cases/{id:guid}/links",
                (Guid id, Caller who, RefutedLinks links, CancellationToken cancel) =>
                    links.OfCase(who.Acting, id, cancel)
            )
            .WithSummary(
                "Shows who is linked to whom around the case, as its last screening saw it, refuted links too; null where it was not screened."
            );
        api.MapPost(
                "/cases/{id:guid}/refuted-links",
                (Guid id, Caller who, RefutationGiven body, RefuteLink refute, CancellationToken cancel) =>
                    refute.Refute(who.Acting, id, body, cancel)
            )
            .WithSummary(
                "Refutes a link that the last screening of the case shows; it counts, in every case of the State, once a second, senior officer has confirmed it."
            )
            .IsAct();
        api.MapGet(
                "/refuted-links",
                (Caller who, RefutedLinks links, int? page, int? size, CancellationToken cancel) =>
                    links.List(who.Acting, Audience.Page(page, size), cancel)
            )
            .WithSummary("Lists the refuted links of the State, the latest first.");
        api.MapPost(
                "/refuted-links/{id:guid}/confirmation",
                (Guid id, Caller who, RefuteLink refute, CancellationToken cancel) =>
                    refute.Confirm(who.Acting, id, cancel)
            )
            .WithSummary("Confirms, as a second, senior officer, that a link is refuted; its case is screened anew.")
            .IsAct();
        api.MapPost(
                "/refuted-links/{id:guid}/end",
                (Guid id, Caller who, WithReason body, RefuteLink refute, CancellationToken cancel) =>
                    refute.TakeBack(who.Acting, id, body.Reason, cancel)
            )
            .WithSummary("Takes back that a link is refuted, at once, or rejects what has not been confirmed.")
            .IsAct();
    }

    private static void MapDeciding(RouteGroupBuilder api)
    {
        api.MapPost(
                "/cases/{id:guid}/requests",
                (Guid id, Caller who, Asking body, AskAgain ask, CancellationToken cancel) =>
                    ask.Run(who.Acting, id, body.Whom, body.Reason, cancel)
            )
            .WithSummary("Asks the importing State, or the transit States, once more.")
            .IsAct();
        api.MapPost(
                "/backtest",
                (System.Text.Json.JsonElement body, Caller who, BackTest test, CancellationToken cancel) =>
                    test.Run(who.Acting, body.GetRawText(), cancel)
            )
            .WithSummary(
                "Replays a candidate rule set over the State's past decisions, as senior officer: flags gained and lost, other bands, alert load. It changes nothing."
            );
        api.MapPost(
                "/cases/{id:guid}/screening",
                (Guid id, Caller who, ScreenCase screen, CancellationToken cancel) =>
                    screen.Again(who.Acting, id, cancel)
            )
            .WithSummary("Screens the case for diversion risk with the rule set, lists and history of today.")
            .IsAct();
        api.MapPost(
                "/cases/{id:guid}/flags",
                (Guid id, Caller who, DispositionGiven body, DisposeOfFlag dispose, CancellationToken cancel) =>
                    dispose.Record(who.Acting, id, body, cancel)
            )
            .WithSummary("Records what was made of a flag of the screening.")
            .IsAct();
        api.MapPost(
                "/cases/{id:guid}/flags/{dispositionId:guid}/clearance",
                (Guid id, Guid dispositionId, Caller who, DisposeOfFlag dispose, CancellationToken cancel) =>
                    dispose.Clear(who.Acting, id, dispositionId, cancel)
            )
            .WithSummary("Agrees, as second officer in the role that the rule names, to what was made of a flag.")
            .IsAct();
        api.MapPost(
                "/cases/{id:guid}/recommendation",
                (
                    Guid id,
                    Caller who,
                    RecommendationGivenBy body,
                    RecommendDecision recommend,
                    CancellationToken cancel
                ) => recommend.Run(who.Acting, id, body, cancel)
            )
            .WithSummary("Recommends a decision to a second officer.")
            .IsAct();
        api.MapPost(
                "/cases/{id:guid}/decision",
                (Guid id, Caller who, DecisionGiven body, DecideCase decide, CancellationToken cancel) =>
                    decide.Decide(who.Acting, id, body, cancel)
            )
            .WithSummary(
                "Decides, as senior officer, what another officer has recommended. A grant issues the licence."
            )
            .IsAct();
        api.MapPost(
                "/cases/{id:guid}/return",
                (Guid id, Caller who, Returning body, DecideCase decide, CancellationToken cancel) =>
                    decide.Return(who.Acting, id, body.Seen, body.Reason, cancel)
            )
            .WithSummary("Returns a case, of a transit as well, for another recommendation.")
            .IsAct();
    }
}
