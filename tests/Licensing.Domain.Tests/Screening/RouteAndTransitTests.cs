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
    public void A_simplified_procedure_does_without_a_notice_and_does_not_overrule_an_objection()
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
        AssertFlag(Rule, Severity.Blocking, hunter, profile: Simplified);
    }

    [Fact]
    public void What_the_gate_would_have_to_know_is_missing() =>
        AssertNotAssessable(Rule, Consent("objection").WithCase(c => c with { Eta = null }), ["case.eta"]);
}

/// <summary>The lawful dossier on the road through QR, which the licence names.</summary>
internal static class ThroughRidgeland
{
    public static readonly TransitConsent Silent = new(
        "QR",
        "silent",
        new DateOnly(2026, 2, 10),
        new DateOnly(2026, 2, 10)
    );
    public static readonly TransitConsent Given = Silent with { Status = "no_objection" };

    public static ScreeningDossier With(params IReadOnlyList<TransitConsent> consents) =>
        ADossier
            .Lawful()
            .WithCase(c =>
                c with
                {
                    TransportMode = "road",
                    DeclaredTransit = ["QR"],
                    Route = new CaseRoute(
                        900,
                        [
                            new CaseLeg("QR", "road", 450, CaseStop.LandCrossing),
                            new CaseLeg("QN", "road", 500, CaseStop.Destination),
                        ]
                    ),
                    TransitConsents = consents,
                }
            );

    public static ScreeningDossier At(this ScreeningDossier dossier, Stage stage, DateOnly? asOf = null) =>
        dossier with
        {
            Stage = stage,
            AsOf = asOf ?? dossier.AsOf,
        };

    public static ScreeningDossier Landlocked(this ScreeningDossier dossier, string? reliesOn) =>
        dossier.WithCase(c =>
            c with
            {
                CountryImport = "QQ",
                LandlockedArrangement = reliesOn,
                Route = c.Route! with
                {
                    Legs = [.. c.Route.Legs!.SkipLast(1), c.Route.Legs![^1] with { ToState = "QQ" }],
                },
                ImportAuthorisation = c.ImportAuthorisation! with { IssuingState = "QQ" },
            }
        );
}

public sealed class TransitStateSilentTests
{
    private const string Rule = "DR-R03";
    private static readonly ScreeningDossier Silent = ThroughRidgeland.With(ThroughRidgeland.Silent);

    [Theory]
    [InlineData(Stage.Application, Severity.Elevated)]
    [InlineData(Stage.Issue, Severity.Blocking)]
    [InlineData(Stage.PreShipment, Severity.Blocking)]
    public void Silence_is_pointed_out_at_first_and_closes_the_gate_later(Stage stage, Severity severity)
    {
        var flag = AssertFlag(
            Rule,
            severity,
            Silent.At(stage),
            computed: [("subject", "QR"), ("finding", OneLaw.NotObjected)]
        );
        Assert.StartsWith("Art. 10(2)(b): QR was asked on 2026-02-10", flag.Text, StringComparison.Ordinal);
        Assert.Contains("Silence is not notice in writing.", flag.Text, StringComparison.Ordinal);
        Assert.Null(flag.MayBeClearedBy);
    }

    [Fact]
    public void Nothing_has_come_by_the_day_of_shipment() =>
        AssertFlag(
            Rule,
            Severity.Blocking,
            Silent
                .WithCase(c => c with { PlannedShipDate = new DateOnly(2026, 3, 12) })
                .At(Stage.PreShipment, new DateOnly(2026, 3, 12))
        );

    [Fact]
    public void A_State_that_was_never_asked_is_no_better() =>
        AssertFlag(Rule, Severity.Blocking, ThroughRidgeland.With().At(Stage.Issue));

    [Theory]
    [InlineData("no_objection")]
    [InlineData("conditional")]
    public void A_notice_dated_before_dispatch_is_one(string status) =>
        AssertClear(
            Rule,
            ThroughRidgeland
                .With(ThroughRidgeland.Given with { Status = status, GivenOn = new DateOnly(2026, 3, 19) })
                .At(Stage.PreShipment)
        );

    [Fact]
    public void A_State_that_objects_is_not_silent() =>
        AssertClear(Rule, ThroughRidgeland.With(ThroughRidgeland.Silent with { Status = "objection" }));

    [Fact]
    public void A_State_that_the_licence_does_not_name_is_another_rule()
    {
        var undeclared = Silent.WithCase(c => c with { DeclaredTransit = [] });
        AssertClear(Rule, undeclared);
        AssertFlag("DR-R01", Severity.Blocking, undeclared);
    }

    [Fact]
    public void An_arrangement_in_favour_of_a_landlocked_State_stands_in_the_place_of_a_notice()
    {
        AssertFlag(Rule, Severity.Elevated, Silent.Landlocked(reliesOn: null));
        AssertClear(Rule, Silent.Landlocked(reliesOn: "LLA-QQ-QR-2021"));
    }

