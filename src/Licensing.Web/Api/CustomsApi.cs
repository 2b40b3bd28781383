using Licensing.Casework;
using Licensing.Casework.Returns;
using Licensing.Casework.Shipments;
using Licensing.Web.SignIn;

namespace Licensing.Web.Api;

/// <summary>What a customs officer does: looks a licence up, asks whether goods may leave now, releases them and lets them leave, holds or
/// seizes them, and reports what comes from other States.</summary>
public static class CustomsApi
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapAudience("customs", "Customs", Role.CustomsOfficer);
        api.MapGet(
                "/shipments",
                (Caller who, ShipmentsForCustoms shipments, int? page, int? size, CancellationToken cancel) =>
                    shipments.List(who.Acting, Audience.Page(page, size), cancel)
            )
            .WithSummary("Lists what waits at the posts of this State and what is on its way to it or through it.");
        api.MapGet(
                "/licences",
                (Caller who, ShipmentsForCustoms shipments, string? number, CancellationToken cancel) =>
                    shipments.Licence(who.Acting, number, cancel)
            )
            .WithSummary("Looks a licence up by its number, or by that of a shipment under it.");
        api.MapGet(
                "/shipments/{id:guid}",
                (Guid id, Caller who, ShipmentsForCustoms shipments, CancellationToken cancel) =>
                    shipments.Shipment(who.Acting, id, cancel)
            )
            .WithSummary("May this leave now? The licence and one shipment with every finding of today.");
        api.MapGet(
                "/authorisations",
                (Caller who, StaysForCustoms stays, string? number, CancellationToken cancel) =>
                    stays.Authorisation(who.Acting, number, cancel)
            )
            .WithSummary("Looks an import authorisation of this State up by its number.");
        api.MapPost(
                "/cases/{id:guid}/entries",
                (Guid id, Caller who, GoodsSeenGiven body, RecordReturn record, CancellationToken cancel) =>
                    record.CameIn(who.Acting, id, body, cancel)
            )
            .WithSummary("Records what comes in under an import authorisation of this State, for good or for a while.")
            .IsAct();
        api.MapPost(
                "/cases/{id:guid}/returns",
                (Guid id, Caller who, GoodsSeenGiven body, RecordReturn record, CancellationToken cancel) =>
                    record.Back(who.Acting, id, body, cancel)
            )
            .WithSummary(
                "Records what comes back of goods that went for a while, or leaves again of those that came in for a while."
            )
            .IsAct();
        api.MapPost(
                "/shipments/{id:guid}/release",
                (Guid id, Caller who, ReleaseGiven body, AtThePost post, CancellationToken cancel) =>
                    post.Release(who.Acting, id, body, cancel)
            )
            .WithSummary("Releases a declared shipment, if Article 10 permits it now.")
            .IsAct();
        api.MapPost(
                "/shipments/{id:guid}/exits",
                (Guid id, Caller who, ExitGiven body, AtThePost post, CancellationToken cancel) =>
                    post.RecordExit(who.Acting, id, body, cancel)
            )
            .WithSummary("Records what leaves now of a released shipment, with its serial numbers.")
            .IsAct();
        api.MapPost(
                "/shipments/{id:guid}/hold",
                (Guid id, Caller who, HoldGiven body, AtThePost post, CancellationToken cancel) =>
                    post.Hold(who.Acting, id, body, cancel)
            )
            .WithSummary("Holds a shipment; the licensing authority is told at once.")
            .IsAct();
        api.MapPost(
                "/shipments/{id:guid}/seizure",
                (Guid id, Caller who, HoldGiven body, AtThePost post, CancellationToken cancel) =>
                    post.Seize(who.Acting, id, body, cancel)
            )
            .WithSummary("Seizes what has not left of a shipment.")
            .IsAct();
        api.MapPost(
                "/shipments/{id:guid}/movements",
                (Guid id, Caller who, MovementGiven body, ReportMovement report, CancellationToken cancel) =>
                    report.Run(who.Acting, id, body, cancel)
            )
            .WithSummary(
                "Reports, for customs of a transit State or of the importing State, an entry, an exit, a hold, a seizure or a change of route."
            )
            .IsAct();
    }
}
