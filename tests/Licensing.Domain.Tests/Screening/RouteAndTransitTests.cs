using Licensing.Domain.Screening;
using static Licensing.Domain.Tests.Screening.Screened;

namespace Licensing.Domain.Tests.Screening;

public sealed class TransitStateNotDeclaredTests
{
    private const string Rule = "DR-R01";

    private static ScreeningDossier By(CaseStop? stop, string onward = "sea") =>
        ADossier
            .Lawful()
            .WithCase(c =>
                c with
                {
                    Route = new CaseRoute(
                        2400,
                        [new CaseLeg("QP", "sea", 1200, stop), new CaseLeg("QN", onward, 1400, CaseStop.Destination)]
                    ),
                }
            );

    [Fact]
    public void Goods_change_ships_in_a_State_that_the_licence_does_not_name() =>
        AssertFlag(Rule, Severity.Blocking, By(CaseStop.Transship), computed: ("state", "QP"));

    [Fact]
    public void A_State_that_is_named_is_declared() =>
        AssertClear(Rule, By(CaseStop.Transship).WithCase(c => c with { DeclaredTransit = ["QP"] }));

    [Fact]
    public void A_call_where_the_cargo_stays_on_board_is_recorded_only() =>
        AssertFlag(Rule, Severity.Info, By(CaseStop.PortCall));

    [Fact]
    public void It_is_transit_where_the_rule_set_says_so() =>
        AssertFlag(
            Rule,
            Severity.Blocking,
            By(CaseStop.PortCall),
            rules: With(Rule, "exempt_no_transshipment", "false")
        );

    [Fact]
    public void Goods_that_go_on_by_road_did_not_stay_on_board() =>
        AssertFlag(Rule, Severity.Blocking, By(CaseStop.PortCall, onward: "road"));

    [Fact]
    public void What_happens_at_a_stop_must_be_known() =>
        AssertNotAssessable(Rule, By(null), ["case.route.legs[0].stop"]);

    [Fact]
    public void Without_a_route_nobody_can_say() =>
        AssertNotAssessable(Rule, ADossier.Lawful().WithCase(c => c with { Route = null }), ["case.route.legs"]);
}

public sealed class TransitStateObjectsTests
{
    private const string Rule = "DR-R02";

    private static ScreeningDossier Consent(string status) =>
        ADossier
            .Lawful()
            .WithCase(c =>
                c with
                {
                    DeclaredTransit = ["QR"],
                    Route = new CaseRoute(
                        900,
                        [
                            new CaseLeg("QR", "road", 450, CaseStop.LandCrossing),
                            new CaseLeg("QN", "road", 500, CaseStop.Destination),
                        ]
                    ),
                    TransitConsents =
                    [
                        new TransitConsent("QR", status, new DateOnly(2026, 2, 10), new DateOnly(2026, 2, 10)),
                    ],
                }
            );

    [Fact]
    public void The_finding_of_the_gate_is_reported_with_its_article()
    {
        var flag = AssertFlag(Rule, Severity.Blocking, Consent("objection"), computed: ("subject", "QR"));
        Assert.StartsWith("Art. 10(2)(b): QR objects to the transit.", flag.Text, StringComparison.Ordinal);
        Assert.Null(flag.MayBeClearedBy);
    }

    [Theory]
    [InlineData("silent")]
    [InlineData("no_objection")]
    [InlineData("conditional")]
    public void Anything_else_is_no_objection(string status) => AssertClear(Rule, Consent(status));

    [Fact]
    public void A_State_that_is_declared_but_on_no_leg_is_asked_all_the_same() =>
        AssertFlag(
            Rule,
            Severity.Blocking,
            Consent("objection").WithCase(c => c with { Route = c.Route! with { Legs = [c.Route.Legs![1]] } })
        );

    [Fact]
    public void An_objection_of_a_State_off_the_route_is_none() =>
        AssertClear(
            Rule,
            Consent("no_objection")
                .WithCase(c =>
                    c with
                    {
                        TransitConsents = [.. c.TransitConsents!, new TransitConsent("QY", "objection")],
                    }
                )
        );

    [Fact]
    public void Only_the_profile_can_dispense_with_it()
    {
        var hunter = Consent("objection")
            .WithCase(c =>
                c with
                {
                    SimplifiedProcedure = new SimplifiedProcedure("hunting", new DateOnly(2026, 5, 10)),
                    Lines = [ADossier.Rifles(2) with { Temporary = true }],
                }
            );
        AssertFlag(Rule, Severity.Blocking, hunter);
        AssertClear(Rule, hunter, profile: Simplified);
    }

    [Fact]
    public void What_the_gate_would_have_to_know_is_missing() =>
        AssertNotAssessable(Rule, Consent("objection").WithCase(c => c with { Eta = null }), ["case.eta"]);
}
