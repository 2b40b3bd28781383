using Licensing.Domain.Screening;
using static Licensing.Domain.Tests.Screening.Screened;

namespace Licensing.Domain.Tests.Screening;

public sealed class ArrangementReliedOnTests
{
    private const string Rule = "DR-R12";
    private const string Valid = "LLA-QQ-QR-2021";

    private static ScreeningDossier Silent(string? reliesOn) =>
        ThroughRidgeland.With(ThroughRidgeland.Silent).Landlocked(reliesOn);

    /// <summary>Straight to QQ, with no State named.</summary>
    private static ScreeningDossier Straight(string mode, string from = "QM") =>
        Silent(null)
            .WithCase(c =>
                c with
                {
                    CountryExport = from,
                    DeclaredTransit = [],
                    TransportMode = mode,
                    Route = new CaseRoute(900, [new CaseLeg("QQ", mode, 950, CaseStop.Destination)]),
                }
            );

    private static ScreeningDossier By(params IReadOnlyList<CaseLeg> legs) =>
        Straight("air").WithCase(c => c with { Route = new CaseRoute(900, legs) });

    [Fact]
    public void A_State_with_a_coast_is_no_matter() =>
        AssertClear(Rule, ThroughRidgeland.With(ThroughRidgeland.Silent));

    [Fact]
    public void No_ship_reaches_a_State_without_a_coast()
    {
        var flag = AssertFlag(Rule, Severity.Blocking, Straight("sea"), computed: [("state", "QQ"), ("modes", "sea")]);
        Assert.Contains("has no coast", flag.Text, StringComparison.Ordinal);
        Assert.Contains("no country of transit is declared", flag.Text, StringComparison.Ordinal);
        Assert.Null(flag.MayBeClearedBy);
    }

    [Fact]
    public void An_aeroplane_does() => AssertClear(Rule, Straight("air"));

    [Fact]
    public void An_aeroplane_that_only_calls_elsewhere_goes_straight_and_one_that_is_changed_does_not()
    {
        var last = new CaseLeg("QQ", "air", 500, CaseStop.Destination);
        AssertClear(Rule, By(new CaseLeg("QP", "air", 500, CaseStop.TechnicalStop), last));
        AssertFlag(Rule, Severity.Blocking, By(new CaseLeg("QP", "air", 500, CaseStop.Transship), last));
        AssertFlag(
            Rule,
            Severity.Blocking,
            By(new CaseLeg("QP", "air", 500, CaseStop.PortCall), last with { Mode = "road" }),
            computed: ("modes", "air, road")
        );
    }

    [Fact]
    public void From_next_door_goods_come_by_land()
    {
        AssertClear(Rule, Straight("road", from: "QR"));
        AssertFlag(Rule, Severity.Blocking, Straight("road", from: "QM"));
        AssertFlag(Rule, Severity.Blocking, Straight("sea", from: "QR"));
    }

    [Fact]
    public void An_arrangement_in_force_is_recorded()
    {
        var flag = AssertFlag(
            Rule,
            Severity.Info,
            Silent(Valid),
            computed: [("arrangement", Valid), ("in_place_of_notice", "QR")]
        );
        Assert.Contains("relies on LLA-QQ-QR-2021 in favour of QQ, through QR", flag.Text, StringComparison.Ordinal);
        AssertClear("DR-R03", Silent(Valid));
    }

    [Fact]
    public void Nothing_is_said_where_none_is_relied_on() => AssertClear(Rule, Silent(null));

    [Fact]
    public void One_that_is_not_on_the_register_holds_nothing()
    {
        var flag = AssertFlag(Rule, Severity.Elevated, Silent("LLA-QQ-QR-1999"));
        Assert.Contains("no such arrangement in favour of QQ is on the register", flag.Text, StringComparison.Ordinal);
        AssertFlag("DR-R03", Severity.Elevated, Silent("LLA-QQ-QR-1999"));
    }

    [Theory]
    [InlineData("2026-04-28", Severity.Info)] // the day on which the goods have left QR at the latest
    [InlineData("2026-04-27", Severity.Elevated)]
    [InlineData("2026-04-09", Severity.Elevated)]
    public void It_must_run_as_long_as_the_goods_may_be_there(string validTo, Severity severity)
    {
        var lists = Reference.Data.Lists!;
        var until = Reference.Data with
        {
            Lists = lists with
            {
                LandlockedArrangements =
                [
                    .. lists.LandlockedArrangements!.Select(a => a with { ValidTo = DateOnly.Parse(validTo, null) }),
                ],
            },
        };
        AssertFlag(Rule, severity, Silent(Valid), until);
        if (severity == Severity.Elevated)
            AssertFlag("DR-R03", Severity.Elevated, Silent(Valid), until);
        else
            AssertClear("DR-R03", Silent(Valid), until);
    }

    [Fact]
    public void One_that_had_ended_before_shipment_says_when()
    {
        var flag = AssertFlag(Rule, Severity.Elevated, Silent("LLA-QQ-QN-2015"));
        Assert.Contains("runs from 2015-01-01 to 2025-12-31", flag.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void It_covers_its_own_gateways_only()
    {
        var elsewhere = Silent(Valid)
            .WithCase(c =>
                c with
                {
                    DeclaredTransit = ["QN"],
                    Route = c.Route! with { Legs = [c.Route.Legs![0] with { ToState = "QN" }, c.Route.Legs[1]] },
                }
            );
        var flag = AssertFlag(Rule, Severity.Elevated, elsewhere);
        Assert.Contains("no declared country of transit is a gateway of it", flag.Text, StringComparison.Ordinal);
        AssertFlag("DR-R03", Severity.Elevated, elsewhere);
    }

    [Fact]
    public void It_does_not_overrule_a_State_that_objects()
    {
        var objecting = ThroughRidgeland.With(ThroughRidgeland.Silent with { Status = "objection" }).Landlocked(Valid);
        AssertFlag(Rule, Severity.Elevated, objecting);
        AssertFlag("DR-R02", Severity.Blocking, objecting);
    }

    [Fact]
    public void Whether_it_has_a_coast_must_be_known()
    {
        AssertNotAssessable(
            Rule,
            Silent(Valid).WithCase(c => c with { CountryImport = "XB" }),
            ["reference.states.XB.landlocked"]
        );
        AssertNotAssessable(
            Rule,
            Silent(Valid).WithCase(c => c with { CountryImport = null }),
            ["case.country_import"]
        );
    }

    [Fact]
    public void The_way_there_must_be_known()
    {
        AssertNotAssessable(
            Rule,
            Silent(Valid).WithCase(c => c with { DeclaredTransit = null }),
            ["case.declared_transit"]
        );
        AssertNotAssessable(Rule, Straight("sea").WithCase(c => c with { Route = null }), ["case.route.legs"]);
        AssertNotAssessable(
            Rule,
            Straight("sea")
                .WithCase(c => c with { TransportMode = null, Route = new CaseRoute(900, [new CaseLeg("QQ")]) }),
            ["case.route.legs[0].mode"]
        );
    }

    [Fact]
    public void The_register_must_be_there() =>
        AssertNotAssessable(
            Rule,
            Silent(Valid),
            ["reference.lists.landlocked_arrangements"],
            Reference.Data with
            {
                Lists = Reference.Data.Lists! with { LandlockedArrangements = null },
            }
        );

    [Fact]
    public void What_the_gate_would_have_to_know_is_missing() =>
        AssertNotAssessable(Rule, Silent(Valid).WithCase(c => c with { Eta = null }), ["case.eta"]);
}
