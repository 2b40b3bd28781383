using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Notices;
using Licensing.Casework.Procedures;
using Licensing.Casework.Steps;

namespace Licensing.Casework.Shipments;

/// <summary>The licensing authority answers a hold by customs: it is lifted, with a reason. An authority that would rather not, suspends
/// or revokes the licence.</summary>
public sealed class LiftHold(ActRunner acts, IProcedures procedures)
{
    public Task<CaseReceipt> Run(Acting acting, Guid caseId, Guid holdId, string? because, CancellationToken cancel) =>
        acts.Run(
            acting,
            "lift a hold",
            new
            {
                caseId,
                holdId,
                because,
            },
            async act =>
            {
                var file = await CaseFile.OpenForOfficer(act, caseId);
                var hold = file.Holds.FirstOrDefault(h => h.Id == holdId) ?? throw new NotFoundException("hold");
                var reason = Problems.Reason(because);
                file.RequirePermitted(CaseActs.LiftHold);
                if (hold.LiftedAt is not null)
                    throw new ChangedException("This hold has been lifted already.");
                if (hold.IsSeizure)
                    throw new RefusedException(
                        "seized",
                        "The goods have been seized: a seizure is not lifted here.",
                        "The exporter declares them anew once they are given back, under a licence that allows it."
                    );
                (hold.LiftedBy, hold.LiftedAt, hold.LiftedBecause) = (acting.PersonId, act.Now, reason);
                Deadlines.Settle(file, act.Now, d => d.SubjectId == hold.Id);
                var shipment = file.Shipment(hold.ShipmentId);
                act.Audit(new HoldLifted(shipment.Number, reason));
                await Tell.Customs(act, file.Case, file.Case.ExportingState, "A hold has been lifted");
                await Tell.Applicant(act, file.Case, "A hold has been lifted");
                if (!file.Licence!.IsOpen)
                {
                    await Departures.End(act, file, shipment, $"The licence is {Words.Of(file.Licence.Status)}.");
                    await procedures.Deliver(act, file, new ShipmentChanged());
                }
                return CaseReceipt.Of(file, hold.Id);
            },
            cancel
        );
}
