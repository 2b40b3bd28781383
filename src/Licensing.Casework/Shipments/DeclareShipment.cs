using Licensing.Casework.Acts;
using Licensing.Casework.Applications;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Clearances;
using Licensing.Casework.Notices;
using Licensing.Casework.Procedures;
using Licensing.Casework.Storage;

namespace Licensing.Casework.Shipments;

/// <summary>The exporter says what is to leave under a licence, when and how; customs is told. Nothing may leave on that alone.</summary>
public sealed class DeclareShipment(ActRunner acts, IProcedures procedures)
{
    /// <summary>So many may wait for their release at once: each of them is somebody's work at a post.</summary>
    private const int MostAtOnce = 20;

    public Task<CaseReceipt> Declare(Acting acting, Guid caseId, ShipmentGiven given, CancellationToken cancel) =>
        acts.Run(
            acting,
            "declare a shipment",
            new { caseId, given },
            async act =>
            {
                var file = await CaseFileOfApplicant.Open(act, caseId);
                file.RequirePermitted(CaseActs.DeclareShipment);
                var known = await Answering.KnownStates(act.Db, cancel);
                var declaration = given.Read(file, ReleaseGate.Content(file), acting.Today, known);
                if (file.Shipments.Count(s => s.Status == ShipmentStatus.Declared) >= MostAtOnce)
                    throw new RefusedException(
                        "too-many-declared",
                        $"{MostAtOnce} shipments under this licence await their release.",
                        "Cancel those that will not leave."
                    );
                if (
                    ReleaseGate.Content(file).IsForOneShipment
                    && file.Shipments.Find(s => s.Status != ShipmentStatus.Cancelled) is { } other
                )
                    throw new RefusedException(
                        "one-shipment",
                        $"Licence {file.Licence!.Number} is for one shipment, and {other.Number} is {Words.Of(other.Status)}.",
                        other.Status is ShipmentStatus.Declared or ShipmentStatus.Released
                            ? "Cancel that one first, or apply for another licence."
                            : "Apply for another licence."
                    );
                var shipment = new Shipment
                {
                    Id = Guid.CreateVersion7(act.Now),
                    CaseId = caseId,
                    LicenceId = file.Licence!.Id,
                    Sequence = file.Shipments.Count + 1,
                    Number = $"{file.Licence.Number}/{file.Shipments.Count + 1}",
                    Declaration = declaration,
                    DeclaredBy = acting.PersonId,
                    DeclaredAt = act.Now,
                };
                act.Db.Shipments.Add(shipment);
                file.Shipments.Add(shipment);
                act.Audit(
                    new ShipmentDeclared(
                        shipment.Number,
                        declaration.ShipsOn,
                        declaration.ExitPost,
                        declaration.Conveyance
                    )
                );
                await Tell.Customs(act, file.Case, file.Case.ExportingState, "A shipment has been declared");
                return CaseReceipt.Of(file, shipment.Id);
            },
            cancel
        );

    /// <summary>Nothing more is to leave under it. What has left stays so, and its receipt is asked for.</summary>
    public Task<CaseReceipt> Cancel(
        Acting acting,
        Guid caseId,
        Guid shipmentId,
        string? because,
        CancellationToken cancel
    ) =>
        acts.Run(
            acting,
            "cancel a shipment",
            new
            {
                caseId,
                shipmentId,
                because,
            },
            async act =>
            {
                var file = await CaseFileOfApplicant.Open(act, caseId);
                var shipment = file.Shipment(shipmentId);
                var reason = Problems.Reason(because, 500);
                file.RequirePermitted(CaseActs.EndShipment);
                if (shipment.Status is not (ShipmentStatus.Declared or ShipmentStatus.Released))
                    throw new ChangedException(
                        $"Shipment {shipment.Number} is {Words.Of(shipment.Status)}: there is nothing to cancel."
                    );
                if (file.IsHeld(shipment))
                    throw new RefusedException(
                        "held",
                        $"Shipment {shipment.Number} is held by customs.",
                        "Wait for the answer of the authority."
                    );
                await Departures.End(act, file, shipment, reason);
                await Tell.Customs(act, file.Case, file.Case.ExportingState, "A shipment has been cancelled");
                if (!await Departures.Exhaust(act, file, procedures, shipment))
                    await procedures.Deliver(act, file, new ShipmentChanged());
                return CaseReceipt.Of(file, shipment.Id);
            },
            cancel
        );
}
