namespace Licensing.Domain.Screening.Rules;

/// <summary>Firearms that come together over consignments to one recipient, or to several that count as one (catalogue, 4.1).</summary>
public static class Accumulation
{
    // What the rates of spare parts are over.
    private const int Year = 365;

    public static readonly IReadOnlyList<Rule> Rules =
    [
        Rule.OfGoods(
            "DR-P02",
            CompletesEarlierConsignments,
            new Parameter("window_days", ParameterKind.Whole),
            new Parameter("min_added_sets", ParameterKind.Whole),
            new Parameter("high_sets", ParameterKind.Whole),
            new Parameter(LinkGraph.DegreeParameter, ParameterKind.Whole)
        ),
        Rule.OfGoods(
            "DR-P04",
            MoreFirearmsThanMayBeHeld,
            new Parameter("window_days", ParameterKind.Whole),
            new Parameter("tolerance", ParameterKind.Number)
        ),
    ];

    /// <summary>DR-P02: what came before and this case make firearms together, though neither does alone.</summary>
    private static IEnumerable<Result> CompletesEarlierConsignments(Facts facts, Parameters its)
    {
        var window = its.Whole("window_days");
        var supply = Supply.Of(facts, window, its.Whole(LinkGraph.DegreeParameter));
        var now = Supply.Count(supply.OfTheCase, facts.Reference);
        var before = Supply.Count(supply.Earlier, facts.Reference);
        var together = Supply.Count(supply.All, facts.Reference);
        foreach (var count in now.Platforms)
        {
            var platform = count.Platform;
            if (before.Platforms.FirstOrDefault(p => p.Platform == platform) is not { } earlier)
                continue;
            if (facts.FinalRecipient?.Fleet is null)
                yield return Result.Missing(facts.PlaceInRecipient("fleet"));
            var fleet = facts.FinalRecipient?.Fleet?.GetValueOrDefault(platform) ?? 0;
            var all = together.Platforms.Single(p => p.Platform == platform);
            if (fleet > 0 && MissingRates(all, facts).ToList() is { Count: > 0 } missing)
                yield return Result.Missing(missing);
            var sets = SetsBeyondSpares(all, fleet, window, facts);
            var added = sets - SetsBeyondSpares(earlier, fleet, window, facts) - count.Sets;
            if (added <= 0 || added < its.Whole("min_added_sets"))
                continue;
            foreach (var result in Completed(added, sets, fleet, all, supply, facts, its))
                yield return result;
        }
        if (now.Platforms.Count + now.Missing.Count > 0 && supply.Missing.Count + together.Missing.Count > 0)
            yield return Result.Missing([.. supply.Missing, .. together.Missing]);
    }

    private static IEnumerable<Result> Completed(
        decimal added,
        decimal sets,
        decimal fleet,
        PartCount all,
        Supply supply,
        Facts facts,
        Parameters its
    )
    {
        var goods = supply.All.Where(g => IsForSetsOf(g, all)).ToList();
        var exporters = goods.Select(g => g.Exporter).OfType<string>().Distinct().Count();
        var consignees = goods.Select(g => g.Consignee).OfType<string>().Distinct().Count();
        var licences = goods.Where(g => g.To is not null).Select(g => g.Place).Distinct().Count();
        var isMaker = facts.RecipientMayManufacture(facts.CategoryOf(all.Platform)) is true;
        var isHigh = sets >= its.Whole("high_sets") || exporters >= 2 || consignees >= 2;
        if (!isHigh && goods.Where(g => g.Exporter is null).Select(ExporterOf).ToList() is { Count: > 0 } unnamed)
            yield return Result.Missing(unnamed);
        var evidence = supply.EvidenceOf(
            new Dictionary<string, object>
            {
                ["platform"] = all.Platform,
                ["sets_cum"] = sets,
                ["added"] = added,
                ["exporters"] = exporters,
                ["consignees"] = consignees,
                ["fleet"] = fleet,
                ["approximate"] = all.IsApproximate,
            },
            goods
        );
        yield return Result.Found(
            isMaker ? Severity.Info
                : isHigh ? Severity.High
                : Severity.Elevated,
            $"With {licences} earlier {(licences == 1 ? "licence" : "licences")} this completes {added:0} {all.Platform} "
                + $"{(added == 1 ? "firearm" : "firearms")} for {(evidence.LinkPath.Count > 0 ? "linked recipients" : "the same recipient")}"
                + $" (exporters: {exporters}, consignees: {consignees})"
                + $"{(isMaker ? "; the recipient may manufacture them" : "")}.",
            evidence with
            {
                Subjects = [all.Platform],
                Lists = ["platforms", "templates", "spare_rates"],
            }
        );
    }

