using Licensing.Domain.Routes;

namespace Licensing.Domain.Shipments;

/// <summary>What an exporter wants to ship under a licence, all of it or a part, with what is known only shortly before: serial
/// numbers, carrier, means of transport, the route as booked.</summary>
/// <param name="Route">The last leg ends in the importing State.</param>
/// <param name="ShipsOn">The day on which the goods are to leave the exporting State.</param>
/// <param name="Carrier">Who carries the goods out of the exporting State.</param>
/// <param name="Conveyance">Ship, flight, vehicle, container: whatever identifies the transport.</param>
/// <param name="ExitPost">The customs post through which the goods are to leave.</param>
/// <param name="NetKg">Net weight of what is to leave, in kilograms; null when not known.</param>
public sealed record ShipmentDeclaration(
    IReadOnlyList<ShippedLine> Lines,
    IReadOnlyList<Leg> Route,
    DateOnly ShipsOn,
    DateOnly ArrivesOn,
    string Carrier,
    string Conveyance,
    string ExitPost,
    decimal? NetKg = null
);

/// <summary>How much of a line of the licence, in that line's unit, and which pieces.</summary>
/// <param name="Line">Number of the goods line of the licence.</param>
/// <param name="Serials">Of every firearm (Art. 8); of other goods where they bear one.</param>
public sealed record ShippedLine(int Line, decimal Amount, IReadOnlyList<string> Serials);

/// <summary>Sums over what has been shipped.</summary>
public static class Shipped
{
    public static decimal AmountOf(this IEnumerable<ShippedLine> lines, int line) =>
        lines.Where(l => l.Line == line).Sum(l => l.Amount);

    /// <summary>Over several exits, line by line.</summary>
    public static IReadOnlyList<ShippedLine> Sum(IReadOnlyList<ShippedLine> lines) =>
        [
            .. lines
                .GroupBy(l => l.Line)
                .OrderBy(g => g.Key)
                .Select(g => new ShippedLine(g.Key, g.Sum(l => l.Amount), [.. g.SelectMany(l => l.Serials)])),
        ];

    /// <summary>Serial numbers are the same whatever their case and the blanks around them.</summary>
    public static IReadOnlySet<string> SerialsOf(this IEnumerable<ShippedLine> lines, int line) =>
        lines
            .Where(l => l.Line == line)
            .SelectMany(l => l.Serials)
            .Select(s => s.Trim())
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What is left of some lines when others have been taken from them; lines of which nothing is left are not there.</summary>
    public static IReadOnlyList<ShippedLine> Less(
        this IReadOnlyList<ShippedLine> lines,
        IReadOnlyList<ShippedLine> gone
    ) =>
        [
            .. lines
                .Select(l =>
                    l with
                    {
                        Amount = l.Amount - gone.AmountOf(l.Line),
                        Serials = [.. l.Serials.Where(s => !gone.SerialsOf(l.Line).Contains(s.Trim()))],
                    }
                )
                .Where(l => l.Amount > 0),
        ];
}
