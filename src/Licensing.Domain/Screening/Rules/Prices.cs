using Licensing.Domain.Goods;

namespace Licensing.Domain.Screening.Rules;

/// <summary>What goods and freight cost (catalogue, 4.5).</summary>
public static class Prices
{
    public static readonly IReadOnlyList<Rule> Rules =
    [
        new(
            "DR-T05",
            UnitValueOutOfLine,
            new Parameter("z_max", ParameterKind.Number),
            new Parameter("low", ParameterKind.Number),
            new Parameter("high", ParameterKind.Number),
            new Parameter("min_n", ParameterKind.Whole)
        ),
        new(
            "DR-T09",
            FreightOutOfProportion,
            new Parameter("max_ratio", ParameterKind.Number),
            new Parameter("min_value", ParameterKind.Number)
        ),
    ];

    /// <summary>DR-T05: a price far from what such goods cost. The line is compared as it was declared: a set with sets, unfinished goods
    /// with unfinished goods.</summary>
    private static IEnumerable<Result> UnitValueOutOfLine(Facts facts, Parameters its)
    {
        if (facts.Case.Lines is null)
            yield return Result.Missing("case.lines");
        foreach (var (line, place) in facts.Lines)
        {
            var missing = MissingFor(line, place, facts.Reference).ToList();
            if (missing.Count > 0)
            {
                yield return Result.Missing(missing);
                continue;
            }
            if (facts.Reference.PriceCurrency is { } currency && currency != facts.Case.Currency)
            {
                yield return Result.Missing(
                    $"reference.price_medians in {facts.Case.Currency ?? "the currency of the case"}"
                );
                continue;
            }
            if (Deviation(line, facts.Reference, its) is { } found)
                yield return Result.Found(
                    line.Qty == 1 ? Severity.Info : Severity.Elevated,
                    $"{line.UnitValue:0.##} for one {line.PartType} {line.Platform} is far from the usual {found.Usual:0.##}.",
                    new Evidence(
                        new Dictionary<string, object>
                        {
                            ["unit_value"] = line.UnitValue!,
                            ["usual"] = found.Usual,
                            [found.Measure] = found.Value,
                        },
                        [new Input(place, $"{line.PartType} {line.Platform} at {line.UnitValue:0.##}")]
                    )
                    {
                        Lists = ["price_medians", "price_samples"],
                    }
                );
        }
    }

    private static IEnumerable<string> MissingFor(CaseLine line, string place, ReferenceData reference)
    {
        if (line.UnitValue is null)
            yield return $"{place}.unit_value";
        if (line.PartType is null)
            yield return $"{place}.part_type";
        if (line.Platform is null)
            yield return $"{place}.platform";
        if (
            line is { PartType: not null, Platform: not null }
            && reference.PriceMedians?.ContainsKey(KeyOf(line)) is not true
            && reference.PriceSamples?.ContainsKey(KeyOf(line)) is not true
        )
            yield return $"reference.price_medians.{KeyOf(line)}";
    }

    private static string KeyOf(CaseLine line) =>
        $"{line.PartType}|{line.Platform}{(line.FinishState == FinishState.SemiFinished ? "|semi_finished" : "")}";

    private sealed record Price(decimal Usual, string Measure, object Value);

    // With enough single prices the spread decides; with fewer, or where all are the same, the ratio to the median.
    private static Price? Deviation(CaseLine line, ReferenceData reference, Parameters its)
    {
        var value = line.UnitValue!.Value;
        var samples = reference.PriceSamples?.GetValueOrDefault(KeyOf(line)) ?? [];
        var usual = reference.PriceMedians?.TryGetValue(KeyOf(line), out var median) is true
            ? median
            : (decimal)Ratios.Median([.. samples.Select(s => (double)s)]);
        if (samples.Count >= its.Whole("min_n") && Ratios.RobustDeviation(value, samples) is { } z)
            return Math.Abs(z) > (double)its.Number("z_max") ? new Price(usual, "z", Math.Round(z, 2)) : null;
        var ratio = Ratios.ToReference(value, usual) ?? 0;
        return ratio < its.Number("low") || ratio > its.Number("high")
            ? new Price(usual, "ratio", Math.Round(ratio, 3))
            : null;
    }

    /// <summary>DR-T09: the freight costs more of what the goods are worth than makes sense. Of goods of little worth it says nothing.</summary>
    private static IEnumerable<Result> FreightOutOfProportion(Facts facts, Parameters its)
    {
        if (facts.GoodsValue < its.Number("min_value"))
            yield break;
        if (facts.Case.FreightCost is not { } freight || facts.GoodsValue is not { } value)
        {
            yield return Result.Missing([
                .. facts.Case.FreightCost is null ? ["case.freight_cost"] : Array.Empty<string>(),
                .. facts.GoodsValue is null ? ["case.total_value"] : Array.Empty<string>(),
            ]);
            yield break;
        }
        if (Ratios.ToReference(freight, value) is { } ratio && ratio > its.Number("max_ratio"))
            yield return Result.Found(
                Severity.Elevated,
                $"The freight costs {freight:0.##} for goods worth {value:0.##}: {ratio:0.##} of their value.",
                new Evidence(
                    new Dictionary<string, object>
                    {
                        ["freight_cost"] = freight,
                        ["value"] = value,
                        ["ratio"] = Math.Round(ratio, 3),
                    },
                    [new Input("case.freight_cost", $"{freight:0.##}"), new Input("case.total_value", $"{value:0.##}")]
                )
            );
    }
}
