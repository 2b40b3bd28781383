using Licensing.Domain.Screening;
using static Licensing.Domain.Tests.Screening.Screened;

namespace Licensing.Domain.Tests.Screening;

public sealed class StateUnderEmbargoTests
{
    private const string Rule = "DR-R05";

    /// <summary>To QS, which is under an embargo from 2025-06-01 to 2026-12-31.</summary>
    private static ScreeningDossier ToSorvan(DateOnly? asOf = null, DateOnly? ships = null) =>
        ADossier
            .Lawful()
            .WithCase(c =>
                c with
                {
                    CountryImport = "QS",
                    PlannedShipDate = ships ?? c.PlannedShipDate,
                    Route = new CaseRoute(2400, [new CaseLeg("QS", "sea", 2600, CaseStop.Destination)]),
                }
            )
            .At(Stage.Application, asOf);

    private static ReferenceData Embargo(EmbargoEntry entry) =>
        Reference.Data with
        {
            Lists = Reference.Data.Lists! with { Embargo = [entry] },
        };

    private static readonly EmbargoEntry Entry = new("QN", "territory")
    {
        Id = "EMB-QN",
        ValidFrom = new DateOnly(2026, 1, 1),
    };

    [Fact]
    public void The_State_of_destination_is_under_an_embargo()
    {
        var flag = AssertFlag(
            Rule,
            Severity.Blocking,
            ToSorvan(),
            computed: [("state", "QS"), ("embargo", "EMB-QS-1"), ("day", ADossier.Today)]
        );
        Assert.Contains("QS, the State of destination, is under an arms embargo", flag.Text, StringComparison.Ordinal);
        Assert.Contains("from 2025-06-01 to 2026-12-31", flag.Text, StringComparison.Ordinal);
        Assert.True(flag.CountryDerived);
        Assert.Equal("embargo", Assert.Single(flag.Evidence.ReferenceData).List);
    }

    [Theory]
    [InlineData("2025-05-31", "2025-05-31", false)]
    [InlineData("2025-06-01", "2025-06-01", true)]
    [InlineData("2026-12-31", "2026-12-31", true)]
    [InlineData("2027-01-01", "2027-01-01", false)]
    [InlineData("2026-12-31", "2027-02-01", true)] // a later shipment does not escape what is in force today
    [InlineData("2025-05-31", "2025-06-01", true)] // nor does today escape what is in force on the day of shipment
    [InlineData("2027-01-01", "2026-12-31", false)] // an earlier day of shipment has passed
    public void Both_days_of_an_embargo_count_today_and_on_a_later_day_of_shipment(
        string asOf,
        string ships,
        bool fires
    )
    {
        var dossier = ToSorvan(DateOnly.Parse(asOf, null), DateOnly.Parse(ships, null));
        if (fires)
            AssertFlag(Rule, Severity.Blocking, dossier);
        else
            AssertClear(Rule, dossier);
    }

    [Theory]
    [InlineData(Stage.Issue)]
    [InlineData(Stage.PreShipment)]
    [InlineData(Stage.InTransit)]
    [InlineData(Stage.PostShipment)]
    public void It_is_asked_at_every_stage(Stage stage) => AssertFlag(Rule, Severity.Blocking, ToSorvan().At(stage));

    [Fact]
    public void So_is_a_State_that_is_declared_or_passed_on_the_way()
    {
        AssertFlag(Rule, Severity.Blocking, ADossier.Lawful().WithCase(c => c with { DeclaredTransit = ["QS"] }));
        ScreeningDossier Stopping(CaseStop stop) =>
            ADossier
                .Lawful()
                .WithCase(c =>
                    c with
                    {
                        Route = c.Route! with { Legs = [new CaseLeg("QS", "sea", 100, stop), .. c.Route.Legs!] },
                    }
                );
        AssertFlag(Rule, Severity.Blocking, Stopping(CaseStop.Transship));
        AssertClear(Rule, Stopping(CaseStop.PortCall));
        AssertFlag(
            Rule,
            Severity.Blocking,
            Stopping(CaseStop.PortCall),
            profile: Strict with
            {
                Policy = Strict.Policy with { PortCallIsTransit = true },
            }
        );
    }

    [Fact]
    public void So_is_the_State_of_the_final_recipient() =>
        AssertFlag(
            Rule,
            Severity.Blocking,
            ADossier.Lawful().WithDealer(p => p with { Country = "QS" }),
            computed: ("state", "QS")
        );

