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
    /// <summary>Spreads what was taken over the lines as they stand now. Lines for the same goods are used up in their order; what fits
    /// no line any more counts against every line for that class, part and unit, so that nothing becomes free by a new wording.</summary>
    public static IReadOnlyDictionary<int, decimal> ByLine(
        IReadOnlyList<AuthorisedGoods> lines,
        IEnumerable<TakenQuantity> taken
    )
    {
        var byLine = lines.ToDictionary(line => line.Number, _ => 0m);
        foreach (var one in taken)
        {
            var same = lines.Where(one.IsFrom).ToList();
            if (same.Count == 0)
                foreach (var line in lines.Where(one.CouldBeFrom))
                    byLine[line.Number] += one.Quantity.Amount;
            var rest = one.Quantity.Amount;
            foreach (var line in same)
            {
                var room = Math.Max(0, line.Quantity.Amount - byLine[line.Number]);
                var here = ReferenceEquals(line, same[^1]) ? rest : Math.Min(rest, room);
                byLine[line.Number] += here;
                rest -= here;
            }
        }
        return byLine;
    }

    private bool IsFrom(AuthorisedGoods line) =>
        CouldBeFrom(line) && Same(Platform, line.Platform) && Same(Calibre, line.Calibre);

    private bool CouldBeFrom(AuthorisedGoods line) =>
        Class == line.Class && Part == line.Part && Quantity.Unit == line.Quantity.Unit;

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
