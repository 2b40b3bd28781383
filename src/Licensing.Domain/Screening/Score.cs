namespace Licensing.Domain.Screening;

/// <summary>Gates first, then points, then a band. It never grants and never refuses: it says who has to look.</summary>
/// <param name="IsBlocked">A gate is closed, whatever the points.</param>
public sealed record Score(int Points, string Band, bool IsBlocked)
{
    public string Disposition => IsBlocked ? "blocked" : Band;

    /// <summary>Points add up within a family to its cap, and over all country-derived rules to theirs; a country-derived rule counts in
    /// no family. There are no negative points: what mitigates a risk does not hide it.</summary>
    public static Score Of(IReadOnlyList<Flag> flags, RuleSet rules)
    {
        var points =
            flags
                .Where(f => !f.CountryDerived)
                .GroupBy(f => f.Family)
                .Sum(family => Math.Min(rules.FamilyCap, family.Sum(f => rules.Weights[f.Severity])))
            + Math.Min(rules.CountryCap, flags.Where(f => f.CountryDerived).Sum(f => rules.Weights[f.Severity]));
        return new Score(points, rules.BandOf(points).Name, flags.Any(f => f.Severity == Severity.Blocking));
    }
}