    [Fact]
    public void The_State_of_another_party_is_not() =>
        AssertClear(
            Rule,
            ADossier.Lawful() with
            {
                Parties =
                [
                    .. ADossier.Lawful().Parties!.Select(p => p.Id == "EXP-HALDEN" ? p with { Country = "QS" } : p),
                ],
            }
        );

    [Fact]
    public void An_exemption_on_record_lifts_the_entry_that_it_names()
    {
        AssertClear(Rule, ToSorvan().WithCase(c => c with { EmbargoExemptions = ["EMB-QS-1"] }));
        AssertFlag(Rule, Severity.Blocking, ToSorvan().WithCase(c => c with { EmbargoExemptions = ["EMB-QS-2"] }));
    }

    [Fact]
    public void An_entry_covers_the_goods_that_it_names()
    {
        AssertFlag(
            Rule,
            Severity.Blocking,
            ADossier.Lawful(),
            Embargo(Entry with { GoodsScope = [Parts.CompleteFirearm] })
        );
        AssertClear(Rule, ADossier.Lawful(), Embargo(Entry with { GoodsScope = [Parts.Barrel] }));
        AssertFlag(Rule, Severity.Blocking, ADossier.Lawful(), Embargo(Entry with { GoodsScope = [] }));
        AssertFlag(
            Rule,
            Severity.Blocking,
            ADossier.OfLines(ADossier.Part(Parts.UpperAssembly, "AR15", 1)),
            Embargo(Entry with { GoodsScope = [Parts.Barrel] })
        );
    }

    [Theory]
    [InlineData(PartyTypes.Government, false)]
    [InlineData(PartyTypes.Dealer, true)]
    public void One_against_armed_groups_leaves_governments_out(string type, bool fires)
    {
        var dossier = ADossier.Lawful().WithDealer(p => p with { Type = type });
        var groups = Embargo(Entry with { Target = "non_state_actors" });
        AssertFlag(Rule, Severity.Blocking, dossier, Embargo(Entry));
        if (fires)
            AssertFlag(Rule, Severity.Blocking, dossier, groups);
        else
            AssertClear(Rule, dossier, groups);
    }

    [Fact]
    public void Its_own_exemptions_hold() =>
        AssertClear(Rule, ADossier.Lawful(), Embargo(Entry with { Exemptions = [PartyTypes.Dealer] }));

    [Fact]
    public void What_became_known_later_was_not_known() =>
        AssertClear(Rule, ADossier.Lawful(), Embargo(Entry with { KnownAt = ADossier.Today.AddDays(1) }));

    [Fact]
    public void Whom_and_what_it_covers_must_be_known()
    {
        AssertNotAssessable(
            Rule,
            ADossier.Lawful().WithDealer(p => p with { Type = null }),
            ["parties[DLR-NORD].type"],
            Embargo(Entry with { Target = "non_state_actors" })
        );
        AssertNotAssessable(
            Rule,
            ADossier.OfLines(ADossier.Rifles() with { PartType = null }),
            ["case.lines[0].part_type"],
            Embargo(Entry with { GoodsScope = [Parts.Barrel] })
        );
        AssertNotAssessable(
            Rule,
            ADossier.Lawful().WithCase(c => c with { Lines = null }),
            ["case.lines"],
            Embargo(Entry with { GoodsScope = [Parts.Barrel] })
        );
    }

    [Fact]
    public void States_and_days_must_be_known()
    {
        void Missing(string input, Func<CaseSnapshot, CaseSnapshot> spoil) =>
            AssertNotAssessable(Rule, ADossier.Lawful().WithCase(spoil), [input]);
        Missing("case.country_import", c => c with { CountryImport = null });
        Missing("case.declared_transit", c => c with { DeclaredTransit = null });
        Missing("case.route.legs", c => c with { Route = null });
        Missing("case.route.legs[0].to_state", c => c with { Route = new CaseRoute(1, [new CaseLeg()]) });
        Missing("case.planned_ship_date", c => c with { PlannedShipDate = null });
        Missing("case.parties.final_recipient", c => c with { Parties = c.Parties! with { FinalRecipient = null } });
        AssertNotAssessable(
            Rule,
            ADossier.Lawful().WithDealer(p => p with { Country = null }),
            ["parties[DLR-NORD].country"]
        );
        AssertNotAssessable(
            Rule,
            ADossier.Lawful(),
            ["reference.lists.embargo"],
            Reference.Data with
            {
                Lists = Reference.Data.Lists! with { Embargo = null },
            }
        );
    }

    [Fact]
    public void After_shipment_the_planned_day_no_longer_matters() =>
        AssertClear(Rule, ADossier.Lawful().WithCase(c => c with { PlannedShipDate = null }).At(Stage.PostShipment));
}

