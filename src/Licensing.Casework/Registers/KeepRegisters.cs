using System.Text.Json;
using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Procedures;
using Licensing.Casework.Screening;
using Licensing.Casework.Storage;
using Licensing.Domain.Licences;
using Licensing.Domain.States;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Registers;

/// <summary>An entry as sent.</summary>
/// <param name="Content">In the words of a dossier of the screening.</param>
/// <param name="Source">Where it comes from, in words.</param>
/// <param name="Replaces">The entry whose place it takes; left out where it takes none.</param>
public sealed record EntryGiven(JsonElement? Content, string? Source, Guid? Replaces = null);

/// <param name="Counts">It counts; else it awaits a second officer.</param>
public sealed record EntryReceipt(Guid EntryId, bool Counts);

/// <summary>Registers as sent, in one file.</summary>
/// <param name="Data">By name of register, its entries: {"seizures": [ … ]}.</param>
public sealed record EntriesGiven(JsonElement? Data, string? Source);

/// <param name="Loaded">By name of register, how many entries are new.</param>
/// <param name="Unchanged">Those that are there already, exactly so.</param>
public sealed record EntriesReceipt(IReadOnlyDictionary<string, int> Loaded, int Unchanged);

/// <summary>The registers that the screening reads: what an authority knows of parties, numbered items, papers and cases. Nothing is
/// changed or lost: an entry is ended, or another takes its place. What could quieten a rule needs two officers.</summary>
public sealed class KeepRegisters(ActRunner acts, Database database)
{
    /// <summary>In characters of JSON.</summary>
    private const int Longest = 20_000;

    private const int MostAtOnce = 10_000;

    public Task<EntryReceipt> Record(Acting acting, string register, EntryGiven given, CancellationToken cancel) =>
        acts.Run(
            acting,
            "record in a register",
            new { register, given },
            async act =>
            {
                acting.Require(Role.LicensingOfficer, Role.SeniorOfficer);
                var its = Register.Named(register);
                var problems = new Problems();
                var source = problems.Text("source", given.Source, "where it comes from", 500);
                if (given.Content is null or { ValueKind: JsonValueKind.Undefined or JsonValueKind.Null })
                    problems.Add("content", "Give what is to be recorded.");
                problems.ThrowIfAny();
                var content = await WithCase(act, its, given.Content!.Value, "content", problems);
                problems.ThrowIfAny();
                var entry = Read(act, its, content, "content", source, given.Replaces, problems);
                problems.ThrowIfAny();
                if (given.Replaces is { } replaced)
                {
                    var before = await Find(act, replaced);
                    if (before.Kind != its.Kind)
                        problems.Add("replaces", "That entry is of another register.");
                    problems.ThrowIfAny();
                    if (before.EndedAt is not null)
                        throw new ChangedException("The entry that it is to replace counts no more.");
                }
                act.Db.RegisterEntries.Add(entry!);
                if (!its.NeedsTwo && given.Replaces is null)
                    entry!.CountsSince = act.Now;
                if (entry!.CountsSince is not null)
                    await ScreenAnew(act, [entry]);
                act.Audit(new RegisterEntryRecorded(its.Name, entry.Subject, source));
                return new EntryReceipt(entry.Id, entry.CountsSince is not null);
            },
            cancel
        );

