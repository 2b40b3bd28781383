using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Notices;
using Licensing.Casework.Procedures;
using Licensing.Casework.Screening;
using Licensing.Casework.Steps;
using Licensing.Casework.Storage;
using Licensing.Domain.Licences;
using Licensing.Domain.Shipments;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Shipments;

/// <summary>A release as an officer at the post gives it.</summary>
/// <param name="ConditionsMet">The conditions of the licence that the officer has seen to be met, word for word.</param>
/// <param name="Post">The customs post; the declared one when left out.</param>
public sealed record ReleaseGiven(IReadOnlyList<string>? ConditionsMet, string? Post);

/// <summary>Goods that leave now.</summary>
/// <param name="Last">Nothing more will leave under this shipment.</param>
public sealed record ExitGiven(IReadOnlyList<ShippedLineGiven>? Lines, string? Post, bool Last = false);

/// <param name="Post">The customs post; the declared one when left out.</param>
public sealed record HoldGiven(string? Reason, string? Post);

/// <summary>What customs of the exporting State does with a shipment: releases it, lets it leave, holds it, seizes it.</summary>
public sealed class AtThePost(ActRunner acts, IProcedures procedures, ScreenCase screen)
{
    /// <summary>The gate of Article 10 once more, on the goods, serial numbers, route and days as they are now.</summary>
    /// <exception cref="NotPermittedException">It is not met. Nothing was done.</exception>
    public Task<CaseReceipt> Release(Acting acting, Guid shipmentId, ReleaseGiven given, CancellationToken cancel) =>
        screen.KeepIfRefused(
            acting,
            () =>
                acts.Run(
                    acting,
                    "release a shipment",
                    new { shipmentId, given },
                    async act =>
                    {
                        var (file, shipment) = await Find(act, shipmentId);
                        var post = Post(given.Post, shipment);
                        file.RequirePermitted(CaseActs.ReleaseShipment);
                        if (shipment.Status != ShipmentStatus.Declared)
                            throw new ChangedException(
                                $"Shipment {shipment.Number} is {Words.Of(shipment.Status)} already."
                            );
                        var met = given.ConditionsMet ?? [];
                        HoldTheGround(act, file);
                        await ScreenCase.IfAsked(act, file);
                        ReleaseGate.Release(file, shipment, met, acting.Today);
                        (shipment.Status, shipment.ReleasedBy, shipment.ReleasedAt, shipment.ReleasedAtPost) = (
                            ShipmentStatus.Released,
                            acting.PersonId,
                            act.Now,
                            post
                        );
                        shipment.ConditionsMet = [.. ReleaseGate.Conditions(file, shipment).Where(met.Contains)];
                        act.Audit(new ShipmentReleased(shipment.Number, post, shipment.ConditionsMet));
                        await Tell.Applicant(act, file.Case, "A shipment has been released");
                        return CaseReceipt.Of(file, shipment.Id);
                    },
                    cancel
                ),
            async act => (await Find(act, shipmentId)).Item1,
            cancel
        );

    /// <summary>Lets goods leave that were released, all of them or some, and looks at the law again as of today.</summary>
    /// <exception cref="NotPermittedException">It is not met now. Nothing was done.</exception>
    public Task<CaseReceipt> RecordExit(Acting acting, Guid shipmentId, ExitGiven given, CancellationToken cancel) =>
        screen.KeepIfRefused(
            acting,
            () =>
                acts.Run(
                    acting,
                    "record the exit of goods",
                    new { shipmentId, given },
                    async act =>
                    {
                        var (file, shipment) = await Find(act, shipmentId);
                        var problems = new Problems();
                        var lines = ShippedLineGiven.Read(given.Lines ?? [], file.Consignment.Lines, problems);
                        problems.ThrowIfAny();
                        var post = Post(given.Post, shipment);
                        file.RequirePermitted(CaseActs.RecordExit);
                        if (shipment.Status != ShipmentStatus.Released)
                            throw new ChangedException(
                                $"Shipment {shipment.Number} is {Words.Of(shipment.Status)}: only what has been released can leave."
                            );
                        HoldTheGround(act, file);
                        await ScreenCase.IfAsked(act, file);
                        var release = ReleaseGate.Leave(file, shipment, lines, acting.Today);
                        await Departures.Add(act, file, shipment, release, post);
                        if (ReleaseGate.Released(file, shipment).Count == 0)
                            await Departures.End(act, file, shipment, null);
                        else if (given.Last)
                            await Departures.End(
                                act,
                                file,
                                shipment,
                                "Customs recorded that nothing more leaves with it."
                            );
                        await Departures.Exhaust(act, file, procedures, shipment);
                        return CaseReceipt.Of(file, shipment.Id);
                    },
                    cancel
                ),
            async act => (await Find(act, shipmentId)).Item1,
            cancel
        );

