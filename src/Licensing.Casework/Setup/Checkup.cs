using Licensing.Casework.Acts;
using Licensing.Casework.Notices;
using Licensing.Casework.Publishing;
using Licensing.Casework.Storage;
using Licensing.Domain.Clocks;
using Licensing.Domain.Policies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using IRelationalDatabaseCreator = Microsoft.EntityFrameworkCore.Storage.IRelationalDatabaseCreator;

namespace Licensing.Casework.Setup;

/// <summary>One thing that was looked at.</summary>
/// <param name="WhatToDo">Empty when it is well.</param>
public sealed record Diagnosis(string What, bool IsWell, string Finding, string WhatToDo)
{
    /// <summary>For a terminal: a line, and what to do on a second one.</summary>
    public override string ToString() =>
        IsWell ? $"ok    {What}: {Finding}" : $"FAIL  {What}: {Finding}{Environment.NewLine}      {WhatToDo}";
}

/// <summary>Looks a deployment over and says what to do about what it finds. It changes nothing.</summary>
public sealed class Checkup(Database database, TimeProvider clock)
{
    /// <summary>What is due is woken every quarter of a minute: what is still lying there after so long is not being woken.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Legal days are told by the clock: more than this and two machines may disagree about the day.</summary>
    public static readonly TimeSpan LargestSkew = TimeSpan.FromSeconds(5);

    /// <summary>So many days before its holidays end a calendar is due for its next version.</summary>
    private const int HolidaysAhead = 60;

    public async Task<IReadOnlyList<Diagnosis>> Run(CancellationToken cancel)
    {
        LicensingDb? opened = null;
        try
        {
            opened = database.Open();
            // To open a SQLite file that is not there would make an empty one.
            if (
                opened is SqliteLicensingDb
                && !await opened.GetService<IRelationalDatabaseCreator>().ExistsAsync(cancel)
            )
                throw new FileNotFoundException($"There is no file {opened.Database.GetDbConnection().DataSource}.");
            await opened.Database.OpenConnectionAsync(cancel);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            if (opened is not null)
                await opened.DisposeAsync();
            return
            [
                Ill(
                    "database",
                    $"It cannot be reached: {failure.GetBaseException().Message}",
                    "Check the connection string, the network and whether the server runs."
                ),
            ];
        }
        await using var db = opened;
        var found = new List<Diagnosis>();
        found.Add(Well("database", $"{db.Database.ProviderName} answers."));
        var schema = await Schema(db, cancel);
        found.Add(schema);
        if (!schema.IsWell)
            return found;
        found.Add(await Clocks(db, cancel));
        found.AddRange(await Setup(db, cancel));
        found.Add(await Stuck(db, cancel));
        found.Add(await Overdue(db, cancel));
        found.Add(await Unsent(db, cancel));
        return found;
    }

