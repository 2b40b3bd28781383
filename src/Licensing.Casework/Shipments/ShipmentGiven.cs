using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Domain.Applications;
using Licensing.Domain.Goods;
using Licensing.Domain.Licences;
using Licensing.Domain.Routes;
using Licensing.Domain.Shipments;
using Licensing.Domain.States;

namespace Licensing.Casework.Shipments;

/// <summary>How much of a line of the licence, as sent.</summary>
public sealed record ShippedLineGiven
{
    public int? Line { get; init; }

    /// <summary>In the line's own unit.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Of every firearm; of other goods where they bear one.</summary>
    public IReadOnlyList<string> Serials { get; init; } = [];

    /// <summary>Checks what can be checked without the law: that these are lines of the licence, and amounts and serial numbers at all.</summary>
    internal static IReadOnlyList<ShippedLine> Read(
        IReadOnlyList<ShippedLineGiven> given,
        IReadOnlyList<GoodsLine> licensed,
        Problems problems
    )
    {
        if (given.Count == 0)
            problems.Add("lines", "Give at least one line of the licence, with its quantity.");
        var lines = new List<ShippedLine>();
        for (var i = 0; i < given.Count; i++)
        {
            var (at, line) = ($"lines[{i}]", licensed.FirstOrDefault(l => l.Number == given[i].Line));
            if (line is null)
            {
                problems.Add(
                    $"{at}.line",
                    $"Name a line of the licence: {Words.And(licensed.Select(l => $"{l.Number}"))}."
                );
                continue;
            }
            if (lines.Any(l => l.Line == line.Number))
                problems.Add($"{at}.line", $"Line {line.Number} is given twice: add the quantities up.");
            if (given[i].Amount is not { } amount)
                problems.Add($"{at}.amount", $"Line {line.Number}: give the quantity.");
            else if (amount <= 0 || Quantity.Mistake(amount, line.Quantity.Unit) is not null)
                problems.Add(
                    $"{at}.amount",
                    $"Line {line.Number}: {(amount <= 0 ? "The quantity must be more than zero." : Quantity.Mistake(amount, line.Quantity.Unit))}"
                );
            if (given[i].Serials.Any(s => string.IsNullOrWhiteSpace(s) || s.Length > 100))
                problems.Add(
                    $"{at}.serials",
                    $"Line {line.Number}: a serial number is empty or longer than 100 characters."
                );
            lines.Add(new ShippedLine(line.Number, given[i].Amount ?? 0, [.. given[i].Serials.Select(s => s.Trim())]));
        }
        return lines;
    }
}

/// <summary>A shipment as its exporter declares it.</summary>
public sealed record ShipmentGiven
{
    public IReadOnlyList<ShippedLineGiven> Lines { get; init; } = [];

    /// <summary>In the order of travel; left out, it is the licensed one.</summary>
    public IReadOnlyList<DraftLeg> Route { get; init; } = [];

    /// <summary>The day on which the goods are to leave.</summary>
    public DateOnly? ShipsOn { get; init; }

    /// <summary>The day on which they are expected in the importing State.</summary>
    public DateOnly? ArrivesOn { get; init; }
    public string? Carrier { get; init; }

    /// <summary>Ship, flight, vehicle, container.</summary>
    public string? Conveyance { get; init; }

    /// <summary>The customs post through which they are to leave.</summary>
    public string? ExitPost { get; init; }

    /// <summary>Net weight of what is to leave, in kilograms with at most three decimals; it may be left out.</summary>
    public decimal? NetKg { get; init; }