    private static string ExporterOf(SuppliedGoods goods) =>
        goods.To is null ? "case.parties.exporter" : $"{goods.Place}.exporter";

    private static bool IsForSetsOf(SuppliedGoods goods, PartCount count) =>
        !goods.IsDeactivated
        && goods.Platform == count.Platform
        && Kits.Explode(goods.Goods, count.Template).Keys.Any(count.Template.ContainsKey);

    // A fleet wears parts out, and is allowed as many; frames and receivers do not wear out.
    private static decimal SetsBeyondSpares(PartCount count, decimal fleet, int window, Facts facts) =>
        Kits.Sets(
            count.Template,
            count.Quantities.ToDictionary(
                part => part.Key,
                part =>
                    Parts.IsReceiverType(part.Key)
                        ? part.Value
                        : Math.Max(
                            0,
                            part.Value
                                - Math.Ceiling(
                                    (facts.Reference.SpareRates?.GetValueOrDefault(part.Key) ?? 0)
                                        * fleet
                                        * window
                                        / Year
                                )
                        )
            )
        );

    private static IEnumerable<string> MissingRates(PartCount count, Facts facts) =>
        count
            .Template.Keys.Where(part =>
                !Parts.IsReceiverType(part)
                && count.Of(part) > 0
                && facts.Reference.SpareRates?.ContainsKey(part) is not true
            )
            .Select(part => $"reference.spare_rates.{part}");

    /// <summary>DR-P04: each frame and receiver is a future firearm, and there would be more than the recipient may hold.</summary>
    private static IEnumerable<Result> MoreFirearmsThanMayBeHeld(Facts facts, Parameters its)
    {
        var supply = Supply.Of(facts, its.Whole("window_days"));
        var firearms = supply
            .All.Where(g =>
                g.Goods.FirearmsEach > 0 && g is { IsDeactivated: false, IsTemporary: false, InHoldings: false }
            )
            .ToList();
        if (!firearms.Any(g => g.To is null))
            yield break;
        foreach (var unknown in firearms)
        {
            if (unknown.Category is null)
                yield return Result.Missing($"{unknown.Place}.category");
            if (unknown.Goods.Qty is null)
                yield return Result.Missing($"{unknown.Place}.qty");
        }
        foreach (var category in firearms.Where(g => g.To is null).Select(g => g.Category).OfType<string>().Distinct())
        {
            if (facts.FinalRecipient?.Quota?.TryGetValue(category, out var quota) is not true)
            {
                yield return Result.Missing(facts.PlaceInRecipient($"quota.{category}"));
                continue;
            }
            var goods = firearms.Where(g => g.Category == category).ToList();
            var held = facts.FinalRecipient?.Holdings?.GetValueOrDefault(category) ?? 0;
            var asked = Sum(goods.Where(g => g.To is null));
            var earlier = Sum(goods.Where(g => g.To is not null));
            var excess = Ratios.Excess(held + earlier + asked, quota, its.Number("tolerance"));
            if (excess > 0)
                yield return Result.Found(
                    Severity.High,
                    $"The recipient may hold {quota:0.##} firearms of category {category}, holds {held:0.##} and was licensed {earlier:0.##}"
                        + $" more; with the {asked:0.##} of this case it would have {held + earlier + asked:0.##}.",
                    supply.EvidenceOf(
                        new Dictionary<string, object>
                        {
                            ["category"] = category,
                            ["quota"] = quota,
                            ["holdings"] = held,
                            ["licensed_earlier"] = earlier,
                            ["in_the_case"] = asked,
                            ["firearms"] = held + earlier + asked,
                        },
                        goods
                    ) with
                    {
                        Subjects = [category],
                    }
                );
            else if (facts.FinalRecipient?.Holdings is null)
                yield return Result.Missing(facts.PlaceInRecipient("holdings"));
        }
        if (supply.Missing.Count > 0)
            yield return Result.Missing(supply.Missing);

        static decimal Sum(IEnumerable<SuppliedGoods> goods) =>
            goods.Sum(g => g.Goods.FirearmsEach * (g.Goods.Qty ?? 0));
    }
}