    /// <summary>Stops a shipment. The licensing authority is told at once and answers within the profile's period; its silence lifts
    /// nothing.</summary>
    public Task<CaseReceipt> Hold(Acting acting, Guid shipmentId, HoldGiven given, CancellationToken cancel) =>
        acts.Run(
            acting,
            "hold a shipment",
            new { shipmentId, given },
            async act =>
            {
                var (file, shipment, reason, post) = await Stopping(act, shipmentId, given);
                if (file.IsHeld(shipment))
                    throw new RefusedException(
                        "already-held",
                        $"Shipment {shipment.Number} is held already.",
                        "Wait for the answer of the licensing authority, or seize the goods."
                    );
                if (!file.Licence!.IsOpen)
                    throw new RefusedException(
                        "licence-ended",
                        $"Licence {file.Licence.Number} is {Words.Of(file.Licence.Status)}: nothing leaves under it.",
                        "If the goods are to be taken, seize them."
                    );
                var last = Deadlines.LastDay(act, file, file.Profile.Periods.CustomsHoldOrUsual);
                var hold = Place(act, file, shipment, reason, post, last);
                Deadlines.Set(act, file, DueKind.CustomsHold, last, 0, hold.Id);
                act.Audit(new ShipmentHeld(shipment.Number, post, reason, last));
                await Tell.Officers(act, file.Case, "Customs holds a shipment");
                await Tell.Applicant(act, file.Case, "Customs holds a shipment");
                return CaseReceipt.Of(file, hold.Id);
            },
            cancel
        );

    /// <summary>Takes what has not left out of the exporter's hands.</summary>
    public Task<CaseReceipt> Seize(Acting acting, Guid shipmentId, HoldGiven given, CancellationToken cancel) =>
        acts.Run(
            acting,
            "seize a shipment",
            new { shipmentId, given },
            async act =>
            {
                var (file, shipment, reason, post) = await Stopping(act, shipmentId, given);
                Departures.ForgetHolds(act, file, shipment, "The goods were seized.");
                var seizure = Place(act, file, shipment, reason, post, null);
                shipment.Status = ShipmentStatus.Seized;
                shipment.EndedBecause = "Customs seized the goods.";
                act.Audit(new ShipmentSeized(shipment.Number, post, reason));
                if (ReleaseGate.Gone(file, shipment).Count > 0)
                    await Receipts.Ask(act, file, shipment);
                await procedures.Deliver(act, file, new ShipmentChanged());
                await Tell.Officers(act, file.Case, "Customs has seized a shipment");
                await Tell.Applicant(act, file.Case, "Customs has seized a shipment");
                return CaseReceipt.Of(file, seizure.Id);
            },
            cancel
        );

    private static async Task<(CaseFile, Shipment, string, string)> Stopping(Act act, Guid shipmentId, HoldGiven given)
    {
        var (file, shipment) = await Find(act, shipmentId);
        var reason = Problems.Reason(given.Reason);
        file.RequirePermitted(CaseActs.HoldShipment);
        return shipment.Status is ShipmentStatus.Declared or ShipmentStatus.Released
            ? (file, shipment, reason, Post(given.Post, shipment))
            : throw new ChangedException(
                $"Shipment {shipment.Number} is {Words.Of(shipment.Status)}: there is nothing here to stop."
            );
    }

    private static ShipmentHold Place(
        Act act,
        CaseFile file,
        Shipment shipment,
        string because,
        string post,
        DateOnly? lastDay
    )
    {
        var hold = new ShipmentHold
        {
            Id = Guid.CreateVersion7(act.Now),
            ShipmentId = shipment.Id,
            CaseId = file.Case.Id,
            IsSeizure = lastDay is null,
            Because = because,
            Post = post,
            By = act.Acting.PersonId,
            At = act.Now,
            LastDay = lastDay,
        };
        act.Db.ShipmentHolds.Add(hold);
        file.Holds.Add(hold);
        return hold;
    }

    private static string Post(string? given, Shipment shipment)
    {
        var post = string.IsNullOrWhiteSpace(given) ? shipment.Declaration.ExitPost : given.Trim();
        return post.Length <= 200
            ? post
            : throw new MalformedException("post", "This is longer than 200 characters: shorten it.");
    }

    // The ground that the gate has read must still be there at the commit: statements on the authorisations, the exporter's entry, the
    // records of the State. The case itself is moved by every act on it.
    private static void HoldTheGround(Act act, CaseFile file)
    {
        file.RequireNoRefusalOnTheDesk();
        foreach (var anchor in file.Anchors)
            act.Db.MustStillBe(anchor);
        act.Db.MustStillBe(file.Company);
        act.Db.MustStillBe(file.State);
        Decisions.Issuing.HoldAncestors(act, file);
    }

    private static async Task<(CaseFile, Shipment)> Find(Act act, Guid shipmentId)
    {
        act.Acting.Require(Role.CustomsOfficer);
        var caseId = await act
            .Db.Shipments.Where(s => s.Id == shipmentId)
            .Select(s => (Guid?)s.CaseId)
            .SingleOrDefaultAsync(act.Cancel);
        var file = caseId is { } id ? await CaseFile.Find(act.Db, id, act.Cancel) : null;
        if (file is null || file.Case.ExportingState != act.Acting.State)
            throw new NotFoundException("shipment");
        act.About(file.Case);
        return (file, file.Shipment(shipmentId));
    }
}
