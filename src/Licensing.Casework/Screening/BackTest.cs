using System.Diagnostics;
using System.Text.Json;
using Licensing.Casework.Acts;
using Licensing.Casework.Publishing;
using Licensing.Casework.Storage;
using Licensing.Domain.Licences;
using Licensing.Domain.Policies;
using Licensing.Domain.Screening;
using Licensing.Domain.States;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Screening;

/// <summary>What a candidate does to one rule over all past decisions.</summary>
/// <param name="Gained">Numbers, in their order, of the cases in which it would raise a flag and did not.</param>
/// <param name="Lost">Numbers of the cases in which it raised one and would not.</param>
public sealed record RuleUnderTest(string Rule, IReadOnlyList<string> Gained, IReadOnlyList<string> Lost);

/// <summary>A decision that would have been taken in another band.</summary>
/// <param name="Before">"blocked", or the name of the band.</param>
public sealed record OtherBand(string Case, Verdict Verdict, string Before, string After);

/// <summary>A candidate rule set over every past decision that was screened, each with the dossier and the lists that were known then.</summary>
/// <param name="Decisions">How many were replayed.</param>
/// <param name="NotScreened">Decisions before which nobody had screened the case: nothing can be replayed there.</param>
/// <param name="Rules">Those that raise other flags, by id.</param>
/// <param name="AlertsBefore">Flags above information, per decision.</param>
/// <param name="PeakBytes">The most memory that the process has held.</param>
public sealed record BackTestReport(
    string RuleSet,
    int Version,
    int Decisions,
    int NotScreened,
    IReadOnlyList<RuleUnderTest> Rules,
    IReadOnlyList<OtherBand> Bands,
    decimal AlertsBefore,
    decimal AlertsAfter,
    double Seconds,
    long PeakBytes
);

/// <summary>Replays a candidate rule set over what has been decided. It changes nothing.</summary>
public sealed class BackTest(Database database)
{
    /// <summary>The same for a senior officer, over the decisions of the own State.</summary>
    /// <param name="candidate">The rule set as JSON, as in the folder of the workflows.</param>
    /// <exception cref="MalformedException">It cannot be read as a rule set; it lists every mistake.</exception>
    public Task<BackTestReport> Run(Acting acting, string? candidate, CancellationToken cancel)
    {
        acting.Require(Role.SeniorOfficer);
        if (string.IsNullOrWhiteSpace(candidate))
            throw new MalformedException("rules", "Give the rule set that is to be tried out.");
        try
        {
            return Run(ReadRuleSet.RuleSetIn(candidate, "rules"), acting.State, cancel);
        }
        catch (UnreadableException mistake)
        {
            throw new MalformedException([
                .. mistake.Mistakes.Select(m => new FieldProblem("rules", $"The rule set cannot be used: {m}.")),
            ]);
        }
    }

    /// <param name="state">Of one State alone; null for all.</param>
    public async Task<BackTestReport> Run(RuleSet candidate, Country? state, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        await using var db = database.Open();
        await using var lookup = database.Open();
        var then = new WhatWasKnown(lookup);
        var (gained, lost) = (new Tally(), new Tally());
        var bands = new List<OtherBand>();
        var (count, before, after) = (0, 0, 0);
        // One after the other as they come, so that memory does not grow with the years.
        await foreach (var it in Screened(db, state).AsAsyncEnumerable().WithCancellation(cancel))
        {
            // It was checked when it was made.
            var dossier = JsonSerializer.Deserialize<ScreeningDossier>(it.Dossier, ScreeningJson.Options)!;
            var reference = await then.Reference(it.State, it.Lists, cancel);
            var profile = new ScreeningProfile(await then.Profile(it.Profile, it.ProfileVersion, cancel), []);
            var rules = await then.Rules(it.RuleSet, it.RuleSetVersion, cancel);
            var old = ScreenCase.BeforeTheLicence(dossier, reference, rules, profile, null);
            var now = ScreenCase.BeforeTheLicence(dossier, reference, candidate, profile, null);
            count++;
            before += old.Flags.Count(IsAlert);
            after += now.Flags.Count(IsAlert);
            gained.Add(now.Flags.Select(f => f.Rule).Except(old.Flags.Select(f => f.Rule)), it.Number);
            lost.Add(old.Flags.Select(f => f.Rule).Except(now.Flags.Select(f => f.Rule)), it.Number);
            if (old.Score.Disposition != now.Score.Disposition)
                bands.Add(new OtherBand(it.Number, it.Verdict, old.Score.Disposition, now.Score.Disposition));
        }
        return new BackTestReport(
            candidate.Id,
            candidate.Version,
            count,
            await Decided(db, state).CountAsync(cancel) - count,
            [
                .. gained
                    .Rules.Concat(lost.Rules)
                    .Distinct()
                    .Order(StringComparer.Ordinal)
                    .Select(rule => new RuleUnderTest(rule, gained.Of(rule), lost.Of(rule))),
            ],
            [.. bands.OrderBy(b => b.Case, StringComparer.Ordinal)],
            count == 0 ? 0 : Math.Round((decimal)before / count, 2),
            count == 0 ? 0 : Math.Round((decimal)after / count, 2),
            Math.Round(watch.Elapsed.TotalSeconds, 1),
            Process.GetCurrentProcess().PeakWorkingSet64
        );
    }

