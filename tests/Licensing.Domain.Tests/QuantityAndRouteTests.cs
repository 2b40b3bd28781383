using Licensing.Domain.Goods;
using Licensing.Domain.Routes;

namespace Licensing.Domain.Tests;

public sealed class QuantityAndRouteTests
{
    [Theory]
    [InlineData(1, Unit.Piece, "1 piece")]
    [InlineData(40, Unit.Piece, "40 pieces")]
    [InlineData(12.5, Unit.Kilogram, "12.5 kg")]
    [InlineData(1000, Unit.Round, "1000 rounds")]
    public void A_quantity_reads_as_one_says_it(decimal amount, Unit unit, string text) =>
        Assert.Equal(text, new Quantity(amount, unit).ToString());

    [Theory]
    [InlineData(-1, Unit.Piece)]
    [InlineData(0.5, Unit.Piece)]
    [InlineData(0.0005, Unit.Kilogram)]
    public void What_cannot_be_counted_is_no_quantity(decimal amount, Unit unit) =>
        Assert.Throws<ArgumentException>(() => new Quantity(amount, unit));

    [Fact]
    public void A_State_that_is_crossed_twice_is_one_transit_State_with_all_modes_and_days()
    {
        Leg[] legs =
        [
            new(A.Portavia, TransportMode.Road, Stop.LandCrossing, null, null, new DateOnly(2026, 4, 12)),
            new(A.Ridgeland, TransportMode.Rail, Stop.Transshipment, null, null, new DateOnly(2026, 4, 14)),
            new(A.Portavia, TransportMode.Sea, Stop.Unloading, null, null, new DateOnly(2026, 4, 20)),
            new(A.Northmark, TransportMode.Air, Stop.Destination, null, null, A.Arrival),
        ];
        var passages = Route.Passages(legs, A.Meridia, A.Northmark, A.Shipment, A.Arrival, true);
        Assert.Equal([A.Portavia, A.Ridgeland], passages.Select(p => p.State));
        Assert.Equal([TransportMode.Road, TransportMode.Rail, TransportMode.Sea, TransportMode.Air], passages[0].Modes);
        Assert.Equal((A.Shipment, A.Arrival), (passages[0].From, passages[0].To));
    }

    [Fact]
    public void Where_no_day_is_known_the_goods_may_be_there_on_any_day()
    {
        Leg[] legs =
        [
            new(A.Portavia, TransportMode.Sea, Stop.Transshipment, null, null, null),
            new(A.Northmark, TransportMode.Sea, Stop.Destination, null, null, null),
        ];
        var passage = Assert.Single(Route.Passages(legs, A.Meridia, A.Northmark, A.Shipment, A.Arrival, true));
        Assert.Equal((A.Shipment, A.Arrival), (passage.From, passage.To));
    }
}
