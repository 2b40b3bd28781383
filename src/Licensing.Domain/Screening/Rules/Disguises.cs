namespace Licensing.Domain.Screening.Rules;

/// <summary>Goods under a wording or a code that hides what they are (catalogue, 4.1).</summary>
public static class Disguises
{
    public static readonly IReadOnlyList<Rule> Rules =
    [
        Rule.OfGoods(
            "DR-P13",
            SuppressorsDisguisedOrTooMany,
            new Parameter("ratio", ParameterKind.Number),
            new Parameter("disguise_list", ParameterKind.Patterns)
        ),
        Rule.OfGoods("DR-P16", Misdescribed, new Parameter("generic_list", ParameterKind.Patterns)),
    ];

    // What suppressors are counted over.
    private const int Year = 365;
    private const string Chapter = "93";
    private const string HeadingOfParts = "9305";
    private const string OtherParts = "930599";

    // Headings of complete firearms, by group of platforms. A kit is classified as what it makes (HS, rule 2(a)).
    private static readonly Dictionary<string, string> HeadingOfFirearms = new()
    {
        ["military"] = "9301",
        ["pistol"] = "9302",
        ["long"] = "9303",
    };

    // Codes of before 2012 still stand in papers.
    private static readonly IReadOnlyList<string> FormerCodesOfLong = ["930521", "930529"];

    /// <summary>DR-P13: suppressors sold as something else, or more of them than firearms to put them on.</summary>
    private static IEnumerable<Result> SuppressorsDisguisedOrTooMany(Facts facts, Parameters its)
    {
        var suppressors = facts.Lines.Where(l => l.Line.PartType == Parts.Suppressor).ToList();
        if (suppressors.Count == 0)
            return [];
        var disguised = suppressors.SelectMany(l => Disguised(l.Line, l.Place, its)).ToList();
        var tooMany = TooMany(facts, its);
        return disguised.OfType<Sign>().Any()
            ? [.. disguised.OfType<Sign>(), .. tooMany.OfType<Sign>()]
            : [.. disguised, .. tooMany];
    }

    private static IEnumerable<Result> Disguised(CaseLine line, string place, Parameters its)
    {
        var wording = Patterns.FirstIn(line.Description ?? "", its.Words("disguise_list"));
        var isOtherCode = CodeOf(line) is { } code && !code.StartsWith(HeadingOfParts, StringComparison.Ordinal);
        if (wording is not null || isOtherCode)
            yield return Result.Found(
                Severity.High,
                $"{line.Qty:0.###} suppressors are declared as \"{line.Description}\", HS {line.Hs ?? "not given"}.",
                new Evidence(
                    new Dictionary<string, object>
                    {
                        ["wording"] = wording ?? "none of the list",
                        ["hs"] = line.Hs ?? "not known",
                    },
                    [new Input(place, $"{line.PartType} x{line.Qty:0.###}, {line.Description}, HS {line.Hs}")]
                )
            );
        else if (line.Description is null || CodeOf(line) is null)
            yield return Result.Missing([
                .. line.Description is null ? [$"{place}.description"] : Array.Empty<string>(),
                .. CodeOf(line) is null ? [$"{place}.hs"] : Array.Empty<string>(),
            ]);
    }

    private static IEnumerable<Result> TooMany(Facts facts, Parameters its)
    {
        var supply = Supply.Of(facts, Year);
        var suppressors = supply.All.Where(g => g.PartType == Parts.Suppressor).ToList();
        foreach (var unknown in suppressors.Where(g => g.Category is null || g.Goods.Qty is null))
            yield return Result.Missing($"{unknown.Place}.{(unknown.Category is null ? "category" : "qty")}");
        if (facts.FinalRecipient?.Holdings is not { } holdings)
        {
            yield return Result.Missing(facts.PlaceInRecipient("holdings"));
            yield break;
        }
        foreach (
            var category in suppressors.Where(g => g.To is null).Select(g => g.Category).OfType<string>().Distinct()
        )
        {
            var goods = suppressors.Where(g => g.Category == category).ToList();
            var (quantity, held) = (goods.Sum(g => g.Goods.Qty ?? 0), holdings.GetValueOrDefault(category));
            if (quantity > its.Number("ratio") * held)
                yield return Result.Found(
                    Severity.Elevated,
                    $"With this case {quantity:0.##} suppressors in a year for {held:0.##} firearms of category {category} that the recipient holds.",
                    supply.EvidenceOf(
                        new Dictionary<string, object>
                        {
                            ["category"] = category,
                            ["quantity"] = quantity,
                            ["holdings"] = held,
                        },
                        goods
                    )
                );
        }
        if (supply.Missing.Count > 0)
            yield return Result.Missing(supply.Missing);
    }

