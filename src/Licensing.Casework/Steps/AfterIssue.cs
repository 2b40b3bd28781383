using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Licences;
using Licensing.Casework.Procedures;
using Licensing.Casework.Shipments;
using Licensing.Casework.Storage;
using Licensing.Domain.Licences;
using Licensing.Workflow;

namespace Licensing.Casework.Steps;

/// <summary>The licence is in force: goods leave under it, shipment by shipment, until it ends.</summary>
public sealed class AwaitShipments()
    : WaitingStep(
        nameof(AwaitShipments),
        ["Suspended", "AskImportingState", "AskTransitStates", "Ended"],
        [
            CaseActs.AnswerImport,
            CaseActs.AnswerTransit,
            CaseActs.AskAgain,
            CaseActs.DeclareShipment,
            CaseActs.EndShipment,
            CaseActs.ReleaseShipment,
            CaseActs.RecordExit,
            CaseActs.HoldShipment,
            CaseActs.LiftHold,
            CaseActs.ReportMovement,
            CaseActs.AnswerReceipt,
            CaseActs.SettleShipment,
            CaseActs.LiftRecall,
            CaseActs.RecordReturn,
            CaseActs.AccountForGoods,
            CaseActs.ExtendReturn,
            CaseActs.SuspendLicence,
            CaseActs.RevokeLicence,
            CaseActs.SurrenderLicence,
        ],
        [],
        "The licence is in force: shipments are declared, released and leave, until it is exhausted, expires, is given or taken back."
    )
{
    public override Wait? Until(CaseFile file, Activity activity, DateOnly today) => Expiry.Of(file);

    public override string? Look(CaseFile file, Stimulus stimulus, int visit) =>
        stimulus switch
        {
            LicenceStoppedNow => "Suspended",
            AskAgainWanted { ImportingState: true } => "AskImportingState",
            AskAgainWanted => "AskTransitStates",
            LicenceOver => "Ended",
            DeadlineReached d when d.Kind == DueKind.LicenceExpiry && d.Visit == visit => "Ended",
            _ => null,
        };
}

/// <summary>The licence is suspended: nothing leaves. What it rests on can be restored, and then two officers reinstate it.</summary>
public sealed class AwaitReinstatement()
    : WaitingStep(
        nameof(AwaitReinstatement),
        ["Reinstated", "AskImportingState", "AskTransitStates", "Ended"],
        [
            CaseActs.AnswerImport,
            CaseActs.AnswerTransit,
            CaseActs.AskAgain,
            CaseActs.EndShipment,
            CaseActs.HoldShipment,
            CaseActs.LiftHold,
            CaseActs.ReportMovement,
            CaseActs.AnswerReceipt,
            CaseActs.SettleShipment,
            CaseActs.RecordReturn,
            CaseActs.AccountForGoods,
            CaseActs.ExtendReturn,
            CaseActs.ProposeReinstatement,
            CaseActs.ReinstateLicence,
            CaseActs.RevokeLicence,
            CaseActs.SurrenderLicence,
        ],
        [],
        "The licence is suspended: nothing leaves until two officers have reinstated it on a ground that holds again."
    )
{
    public override Wait? Until(CaseFile file, Activity activity, DateOnly today) => Expiry.Of(file);

    public override string? Look(CaseFile file, Stimulus stimulus, int visit) =>
        stimulus switch
        {
            LicenceResumed => "Reinstated",
            AskAgainWanted { ImportingState: true } => "AskImportingState",
            AskAgainWanted => "AskTransitStates",
            LicenceOver => "Ended",
            DeadlineReached d when d.Kind == DueKind.LicenceExpiry && d.Visit == visit => "Ended",
            _ => null,
        };
}

/// <summary>Ends the licence: what has not left is given back to the import authorisations, and nothing more leaves.</summary>
public sealed class EndLicence()
    : DoingStep(
        nameof(EndLicence),
        ["GoodsUnderway", "NothingUnderway"],
        "Ends the licence: gives back what has not shipped, ends what has not left, tells everybody."
    )
{
    internal static bool HasNotLeft(Shipment shipment) =>
        shipment.Status is ShipmentStatus.Declared or ShipmentStatus.Released;

    /// <summary>What ends with the licence. What customs holds is neither the exporter's again nor seized yet: the hold outlives the licence.</summary>
    internal static bool EndsWithIt(CaseFile file, Shipment shipment) => HasNotLeft(shipment) && !file.IsHeld(shipment);

    // That the licence ends makes nothing pending, and nothing that is.
    public override string Outcome(CaseFile file, DateOnly today) =>
        file.Shipments.Any(file.IsPending) ? "GoodsUnderway" : "NothingUnderway";

    public override async Task Do(Act act, CaseFile file, string outcome)
    {
        var licence = file.Licence!;
        LicenceLife.Close(act, file);
        Deadlines.Settle(file, act.Now, d => d.Kind is DueKind.ImportConfirmation or DueKind.TransitNotices);
        foreach (var shipment in file.Shipments.Where(HasNotLeft))
            // What customs holds is neither the exporter's again nor seized yet: the hold outlives the licence.
            if (!EndsWithIt(file, shipment))
                act.Audit(new HeldAfterTheEnd(shipment.Number));
            else
                await Departures.End(act, file, shipment, $"The licence is {Words.Of(licence.Status)}.");
        if (licence.Status == LicenceStatus.Revoked)
            await Recalls.Open(act, file, file.Shipments.Where(file.IsUnderway));
        await LicenceLife.TellAll(act, file, $"A licence is {Words.Of(licence.Status)}");
    }
}

/// <summary>The licence has ended with goods on their way: their receipt is still to be proved, Art. 10(4).</summary>
public sealed class AwaitReceipts()
    : WaitingStep(
        nameof(AwaitReceipts),
        ["Settled"],
        [
            // What a State has taken back while goods are on their way it may give again, so that they can go on.
            CaseActs.AnswerImport,
            CaseActs.AnswerTransit,
            CaseActs.HoldShipment,
            CaseActs.LiftHold,
            CaseActs.ReportMovement,
            CaseActs.AnswerReceipt,
            CaseActs.SettleShipment,
            CaseActs.LiftRecall,
            CaseActs.RecordReturn,
            CaseActs.AccountForGoods,
            CaseActs.ExtendReturn,
        ],
        [],
        "Waits until the importing State has confirmed the receipt of every shipment, or a senior officer has settled it, and customs holds nothing more."
    )
{
    public override string? Look(CaseFile file, Stimulus stimulus, int visit) =>
        stimulus is ShipmentChanged && !file.Shipments.Any(file.IsPending) ? "Settled" : null;
}

internal static class Expiry
{
    public static Wait Of(CaseFile file) => new(DueKind.LicenceExpiry, file.Licence!.ExpiresOn);
}
