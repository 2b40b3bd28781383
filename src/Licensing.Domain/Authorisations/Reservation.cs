using Licensing.Domain.Goods;

namespace Licensing.Domain.Authorisations;

/// <summary>A quantity that a licence takes from one line of an import authorisation, in that line's unit.</summary>
public sealed record Reservation(string Authorisation, int AuthorisedLine, int GoodsLine, decimal Amount);

/// <summary>How the draws of a consignment fall on the lines of its authorisations.</summary>
/// <param name="Shortfalls">Draws that found too little: the line, the authorisation, what it covers at all, what is left, what is missing.</param>
public sealed record Allocation(IReadOnlyList<Reservation> Reservations, IReadOnlyList<Shortfall> Shortfalls)
{
    /// <summary>Takes each draw from the covering lines of its authorisation, the most specific first, so that a line for one
    /// platform is used up before a line for any. What an earlier line of the same consignment took is gone for a later one.</summary>
    public static Allocation Of(IReadOnlyList<GoodsLine> lines, IReadOnlyList<KnownAuthorisation> authorisations)
    {
        var taken = new Dictionary<(string, int), decimal>();
        var reservations = new List<Reservation>();
        var shortfalls = new List<Shortfall>();
        foreach (var line in lines)
        foreach (var draw in line.Draws)
        {
            var authorisation = authorisations.FirstOrDefault(a => a.Number == draw.Authorisation);
            if (authorisation?.Particulars is not { } particulars)
                continue;
            var covering = particulars.Goods.Where(g => g.Covers(line)).OrderBy(Width).ThenBy(g => g.Number).ToList();
            var wanted = draw.Amount;
            foreach (var goods in covering)
            {
                var key = (particulars.Number, goods.Number);
                var left = authorisation.Left(goods) - taken.GetValueOrDefault(key);
                var amount = Math.Min(wanted, Math.Max(0, left));
                if (amount == 0)
                    continue;
                taken[key] = taken.GetValueOrDefault(key) + amount;
                wanted -= amount;
                reservations.Add(new Reservation(particulars.Number, goods.Number, line.Number, amount));
            }
            if (wanted > 0)
                shortfalls.Add(
                    new Shortfall(
                        line.Number,
                        particulars.Number,
                        covering.Count > 0,
                        draw.Amount,
                        draw.Amount - wanted
                    )
                );
        }
        return new Allocation(reservations, shortfalls);
    }

    private static int Width(AuthorisedGoods goods) =>
        (goods.Platform is null ? 1 : 0) + (goods.Calibre is null ? 1 : 0);
}

/// <param name="IsCovered">False when no line of the authorisation covers the goods at all.</param>
public sealed record Shortfall(int GoodsLine, string Authorisation, bool IsCovered, decimal Wanted, decimal Found);
