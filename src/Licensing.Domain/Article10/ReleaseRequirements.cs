using Licensing.Domain.Goods;
using Licensing.Domain.Licences;
using Licensing.Domain.Screening;
using Licensing.Domain.Shipments;

namespace Licensing.Domain.Article10;

/// <summary>What must hold on the day on which goods leave: the licence allows just these, they are marked, its conditions are met,
/// nothing holds them, and everything of Article 10 that held when the licence was issued still holds for them, their route and
/// their days.</summary>
public static class ReleaseRequirements
{
    /// <summary>Every finding of that day, met and unmet.</summary>
    public static IReadOnlyList<Finding> Verify(ReleaseDossier dossier, DateOnly today)
    {
        // Goods that are to leave on a day to come are judged by that day, goods that leave now by today.
        var shipsOn = dossier.Released is null ? dossier.Shipment.ShipsOn : today;
        return
        [
            LicenceIsInForce(dossier, today, shipsOn),
            .. OnlyOneShipment(dossier),
            NothingHoldsIt(dossier),
            .. OnlyOneEach(dossier.Shipment.Lines),
            .. dossier.Shipment.Lines.SelectMany(line => Of(line, dossier)),
            .. TransitStatesAreOnTheLicence(dossier),
            DaysFollowEachOther(dossier.Shipment, shipsOn),
            .. dossier.Licence.Conditions.Select(condition => IsMet(condition, dossier)),
            // What the licence states was judged when it was issued; whether these goods are what it states is judged above.
            .. ExportRequirements
                .Verify(dossier.AsExport(shipsOn), today)
                .Where(f =>
                    f.Rule
                        is not (
                            "particulars-description-and-quantity"
                            or LicenceParticulars.LeastTerm
                            or DiversionRisk.Referred
                        )
                ),
        ];
    }

    private static Finding LicenceIsInForce(ReleaseDossier dossier, DateOnly today, DateOnly shipsOn)
    {
        var licence = dossier.Licence;
        return dossier.Status switch
        {
            LicenceStatus.InForce
                when licence.IsGoodOn(dossier.Status, today) && licence.IsGoodOn(dossier.Status, shipsOn) =>
                Finding.Met(
                    Law.System,
                    "licence-in-force",
                    licence.Number,
                    $"Licence {licence.Number} is in force until {licence.ExpiresOn:yyyy-MM-dd}."
                ),
            LicenceStatus.InForce => Finding.Unmet(
                Law.System,
                "licence-in-force",
                licence.Number,
                $"Licence {licence.Number} runs from {licence.IssuedOn:yyyy-MM-dd} to {licence.ExpiresOn:yyyy-MM-dd}; the goods are to "
                    + $"leave on {shipsOn:yyyy-MM-dd}.",
                "The goods stay. Ship within these days, or obtain a new licence."
            ),
            _ => Finding.Unmet(
                Law.System,
                "licence-in-force",
                licence.Number,
                $"Licence {licence.Number} is {dossier.Status.ToString().ToLowerInvariant()}.",
                dossier.Status == LicenceStatus.Suspended
                    ? "The goods stay until the authority has reinstated the licence."
                    : "The goods stay; they need a new licence."
            ),
        };
    }

    private static IEnumerable<Finding> OnlyOneShipment(ReleaseDossier dossier)
    {
        if (dossier.Licence.IsForOneShipment)
            yield return Finding.When(
                !dossier.AnotherShipment,
                Law.System,
                "licence-for-one-shipment",
                dossier.Licence.Number,
                $"Licence {dossier.Licence.Number} is for one shipment, and this is the only one.",
                $"Licence {dossier.Licence.Number} is for one shipment, and another one has been released under it, has left or was seized.",
                "The goods stay; they need a new licence."
            );
    }

    private static Finding NothingHoldsIt(ReleaseDossier dossier) =>
        Finding.When(
            dossier.Held.Count == 0,
            Law.Controls,
            "not-held",
            "shipment",
            "Nobody holds the goods.",
            $"The goods are held: {string.Join(" ", dossier.Held)}",
            "The goods stay until the licensing authority has lifted what holds them.",
            "The goods are held by customs."
        );

    private static IEnumerable<Finding> OnlyOneEach(IReadOnlyList<ShippedLine> lines) =>
        lines
            .GroupBy(l => l.Line)
            .Where(g => g.Count() > 1)
            .Select(g =>
                Finding.Unmet(
                    Law.Particulars,
                    "line-given-once",
                    $"line {g.Key}",
                    $"Line {g.Key} is given {g.Count()} times.",
                    "Give each line once, with its whole quantity."
                )
            );

