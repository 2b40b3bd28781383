using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Clearances;
using Licensing.Casework.Notices;
using Licensing.Casework.Procedures;
using Licensing.Casework.Registers;
using Licensing.Casework.Steps;
using Licensing.Casework.Storage;
using Licensing.Domain.Clocks;
using Licensing.Domain.Shipments;

namespace Licensing.Casework.Shipments;

/// <summary>Content of a request for receipt: what left, when and how.</summary>
public sealed record ReceiptRequestContent(
    string Licence,
    string Shipment,
    IReadOnlyList<RequestedGoods> Goods,
    IReadOnlyList<ShippedLine> Left,
    DateOnly FirstLeftOn,
    DateOnly ExpectedOn,
    string Carrier,
    string Conveyance
);

/// <summary>Art. 10(4): the importing State is asked whether a shipment has arrived, its answer is compared with what left, and what
/// stays unproved is pursued until a senior officer settles it.</summary>
internal static class Receipts
{
    /// <summary>Asks the importing State, and sets the day by which its answer should be there.</summary>
    public static async Task Ask(Act act, CaseFile file, Shipment shipment)
    {
        var exits = file.Exits.Where(e => e.ShipmentId == shipment.Id).ToList();
        var left = Shipped.Sum(ReleaseGate.Gone(file, shipment));
        var declared = shipment.Declaration;
        var request = Exchange.Add(
            act,
            file,
            new ExchangeEntry(
                ExchangeKind.ReceiptRequest,
                file.Case.ExportingState,
                file.Case.ImportingState,
                LegalDay.Of(act.Now, file.State.TimeZone),
                Wire.Write(
                    new ReceiptRequestContent(
                        file.Licence!.Number,
                        shipment.Number,
                        [
                            .. file
                                .Consignment.Lines.Where(l => left.Any(s => s.Line == l.Number))
                                .Select(RequestedGoods.Of),
                        ],
                        left,
                        exits.Min(e => e.LeftOn),
                        declared.ArrivesOn,
                        declared.Carrier,
                        declared.Conveyance
                    )
                )
            )
        );
        shipment.ReceiptRequestId = request.Id;
        var today = LegalDay.Of(act.Now, file.State.TimeZone);
        var from = declared.ArrivesOn > today ? declared.ArrivesOn : today;
        Due(act, file, shipment, from, 0);
        act.Audit(new ReceiptRequested(request.Number, shipment.Number, request.To.Code));
        await Tell.State(act, file.Case, request.To, "A request for receipt of a shipment");
    }

    /// <summary>The importing State has answered: a receipt that agrees with what left settles the shipment; anything else is the
    /// officers' to clear up.</summary>
    public static async Task Take(Act act, CaseFile file, ExchangeDocument answer, IProcedures procedures)
    {
        var shipment = file.Shipments.First(s => s.ReceiptRequestId == answer.InReplyTo);
        file.Case.ScreenedAt = null;
        if (answer.Kind == ExchangeKind.NonReceipt)
        {
            // Of the applicant proof is asked when its day has passed; what a State has said is that State's to release.
            await Tell.Officers(act, file.Case, "A shipment has not been received");
            return;
        }
        var differences = Differences(file, shipment, Wire.Read<Receipt>(answer.Content));
        if (differences.Count == 0)
        {
            await Settle(act, file, shipment, ShipmentOutcome.ReceivedInFull, null, procedures);
            await Tell.Applicant(act, file.Case, "A shipment has been received");
            return;
        }
        act.Audit(new ReceiptDiffers(shipment.Number, [.. differences.Select(d => d.Text)]));
        await Tell.Officers(act, file.Case, "A shipment was received otherwise than it left");
    }

    /// <summary>What the importing State has last said of the arrival; null where it has said nothing, or that nothing came.</summary>
    public static Receipt? Received(CaseFile file, Shipment shipment) =>
        shipment.ReceiptRequestId is { } request
        && file.Exchange.LastOrDefault(d => d.InReplyTo == request) is { Kind: ExchangeKind.ReceiptConfirmation } answer
            ? Wire.Read<Receipt>(answer.Content)
            : null;

    public static IReadOnlyList<Discrepancy> Differences(CaseFile file, Shipment shipment, Receipt receipt) =>
        Discrepancy.Between(Shipped.Sum(ReleaseGate.Gone(file, shipment)), receipt);

    /// <summary>The day for the proof has passed. First everybody who could give it is told, then it is a senior officer's to settle.</summary>
    public static async Task Pursue(Act act, CaseFile file, DueTime due)
    {
        var shipment = file.Shipment(due.SubjectId!.Value);
        if (due.Visit == 0)
        {
            Due(act, file, shipment, LegalDay.Of(act.Now, file.State.TimeZone), 1);
            await Tell.State(act, file.Case, file.Case.ImportingState, "Receipt of a shipment has not been confirmed");
            await Tell.Applicant(act, file.Case, "Proof is missing that a shipment was received");
            await Tell.Customs(
                act,
                file.Case,
                file.Case.ImportingState,
                "Receipt of a shipment has not been confirmed"
            );
        }
        else
            await Tell.Officers(act, file.Case, "A shipment without proof of receipt is to be settled");
    }

    public static async Task Settle(
        Act act,
        CaseFile file,
        Shipment shipment,
        ShipmentOutcome outcome,
        string? because,
        IProcedures procedures
    )
    {
        shipment.Status = ShipmentStatus.Settled;
        (shipment.Outcome, shipment.SettledBecause, shipment.SettledAt) = (outcome, because, act.Now);
        shipment.SettledBy = outcome == ShipmentOutcome.ReceivedInFull ? null : act.Acting.PersonId;
        Deadlines.Settle(file, act.Now, d => d.Kind == DueKind.Receipt && d.SubjectId == shipment.Id);
        act.Audit(new ShipmentSettled(shipment.Number, outcome, because));
        file.Case.ScreenedAt = null;
        if (outcome != ShipmentOutcome.NotReceived)
        {
            await Recalls.Lift(act, file, shipment);
            var receipt = Received(file, shipment);
            await OwnSerials.Delivered(
                act,
                file,
                // An importing State that names no numbers has compared the quantity alone.
                receipt?.Lines.Any(l => l.Serials.Count > 0) == true
                    ? receipt.Lines
                    : ReleaseGate.Gone(file, shipment),
                receipt?.ReceivedOn ?? LegalDay.Of(act.Now, file.State.TimeZone),
                shipment.Number
            );
        }
        await procedures.Deliver(act, file, new ShipmentChanged());
    }

    private static void Due(Act act, CaseFile file, Shipment shipment, DateOnly from, int step) =>
        Deadlines.Set(
            act,
            file,
            DueKind.Receipt,
            LegalClock.LastDayOf(from, file.Profile.Periods.ReceiptOrUsual, file.Calendar),
            step,
            shipment.Id
        );
}
