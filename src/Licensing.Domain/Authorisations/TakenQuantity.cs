using Licensing.Domain.Goods;

namespace Licensing.Domain.Authorisations;

/// <summary>What another licence has taken, and from what it took it: by the goods authorised, not by the place of a line, since a
/// later statement of the same authorisation may list its lines otherwise.</summary>
public sealed record TakenQuantity(
    GoodsClass Class,
    PartKind? Part,
    string? Platform,
    string? Calibre,
    Quantity Quantity
)
{
    /// <summary>As a sentence part: "100 pieces of receiver for AR-15".</summary>
    internal string InWords =>
        string.Join(
            " ",
            new[]
            {
                $"{Quantity} of",
                Part?.ToString() ?? Class.ToString(),
                Platform is null ? null : $"for {Platform}",
                Calibre,
            }.OfType<string>()
        );

    internal bool IsFrom(AuthorisedGoods line) =>
        CouldBeFrom(line) && Same(Platform, line.Platform) && Same(Calibre, line.Calibre);

    internal bool CouldBeFrom(AuthorisedGoods line) =>
        Class == line.Class && Part == line.Part && Quantity.Unit == line.Quantity.Unit;

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}

/// <summary>What other licences have taken from an authorisation, spread over its lines as they stand now.</summary>
/// <param name="ByLine">At most so much is gone from each line.</param>
/// <param name="Unplaced">What was taken from goods that no line authorises any more: how much of the others it has used up, nobody
/// here can tell.</param>
public sealed record TakenByOthers(IReadOnlyDictionary<int, decimal> ByLine, IReadOnlyList<TakenQuantity> Unplaced)
{
    public static readonly TakenByOthers Nothing = new(new Dictionary<int, decimal>(), []);

    /// <summary>Lines for the same goods are used up in their order. What is more than they hold, or fits none of them, counts against
    /// every line for that class, part and unit, so that nothing becomes free by a new wording.</summary>
    public static TakenByOthers Of(IReadOnlyList<AuthorisedGoods> lines, IEnumerable<TakenQuantity> taken)
    {
        var byLine = lines.ToDictionary(line => line.Number, _ => 0m);
        var unplaced = new List<TakenQuantity>();
        foreach (var one in taken)
        {
            if (!lines.Any(one.CouldBeFrom))
            {
                unplaced.Add(one);
                continue;
            }
            var rest = one.Quantity.Amount;
            foreach (var line in lines.Where(one.IsFrom))
            {
                var here = Math.Min(rest, Math.Max(0, line.Quantity.Amount - byLine[line.Number]));
                byLine[line.Number] += here;
                rest -= here;
            }
            foreach (var line in lines.Where(one.CouldBeFrom))
                byLine[line.Number] += rest;
        }
        return new TakenByOthers(byLine, unplaced);
    }
}