    /// <summary>A second officer confirms an entry, or the end of one.</summary>
    public Task<EntryReceipt> Confirm(Acting acting, Guid id, CancellationToken cancel) =>
        acts.Run(
            acting,
            "confirm in a register",
            new { id },
            async act =>
            {
                acting.Require(Role.LicensingOfficer, Role.SeniorOfficer);
                var entry = await Find(act, id);
                if (entry.EndedAt is not null)
                    throw new ChangedException("This entry counts no more.");
                if (entry.EndProposedBy is { } proposer)
                {
                    FourEyes.Require(proposer, acting.PersonId, "confirm", "proposed");
                    End(act, entry);
                    await ScreenAnew(act, [entry]);
                    act.Audit(new RegisterEntryEnded(Register.Of(entry.Kind).Name, entry.Subject, entry.EndBecause!));
                    return new EntryReceipt(id, false);
                }
                if (entry.CountsSince is not null)
                    throw new ChangedException("This entry counts already.");
                FourEyes.Require(entry.RecordedBy, acting.PersonId, "confirm", "recorded");
                (entry.ConfirmedBy, entry.CountsSince) = (acting.PersonId, act.Now);
                Act.Touch(entry);
                if (entry.Replaces is { } replaced)
                {
                    var before = await Find(act, replaced);
                    if (before.EndedAt is not null)
                        throw new ChangedException("The entry that it is to replace counts no more.");
                    before.EndBecause = $"replaced: {entry.Source}";
                    End(act, before);
                    await ScreenAnew(act, [before]);
                }
                await ScreenAnew(act, [entry]);
                act.Audit(new RegisterEntryConfirmed(Register.Of(entry.Kind).Name, entry.Subject));
                return new EntryReceipt(id, true);
            },
            cancel
        );

    /// <summary>Proposes that an entry shall count no more, for a second officer to confirm. One that does not count yet is rejected at
    /// once: that quietens nothing.</summary>
    public Task<EntryReceipt> ProposeEnd(Acting acting, Guid id, string? because, CancellationToken cancel) =>
        acts.Run(
            acting,
            "end an entry of a register",
            new { id, because },
            async act =>
            {
                acting.Require(Role.LicensingOfficer, Role.SeniorOfficer);
                var entry = await Find(act, id);
                var reason = Problems.Reason(because);
                if (entry.EndedAt is not null || entry.EndProposedBy is not null)
                    throw new ChangedException("Somebody has ended this entry already, or proposed it.");
                entry.EndBecause = reason;
                if (entry.CountsSince is null)
                {
                    End(act, entry);
                    act.Audit(new RegisterEntryEnded(Register.Of(entry.Kind).Name, entry.Subject, reason));
                    return new EntryReceipt(id, false);
                }
                entry.EndProposedBy = acting.PersonId;
                Act.Touch(entry);
                act.Audit(new RegisterEndProposed(Register.Of(entry.Kind).Name, entry.Subject, reason));
                return new EntryReceipt(id, true);
            },
            cancel
        );

    /// <summary>An end that was proposed is not to be: the entry goes on.</summary>
    public Task<EntryReceipt> KeepOn(Acting acting, Guid id, CancellationToken cancel) =>
        acts.Run(
            acting,
            "keep an entry of a register",
            new { id },
            async act =>
            {
                acting.Require(Role.LicensingOfficer, Role.SeniorOfficer);
                var entry = await Find(act, id);
                if (entry.EndedAt is not null || entry.EndProposedBy is null)
                    throw new ChangedException("Nobody proposes to end this entry any more.");
                (entry.EndProposedBy, entry.EndBecause) = (null, null);
                Act.Touch(entry);
                act.Audit(new RegisterEntryKept(Register.Of(entry.Kind).Name, entry.Subject));
                return new EntryReceipt(id, true);
            },
            cancel
        );

    /// <summary>Loads entries of other agencies from a file. They count at once, unless they could quieten a rule: those await an officer. What is
    /// there already, exactly so, stays as it is.</summary>
    /// <exception cref="MalformedException">An entry is not what it should be. Nothing was loaded.</exception>
    public Task<EntriesReceipt> Load(Acting acting, EntriesGiven given, CancellationToken cancel) =>
        acts.Run(
            acting,
            "load registers",
            given,
            async act =>
            {
                acting.Require(Role.Administrator);
                var problems = new Problems();
                var source = problems.Text("source", given.Source, "where the entries come from", 500);
                if (given.Data is not { ValueKind: JsonValueKind.Object })
                    problems.Add("data", "Give the registers as an object, each with a list of entries.");
                problems.ThrowIfAny();
                var entries = await Read(act, given.Data!.Value, source, problems);
                problems.ThrowIfAny();
                var there = await There(act.Db, acting.State, entries, cancel);
                var loaded = new SortedDictionary<string, int>(StringComparer.Ordinal);
                var unchanged = 0;
                foreach (var entry in entries)
                {
                    if (!there.Add((entry.Kind, entry.Sha256)))
                    {
                        unchanged++;
                        continue;
                    }
                    if (!Register.Of(entry.Kind).NeedsTwo)
                        entry.CountsSince = act.Now;
                    act.Db.RegisterEntries.Add(entry);
                    var name = Register.Of(entry.Kind).Name;
                    loaded[name] = loaded.GetValueOrDefault(name) + 1;
                }
                await ScreenAnew(act, [.. entries.Where(e => e.CountsSince is not null)]);
                if (loaded.Count > 0)
                    act.Audit(new RegistersLoaded([.. loaded.Select(l => $"{l.Key} ({l.Value})")], source));
                return new EntriesReceipt(loaded, unchanged);
            },
            cancel
        );

