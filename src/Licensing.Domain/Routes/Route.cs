using Licensing.Domain.States;

namespace Licensing.Domain.Routes;

public enum TransportMode
{
    Road,
    Rail,
    Sea,
    Air,
    InlandWaterway,
    Post,
    Accompanied,
}

/// <summary>What happens where a leg ends.</summary>
public enum Stop
{
    /// <summary>The end of the route, in the importing State.</summary>
    Destination,

    /// <summary>The goods cross the State on the same means of transport.</summary>
    LandCrossing,

    /// <summary>A call at a port or airport where the cargo stays on board. Whether that is transit is the profile's word.</summary>
    PortCall,
    Transshipment,
    Unloading,
    Storage,
}

/// <summary>One leg of the route: from where the last one ended to a place in <see cref="To"/>.</summary>
/// <param name="ArrivesOn">The day the goods are expected there; null when not known, and then they may be there on any day from
/// shipment to arrival.</param>
/// <param name="DwellDays">How many days the goods stay where the leg ends; null when not known.</param>
/// <param name="FreeTradeZone">The leg ends in a free-trade zone; null when not known.</param>
public sealed record Leg(
    Country To,
    TransportMode Mode,
    Stop Stop,
    decimal? Kilometres,
    string? Place,
    DateOnly? ArrivesOn,
    decimal? DwellDays = null,
    bool? FreeTradeZone = null
)
{
    /// <summary>What is wrong with so many days of stay, or null when they are right.</summary>
    public static string? Mistake(decimal? dwellDays) =>
        dwellDays is < 0 or > 3650 ? "The goods stay from 0 to 3650 days: correct the number." : null;
}

/// <summary>A transit State's share of the route.</summary>
/// <param name="Modes">Every mode by which the goods enter, cross or leave it.</param>
/// <param name="From">First day on which the goods may be there, included.</param>
/// <param name="To">Last day on which the goods may be there, included.</param>
/// <param name="StaysOnBoard">Wherever the route stops in it, the cargo stays on board, and the goods leave by the same mode.</param>
public sealed record Passage(
    Country State,
    IReadOnlyList<TransportMode> Modes,
    DateOnly From,
    DateOnly To,
    bool StaysOnBoard = false
);

public static class Route
{
    /// <summary>Every transit State in the order the goods meet it, each once, with the modes and the days of its passage.</summary>
    /// <param name="portCallIsTransit">Whether a call where the cargo stays on board counts (interpretation point 6).</param>
    public static IReadOnlyList<Passage> Passages(
        IReadOnlyList<Leg> legs,
        Country exporting,
        Country importing,
        DateOnly shipment,
        DateOnly arrival,
        bool portCallIsTransit
    )
    {
        var passages = new List<Passage>();
        // A State is entered on the way to the place in it: from the day the goods left the place before, at the earliest.
        var left = shipment;
        for (var i = 0; i < legs.Count; i++)
        {
            var leg = legs[i];
            var entered = left;
            left = leg.ArrivesOn ?? left;
            if (leg.To == exporting || leg.To == importing || (leg.Stop == Stop.PortCall && !portCallIsTransit))
                continue;
            var next = i + 1 < legs.Count ? legs[i + 1] : null;
            passages.Add(
                new Passage(
                    leg.To,
                    next is null ? [leg.Mode] : [leg.Mode, next.Mode],
                    entered,
                    next?.ArrivesOn ?? arrival,
                    leg.Stop == Stop.PortCall && next?.Mode == leg.Mode
                )
            );
        }
        return
        [
            .. passages
                .GroupBy(p => p.State)
                .Select(g => new Passage(
                    g.Key,
                    [.. g.SelectMany(p => p.Modes).Distinct()],
                    g.Min(p => p.From),
                    g.Max(p => p.To),
                    g.All(p => p.StaysOnBoard)
                )),
        ];
    }
}
