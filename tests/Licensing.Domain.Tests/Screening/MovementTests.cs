using Licensing.Domain.Screening;
using static Licensing.Domain.Tests.Screening.Screened;

namespace Licensing.Domain.Tests.Screening;

public sealed class RouteIsCircuitousTests
{
    private const string Rule = "DR-R07";

    private static ScreeningDossier Way(decimal? direct, params decimal?[] legs) =>
        ADossier
            .Lawful()
            .WithCase(c =>
                c with
                {
                    Route = new CaseRoute(
                        direct,
                        [
                            .. legs.SkipLast(1).Select(km => new CaseLeg("QP", "air", km, CaseStop.PortCall)),
                            new CaseLeg("QN", "air", legs[^1], CaseStop.Destination),
                        ]
                    ),
                }
            );

    [Fact]
    public void Nine_and_a_half_thousand_kilometres_for_nineteen_hundred()
    {
        var flag = AssertFlag(
            Rule,
            Severity.High,
            Way(1900, 5000, 4500),
            computed: [("km", 9500m), ("direct_km", 1900m), ("extra_km", 7600m), ("ratio", 5m)]
        );
        Assert.Contains("9500 km long, 5.0 times the 1900 km of the direct way", flag.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_little_longer_is_usual() => AssertClear(Rule, Way(1900, 2300));

    [Theory]
    [InlineData(2000, 3599, null)]
    [InlineData(2000, 3600, Severity.Elevated)] // 1.8 times
    [InlineData(2000, 5999, Severity.Elevated)]
    [InlineData(2000, 6000, Severity.High)] // three times
    [InlineData(1000, 2499, null)] // 2.5 times, and 1,499 km more
    [InlineData(1000, 2500, Severity.Elevated)] // 1,500 km more
    [InlineData(500, 1999, null)] // four times, and 1,499 km more
    [InlineData(500, 2000, Severity.High)]
    public void The_ratio_and_the_kilometres_both_decide(int direct, int km, Severity? severity)
    {
        if (severity is { } expected)
            AssertFlag(Rule, expected, Way(direct, km));
        else
            AssertClear(Rule, Way(direct, km));
    }

    [Fact]
    public void The_way_must_be_known()
    {
        AssertNotAssessable(Rule, Way(null, 2300), ["case.route.direct_km"]);
        AssertNotAssessable(Rule, Way(0, 2300), ["case.route.direct_km"]);
        AssertNotAssessable(Rule, Way(1900, 5000, null), ["case.route.legs[1].km"]);
        AssertNotAssessable(
            Rule,
            ADossier.Lawful().WithCase(c => c with { Route = null }),
            ["case.route.direct_km", "case.route.legs"]
        );
    }
}

public sealed class RouteChangedAfterIssueTests
{
    private const string Rule = "DR-R10";

    private static Amendment Change(string field, DateOnly on, DateOnly? approvedOn = null) =>
        new(field, on, approvedOn);

    /// <summary>Licensed on 5 March, to leave on 10 April, two days before which it is judged.</summary>
    private static ScreeningDossier Amended(params IReadOnlyList<Amendment> amendments) =>
        ADossier
            .Lawful()
            .WithCase(c =>
                c with
                {
                    ExportLicence = new ExportPaper("EX-1", IssuedOn: new DateOnly(2026, 3, 5)),
                    Amendments = amendments,
                }
            )
            .At(Stage.PreShipment, new DateOnly(2026, 4, 9));

    [Theory]
    [InlineData("route")]
    [InlineData("carrier")]
    [InlineData("port_of_entry")]
    [InlineData("last_leg")]
    [InlineData("transit_states")]
    public void A_change_after_issue_that_nobody_approved(string field)
    {
        var flag = AssertFlag(
            Rule,
            Severity.High,
            Amended(Change(field, new DateOnly(2026, 3, 20))),
            computed: [("field", field), ("approved", false), ("late", false)]
        );
        Assert.Contains(
            "on 2026-03-20, after the licence was issued, has not been approved.",
            flag.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_last_leg_switched_to_the_road_two_days_before_arrival()
    {
        var underWay = Amended(Change("last_leg", new DateOnly(2026, 4, 26), new DateOnly(2026, 4, 26)))
            .WithCase(c => c with { ExitDate = new DateOnly(2026, 4, 10) })
            .At(Stage.InTransit, new DateOnly(2026, 4, 27));
        var flag = AssertFlag(Rule, Severity.High, underWay, computed: [("approved", true), ("late", true)]);
        Assert.Contains(
            "while the goods were under way, was approved on 2026-04-26",
            flag.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_carrier_approved_three_weeks_earlier() =>
        AssertClear(Rule, Amended(Change("carrier", new DateOnly(2026, 3, 20), new DateOnly(2026, 3, 23))));

    [Theory]
    [InlineData("2026-04-06", false)]
    [InlineData("2026-04-07", true)] // 72 hours before the day of departure
    [InlineData("2026-04-09", true)]
    public void A_late_change_is_one_even_if_it_was_approved(string on, bool fires)
    {
        var day = DateOnly.Parse(on, null);
        if (fires)
        {
            var flag = AssertFlag(Rule, Severity.High, Amended(Change("route", day, day)), computed: ("late", true));
            Assert.Contains("within 72 hours of departure", flag.Text, StringComparison.Ordinal);
        }
        else
            AssertClear(Rule, Amended(Change("route", day, day)));
    }

    [Theory]
    [InlineData(9, true)]
    [InlineData(10, false)] // judged on 9 April
    public void An_approval_counts_from_its_day(int april, bool counts)
    {
        var dossier = Amended(Change("route", new DateOnly(2026, 3, 20), new DateOnly(2026, 4, april)));
        if (counts)
            AssertClear(Rule, dossier);
        else
            AssertFlag(Rule, Severity.High, dossier, computed: ("approved", false));
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public void What_was_changed_by_the_day_of_issue_is_in_the_licence(int march, bool fires)
    {
        var dossier = Amended(Change("route", new DateOnly(2026, 3, march)));
        if (fires)
            AssertFlag(Rule, Severity.High, dossier);
        else
            AssertClear(Rule, dossier);
    }

    [Fact]
    public void A_change_of_another_field_is_another_rule() =>
        AssertClear(Rule, Amended(Change("consignee", new DateOnly(2026, 3, 20))));

    [Fact]
    public void A_change_that_came_later_was_not_known() =>
        AssertClear(Rule, Amended(Change("route", new DateOnly(2026, 4, 10))));

    [Fact]
    public void What_was_changed_and_when_must_be_known()
    {
        var day = new DateOnly(2026, 3, 20);
        AssertNotAssessable(Rule, Amended().WithCase(c => c with { Amendments = null }), ["case.amendments"]);
        AssertNotAssessable(Rule, Amended(new Amendment(null, day)), ["case.amendments[0].field"]);
        AssertNotAssessable(Rule, Amended(new Amendment("route")), ["case.amendments[0].changed_on"]);
        AssertNotAssessable(
            Rule,
            Amended(Change("route", day)).WithCase(c => c with { ExportLicence = null }),
            ["case.export_licence.issued_on"]
        );
        AssertNotAssessable(
            Rule,
            Amended(Change("route", day, day)).WithCase(c => c with { PlannedShipDate = null }),
            ["case.planned_ship_date"]
        );
        AssertClear(Rule, Amended().WithCase(c => c with { ExportLicence = null }));
    }
}

public sealed class FreeTradeZoneTests
{
    private const string Rule = "DR-R11";

    private static ScreeningDossier Stored(decimal? days, bool? ftz = true, CaseStop? stop = CaseStop.Store) =>
        ADossier
            .Lawful()
            .WithCase(c =>
                c with
                {
                    Route = c.Route! with
                    {
                        Legs = [new CaseLeg("QP", "sea", 1200, stop, days, Ftz: ftz), .. c.Route.Legs!],
                    },
                }
            );

    [Fact]
    public void The_only_address_of_the_recipient_is_a_plot_in_a_zone()
    {
        var flag = AssertFlag(
            Rule,
            Severity.Elevated,
            ADossier.Lawful().WithDealer(p => p with { AddressFtz = true }),
            computed: ("party", "DLR-NORD")
        );
        Assert.Contains("Nordstern Jagd & Sport lies in a free-trade zone", flag.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void That_of_the_consignee_counts_too() =>
        AssertFlag(
            Rule,
            Severity.Elevated,
            ADossier
                .Lawful()
                .WithCase(c => c with { Parties = c.Parties! with { Consignee = "FWD-1" } })
                .And(ADossier.Dealer() with { Id = "FWD-1", AddressFtz = true }),
            computed: ("party", "FWD-1")
        );

    [Theory]
    [InlineData(3, false)]
    [InlineData(7, false)]
    [InlineData(8, true)]
    public void Goods_may_be_stored_in_a_zone_for_a_week(int days, bool fires)
    {
        if (fires)
            AssertFlag(
                Rule,
                Severity.Elevated,
                Stored(days),
                computed: [("state", "QP"), ("dwell_days", (decimal)days)]
            );
        else
            AssertClear(Rule, Stored(days));
    }

    [Fact]
    public void Outside_a_zone_or_without_being_stored_they_may_lie_longer()
    {
        AssertClear(Rule, Stored(21, ftz: false));
        AssertClear(Rule, Stored(21, stop: CaseStop.Transship));
    }

    [Fact]
    public void Addresses_stops_and_stays_must_be_known()
    {
        AssertNotAssessable(
            Rule,
            ADossier.Lawful().WithDealer(p => p with { AddressFtz = null }),
            ["parties[DLR-NORD].address_ftz"]
        );
        AssertNotAssessable(
            Rule,
            ADossier.Lawful().WithCase(c => c with { Parties = null }),
            ["case.parties.final_recipient", "case.parties.consignee"]
        );
        AssertNotAssessable(Rule, ADossier.Lawful().WithCase(c => c with { Route = null }), ["case.route.legs"]);
        AssertNotAssessable(Rule, Stored(21, ftz: null), ["case.route.legs[0].ftz"]);
        AssertNotAssessable(Rule, Stored(null), ["case.route.legs[0].dwell_days"]);
        AssertNotAssessable(Rule, Stored(21, stop: null), ["case.route.legs[0].stop"]);
        AssertClear(Rule, Stored(3, ftz: null));
    }
}
