namespace Licensing.Domain.Screening;

/// <summary>What a rule found, as it is kept with the case: enough to judge it again from the record alone.</summary>
/// <param name="Text">For the officer. Where the rule found several things, the gravest first.</param>
/// <param name="OfficerAction">What the officer does about it.</param>
/// <param name="MayBeClearedBy">Null for a finding of law: it is cured, never cleared.</param>
public sealed record Flag(
    string Rule,
    string Family,
    bool CountryDerived,
    Severity Severity,
    Stage Stage,
    string Text,
    FlagEvidence Evidence,
    string OfficerAction,
    string FalsePositives,
    string? MayBeClearedBy
);

/// <summary>The explanation record of a flag.</summary>
/// <param name="Computed">Of the gravest thing found; the others follow in <paramref name="Further"/>.</param>
/// <param name="Thresholds">The parameters of the rule as they were.</param>
/// <param name="ReferenceData">Lists and tables that were looked into, with the hash of what was read.</param>
/// <param name="Further">What else the same rule found.</param>
public sealed record FlagEvidence(
    string RuleVersion,
    string Ruleset,
    string? Case,
    DateOnly AsOf,
    IReadOnlyDictionary<string, object> Computed,
    Parameters Thresholds,
    IReadOnlyList<Input> Inputs,
    IReadOnlyList<string> LinkPath,
    IReadOnlyList<ListRead> ReferenceData,
    IReadOnlyList<string> Sources,
    IReadOnlyList<Sign> Further
);

/// <param name="Sha256">Null when the reference data were not read from a file.</param>
public sealed record ListRead(string List, string? Sha256);

internal static class Explanation
{
    /// <summary>One firing for each rule, of the highest severity found; null when it found nothing.</summary>
    public static Flag? Of(RuleDefinition rule, IReadOnlyList<Sign> signs, Facts facts, string ruleSet)
    {
        if (signs.Count == 0)
            return null;
        var graded = signs
            .Select(s => s with { Severity = rule.Grade(s.Severity) })
            .OrderByDescending(s => s.Severity)
            .ToList();
        var gravest = graded[0];
        return new Flag(
            rule.Id,
            rule.Family,
            rule.CountryDerived,
            gravest.Severity,
            facts.Stage,
            string.Join(" ", graded.Select(s => s.Text).Distinct()),
            new FlagEvidence(
                rule.Version,
                ruleSet,
                facts.Case.CaseId,
                facts.AsOf,
                gravest.Evidence.Computed,
                rule.Parameters,
                gravest.Evidence.Inputs,
                gravest.Evidence.LinkPath,
                [
                    .. graded
                        .SelectMany(s => s.Evidence.Lists)
                        .Distinct()
                        .Select(name => new ListRead(name, facts.Reference.Hashes?.GetValueOrDefault(name))),
                ],
                rule.Sources,
                graded[1..]
            ),
            rule.OfficerAction,
            rule.FalsePositives,
            rule.MayBeClearedBy
        );
    }

    /// <summary>Flags of one rule as one: the gravest, and what else was found.</summary>
    public static Flag Together(IReadOnlyList<Flag> flags)
    {
        var graded = flags.DistinctBy(f => f.Text).OrderByDescending(f => f.Severity).ToList();
        var gravest = graded[0];
        return graded.Count == 1
            ? gravest
            : gravest with
            {
                Text = string.Join(" ", graded.Select(f => f.Text)),
                Evidence = gravest.Evidence with
                {
                    Further =
                    [
                        .. gravest.Evidence.Further,
                        .. graded
                            .Skip(1)
                            .SelectMany(f =>
                                f.Evidence.Further.Prepend(
                                    new Sign(
                                        f.Severity,
                                        f.Text,
                                        new Evidence(f.Evidence.Computed, f.Evidence.Inputs)
                                        {
                                            LinkPath = f.Evidence.LinkPath,
                                        }
                                    )
                                )
                            ),
                    ],
                },
            };
    }
}
