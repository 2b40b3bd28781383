using Licensing.Domain.Goods;

namespace Licensing.Domain.Screening;

/// <summary>Goods of any source, case or history, as far as kits are counted from them.</summary>
/// <param name="Place">In the dossier, or the reference of an earlier licence.</param>
public sealed record CountedGoods(
    string Place,
    string? PartType,
    string? Platform,
    decimal? Qty,
    FinishState? FinishState,
    IReadOnlyDictionary<string, decimal>? ExplodesTo,
    string? FirearmType,
    string? Calibre
)
{
    public static CountedGoods Of(CaseLine line, string place) =>
        new(
            place,
            line.PartType,
            line.Platform,
            line.Qty,
            line.FinishState,
            line.ExplodesTo,
            line.FirearmType,
            line.Calibre
        );

    public static CountedGoods Of(HistoryLine line) =>
        new(
            line.Ref,
            line.PartType,
            line.Platform,
            line.Qty,
            line.FinishState,
            line.ExplodesTo,
            line.FirearmType,
            line.Calibre
        );

    /// <summary>Firearms in one unit: a complete one, or as many as there are frames and receivers.</summary>
    public decimal FirearmsEach =>
        Parts.IsFirearmEquivalent(PartType)
            ? 1
            : ExplodesTo?.Where(p => Parts.IsReceiverType(p.Key)).Sum(p => p.Value) ?? 0;

    /// <summary>The platform, or firearm type and calibre where it is not known; null when neither is.</summary>
    public string? PlatformKey =>
        Platform ?? (FirearmType is not null && Calibre is not null ? $"{FirearmType} {Calibre}" : null);
}

/// <summary>How many of which part there are for one platform.</summary>
/// <param name="IsApproximate">The platform is not known; firearm type and calibre stand for it.</param>
public sealed record PartCount(
    string Platform,
    IReadOnlyDictionary<string, decimal> Template,
    IReadOnlyDictionary<string, decimal> Quantities,
    IReadOnlyList<Input> Inputs,
    bool IsApproximate
)
{
    public decimal Of(string part) => Quantities.GetValueOrDefault(part);

    public decimal Sets => Kits.Sets(Template, Quantities);
}

/// <summary>Counts parts by platform, and what they make together.</summary>
/// <param name="Missing">What is not known of goods that could be parts of a firearm.</param>
public sealed record PartCounts(IReadOnlyList<PartCount> Platforms, IReadOnlyList<string> Missing);

public static class Kits
{
    /// <summary>How many working firearms the quantities make: the scarcest part decides.</summary>
    public static decimal Sets(
        IReadOnlyDictionary<string, decimal> template,
        IReadOnlyDictionary<string, decimal> quantities
    ) =>
        template.Count == 0 ? 0 : template.Min(part => Math.Floor(quantities.GetValueOrDefault(part.Key) / part.Value));

    /// <summary>Every essential part of the goods, assemblies taken apart, by platform.</summary>
    /// <param name="countSemiFinished">Blanks, forgings and castings count as the finished part.</param>
    /// <param name="also">Parts that count besides the essential ones.</param>
    public static PartCounts Count(
        IEnumerable<CountedGoods> goods,
        ReferenceData reference,
        bool countSemiFinished,
        params IReadOnlyCollection<string> also
    )
    {
        bool Counts(string? part) => Parts.IsEssential(part) || (part is not null && also.Contains(part));

        var missing = new List<string>();
        var counts =
            new Dictionary<
                string,
                (
                    IReadOnlyDictionary<string, decimal> Template,
                    Dictionary<string, decimal> Parts,
                    List<Input> Inputs,
                    bool Approximate
                )
            >();
        foreach (var one in goods)
        {
            if (one.PartType is null)
                missing.Add($"{one.Place}.part_type");
            if (!countSemiFinished && one.FinishState == FinishState.SemiFinished)
                continue;
            if (!Counts(one.PartType) && !Parts.IsAssembly(one.PartType) && one.ExplodesTo is null)
                continue;
            if (one.Qty is null)
                missing.Add($"{one.Place}.qty");
            if (one.PlatformKey is not { } platform)
                missing.Add($"{one.Place}.platform");
            else if (TemplateOf(one, reference) is not { } template)
                missing.Add($"reference.platforms.{platform}.template");
            else if (one.Qty is { } quantity)
            {
                if (!counts.TryGetValue(platform, out var count))
                    counts[platform] = count = (template, [], [], one.Platform is null);
                foreach (var (part, each) in Explode(one, template).Where(p => Counts(p.Key)))
                    count.Parts[part] = count.Parts.GetValueOrDefault(part) + (each * quantity);
                count.Inputs.Add(new Input(one.Place, $"{one.PartType} x{quantity:0.###} {platform}"));
            }
        }
        return new PartCounts(
            [
                .. counts.Select(c => new PartCount(
                    c.Key,
                    c.Value.Template,
                    c.Value.Parts,
                    c.Value.Inputs,
                    c.Value.Approximate
                )),
            ],
            missing
        );
    }

    /// <summary>The parts in one unit of the goods: of an assembly what its line says, or else what such assemblies consist of.</summary>
    public static IReadOnlyDictionary<string, decimal> Explode(
        CountedGoods goods,
        IReadOnlyDictionary<string, decimal> template
    ) =>
        goods.ExplodesTo is { Count: > 0 } listed
            ? listed
            : goods.PartType switch
            {
                Parts.UpperAssembly => One(Parts.UpperReceiver, Parts.Barrel, Parts.Bolt),
                Parts.CalibreKit => One(
                    Parts.Barrel,
                    template.ContainsKey(Parts.Cylinder) ? Parts.Cylinder : Parts.Slide
                ),
                Parts.PartsSet => template.Where(p => !Parts.IsReceiverType(p.Key)).ToDictionary(),
                { } part => One(part),
                _ => One(),
            };

    /// <summary>What one firearm of its platform, or of its type where that is not known, consists of; null when nobody can say.</summary>
    public static IReadOnlyDictionary<string, decimal>? TemplateOf(CountedGoods goods, ReferenceData reference) =>
        (goods.Platform is null ? goods.FirearmType : reference.Platforms?.GetValueOrDefault(goods.Platform)?.Template)
            is { } name
            ? reference.Templates?.GetValueOrDefault(name)
            : null;

    private static Dictionary<string, decimal> One(params string[] parts) => parts.ToDictionary(p => p, _ => 1m);
}
