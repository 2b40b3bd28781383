using System.Globalization;
using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Clearances;
using Licensing.Casework.Licences;
using Licensing.Casework.Notices;
using Licensing.Casework.Procedures;
using Licensing.Casework.Registers;
using Licensing.Casework.Returns;
using Licensing.Casework.Steps;
using Licensing.Casework.Storage;
using Licensing.Domain.Licences;
using Licensing.Domain.Shipments;

namespace Licensing.Casework.Shipments;

/// <summary>What an exit writes down, and what the end of a shipment does.</summary>
internal static class Departures
{
    /// <summary>Goods have left: what they draw on the authorisations is written down and told to the importing State.</summary>
    public static async Task Add(Act act, CaseFile file, Shipment shipment, Release release, string post)
    {
        var exit = new ShipmentExit
        {
            Id = Guid.CreateVersion7(act.Now),
            ShipmentId = shipment.Id,
            CaseId = file.Case.Id,
            Sequence = file.Exits.Count + 1,
            Lines = release.Lines,
            LeftOn = release.On,
            Post = post,
            RecordedBy = act.Acting.PersonId,
            RecordedAt = act.Now,
        };
        act.Db.ShipmentExits.Add(exit);
        file.Exits.Add(exit);
        Stay.Begin(act, file);
        foreach (var down in release.DrawDowns)
            act.Db.DrawDowns.Add(
                new DrawDownRecord
                {
                    Id = Guid.CreateVersion7(act.Now),
                    CaseId = file.Case.Id,
                    ExitId = exit.Id,
                    ReservationId = ReleaseGate.Record(file, down.From).Id,
                    Amount = down.Amount,
                }
            );
        OwnSerials.Exported(act, file, release.Lines, shipment.Number);
        file.Case.ScreenedAt = null;
        act.Audit(new GoodsLeft(shipment.Number, post, InWords(release.Lines)));
        foreach (var down in release.DrawDowns.GroupBy(d => d.From.Authorisation))
            Exchange.Add(
                act,
                file,
                new ExchangeEntry(
                    ExchangeKind.DrawDown,
                    file.Case.ExportingState,
                    file.Case.ImportingState,
                    release.On,
                    Wire.Write(
                        new DrawDownContent(
                            down.Key,
                            file.Licence!.Number,
                            shipment.Number,
                            release.On,
                            [
                                .. down.GroupBy(d => d.From.AuthorisedLine)
                                    .Select(g => new DrawnLine(g.Key, g.Sum(d => d.Amount))),
                            ]
                        )
                    ),
                    down.Key
                )
            );
        foreach (var state in ReleaseGate.Content(file).TransitStates.Prepend(file.Case.ImportingState))
        {
            await Tell.State(act, file.Case, state, "Goods have left under an export licence");
            await Tell.Customs(act, file.Case, state, "Goods have left under an export licence");
        }
    }

    internal static IReadOnlyList<string> InWords(IReadOnlyList<ShippedLine> lines) =>
        [
            .. lines.Select(line =>
                $"{line.Amount.ToString("0.###", CultureInfo.InvariantCulture)} of line {line.Line}"
                + (line.Serials.Count == 0 ? "" : $" ({string.Join(", ", line.Serials)})")
            ),
        ];

    /// <summary>Nothing more leaves under the shipment. What has left is on its way, and its receipt is asked for.</summary>
    /// <param name="because">Null where everything has left.</param>
    public static async Task End(Act act, CaseFile file, Shipment shipment, string? because)
    {
        var hasLeft = End(file, shipment, because);
        if (because is not null)
            act.Audit(new ShipmentEnded(shipment.Number, hasLeft, because));
        if (hasLeft)
            await Receipts.Ask(act, file, shipment);
    }

    /// <returns>Whether anything of it has left.</returns>
    internal static bool End(CaseFile file, Shipment shipment, string? because)
    {
        var hasLeft = ReleaseGate.Gone(file, shipment).Count > 0;
        (shipment.EndedBecause, shipment.Status) = (because, hasLeft ? ShipmentStatus.Left : ShipmentStatus.Cancelled);
        return hasLeft;
    }

    /// <summary>Ends the licence once nothing more can leave under it: all that it licenses has, or the one shipment that it is for.</summary>
    /// <returns>Whether it has ended.</returns>
    public static async Task<bool> Exhaust(Act act, CaseFile file, IProcedures procedures, Shipment shipment)
    {
        var licence = ReleaseGate.Content(file);
        var all = licence.IsExhaustedBy(ReleaseGate.Gone(file));
        if (!file.Licence!.IsOpen || (!all && !(licence.IsForOneShipment && shipment.Status == ShipmentStatus.Left)))
            return false;
        await LicenceLife.End(
            act,
            file,
            procedures,
            LicenceStatus.Exhausted,
            all ? null : $"It is for one shipment, and {shipment.Number} has left."
        );
        return true;
    }

    /// <summary>Settles the holds that customs had placed on it.</summary>
    public static void ForgetHolds(Act act, CaseFile file, Shipment shipment, string because)
    {
        foreach (
            var hold in file.Holds.Where(h => h.ShipmentId == shipment.Id && h is { LiftedAt: null, IsSeizure: false })
        )
        {
            (hold.LiftedAt, hold.LiftedBy, hold.LiftedBecause) = (act.Now, act.Acting.PersonId, because);
            Deadlines.Settle(file, act.Now, d => d.SubjectId == hold.Id);
        }
    }
}

/// <summary>Content of a draw-down: what has gone from the lines of an import authorisation.</summary>
public sealed record DrawDownContent(
    string Authorisation,
    string Licence,
    string Shipment,
    DateOnly LeftOn,
    IReadOnlyList<DrawnLine> Lines
);

/// <param name="AuthorisedLine">Number of the line of the authorisation.</param>
public sealed record DrawnLine(int AuthorisedLine, decimal Amount);