    private static IEnumerable<Finding> Of(ShippedLine line, ReleaseDossier dossier)
    {
        var licensed = dossier.Licence.Consignment.Lines.FirstOrDefault(l => l.Number == line.Line);
        if (licensed is null)
        {
            yield return Finding.Unmet(
                Law.System,
                "goods-are-licensed",
                $"line {line.Line}",
                $"Licence {dossier.Licence.Number} has no line {line.Line}.",
                "The goods stay; they are not licensed."
            );
            yield break;
        }
        yield return IsWithinTheLicence(line, licensed, dossier);
        if (dossier.Released is { } released)
            yield return IsWithinTheRelease(line, licensed, released);
        foreach (var finding in Serials(line, licensed, dossier))
            yield return finding;
        yield return IsMarked(licensed, dossier);
    }

    private static Finding IsWithinTheLicence(ShippedLine line, GoodsLine licensed, ReleaseDossier dossier)
    {
        var left = licensed.Quantity.Amount - dossier.Before.AmountOf(line.Line);
        var mistake =
            line.Amount <= 0 ? "It must be more than zero." : Quantity.Mistake(line.Amount, licensed.Quantity.Unit);
        return Finding.When(
            mistake is null && line.Amount <= left,
            Law.System,
            "quantity-within-licence",
            $"line {line.Line}",
            $"{line.Amount:0.###} of line {line.Line}: {left:0.###} of {licensed.Quantity} have not been shipped under the licence.",
            mistake is not null
                ? $"The quantity of line {line.Line} is not one. {mistake}"
                : $"{line.Amount:0.###} of line {line.Line}: only {Math.Max(0, left):0.###} of {licensed.Quantity} are left on the licence.",
            "What is more than the licence leaves stays; it needs a licence of its own."
        );
    }

    private static Finding IsWithinTheRelease(ShippedLine line, GoodsLine licensed, IReadOnlyList<ShippedLine> released)
    {
        var most = released.AmountOf(line.Line);
        var others = line.Serials.Where(s => !released.SerialsOf(line.Line).Contains(s.Trim())).ToList();
        return Finding.When(
            line.Amount <= most && (others.Count == 0 || released.SerialsOf(line.Line).Count == 0),
            Law.Controls,
            "within-the-release",
            $"line {line.Line}",
            $"{line.Amount:0.###} of line {line.Line} are among those that were released.",
            line.Amount > most
                ? $"{line.Amount:0.###} of line {line.Line}: only {most:0.###} {licensed.Quantity.Unit.ToString().ToLowerInvariant()}s were "
                    + "released and have not left."
                : $"Line {line.Line}: not released were the serial numbers {string.Join(", ", others)}.",
            "What was not released stays: a new declaration is needed for it."
        );
    }

    // P8a: a firearm bears its serial number; that it is the licensed one can be told by nothing else.
    private static IEnumerable<Finding> Serials(ShippedLine line, GoodsLine licensed, ReleaseDossier dossier)
    {
        var given = line.Serials.Select(s => s.Trim()).ToList();
        var distinct = given.Distinct(StringComparer.OrdinalIgnoreCase).Count();
        var isFirearm = licensed.Class == GoodsClass.Firearm && licensed.Quantity.Unit == Unit.Piece;
        if (!isFirearm && given.Count == 0)
            yield break;
        yield return Finding.When(
            given.All(s => s.Length > 0)
                && distinct == given.Count
                && (isFirearm ? given.Count == line.Amount : given.Count <= line.Amount),
            Law.Marking,
            "serials-complete",
            $"line {line.Line}",
            $"Line {line.Line}: {given.Count} different serial numbers.",
            $"Line {line.Line}: {distinct} different serial numbers for {line.Amount:0.###} of them.",
            isFirearm
                ? "Give the serial number of each firearm once."
                : "Give each serial number once, and no more of them than there are goods."
        );
        var named = new HashSet<string>(licensed.Serials.Select(s => s.Trim()), StringComparer.OrdinalIgnoreCase);
        var strangers = licensed.SerialsLater ? [] : given.Where(s => named.Count > 0 && !named.Contains(s)).ToList();
        if (named.Count > 0 && !licensed.SerialsLater)
            yield return Finding.When(
                strangers.Count == 0,
                Law.Marking,
                "serials-licensed",
                $"line {line.Line}",
                $"Line {line.Line}: the serial numbers are those of the licence.",
                $"Line {line.Line}: the licence does not name {string.Join(", ", strangers)}.",
                "These pieces stay; the licence is for others."
            );
        var before = dossier.Before.SerialsOf(line.Line);
        var again = given.Where(before.Contains).ToList();
        yield return Finding.When(
            again.Count == 0,
            Law.Marking,
            "serials-not-shipped-before",
            $"line {line.Line}",
            $"Line {line.Line}: none of the serial numbers has been shipped or released before.",
            $"Line {line.Line}: shipped or released before: {string.Join(", ", again)}.",
            "Find out which pieces these are; two cannot bear one number."
        );
    }

