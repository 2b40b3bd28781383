using CsCheck;
using Licensing.Domain.Clocks;

namespace Licensing.Domain.Tests;

/// <summary>Worked out by hand with a wall calendar beside it.</summary>
public sealed class LegalClockTests
{
    private static readonly Calendar Western = Of(
        [DayOfWeek.Saturday, DayOfWeek.Sunday],
        new Holiday(new DateOnly(2026, 3, 19), "Foundation Day"),
        new Holiday(new DateOnly(2026, 4, 3), "Spring Holidays", new DateOnly(2026, 4, 6)),
        new Holiday(new DateOnly(2026, 12, 25), "Midwinter", new DateOnly(2026, 12, 26))
    );

    private static readonly Calendar Eastern = Of(
        [DayOfWeek.Friday, DayOfWeek.Saturday],
        new Holiday(new DateOnly(2026, 3, 19), "Feast of the Harbour", new DateOnly(2026, 3, 22))
    );

    private static readonly DateOnly March3 = new(2026, 3, 3);

    [Theory]
    // A week from Tuesday to Tuesday has five working days; a week-end adds none (peer lesson L2).
    [InlineData("2026-03-03", "5 working days", "2026-03-10")]
    // Asked on a Friday: Monday is day 1.
    [InlineData("2026-03-06", "1 working day", "2026-03-09")]
    // Asked on a Saturday, a Sunday: Monday is day 1 as well.
    [InlineData("2026-03-07", "1 working day", "2026-03-09")]
    [InlineData("2026-03-08", "1 working day", "2026-03-09")]
    // Over the holiday of Thursday 19 March.
    [InlineData("2026-03-17", "3 working days", "2026-03-23")]
    // Over Friday 3 to Monday 6 April.
    [InlineData("2026-04-02", "1 working day", "2026-04-07")]
    [InlineData("2026-03-31", "20 working days", "2026-04-30")]
    // Over the turn of the year (peer lesson L3): 25 December is a Friday, 26 a Saturday.
    [InlineData("2026-12-24", "5 working days", "2027-01-01")]
    [InlineData("2026-12-24", "5 days", "2026-12-29")]
    // Calendar days ask nobody whether it is a holiday.
    [InlineData("2026-03-17", "3 days", "2026-03-20")]
    [InlineData("2026-01-31", "30 days", "2026-03-02")]
    // A leap day is a day: 29 February 2028 is a Tuesday.
    [InlineData("2028-02-28", "1 day", "2028-02-29")]
    [InlineData("2028-02-28", "1 working day", "2028-02-29")]
    [InlineData("2028-02-28", "365 days", "2029-02-27")]
    // The last Sunday of March, when clocks go forward, is a day like another.
    [InlineData("2026-03-28", "2 days", "2026-03-30")]
    public void The_last_day_where_Saturday_and_Sunday_are_free(string asked, string period, string last) =>
        Assert.Equal(Day(last), LegalClock.LastDayOf(Day(asked), Period.Parse(period), Western));

    [Theory]
    // 5 March 2026 is a Thursday: Friday and Saturday are free, Sunday is day 1.
    [InlineData("2026-03-05", "1 working day", "2026-03-08")]
    [InlineData("2026-03-05", "5 working days", "2026-03-12")]
    // The feast from Thursday 19 to Sunday 22 March takes two working days, Thursday and Sunday.
    [InlineData("2026-03-18", "1 working day", "2026-03-23")]
    [InlineData("2026-03-17", "10 working days", "2026-04-02")]
    public void The_last_day_where_Friday_and_Saturday_are_free(string asked, string period, string last) =>
        Assert.Equal(Day(last), LegalClock.LastDayOf(Day(asked), Period.Parse(period), Eastern));

    [Fact]
    public void A_clock_tells_how_it_was_worked_out()
    {
        var events = new ClockEvents(
            March3,
            Period.Parse("20 working days"),
            [new Standstill(new DateOnly(2026, 3, 10), new DateOnly(2026, 3, 17), "information")]
        );

        // 4-6, 9, 10 March are 5 days; 18 and 20 are 2 more, for 19 March is free; 23-27 are 5 more: 12. 30 March to 2 April make
        // 16, and after the Spring Holidays 7-10 April 20.
        var clock = LegalClock.On(new DateOnly(2026, 3, 27), events, Western);

        Assert.Equal(12, clock.DaysUsed);
        Assert.Equal(new DateOnly(2026, 4, 10), clock.LastDay);
        Assert.Equal(
            "day 12 of 20 working days: started 2026-03-03, stopped for information 2026-03-10 to 2026-03-17, "
                + "2026-03-19 Foundation Day; the last day is 2026-04-10",
            clock.Explanation
        );
    }

