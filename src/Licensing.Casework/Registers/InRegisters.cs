using System.Text.Json;
using Licensing.Casework.Screening;
using Licensing.Casework.Storage;
using Licensing.Domain.Screening;
using Licensing.Domain.States;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Registers;

/// <summary>What the registers say of a case, its goods, its papers and its parties: the entries that count now.</summary>
/// <param name="Kept">Registers in which anything counts: of others nobody can say that there is nothing.</param>
internal sealed record InRegisters(
    IReadOnlyList<RegisterEntry> Entries,
    string TimeZone,
    IReadOnlyList<RegisterKind> Kept
)
{
    /// <param name="parties">Keys of all parties that count.</param>
    /// <param name="serials">Serial numbers of the goods.</param>
    /// <param name="numbers">Of the case, its papers and its authorisations.</param>
    public static async Task<InRegisters> Read(
        LicensingDb db,
        StateRecord state,
        IReadOnlyCollection<string> parties,
        IEnumerable<string> serials,
        IEnumerable<string> numbers,
        CancellationToken cancel
    )
    {
        var found = new Dictionary<Guid, RegisterEntry>();
        List<string> subjects =
        [
            .. parties,
            .. serials.Select(Register.SubjectOfSerial),
            .. numbers.Select(Register.SubjectOfNumber),
        ];
        foreach (var some in subjects.Distinct().Where(s => s.Length > 0).Chunk(500))
            await Take(Counting(db, state.Code).Where(e => some.Contains(e.Subject)));
        foreach (var some in parties.Chunk(500))
        {
            var named = Counting(db, state.Code).Where(e => e.Party != null && some.Contains(e.Party));
            await Take(named.Where(e => e.Kind != RegisterKind.Serial));
            // Of all that went to these parties before, what may have been seized since.
            var seized = named.Where(e =>
                e.Kind == RegisterKind.Serial
                && Counting(db, state.Code).Any(s => s.Kind == RegisterKind.Seizure && s.Subject == e.Subject)
            );
            await Take(seized);
            await Take(
                Counting(db, state.Code)
                    .Where(e => e.Kind == RegisterKind.Seizure && seized.Any(s => s.Subject == e.Subject))
            );
        }
        RegisterKind[] fed = [RegisterKind.Seizure, RegisterKind.Check, RegisterKind.Paper];
        return new InRegisters(
            [.. found.Values.OrderBy(e => e.CountsSince).ThenBy(e => e.Id)],
            state.TimeZone,
            await Counting(db, state.Code)
                .Where(e => fed.Contains(e.Kind))
                .Select(e => e.Kind)
                .Distinct()
                .ToListAsync(cancel)
        );

        async Task Take(IQueryable<RegisterEntry> rows)
        {
            foreach (var row in await rows.ToListAsync(cancel))
                found[row.Id] = row;
        }
    }

    /// <summary>What the register says of these parties, and nothing else.</summary>
    public static async Task<InRegisters> OfParties(
        LicensingDb db,
        StateRecord state,
        IReadOnlyCollection<string> parties,
        CancellationToken cancel
    ) =>
        new(
            parties.Count == 0
                ? []
                : await Counting(db, state.Code)
                    .Where(e => e.Kind == RegisterKind.Party && parties.Contains(e.Subject))
                    .OrderBy(e => e.CountsSince)
                    .ThenBy(e => e.Id)
                    .ToListAsync(cancel),
            state.TimeZone,
            []
        );

    /// <summary>The entries of a State that count now.</summary>
    public static IQueryable<RegisterEntry> Counting(LicensingDb db, Country state) =>
        db.RegisterEntries.AsNoTracking().Where(e => e.KeptBy == state && e.CountsSince != null && e.EndedAt == null);

    public IReadOnlyList<T> All<T>(RegisterKind kind, Func<T, DateOnly, T> known) =>
        [
            .. Entries
                .Where(e => e.Kind == kind)
                .Select(e => known(Content<T>(e), LegalDay.Of(e.CountsSince!.Value, TimeZone))),
        ];

    public IReadOnlyList<Incident> Incidents =>
        All<Incident>(RegisterKind.Incident, (i, day) => i with { KnownAt = day });

    public IReadOnlyList<PostShipmentCheck>? Checks =>
        Kept.Contains(RegisterKind.Check)
            ? All<PostShipmentCheck>(RegisterKind.Check, (c, day) => c with { KnownAt = day })
            : null;

    public IReadOnlyList<WatchRecord> Watch =>
        All<WatchRecord>(RegisterKind.Watch, (w, day) => w with { KnownAt = day });

    public IReadOnlyList<SerialRecord> Serials =>
        All<SerialRecord>(RegisterKind.Serial, (s, day) => s with { KnownAt = day });

    public IReadOnlyList<Seizure>? Seizures =>
        Kept.Contains(RegisterKind.Seizure)
            ? All<Seizure>(RegisterKind.Seizure, (s, day) => s with { KnownAt = day })
            : null;

    public IReadOnlyList<RegisteredDocument>? Papers =>
        Kept.Contains(RegisterKind.Paper)
            ? All<RegisteredDocument>(RegisterKind.Paper, (d, day) => d with { KnownAt = day })
            : null;

    public IReadOnlyList<HistoryLine> Licences =>
        All<HistoryLine>(RegisterKind.Licence, (h, day) => h with { KnownAt = day });

    public IReadOnlyList<AuthorisationUse> Uses =>
        All<AuthorisationUse>(RegisterKind.AuthorisationUse, (u, day) => u with { KnownAt = day });

    /// <summary>What was found out about the case, later entries before earlier ones.</summary>
    public CaseFacts? Facts(string caseNumber) =>
        Of<CaseFacts>(RegisterKind.CaseFact, Register.SubjectOfNumber(caseNumber)).Aggregate((CaseFacts?)null, Over);

    /// <summary>What was said of a party in its cases, with what the register says of it in its place.</summary>
    public PartyRecord Over(PartyRecord said) => Of<PartyRecord>(RegisterKind.Party, said.Id).Aggregate(said, Over);

    private IEnumerable<T> Of<T>(RegisterKind kind, string subject) =>
        Entries.Where(e => e.Kind == kind && e.Subject == subject).Select(Content<T>);

    private static T Content<T>(RegisterEntry entry) =>
        JsonSerializer.Deserialize<T>(entry.Content, ScreeningJson.Options)!;

    // Field by field: an entry says nothing of what it leaves out.
    private static T Over<T>(T? before, T after)
        where T : class
    {
        if (before is null)
            return after;
        var all = JsonSerializer.SerializeToNode(before, ScreeningJson.Options)!.AsObject();
        foreach (var (name, value) in JsonSerializer.SerializeToNode(after, ScreeningJson.Options)!.AsObject())
            if (value is not null)
                all[name] = value.DeepClone();
        return all.Deserialize<T>(ScreeningJson.Options)!;
    }
}
