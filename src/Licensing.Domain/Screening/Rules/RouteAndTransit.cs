namespace Licensing.Domain.Screening.Rules;

/// <summary>Route and transit (catalogue, 4.3).</summary>
public static class RouteAndTransit
{
    public static readonly IReadOnlyList<Rule> Rules =
    [
        new("DR-R01", TransitStateNotDeclared, new Parameter("exempt_no_transshipment", ParameterKind.Flag)),
        new("DR-R02", TransitStateObjects),
    ];

    /// <summary>DR-R01: the route passes a State that the licence does not name.</summary>
    private static IEnumerable<Result> TransitStateNotDeclared(Facts facts, Parameters its)
    {
        if (facts.Case.DeclaredTransit is not { } declared || facts.Case.Route?.Legs is not { } legs)
        {
            yield return Result.Missing(
                facts.Case.DeclaredTransit is null ? "case.declared_transit" : "case.route.legs"
            );
            yield break;
        }
        var named = new[] { facts.Case.CountryExport, facts.Case.CountryImport }
            .OfType<string>()
            .Concat(declared)
            .ToHashSet();
        for (var i = 0; i < legs.Count; i++)
        {
            var (leg, place) = (legs[i], $"case.route.legs[{i}]");
            if (leg.ToState is null || (leg.Stop is null && !named.Contains(leg.ToState)))
                yield return Result.Missing(leg.ToState is null ? $"{place}.to_state" : $"{place}.stop");
            else if (!named.Contains(leg.ToState))
                yield return NotDeclared(leg, place, IsExempt(leg, legs.ElementAtOrDefault(i + 1), its));
        }
    }

    private static Result NotDeclared(CaseLeg leg, string place, bool isExempt) =>
        Result.Found(
            isExempt ? Severity.Info : Severity.Blocking,
            isExempt
                ? $"There is a call in {leg.ToState}, which the licence does not name; the cargo stays on board."
                : $"The route passes {leg.ToState}, which the licence does not name as a country of transit.",
            new Evidence(
                new Dictionary<string, object> { ["state"] = leg.ToState! },
                [new Input(place, $"{leg.ToState}, {leg.Stop}")]
            )
            {
                Subjects = [leg.ToState!],
            }
        );

    // Where the goods go on by another mode, they did not stay on board.
    private static bool IsExempt(CaseLeg leg, CaseLeg? next, Parameters its) =>
        its.Flag("exempt_no_transshipment")
        && leg.Stop is CaseStop.PortCall or CaseStop.TechnicalStop
        && (next?.Mode is null || next.Mode == leg.Mode);

    /// <summary>DR-R02: the gate found a transit State without notice, and the State has said no.</summary>
    private static IEnumerable<Result> TransitStateObjects(Facts facts, Parameters _)
    {
        if (facts.Case.TransitConsents is null || facts.Gate.Missing.Count > 0)
            return
            [
                Result.Missing(facts.Case.TransitConsents is null ? ["case.transit_consents"] : facts.Gate.Missing),
            ];
        var objecting = facts.Case.TransitConsents.Where(c => c.IsObjection).Select(c => c.State).ToHashSet();
        return OneLaw.AsSigns(
            OneLaw.Unmet("DR-R02", facts.Gate.Export, facts).Where(f => objecting.Contains(f.Subject)),
            Severity.Blocking,
            "case.transit_consents"
        );
    }
}
