using Licensing.Domain.Screening;
using static Licensing.Domain.Tests.Screening.Screened;

namespace Licensing.Domain.Tests.Screening;

public sealed class OrdersJustBelowALimitTests
{
    private const string Rule = "DR-T06";

    private static ScreeningDossier Worth(decimal? value, params IReadOnlyList<HistoryLine> earlier) =>
        ADossier.Lawful().WithCase(c => c with { TotalValue = value }) with
        {
            History = earlier,
        };

    private static HistoryLine Order(int daysAgo, decimal? value) =>
        ADossier.Earlier(Parts.Slide, "AX9", 2, daysAgo) with
        {
            OrderValue = value,
        };

    [Fact]
    public void Five_orders_below_five_hundred_in_sixty_days()
    {
        var flag = AssertFlag(
            Rule,
            Severity.High,
            Worth(490, Order(60, 430), Order(45, 495), Order(30, 450), Order(15, 480)),
            computed: [("orders", 5), ("sum", 2345m), ("limit", 500m)]
        );
        Assert.Contains("5 orders", flag.Text, StringComparison.Ordinal);
        Assert.Contains("just below 500 (TH-VALUE-500), 2345 together", flag.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void One_order_of_four_hundred_and_eighty() => AssertClear(Rule, Worth(480));

    [Fact]
    public void Two_are_a_sign_and_three_a_pattern()
    {
        AssertFlag(Rule, Severity.Elevated, Worth(480, Order(9, 480)), computed: ("orders", 2));
        AssertFlag(Rule, Severity.High, Worth(480, Order(9, 480), Order(8, 480)), computed: ("orders", 3));
    }

    [Theory]
    [InlineData(424, false)]
    [InlineData(425, true)]
    [InlineData(499, true)]
    [InlineData(500, false)]
    public void Just_below_is_within_fifteen_hundredths(int value, bool raises)
    {
        foreach (var dossier in new[] { Worth(value, Order(9, 480)), Worth(480, Order(9, value)) })
            if (raises)
                AssertFlag(Rule, Severity.Elevated, dossier);
            else
                AssertClear(Rule, dossier);
    }

    [Fact]
    public void Three_that_are_not_one_and_a_half_limits_together_are_a_sign_only()
    {
        var wide = With(Rule, "margin", "0.6");
        AssertFlag(Rule, Severity.High, Worth(250, Order(9, 250), Order(8, 250)), rules: wide);
        AssertFlag(Rule, Severity.Elevated, Worth(249, Order(9, 250), Order(8, 250)), rules: wide);
    }

    [Fact]
    public void Ninety_days_count_their_first()
    {
        AssertFlag(Rule, Severity.Elevated, Worth(480, Order(90, 480)));
        AssertClear(Rule, Worth(480, Order(91, 480)));
    }

    [Fact]
    public void Lines_of_one_licence_are_one_order() =>
        AssertFlag(
            Rule,
            Severity.Elevated,
            Worth(480, Order(9, 480), Order(9, 480) with { PartType = Parts.Barrel }),
            computed: [("orders", 2), ("sum", 960m)]
        );

    [Fact]
    public void Orders_of_linked_recipients_count_and_the_link_is_told()
    {
        var flag = AssertFlag(
            Rule,
            Severity.Elevated,
            Worth(480, Order(9, 480) with { FinalRecipient = "IND-2", Consignee = "IND-2" })
                .And(new PartyRecord("IND-2", BankAccount: "1"), new PartyRecord("IND-3", BankAccount: "1"))
                .WithDealer(d => d with { BankAccount = "1" })
        );
        Assert.Equal(["DLR-NORD", "account 1", "IND-2"], flag.Evidence.LinkPath);
    }

    [Fact]
    public void A_limit_counts_from_its_first_day_to_its_last()
    {
        var two = Worth(480, Order(9, 480));
        AssertFlag(Rule, Severity.Elevated, two, Limit(ADossier.Today, ADossier.Today));
        AssertClear(Rule, two, Limit(null, ADossier.Today.AddDays(-1)));
        AssertClear(Rule, two, Limit(ADossier.Today.AddDays(1), null));
    }

    private static ReferenceData Limit(DateOnly? from, DateOnly? to, decimal? value = 500) =>
        Reference.WithLists(l =>
            l with
            {
                Thresholds =
                [
                    new ThresholdEntry("order_value", value)
                    {
                        Id = "TH",
                        ValidFrom = from,
                        ValidTo = to,
                    },
                    new ThresholdEntry("pieces", 600),
                ],
            }
        );

    [Fact]
    public void Limits_value_and_earlier_orders_must_be_known()
    {
        AssertNotAssessable(
            Rule,
            Worth(480),
            ["reference.lists.thresholds"],
            Reference.WithLists(l => l with { Thresholds = null })
        );
        AssertNotAssessable(Rule, Worth(480), ["reference.lists.thresholds[TH].value"], Limit(null, null, null));
        AssertNotAssessable(Rule, Worth(null).WithCase(c => c with { Lines = null }), ["case.total_value"]);
        AssertNotAssessable(Rule, Worth(480) with { History = null }, ["history"]);
        AssertNotAssessable(Rule, Worth(480, Order(9, null)), ["EX-2026-0009.order_value"]);
    }

    [Fact]
    public void What_is_not_known_does_not_matter_far_from_the_limit() =>
        AssertClear(Rule, Worth(5000, Order(9, null)));
}

public sealed class OrdersHaveLeaptTests
{
    private const string Rule = "DR-T07";

    // Earlier quarters from the last to the first, each ordered on its last day.
    private static ScreeningDossier After(decimal now, params IReadOnlyList<decimal> before) =>
        ADossier.OfLines(ADossier.Part(Parts.Slide, "AX9", now)) with
        {
            History =
            [
                .. before
                    .Select((quantity, i) => ADossier.Earlier(Parts.Slide, "AX9", quantity, 91 + (90 * i)))
                    .Where(h => h.Qty > 0),
            ],
        };

    [Fact]
    public void Forty_a_quarter_and_then_four_hundred()
    {
        var flag = AssertFlag(
            Rule,
            Severity.Elevated,
            After(400, 40, 40, 40, 40),
            computed: [("class", Parts.Slide), ("recent", 400m), ("mean", 40d), ("deviation", 0d), ("quarters", 4)]
        );
        Assert.Contains("orders 400 SLIDE within 90 days", flag.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Forty_and_then_seventy() => AssertClear(Rule, After(70, 40, 40, 40, 40));

    [Fact]
    public void More_than_three_times_the_mean()
    {
        AssertClear(Rule, After(120, 40, 40, 40, 40));
        AssertFlag(Rule, Severity.Elevated, After(121, 40, 40, 40, 40));
    }

    [Fact]
    public void More_than_three_deviations_above_it_where_orders_vary()
    {
        // Mean 40, deviation 69.28: the bound is 247.8.
        AssertClear(Rule, After(247, 0, 0, 0, 160));
        AssertFlag(Rule, Severity.Elevated, After(248, 0, 0, 0, 160), computed: ("deviation", 69.282));
    }

    [Fact]
    public void Fewer_than_four_quarters_before_are_no_history() => AssertClear(Rule, After(400, 40, 40, 40));

    [Fact]
    public void The_last_ninety_days_count_with_this_case()
    {
        var earlier = After(60, 40, 40, 40, 40);
        AssertFlag(
            Rule,
            Severity.Elevated,
            earlier with
            {
                History = [.. earlier.History!, ADossier.Earlier(Parts.Slide, "AX9", 61, daysAgo: 90)],
            },
            computed: ("recent", 121m)
        );
        // A day earlier it belongs to the quarter before.
        AssertClear(
            Rule,
            earlier with
            {
                History = [.. earlier.History!, ADossier.Earlier(Parts.Slide, "AX9", 61, daysAgo: 91)],
            }
        );
    }

    [Fact]
    public void Twenty_four_months_are_eight_quarters()
    {
        var steady = After(121, 40, 40, 40, 40, 40, 40, 40);
        AssertFlag(Rule, Severity.Elevated, steady, computed: ("quarters", 7));
        AssertFlag(
            Rule,
            Severity.Elevated,
            steady with
            {
                History = [.. steady.History!, ADossier.Earlier(Parts.Slide, "AX9", 4000, daysAgo: 721)],
            },
            computed: [("quarters", 7), ("mean", 40d)]
        );
        AssertClear(
            Rule,
            steady with
            {
                History = [.. steady.History!, ADossier.Earlier(Parts.Slide, "AX9", 4000, daysAgo: 720)],
            }
        );
    }

    [Fact]
    public void Other_parts_and_other_recipients_are_other_histories()
    {
        var leap = After(400, 40, 40, 40, 40);
        AssertClear(Rule, leap with { History = [.. leap.History!.Select(h => h with { PartType = Parts.Barrel })] });
        AssertClear(Rule, leap with { History = [.. leap.History!.Select(h => h with { FinalRecipient = "CLB-2" })] });
    }

    [Fact]
    public void Recipient_lines_history_and_quantities_must_be_known()
    {
        var leap = After(400, 40, 40, 40, 40);
        AssertNotAssessable(
            Rule,
            leap.WithCase(c => c with { Parties = c.Parties! with { FinalRecipient = null } }),
            ["case.parties.final_recipient"]
        );
        AssertNotAssessable(Rule, leap.WithCase(c => c with { Lines = null }), ["case.lines"]);
        AssertNotAssessable(Rule, leap with { History = null }, ["history"]);
        AssertNotAssessable(
            Rule,
            leap.WithCase(c => c with { Lines = [c.Lines![0] with { Qty = null }] }),
            ["case.lines[0].qty"]
        );
        AssertNotAssessable(
            Rule,
            leap with
            {
                History = [leap.History![0] with { Qty = null }, leap.History[1] with { PartType = null }],
            },
            ["EX-2026-0091.qty", "EX-2026-0181.part_type"]
        );
    }
}
