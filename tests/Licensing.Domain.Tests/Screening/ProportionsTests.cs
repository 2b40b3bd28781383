using Licensing.Domain.Screening;
using static Licensing.Domain.Tests.Screening.Screened;

namespace Licensing.Domain.Tests.Screening;

public sealed class SparePartsTests
{
    private const string Rule = "DR-P05";

    private static ScreeningDossier Fleet(decimal fleet, params IReadOnlyList<CaseLine> lines) =>
        ADossier.OfLines(lines).WithDealer(d => d with { Fleet = new Dictionary<string, decimal> { ["AX9"] = fleet } });

    private static CaseLine Barrels(decimal quantity) => ADossier.Part(Parts.Barrel, "AX9", quantity);

    private static CaseLine Frames(decimal quantity) => ADossier.Part(Parts.Frame, "AX9", quantity);

    [Fact]
    public void Sixty_barrels_and_twelve_frames_for_a_fleet_of_a_hundred_and_the_frames_are_worse()
    {
        var flag = AssertFlag(
            Rule,
            Severity.High,
            Fleet(100, Frames(12)) with
            {
                History = [ADossier.Earlier(Parts.Barrel, "AX9", 60, 200)],
            },
            computed: [("component", Parts.Frame), ("x", 12m), ("quantity", 12m), ("fleet", 100m), ("rate", 0.12m)]
        );
        Assert.Contains("12 FRAME AX9 in a year for a fleet of 100: 12 times", flag.Text, StringComparison.Ordinal);
        AssertFlag(
            Rule,
            Severity.Elevated,
            Fleet(100, Barrels(60)),
            computed: [("component", Parts.Barrel), ("x", 6m)]
        );
    }

    [Fact]
    public void Sixty_barrels_for_a_fleet_of_two_thousand_are_spares() => AssertClear(Rule, Fleet(2000, Barrels(60)));

    [Fact]
    public void Three_times_the_usual_is_elevated_and_ten_times_high()
    {
        AssertClear(Rule, Fleet(100, Barrels(29)));
        AssertFlag(Rule, Severity.Elevated, Fleet(100, Barrels(30)), computed: ("x", 3m));
        AssertFlag(Rule, Severity.Elevated, Fleet(100, Barrels(99)));
        AssertFlag(Rule, Severity.High, Fleet(100, Barrels(100)), computed: ("x", 10m));
    }

    [Fact]
    public void A_few_are_never_too_many_and_two_frames_are_no_longer_few()
    {
        AssertClear(Rule, Fleet(1, Barrels(4)));
        AssertFlag(Rule, Severity.High, Fleet(1, Barrels(5)));
        AssertClear(Rule, Fleet(1, Frames(1)));
        AssertFlag(Rule, Severity.High, Fleet(1, Frames(2)));
    }

    [Theory]
    [InlineData(365, true)]
    [InlineData(366, false)]
    public void The_year_counts_its_first_day(int daysAgo, bool isFound)
    {
        var dossier = Fleet(100, Barrels(1)) with { History = [ADossier.Earlier(Parts.Barrel, "AX9", 29, daysAgo)] };
        if (isFound)
            AssertFlag(Rule, Severity.Elevated, dossier, computed: ("quantity", 30m));
        else
            AssertClear(Rule, dossier);
    }

    [Fact]
    public void What_linked_parties_got_counts_against_the_fleet_of_the_final_recipient() =>
        AssertFlag(
            Rule,
            Severity.Elevated,
            Fleet(100, Barrels(1))
                .And(
                    new PartyRecord(
                        "GSM-ALTA",
                        Phone: "+000 555 0100",
                        Fleet: new Dictionary<string, decimal> { ["AX9"] = 9000 }
                    )
                ) with
            {
                History =
                [
                    ADossier.Earlier(Parts.Barrel, "AX9", 29, 30) with
                    {
                        Consignee = null,
                        FinalRecipient = "GSM-ALTA",
                    },
                ],
            }
        );

    [Fact]
    public void Magazines_and_assemblies_count_as_what_they_are()
    {
        AssertFlag(
            Rule,
            Severity.Elevated,
            Fleet(10, ADossier.Part(Parts.Magazine, "AX9", 90)),
            computed: ("component", Parts.Magazine)
        );
        AssertFlag(
            Rule,
            Severity.High,
            Fleet(100, ADossier.Part(Parts.CalibreKit, "AX9", 30)),
            computed: [("component", Parts.Slide), ("x", 10m)]
        );
    }

    [Fact]
    public void A_recipient_that_may_manufacture_the_category_is_left_out() =>
        AssertClear(
            Rule,
            Fleet(100, Frames(12))
                .WithDealer(d =>
                    d with
                    {
                        Authorisations = [new PartyAuthorisation(AuthorisationKinds.Manufacture, "B")],
                    }
                )
        );