    private static bool IsAlert(Flag flag) => flag.Severity > Severity.Info;

    private sealed record Replayed(
        string Number,
        Country State,
        string Profile,
        int ProfileVersion,
        Verdict Verdict,
        string RuleSet,
        int RuleSetVersion,
        string Lists,
        string Dossier
    );

    private static IQueryable<Decision> Decided(LicensingDb db, Country? state) =>
        db.Decisions.Where(d =>
            db.Cases.Any(c => c.Id == d.CaseId && c.Kind == LicenceKind.Export && (state == null || c.State == state))
        );

    // The last screening by the moment of the decision is what the officers had before them.
    private static IQueryable<Replayed> Screened(LicensingDb db, Country? state) =>
        from decision in Decided(db, state).AsNoTracking()
        join its in db.Cases on decision.CaseId equals its.Id
        join screening in db.Screenings.AsNoTracking() on its.Id equals screening.CaseId
        where
            screening.Sequence
            == db.Screenings.Where(o => o.CaseId == its.Id && o.At <= decision.At).Max(o => o.Sequence)
        select new Replayed(
            its.Number,
            its.State,
            its.Profile,
            its.ProfileVersion,
            decision.Verdict,
            screening.RuleSet,
            screening.RuleSetVersion,
            screening.Lists,
            screening.Dossier
        );

    /// <summary>What is read again and again for many decisions.</summary>
    private sealed class WhatWasKnown(LicensingDb db)
    {
        private readonly Dictionary<(Country, string), ReferenceData> _reference = [];
        private readonly Dictionary<(string, int), PolicyProfile> _profiles = [];
        private readonly Dictionary<(string, int), RuleSet> _rules = [];

        public async Task<ReferenceData> Reference(Country state, string lists, CancellationToken cancel)
        {
            if (!_reference.TryGetValue((state, lists), out var known))
                _reference[(state, lists)] = known = await ReferenceOnFile.AsRead(
                    db,
                    state,
                    JsonSerializer.Deserialize<Dictionary<string, string>>(lists)!,
                    cancel
                );
            return known;
        }

        public async Task<PolicyProfile> Profile(string id, int version, CancellationToken cancel)
        {
            if (!_profiles.TryGetValue((id, version), out var known))
                _profiles[(id, version)] = known = Published.Policy(
                    await Content(PublishedKind.Policy, id, version, cancel)
                );
            return known;
        }

        public async Task<RuleSet> Rules(string id, int version, CancellationToken cancel)
        {
            if (!_rules.TryGetValue((id, version), out var known))
                _rules[(id, version)] = known = ReadRuleSet.RuleSetIn(
                    await Content(PublishedKind.Screening, id, version, cancel),
                    $"{id} version {version}"
                );
            return known;
        }

        private Task<string> Content(PublishedKind kind, string id, int version, CancellationToken cancel) =>
            db
                .PublishedFiles.Where(f => f.Kind == kind && f.Id == id && f.Version == version)
                .Select(f => f.Content)
                .SingleAsync(cancel);
    }

    private sealed class Tally
    {
        private readonly Dictionary<string, List<string>> _cases = [];

        public IEnumerable<string> Rules => _cases.Keys;

        public IReadOnlyList<string> Of(string rule) =>
            [.. (_cases.GetValueOrDefault(rule) ?? []).Order(StringComparer.Ordinal)];

        public void Add(IEnumerable<string> rules, string number)
        {
            foreach (var rule in rules)
                if (_cases.TryGetValue(rule, out var cases))
                    cases.Add(number);
                else
                    _cases[rule] = [number];
        }
    }
}
