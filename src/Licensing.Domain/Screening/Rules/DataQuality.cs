namespace Licensing.Domain.Screening.Rules;

/// <summary>The quality of what the rules look at (catalogue, 4.7). DR-Q01 is not among them: it is what every rule says that cannot
/// tell.</summary>
public static class DataQuality
{
    public static readonly IReadOnlyList<Rule> Rules =
    [
        new("DR-Q02", ListIsStale, new Parameter("max_age_days", ParameterKind.Whole)),
    ];

    private static readonly IReadOnlyList<string> MustBeFresh = ["embargo", "sanctions"];

    /// <summary>DR-Q02: a list is past its day of review, or an embargo or sanctions list was fetched too long ago. The freshness is that of
    /// the copy in use: one fetched after the day in question is not stale.</summary>
    private static IEnumerable<Result> ListIsStale(Facts facts, Parameters its)
    {
        var lists = facts.Dossier.ListMeta ?? facts.Reference.ListMeta ?? new Dictionary<string, ListMeta>();
        foreach (var name in MustBeFresh.Where(n => !lists.TryGetValue(n, out var it) || it.RetrievedOn is null))
            yield return Result.Missing($"list_meta.{name}.retrieved_on");
        foreach (var (name, it) in lists)
        {
            var mustBeFresh = MustBeFresh.Contains(name);
            var age = it.RetrievedOn is { } fetched ? Math.Max(0, Days.Between(fetched, facts.AsOf)) : (int?)null;
            var isPastReview = facts.AsOf > it.ReviewBy;
            if (!isPastReview && !(mustBeFresh && age > its.Whole("max_age_days")))
                continue;
            yield return Result.Found(
                mustBeFresh ? Severity.Elevated : Severity.Info,
                isPastReview
                    ? $"The {name} list was to be reviewed by {it.ReviewBy:yyyy-MM-dd}."
                    : $"The {name} list was fetched {age} days ago.",
                new Evidence(
                    new Dictionary<string, object>
                    {
                        ["list"] = name,
                        ["age_days"] = age is { } days ? days : "not known",
                    },
                    [
                        new Input(
                            $"list_meta.{name}",
                            $"retrieved {it.RetrievedOn:yyyy-MM-dd}, review by {it.ReviewBy:yyyy-MM-dd}"
                        ),
                    ]
                )
                {
                    Lists = [name],
                }
            );
        }
    }
}
