using Licensing.Domain.Goods;
using Licensing.Domain.Licences;
using Licensing.Domain.Shipments;

namespace Licensing.Domain.Temporary;

/// <summary>What has become of goods that went for a while: whatever went has come back, is accounted for, or is outstanding, by line,
/// quantity and serial number.</summary>
/// <param name="Goods">The lines of the licence.</param>
/// <param name="Went">What went, in any number of consignments.</param>
/// <param name="Back">What customs has seen come back.</param>
/// <param name="AccountedFor">What will not come back, and an officer has found out why.</param>
public sealed record ReturnAccount(
    IReadOnlyList<GoodsLine> Goods,
    IReadOnlyList<ShippedLine> Went,
    IReadOnlyList<ShippedLine> Back,
    IReadOnlyList<ShippedLine> AccountedFor
)
{
    /// <summary>What is neither back nor accounted for; lines of which nothing is outstanding are not there.</summary>
    public IReadOnlyList<ShippedLine> Outstanding => Shipped.Sum(Went).Less([.. Back, .. AccountedFor]);

    /// <summary>The account once these have come back.</summary>
    /// <exception cref="NotPermittedException">They, or so many of them, are not outstanding.</exception>
    public ReturnAccount WithBack(IReadOnlyList<ShippedLine> lines)
    {
        RequireOutstanding(lines);
        return this with { Back = [.. Back, .. lines] };
    }

    /// <summary>The account once it is known of these that they will not come back.</summary>
    /// <exception cref="NotPermittedException">They, or so many of them, are not outstanding.</exception>
    public ReturnAccount WithAccountedFor(IReadOnlyList<ShippedLine> lines)
    {
        RequireOutstanding(lines);
        return this with { AccountedFor = [.. AccountedFor, .. lines] };
    }

    private void RequireOutstanding(IReadOnlyList<ShippedLine> lines)
    {
        var unmet = Article10.ReturnRequirements.Verify(this, lines).Where(f => !f.IsMet).ToList();
        if (unmet.Count > 0)
            throw new NotPermittedException(unmet);
    }
}

/// <summary>Why goods that went for a while do not come back.</summary>
public enum NotReturned
{
    /// <summary>Ammunition that was fired, parts that were used up.</summary>
    Consumed,
    Destroyed,

    /// <summary>They stay, under an export licence of their own.</summary>
    SoldUnderLicence,
    ReportedLost,
    ReportedStolen,
    SeizedAbroad,
    StayedUnlawfully,
}

public static class NotReturnedReasons
{
    /// <summary>Whether it is a lawful end of a temporary movement. The others stay on the trader's record.</summary>
    public static bool IsRegular(this NotReturned outcome) =>
        outcome is NotReturned.Consumed or NotReturned.Destroyed or NotReturned.SoldUnderLicence;
}
