using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Procedures;
using Licensing.Casework.Storage;

namespace Licensing.Casework.Shipments;

/// <param name="Outcome">Receipt accepted on other proof, or not received.</param>
public sealed record SettlementGiven(ShipmentOutcome? Outcome, string? Reason);

/// <summary>A senior officer closes a shipment whose receipt the importing State has not confirmed as it left.</summary>
public sealed class SettleShipment(ActRunner acts, IProcedures procedures)
{
    public Task<CaseReceipt> Run(
        Acting acting,
        Guid caseId,
        Guid shipmentId,
        SettlementGiven given,
        CancellationToken cancel
    ) =>
        acts.Run(
            acting,
            "settle a shipment",
            new
            {
                caseId,
                shipmentId,
                given,
            },
            async act =>
            {
                var file = await CaseFile.OpenForOfficer(act, caseId);
                acting.Require(Role.SeniorOfficer);
                var shipment = file.Shipment(shipmentId);
                var problems = new Problems();
                var outcome = problems.Required("outcome", given.Outcome, "the outcome");
                var reason = problems.Text("reason", given.Reason, "the proof, or the reason", 1000);
                if (given.Outcome == ShipmentOutcome.ReceivedInFull)
                    problems.Add(
                        "outcome",
                        "That a shipment was received in full is the importing State's to say: accept another proof, or find that it was not received."
                    );
                problems.ThrowIfAny();
                file.RequirePermitted(CaseActs.SettleShipment);
                if (!file.IsUnderway(shipment) || shipment.Status == ShipmentStatus.Released)
                    throw new ChangedException(
                        $"Shipment {shipment.Number} is {Words.Of(shipment.Status)}: there is no receipt to settle."
                    );
                await Receipts.Settle(act, file, shipment, outcome, reason, procedures);
                return CaseReceipt.Of(file, shipmentId);
            },
            cancel
        );
}
