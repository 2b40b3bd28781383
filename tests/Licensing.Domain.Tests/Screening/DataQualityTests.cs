using Licensing.Domain.Screening;
using static Licensing.Domain.Tests.Screening.Screened;

namespace Licensing.Domain.Tests.Screening;

public sealed class StaleListTests
{
    private const string Rule = "DR-Q02";

    private static ScreeningDossier Fetched(string list, int daysAgo, int reviewIn = 100) =>
        ADossier.Lawful() with
        {
            ListMeta = new Dictionary<string, ListMeta>(ADossier.Lawful().ListMeta!)
            {
                [list] = new(ADossier.Today.AddDays(-daysAgo), ADossier.Today.AddDays(reviewIn)),
            },
        };

    [Fact]
    public void An_embargo_list_of_seventy_days_ago() =>
        AssertFlag(Rule, Severity.Elevated, Fetched("embargo", 70), computed: ("age_days", 70));

    [Fact]
    public void One_of_yesterday_is_fresh() => AssertClear(Rule, ADossier.Lawful());

    [Fact]
    public void Thirty_days_are_allowed_and_thirty_one_are_not()
    {
        AssertClear(Rule, Fetched("sanctions", 30));
        AssertFlag(Rule, Severity.Elevated, Fetched("sanctions", 31));
    }

    [Fact]
    public void Another_list_is_stale_only_after_its_day_of_review()
    {
        AssertClear(Rule, Fetched("high_risk", 300, reviewIn: 0));
        AssertFlag(Rule, Severity.Info, Fetched("high_risk", 300, reviewIn: -1));
    }

    [Fact]
    public void A_copy_that_was_fetched_after_the_day_in_question_is_not_stale() =>
        AssertClear(Rule, Fetched("embargo", -40));

    [Fact]
    public void Of_a_list_without_a_day_nobody_can_say() =>
        AssertNotAssessable(
            Rule,
            ADossier.Lawful() with
            {
                ListMeta = null,
            },
            ["list_meta.embargo.retrieved_on", "list_meta.sanctions.retrieved_on"]
        );
}

public sealed class SomethingIsSetAsideTests
{
    private const string Rule = "DR-Q03";

    private static readonly ScreeningDossier Hunter = ADossier
        .OfLines(ADossier.Rifles(2) with { Temporary = true })
        .WithCase(c =>
            c with
            {
                ImportAuthorisation = null,
                SimplifiedProcedure = new SimplifiedProcedure("hunting", new DateOnly(2026, 4, 10)),
            }
        );

    [Fact]
    public void A_hunters_two_rifles()
    {
        var flag = AssertFlag(
            Rule,
            Severity.Info,
            Hunter,
            profile: Simplified,
            computed:
            [
                ("purpose", "hunting"),
                ("return_by", new DateOnly(2026, 4, 10)),
                ("set_aside", "line-draws-on-authorisations"),
            ]
        );
        Assert.Equal("A simplified procedure applies (Art. 10(6)): hunting, to return by 2026-04-10.", flag.Text);
    }

    [Fact]
    public void What_the_profile_does_not_simplify_is_not_set_aside()
    {
        AssertClear(Rule, Hunter);
        AssertClear(
            Rule,
            Hunter.WithCase(c => c with { SimplifiedProcedure = c.SimplifiedProcedure! with { ReturnBy = null } }),
            profile: Simplified
        );
        AssertClear(
            Rule,
            Hunter.WithCase(c => c with { Lines = [ADossier.Rifles(2) with { Temporary = false }] }),
            profile: Simplified
        );
    }

    [Fact]
    public void An_arrangement_in_the_place_of_a_notice()
    {
        var landlocked = ADossier
            .Lawful()
            .WithCase(c =>
                c with
                {
                    CountryImport = "QQ",
                    DeclaredTransit = ["QR"],
                    LandlockedArrangement = "LLA-QQ-QR-2021",
                    Route = new CaseRoute(
                        900,
                        [
                            new CaseLeg("QR", "road", 450, CaseStop.LandCrossing),
                            new CaseLeg("QQ", "road", 500, CaseStop.Destination),
                        ]
                    ),
                }
            );
        var flag = AssertFlag(Rule, Severity.Info, landlocked, computed: ("set_aside_by", "LLA-QQ-QR-2021"));
        Assert.Contains("in the place of a notice of QR", flag.Text, StringComparison.Ordinal);
        AssertClear(Rule, landlocked.WithCase(c => c with { LandlockedArrangement = "LLA-NONE" }));
    }

    [Fact]
    public void An_exemption_from_an_embargo() =>
        AssertFlag(
            Rule,
            Severity.Info,
            ADossier.Lawful().WithCase(c => c with { EmbargoExemptions = ["EMB-QS-1"] }),
            computed: ("set_aside_by", "EMB-QS-1")
        );

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    public void A_link_that_an_officer_has_refuted_until_its_last_day(int days, bool isSetAside)
    {
        var refuted = ADossier.Lawful() with
        {
            RefutedLinks =
            [
                new RefutedLink(
                    "DLR-NORD",
                    "DLR-SYD",
                    "phone",
                    "A switchboard.",
                    "A. Officer",
                    ADossier.Today.AddDays(days)
                ),
            ],
        };
        if (isSetAside)
            Assert.Contains(
                "counts as no link until 2026-03-20: A switchboard. (A. Officer)",
                AssertFlag(Rule, Severity.Info, refuted).Text,
                StringComparison.Ordinal
            );
        else
            AssertClear(Rule, refuted);
    }

    [Fact]
    public void One_between_parties_that_are_none_of_the_case_is_no_matter_of_it() =>
        AssertClear(
            Rule,
            ADossier.Lawful() with
            {
                RefutedLinks = [new RefutedLink("A", "B", "phone", "Chance.", "A. Officer", ADossier.Today)],
            }
        );

    [Fact]
    public void Nothing_is_set_aside_unless_it_is_on_record() => AssertClear(Rule, ADossier.Lawful());
}

public sealed class NotAssessableTests
{
    private static ScreeningReport Of(ScreeningDossier dossier, params IReadOnlyList<Result> said) =>
        ScreeningRun.Of(dossier, Reference.Data, Shipped, Strict, [new Rule("DR-P05", (_, _) => said)]);

    [Fact]
    public void A_rule_that_cannot_tell_is_reported_with_what_it_lacks_each_once()
    {
        var report = Of(
            ADossier.Lawful(),
            Result.Missing("parties.DLR-NORD.fleet"),
            Result.Missing("parties.DLR-NORD.fleet", "history")
        );
        var one = Assert.Single(report.NotAssessed);
        Assert.Equal("DR-P05", one.Rule);
        Assert.Equal(["parties.DLR-NORD.fleet", "history"], one.Missing);
        Assert.Empty(report.Flags);
    }

    [Fact]
    public void It_may_have_found_something_as_well()
    {
        var found = Result.Found(Severity.High, "", new Evidence(new Dictionary<string, object>(), []));
        var report = Of(ADossier.Lawful(), found, Result.Missing("history"));
        Assert.Single(report.NotAssessed);
        Assert.Equal("DR-P05", Assert.Single(report.Flags).Rule);
    }

    [Fact]
    public void A_rule_that_is_clear_is_not_reported() => Assert.Empty(Of(ADossier.Lawful()).NotAssessed);

    [Fact]
    public void A_rule_that_does_not_apply_at_the_stage_is_not_reported() =>
        Assert.Empty(Of(ADossier.Lawful() with { Stage = Stage.PostShipment }, Result.Missing("history")).NotAssessed);
}