    /// <summary>DR-P16: a code outside the chapter of arms, the code of another kind of firearm, or a wording that says nothing.</summary>
    private static IEnumerable<Result> Misdescribed(Facts facts, Parameters its)
    {
        foreach (var (line, place) in facts.Lines)
        {
            var generic = Patterns.FirstIn(line.Description ?? "", its.Words("generic_list"));
            var isOutside = IsArmsOfTheChapter(line) && CodeOf(line) is { } code && !IsOfTheChapter(code);
            var (isOther, missing) = isOutside ? (false, null) : IsCodeOfAnother(line, place, facts);
            var reasons = new List<string>();
            if (isOutside)
                reasons.Add("the code is not of chapter 93, arms");
            if (isOther)
                reasons.Add($"the code is not one of {facts.Platform(line.Platform)?.HsGroup} firearms or their parts");
            if (generic is not null)
                reasons.Add("the wording says nothing of what it is");
            var isGrave = isOutside || (isOther && generic is not null);
            if (reasons.Count > 0)
                yield return Result.Found(
                    isGrave ? Severity.High : Severity.Elevated,
                    $"{line.Qty:0.###} {line.PartType} {line.Platform} are declared as \"{line.Description}\", HS {line.Hs ?? "not given"}:"
                        + $" {string.Join(", ", reasons)}.",
                    new Evidence(
                        new Dictionary<string, object>
                        {
                            ["part_type"] = line.PartType ?? "not known",
                            ["hs"] = line.Hs ?? "not known",
                            ["outside_chapter"] = isOutside,
                            ["inconsistent"] = isOther,
                            ["generic"] = generic ?? "none of the list",
                        },
                        [new Input(place, $"{line.PartType} x{line.Qty:0.###}, {line.Description}, HS {line.Hs}")]
                    )
                    {
                        Lists = ["platforms", "hs_by_platform"],
                    }
                );
            if (!isGrave && missing is not null)
                yield return Result.Missing(missing);
            if (!isGrave && line.Description is null)
                yield return Result.Missing($"{place}.description");
        }
    }

    private static bool IsArmsOfTheChapter(CaseLine line) =>
        Parts.IsEssential(line.PartType)
        || Parts.IsAssembly(line.PartType)
        || line.PartType is Parts.Suppressor or Parts.CompleteFirearm;

    /// <summary>Whether the code is of the chapter and of another group of platforms, or what would have to be known to tell.</summary>
    private static (bool IsOther, string? Missing) IsCodeOfAnother(CaseLine line, string place, Facts facts)
    {
        if (CodeOf(line) is not { } code)
            return (false, IsComparedWithItsPlatform(line) || IsArmsOfTheChapter(line) ? $"{place}.hs" : null);
        if (!IsComparedWithItsPlatform(line) || !IsOfTheChapter(code))
            return (false, null);
        // A suppressor and other accessories fit many platforms.
        var isTiedToOne =
            Parts.IsEssential(line.PartType)
            || Parts.IsAssembly(line.PartType)
            || line.PartType == Parts.CompleteFirearm;
        if (!isTiedToOne && (line.Platform is null || code.StartsWith(OtherParts, StringComparison.Ordinal)))
            return (false, null);
        if (code.Length < 6)
            return (false, $"{place}.hs");
        if (line.Platform is null)
            return (false, $"{place}.platform");
        if (facts.Platform(line.Platform)?.HsGroup is not { } group)
            return (false, $"reference.platforms.{line.Platform}.hs_group");
        if (
            (
                HeadingOfFirearms.TryGetValue(group, out var heading)
                && code.StartsWith(heading, StringComparison.Ordinal)
            ) || (group == "long" && FormerCodesOfLong.Contains(code[..6]))
        )
            return (false, null);
        return facts.Reference.HsByPlatform?.GetValueOrDefault(group) is { } codes
            ? (!codes.Contains(code[..6]), null)
            : (false, $"reference.hs_by_platform.{group}");
    }

    private static bool IsComparedWithItsPlatform(CaseLine line) =>
        line.Deactivated is not true
        && (IsArmsOfTheChapter(line) || line.PartType is Parts.TriggerGroup or Parts.ConversionAuto or Parts.Magazine);

    private static bool IsOfTheChapter(string code) => code.StartsWith(Chapter, StringComparison.Ordinal);

    // Its digits; null when there are none.
    private static string? CodeOf(CaseLine line) =>
        string.Concat((line.Hs ?? "").Where(char.IsAsciiDigit)) is { Length: > 0 } digits ? digits : null;
}