public sealed class LastStopNextToAnEmbargoTests
{
    private const string Rule = "DR-R09";

    /// <summary>By road, with a last stop in a State. QX borders QS, which is under an embargo.</summary>
    private static ScreeningDossier Stopping(string state, string mode = "road", CaseStop? stop = CaseStop.Store) =>
        To("QN", new CaseLeg(state, "sea", 800, stop), new CaseLeg("QN", mode, 500, CaseStop.Destination));

    private static ScreeningDossier To(string destination, params IReadOnlyList<CaseLeg> legs) =>
        ADossier.Lawful().WithCase(c => c with { CountryImport = destination, Route = new CaseRoute(900, legs) });

    [Fact]
    public void A_depot_at_the_border_and_the_road_from_there()
    {
        var flag = AssertFlag(
            Rule,
            Severity.Elevated,
            Stopping("QX"),
            computed: [("state", "QX"), ("embargoed", "QS"), ("mode", "road")]
        );
        Assert.Contains("QX, the last stop, borders QS", flag.Text, StringComparison.Ordinal);
        Assert.Contains("the last leg goes by road", flag.Text, StringComparison.Ordinal);
        Assert.True(flag.CountryDerived);
    }

    [Fact]
    public void So_does_a_destination_that_borders_it() =>
        AssertFlag(
            Rule,
            Severity.Elevated,
            To("QX", new CaseLeg("QX", "road", 500, CaseStop.Destination)),
            computed: ("state", "QX")
        );

    [Theory]
    [InlineData("road", true)]
    [InlineData("rail", true)]
    [InlineData("river", true)]
    [InlineData("sea", false)]
    [InlineData("air", false)]
    public void The_last_leg_goes_overland(string mode, bool fires)
    {
        if (fires)
            AssertFlag(Rule, Severity.Elevated, Stopping("QX", mode), computed: ("mode", mode));
        else
            AssertClear(Rule, Stopping("QX", mode));
    }

    [Fact]
    public void A_stop_before_the_last_is_none_of_it() =>
        AssertClear(
            Rule,
            To(
                "QN",
                new CaseLeg("QX", "road", 800, CaseStop.Store),
                new CaseLeg("QY", "road", 800, CaseStop.LandCrossing),
                new CaseLeg("QN", "road", 500, CaseStop.Destination)
            )
        );

    [Fact]
    public void The_exporting_State_is_no_stop() =>
        AssertClear(
            Rule,
            To("QN", new CaseLeg("QN", "road", 500, CaseStop.Destination))
                .WithCase(c => c with { CountryExport = "QX" })
        );

    [Theory]
    [InlineData("2025-05-31", false)]
    [InlineData("2025-06-01", true)]
    [InlineData("2026-12-31", true)]
    [InlineData("2027-01-01", false)]
    public void The_embargo_is_in_force_on_the_day(string asOf, bool fires)
    {
        var dossier = Stopping("QX").At(Stage.Application, DateOnly.Parse(asOf, null));
        if (fires)
            AssertFlag(Rule, Severity.Elevated, dossier);
        else
            AssertClear(Rule, dossier);
    }

    [Fact]
    public void What_either_State_has_as_its_border_is_one()
    {
        var states = Reference.Data.States!.ToDictionary();
        states["QX"] = states["QX"] with { Borders = null };
        AssertFlag(Rule, Severity.Elevated, Stopping("QX"), Reference.Data with { States = states });
        states["QS"] = states["QS"] with { Borders = null };
        AssertNotAssessable(
            Rule,
            Stopping("QX"),
            ["reference.states.QX.borders"],
            Reference.Data with
            {
                States = states,
            }
        );
    }

    [Fact]
    public void The_way_and_the_list_must_be_known()
    {
        AssertNotAssessable(
            Rule,
            Stopping("QX").WithCase(c => c with { CountryImport = null }),
            ["case.country_import"]
        );
        AssertNotAssessable(Rule, Stopping("QX").WithCase(c => c with { Route = null }), ["case.route.legs"]);
        AssertNotAssessable(Rule, Stopping("QX", "teleport"), ["case.route.legs[1].mode"]);
        AssertNotAssessable(
            Rule,
            To("QN", new CaseLeg(), new CaseLeg("QN", "road", 500, CaseStop.Destination)),
            ["case.route.legs[0].to_state"]
        );
        AssertNotAssessable(
            Rule,
            Stopping("QX"),
            ["reference.lists.embargo"],
            Reference.Data with
            {
                Lists = Reference.Data.Lists! with { Embargo = null },
            }
        );
    }
}
