using System.Text.Json;

namespace Licensing.Domain.Screening.Rules;

/// <summary>Who carries the goods, and on what (catalogue, 4.3).</summary>
public static class Conveyances
{
    public static readonly IReadOnlyList<Rule> Rules =
    [
        new(
            "DR-R13",
            CarrierOrConveyanceIsIrregular,
            new Parameter("gap_hours", ParameterKind.Number),
            new Parameter("flag_days", ParameterKind.Whole)
        ),
    ];

    /// <summary>DR-R13: the carrier is not on the register, the conveyance has lately changed flag or identity, or it stopped or was silent
    /// where it should not.</summary>
    private static IEnumerable<Result> CarrierOrConveyanceIsIrregular(Facts facts, Parameters its)
    {
        foreach (var result in CarrierOnRegister(facts))
            yield return result;
        // A day that is not given is of no change: of a conveyance that is on record the changes are too.
        if (facts.Case.Conveyance is { } conveyance)
            foreach (
                var (what, day) in new[]
                {
                    ("flag", conveyance.FlagChangedOn),
                    ("identity", conveyance.IdentityChangedOn),
                }
            )
                if (day?.IsWithin(its.Whole("flag_days"), facts.AsOf) is true)
                    yield return Irregular(
                        $"The conveyance changed its {what} on {day:yyyy-MM-dd}, {Days.Between(day.Value, facts.AsOf)} days ago.",
                        $"days_since_{what}_change",
                        Days.Between(day.Value, facts.AsOf),
                        new Input($"case.conveyance.{what}_changed_on", $"{day:yyyy-MM-dd}")
                    );
        // Before goods have left there is nothing to track.
        if (facts.Stage == Stage.InTransit && facts.Case.Tracking?.Gaps is null)
            yield return Result.Missing("case.tracking.gaps");
        if (facts.Stage == Stage.InTransit && facts.Case.Tracking?.UnscheduledStops is null)
            yield return Result.Missing("case.tracking.unscheduled_stops");
        foreach (
            var (gap, place) in (facts.Case.Tracking?.Gaps ?? []).Select((g, i) => (g, $"case.tracking.gaps[{i}]"))
        )
            if (gap.Hours is not { } hours)
                yield return Result.Missing($"{place}.hours");
            else if (hours > its.Number("gap_hours"))
                yield return Irregular(
                    $"The conveyance could not be tracked for {hours:0.#} hours.",
                    "gap_hours",
                    hours,
                    new Input(place, $"{hours:0.#} hours, {gap.Date:yyyy-MM-dd}")
                );
        foreach (var (stop, i) in (facts.Case.Tracking?.UnscheduledStops ?? []).Select((s, i) => (InWords(s), i)))
            yield return Irregular(
                $"The conveyance made a stop that was not planned: {stop}.",
                "unscheduled_stop",
                stop,
                new Input($"case.tracking.unscheduled_stops[{i}]", stop)
            );
    }

    private static IEnumerable<Result> CarrierOnRegister(Facts facts)
    {
        if (facts.Case.Conveyance?.Carrier is not { } carrier)
            return [Result.Missing("case.conveyance.carrier")];
        if (facts.Reference.Lists?.Carriers is not { } register)
            return [Result.Missing("reference.lists.carriers")];
        if (register.On(facts.AsOf).Any(c => string.Equals(c.Carrier, carrier, StringComparison.OrdinalIgnoreCase)))
            return [];
        return
        [
            Result.Found(
                Severity.Elevated,
                $"The carrier {carrier} is not on the register of carriers on {facts.AsOf:yyyy-MM-dd}.",
                new Evidence(
                    new Dictionary<string, object> { ["carrier"] = carrier },
                    [new Input("case.conveyance.carrier", carrier)]
                )
                {
                    Subjects = [carrier],
                    Lists = ["carriers"],
                }
            ),
        ];
    }

    private static Result Irregular(string text, string name, object value, Input input) =>
        Result.Found(Severity.High, text, new Evidence(new Dictionary<string, object> { [name] = value }, [input]));

    private static string InWords(JsonElement stop) =>
        stop.ValueKind == JsonValueKind.Object
            ? string.Join(", ", stop.EnumerateObject().Select(p => p.Value.ToString()))
            : stop.ToString();
}
