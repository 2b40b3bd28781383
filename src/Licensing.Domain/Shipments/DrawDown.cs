using Licensing.Domain.Authorisations;

namespace Licensing.Domain.Shipments;

/// <summary>What a shipment takes for good of what its licence has reserved.</summary>
public sealed record DrawDown(Reservation From, decimal Amount)
{
    /// <summary>The share of each reservation of a goods line in what is shipped of it: they are used up in the order of the licence, so
    /// that it is the same however the goods are split over shipments.</summary>
    /// <param name="before">How much of the line has been shipped before.</param>
    /// <exception cref="ArgumentException">More than is reserved for the line.</exception>
    public static IReadOnlyList<DrawDown> Of(
        IEnumerable<Reservation> reservations,
        int goodsLine,
        decimal before,
        decimal amount
    )
    {
        var downs = new List<DrawDown>();
        var (begins, ends) = (before, before + amount);
        var at = 0m;
        foreach (var reservation in reservations.Where(r => r.GoodsLine == goodsLine))
        {
            var share = Math.Min(ends, at + reservation.Amount) - Math.Max(begins, at);
            if (share > 0)
                downs.Add(new DrawDown(reservation, share));
            at += reservation.Amount;
        }
        return downs.Sum(d => d.Amount) == amount
            ? downs
            : throw new ArgumentException(
                $"{ends:0.###} of line {goodsLine} are more than the {at:0.###} that are reserved for it.",
                nameof(amount)
            );
    }
}