    private static async Task<Diagnosis> Schema(LicensingDb db, CancellationToken cancel)
    {
        var known = db.Database.GetMigrations().ToList();
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancel)).ToList();
        var (pending, newer) = (known.Except(applied).ToList(), applied.Except(known).ToList());
        return newer.Count > 0
                ? Ill(
                    "schema",
                    $"The database is newer than this program: {Words.And(newer)}.",
                    "Use the program of that version, or restore the backup that goes with this one."
                )
            : pending.Count > 0
                ? Ill(
                    "schema",
                    $"Migrations are pending: {Words.And(pending)}.",
                    "Back up, then run licensing migrate."
                )
            : Well("schema", $"It is at {known[^1]}, the version of this program.");
    }

    private async Task<Diagnosis> Clocks(LicensingDb db, CancellationToken cancel)
    {
        var before = clock.GetUtcNow();
        var there = await db.ServerClock(cancel);
        var skew = there is { } moment
            ? (moment - before - (clock.GetUtcNow() - before) / 2).Duration()
            : TimeSpan.Zero;
        return skew <= LargestSkew
            ? Well(
                "clock",
                there is null ? "The database is on this machine." : $"It differs by {skew.TotalSeconds:0.0} s."
            )
            : Ill(
                "clock",
                $"The clock of this machine and that of the database differ by {skew.TotalSeconds:0} s.",
                "Set both by NTP: legal days are told by them."
            );
    }

    private async Task<IEnumerable<Diagnosis>> Setup(LicensingDb db, CancellationToken cancel)
    {
        var published = await db.PublishedFiles.AsNoTracking().ToListAsync(cancel);
        var states = await db.States.AsNoTracking().OrderBy(s => s.Code).ToListAsync(cancel);
        var now = clock.GetUtcNow();
        var policies = published
            .Where(f => f.Kind == PublishedKind.Policy)
            .Select(f => Wire.Read<PolicyProfile>(f.Content))
            .ToList();
        var without = states
            .Where(s => s.IsResident)
            .Where(s => Published.InForce(policies, s.Profile, LegalDay.Of(now, s.TimeZone)) is null)
            .Select(s => s.Name)
            .ToList();
        var days = states
            .Where(s => s.IsResident)
            .Select(s => (State: s, Calendar: Newest(published, s.Calendar)))
            .ToList();
        var procedures = published.Where(f => f.Kind == PublishedKind.Procedure).ToList();
        var officers = await db
            .Appointments.AsNoTracking()
            .Where(a => a.Role == Role.LicensingOfficer || a.Role == Role.SeniorOfficer)
            .ToListAsync(cancel);
        // Whoever recommends does not decide: without two of them nothing is granted, and no transit is answered.
        var alone = states
            .Where(s => s.IsResident)
            .Where(s =>
                officers.FindAll(a => a.State == s.Code && a.IsHeldOn(LegalDay.Of(now, s.TimeZone))) is var own
                && (
                    own.TrueForAll(a => a.Role != Role.SeniorOfficer)
                    || own.Select(a => a.PersonId).Distinct().Count() < 2
                )
            )
            .Select(s => s.Name)
            .ToList();
        var administrators = await db.Appointments.CountAsync(a => a.Role == Role.Administrator, cancel);
        var unscreened = states
            .Where(s => s.IsResident)
            .Where(s => Published.InForce(policies, s.Profile, LegalDay.Of(now, s.TimeZone)) is { Screened: true })
            .ToList();
        foreach (var state in unscreened.ToList())
            if (await Published.RulesInForce(db, LegalDay.Of(now, state.TimeZone), cancel) is not null)
                unscreened.Remove(state);
        return
        [
            procedures.Count > 0
                ? Well("procedures", $"{procedures.Count} versions are published.")
                : Ill("procedures", "None is published.", "Run licensing migrate with the folder of the workflows."),
            states.Count == 0 ? Ill("directory", "There are no States in it.", "Run licensing fill-directory.")
            : without.Count > 0
                ? Ill("policies", $"None is in force for {Words.And(without)}.", "Publish a policy profile for today.")
            : Well("directory", $"{states.Count} States; every resident one has a policy profile in force."),
            unscreened.Count > 0
                ? Ill(
                    "screening",
                    $"{Words.And([.. unscreened.Select(s => s.Name)])} screens exports, and no rule set of the screening is in force: nothing can be licensed.",
                    "Run licensing migrate with the folder of the workflows and its rule sets."
                )
                : Well("screening", "Wherever exports are screened a rule set is in force."),
            Days(days, now),
            alone.Count > 0
                ? Ill(
                    "officers",
                    $"{Words.And(alone)} works here without two officers, one of them a senior one.",
                    "Appoint them with licensing fill-directory: nobody decides what they recommended."
                )
                : Well("officers", "Every resident State has two, one of them a senior one."),
            administrators > 0
                ? Well("administrators", $"{administrators} appointed.")
                : Ill("administrators", "Nobody is appointed.", "Appoint one with licensing fill-directory."),
        ];
    }

    private static Calendar? Newest(List<PublishedFile> published, string id) =>
        published
            .Where(f => f.Kind == PublishedKind.Calendar && f.Id == id)
            .OrderByDescending(f => f.Version)
            .Select(f => Wire.Read<Calendar>(f.Content))
            .FirstOrDefault();

    private static Diagnosis Days(List<(StateRecord State, Calendar? Calendar)> days, DateTimeOffset now)
    {
        var without = days.Where(d => d.Calendar is null).Select(d => $"{d.State.Name} ({d.State.Calendar})").ToList();
        var soon = LegalDay.Of(now, "UTC").AddDays(HolidaysAhead);
        var ending = days.Where(d => d.Calendar?.KnownTo < soon)
            .Select(d => $"{d.State.Name} ({d.Calendar!.Id}, to {d.Calendar.KnownTo:yyyy-MM-dd})")
            .ToList();
        return without.Count > 0
                ? Ill("calendars", $"None is published for {Words.And(without)}.", "Publish a calendar of that id.")
            : ending.Count > 0
                ? Ill(
                    "calendars",
                    $"The holidays of the coming {HolidaysAhead} days are not entered for {Words.And(ending)}.",
                    "Publish a new version of the calendar with the next year's holidays."
                )
            : Well("calendars", "Every resident State has one, with the coming holidays entered.");
    }

    private async Task<Diagnosis> Stuck(LicensingDb db, CancellationToken cancel)
    {
        var late = clock.GetUtcNow() - Patience;
        // What an engine outside carries on comes to rest within seconds. A case in which something can be done has an instance that waits
        // where the case says it stands; any other has come to its end.
        var waiting = nameof(Workflow.InstanceStatus.Waiting);
        var stuck = await (
            from found in db.Cases.AsNoTracking()
            join instance in db.ProcedureInstances.AsNoTracking() on found.Id equals instance.CaseId into instances
            from instance in instances.DefaultIfEmpty()
            where
                instance == null
                || found.MovingSince <= late
                || (
                    found.MovingSince == null
                    && (
                        instance.Position != found.Position
                        || (found.PermittedActs != "") != (instance.Status == waiting)
                    )
                )
            orderby found.Number
            select found.Number
        )
            .Take(20)
            .ToListAsync(cancel);
        return stuck.Count == 0
            ? Well("cases", "None is stuck.")
            : Ill(
                "cases",
                $"Stuck: {Words.And(stuck)}.",
                "Keep a copy of the database and report these cases to the maintainers."
            );
    }

    private async Task<Diagnosis> Overdue(LicensingDb db, CancellationToken cancel)
    {
        var late = clock.GetUtcNow() - Patience;
        var overdue = await db.DueTimes.CountAsync(d => d.SettledAt == null && d.DueAt <= late, cancel);
        return overdue == 0
            ? Well("deadlines", "None is overdue.")
            : Ill(
                "deadlines",
                $"{overdue} have passed for more than {Patience.TotalMinutes:0} minutes and were not noted.",
                "See that a node is running, and look at /jobs for what fails."
            );
    }

    private async Task<Diagnosis> Unsent(LicensingDb db, CancellationToken cancel)
    {
        var late = clock.GetUtcNow() - Patience - SendNotices.Claim;
        var unsent = db.Notices.AsNoTracking().Where(n => n.SentAt == null && n.CreatedAt <= late);
        var count = await unsent.CountAsync(cancel);
        var error = await unsent
            .Where(n => n.LastError != null)
            .OrderBy(n => n.CreatedAt)
            .Select(n => n.LastError)
            .FirstOrDefaultAsync(cancel);
        return count == 0
            ? Well("notices", "None is waiting.")
            : Ill(
                "notices",
                $"{count} are unsent{(error is null ? "" : $"; the oldest failed with: {error}")}.",
                error is null
                    ? "See that a node is running."
                    : "Check the settings of Mail and whether its server answers."
            );
    }

    private static Diagnosis Well(string what, string finding) => new(what, true, finding, "");

    private static Diagnosis Ill(string what, string finding, string whatToDo) => new(what, false, finding, whatToDo);
}
