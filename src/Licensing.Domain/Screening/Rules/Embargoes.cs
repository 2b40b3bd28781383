using Licensing.Domain.Routes;
using static Licensing.Domain.Screening.Rules.StatesOfConcern;

namespace Licensing.Domain.Screening.Rules;

/// <summary>Arms embargoes on States of the case, and next to them (catalogue, 4.3).</summary>
public static class Embargoes
{
    public static readonly IReadOnlyList<Rule> Rules =
    [
        new("DR-R05", StateUnderEmbargo),
        new("DR-R09", LastStopNextToAnEmbargo),
    ];

    /// <summary>DR-R05: an arms embargo covers the importing State, a transit State or the State of the final recipient, today or on a later
    /// day of shipment, and these goods.</summary>
    private static IEnumerable<Result> StateUnderEmbargo(Facts facts, Parameters _)
    {
        if (facts.Reference.Lists?.Embargo is not { } embargoes)
        {
            yield return Result.Missing("reference.lists.embargo");
            yield break;
        }
        if (MissingForStates(facts).Concat(MissingForRecipient(facts)).ToList() is { Count: > 0 } missing)
            yield return Result.Missing(missing);
        // Reading 17: both days, so that a later shipment does not escape what is in force today.
        var days = new[] { facts.AsOf, facts.Case.PlannedShipDate ?? facts.AsOf }.Where(d => d >= facts.AsOf).ToList();
        if (facts.Case.PlannedShipDate is null && facts.Stage <= Stage.PreShipment)
            yield return Result.Missing("case.planned_ship_date");
        foreach (
            var concerned in Destination(facts)
                .Concat(TransitStates(facts))
                .Concat(OfRecipient(facts))
                .DistinctBy(c => c.State)
        )
        foreach (var entry in embargoes.Where(e => e.State == concerned.State && days.Exists(e.IsInForceOn)))
        {
            if (entry.Id is not null && facts.Case.EmbargoExemptions?.Contains(entry.Id) is true)
                continue;
            var open = new[] { GoodsAreCovered(entry, facts), RecipientIsCovered(entry, facts) }
                .Where(answer => answer is not null)
                .ToList();
            if (open.Exists(missing => missing!.Count == 0))
                continue;
            if (open.Count > 0)
                yield return Result.Missing(open.SelectMany(o => o!).ToList());
            else
                yield return UnderEmbargo(concerned, entry, days.First(entry.IsInForceOn));
        }
    }

    private static Result UnderEmbargo(Concerned concerned, EmbargoEntry entry, DateOnly day) =>
        Result.Found(
            Severity.Blocking,
            $"{concerned.State}, {concerned.Role}, is under an arms embargo on {day:yyyy-MM-dd}: {entry.Id ?? "without a number"}, "
                + $"{Span(entry)}{(entry.Target is null ? "" : $", against {entry.Target.Replace('_', ' ')}")}. No exemption is on record.",
            new Evidence(
                new Dictionary<string, object>
                {
                    ["state"] = concerned.State,
                    ["embargo"] = entry.Id ?? "",
                    ["day"] = day,
                },
                [new Input(concerned.Place, concerned.State), new Input("reference.lists.embargo", entry.Id ?? "")]
            )
            {
                Subjects = [concerned.State],
                Lists = ["embargo"],
            }
        );

    // Null: they are. Empty: they are not. Else what would have to be known.
    private static IReadOnlyList<string>? GoodsAreCovered(EmbargoEntry entry, Facts facts)
    {
        if (entry.GoodsScope is not { Count: > 0 } scope)
            return null;
        if (facts.Case.Lines is null)
            return ["case.lines"];
        if (facts.Lines.Any(l => PartsOf(l.Line, facts).Any(scope.Select(Parts.Named).Contains)))
            return null;
        return [.. facts.Lines.Where(l => l.Line.PartType is null).Select(l => $"{l.Place}.part_type")];
    }

    // An assembly is what it consists of as well.
    private static IEnumerable<string> PartsOf(CaseLine line, Facts facts) =>
        line.PartType is not { } part
            ? []
            :
            [
                Parts.Named(part),
                .. Kits.Explode(
                    CountedGoods.Of(line, ""),
                    facts.Platform(line.Platform)?.Template is { } name
                        ? facts.Reference.Templates?.GetValueOrDefault(name) ?? NoTemplate
                        : NoTemplate
                ).Keys,
            ];