    [Fact]
    public void It_tells_for_a_past_day_what_was_known_then()
    {
        var events = new ClockEvents(
            March3,
            Period.Parse("20 working days"),
            [new Standstill(new DateOnly(2026, 3, 10), new DateOnly(2026, 3, 17), "information")],
            new Extension(new DateOnly(2026, 3, 26), Period.Parse("30 working days"), "two agencies have to be heard"),
            new DateOnly(2026, 4, 20)
        );

        var before = LegalClock.On(new DateOnly(2026, 3, 9), events, Western);
        Assert.Equal("day 4 of 20 working days: started 2026-03-03; the last day is 2026-04-01", before.Explanation);
        var standing = LegalClock.On(new DateOnly(2026, 3, 13), events, Western);
        Assert.Equal(
            "day 5 of 20 working days: started 2026-03-03, stopped for information since 2026-03-10",
            standing.Explanation
        );
        Assert.True(standing.IsStopped);
        Assert.Null(standing.LastDay);
    }

    [Fact]
    public void An_extension_counts_from_the_same_start_and_gives_its_reason()
    {
        var events = new ClockEvents(
            March3,
            Period.Parse("10 working days"),
            [],
            new Extension(new DateOnly(2026, 3, 16), Period.Parse("15 working days"), "two agencies have to be heard")
        );

        // 4-6, 9-13, 16-18, 20, 23-25 March: fifteen, without the 19th.
        var clock = LegalClock.On(new DateOnly(2026, 3, 17), events, Western);

        Assert.Equal(10, clock.DaysUsed);
        Assert.Equal(new DateOnly(2026, 3, 25), clock.LastDay);
        Assert.Equal(
            "day 10 of 15 working days: started 2026-03-03, extended on 2026-03-16 from 10 working days "
                + "(two agencies have to be heard); the last day is 2026-03-25",
            clock.Explanation
        );
    }

    [Fact]
    public void The_last_day_counts_in_full()
    {
        var events = new ClockEvents(March3, Period.Parse("5 working days"), []);
        Assert.False(LegalClock.On(new DateOnly(2026, 3, 10), events, Western).IsOver);
        Assert.True(LegalClock.On(new DateOnly(2026, 3, 11), events, Western).IsOver);
    }

    [Fact]
    public void After_what_was_to_be_done_is_done_no_more_days_are_used()
    {
        var events = new ClockEvents(March3, Period.Parse("5 working days"), [], null, new DateOnly(2026, 3, 5));
        Assert.Equal(2, LegalClock.On(new DateOnly(2027, 1, 1), events, Western).DaysUsed);
    }

    [Fact]
    public void A_case_that_ended_while_the_clock_stood_still_has_no_last_day()
    {
        var asked = new Standstill(new DateOnly(2026, 3, 5), null, "information");
        var events = new ClockEvents(March3, Period.Parse("5 working days"), [asked], null, new DateOnly(2026, 3, 9));
        var clock = LegalClock.On(new DateOnly(2026, 6, 1), events, Western);
        Assert.Equal(2, clock.DaysUsed);
        Assert.False(clock.IsStopped);
        Assert.Null(clock.LastDay);
    }

    [Fact]
    public void Where_the_law_sets_no_limit_every_day_is_counted_and_none_is_the_last()
    {
        var events = new ClockEvents(
            March3,
            null,
            [new Standstill(new DateOnly(2026, 3, 10), new DateOnly(2026, 3, 17), "information")]
        );
        var clock = LegalClock.On(new DateOnly(2026, 3, 25), events, Western);
        Assert.Equal(15, clock.DaysUsed);
        Assert.Null(clock.LastDay);
        Assert.Equal("day 15: started 2026-03-03, stopped for information 2026-03-10 to 2026-03-17", clock.Explanation);
    }

