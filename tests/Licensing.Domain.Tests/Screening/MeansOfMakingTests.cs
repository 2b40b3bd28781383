using Licensing.Domain.Goods;
using Licensing.Domain.Screening;
using static Licensing.Domain.Tests.Screening.Screened;

namespace Licensing.Domain.Tests.Screening;

public sealed class UnfinishedPartTests
{
    private const string Rule = "DR-P10";

    private static CaseLine Lowers(string? description, FinishState? finish = FinishState.Finished) =>
        ADossier.Part(Parts.LowerReceiver, "M15F", 100) with
        {
            Description = description,
            FinishState = finish,
        };

    private static ScreeningDossier To(CaseLine line, params IReadOnlyList<PartyAuthorisation> authorisations) =>
        ADossier.OfLines(line).WithDealer(d => d with { Authorisations = authorisations });

    [Fact]
    public void A_hundred_blanks_to_an_individual()
    {
        var flag = AssertFlag(
            Rule,
            Severity.High,
            To(Lowers("80 percent lower")),
            computed: [("wording", "80 percent"), ("part_type", Parts.LowerReceiver)]
        );
        Assert.Contains(
            "100 LOWER_RECEIVER M15F are unfinished (\"80 percent lower\")",
            flag.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_is_declared_as_unfinished_is() =>
        AssertFlag(
            Rule,
            Severity.High,
            To(Lowers("lower", FinishState.SemiFinished)),
            computed: ("wording", "none of the list")
        );

    [Theory]
    [InlineData("An 80% lower")]
    [InlineData("80 % lower")]
    [InlineData("UNFINISHED lower")]
    [InlineData("semifinished lower")]
    [InlineData("Semi-finished lower")]
    [InlineData("billet")]
    [InlineData("raw casting of a lower")]
    public void Its_wording_gives_it_away(string description) =>
        AssertFlag(Rule, Severity.High, To(Lowers(description)));

    [Fact]
    public void Steel_bar_is_no_part_and_a_finished_part_is_no_blank()
    {
        AssertClear(Rule, To(Lowers("4140 steel billet") with { PartType = "BAR_STOCK" }));
        AssertClear(Rule, To(Lowers("lower receiver")));
        AssertClear(Rule, To(Lowers("cleaning rod, unfinished") with { PartType = "STOCK" }));
    }

    [Fact]
    public void Makers_work_with_blanks_dealers_rarely_and_others_should_not()
    {
        AssertFlag(
            Rule,
            Severity.Info,
            To(Lowers("raw forging"), new PartyAuthorisation(AuthorisationKinds.Manufacture, "B"))
        );
        AssertFlag(
            Rule,
            Severity.Elevated,
            To(Lowers("raw forging"), new PartyAuthorisation(AuthorisationKinds.DealerStock, "B"))
        );
        AssertFlag(
            Rule,
            Severity.High,
            To(Lowers("raw forging"), new PartyAuthorisation(AuthorisationKinds.Possession, "B"))
        );
    }

    [Fact]
    public void An_authorisation_for_another_category_or_of_the_past_does_not_count()
    {
        AssertFlag(
            Rule,
            Severity.High,
            To(Lowers("blank"), new PartyAuthorisation(AuthorisationKinds.Manufacture, "C"))
        );
        AssertFlag(
            Rule,
            Severity.High,
            To(
                Lowers("blank"),
                new PartyAuthorisation(AuthorisationKinds.Manufacture, "B", ValidTo: ADossier.Today.AddDays(-1))
            )
        );
        AssertFlag(
            Rule,
            Severity.Info,
            To(
                Lowers("blank") with
                {
                    Category = null,
                },
                new PartyAuthorisation(AuthorisationKinds.Manufacture, "B", ValidTo: ADossier.Today)
            )
        );
    }

    [Fact]
    public void Finish_and_wording_must_be_known()
    {
        AssertNotAssessable(Rule, To(Lowers("lower", null)), ["case.lines[0].finish_state"]);
        AssertNotAssessable(Rule, To(Lowers(null)), ["case.lines[0].description"]);
        AssertNotAssessable(Rule, To(Lowers("lower") with { PartType = null }), ["case.lines[0].part_type"]);
        AssertNotAssessable(Rule, ADossier.Lawful().WithCase(c => c with { Lines = null }), ["case.lines"]);
    }
}

public sealed class CompletionSetTests
{
    private const string Rule = "DR-P11";

    private static readonly CaseLine Jig = ADossier.Part("JIG", "M15F", 1) with { Description = "routing jig" };

    private static readonly CaseLine Blanks = ADossier.Part(Parts.LowerReceiver, "M15F", 30) with
    {
        FinishState = FinishState.SemiFinished,
    };

    private static HistoryLine EarlierBlanks(int daysAgo) =>
        ADossier.Earlier(Parts.LowerReceiver, "M15F", 30, daysAgo) with
        {
            FinishState = FinishState.SemiFinished,
        };

    [Fact]
    public void Blanks_in_May_and_a_jig_in_August_to_one_address()
    {
        var flag = AssertFlag(
            Rule,
            Severity.High,
            ADossier.OfLines(Jig).And(new PartyRecord("GSM-ALTA", AddressKey: "3 Harbour Street, Northmark")) with
            {
                History = [EarlierBlanks(92) with { Consignee = null, FinalRecipient = "GSM-ALTA" }],
            },
            computed: [("unfinished_receivers", 30m), ("means", "JIG")]
        );
        Assert.Equal(["DLR-NORD", "address 3HARBOURSTREETNORTHMARK", "GSM-ALTA"], flag.Evidence.LinkPath);
        Assert.Contains("LOWER_RECEIVER x30 M15F; JIG x1", flag.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_general_milling_machine_is_no_means_of_manufacture() =>
        AssertClear(
            Rule,
            ADossier.OfLines(Jig with { PartType = "CNC_MACHINE" }) with
            {
                History = [EarlierBlanks(92)],
            }
        );

    [Theory]
    [InlineData(365, true)]
    [InlineData(366, false)]
    public void The_window_counts_its_first_day(int daysAgo, bool isFound)
    {
        var dossier = ADossier.OfLines(Jig) with { History = [EarlierBlanks(daysAgo)] };
        if (isFound)
            AssertFlag(Rule, Severity.High, dossier);
        else
            AssertClear(Rule, dossier);
    }

    [Fact]
    public void Either_may_come_first_and_both_together()
    {
        AssertFlag(Rule, Severity.High, ADossier.OfLines(Jig, Blanks));
        AssertFlag(
            Rule,
            Severity.High,
            ADossier.OfLines(Blanks) with
            {
                History = [ADossier.Earlier("PRINT_FILE", "M15F", 1, 10)],
            }
        );
    }

    [Fact]
    public void A_case_that_brings_neither_is_not_asked_about_earlier_ones() =>
        AssertClear(
            Rule,
            ADossier.Lawful() with
            {
                History = [EarlierBlanks(60), ADossier.Earlier("JIG", "M15F", 1, 30)],
            }
        );

    [Fact]
    public void Finished_receivers_and_unfinished_barrels_make_no_set()
    {
        AssertClear(Rule, ADossier.OfLines(Jig, Blanks with { FinishState = FinishState.Finished }));
        AssertClear(Rule, ADossier.OfLines(Jig, Blanks with { PartType = Parts.Barrel }));
    }

    [Fact]
    public void A_recipient_that_may_manufacture_the_category_may_finish_them()
    {
        static ScreeningDossier To(string category) =>
            ADossier
                .OfLines(Jig, Blanks)
                .WithDealer(d =>
                    d with
                    {
                        Authorisations = [new PartyAuthorisation(AuthorisationKinds.Manufacture, category)],
                    }
                );
        AssertClear(Rule, To("B"));
        AssertFlag(Rule, Severity.High, To("C"));
    }

    [Fact]
    public void History_and_finish_must_be_known()
    {
        AssertNotAssessable(Rule, ADossier.OfLines(Jig) with { History = null }, ["history"]);
        AssertNotAssessable(Rule, ADossier.OfLines(Blanks) with { History = null }, ["history"]);
        AssertNotAssessable(
            Rule,
            ADossier.OfLines(Jig) with
            {
                History = [EarlierBlanks(92) with { FinishState = null }],
            },
            ["EX-2026-0092.finish_state"]
        );
        AssertNotAssessable(Rule, ADossier.OfLines(Jig with { PartType = null }), ["case.lines[0].part_type"]);
    }
}

public sealed class MeansOfManufactureTests
{
    private const string Rule = "DR-P17";

    private static readonly CaseLine Jig = ADossier.Part("JIG", "M15F", 1) with
    {
        Description = "receiver drilling jig",
    };

    [Theory]
    [InlineData("JIG")]
    [InlineData("TOOLING")]
    [InlineData("PRINT_FILE")]
    [InlineData("CNC_MACHINE_FIREARM")]
    public void Means_of_manufacture_to_an_individual(string part)
    {
        var flag = AssertFlag(
            Rule,
            Severity.Elevated,
            ADossier
                .OfLines(Jig with { PartType = part })
                .WithDealer(d => d with { Type = PartyTypes.PrivateIndividual, Authorisations = [] }),
            computed: ("part_type", part)
        );
        Assert.Contains($"1 {part} M15F make firearms", flag.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gunsmith_that_may_manufacture_needs_them() =>
        AssertClear(
            Rule,
            ADossier
                .OfLines(Jig)
                .WithDealer(d =>
                    d with
                    {
                        Authorisations = [new PartyAuthorisation(AuthorisationKinds.Manufacture, "C")],
                    }
                )
        );

    [Fact]
    public void To_stock_is_not_to_manufacture_and_an_authorisation_ends()
    {
        AssertFlag(Rule, Severity.Elevated, ADossier.OfLines(Jig));
        AssertClear(Rule, To(ADossier.Today));
        AssertFlag(Rule, Severity.Elevated, To(ADossier.Today.AddDays(-1)));

        static ScreeningDossier To(DateOnly last) =>
            ADossier
                .OfLines(Jig)
                .WithDealer(d =>
                    d with
                    {
                        Authorisations = [new PartyAuthorisation(AuthorisationKinds.Manufacture, "B", ValidTo: last)],
                    }
                );
    }

    [Fact]
    public void Where_unfinished_receivers_come_with_them_that_says_more() =>
        AssertClear(
            Rule,
            ADossier.OfLines(
                Jig,
                ADossier.Part(Parts.LowerReceiver, "M15F", 1) with
                {
                    FinishState = FinishState.SemiFinished,
                }
            )
        );

    [Fact]
    public void What_the_goods_are_must_be_known()
    {
        AssertNotAssessable(Rule, ADossier.OfLines(Jig with { PartType = null }), ["case.lines[0].part_type"]);
        AssertNotAssessable(Rule, ADossier.Lawful().WithCase(c => c with { Lines = null }), ["case.lines"]);
    }
}
