using Licensing.Casework.Shipments;
using Licensing.Casework.Storage;
using Licensing.Domain.Article10;
using Licensing.Domain.Goods;
using Licensing.Domain.Shipments;
using Licensing.Web.Portal.Officer;

namespace Licensing.Web.Portal.Customs;

/// <summary>Shipments as they are spoken of at a post.</summary>
public static class InWords
{
    public static IReadOnlyList<Finding> Unmet(this ShipmentForCustoms shipment) =>
        [.. shipment.Findings.Where(f => !f.IsMet)];

    /// <summary>Customs of the exporting State has stopped it, and nobody has lifted that. Another State does not see it.</summary>
    public static bool IsHeld(this ShipmentForCustoms shipment) =>
        shipment.Holds.Any(h => h is { IsSeizure: false, LiftedAt: null });

    /// <summary>It says that the goods are held: a matter between customs and the licensing authority.</summary>
    public static bool IsHold(this Finding finding) => finding.Rule == "not-held";

    /// <param name="isHere">The goods are leaving this State; else they come from another one, and what has left counts.</param>
    public static (string Text, string Colour) Standing(ShipmentStatus status, bool isHere) =>
        status switch
        {
            ShipmentStatus.Declared => ("Declared", "blue"),
            ShipmentStatus.Released => isHere ? ("Released", "green") : ("Part has left", "teal"),
            ShipmentStatus.Left => ("Has left", "teal"),
            ShipmentStatus.Settled => ("Settled", "grey"),
            ShipmentStatus.Cancelled => ("Cancelled", "grey"),
            _ => isHere ? ("Seized", "red") : ("Part has left", "teal"),
        };

    /// <summary>The end of a sentence that begins with the shipment: "has left".</summary>
    public static string Now(ShipmentStatus status) =>
        status == ShipmentStatus.Left ? "has left" : $"is {Casework.Words.Of(status)}";

    /// <summary>"25 pieces, Halden BH308, bolt-action rifle".</summary>
    public static string Of(ShippedLine line, IReadOnlyList<GoodsLine> licensed) =>
        licensed.FirstOrDefault(l => l.Number == line.Line) is { } goods
            ? $"{Amount(line.Amount, goods)}, {Goods(goods)}"
            : $"{Wording.Amount(line.Amount)}, not on the licence";

    public static string Amount(decimal amount, GoodsLine goods) =>
        Wording.Amount(new Quantity(amount, goods.Quantity.Unit));

    /// <summary>What an officer at a post can tell them by.</summary>
    public static string Goods(GoodsLine goods) => $"{goods.Make} {goods.Model}, {goods.Description}";

    public static string Of(Movement what) =>
        what switch
        {
            Movement.TransitEntry => "Entered for transit",
            Movement.TransitExit => "Left on the way on",
            Movement.ImportEntry => "Entered for import",
            Movement.RouteChanged => "Goes on by another route",
            _ => Wording.Of(what),
        };
}