    /// <summary>The same at the command line, by whoever may write to the database.</summary>
    /// <param name="user">As the history is to name who it was.</param>
    /// <exception cref="NotFoundException">No authority of that State works here.</exception>
    public async Task<EntriesReceipt> Load(
        string user,
        Country state,
        EntriesGiven given,
        DateTimeOffset now,
        CancellationToken cancel
    ) => await Load(await database.AdministratorAtTheCommandLine(user, state, now, cancel), given, cancel);

    /// <summary>What the system itself has seen, e.g. at customs: it counts at once.</summary>
    internal static RegisterEntry Note(Act act, Country keptBy, RegisterKind kind, object content, string source)
    {
        var problems = new Problems();
        var its = Register.Of(kind);
        var json = JsonSerializer.SerializeToElement(content, content.GetType(), ScreeningJson.Options);
        var read = its.Read(json, "content", null, problems);
        problems.ThrowIfAny();
        var entry = Entry(act, keptBy, its, read!, source, null);
        entry.CountsSince = act.Now;
        act.Db.RegisterEntries.Add(entry);
        return entry;
    }

    /// <summary>Cases that the news is about are due for the screening.</summary>
    internal static async Task ScreenAnew(Act act, IReadOnlyList<RegisterEntry> news)
    {
        var state = news.Count > 0 ? news[0].KeptBy : act.Acting.State;
        var serials = news.Where(e => e.Kind is RegisterKind.Serial or RegisterKind.Seizure).Select(e => e.Subject);
        var keys = news.SelectMany(e => new[] { e.Subject, e.Party }).OfType<string>().ToList();
        var numbers = news.Select(CaseNumber).OfType<string>().ToList();
        // Who got the item, and under which licence.
        foreach (var some in serials.Distinct().Chunk(500))
        foreach (
            var item in await act
                .Db.RegisterEntries.AsNoTracking()
                .Where(e => e.KeptBy == state && e.Kind == RegisterKind.Serial && some.Contains(e.Subject))
                .Select(e => new { e.Content, e.Party })
                .ToListAsync(act.Cancel)
        )
        {
            var it = JsonSerializer.Deserialize<Domain.Screening.SerialRecord>(item.Content, ScreeningJson.Options)!;
            if (it.Ref is { } licence)
                numbers.Add(licence);
            if (item.Party is { } holder)
                keys.Add(holder);
        }
        await DueForScreening.Make(act, state, keys, numbers);
    }

    private static string? CaseNumber(RegisterEntry entry) =>
        entry.Kind is RegisterKind.CaseFact or RegisterKind.Incident
        && JsonDocument.Parse(entry.Content).RootElement.TryGetProperty("case_id", out var number)
            ? number.GetString()?.Trim().ToUpperInvariant()
            : null;

