namespace Licensing.Domain.Screening.Rules;

/// <summary>Parts out of proportion to the firearms that the recipient has, or to each other (catalogue, 4.1).</summary>
public static class Proportions
{
    public static readonly IReadOnlyList<Rule> Rules =
    [
        Rule.OfGoods(
            "DR-P05",
            MoreSparesThanTheFleetNeeds,
            new Parameter("expected_annual_rate", ParameterKind.Table),
            new Parameter("min_qty", ParameterKind.Table),
            new Parameter("k_elev", ParameterKind.Number),
            new Parameter("k_high", ParameterKind.Number)
        ),
        Rule.OfGoods(
            "DR-P06",
            PartsForFirearmsNotOnRecord,
            new Parameter("min_qty", ParameterKind.Whole),
            new Parameter("window_days", ParameterKind.Whole)
        ),
        Rule.OfGoods(
            "DR-P19",
            ReceiversWithoutBarrels,
            new Parameter("min_qty", ParameterKind.Whole),
            new Parameter("ratio", ParameterKind.Number),
            new Parameter("window_days", ParameterKind.Whole)
        ),
    ];

    // What a rate of replacement is over.
    private const int Year = 365;

    private static readonly IReadOnlyList<string> PressureBearing =
    [
        Parts.Barrel,
        Parts.Bolt,
        Parts.Slide,
        Parts.Cylinder,
    ];

    // Where one of these speaks of a platform, it says more.
    private static readonly IReadOnlyList<string> KitRules = ["DR-P01", "DR-P02", "DR-P03"];

    /// <summary>DR-P05: a year's orders would replace more of the recorded fleet than wears out.</summary>
    private static IEnumerable<Result> MoreSparesThanTheFleetNeeds(Facts facts, Parameters its)
    {
        var rates = its.Table("expected_annual_rate");
        var supply = Supply.Of(facts, Year);
        var now = Supply.Count(supply.OfTheCase, facts.Reference, rates.Keys);
        if (facts.FinalRecipient?.Fleet is not { } fleet)
        {
            if (now.Platforms.Count > 0 || now.Missing.Count > 0)
                yield return Result.Missing([facts.PlaceInRecipient("fleet"), .. now.Missing]);
            yield break;
        }
        if (now.Missing.Count > 0 && fleet.Values.Any(f => f > 0))
            yield return Result.Missing(now.Missing);
        var year = Supply.Count(supply.All, facts.Reference, rates.Keys);
        var isOpen = false;
        foreach (var platform in now.Platforms.Select(p => p.Platform))
        {
            var firearms = fleet.GetValueOrDefault(platform);
            if (firearms <= 0 || MayManufacture(supply, platform, facts))
                continue;
            isOpen = true;
            var count = year.Platforms.Single(p => p.Platform == platform);
            var worst = rates
                .Select(rate =>
                    (
                        Part: rate.Key,
                        Qty: count.Of(rate.Key),
                        X: Ratios.ToReference(count.Of(rate.Key), firearms * rate.Value)
                    )
                )
                .Where(p => p.Qty >= LeastOf(p.Part, its.Table("min_qty")) && p.X >= its.Number("k_elev"))
                .OrderByDescending(p => p.X)
                .FirstOrDefault();
            if (worst.X is not { } times)
                continue;
            yield return Result.Found(
                times >= its.Number("k_high") ? Severity.High : Severity.Elevated,
                $"With this case {worst.Qty:0.##} {worst.Part} {platform} in a year for a fleet of {firearms:0.##}:"
                    + $" {times:0.#} times the usual replacement.",
                supply.EvidenceOf(
                    new Dictionary<string, object>
                    {
                        ["platform"] = platform,
                        ["component"] = worst.Part,
                        ["quantity"] = worst.Qty,
                        ["fleet"] = firearms,
                        ["rate"] = worst.Qty / firearms,
                        ["x"] = times,
                    },
                    [.. supply.All.Where(g => Holds(g, count, worst.Part))]
                ) with
                {
                    Subjects = [platform],
                    Lists = ["platforms", "templates"],
                }
            );
        }
        if (isOpen && supply.Missing.Count + year.Missing.Count > 0)
            yield return Result.Missing([.. supply.Missing, .. year.Missing]);
    }

    private static decimal LeastOf(string part, IReadOnlyDictionary<string, decimal> least) =>
        least.TryGetValue(part, out var own) ? own : least.GetValueOrDefault("default");

    private static bool Holds(SuppliedGoods goods, PartCount count, string part) =>
        !goods.IsDeactivated
        && goods.Platform == count.Platform
        && Kits.Explode(goods.Goods, count.Template).ContainsKey(part);

