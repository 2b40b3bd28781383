using Licensing.Domain.Screening.Rules;

namespace Licensing.Domain.Screening;

/// <summary>Runs a rule set over a dossier. The same dossier, reference data, rule set and profile give the same answer on any day.</summary>
public static class ScreeningRun
{
    /// <param name="gate">What the gate of Article 10 itself finds in the case; where it is left out, what it finds in the dossier.</param>
    /// <param name="rules">Those that are written; the catalogue's when left out.</param>
    public static ScreeningReport Of(
        ScreeningDossier dossier,
        ReferenceData reference,
        RuleSet ruleSet,
        ScreeningProfile profile,
        IReadOnlyList<Rule>? rules = null,
        GateFindings? gate = null
    )
    {
        var written = (rules ?? Catalogue.Rules).ToDictionary(r => r.Id);
        var asked = ruleSet
            .Rules.Select(r => ruleSet.InForce(r, dossier.AsOf, dossier.Authority))
            .Where(r => r.Enabled && r.Stages.Contains(dossier.Stage) && written.ContainsKey(r.Id))
            .ToDictionary(r => r.Id);
        var results = new Dictionary<string, IReadOnlyList<Result>?>();
        Facts? facts = null;
        facts = new Facts(dossier, reference, profile, ResultsOf, gate);
        var flags = new List<Flag>();
        var notAssessed = new List<NotAssessed>();
        foreach (var rule in asked.Values)
        {
            var said = ResultsOf(rule.Id);
            if (Explanation.Of(rule, [.. said.OfType<Sign>()], facts, ruleSet.Id) is { } flag)
                flags.Add(flag);
            var missing = said.OfType<NotAssessable>().SelectMany(n => n.Inputs).Distinct().ToList();
            if (missing.Count > 0)
                notAssessed.Add(new NotAssessed(rule.Id, missing));
        }
        return new ScreeningReport(flags, notAssessed, Score.Of(flags, ruleSet));

        // Rules may ask each other; each is worked out once.
        IReadOnlyList<Result> ResultsOf(string id)
        {
            if (!asked.TryGetValue(id, out var rule))
                return [];
            if (!results.TryGetValue(id, out var said))
            {
                results[id] = null;
                results[id] = said = [.. written[id].Finds(facts!, rule.Parameters)];
            }
            return said ?? throw new InvalidOperationException($"{id} asks, by way of others, for its own answer.");
        }
    }
}

/// <summary>A rule that could not tell, and what it would have to know (DR-Q01). It is never read as clear.</summary>
public sealed record NotAssessed(string Rule, IReadOnlyList<string> Missing);

/// <param name="Flags">Of every severity, one for each rule that found something, in the order of the rule set.</param>
public sealed record ScreeningReport(IReadOnlyList<Flag> Flags, IReadOnlyList<NotAssessed> NotAssessed, Score Score)
{
    /// <summary>Of one case whose goods were looked at as of several stages: what a rule found in any of them is one flag, of the gravest.</summary>
    public static ScreeningReport Together(IReadOnlyList<ScreeningReport> reports, RuleSet ruleSet)
    {
        IReadOnlyList<Flag> flags =
        [
            .. reports.SelectMany(r => r.Flags).GroupBy(f => f.Rule).Select(g => Explanation.Together([.. g])),
        ];
        return new ScreeningReport(
            flags,
            [
                .. reports
                    .SelectMany(r => r.NotAssessed)
                    .GroupBy(n => n.Rule)
                    .Select(g => new NotAssessed(g.Key, [.. g.SelectMany(n => n.Missing).Distinct()])),
            ],
            Score.Of(flags, ruleSet)
        );
    }
}