    private static async Task<List<RegisterEntry>> Read(Act act, JsonElement data, string source, Problems problems)
    {
        var entries = new List<RegisterEntry>();
        var within = problems.Within("data.");
        foreach (var part in data.EnumerateObject())
            if (Register.All.FirstOrDefault(r => r.Name == part.Name) is not { } its)
                within.Add(
                    part.Name,
                    $"There is no such register. There are {Words.And(Register.All.Select(r => r.Name))}."
                );
            else if (part.Value.ValueKind != JsonValueKind.Array)
                within.Add(part.Name, "Give its entries as a list.");
            else if (part.Value.GetArrayLength() > MostAtOnce)
                within.Add(part.Name, $"At most {MostAtOnce} entries are loaded at once: split the file.");
            else
                foreach (var (entry, i) in part.Value.EnumerateArray().Select((e, i) => (e, i)))
                {
                    var place = $"{part.Name}[{i}]";
                    var content = await WithCase(act, its, entry, place, within);
                    if (Read(act, its, content, place, source, null, within) is { } read)
                        entries.Add(read);
                }
        return entries;
    }

    // The case under its own number, also where its licence's was given: else no rule would find it.
    private static async Task<JsonElement> WithCase(
        Act act,
        Register its,
        JsonElement content,
        string place,
        Problems problems
    )
    {
        if (
            its.Kind is not (RegisterKind.CaseFact or RegisterKind.Incident)
            || content.ValueKind != JsonValueKind.Object
            || !content.TryGetProperty("case_id", out var given)
            || given.ValueKind != JsonValueKind.String
        )
            return content;
        var (number, state) = (given.GetString()!.Trim().ToUpperInvariant(), act.Acting.State);
        var found = await act
            .Db.Cases.Where(c =>
                c.State == state
                && (c.Number == number || act.Db.Licences.Any(l => l.CaseId == c.Id && l.Number == number))
            )
            .Select(c => c.Number)
            .FirstOrDefaultAsync(act.Cancel);
        if (found is null)
        {
            problems.Add($"{place}.case_id", $"There is no case or licence {number} here.");
            return content;
        }
        var all = System.Text.Json.Nodes.JsonObject.Create(content)!;
        all["case_id"] = found;
        return JsonSerializer.SerializeToElement(all);
    }

    private static RegisterEntry? Read(
        Act act,
        Register its,
        JsonElement content,
        string place,
        string source,
        Guid? replaces,
        Problems problems
    )
    {
        if (its.Read(content, place, act.Acting.Today, problems) is not { } read)
            return null;
        if (read.Content.Length <= Longest)
            return Entry(act, act.Acting.State, its, read, source, replaces);
        problems.Add(place, $"This is longer than {Longest} characters: shorten it.");
        return null;
    }

    private static RegisterEntry Entry(
        Act act,
        Country keptBy,
        Register its,
        Register.Readable read,
        string source,
        Guid? replaces
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(act.Now),
            KeptBy = keptBy,
            Kind = its.Kind,
            Subject = read.Subject,
            Party = read.Party,
            Owner = read.Owner,
            Account = read.Account,
            Content = read.Content,
            Sha256 = Wire.Hash(read.Content),
            Source = source,
            RecordedBy = act.Acting.PersonId,
            RecordedAt = act.Now,
            Replaces = replaces,
            Version = Guid.CreateVersion7(),
        };

    private static async Task<HashSet<(RegisterKind, string)>> There(
        LicensingDb db,
        Country state,
        List<RegisterEntry> entries,
        CancellationToken cancel
    )
    {
        var there = new HashSet<(RegisterKind, string)>();
        foreach (var some in entries.Select(e => e.Sha256).Distinct().Chunk(500))
        foreach (
            var row in await db
                .RegisterEntries.Where(e => e.KeptBy == state && e.EndedAt == null && some.Contains(e.Sha256))
                .Select(e => new { e.Kind, e.Sha256 })
                .ToListAsync(cancel)
        )
            there.Add((row.Kind, row.Sha256));
        return there;
    }

    private static void End(Act act, RegisterEntry entry)
    {
        (entry.EndedBy, entry.EndedAt) = (act.Acting.PersonId, act.Now);
        Act.Touch(entry);
    }

    private static async Task<RegisterEntry> Find(Act act, Guid id) =>
        await act.Db.RegisterEntries.SingleOrDefaultAsync(e => e.Id == id && e.KeptBy == act.Acting.State, act.Cancel)
        ?? throw new NotFoundException("entry of a register");
}