    // A line's own category comes before that of its platform.
    private static bool MayManufacture(Supply supply, string platform, Facts facts) =>
        CategoriesIn(supply, platform).All(c => facts.RecipientMayManufacture(c) is true);

    private static IEnumerable<string?> CategoriesIn(Supply supply, string platform) =>
        supply.OfTheCase.Where(g => g.Platform == platform).Select(g => g.Category).Distinct();

    /// <summary>DR-P06: many of one part for firearms that the recipient is not known to have, to make or to stock.</summary>
    private static IEnumerable<Result> PartsForFirearmsNotOnRecord(Facts facts, Parameters its)
    {
        var window = its.Whole("window_days");
        var supply = Supply.Of(facts, window);
        var now = Supply.Count(supply.OfTheCase, facts.Reference);
        var counts = Supply.Count(supply.All, facts.Reference);
        var isOpen = false;
        foreach (var platform in now.Platforms.Select(p => p.Platform))
        {
            if (
                facts.FinalRecipient?.Fleet?.GetValueOrDefault(platform) > 0
                || CategoriesIn(supply, platform)
                    .All(c => facts.RecipientMayManufacture(c) is true || facts.RecipientMayStock(c) is true)
                || KitRules.Any(rule => facts.SignsOf(rule).Any(s => s.Evidence.Subjects.Contains(platform)))
            )
                continue;
            isOpen = true;
            var count = counts.Platforms.Single(p => p.Platform == platform);
            var most = PressureBearing.MaxBy(count.Of)!;
            if (count.Of(most) <= 0 || count.Of(most) < its.Whole("min_qty"))
                continue;
            yield return Result.Found(
                Severity.Elevated,
                $"With this case {count.Of(most):0.##} {most} {platform} in {window} days, for a recipient that is not known to hold,"
                    + " make or stock such firearms.",
                supply.EvidenceOf(
                    new Dictionary<string, object>
                    {
                        ["platform"] = platform,
                        ["component"] = most,
                        ["quantity"] = count.Of(most),
                        ["approximate"] = count.IsApproximate,
                    },
                    [.. supply.All.Where(g => Holds(g, count, most))]
                ) with
                {
                    Subjects = [platform],
                    Lists = ["platforms", "templates"],
                }
            );
        }
        if (isOpen && supply.Missing.Count + counts.Missing.Count > 0)
            yield return Result.Missing([.. supply.Missing, .. counts.Missing]);
        if (!isOpen && now.Missing.Count > 0)
            yield return Result.Missing(now.Missing);
    }

    /// <summary>DR-P19: many frames or receivers and hardly any barrels, as where those are made or bought elsewhere.</summary>
    private static IEnumerable<Result> ReceiversWithoutBarrels(Facts facts, Parameters its)
    {
        var window = its.Whole("window_days");
        var supply = Supply.Of(facts, window);
        var now = Supply.Count(supply.OfTheCase, facts.Reference);
        var counts = Supply.Count(supply.All, facts.Reference);
        var platforms = now.Platforms.Where(p => ReceiversIn(p) > 0).Select(p => p.Platform).ToList();
        foreach (var platform in platforms)
        {
            var count = counts.Platforms.Single(p => p.Platform == platform);
            var (receivers, barrels) = (ReceiversIn(count), count.Of(Parts.Barrel));
            if (receivers < its.Whole("min_qty") || barrels * its.Number("ratio") >= receivers)
                continue;
            var category = facts.CategoryOf(platform);
            var isTrade = facts.RecipientMayStock(category) is true || facts.RecipientMayManufacture(category) is true;
            yield return Result.Found(
                isTrade ? Severity.Info : Severity.Elevated,
                $"With this case {receivers:0.##} frames or receivers and {barrels:0.##} barrels for {platform} in {window} days"
                    + $"{(isTrade ? ", for a recipient that may stock or make such firearms" : "")}.",
                supply.EvidenceOf(
                    new Dictionary<string, object>
                    {
                        ["platform"] = platform,
                        ["receivers"] = receivers,
                        ["barrels"] = barrels,
                        ["approximate"] = count.IsApproximate,
                    },
                    [
                        .. supply.All.Where(g =>
                            Holds(g, count, Parts.Barrel) || Parts.ReceiverType.Any(part => Holds(g, count, part))
                        ),
                    ]
                ) with
                {
                    Subjects = [platform],
                    Lists = ["platforms", "templates"],
                }
            );
        }
        if (platforms.Count > 0 && supply.Missing.Count + counts.Missing.Count > 0)
            yield return Result.Missing([.. supply.Missing, .. counts.Missing]);
        if (platforms.Count == 0 && now.Missing.Count > 0)
            yield return Result.Missing(now.Missing);
    }

    private static decimal ReceiversIn(PartCount count) => Parts.ReceiverType.Sum(count.Of);
}
