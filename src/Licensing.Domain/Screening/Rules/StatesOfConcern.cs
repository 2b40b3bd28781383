namespace Licensing.Domain.Screening.Rules;

/// <summary>Rules that follow from States alone (catalogue, 4.3): risk lists and hubs; embargoes are in <see cref="Embargoes"/>. Their points
/// are capped together.</summary>
public static class StatesOfConcern
{
    public static readonly IReadOnlyList<Rule> Rules =
    [
        new("DR-R06", StateOnARiskList),
        new(
            "DR-R08",
            HubOrManyTranshipments,
            new Parameter("max_dwell", ParameterKind.Whole),
            new Parameter("max_transship", ParameterKind.Whole)
        ),
    ];

    /// <summary>A State of the case.</summary>
    /// <param name="Role">What it is to the goods, in words.</param>
    internal sealed record Concerned(string State, string Role, string Place);

    /// <summary>DR-R06: the national risk list names the State of destination or a transit State on the day.</summary>
    private static IEnumerable<Result> StateOnARiskList(Facts facts, Parameters _)
    {
        if (facts.Reference.Lists?.HighRisk is not { } risks)
        {
            yield return Result.Missing("reference.lists.high_risk");
            yield break;
        }
        if (MissingForStates(facts).ToList() is { Count: > 0 } missing)
            yield return Result.Missing(missing);
        var inForce = risks.On(facts.AsOf).ToList();
        foreach (var concerned in Destination(facts).Concat(TransitStates(facts)).DistinctBy(c => c.State))
        foreach (var entry in inForce.Where(r => r.State == concerned.State))
        {
            var isDestination = concerned.State == facts.Case.CountryImport;
            if (isDestination && entry.Level is not ("high" or "elevated"))
            {
                yield return Result.Missing($"reference.lists.high_risk[{entry.Id ?? entry.State}].level");
                continue;
            }
            yield return Result.Found(
                isDestination && entry.Level == "high" ? Severity.High : Severity.Elevated,
                $"{concerned.State}, {concerned.Role}, is on the national risk list ({entry.Level ?? "no level"}, {Span(entry)}).",
                new Evidence(
                    new Dictionary<string, object>
                    {
                        ["state"] = concerned.State,
                        ["level"] = entry.Level ?? "",
                        ["entry"] = entry.Id ?? "",
                    },
                    [new Input(concerned.Place, concerned.State)]
                )
                {
                    Subjects = [concerned.State],
                    Lists = ["high_risk"],
                }
            );
        }
    }

    /// <summary>DR-R08: the goods lie long at a hub where they are stored or change carriers, or change carriers often.</summary>
    private static IEnumerable<Result> HubOrManyTranshipments(Facts facts, Parameters its)
    {
        if (facts.Case.Route?.Legs is not { Count: > 0 } legs)
        {
            yield return Result.Missing("case.route.legs");
            yield break;
        }
        var places = legs.Select((leg, i) => (Leg: leg, Place: $"case.route.legs[{i}]")).ToList();
        foreach (var (leg, place) in places)
        {
            if (leg.Stop is null && leg.ToState != facts.Case.CountryImport)
                yield return Result.Missing($"{place}.stop");
            if (leg.Stop is not (CaseStop.Transship or CaseStop.Store))
                continue;
            if (leg.ToState is null || facts.Reference.Lists?.Hubs is null)
                yield return Result.Missing(leg.ToState is null ? $"{place}.to_state" : "reference.lists.hubs");
            else if (facts.Reference.Lists.Hubs.On(facts.AsOf).All(h => h.State != leg.ToState))
                continue;
            else if (leg.DwellDays is not { } dwell)
                yield return Result.Missing($"{place}.dwell_days");
            else if (dwell > its.Whole("max_dwell"))
                yield return Result.Found(
                    Severity.Elevated,
                    $"The goods are to lie {dwell:0.#} days in {leg.ToState}, a hub for transhipment.",
                    new Evidence(
                        new Dictionary<string, object> { ["state"] = leg.ToState, ["dwell_days"] = dwell },
                        [new Input(place, $"{leg.ToState}, {leg.Stop}, {dwell:0.#} days")]
                    )
                    {
                        Subjects = [leg.ToState],
                        Lists = ["hubs"],
                    }
                );
        }
        // Reading 18: wherever it is; stores and unloading do not count.
        var changes = places.Where(p => p.Leg.Stop == CaseStop.Transship).ToList();
        if (changes.Count >= its.Whole("max_transship") && changes.Count > 0)
            yield return Result.Found(
                Severity.Elevated,
                $"The goods are transhipped {changes.Count} times.",
                new Evidence(
                    new Dictionary<string, object> { ["transhipments"] = changes.Count },
                    [.. changes.Select(c => new Input(c.Place, $"{c.Leg.ToState}, {c.Leg.Stop}"))]
                )
            );
    }

    internal static IEnumerable<Concerned> Destination(Facts facts) =>
        facts.Case.CountryImport is { } state
            ? [new Concerned(state, "the State of destination", "case.country_import")]
            : [];

    // Those that the licence names, and those that the route passes all the same. Whether a call where the cargo stays on board is transit
    // is the profile's word.
    internal static IEnumerable<Concerned> TransitStates(Facts facts) =>
        (facts.Case.DeclaredTransit ?? [])
            .Select((state, i) => new Concerned(state, "a country of transit", $"case.declared_transit[{i}]"))
            .Concat(
                (facts.Case.Route?.Legs ?? [])
                    .Select((leg, i) => (Leg: leg, Place: $"case.route.legs[{i}]"))
                    .Where(l =>
                        l.Leg.Stop is not (CaseStop.PortCall or CaseStop.TechnicalStop)
                        || facts.Profile.Policy.PortCallIsTransit
                    )
                    .Where(l => l.Leg.ToState is not null && l.Leg.ToState != facts.Case.CountryExport)
                    .Select(l => new Concerned(l.Leg.ToState!, "a State on the route", l.Place))
            );

    internal static IEnumerable<string> MissingForStates(Facts facts)
    {
        if (facts.Case.CountryImport is null)
            yield return "case.country_import";
        if (facts.Case.DeclaredTransit is null)
            yield return "case.declared_transit";
        if (facts.Case.Route?.Legs is not { } legs)
            yield return "case.route.legs";
        else
            for (var i = 0; i < legs.Count; i++)
                if (legs[i].ToState is null)
                    yield return $"case.route.legs[{i}].to_state";
    }

    // A list that is open ends nowhere.
    internal static string Span(DatedEntry entry) =>
        $"from {(entry.ValidFrom is { } from ? $"{from:yyyy-MM-dd}" : "ever")} to {(entry.ValidTo is { } to ? $"{to:yyyy-MM-dd}" : "further notice")}";
}
