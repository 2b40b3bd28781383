using System.Text.Json;
using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Screening;
using Licensing.Casework.Storage;
using Licensing.Domain.Screening;
using Licensing.Domain.Shipments;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Registers;

/// <summary>What this authority's own exits, receipts and returns say of numbered items (P7.1): who got which piece, and when.</summary>
internal static class OwnSerials
{
    public static void Exported(Act act, CaseFile file, IReadOnlyList<ShippedLine> lines, string shipment)
    {
        foreach (var (line, serial) in Numbered(file, lines))
            KeepRegisters.Note(
                act,
                file.Case.State,
                RegisterKind.Serial,
                new SerialRecord(
                    line.Make,
                    line.Model,
                    serial,
                    "exported",
                    InDossier.Key(file.Consignment.FinalRecipient),
                    Ref: file.Licence!.Number
                ),
                $"exit of shipment {shipment}"
            );
    }

    public static Task Delivered(
        Act act,
        CaseFile file,
        IReadOnlyList<ShippedLine> lines,
        DateOnly on,
        string shipment
    ) => Since(act, file, lines, it => it with { DeliveredOn = on }, $"receipt of shipment {shipment}");

    public static Task Returned(Act act, CaseFile file, IReadOnlyList<ShippedLine> lines, DateOnly on) =>
        Since(
            act,
            file,
            lines,
            it => it with { Custody = "returned", ReturnedOn = on },
            "return to the exporting State"
        );

    // The entry of the exit is ended, and another says what is so now.
    private static async Task Since(
        Act act,
        CaseFile file,
        IReadOnlyList<ShippedLine> lines,
        Func<SerialRecord, SerialRecord> now,
        string source
    )
    {
        var wanted = Numbered(file, lines).Select(n => n.Serial).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var (state, kind) = (file.Case.State, RegisterKind.Serial);
        foreach (var some in wanted.Select(Register.SubjectOfSerial).Distinct().Chunk(500))
        foreach (
            var entry in await act
                .Db.RegisterEntries.Where(e =>
                    e.KeptBy == state
                    && e.Kind == kind
                    && e.CountsSince != null
                    && e.EndedAt == null
                    && some.Contains(e.Subject)
                )
                .ToListAsync(act.Cancel)
        )
        {
            var it = JsonSerializer.Deserialize<SerialRecord>(entry.Content, ScreeningJson.Options)!;
            if (it.Ref != file.Licence!.Number || !wanted.Contains(it.Serial!))
                continue;
            (entry.EndedAt, entry.EndedBy, entry.EndBecause) = (act.Now, act.Acting.PersonId, source);
            Act.Touch(entry);
            KeepRegisters.Note(act, state, kind, now(it), source);
        }
    }

    private static IEnumerable<(Domain.Goods.GoodsLine Line, string Serial)> Numbered(
        CaseFile file,
        IReadOnlyList<ShippedLine> lines
    ) =>
        from shipped in lines
        join line in file.Consignment.Lines on shipped.Line equals line.Number
        from serial in shipped.Serials
        where Serials.Normal(serial).Length > 0
        select (line, serial.Trim());
}
