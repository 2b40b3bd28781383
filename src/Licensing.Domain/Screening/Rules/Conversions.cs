namespace Licensing.Domain.Screening.Rules;

/// <summary>Parts that make more of a firearm than it is: automatic, live, or of a higher category (catalogue, 4.1).</summary>
public static class Conversions
{
    public static readonly IReadOnlyList<Rule> Rules =
    [
        Rule.OfGoods("DR-P12", PartsForAutomaticFire),
        Rule.OfGoods("DR-P14", ConvertibleBlankFirer, new Parameter("window_days", ParameterKind.Whole)),
        Rule.OfGoods("DR-P15", KitAboveTheRecipientsCategory),
        Rule.OfGoods("DR-P18", DeactivatedAndLiveParts, new Parameter("window_days", ParameterKind.Whole)),
    ];

    // The category of automatic firearms.
    private const string Automatic = "A";

    /// <summary>DR-P12: what makes a firearm automatic, or belongs to an automatic one.</summary>
    private static IEnumerable<Result> PartsForAutomaticFire(Facts facts, Parameters _)
    {
        var exemption =
            facts.FinalRecipient?.Type == PartyTypes.Government ? "a government"
            : facts.RecipientMayManufacture(Automatic) is true ? "a manufacturer of category A"
            : null;
        foreach (var (line, place) in facts.Lines)
            if (line.PartType == Parts.ConversionAuto || line.SelectFire is true)
                yield return Result.Found(
                    exemption is null ? Severity.High : Severity.Info,
                    $"{line.Qty:0.###} {line.PartType} {line.Platform} {(line.PartType == Parts.ConversionAuto ? "make firearms automatic" : "are for automatic fire")},"
                        + $" for {exemption ?? "a recipient that is neither a government nor may manufacture category A"}.",
                    new Evidence(
                        new Dictionary<string, object>
                        {
                            ["part_type"] = line.PartType ?? "not known",
                            ["quantity"] = line.Qty is { } quantity ? quantity : "not known",
                            ["recipient_type"] = facts.FinalRecipient?.Type ?? "not known",
                        },
                        [new Input(place, $"{line.PartType} x{line.Qty:0.###}, {line.Description}")]
                    )
                );
            else if (line.PartType == Parts.TriggerGroup && line.SelectFire is null)
                yield return Result.Missing($"{place}.select_fire");
    }

    /// <summary>DR-P14: blank-firers that can be converted, and the barrels or slides that do it.</summary>
    private static IEnumerable<Result> ConvertibleBlankFirer(Facts facts, Parameters its)
    {
        var supply = Supply.Of(facts, its.Whole("window_days"));
        if (!supply.OfTheCase.Any(g => MayBeBlankFirer(g) || HasBarrelOrSlide(g)))
            yield break;
        if (facts.Reference.Lists?.ConvertibleModels is not { } list)
        {
            if (
                supply.OfTheCase.Any(g =>
                    g.PartType == Parts.BlankFirer || g is { Model: not null } or { CompatibleModel: not null }
                )
            )
                yield return Result.Missing("reference.lists.convertible_models");
            yield break;
        }
        var (isOpen, hasListed) = (false, false);
        foreach (var model in list.On(facts.AsOf).Select(m => m.Model).OfType<string>().DistinctBy(Serials.Normal))
        {
            var blanks = supply.All.Where(g => MayBeBlankFirer(g) && IsModel(g.Model, model)).ToList();
            var parts = supply.All.Where(g => HasBarrelOrSlide(g) && Fits(g, model)).ToList();
            if (!blanks.Concat(parts).Any(g => g.To is null))
                continue;
            isOpen = true;
            hasListed |= blanks.Count > 0;
            if (blanks.Count == 0)
                continue;
            yield return Result.Found(
                parts.Count > 0 ? Severity.High : Severity.Elevated,
                $"{string.Join(", ", blanks)}: the model {model} is on the list of convertible ones"
                    + $"{(parts.Count > 0 ? $", and barrels or slides that fit it go to the same recipients: {string.Join(", ", parts)}" : "")}.",
                supply.EvidenceOf(
                    new Dictionary<string, object>
                    {
                        ["model"] = model,
                        ["blank_firers"] = blanks.Sum(g => g.Goods.Qty ?? 0),
                        ["parts"] = parts.Sum(g => g.Goods.Qty ?? 0),
                    },
                    [.. blanks, .. parts]
                ) with
                {
                    Lists = ["convertible_models"],
                }
            );
        }
        var unknown = supply
            .All.Where(g => g is { PartType: Parts.BlankFirer, Model: null } && (isOpen || g.To is null))
            .Select(g => $"{g.Place}.model")
            .Concat(
                supply
                    .All.Where(g => hasListed && HasBarrelOrSlide(g) && FitsNothingKnown(g))
                    .Select(g => $"{g.Place}.compatible_model")
            )
            .ToList();
        if (unknown.Count > 0)
            yield return Result.Missing(unknown);
        if (isOpen && supply.Missing.Count > 0)
            yield return Result.Missing(supply.Missing);
    }

