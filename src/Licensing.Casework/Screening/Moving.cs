using Licensing.Casework.Cases;
using Licensing.Casework.Shipments;
using Licensing.Casework.Storage;
using Licensing.Domain.Applications;
using Licensing.Domain.Goods;
using Licensing.Domain.Parties;
using Licensing.Domain.Screening;
using Licensing.Domain.Shipments;

namespace Licensing.Casework.Screening;

/// <summary>Goods of a case, and where they are: screened as what they are at that stage.</summary>
/// <param name="Goods">Piece by piece, by the route and on the days that were declared last.</param>
/// <param name="Shipments">Those that they go with; none while nothing is declared.</param>
internal sealed record Moving(Stage Stage, Consignment Goods, IReadOnlyList<Shipment> Shipments)
{
    public static IReadOnlyList<Moving> Of(CaseFile file, DateOnly today)
    {
        var ready = file.Shipments.Where(IsAboutToLeave).ToList();
        var away = file
            .Shipments.Where(s => file.IsUnderway(s) || s.Outcome == ShipmentOutcome.NotReceived)
            .SelectMany(s => Away(file, s, today))
            .ToList();
        if (ready.Count > 0)
            return [new(Stage.PreShipment, Leaving(file, ready), ready), .. away];
        return file.Licence is { IsOpen: false } && away.Count > 0
            ? away
            : [new(Stage.Issue, file.Consignment, []), .. away];
    }

    private static bool IsAboutToLeave(Shipment shipment) =>
        shipment.Status is ShipmentStatus.Declared or ShipmentStatus.Released;

    /// <summary>The first day on which any of them left; null where none has.</summary>
    public DateOnly? LeftOn(CaseFile file) =>
        Stage is Stage.InTransit or Stage.PostShipment ? FirstLeft(file, Shipments[0]) : null;

    /// <summary>What the importing State has said of the arrival; null where it has said nothing.</summary>
    public Delivery? Delivery(CaseFile file)
    {
        if (Stage is not (Stage.InTransit or Stage.PostShipment))
            return null;
        var shipment = Shipments[0];
        return Receipts.Received(file, shipment) is { } receipt
            ? new Delivery(
                // What is verified is settled, and no longer looked at here.
                null,
                file.Case.ImportingState.Code,
                receipt.HandedTo is { } hands ? Key(file, hands, receipt.HandedToName) : null,
                [
                    .. file
                        .Consignment.Lines.Where(l => receipt.Lines.AmountOf(l.Number) > 0)
                        .Select(l => new GoodsCount(
                            InDossier.PartType(l.Class, l.Part),
                            l.Platform,
                            receipt.Lines.AmountOf(l.Number)
                        )),
                ],
                // An importing State that gives no numbers has compared the quantity alone.
                receipt.Lines.SelectMany(l => l.Serials).ToList()
                    is { Count: > 0 } serials
                    ? serials
                    : null
            )
            : null;
    }

    /// <summary>What was changed since the licence was issued, and whether its authority has approved it.</summary>
    public IEnumerable<Amendment> Amendments(CaseFile file) =>
        from shipment in Shipments
        from report in ReportMovement.Of(file, shipment)
        where report.Content.What == Movement.RouteChanged
        select new Amendment("route", report.Content.On, Remark: report.Content.Remark);

    private static IEnumerable<Moving> Away(CaseFile file, Shipment shipment, DateOnly today)
    {
        var gone = Shipped.Sum(ReleaseGate.Gone(file, shipment));
        var goods = Only(file, gone, shipment.Declaration);
        var isReceived = Receipts.Received(file, shipment) is not null;
        var hasArrived =
            isReceived || ReportMovement.Of(file, shipment).Any(r => r.Content.What == Movement.ImportEntry);
        if (!hasArrived)
            yield return new Moving(Stage.InTransit, goods, [shipment]);
        // What is overdue on the way is looked at as what should have arrived, too.
        if (hasArrived || today > shipment.Declaration.ArrivesOn)
            yield return new Moving(Stage.PostShipment, goods, [shipment]);
    }

    private static Consignment Leaving(CaseFile file, List<Shipment> ready)
    {
        var shipped = ready.SelectMany(s => s.Declaration.Lines).ToList();
        var goods = Only(file, shipped, ready[^1].Declaration);
        return goods.Lines.Count == 0 ? file.Consignment : goods;
    }

    private static Consignment Only(CaseFile file, IReadOnlyList<ShippedLine> shipped, ShipmentDeclaration by) =>
        file.Consignment with
        {
            Lines =
            [
                .. file
                    .Consignment.Lines.Where(l => shipped.AmountOf(l.Number) > 0)
                    .Select(l =>
                        l with
                        {
                            Quantity = new Quantity(shipped.AmountOf(l.Number), l.Quantity.Unit),
                            Serials = [.. shipped.Where(s => s.Line == l.Number).SelectMany(s => s.Serials)],
                        }
                    ),
            ],
            Route = by.Route,
            PlannedShipmentOn = by.ShipsOn,
            ExpectedArrivalOn = by.ArrivesOn,
        };

    private static DateOnly FirstLeft(CaseFile file, Shipment shipment) =>
        file.Exits.Where(e => e.ShipmentId == shipment.Id).Min(e => e.LeftOn);

    private static string Key(CaseFile file, HandedTo hands, string? name) =>
        hands switch
        {
            HandedTo.Consignee => InDossier.Key(file.Consignment.The(PartyRole.Consignee)),
            HandedTo.FinalRecipient => InDossier.Key(file.Consignment.FinalRecipient),
            _ => $"{file.Case.ImportingState}/{InDossier.Plain(name, 200)}",
        };
}