    [Fact]
    public void A_question_asked_today_stops_the_clock_today_and_one_answered_the_same_day_stops_nothing()
    {
        var open = new ClockEvents(March3, null, [new Standstill(March3, null, "information")]);
        Assert.True(LegalClock.On(March3, open, Western).IsStopped);
        var answered = new ClockEvents(March3, null, [new Standstill(March3, March3, "information")]);
        Assert.Equal(1, LegalClock.On(March3.AddDays(1), answered, Western).DaysUsed);
    }

    [Fact]
    public void Days_beyond_the_holidays_that_are_entered_are_counted_and_it_says_so()
    {
        var events = new ClockEvents(new DateOnly(2026, 12, 28), Period.Parse("5 working days"), []);
        Assert.Equal(
            "day 0 of 5 working days: started 2026-12-28; the last day is 2027-01-04; "
                + "holidays after 2026-12-31 are not entered yet",
            LegalClock.On(new DateOnly(2026, 12, 28), events, Western).Explanation
        );
    }

    [Fact]
    public void A_clock_never_runs_backwards_and_is_over_exactly_after_its_last_day() =>
        (
            from asked in Gen.Int[0, 40].Array[0, 4]
            from lengths in Gen.Int[0, 30].Array[asked.Length]
            from days in Gen.Int[1, 40]
            from working in Gen.Bool
            from eastern in Gen.Bool
            from day in Gen.Int[0, 200]
            select (asked, lengths, days, working, eastern, day)
        ).Sample(x =>
        {
            var calendar = x.eastern ? Eastern : Western;
            var events = new ClockEvents(
                March3,
                new Period(x.days, x.working ? DayKind.Working : DayKind.Calendar),
                [
                    .. x.asked.Select(
                        (from, i) =>
                            new Standstill(March3.AddDays(from), March3.AddDays(from + x.lengths[i]), "information")
                    ),
                ]
            );
            var today = LegalClock.On(March3.AddDays(x.day), events, calendar);
            var tomorrow = LegalClock.On(March3.AddDays(x.day + 1), events, calendar);
            Assert.InRange(tomorrow.DaysUsed - today.DaysUsed, 0, 1);
            Assert.InRange(today.DaysUsed, 0, x.day);
            // The last day is told as things stand: a question yet to be asked moves it.
            if (today.LastDay is { } last && x.asked.All(from => from <= x.day))
            {
                Assert.Equal(x.days, LegalClock.On(last, events, calendar).DaysUsed);
                Assert.Equal(last < March3.AddDays(x.day), today.IsOver);
            }
        });

    [Theory]
    [InlineData("20")]
    [InlineData("0 days")]
    [InlineData("-3 days")]
    [InlineData("1.5 days")]
    [InlineData("20 weeks")]
    [InlineData("20 working hours")]
    [InlineData("")]
    public void What_is_no_period_is_refused(string text) => Assert.Throws<FormatException>(() => Period.Parse(text));

    [Theory]
    [InlineData("1 day")]
    [InlineData("30 days")]
    [InlineData("1 working day")]
    [InlineData("20 working days")]
    public void A_period_reads_as_it_is_written(string text) => Assert.Equal(text, Period.Parse(text).ToString());

    [Fact]
    public void Every_mistake_in_a_calendar_is_listed()
    {
        var calendar = new Calendar(
            " ",
            0,
            "Wrong",
            Enum.GetValues<DayOfWeek>(),
            new DateOnly(2026, 1, 1),
            new DateOnly(2026, 12, 31),
            [
                new Holiday(new DateOnly(2026, 5, 1), ""),
                new Holiday(new DateOnly(2026, 6, 2), "Backwards", new DateOnly(2026, 6, 1)),
                new Holiday(new DateOnly(2027, 1, 1), "Too late"),
                new Holiday(new DateOnly(2026, 7, 1), "Long", new DateOnly(2026, 9, 30)),
            ]
        );
        Assert.Equal(
            [
                "id is missing",
                "version must be 1 or more",
                "weekEnd leaves no day on which anybody works",
                "the holiday of 2026-05-01 has no name",
                "Backwards ends before it begins",
                "Too late of 2027-01-01 lies outside knownFrom and knownTo",
                "Long of 2026-07-01 lasts longer than 60 days",
            ],
            calendar.Mistakes()
        );
    }

    private static Calendar Of(IReadOnlyList<DayOfWeek> weekEnd, params Holiday[] holidays) =>
        new("test", 1, "Test", weekEnd, new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), holidays);

    private static DateOnly Day(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