    [Fact]
    public void A_line_without_category_has_that_of_its_platform() =>
        AssertClear(
            Rule,
            Fleet(100, Frames(12) with { Category = null })
                .WithDealer(d =>
                    d with
                    {
                        Authorisations = [new PartyAuthorisation(AuthorisationKinds.Manufacture, "B")],
                    }
                )
        );

    [Fact]
    public void Without_such_a_fleet_it_is_not_asked() => AssertClear(Rule, Fleet(0, Frames(12)));

    [Fact]
    public void A_fleet_that_is_not_known_leaves_it_open() =>
        AssertNotAssessable(
            Rule,
            Fleet(100, Barrels(1)).WithDealer(d => d with { Fleet = null }),
            ["parties[DLR-NORD].fleet"]
        );

    [Fact]
    public void Without_history_platform_or_quantity_nobody_can_say()
    {
        AssertNotAssessable(Rule, Fleet(100, Barrels(1)) with { History = null }, ["history"]);
        AssertNotAssessable(Rule, Fleet(100, Barrels(1) with { Platform = null }), ["case.lines[0].platform"]);
        AssertNotAssessable(Rule, Fleet(100, Barrels(1) with { Qty = null }), ["case.lines[0].qty"]);
        AssertNotAssessable(Rule, Fleet(100, Barrels(1) with { PartType = null }), ["case.lines[0].part_type"]);
    }
}

public sealed class PartsForNothingOnRecordTests
{
    private const string Rule = "DR-P06";

    /// <summary>To somebody without any authorisation.</summary>
    private static ScreeningDossier Barrels(decimal quantity) =>
        ADossier
            .OfLines(ADossier.Part(Parts.Barrel, "BH308", quantity))
            .WithDealer(d => d with { Type = "trading_company", Authorisations = [] });

    private static ScreeningDossier Authorised(string kind, decimal quantity, string category = "B") =>
        Barrels(quantity).WithDealer(d => d with { Authorisations = [new PartyAuthorisation(kind, category)] });

