using Licensing.Domain.Screening;
using static Licensing.Domain.Tests.Screening.Screened;

namespace Licensing.Domain.Tests.Screening;

public sealed class StateOnARiskListTests
{
    private const string Rule = "DR-R06";

    private static ScreeningDossier To(string state, DateOnly? asOf = null) =>
        ADossier
            .Lawful()
            .WithCase(c =>
                c with
                {
                    CountryImport = state,
                    Route = new CaseRoute(2400, [new CaseLeg(state, "sea", 2600, CaseStop.Destination)]),
                }
            )
            .At(Stage.Application, asOf);

    private static ReferenceData Listed(string state, string? level) =>
        Reference.Data with
        {
            Lists = Reference.Data.Lists! with { HighRisk = [new RiskEntry(state, level) { Id = "HR-1" }] },
        };

    [Fact]
    public void A_destination_of_high_risk()
    {
        var flag = AssertFlag(
            Rule,
            Severity.High,
            To("QV"),
            computed: [("state", "QV"), ("level", "high"), ("entry", "HR-QV")]
        );
        Assert.Contains(
            "QV, the State of destination, is on the national risk list",
            flag.Text,
            StringComparison.Ordinal
        );
        Assert.True(flag.CountryDerived);
    }

    [Fact]
    public void A_destination_of_elevated_risk() =>
        AssertFlag(Rule, Severity.Elevated, ADossier.Lawful(), Listed("QN", "elevated"));

    [Fact]
    public void A_transit_State_of_any_level()
    {
        var through = ADossier.Lawful().WithCase(c => c with { DeclaredTransit = ["QV"] });
        AssertFlag(Rule, Severity.Elevated, through, computed: ("state", "QV"));
        AssertFlag(Rule, Severity.Elevated, through, Listed("QV", "elevated"));
    }

    [Theory]
    [InlineData("2024-05-29", false)]
    [InlineData("2024-05-30", true)]
    [InlineData("2025-09-30", true)]
    [InlineData("2025-10-01", false)]
    [InlineData("2026-02-01", false)] // delisted, and a case of February 2026
    public void A_list_that_was_rescinded_does_not_fire(string asOf, bool fires)
    {
        if (fires)
            AssertFlag(Rule, Severity.High, To("QT", DateOnly.Parse(asOf, null)));
        else
            AssertClear(Rule, To("QT", DateOnly.Parse(asOf, null)));
    }

    [Fact]
    public void States_and_list_must_be_known()
    {
        AssertNotAssessable(Rule, To("QV").WithCase(c => c with { CountryImport = null }), ["case.country_import"]);
        AssertNotAssessable(
            Rule,
            ADossier.Lawful().WithCase(c => c with { DeclaredTransit = null, Route = null }),
            ["case.declared_transit", "case.route.legs"]
        );
        AssertNotAssessable(Rule, ADossier.Lawful(), ["reference.lists.high_risk[HR-1].level"], Listed("QN", null));
        AssertNotAssessable(
            Rule,
            To("QV"),
            ["reference.lists.high_risk"],
            Reference.Data with
            {
                Lists = Reference.Data.Lists! with { HighRisk = null },
            }
        );
    }
}

public sealed class HubOrManyTranshipmentsTests
{
    private const string Rule = "DR-R08";

    /// <summary>QP is a hub.</summary>
    private static ScreeningDossier Through(params IReadOnlyList<CaseLeg> legs) =>
        ADossier
            .Lawful()
            .WithCase(c =>
                c with
                {
                    Route = new CaseRoute(2400, [.. legs, new CaseLeg("QN", "sea", 1400, CaseStop.Destination)]),
                }
            );

    private static CaseLeg At(string state, CaseStop? stop, decimal? days) => new(state, "sea", 1200, stop, days);

    [Fact]
    public void Three_weeks_in_a_warehouse_at_a_hub()
    {
        var flag = AssertFlag(
            Rule,
            Severity.Elevated,
            Through(At("QP", CaseStop.Store, 21)),
            computed: [("state", "QP"), ("dwell_days", 21m)]
        );
        Assert.Contains("lie 21 days in QP, a hub for transhipment", flag.Text, StringComparison.Ordinal);
        Assert.True(flag.CountryDerived);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(7, false)]
    [InlineData(8, true)]
    public void A_week_at_a_hub_is_usual(int days, bool fires)
    {
        var dossier = Through(At("QP", CaseStop.Transship, days));
        if (fires)
            AssertFlag(Rule, Severity.Elevated, dossier);
        else
            AssertClear(Rule, dossier);
    }

    [Fact]
    public void Elsewhere_and_at_other_stops_goods_may_lie()
    {
        AssertClear(Rule, Through(At("QY", CaseStop.Store, 21)));
        AssertClear(Rule, Through(At("QP", CaseStop.Unload, 21)));
        AssertClear(Rule, Through(At("QP", CaseStop.PortCall, 21)));
    }

    [Fact]
    public void Two_transhipments_anywhere_are_many_stores_and_unloading_do_not_count()
    {
        AssertFlag(
            Rule,
            Severity.Elevated,
            Through(At("QY", CaseStop.Transship, 1), At("QX", CaseStop.Transship, 1)),
            computed: ("transhipments", 2)
        );
        AssertClear(Rule, Through(At("QY", CaseStop.Transship, 1)));
        AssertClear(
            Rule,
            Through(At("QY", CaseStop.Transship, 1), At("QX", CaseStop.Store, 1), At("QT", CaseStop.Unload, 1))
        );
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    public void The_State_is_a_hub_on_the_day(int daysAfter, bool fires)
    {
        var until = Reference.Data with
        {
            Lists = Reference.Data.Lists! with
            {
                Hubs = [new HubEntry("QP") { ValidTo = ADossier.Today.AddDays(daysAfter) }],
            },
        };
        if (fires)
            AssertFlag(Rule, Severity.Elevated, Through(At("QP", CaseStop.Store, 21)), until);
        else
            AssertClear(Rule, Through(At("QP", CaseStop.Store, 21)), until);
    }

    [Fact]
    public void Stops_and_stays_must_be_known()
    {
        AssertNotAssessable(Rule, ADossier.Lawful().WithCase(c => c with { Route = null }), ["case.route.legs"]);
        AssertNotAssessable(Rule, Through(At("QP", null, 21)), ["case.route.legs[0].stop"]);
        AssertNotAssessable(Rule, Through(At("QP", CaseStop.Store, null)), ["case.route.legs[0].dwell_days"]);
        AssertNotAssessable(
            Rule,
            Through(new CaseLeg(null, "sea", 1200, CaseStop.Store, 21)),
            ["case.route.legs[0].to_state"]
        );
        var noHubs = Reference.Data with { Lists = Reference.Data.Lists! with { Hubs = null } };
        AssertNotAssessable(Rule, Through(At("QP", CaseStop.Store, 21)), ["reference.lists.hubs"], noHubs);
        AssertClear(Rule, ADossier.Lawful(), noHubs);
    }
}
