using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Decisions;
using Licensing.Casework.Notices;
using Licensing.Casework.Procedures;
using Licensing.Casework.Storage;
using Licensing.Domain.Licences;

namespace Licensing.Casework.Shipments;

/// <summary>Two officers let a shipment go on that was called back, where the ground that gave way holds again. A reinstated licence does that
/// by itself; this is for one that has ended meanwhile, or was never suspended.</summary>
public sealed class LiftRecall(ActRunner acts)
{
    /// <summary>One officer would let it go on; a second, senior one decides.</summary>
    public Task<CaseReceipt> Propose(
        Acting acting,
        Guid caseId,
        Guid shipmentId,
        string? because,
        CancellationToken cancel
    ) =>
        acts.Run(
            acting,
            "propose to lift a recall",
            new
            {
                caseId,
                shipmentId,
                because,
            },
            async act =>
            {
                var file = await CaseFile.OpenForOfficer(act, caseId);
                var shipment = file.Shipment(shipmentId);
                var reason = Problems.Reason(because);
                RequirePossible(file, shipment);
                (shipment.RecallLiftBy, shipment.RecallLiftBecause) = (acting.PersonId, reason);
                Act.Touch(file.Case);
                act.Audit(new RecallLiftProposed(shipment.Number, reason));
                await Tell.Officers(act, file.Case, "It is proposed to let a shipment go on");
                return CaseReceipt.Of(file, shipment.Id);
            },
            cancel
        );

    /// <summary>A second, senior officer lifts it: the States that were asked to stop the shipment are told.</summary>
    /// <param name="seen">Version of the case that the officer looked at.</param>
    /// <exception cref="FourEyesException">The same person proposed it.</exception>
    /// <exception cref="RefusedException">Nobody has proposed it, or what the shipment rests on does not hold. Nothing was done.</exception>
    public Task<CaseReceipt> Run(Acting acting, Guid caseId, Guid shipmentId, Guid? seen, CancellationToken cancel) =>
        acts.Run(
            acting,
            "lift a recall",
            new
            {
                caseId,
                shipmentId,
                seen,
            },
            async act =>
            {
                var file = await CaseFile.OpenForOfficer(act, caseId);
                acting.Require(Role.SeniorOfficer);
                var shipment = file.Shipment(shipmentId);
                var problems = new Problems();
                var version = problems.Required("seen", seen, "the version of the case that you looked at");
                problems.ThrowIfAny();
                RequirePossible(file, shipment);
                if (shipment.RecallLiftBy is not { } first)
                    throw new RefusedException(
                        "not-proposed",
                        "Nobody has proposed to let the shipment go on.",
                        "Another officer proposes it first, with a reason."
                    );
                FourEyes.Require(first, acting.PersonId, "lift", "proposed to lift");
                file.RequireSeen(version);
                if (!ReleaseGate.GroundHolds(file, shipment, acting.Today))
                    throw new RefusedException(
                        "ground-lost",
                        $"What shipment {shipment.Number} rests on does not hold: a notice or an import authorisation is missing, or no longer covers it.",
                        "Let the State give its word again: it can answer the request that it had answered. Then the recall can be lifted."
                    );
                // Whoever takes a ground away in another case meanwhile must see that the recall is gone.
                foreach (var anchor in file.Anchors)
                    Act.Touch(anchor);
                Issuing.HoldAncestors(act, file);
                Act.Touch(file.State);
                Act.Touch(file.Case);
                await Recalls.Lift(act, file, shipment);
                return CaseReceipt.Of(file, shipment.Id);
            },
            cancel
        );

    private static void RequirePossible(CaseFile file, Shipment shipment)
    {
        file.RequirePermitted(CaseActs.LiftRecall);
        if (Obstacle(file, shipment) is { } obstacle)
            throw obstacle;
    }

    /// <summary>Whether there is a recall that could be lifted, if its ground holds.</summary>
    internal static bool IsPossible(CaseFile file, Shipment shipment) =>
        file.Case.Permits(CaseActs.LiftRecall) && Obstacle(file, shipment) is null;

    private static RefusedException? Obstacle(CaseFile file, Shipment shipment) =>
        file.RecallsOf(shipment).Count == 0
            ? new RefusedException(
                "not-recalled",
                $"Shipment {shipment.Number} has not been called back, or the recall has been lifted.",
                "There is nothing to lift."
            )
        : file.Licence!.Status == LicenceStatus.Revoked
            ? new RefusedException(
                "revoked",
                $"Licence {file.Licence.Number} is revoked: nothing that left under it is to go on.",
                "Settle the shipment once it is known what has become of it."
            )
        : null;
}
