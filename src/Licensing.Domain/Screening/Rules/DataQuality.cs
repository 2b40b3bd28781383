using Licensing.Domain.Policies;

namespace Licensing.Domain.Screening.Rules;

/// <summary>The quality of what the rules look at (catalogue, 4.7). DR-Q01 is not among them: it is what every rule says that cannot
/// tell.</summary>
public static class DataQuality
{
    public static readonly IReadOnlyList<Rule> Rules =
    [
        new("DR-Q02", ListIsStale, new Parameter("max_age_days", ParameterKind.Whole)),
        new("DR-Q03", SomethingIsSetAside),
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

    /// <summary>DR-Q03: by decision, not because of what the dossier says, rules keep silent. Whether one was made is always known: one that
    /// is not on record sets nothing aside.</summary>
    private static IEnumerable<Result> SomethingIsSetAside(Facts facts, Parameters _) =>
        [
            .. OneLaw.Waived(facts).Select(s => SimplifiedProcedure(s, facts)),
            .. (facts.Case.DeclaredTransit ?? [])
                .Where(_ => facts.Case.LandlockedArrangement is not null)
                .Distinct()
                .Where(state => OneLaw.IsUnderArrangement(state, facts))
                .Select(state =>
                    SetAside(
                        $"Arrangement {facts.Case.LandlockedArrangement} stands in the place of a notice of {state}.",
                        "case.landlocked_arrangement",
                        facts.Case.LandlockedArrangement!
                    )
                ),
            .. (facts.Case.EmbargoExemptions ?? []).Select(id =>
                SetAside($"An exemption from embargo {id} was approved for this case.", "case.embargo_exemptions", id)
            ),
            .. RefutedLinks(facts),
        ];

    private static Result SimplifiedProcedure(Simplification simplification, Facts facts)
    {
        var procedure = facts.Case.SimplifiedProcedure!;
        var unmet = facts
            .Gate.Export.Where(f =>
                f.SimplifiedUnder == simplification.Instrument && simplification.Findings.Contains(f.Rule)
            )
            .Select(f => f.Rule)
            .Distinct();
        return Result.Found(
            Severity.Info,
            $"A simplified procedure applies ({simplification.Instrument}): {procedure.Purpose}, to return by {procedure.ReturnBy:yyyy-MM-dd}.",
            new Evidence(
                new Dictionary<string, object>
                {
                    ["purpose"] = procedure.Purpose!,
                    ["return_by"] = procedure.ReturnBy!.Value,
                    ["instrument"] = simplification.Instrument,
                    ["set_aside"] = string.Join(", ", unmet),
                },
                [
                    new Input(
                        "case.simplified_procedure",
                        $"{procedure.Purpose}, return by {procedure.ReturnBy:yyyy-MM-dd}"
                    ),
                ]
            )
        );
    }

    private static IEnumerable<Result> RefutedLinks(Facts facts)
    {
        var refuted = (facts.Dossier.RefutedLinks ?? []).Where(r => facts.AsOf <= r.ValidTo).ToList();
        if (refuted.Count == 0)
            return [];
        var cluster = facts.RecipientCluster();
        return refuted
            .Where(r => cluster.Contains(r.PartyA) || cluster.Contains(r.PartyB))
            .Select(r =>
                SetAside(
                    $"That {r.PartyA} and {r.PartyB} share the same {r.Attribute.Replace('_', ' ')} counts as no link until "
                        + $"{r.ValidTo:yyyy-MM-dd}: {r.Reason} ({r.Author})",
                    "refuted_links",
                    $"{r.PartyA}, {r.PartyB}, {r.Attribute}"
                )
            );
    }

    private static Result SetAside(string text, string place, string value) =>
        Result.Found(
            Severity.Info,
            text,
            new Evidence(new Dictionary<string, object> { ["set_aside_by"] = value }, [new Input(place, value)])
        );
}
