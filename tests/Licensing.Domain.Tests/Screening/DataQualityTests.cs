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