    [Fact]
    public void Only_the_profile_dispenses_with_it()
    {
        var hunter = Silent.WithCase(c =>
            c with
            {
                SimplifiedProcedure = new SimplifiedProcedure("hunting", new DateOnly(2026, 5, 10)),
                Lines = [ADossier.Rifles(2) with { Temporary = true }],
            }
        );
        AssertFlag(Rule, Severity.Elevated, hunter);
        AssertClear(Rule, hunter, profile: Simplified);
    }

    [Theory]
    [InlineData(38, Severity.Blocking)] // asked 38 days ago: the last day is still the State's
    [InlineData(37, Severity.Info)]
    public void A_State_may_have_long_silence_recorded_only_and_the_gate_stays_closed(int days, Severity severity)
    {
        var flag = AssertFlag(
            Rule,
            severity,
            Silent.At(Stage.Issue),
            rules: With(Rule, "tacit_consent_days", $"{days}")
        );
        Assert.Equal(
            severity == Severity.Info,
            flag.Text.Contains("silent for 38 days, more than the 37", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_State_that_was_never_asked_has_not_been_silent() =>
        AssertFlag(
            Rule,
            Severity.Blocking,
            ThroughRidgeland.With().At(Stage.Issue),
            rules: With(Rule, "tacit_consent_days", "20")
        );

    [Fact]
    public void Declared_States_and_their_answers_must_be_known()
    {
        AssertNotAssessable(Rule, Silent.WithCase(c => c with { DeclaredTransit = null }), ["case.declared_transit"]);
        AssertNotAssessable(Rule, Silent.WithCase(c => c with { TransitConsents = null }), ["case.transit_consents"]);
        AssertNotAssessable(
            Rule,
            Silent.WithCase(c => c with { DeclaredTransit = ["Ridgeland"] }),
            ["case.declared_transit[0]"]
        );
        AssertNotAssessable(Rule, Silent.WithCase(c => c with { Eta = null }), ["case.eta"]);
    }
}

public sealed class NoticeDoesNotCoverTheMovementTests
{
    private const string Rule = "DR-R04";

    private static ScreeningDossier Notice(
        Func<TransitConsent, TransitConsent>? spoil = null,
        Stage stage = Stage.PreShipment
    ) => ThroughRidgeland.With((spoil ?? (c => c))(ThroughRidgeland.Given)).At(stage);

    [Fact]
    public void A_notice_without_an_end_or_a_limit_covers_everything()
    {
        AssertClear(Rule, Notice());
        AssertClear(Rule, Notice(stage: Stage.InTransit));
    }

    [Fact]
    public void A_notice_for_the_air_does_not_cover_the_road()
    {
        var flag = AssertFlag(
            Rule,
            Severity.Blocking,
            Notice(n => n with { Mode = "air" }),
            computed: [("subject", "QR"), ("finding", OneLaw.NoticeCoversMode)]
        );
        Assert.Contains("covers transport by air, not by road", flag.Text, StringComparison.Ordinal);
        AssertClear(Rule, Notice(n => n with { Mode = "road" }));
    }

    [Theory]
    [InlineData(27, true)]
    [InlineData(28, false)]
    public void Without_days_of_the_legs_the_goods_may_be_there_until_they_arrive(int lastDayInApril, bool isShort)
    {
        var notice = Notice(n => n with { ValidTo = new DateOnly(2026, 4, lastDayInApril) });
        if (isShort)
            AssertFlag(Rule, Severity.Blocking, notice, computed: ("finding", OneLaw.NoticeInForce));
        else
            AssertClear(Rule, notice);
    }

    [Theory]
    [InlineData(11, true)]
    [InlineData(12, false)]
    public void With_them_they_are_there_until_the_next_leg_ends(int lastDayInApril, bool isShort)
    {
        var notice = Notice(n => n with { ValidTo = new DateOnly(2026, 4, lastDayInApril) })
            .WithCase(c =>
                c with
                {
                    Eta = new DateOnly(2026, 4, 12),
                    Route = c.Route! with
                    {
                        Legs =
                        [
                            c.Route.Legs![0] with
                            {
                                Date = new DateOnly(2026, 4, 11),
                            },
                            c.Route.Legs[1] with
                            {
                                Date = new DateOnly(2026, 4, 12),
                            },
                        ],
                    },
                }
            );
        if (isShort)
            AssertFlag(Rule, Severity.Blocking, notice, computed: ("finding", OneLaw.NoticeInForce));
        else
            AssertClear(Rule, notice);
    }

    [Fact]
    public void A_limit_is_for_the_pieces_of_all_lines()
    {
        ScreeningDossier Limit(int most) =>
            Notice(n => n with { MaxQty = most })
                .WithCase(c => c with { Lines = [ADossier.Rifles(15), ADossier.Rifles(25)] });
        AssertClear(Rule, Limit(40));
        AssertFlag(
            Rule,
            Severity.Blocking,
            Limit(39),
            computed: [("subject", "QR, line 2"), ("finding", OneLaw.NoticeCoversQuantity)]
        );
    }

    [Theory]
    [InlineData(35, false)]
    [InlineData(34, true)]
    public void What_left_before_under_the_licence_counts_towards_it(int most, bool isShort)
    {
        // The licence has the rifles on its second line, the case on its first.
        var second = Notice(n => n with { MaxQty = most })
            .WithCase(c =>
                c with
                {
                    Lines = [ADossier.Rifles(15)],
                    ExportLicence = new ExportPaper(
                        "EX-1",
                        null,
                        new DateOnly(2026, 3, 5),
                        new DateOnly(2026, 3, 5),
                        new DateOnly(2026, 9, 5),
                        [new GoodsCount(Parts.Barrel, "BH308", 10), new GoodsCount(Parts.CompleteFirearm, "BH308", 40)]
                    ),
                }
            ) with
        {
            Drawdown =
            [
                new DrawDownMessage("M-1", "EX-1", Parts.CompleteFirearm, "BH308", 20, new DateOnly(2026, 3, 10)),
            ],
        };
        if (isShort)
            AssertFlag(Rule, Severity.Blocking, second, computed: ("subject", "QR, line 2"));
        else
            AssertClear(Rule, second);
    }

    [Fact]
    public void A_notice_must_have_been_given_before_shipment() =>
        AssertFlag(
            Rule,
            Severity.Blocking,
            Notice(n => n with { GivenOn = new DateOnly(2026, 4, 11) }),
            computed: ("finding", OneLaw.NoticeBeforehand)
        );

    [Fact]
    public void Goods_that_left_early_had_the_notice_that_bears_no_day() =>
        AssertClear(
            Rule,
            Notice(stage: Stage.InTransit)
                .At(Stage.InTransit, new DateOnly(2026, 4, 12))
                .WithCase(c => c with { ExitDate = new DateOnly(2026, 4, 5) })
        );

    [Fact]
    public void A_State_that_has_given_none_is_another_rule() =>
        AssertClear(Rule, ThroughRidgeland.With(ThroughRidgeland.Silent with { Mode = "air" }).At(Stage.PreShipment));

    [Fact]
    public void The_notices_must_be_known() =>
        AssertNotAssessable(Rule, Notice().WithCase(c => c with { TransitConsents = null }), ["case.transit_consents"]);

    [Fact]
    public void What_the_gate_would_have_to_know_is_missing() =>
        AssertNotAssessable(
            Rule,
            Notice().WithCase(c => c with { PlannedShipDate = null }),
            ["case.planned_ship_date"]
        );
}

public sealed class ImportInformationNotSentTests
{
    private const string Rule = "DR-R14";

    private static ScreeningDossier Sent(DateOnly? on, Func<TransitConsent, TransitConsent>? spoil = null) =>
        ThroughRidgeland
            .With((spoil ?? (c => c))(ThroughRidgeland.Silent with { ImportInfoSentOn = on }))
            .At(Stage.PreShipment, new DateOnly(2026, 4, 10));

    [Fact]
    public void It_was_not_sent()
    {
        var flag = AssertFlag(
            Rule,
            Severity.Blocking,
            Sent(null),
            computed: [("subject", "QR"), ("finding", OneLaw.InformationSent)]
        );
        Assert.Contains("has not been sent to QR", flag.Text, StringComparison.Ordinal);
        Assert.Null(flag.MayBeClearedBy);
    }

    [Fact]
    public void It_was_sent_ten_days_before() => AssertClear(Rule, Sent(new DateOnly(2026, 3, 31)));

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void On_the_day_of_shipment_is_not_in_advance(int april, bool isLate)
    {
        var sent = Sent(new DateOnly(2026, 4, april), c => c with { Status = "no_objection" });
        if (isLate)
            AssertFlag(Rule, Severity.Blocking, sent);
        else
            AssertClear(Rule, sent);
    }

    [Fact]
    public void It_is_asked_of_the_States_that_the_licence_names() =>
        AssertClear(Rule, Sent(null).WithCase(c => c with { DeclaredTransit = [] }));

    [Fact]
    public void An_arrangement_lifts_it_where_the_profile_says_so()
    {
        var relying = Sent(null).Landlocked(reliesOn: "LLA-QQ-QR-2021");
        AssertFlag(Rule, Severity.Blocking, relying);
        AssertClear(Rule, relying, profile: Strict with { ArrangementLifts = [OneLaw.InformationSent] });
    }

    [Fact]
    public void A_simplified_procedure_lifts_it_where_the_profile_says_so()
    {
        var hunter = Sent(null)
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
    public void Declared_States_and_what_they_were_sent_must_be_known()
    {
        AssertNotAssessable(
            Rule,
            Sent(null).WithCase(c => c with { DeclaredTransit = null }),
            ["case.declared_transit"]
        );
        AssertNotAssessable(
            Rule,
            Sent(null).WithCase(c => c with { TransitConsents = null }),
            ["case.transit_consents"]
        );
        AssertNotAssessable(Rule, Sent(null).WithCase(c => c with { CountryImport = null }), ["case.country_import"]);
    }
}
