using CsCheck;
using Licensing.Domain.Clocks;
using Licensing.Domain.Goods;
using Licensing.Domain.Routes;

namespace Licensing.Domain.Tests;

public sealed class ClockAndQuantityTests
{
    [Fact]
    public void A_question_that_was_asked_today_stops_the_clock_today()
    {
        var today = new DateOnly(2026, 3, 20);
        var clock = CaseClock.On(today, today, null, [new Pause(today, null)]);
        Assert.True(clock.IsStopped);
        Assert.Equal("day 0: started 2026-03-20, stopped for information since 2026-03-20", clock.Explanation);
    }

    private static readonly DateOnly March3 = new(2026, 3, 3);

    [Fact]
    public void The_day_of_submission_is_day_nought() =>
        Assert.Equal(0, CaseClock.On(March3, March3, null, []).DaysUsed);

    [Fact]
    public void The_clock_stands_still_while_the_applicant_is_asked()
    {
        var clock = CaseClock.On(
            new DateOnly(2026, 3, 25),
            March3,
            null,
            [new Pause(new DateOnly(2026, 3, 10), new DateOnly(2026, 3, 17))]
        );
        Assert.Equal(15, clock.DaysUsed);
        Assert.False(clock.IsStopped);
        Assert.Equal("day 15: started 2026-03-03, stopped for information 2026-03-10 to 2026-03-17", clock.Explanation);
    }

    [Fact]
    public void Overlapping_pauses_stop_a_day_once()
    {
        Pause[] pauses =
        [
            new(new DateOnly(2026, 3, 10), new DateOnly(2026, 3, 17)),
            new(new DateOnly(2026, 3, 12), new DateOnly(2026, 3, 20)),
        ];
        Assert.Equal(12, CaseClock.On(new DateOnly(2026, 3, 25), March3, null, pauses).DaysUsed);
    }

    [Fact]
    public void An_open_question_keeps_the_clock_stopped()
    {
        var clock = CaseClock.On(new DateOnly(2026, 3, 25), March3, null, [new Pause(new DateOnly(2026, 3, 10), null)]);
        Assert.Equal(7, clock.DaysUsed);
        Assert.True(clock.IsStopped);
    }

    [Fact]
    public void A_closed_case_uses_no_more_days() =>
        Assert.Equal(2, CaseClock.On(new DateOnly(2027, 1, 1), March3, new DateOnly(2026, 3, 5), []).DaysUsed);

    [Fact]
    public void The_clock_counts_across_a_leap_day() =>
        Assert.Equal(2, CaseClock.On(new DateOnly(2028, 3, 1), new DateOnly(2028, 2, 28), null, []).DaysUsed);

    [Fact]
    public void The_clock_never_runs_backwards_whatever_the_pauses() =>
        (
            from asked in Gen.Int[0, 40].Array[0, 4]
            from lengths in Gen.Int[0, 30].Array[asked.Length]
            from day in Gen.Int[0, 80]
            select (asked, lengths, day)
        ).Sample(x =>
        {
            var pauses = x
                .asked.Select((from, i) => new Pause(March3.AddDays(from), March3.AddDays(from + x.lengths[i])))
                .ToList();
            var today = CaseClock.On(March3.AddDays(x.day), March3, null, pauses).DaysUsed;
            var tomorrow = CaseClock.On(March3.AddDays(x.day + 1), March3, null, pauses).DaysUsed;
            Assert.InRange(tomorrow - today, 0, 1);
            Assert.InRange(today, 0, x.day);
        });

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
