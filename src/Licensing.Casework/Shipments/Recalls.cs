using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Clearances;
using Licensing.Casework.Notices;
using Licensing.Casework.Storage;
using Licensing.Domain.Shipments;

namespace Licensing.Casework.Shipments;

/// <summary>Content of a recall. It does not say why: what a State has said in confidence is its own to release (Art. 12(5)).</summary>
public sealed record RecallContent(
    string Licence,
    string Shipment,
    IReadOnlyList<RequestedGoods> Goods,
    IReadOnlyList<ShippedLine> Left,
    string Carrier,
    string Conveyance,
    DateOnly ExpectedOn
);

public sealed record RecallLiftedContent(string Licence, string Shipment);

public enum RecallOutcome
{
    /// <summary>The goods are held there.</summary>
    Stopped,

    /// <summary>They have not come there so far; they will be stopped if they do.</summary>
    NotArrived,

    /// <summary>They have left for the next State.</summary>
    PassedOn,

    /// <summary>They have been handed over to the consignee.</summary>
    Delivered,
}

public sealed record RecallReplyContent(RecallOutcome Outcome, string? Remark);

/// <summary>When the ground of a licence gives way, what has left already is called back: the States ahead, customs and the exporter are
/// told at once, and each answer is on record (Art. 11).</summary>
internal static class Recalls
{
    /// <summary>Calls back those of the shipments that have not been called back yet.</summary>
    public static async Task Open(Act act, CaseFile file, IEnumerable<Shipment> shipments)
    {
        foreach (var shipment in shipments.Where(s => file.RecallsOf(s).Count == 0))
        {
            var left = ReleaseGate.Gone(file, shipment);
            var declared = shipment.Declaration;
            var content = new RecallContent(
                file.Licence!.Number,
                shipment.Number,
                [.. file.Consignment.Lines.Where(l => left.Any(s => s.Line == l.Number)).Select(RequestedGoods.Of)],
                left,
                declared.Carrier,
                declared.Conveyance,
                declared.ArrivesOn
            );
            var ahead = declared
                .Route.Select(l => l.To)
                .Append(file.Case.ImportingState)
                .Where(s => s != file.Case.ExportingState)
                .Distinct()
                .ToList();
            foreach (var state in ahead)
            {
                Exchange.Add(
                    act,
                    file,
                    new ExchangeEntry(
                        ExchangeKind.Recall,
                        file.Case.ExportingState,
                        state,
                        LegalDay.Of(act.Now, file.State.TimeZone),
                        Wire.Write(content)
                    )
                );
                await Tell.State(act, file.Case, state, "A shipment on its way is to be stopped");
                await Tell.Customs(act, file.Case, state, "A shipment on its way is to be stopped");
            }
            (shipment.RecallLiftBy, shipment.RecallLiftBecause) = (null, null);
            Act.Touch(file.Case);
            Act.Write(
                act.Db,
                act.Acting,
                file.Case,
                null,
                new ShipmentRecalled(shipment.Number, [.. ahead.Select(s => s.Code)])
            );
            await Tell.Customs(act, file.Case, file.Case.ExportingState, "A shipment on its way is to be stopped");
            await Tell.Applicant(act, file.Case, "Have the carrier stop a shipment");
        }
    }

    /// <summary>The States that were asked to stop a shipment are told that it may go on, or is where it belongs.</summary>
    public static async Task Lift(Act act, CaseFile file, Shipment shipment)
    {
        var standing = file.RecallsOf(shipment);
        foreach (var recall in standing)
        {
            Exchange.Add(
                act,
                file,
                new ExchangeEntry(
                    ExchangeKind.RecallLifted,
                    recall.From,
                    recall.To,
                    LegalDay.Of(act.Now, file.State.TimeZone),
                    Wire.Write(new RecallLiftedContent(file.Licence!.Number, shipment.Number)),
                    InReplyTo: recall.Id
                )
            );
            await Tell.State(act, file.Case, recall.To, "A shipment need not be stopped any more");
            await Tell.Customs(act, file.Case, recall.To, "A shipment need not be stopped any more");
        }
        if (standing.Count == 0)
            return;
        (shipment.RecallLiftBy, shipment.RecallLiftBecause) = (null, null);
        act.Audit(new RecallWasLifted(shipment.Number, [.. standing.Select(r => r.To.Code)]));
        await Tell.Customs(act, file.Case, file.Case.ExportingState, "A shipment need not be stopped any more");
        await Tell.Applicant(act, file.Case, "A shipment need not be stopped any more");
    }
}
