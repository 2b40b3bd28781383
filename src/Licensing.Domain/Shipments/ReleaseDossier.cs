using Licensing.Domain.Applications;
using Licensing.Domain.Article10;
using Licensing.Domain.Authorisations;
using Licensing.Domain.Clocks;
using Licensing.Domain.Goods;
using Licensing.Domain.Licences;
using Licensing.Domain.Policies;
using Licensing.Domain.Traders;
using Licensing.Domain.Transit;

namespace Licensing.Domain.Shipments;

/// <summary>Everything that the law looks at before goods may leave under a licence, gathered first and then judged.</summary>
/// <param name="Authorisations">Less what other licences hold on them, and less what this one has shipped already.</param>
/// <param name="Before">What other shipments under this licence have been released for or have taken out, and what this one has.</param>
/// <param name="Gone">What has left under this licence.</param>
/// <param name="ConditionsMet">Those conditions of the licence that the officer at the post has seen to be met.</param>
/// <param name="Held">Why the shipment is held or has been seized; empty when it is not.</param>
/// <param name="Released">What is still to leave of what was released; null while nothing has been.</param>
/// <param name="AnotherShipment">Another shipment under this licence has been released, has left, or was seized.</param>
/// <param name="Screening">How it came out of the screening for diversion risk; null where it was not screened.</param>
/// <param name="Calendar">Working days of the exporting State's authority; null where they are not known.</param>
public sealed record ReleaseDossier(
    LicenceContent Licence,
    LicenceStatus Status,
    TraderStanding Exporter,
    IReadOnlyList<KnownAuthorisation> Authorisations,
    IReadOnlyList<TransitClearance> Transit,
    IReadOnlyList<LandlockedArrangement> Arrangements,
    PolicyProfile Profile,
    ShipmentDeclaration Shipment,
    IReadOnlyList<ShippedLine> Before,
    IReadOnlyList<ShippedLine> Gone,
    IReadOnlyList<string> ConditionsMet,
    IReadOnlyList<string> Held,
    IReadOnlyList<ShippedLine>? Released = null,
    bool AnotherShipment = false,
    Screening.ScreeningOutcome? Screening = null,
    Calendar? Calendar = null
)
{
    /// <summary>What the reservations of the licence are taken to be used up by before this: what has left, and, while nothing of this
    /// shipment has been released, what else has been.</summary>
    public IReadOnlyList<ShippedLine> DrawnBefore => Released is null ? Before : Gone;

    /// <summary>What this shipment takes of each reservation of its licence.</summary>
    internal IReadOnlyList<DrawDown> DrawDowns(int line) =>
        // A simplified procedure may have dispensed with the authorisation: then there is nothing to draw on.
        Licence.Reservations.All(r => r.GoodsLine != line)
        && TemporaryMovements.Dispensed("line-draws-on-authorisations", Licence.Consignment.Temporary, Profile)
            ? []
            : DrawDown.Of(Licence.Reservations, line, DrawnBefore.AmountOf(line), Shipment.Lines.AmountOf(line));

    /// <summary>The same goods, parties and States as licensed, with the quantities, route and days of this shipment. Lines that the
    /// licence does not have, and quantities that no line can have, are left out: other findings name them.</summary>
    /// <param name="shipsOn">The day on which the goods leave.</param>
    public ExportDossier AsExport(DateOnly shipsOn) =>
        new(
            Licence.Consignment with
            {
                Lines = [.. Licence.Consignment.Lines.Select(AsShipped).OfType<GoodsLine>()],
                Route = Shipment.Route,
                PlannedShipmentOn = shipsOn,
                ExpectedArrivalOn = Shipment.ArrivesOn,
            },
            Exporter,
            Authorisations,
            [.. Transit.Select(LessWhatHasGone)],
            Arrangements,
            new LicenceTerms(Licence.PlaceOfIssue, Licence.ExpiresOn, Licence.Conditions),
            Profile,
            Screening: Screening,
            Calendar: Calendar
        );

    private GoodsLine? AsShipped(GoodsLine line)
    {
        var now = Shipment.Lines.AmountOf(line.Number);
        var before = Before.AmountOf(line.Number);
        if (Quantity.Mistake(now, line.Quantity.Unit) is not null || now == 0 || before + now > line.Quantity.Amount)
            return null;
        return line with
        {
            Quantity = new Quantity(now, line.Quantity.Unit),
            Draws =
            [
                .. DrawDowns(line.Number)
                    .GroupBy(d => d.From.Authorisation)
                    .Select(g => new Draw(g.Key, g.Sum(d => d.Amount))),
            ],
        };
    }

    // A notice is for so much of each line in all, over however many shipments; so is a request that was met with silence.
    private TransitClearance LessWhatHasGone(TransitClearance clearance) =>
        clearance with
        {
            Notice = clearance.Notice is { } notice
                ? notice with
                {
                    Quantities = [.. notice.Quantities.Select(LessWhatHasGone)],
                }
                : null,
            Requests = clearance
                .Requests?.Select(r => r with { Quantities = [.. r.Quantities.Select(LessWhatHasGone)] })
                .ToList(),
        };

    private LineQuantity LessWhatHasGone(LineQuantity asked) =>
        asked with
        {
            Quantity = new Quantity(
                Math.Max(0, asked.Quantity.Amount - Before.AmountOf(asked.Line)),
                asked.Quantity.Unit
            ),
        };
}
