using Licensing.Domain.Routes;

namespace Licensing.Domain.Screening.Rules;

/// <summary>States without a coast (catalogue, 4.3).</summary>
public static class Landlocked
{
    public static readonly IReadOnlyList<Rule> Rules = [new("DR-R12", ArrangementReliedOn)];

    /// <summary>DR-R12: the goods go to a State without a coast. They cannot reach it as declared, or the arrangement that the case relies on
    /// does not hold, or it does.</summary>
    private static IEnumerable<Result> ArrangementReliedOn(Facts facts, Parameters _)
    {
        var importing = facts.Case.CountryImport;
        var isLandlocked = importing is null ? null : facts.Reference.States?.GetValueOrDefault(importing)?.Landlocked;
        if (isLandlocked is null)
            return
            [
                Result.Missing(importing is null ? "case.country_import" : $"reference.states.{importing}.landlocked"),
            ];
        if (isLandlocked is false)
            return [];
        if (RouteAndTransit.MissingForDeclared(facts) is { Count: > 0 } missing)
            return [Result.Missing(missing)];
        if (facts.Case.DeclaredTransit!.Count == 0)
            return NoWayThere(importing!, facts);
        return facts.Case.LandlockedArrangement is { } claimed ? [Relied(claimed, importing!, facts)] : [];
    }

    // The gate has no finding on a route that cannot be: it asks only for the notices of the States that are on it. This is a pointer to a
    // declaration that lacks one, cured by naming it; no State's notice is judged here.
    private static IEnumerable<Result> NoWayThere(string importing, Facts facts)
    {
        if (facts.Case.Route?.Legs is not { Count: > 0 } legs)
            return [Result.Missing("case.route.legs")];
        var modes = legs.Select(l => GateDossier.ModeOf(l.Mode ?? facts.Case.TransportMode)).ToList();
        if (modes.IndexOf(null) is var unknown and >= 0)
            return [Result.Missing($"case.route.legs[{unknown}].mode")];
        var staysOnBoard = legs.SkipLast(1).All(l => l.Stop is CaseStop.PortCall or CaseStop.TechnicalStop);
        if (staysOnBoard && modes.TrueForAll(m => m == TransportMode.Air))
            return [];
        // From next door goods come by land, and cross nobody else.
        if (
            legs.All(l => l.ToState == importing)
            && modes.TrueForAll(m => m is TransportMode.Road or TransportMode.Rail or TransportMode.InlandWaterway)
            && facts.Reference.IsNextTo(importing, facts.Case.CountryExport) is true
        )
            return [];
        return
        [
            Result.Found(
                Severity.Blocking,
                $"{importing} has no coast, the goods do not go there straight by air, and no country of transit is declared: as "
                    + "declared they cannot arrive.",
                new Evidence(
                    new Dictionary<string, object>
                    {
                        ["state"] = importing,
                        ["modes"] = string.Join(", ", modes.Distinct().Select(m => m.ToString()!.ToLowerInvariant())),
                    },
                    [new Input("case.declared_transit", "none"), new Input("case.route.legs", $"{legs.Count}")]
                )
                {
                    Subjects = [importing],
                    Lists = ["states"],
                }
            ),
        ];
    }

    // Whether it stands in the place of a notice is the gate's word; what is on the register is looked up to tell why it does not.
    private static Result Relied(string claimed, string importing, Facts facts)
    {
        var entry = facts.Arrangements?.FirstOrDefault(a => a.Id == claimed && a.State == importing);
        if (entry is null && facts.Reference.Lists?.LandlockedArrangements is null)
            return Result.Missing("reference.lists.landlocked_arrangements");
        var ships = facts.Case.PlannedShipDate!.Value;
        var gateways = (entry?.Gateways ?? []).Where(g => RouteAndTransit.IsDeclared(g, facts)).ToList();
        var open = OneLaw.Unmet("DR-R12", facts.Gate.Export, facts).Select(f => f.Subject).Intersect(gateways).ToList();
        var wrong =
            entry is null ? $"no such arrangement in favour of {importing} is on the register"
            : !entry.IsInForceOn(ships)
                ? $"it runs from {entry.ValidFrom:yyyy-MM-dd} to {entry.ValidTo:yyyy-MM-dd}, and the goods leave on {ships:yyyy-MM-dd}"
            : gateways.Count == 0 ? "no declared country of transit is a gateway of it"
            : open.Count > 0 ? $"it does not stand in the place of the notice of {string.Join(", ", open)}"
            : null;
        return Result.Found(
            wrong is null ? Severity.Info : Severity.Elevated,
            wrong is null
                ? $"The case relies on {claimed} in favour of {importing}, through {string.Join(", ", gateways)}."
                : $"The case relies on {claimed} in favour of {importing}, but {wrong}.",
            new Evidence(
                new Dictionary<string, object>
                {
                    ["arrangement"] = claimed,
                    ["gateways"] = string.Join(", ", gateways),
                    ["in_place_of_notice"] = string.Join(
                        ", ",
                        gateways.Where(g => OneLaw.IsUnderArrangement(g, facts))
                    ),
                },
                [new Input("case.landlocked_arrangement", claimed)]
            )
            {
                Subjects = [importing],
                Lists = ["landlocked_arrangements", "states"],
            }
        );
    }
}