    // A listed model may be declared as a firearm too.
    private static bool MayBeBlankFirer(SuppliedGoods goods) =>
        goods.PartType is Parts.BlankFirer or Parts.CompleteFirearm;

    private static bool HasBarrelOrSlide(SuppliedGoods goods) =>
        !goods.IsDeactivated
        && (
            goods.PartType is Parts.Barrel or Parts.Slide
            || (
                goods.Goods.ExplodesTo?.Keys.Any(part => part is Parts.Barrel or Parts.Slide)
                ?? Parts.IsAssembly(goods.PartType)
            )
        );

    private static bool Fits(SuppliedGoods part, string model) =>
        IsModel(part.CompatibleModel, model) || IsModel(part.Model, model) || IsModel(part.Goods.Platform, model);

    private static bool FitsNothingKnown(SuppliedGoods part) =>
        part is { CompatibleModel: null, Model: null, Goods.Platform: null };

    private static bool IsModel(string? text, string model) =>
        text is not null && Serials.Normal(text) == Serials.Normal(model);

    /// <summary>DR-P15: a kit that turns a firearm the recipient may hold into one that it may not.</summary>
    private static IEnumerable<Result> KitAboveTheRecipientsCategory(Facts facts, Parameters _)
    {
        foreach (var (line, place) in facts.Lines)
        {
            if (line.ResultingCategory is not { } result)
                continue;
            var category = line.Category ?? facts.CategoryOf(line.Platform);
            if (category is null)
                yield return Result.Missing($"{place}.category");
            if (facts.FinalRecipient?.Authorisations is null)
                yield return Result.Missing(facts.PlaceInRecipient("authorisations"));
            if (category is null || !MayHold(category, facts) || MayHold(result, facts))
                continue;
            yield return Result.Found(
                Severity.Elevated,
                $"{line.Qty:0.###} {line.PartType} {line.Platform} make firearms of category {result}; the recipient is authorised for"
                    + $" category {category} only.",
                new Evidence(
                    new Dictionary<string, object> { ["category"] = category, ["resulting_category"] = result },
                    [new Input(place, $"{line.PartType} x{line.Qty:0.###}, category {category} to {result}")]
                )
            );
        }
    }

    // To store firearms for others is not to hold them.
    private static bool MayHold(string category, Facts facts) =>
        facts.FinalRecipient?.Authorisations?.Any(a =>
            a.Kind != AuthorisationKinds.Storage && a.Category == category && a.HoldsOn(facts.AsOf)
        )
            is true;

    /// <summary>DR-P18: deactivated firearms, and the live parts that would bring them back.</summary>
    private static IEnumerable<Result> DeactivatedAndLiveParts(Facts facts, Parameters its)
    {
        if (facts.FinalRecipient?.Type is PartyTypes.Manufacturer or PartyTypes.Government)
            yield break;
        var supply = Supply.Of(facts, its.Whole("window_days"));
        var deactivated = supply.All.Where(IsDeactivatedFirearm).ToList();
        var live = supply
            .All.Where(g => IsLivePart(g) && facts.RecipientMayManufacture(g.Category) is not true)
            .ToList();
        if (!deactivated.Concat(live).Any(g => g.To is null))
            yield break;
        foreach (var platform in deactivated.Select(g => g.Platform).OfType<string>().Distinct())
        {
            var (dead, parts) = (
                deactivated.Where(g => g.Platform == platform).ToList(),
                live.Where(g => g.Platform == platform).ToList()
            );
            if (parts.Count > 0 && dead.Concat(parts).Any(g => g.To is null))
                yield return Result.Found(
                    Severity.High,
                    $"Deactivated {platform} firearms and live parts of them go to the same recipients:"
                        + $" {string.Join(", ", dead)}; {string.Join(", ", parts)}.",
                    supply.EvidenceOf(
                        new Dictionary<string, object>
                        {
                            ["platform"] = platform,
                            ["deactivated"] = dead.Sum(g => g.Goods.Qty ?? 0),
                            ["live_parts"] = parts.Sum(g => g.Goods.Qty ?? 0),
                        },
                        [.. dead, .. parts]
                    ) with
                    {
                        Subjects = [platform],
                    }
                );
        }
        if (deactivated.Count > 0 && live.Count > 0)
            foreach (var unknown in deactivated.Concat(live).Where(g => g.Platform is null))
                yield return Result.Missing($"{unknown.Place}.platform");
        if (supply.Missing.Count > 0)
            yield return Result.Missing(supply.Missing);
    }

    private static bool IsDeactivatedFirearm(SuppliedGoods goods) =>
        goods.IsDeactivated && goods.PartType == Parts.CompleteFirearm;

    private static bool IsLivePart(SuppliedGoods goods) =>
        !goods.IsDeactivated && (Parts.IsEssential(goods.PartType) || Parts.IsAssembly(goods.PartType));
}
