using Licensing.Casework.Shipments;
using Licensing.Casework.Storage;

namespace Licensing.Web.Portal.Customs.Shipments;

/// <summary>One thing that customs can do with a shipment, or could if something were otherwise.</summary>
/// <param name="Path">Page of the act, after the shipment's address.</param>
/// <param name="Kind">Of the button.</param>
/// <param name="Because">Why it cannot be done now; null when it can.</param>
public sealed record Possible(string Title, string Path, string? Kind, string? Because)
{
    /// <summary>What fits where the shipment stands. The acts themselves check it again.</summary>
    public static IReadOnlyList<Possible> On(LicenceForCustoms licence, ShipmentForCustoms shipment)
    {
        if (!licence.IsOfThisState)
            return [new("Report what you see", "report", null, NotOnTheWay(shipment))];
        if (shipment.Status is not (ShipmentStatus.Declared or ShipmentStatus.Released))
            return [];
        return
        [
            shipment.Status == ShipmentStatus.Declared
                ? new("Release", "release", null, NotLawful(shipment))
                : new("Record what leaves", "exit", null, NotLawful(shipment)),
            new("Hold", "hold", "secondary", shipment.IsHeld() ? "It is held already." : null),
            new("Seize", "seize", "warning", null),
        ];
    }

    private static string? NotLawful(ShipmentForCustoms shipment) =>
        shipment.MayLeave ? null
        : shipment.Unmet().All(f => f.IsHold()) ? "It is held. The licensing authority has to lift the hold first."
        : "Not everything that the law asks is met today. The findings say what is missing and what to do.";

    private static string? NotOnTheWay(ShipmentForCustoms shipment) =>
        shipment.ComesHere
            ? null
            : "By the route that was declared it does not come to your State. If it is before you, ask the authority of the exporting State.";
}
