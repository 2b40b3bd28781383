using Licensing.Domain.Goods;
using Licensing.Domain.Screening;
using static Licensing.Domain.Tests.Screening.Screened;

namespace Licensing.Domain.Tests.Screening;

public sealed class UnitValueTests
{
    private const string Rule = "DR-T05";

    private static ScreeningDossier At(decimal value, decimal quantity = 40) =>
        ADossier.OfLines(ADossier.Rifles(quantity) with { UnitValue = value });

    private static ReferenceData WithPrices(params IReadOnlyList<decimal> prices) =>
        Reference.Data with
        {
            PriceSamples = new Dictionary<string, IReadOnlyList<decimal>> { ["COMPLETE_FIREARM|BH308"] = prices },
        };

    [Fact]
    public void A_rifle_for_sixty_where_nine_hundred_are_usual() => AssertFlag(Rule, Severity.Elevated, At(60));

    [Fact]
    public void Seven_hundred_are_near_enough() => AssertClear(Rule, At(700));

    [Fact]
    public void Between_two_fifths_and_two_and_a_half_times_the_median()
    {
        AssertClear(Rule, At(360));
        AssertFlag(Rule, Severity.Elevated, At(359));
        AssertClear(Rule, At(2250));
        AssertFlag(Rule, Severity.Elevated, At(2251));
    }

    [Fact]
    public void Of_a_single_piece_it_is_recorded_only() => AssertFlag(Rule, Severity.Info, At(60, quantity: 1));

    [Fact]
    public void With_twenty_prices_their_spread_decides()
    {
        var narrow = Enumerable.Range(0, 20).Select(i => 880m + (2 * i)).ToList();
        AssertFlag(Rule, Severity.Elevated, At(700), WithPrices(narrow));
        AssertClear(Rule, At(700), WithPrices([.. narrow.Take(19)]));
        AssertClear(Rule, At(900), WithPrices(narrow));
    }

    [Fact]
    public void Prices_that_are_all_the_same_have_no_spread() =>
        AssertClear(Rule, At(700), WithPrices([.. Enumerable.Repeat(900m, 30)]));

    [Fact]
    public void Unfinished_goods_are_not_compared_with_finished_ones() =>
        AssertNotAssessable(
            Rule,
            ADossier.OfLines(ADossier.Part(Parts.Frame, "AX9", 5) with { FinishState = FinishState.SemiFinished }),
            ["reference.price_medians.FRAME|AX9|semi_finished"]
        );

    [Fact]
    public void A_price_must_be_stated() =>
        AssertNotAssessable(
            Rule,
            ADossier.OfLines(ADossier.Rifles() with { UnitValue = null }),
            ["case.lines[0].unit_value"]
        );

    [Fact]
    public void Prices_in_another_currency_say_nothing() =>
        AssertNotAssessable(
            Rule,
            At(60),
            ["reference.price_medians in USD"],
            Reference.Data with
            {
                PriceCurrency = "EUR",
            }
        );
}

public sealed class FreightTests
{
    private const string Rule = "DR-T09";

    private static ScreeningDossier Costing(decimal? freight, decimal? value) =>
        ADossier.Lawful().WithCase(c => c with { FreightCost = freight, TotalValue = value });

    [Fact]
    public void A_charter_flight_for_parts_worth_two_thousand()
    {
        var flag = AssertFlag(
            Rule,
            Severity.Elevated,
            Costing(15000, 2000),
            computed: [("freight_cost", 15000m), ("value", 2000m), ("ratio", 7.5m)]
        );
        Assert.Equal("The freight costs 15000 for goods worth 2000: 7.5 of their value.", flag.Text);
    }

    [Fact]
    public void Three_hundred_on_twenty_thousand() => AssertClear(Rule, Costing(300, 20000));

    [Fact]
    public void More_than_half_of_the_value()
    {
        AssertClear(Rule, Costing(1000, 2000));
        AssertFlag(Rule, Severity.Elevated, Costing(1001, 2000));
    }

    [Fact]
    public void Of_goods_worth_less_than_a_thousand_it_says_nothing()
    {
        AssertFlag(Rule, Severity.Elevated, Costing(900, 1000));
        AssertClear(Rule, Costing(900, 999));
        AssertClear(Rule, Costing(null, 999));
    }

    [Fact]
    public void The_worth_is_that_of_the_lines_where_the_case_does_not_state_it() =>
        AssertFlag(Rule, Severity.Elevated, Costing(20000, null), computed: ("value", 34800m));

    [Fact]
    public void Freight_and_value_must_be_known()
    {
        AssertNotAssessable(Rule, Costing(null, 2000), ["case.freight_cost"]);
        AssertNotAssessable(
            Rule,
            Costing(300, null).WithCase(c => c with { Lines = [ADossier.Rifles() with { UnitValue = null }] }),
            ["case.total_value"]
        );
        AssertNotAssessable(
            Rule,
            Costing(null, null).WithCase(c => c with { Lines = null }),
            ["case.freight_cost", "case.total_value"]
        );
    }
}