    [Fact]
    public void Forty_barrel_blanks_to_an_engineering_shop()
    {
        var blanks = Barrels(40)
            .WithCase(c => c with { Lines = [c.Lines![0] with { FinishState = Goods.FinishState.SemiFinished }] });
        var flag = AssertFlag(
            Rule,
            Severity.Elevated,
            blanks,
            computed: [("component", Parts.Barrel), ("quantity", 40m), ("platform", "BH308")]
        );
        Assert.Contains("40 BARREL BH308 in 180 days", flag.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Six_to_a_gunsmith_and_two_hundred_to_a_maker_are_not_unusual()
    {
        AssertClear(Rule, Barrels(6));
        AssertClear(Rule, Authorised(AuthorisationKinds.Manufacture, 200));
        AssertClear(Rule, Authorised(AuthorisationKinds.DealerStock, 200));
    }

    [Fact]
    public void Ten_are_enough_and_nine_are_not()
    {
        AssertFlag(Rule, Severity.Elevated, Barrels(10));
        AssertClear(Rule, Barrels(9));
    }

    [Theory]
    [InlineData(180, true)]
    [InlineData(181, false)]
    public void The_window_counts_its_first_day(int daysAgo, bool isFound)
    {
        var dossier = Barrels(1) with { History = [ADossier.Earlier(Parts.Barrel, "BH308", 9, daysAgo)] };
        if (isFound)
            AssertFlag(Rule, Severity.Elevated, dossier);
        else
            AssertClear(Rule, dossier);
    }

    [Fact]
    public void A_fleet_of_one_is_a_fleet_and_none_recorded_is_none()
    {
        AssertClear(
            Rule,
            Barrels(40).WithDealer(d => d with { Fleet = new Dictionary<string, decimal> { ["BH308"] = 1 } })
        );
        AssertFlag(
            Rule,
            Severity.Elevated,
            Barrels(40).WithDealer(d => d with { Fleet = new Dictionary<string, decimal> { ["BH308"] = 0 } })
        );
        AssertFlag(Rule, Severity.Elevated, Barrels(40).WithDealer(d => d with { Fleet = null }));
    }

    [Fact]
    public void An_authorisation_for_another_category_does_not_count()
    {
        AssertFlag(Rule, Severity.Elevated, Authorised(AuthorisationKinds.DealerStock, 40, "C"));
        AssertClear(
            Rule,
            Authorised(AuthorisationKinds.DealerStock, 40, "C")
                .WithCase(c => c with { Lines = [c.Lines![0] with { Category = null }] })
        );
    }

    [Fact]
    public void Where_a_kit_is_found_that_says_more() =>
        AssertClear(
            Rule,
            Barrels(40).WithCase(c => c with { Lines = [.. c.Lines!, ADossier.Part(Parts.Bolt, "BH308", 5)] })
        );

    [Fact]
    public void Receivers_do_not_count() =>
        AssertClear(
            Rule,
            Barrels(9).WithCase(c => c with { Lines = [.. c.Lines!, ADossier.Part(Parts.UpperReceiver, "BH308", 50)] })
        );

    [Fact]
    public void Without_history_platform_or_quantity_nobody_can_say()
    {
        AssertNotAssessable(Rule, Barrels(1) with { History = null }, ["history"]);
        AssertNotAssessable(
            Rule,
            Barrels(1).WithCase(c => c with { Lines = [c.Lines![0] with { Platform = null }] }),
            ["case.lines[0].platform"]
        );
        AssertNotAssessable(
            Rule,
            Barrels(1).WithCase(c => c with { Lines = [c.Lines![0] with { Qty = null }] }),
            ["case.lines[0].qty"]
        );
    }
}

public sealed class ReceiversWithoutBarrelsTests
{
    private const string Rule = "DR-P19";

    /// <summary>To somebody without any authorisation.</summary>
    private static ScreeningDossier Lowers(decimal receivers, decimal barrels = 0) =>
        ADossier
            .OfLines([
                ADossier.Part(Parts.LowerReceiver, "M15F", receivers),
                .. barrels > 0 ? [ADossier.Part(Parts.Barrel, "M15F", barrels)] : Array.Empty<CaseLine>(),
            ])
            .WithDealer(d => d with { Type = PartyTypes.PrivateIndividual, Authorisations = [] });

    [Fact]
    public void Twelve_lowers_and_no_barrel_to_an_individual()
    {
        var flag = AssertFlag(
            Rule,
            Severity.Elevated,
            Lowers(12),
            computed: [("receivers", 12m), ("barrels", 0m), ("platform", "M15F")]
        );
        Assert.Contains("12 frames or receivers and 0 barrels for M15F", flag.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Twelve_frames_and_sixty_barrels_are_in_proportion() => AssertClear(Rule, Lowers(12, 60));

    [Fact]
    public void Five_are_enough_and_four_are_not()
    {
        AssertFlag(Rule, Severity.Elevated, Lowers(5));
        AssertClear(Rule, Lowers(4));
    }

    [Fact]
    public void A_third_as_many_barrels_will_do()
    {
        AssertClear(Rule, Lowers(12, 4));
        AssertFlag(Rule, Severity.Elevated, Lowers(12, 3), computed: ("barrels", 3m));
    }

    [Theory]
    [InlineData(180, false)]
    [InlineData(181, true)]
    public void Barrels_within_the_window_count(int daysAgo, bool isFound)
    {
        var dossier = Lowers(12) with { History = [ADossier.Earlier(Parts.Barrel, "M15F", 4, daysAgo)] };
        if (isFound)
            AssertFlag(Rule, Severity.Elevated, dossier);
        else
            AssertClear(Rule, dossier);
    }

    [Fact]
    public void Receivers_within_the_window_count_once_the_case_brings_one()
    {
        var history = new[] { ADossier.Earlier(Parts.LowerReceiver, "M15F", 4, 180) };
        AssertFlag(Rule, Severity.Elevated, Lowers(1) with { History = history });
        AssertClear(
            Rule,
            ADossier.OfLines(ADossier.Part(Parts.Bolt, "M15F", 1)) with
            {
                History = [ADossier.Earlier(Parts.LowerReceiver, "M15F", 40, 30)],
            }
        );
    }

    [Theory]
    [InlineData(AuthorisationKinds.DealerStock)]
    [InlineData(AuthorisationKinds.Manufacture)]
    public void To_the_trade_it_is_recorded_only(string kind)
    {
        AssertFlag(
            Rule,
            Severity.Info,
            Lowers(12).WithDealer(d => d with { Authorisations = [new PartyAuthorisation(kind, "B")] })
        );
        AssertFlag(
            Rule,
            Severity.Elevated,
            Lowers(12).WithDealer(d => d with { Authorisations = [new PartyAuthorisation(kind, "C")] })
        );
        AssertFlag(
            Rule,
            Severity.Elevated,
            Lowers(12)
                .WithDealer(d =>
                    d with
                    {
                        Authorisations = [new PartyAuthorisation(kind, "B", ValidTo: ADossier.Today.AddDays(-1))],
                    }
                )
        );
    }

    [Fact]
    public void Without_history_platform_or_quantity_nobody_can_say()
    {
        AssertNotAssessable(Rule, Lowers(1) with { History = null }, ["history"]);
        AssertNotAssessable(
            Rule,
            Lowers(1).WithCase(c => c with { Lines = [c.Lines![0] with { Platform = null }] }),
            ["case.lines[0].platform"]
        );
        AssertNotAssessable(
            Rule,
            Lowers(1).WithCase(c => c with { Lines = [c.Lines![0] with { Qty = null }] }),
            ["case.lines[0].qty"]
        );
    }
}
