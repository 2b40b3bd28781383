namespace Licensing.Domain.Screening.Rules;

/// <summary>Whether a denial was for such goods as the case has. The class is a part type, COMPLETE_FIREARM, PART for any part, or a
/// platform.</summary>
internal static class ItemClasses
{
    private const string AnyPart = "PART";

    /// <summary>Null when the class of either side is not known, or is none that can be compared.</summary>
    public static bool? Overlap(string? denied, Facts facts)
    {
        var line = facts.Lines.Select(l => Of(l.Line, facts)).ToList();
        if (denied is not null && line.Any(classes => classes.Contains(Parts.Named(denied))))
            return true;
        var canTell = denied is not null && IsKnown(denied, facts) && facts.Lines.All(l => l.Line.PartType is not null);
        return canTell && facts.Case.Lines is not null ? false : null;
    }

    public static IEnumerable<string> Missing(WatchRecord denial, Facts facts) =>
        denial.ItemClass is null || !IsKnown(denial.ItemClass, facts)
            ? [$"watch[{denial.Party}].item_class"]
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
        Parts.Named(itemClass) is var normal
        && (
            normal == AnyPart
            || Parts.All.Contains(normal)
            || facts.Reference.Platforms?.Keys.Any(p => Parts.Named(p) == normal) is true
        );
}
