using Licensing.Domain.Screening;
using static Licensing.Domain.Tests.Screening.Screened;

namespace Licensing.Domain.Tests.Screening;

/// <summary>What holds for every rule, and how flags become a score.</summary>
public sealed class FrameTests
{
    private static Flag Flag(string family, Severity severity, bool countryDerived = false) =>
        new(
            "DR-X",
            family,
            countryDerived,
            severity,
            Stage.Application,
            "",
            new FlagEvidence(
                "",
                "",
                null,
                default,
                new Dictionary<string, object>(),
                Parameters.None,
                [],
                [],
                [],
                [],
                []
            ),
            "",
            "",
            null
        );

    private static Score Score(params IReadOnlyList<Flag> flags) => Domain.Screening.Score.Of(flags, Shipped);

    [Fact]
    public void A_lawful_dossier_raises_nothing_and_leaves_nothing_open()
    {
        var report = By(ADossier.Lawful());
        Assert.Empty(report.Flags);
        Assert.Empty(report.NotAssessed);
        Assert.Equal("routine", report.Score.Disposition);
    }

    [Fact]
    public void Every_rule_that_is_written_is_in_the_rule_set_with_each_of_its_parameters() =>
        Assert.All(
            Catalogue.Rules,
            rule =>
                Assert.Equal(
                    rule.Parameters.Select(p => p.Name).Order(),
                    Shipped.Rules.Single(r => r.Id == rule.Id).Parameters.Values.Keys.Order()
                )
        );

    [Fact]
    public void A_rule_is_asked_only_at_its_stages_and_while_it_is_switched_on()
    {
        var shipped = ADossier.OfLines(
            ADossier.Part(Parts.Receiver, "BH308", 1),
            ADossier.Part(Parts.Barrel, "BH308", 1),
            ADossier.Part(Parts.Bolt, "BH308", 1)
        );
        AssertFlag("DR-P01", Severity.High, shipped);
        AssertClear("DR-P01", shipped with { Stage = Stage.PostShipment });
        AssertClear("DR-P01", shipped, rules: Overridden(enabled: false));
    }

    [Fact]
    public void A_State_may_grade_a_rule_otherwise_from_a_day_on()
    {
        var kit = ADossier.OfLines(
            ADossier.Part(Parts.Receiver, "BH308", 1),
            ADossier.Part(Parts.Barrel, "BH308", 1),
            ADossier.Part(Parts.Bolt, "BH308", 1)
        );
        AssertFlag("DR-P01", Severity.Elevated, kit, rules: Overridden(Severity.Elevated));
        AssertFlag("DR-P01", Severity.High, kit, rules: Overridden(Severity.Elevated, from: ADossier.Today.AddDays(1)));
    }

    [Fact]
    public void What_a_State_sets_counts_in_its_own_cases_alone_from_its_first_day_on()
    {
        var kit = ADossier.OfLines(
            ADossier.Part(Parts.Receiver, "BH308", 1),
            ADossier.Part(Parts.Barrel, "BH308", 1),
            ADossier.Part(Parts.Bolt, "BH308", 1)
        );
        var (inQm, inQn, unknown) = (
            kit with
            {
                Authority = "QM",
            },
            kit with
            {
                Authority = "QN",
            },
            kit with
            {
                Authority = null,
            }
        );
        var its = Overridden(Severity.Elevated, state: "QM");
        AssertFlag("DR-P01", Severity.Elevated, inQm, rules: its);
        AssertFlag("DR-P01", Severity.High, inQn, rules: its);
        AssertFlag("DR-P01", Severity.High, unknown, rules: its);
        var tomorrow = Overridden(Severity.Elevated, from: ADossier.Today.AddDays(1), state: "QM");
        AssertFlag("DR-P01", Severity.High, inQm, rules: tomorrow);
        AssertFlag("DR-P01", Severity.Elevated, inQm with { AsOf = ADossier.Today.AddDays(1) }, rules: tomorrow);
    }

    [Fact]
    public void What_a_State_sets_prevails_over_what_is_set_for_all_whichever_came_first()
    {
        var kit = ADossier.OfLines(
            ADossier.Part(Parts.Receiver, "BH308", 1),
            ADossier.Part(Parts.Barrel, "BH308", 1),
            ADossier.Part(Parts.Bolt, "BH308", 1)
        );
        var both = Shipped with
        {
            Overrides =
            [
                .. Overridden(Severity.Elevated, from: ADossier.Today.AddDays(-1), state: "QM").Overrides,
                .. Overridden(Severity.Info, from: ADossier.Today).Overrides,
            ],
        };
        AssertFlag("DR-P01", Severity.Elevated, kit with { Authority = "QM" }, rules: both);
        AssertFlag("DR-P01", Severity.Info, kit with { Authority = "QN" }, rules: both);
    }

    private static RuleSet Overridden(
        Severity? high = null,
        bool? enabled = null,
        DateOnly? from = null,
        string? state = null
    ) =>
        Shipped with
        {
            Overrides =
            [
                new NationalOverride(
                    "DR-P01",
                    "A. Officer",
                    "national law",
                    from ?? ADossier.Today,
                    Enabled: enabled,
                    Severity: high is { } severity
                        ? new Dictionary<Severity, Severity> { [Severity.High] = severity }
                        : null,
                    State: state
                ),
            ],
        };

    [Fact]
    public void Points_of_one_family_add_up_to_its_cap() =>
        Assert.Equal(
            60,
            Score(
                Flag("parts", Severity.High),
                Flag("parts", Severity.High),
                Flag("parts", Severity.High),
                Flag("route", Severity.Elevated)
            ).Points
        );

    [Fact]
    public void Points_of_States_add_up_to_their_own_cap_outside_the_family() =>
        Assert.Equal(
            75,
            Score(
                Flag("route", Severity.High),
                Flag("route", Severity.High),
                Flag("route", Severity.High, countryDerived: true),
                Flag("route", Severity.High, countryDerived: true)
            ).Points
        );

    [Fact]
    public void A_gate_blocks_whatever_the_points_and_carries_none()
    {
        var score = Score(Flag("documents", Severity.Blocking), Flag("recipient", Severity.Info));
        Assert.Equal((0, "routine", true, "blocked"), (score.Points, score.Band, score.IsBlocked, score.Disposition));
    }

    [Theory]
    [InlineData(9, "routine")]
    [InlineData(10, "enhanced")]
    [InlineData(24, "enhanced")]
    [InlineData(25, "senior")]
    [InlineData(49, "senior")]
    [InlineData(50, "refer")]
    public void Bands_begin_with_their_least_score(int score, string band) =>
        Assert.Equal(band, Shipped.BandOf(score).Name);

    [Fact]
    public void Rules_that_ask_each_other_in_a_circle_are_a_mistake_of_ours()
    {
        Rule[] circle =
        [
            new("DR-P01", (facts, _) => facts.SignsOf("DR-P03")),
            new("DR-P03", (facts, _) => facts.SignsOf("DR-P01")),
        ];
        Assert.Throws<InvalidOperationException>(() =>
            ScreeningRun.Of(ADossier.Lawful(), Reference.Data, Shipped, Strict, circle)
        );
    }
}