    /// <exception cref="MalformedException">Something is missing or wrong; it lists all of it.</exception>
    internal ShipmentDeclaration Read(
        CaseFile file,
        LicenceContent licence,
        DateOnly today,
        IReadOnlySet<Country> known
    )
    {
        var problems = new Problems();
        var lines = ShippedLineGiven.Read(Lines, licence.Consignment.Lines, problems);
        var ships = problems.Required("shipsOn", ShipsOn, "the day on which the goods are to leave");
        var arrives = problems.Required("arrivesOn", ArrivesOn, "the day on which they are expected to arrive");
        if (ShipsOn < today)
            problems.Add("shipsOn", "The goods cannot leave on a day that has passed.");
        if (ShipsOn > licence.ExpiresOn)
            problems.Add("shipsOn", $"The licence expires on {licence.ExpiresOn:yyyy-MM-dd}: they must leave by then.");
        if (ArrivesOn < ShipsOn)
            problems.Add("arrivesOn", "The goods cannot arrive before they leave.");
        if (ShipsOn <= licence.ExpiresOn && ArrivesOn > ships.AddYears(1))
            problems.Add("arrivesOn", "The goods arrive more than a year after they leave.");
        var carrier = problems.Text("carrier", Carrier, "the carrier", 200);
        var conveyance = problems.Text("conveyance", Conveyance, "the ship, flight, vehicle or container", 200);
        var post = problems.Text("exitPost", ExitPost, "the customs post through which the goods leave", 200);
        if (NetKg is { } weight && Quantity.MistakeOfSome(weight, Unit.Kilogram) is { } mistake)
            problems.Add("netKg", mistake);
        var route =
            Route.Count == 0 ? AsLicensed(licence.Consignment, ships, arrives) : Legs(file, known, arrives, problems);
        problems.ThrowIfAny();
        return new ShipmentDeclaration(lines, route, ships, arrives, carrier, conveyance, post, NetKg);
    }

    // The days of the licensed route are those of the licensed shipment. With other days, the goods may be anywhere on the way on any of
    // them.
    private static IReadOnlyList<Leg> AsLicensed(Consignment licensed, DateOnly ships, DateOnly arrives) =>
        ships == licensed.PlannedShipmentOn && arrives == licensed.ExpectedArrivalOn
            ? licensed.Route
            : [.. licensed.Route.Select(leg => leg with { ArrivesOn = null })];

    private List<Leg> Legs(CaseFile file, IReadOnlySet<Country> known, DateOnly arrives, Problems problems)
    {
        var legs = new List<Leg>();
        for (var i = 0; i < Route.Count; i++)
        {
            var (at, leg) = ($"route[{i}]", Route[i]);
            var mode = problems.Required($"{at}.mode", leg.Mode, $"the mode of transport of leg {i + 1}");
            var stop = problems.Required($"{at}.stop", leg.Stop, $"what happens at the end of leg {i + 1}");
            if (leg.Place?.Length > 200)
                problems.Add($"{at}.place", "This is longer than 200 characters: shorten it.");
            if (Leg.Mistake(leg.DwellDays) is { } stay)
                problems.Add($"{at}.dwellDays", stay);
            if (Country.TryParse(leg.To, out var to) && known.Contains(to))
                legs.Add(
                    new Leg(to, mode, stop, leg.Kilometres, leg.Place, leg.ArrivesOn, leg.DwellDays, leg.FreeTradeZone)
                );
            else
                problems.Add(
                    $"{at}.to",
                    $"Give the State in which leg {i + 1} ends as a two-letter code of the directory."
                );
        }
        if (legs.Count == Route.Count && legs[^1].To != file.Case.ImportingState)
            problems.Add("route", $"The last leg must end in the importing State, {file.Case.ImportingState}.");
        // As in the application: one destination, reached on the day of arrival, and a port call leaves the goods on board.
        if (
            legs.Count == Route.Count
            && (legs[^1].Stop != Stop.Destination || legs.Count(l => l.Stop == Stop.Destination) != 1)
        )
            problems.Add("route", "The last leg, and no other, ends at the destination.");
        if (legs.Count == Route.Count && legs[^1].ArrivesOn is { } last && last != arrives)
            problems.Add($"route[{legs.Count - 1}].arrivesOn", "The last leg ends on the day of arrival.");
        for (var i = 0; legs.Count == Route.Count && i < legs.Count - 1; i++)
            if (legs[i].Stop is Stop.PortCall or Stop.LandCrossing && legs[i].Mode != legs[i + 1].Mode)
                problems.Add(
                    $"route[{i}].stop",
                    "Where the means of transport changes, the goods are transshipped, unloaded or stored."
                );
        return legs;
    }
}
