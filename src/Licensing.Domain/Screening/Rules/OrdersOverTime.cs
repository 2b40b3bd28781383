namespace Licensing.Domain.Screening.Rules;

/// <summary>What was ordered over time (catalogue, 4.5).</summary>
public static class OrdersOverTime
{
    public static readonly IReadOnlyList<Rule> Rules =
    [
        new(
            "DR-T06",
            OrdersJustBelowALimit,
            new Parameter("window_days", ParameterKind.Whole),
            new Parameter("margin", ParameterKind.Number),
            new Parameter("count_high", ParameterKind.Whole)
        ),
        new(
            "DR-T07",
            OrdersHaveLeapt,
            new Parameter("sd", ParameterKind.Number),
            new Parameter("mult", ParameterKind.Number),
            new Parameter("min_quarters", ParameterKind.Whole)
        ),
    ];

    // The catalogue gives it with the condition and not as a parameter.
    private const decimal LeastSumOfLimit = 1.5m;

    /// <summary>DR-T06: this order and others to the same cluster stay just below a limit of value, and together are far above it. One
    /// reference is one order.</summary>
    private static IEnumerable<Result> OrdersJustBelowALimit(Facts facts, Parameters its)
    {
        if (facts.Reference.Lists?.Thresholds is not { } thresholds)
        {
            yield return Result.Missing("reference.lists.thresholds");
            yield break;
        }
        var window = its.Whole("window_days");
        foreach (var threshold in thresholds.On(facts.AsOf).Where(t => t.Measure == "order_value"))
        {
            if (threshold.Value is not { } limit || facts.GoodsValue is not { } value)
            {
                yield return Result.Missing(
                    threshold.Value is null ? $"reference.lists.thresholds[{threshold.Id}].value" : "case.total_value"
                );
                continue;
            }
            if (!IsJustBelow(value))
                continue;
            var cluster = facts.RecipientCluster();
            var orders = (facts.HistoryOf(cluster, window) ?? [])
                .GroupBy(h => h.Ref)
                .Select(o => (Ref: o.Key, Value: o.Max(h => h.OrderValue), Lines: o.AsEnumerable()))
                .ToList();
            var near = orders.Where(o => o.Value is { } x && IsJustBelow(x)).ToList();
            var count = near.Count + 1;
            var sum = value + near.Sum(o => o.Value!.Value);
            var isHigh = count >= its.Whole("count_high") && sum >= LeastSumOfLimit * limit;
            if (!isHigh)
            {
                if (facts.Dossier.History is null)
                    yield return Result.Missing("history");
                var open = orders.Where(o => o.Value is null).Select(o => $"{o.Ref}.order_value").ToList();
                if (open.Count > 0)
                    yield return Result.Missing(open);
                if (cluster.IsCutShort)
                    yield return Result.Missing(cluster.LinksBeyond(facts.Recipients));
            }
            if (count < 2)
                continue;
            yield return Result.Found(
                isHigh ? Severity.High : Severity.Elevated,
                $"{count} orders to the same or linked recipients within {window} days lie just below {limit:0.##}"
                    + $"{(threshold.Id is null ? "" : $" ({threshold.Id})")}, {sum:0.##} together.",
                new Evidence(
                    new Dictionary<string, object>
                    {
                        ["limit"] = limit,
                        ["orders"] = count,
                        ["sum"] = sum,
                    },
                    [
                        new Input("case.total_value", $"{value:0.##}"),
                        .. near.Select(o => new Input(o.Ref, $"{o.Value:0.##}")),
                    ]
                )
                {
                    LinkPath = facts.PathToAnother(cluster, near.SelectMany(o => o.Lines)),
                    Lists = ["thresholds"],
                }
            );

            bool IsJustBelow(decimal x) => (1 - its.Number("margin")) * limit <= x && x < limit;
        }
    }

    // A quarter is 90 days, so that 24 months are eight of them, of which the last one is compared with those before.
    private const int Quarter = 90;
    private const int Quarters = 8;

    /// <summary>DR-T07: what the recipient has ordered of one kind in the last quarter, this case included, is far more than in the
    /// quarters since its first order. Quarters without any count as nothing ordered.</summary>
    private static IEnumerable<Result> OrdersHaveLeapt(Facts facts, Parameters its)
    {
        if (facts.Case.Parties?.FinalRecipient is not { } recipient)
        {
            yield return Result.Missing(facts.PlaceOfRecipient);
            yield break;
        }
        if (facts.Case.Lines is null)
            yield return Result.Missing("case.lines");
        if (facts.HistoryOf(recipient, Quarter * Quarters) is not { } history)
        {
            yield return Result.Missing("history");
            yield break;
        }
        var ordered = facts.Lines.Select(l => l.Line.PartType).ToHashSet();
        var open = facts
            .Lines.Select(l => (l.Place, l.Line.PartType, l.Line.Qty))
            .Concat(history.Select(h => (Place: h.Ref, h.PartType, h.Qty)))
            .Where(g => g.PartType is null || (g.Qty is null && ordered.Contains(g.PartType)))
            .Select(g => g.PartType is null ? $"{g.Place}.part_type" : $"{g.Place}.qty")
            .ToList();
        if (open.Count > 0)
            yield return Result.Missing(open);
        foreach (var lines in facts.Lines.Where(l => l.Line.PartType is not null).GroupBy(l => l.Line.PartType!))
        {
            var earlier = ByQuarter(history.Where(h => h.PartType == lines.Key), facts.AsOf);
            var recent = (earlier.Count > 0 ? earlier[0] : 0) + lines.Sum(l => l.Line.Qty ?? 0);
            var before = earlier.Skip(1).ToList();
            if (before.Count < Math.Max(1, its.Whole("min_quarters")))
                continue;
            var (mean, deviation) = Ratios.Spread(before);
            var usual = Math.Max(mean + ((double)its.Number("sd") * deviation), (double)its.Number("mult") * mean);
            if ((double)recent <= usual)
                continue;
            yield return Result.Found(
                Severity.Elevated,
                $"{facts.FinalRecipient?.Called ?? recipient} orders {recent:0.###} {lines.Key} within {Quarter} days, this case included;"
                    + $" in the {before.Count} quarters before it was {mean:0.#} on average.",
                new Evidence(
                    new Dictionary<string, object>
                    {
                        ["class"] = lines.Key,
                        ["recent"] = recent,
                        ["mean"] = Math.Round(mean, 3),
                        ["deviation"] = Math.Round(deviation, 3),
                        ["quarters"] = before.Count,
                    },
                    [
                        .. lines.Select(l => new Input(l.Place, $"{l.Line.PartType} x{l.Line.Qty:0.###}")),
                        .. before.Select((q, i) => new Input($"history, {i + 1} quarters before", $"{q:0.###}")),
                    ]
                )
                {
                    Subjects = [lines.Key],
                }
            );
        }
    }

    // Quantities by quarter, the last one first, back to that of the first order. Its 90th day back still belongs to a quarter.
    private static List<decimal> ByQuarter(IEnumerable<HistoryLine> lines, DateOnly asOf)
    {
        var quarters = new List<decimal>();
        foreach (var line in lines)
        {
            var index = Math.Max(0, Days.Between(line.Date, asOf) - 1) / Quarter;
            while (quarters.Count <= index)
                quarters.Add(0);
            quarters[index] += line.Qty ?? 0;
        }
        return quarters;
    }
}