    private static readonly IReadOnlyDictionary<string, decimal> NoTemplate = new Dictionary<string, decimal>();

    // An embargo against armed groups leaves governments out, as do the exemptions that its own entry makes.
    private static IReadOnlyList<string>? RecipientIsCovered(EmbargoEntry entry, Facts facts)
    {
        var exempt = (entry.Exemptions ?? [])
            .Concat(entry.Target == "non_state_actors" ? [PartyTypes.Government] : [])
            .ToList();
        if (exempt.Count == 0)
            return null;
        if (facts.FinalRecipient?.Type is not { } type)
            return
            [
                facts.Case.Parties?.FinalRecipient is { } id ? $"parties[{id}].type" : "case.parties.final_recipient",
            ];
        return exempt.Contains(type) ? [] : null;
    }

    /// <summary>DR-R09: the destination or the last stop before it borders a State under embargo, and the last leg goes overland.</summary>
    private static IEnumerable<Result> LastStopNextToAnEmbargo(Facts facts, Parameters _)
    {
        var importing = facts.Case.CountryImport;
        if (importing is null || facts.Case.Route?.Legs is not { Count: > 0 } legs)
        {
            yield return Result.Missing(importing is null ? "case.country_import" : "case.route.legs");
            yield break;
        }
        var mode = GateDossier.ModeOf(legs[^1].Mode ?? facts.Case.TransportMode);
        if (mode is null)
            yield return Result.Missing($"case.route.legs[{legs.Count - 1}].mode");
        if (mode is not (TransportMode.Road or TransportMode.Rail or TransportMode.InlandWaterway))
            yield break;
        if (facts.Reference.Lists?.Embargo is not { } embargoes)
        {
            yield return Result.Missing("reference.lists.embargo");
            yield break;
        }
        // Reading 19: a direct road leg has no stop before the destination; the exporting State is none.
        var stops = legs.Select(
                (leg, i) => (leg.ToState, Place: $"case.route.legs[{i}]", IsLast: i == legs.Count - 1, leg.Stop)
            )
            .Where(l => l.Stop != CaseStop.Destination && !(l.IsLast && l.ToState == importing))
            .TakeLast(1)
            .Select(l => new Concerned(l.ToState ?? "", "the last stop", l.Place))
            .Append(new Concerned(importing, "the destination", "case.country_import"))
            .ToList();
        var embargoed = embargoes.On(facts.AsOf).Select(e => e.State).OfType<string>().Distinct().ToList();
        foreach (var stop in stops.DistinctBy(s => s.State))
        {
            if (stop.State.Length == 0)
                yield return Result.Missing($"{stop.Place}.to_state");
            else if (embargoed.Exists(e => facts.Reference.IsNextTo(stop.State, e) is null))
                yield return Result.Missing($"reference.states.{stop.State}.borders");
            var neighbours = embargoed.Where(e => facts.Reference.IsNextTo(stop.State, e) is true).ToList();
            if (neighbours.Count > 0)
                yield return Result.Found(
                    Severity.Elevated,
                    $"{stop.State}, {stop.Role}, borders {string.Join(", ", neighbours)}, which is under an arms embargo, and the last leg "
                        + $"goes by {Word(mode.Value)}.",
                    new Evidence(
                        new Dictionary<string, object>
                        {
                            ["state"] = stop.State,
                            ["embargoed"] = string.Join(", ", neighbours),
                            ["mode"] = Word(mode.Value),
                        },
                        [new Input(stop.Place, stop.State)]
                    )
                    {
                        Subjects = [stop.State],
                        Lists = ["embargo", "states"],
                    }
                );
        }
    }

    private static string Word(TransportMode mode) =>
        mode == TransportMode.InlandWaterway ? "river" : mode.ToString().ToLowerInvariant();

    private static IEnumerable<Concerned> OfRecipient(Facts facts) =>
        facts.FinalRecipient?.Country is { } state
            ? [new Concerned(state, "the State of the final recipient", $"parties[{facts.FinalRecipient.Id}].country")]
            : [];

    private static IEnumerable<string> MissingForRecipient(Facts facts)
    {
        if (facts.Case.Parties?.FinalRecipient is not { } id)
            yield return "case.parties.final_recipient";
        else if (facts.FinalRecipient?.Country is null)
            yield return $"parties[{id}].country";
    }
}