    // Interpretation point 5: the duty covers firearms; whether an unmarked part may leave is the profile's word.
    private static Finding IsMarked(GoodsLine licensed, ReleaseDossier dossier)
    {
        var must =
            licensed.Class == GoodsClass.Firearm
            || (licensed.Class == GoodsClass.PartOrComponent && dossier.Profile.PartsMustBeMarked);
        return Finding.When(
            !must || licensed.Marking != MarkingForm.None,
            Law.Marking,
            "goods-are-marked",
            $"line {licensed.Number}",
            must ? $"Line {licensed.Number} is marked." : $"Line {licensed.Number} need not be marked.",
            $"Line {licensed.Number} is not marked.",
            "The goods stay until they are marked, and the licence says so."
        );
    }

    // Art. 10(3): the licence names the countries of transit. Another one is another licence's, or an amendment's.
    private static IEnumerable<Finding> TransitStatesAreOnTheLicence(ReleaseDossier dossier) =>
        dossier
            .AsExport(dossier.Shipment.ShipsOn)
            .Consignment.Passages(dossier.Profile.PortCallIsTransit)
            .Select(passage =>
                Finding.When(
                    dossier.Licence.TransitStates.Contains(passage.State),
                    Law.Particulars,
                    "transit-state-on-licence",
                    passage.State.Code,
                    $"The licence names {passage.State} as a country of transit.",
                    $"The licence does not name {passage.State} as a country of transit.",
                    "Ship by the licensed route, or apply for a licence on this one."
                )
            );

    private static Finding DaysFollowEachOther(ShipmentDeclaration shipment, DateOnly shipsOn)
    {
        var days = shipment
            .Route.Select(l => l.ArrivesOn)
            .OfType<DateOnly>()
            .Prepend(shipsOn)
            .Append(shipment.ArrivesOn)
            .ToList();
        return Finding.When(
            days.Zip(days.Skip(1)).All(pair => pair.First <= pair.Second)
                && (shipment.Route[^1].ArrivesOn ?? shipment.ArrivesOn) == shipment.ArrivesOn,
            Law.Particulars,
            "days-in-order",
            "route",
            $"The days from {shipsOn:yyyy-MM-dd} to {shipment.ArrivesOn:yyyy-MM-dd} follow each other.",
            $"The days of the route do not follow each other, from {shipsOn:yyyy-MM-dd} to {shipment.ArrivesOn:yyyy-MM-dd}.",
            "Declare the shipment anew with the days as they are now."
        );
    }

    private static Finding IsMet(string condition, ReleaseDossier dossier) =>
        Finding.When(
            dossier.ConditionsMet.Contains(condition, StringComparer.Ordinal),
            Law.System,
            "condition-met",
            condition,
            $"Seen to be met: {condition}",
            $"Not seen to be met: {condition}",
            "The goods stay until an officer at the post has seen that the condition is met."
        );
}

/// <summary>What a licence rests on as long as it is open, whatever is shipped under it and when: asked when it is to be reinstated,
/// or when something that it rests on has changed.</summary>
public static class StandingGround
{
    private const string EndsWithTheAuthorisations = "particulars-date-of-expiration";

    /// <summary>Findings about the days of one shipment, which are judged when it is released, by its own days; and of the issue.</summary>
    private static readonly HashSet<string> OfOneShipment =
    [
        "shipment-is-ahead",
        LicenceParticulars.LeastTerm,
        "authorisation-in-force-on-arrival",
        "notice-in-force-during-transit",
        "notice-prior-to-shipment",
        TemporaryMovements.ReturnAfterArrival,
        DiversionRisk.Referred,
    ];

    /// <summary>Every finding of that day, met and unmet, as of goods that leave on that day at the earliest.</summary>
    public static IReadOnlyList<Finding> Verify(ExportDossier dossier, DateOnly today) =>
        [
            .. ExportRequirements
                .Verify(dossier with { Consignment = dossier.Consignment.NotBefore(today) }, today)
                .Where(f => !OfOneShipment.Contains(f.Rule)),
        ];

    /// <summary>Whether another State's word is what the finding rests on. Where such a one is unmet, the licence is suspended at once;
    /// whatever else is to be met, the release looks at again.</summary>
    public static bool IsOfStates(Finding finding) =>
        finding.Row == Law.ImportingState.Row
        || finding.Row == Law.TransitStates.Row
        || finding.Rule == EndsWithTheAuthorisations;

    /// <summary>What other States must still say of goods that have left, on the days on which these are on their way: the importing State on
    /// the day of their arrival, a transit State on those of their passage. That the notice was there before they left was judged then.</summary>
    /// <param name="dossier">What has left of one shipment, and the day on which it did.</param>
    public static IReadOnlyList<Finding> OfGoodsUnderway(ReleaseDossier dossier, DateOnly today) =>
        [
            .. ExportRequirements
                .Verify(dossier.AsExport(dossier.Shipment.ShipsOn), today)
                .Where(f => f.Row == Law.ImportingState.Row || f.Row == Law.TransitStates.Row)
                .Where(f => f.Rule is not ("notice-prior-to-shipment" or "authorisation-in-force-today")),
        ];
}
