namespace Licensing.Domain.Screening.Rules;

/// <summary>Whether a denial was for such goods as the case has. The class is a part type, COMPLETE_FIREARM, PART for any part, or a
/// platform.</summary>
internal static class ItemClasses
{
    private const string AnyPart = "PART";

    /// <summary>Null when the class of either side is not known, or is none that can be compared.</summary>
    public static bool? Overlap(string? denied, Facts facts)
    {
        if (denied is not null && facts.Lines.Any(l => Of(l.Line, facts).Contains(Parts.Named(denied))))
            return true;
        var canTell = denied is not null && IsKnown(denied, facts) && !Open(denied, facts).Any();
        return canTell && facts.Case.Lines is not null ? false : null;
    }

    public static IEnumerable<string> Missing(WatchRecord denial, Facts facts) =>
        denial.ItemClass is null || !IsKnown(denial.ItemClass, facts)
            ? [$"watch[{denial.Party}].item_class"]
            : Open(denial.ItemClass, facts);

    private static IEnumerable<string> Open(string denied, Facts facts) =>
        IsPlatform(denied, facts)
            ? facts.Lines.Where(l => l.Line.Platform is null).Select(l => $"{l.Place}.platform")
            : facts.Lines.Where(l => l.Line.PartType is null).Select(l => $"{l.Place}.part_type");

    private static HashSet<string> Of(CaseLine line, Facts facts)
    {
        var goods = CountedGoods.Of(line, "");
        var parts = Kits.Explode(goods, Kits.TemplateOf(goods, facts.Reference) ?? new Dictionary<string, decimal>());
        var isPart = line.PartType is not (null or Parts.CompleteFirearm or Parts.Ammunition);
        return
        [
            .. parts.Keys.Append(line.PartType).Append(line.Platform).OfType<string>().Select(Parts.Named),
            .. isPart ? [AnyPart] : Array.Empty<string>(),
        ];
    }

    private static bool IsKnown(string itemClass, Facts facts) =>
        Parts.Named(itemClass) == AnyPart || Parts.All.Contains(Parts.Named(itemClass)) || IsPlatform(itemClass, facts);

    private static bool IsPlatform(string itemClass, Facts facts) =>
        facts.Reference.Platforms?.Keys.Any(p => Parts.Named(p) == Parts.Named(itemClass)) is true;
}
