namespace Licensing.Domain.Screening.Rules;

/// <summary>Route and transit (catalogue, 4.3): what Article 10 asks of the transit States. The other rules of the family are in
/// <see cref="Landlocked"/>, <see cref="Embargoes"/>, <see cref="StatesOfConcern"/>, <see cref="Movement"/> and
/// <see cref="Conveyances"/>.</summary>
public static class RouteAndTransit
{
    public static readonly IReadOnlyList<Rule> Rules =
    [
        new("DR-R01", TransitStateNotDeclared, new Parameter("exempt_no_transshipment", ParameterKind.Flag)),
        new("DR-R02", TransitStateObjects),
        new("DR-R03", TransitStateSilent, new Parameter("tacit_consent_days", ParameterKind.OptionalWhole)),
        new("DR-R04", NoticeDoesNotCoverTheMovement),
        new("DR-R14", ImportInformationNotSent),
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
        if (MissingForTheGate(facts) is { Count: > 0 } missing)
            return [Result.Missing(missing)];
        return OneLaw.AsSigns(
            OneLaw.Unmet("DR-R02", facts.Gate.Export, facts).Where(f => HasObjected(f.Subject, facts)),
            Severity.Blocking,
            "case.transit_consents"
        );
    }

    /// <summary>DR-R03: the gate found a State that the licence names as a country of transit without notice, and it has not said no.</summary>
    private static IEnumerable<Result> TransitStateSilent(Facts facts, Parameters its)
    {
        if (MissingForDeclared(facts) is { Count: > 0 } missing)
            return [Result.Missing(missing)];
        var signs = OneLaw.AsSigns(
            OneLaw
                .Unmet("DR-R03", facts.Gate.Export, facts)
                .Where(f => IsDeclared(f.Subject, facts) && !HasObjected(f.Subject, facts)),
            facts.Stage == Stage.Application ? Severity.Elevated : Severity.Blocking,
            "case.transit_consents"
        );
        return its.OptionalWhole("tacit_consent_days") is { } days
            ? signs.OfType<Sign>().Select(s => RecordedOnlyAfter(days, s, facts))
            : signs;
    }

    // The rule set may have silence shown as no more than a record once it has lasted so long; it opens no gate. Where silence is consent
    // in law, the profile says so, and the gate has no such finding. The last day is still the State's.
    private static Sign RecordedOnlyAfter(int days, Sign sign, Facts facts) =>
        AskedOn(sign.Evidence.Subjects[0], facts) is { } asked
        && Days.Between(asked, facts.AsOf) is var silent
        && silent > days
            ? sign with
            {
                Severity = Severity.Info,
                Text =
                    $"{sign.Text} It has been silent for {silent} days, more than the {days} that the rule set takes as consent; the "
                    + "gate stays closed.",
                Evidence = sign.Evidence with
                {
                    Computed = new Dictionary<string, object>(sign.Evidence.Computed) { ["days_silent"] = silent },
                },
            }
            : sign;

    /// <summary>DR-R04: the gate found a notice that does not cover the days, the mode or the quantity. Once there is an export licence, the
    /// gate of release is asked too, which counts what has left before.</summary>
    private static IEnumerable<Result> NoticeDoesNotCoverTheMovement(Facts facts, Parameters _)
    {
        if (MissingForTheGate(facts) is { Count: > 0 } missing)
            return [Result.Missing(missing)];
        return OneLaw.AsSigns(
            OneLaw
                .Unmet("DR-R04", [.. facts.Gate.Export, .. facts.Gate.Release], facts)
                .DistinctBy(f => (f.Rule, f.Subject)),
            Severity.Blocking,
            "case.transit_consents",
            "case.route"
        );
    }

    /// <summary>DR-R14: the gate found that the information in the import licence has not gone, ahead of its notice, to a State that the
    /// licence names as a country of transit.</summary>
    private static IEnumerable<Result> ImportInformationNotSent(Facts facts, Parameters _)
    {
        if (MissingForDeclared(facts) is { Count: > 0 } missing)
            return [Result.Missing(missing)];
        return OneLaw.AsSigns(
            OneLaw.Unmet("DR-R14", facts.Gate.Export, facts).Where(f => IsDeclared(f.Subject, facts)),
            Severity.Blocking,
            "case.transit_consents"
        );
    }

    private static IReadOnlyList<string> MissingForTheGate(Facts facts) =>
        facts.Case.TransitConsents is null ? ["case.transit_consents"] : facts.Gate.Missing;

    // Where no State is declared, there is none to ask for anything.
    internal static IReadOnlyList<string> MissingForDeclared(Facts facts) =>
        facts.Case.DeclaredTransit switch
        {
            null => ["case.declared_transit"],
            { Count: 0 } => [],
            _ => MissingForTheGate(facts),
        };

    internal static bool IsDeclared(string state, Facts facts) =>
        facts.Case.DeclaredTransit!.Contains(state, StringComparer.OrdinalIgnoreCase);

    private static bool HasObjected(string state, Facts facts) =>
        facts.Case.TransitConsents!.Any(c => c.IsObjection && c.State == state);

    private static DateOnly? AskedOn(string state, Facts facts) =>
        facts.Case.TransitConsents!.FirstOrDefault(c => c.State == state)?.RequestedOn;
}
