using Licensing.Domain.Goods;
using Licensing.Domain.Screening;
using static Licensing.Domain.Tests.Screening.Screened;

namespace Licensing.Domain.Tests.Screening;

public sealed class CompleteKitTests
{
    private const string Rule = "DR-P01";

    private static ScreeningDossier PistolParts(decimal quantity) =>
        ADossier.OfLines(
            ADossier.Part(Parts.Frame, "AX9", quantity),
            ADossier.Part(Parts.Slide, "AX9", quantity),
            ADossier.Part(Parts.Barrel, "AX9", quantity)
        );

    [Fact]
    public void Frames_slides_and_barrels_make_pistols() =>
        AssertFlag(Rule, Severity.High, PistolParts(25), computed: [("sets", 25m), ("platform", "AX9")]);

    [Fact]
    public void One_receiver_barrel_and_bolt_make_a_rifle() =>
        AssertFlag(
            Rule,
            Severity.High,
            ADossier.OfLines(
                ADossier.Part(Parts.Receiver, "BH308", 1),
                ADossier.Part(Parts.Barrel, "BH308", 1),
                ADossier.Part(Parts.Bolt, "BH308", 1)
            ),
            computed: ("sets", 1m)
        );

    [Fact]
    public void The_scarcest_part_decides_how_many() =>
        AssertFlag(
            Rule,
            Severity.High,
            ADossier.OfLines(
                ADossier.Part(Parts.Frame, "AX9", 3),
                ADossier.Part(Parts.Slide, "AX9", 2),
                ADossier.Part(Parts.Barrel, "AX9", 9)
            ),
            computed: ("sets", 2m)
        );

    [Fact]
    public void Parts_of_two_platforms_make_nothing_together() =>
        AssertClear(
            Rule,
            ADossier.OfLines(
                ADossier.Part(Parts.Frame, "AX9", 5),
                ADossier.Part(Parts.Slide, "AX9", 5),
                ADossier.Part(Parts.Barrel, "RV38", 5)
            )
        );

    [Fact]
    public void An_upper_assembly_counts_as_what_it_consists_of() =>
        AssertFlag(
            Rule,
            Severity.High,
            ADossier.OfLines(
                ADossier.Part(Parts.LowerReceiver, "M15F", 4),
                ADossier.Part(Parts.UpperAssembly, "M15F", 4)
            ),
            computed: ("sets", 4m)
        );

    [Fact]
    public void Unfinished_parts_count_unless_the_rule_set_says_otherwise()
    {
        var blanks = PistolParts(5)
            .WithCase(c =>
                c with
                {
                    Lines = [.. c.Lines!.Select(l => l with { FinishState = FinishState.SemiFinished })],
                }
            );
        AssertFlag(Rule, Severity.High, blanks, computed: ("sets", 5m));
        AssertClear(Rule, blanks, rules: With(Rule, "count_semi_finished", "false"));
    }

    [Fact]
    public void Fewer_sets_than_the_least_raise_nothing()
    {
        AssertFlag(Rule, Severity.High, PistolParts(6), rules: With(Rule, "min_sets", "6"));
        AssertClear(Rule, PistolParts(5), rules: With(Rule, "min_sets", "6"));
    }

    [Fact]
    public void To_a_manufacturer_it_is_recorded_only() =>
        AssertFlag(
            Rule,
            Severity.Info,
            PistolParts(25)
                .WithDealer(d =>
                    d with
                    {
                        Authorisations = [new PartyAuthorisation(AuthorisationKinds.Manufacture, "B")],
                    }
                )
        );

    [Fact]
    public void An_authorisation_to_manufacture_that_has_ended_changes_nothing() =>
        AssertFlag(
            Rule,
            Severity.High,
            PistolParts(25)
                .WithDealer(d =>
                    d with
                    {
                        Authorisations =
                        [
                            new PartyAuthorisation(
                                AuthorisationKinds.Manufacture,
                                "B",
                                ValidTo: ADossier.Today.AddDays(-1)
                            ),
                        ],
                    }
                )
        );

    [Fact]
    public void Firearms_taken_apart_for_the_journey_and_authorised_as_firearms_are_no_kit()
    {
        var knockedDown = PistolParts(200)
            .WithCase(c =>
                c with
                {
                    DeclaredAs = "complete_firearm_kd",
                    ImportAuthorisation = ADossier.Authorisation([
                        new ImportPaperLine(Parts.CompleteFirearm, Parts.CompleteFirearm, "AX9", 200),
                    ]),
                }
            );
        AssertClear(Rule, knockedDown);
        AssertFlag(Rule, Severity.High, knockedDown.WithCase(c => c with { DeclaredAs = null }));
    }

    [Fact]
    public void A_part_of_unknown_platform_leaves_it_open() =>
        AssertNotAssessable(
            Rule,
            ADossier.OfLines(ADossier.Part(Parts.Frame, "AX9", 5) with { Platform = null }),
            ["case.lines[0].platform"]
        );
}

public sealed class NearlyCompleteKitTests
{
    private const string Rule = "DR-P03";

    private static ScreeningDossier SlidesAndBarrels(decimal quantity) =>
        ADossier.OfLines(ADossier.Part(Parts.Slide, "AX9", quantity), ADossier.Part(Parts.Barrel, "AX9", quantity));

    [Fact]
    public void Slides_and_barrels_without_frames_for_a_recipient_without_a_fleet() =>
        AssertFlag(Rule, Severity.Elevated, SlidesAndBarrels(50), computed: ("least", 50m));

    [Fact]
    public void Five_are_enough_and_four_are_not()
    {
        AssertFlag(Rule, Severity.Elevated, SlidesAndBarrels(5));
        AssertClear(Rule, SlidesAndBarrels(4));
    }

    [Fact]
    public void One_frame_among_them_makes_it_another_matter() =>
        AssertClear(
            Rule,
            SlidesAndBarrels(50).WithCase(c => c with { Lines = [.. c.Lines!, ADossier.Part(Parts.Frame, "AX9", 1)] })
        );

    [Fact]
    public void A_fleet_of_as_many_explains_spare_parts()
    {
        static ScreeningDossier Fleet(decimal fleet) =>
            ADossier
                .OfLines(ADossier.Part(Parts.Barrel, "BH308", 20), ADossier.Part(Parts.Bolt, "BH308", 20))
                .WithDealer(d => d with { Fleet = new Dictionary<string, decimal> { ["BH308"] = fleet } });
        AssertClear(Rule, Fleet(600));
        AssertClear(Rule, Fleet(20));
        AssertFlag(Rule, Severity.Elevated, Fleet(19));
    }

    [Fact]
    public void A_manufacturer_makes_receivers_itself() =>
        AssertClear(Rule, SlidesAndBarrels(50).WithDealer(d => d with { Type = PartyTypes.Manufacturer }));

    [Theory]
    [InlineData(365, Severity.High)]
    [InlineData(366, Severity.Elevated)]
    public void A_jig_within_the_window_makes_it_graver(int daysAgo, Severity severity) =>
        AssertFlag(
            Rule,
            severity,
            SlidesAndBarrels(50) with
            {
                History = [ADossier.Earlier("JIG", "AX9", 1, daysAgo)],
            }
        );

    [Fact]
    public void A_jig_that_went_to_a_linked_party_counts_and_the_link_is_shown()
    {
        var flag = AssertFlag(
            Rule,
            Severity.High,
            SlidesAndBarrels(50).And(new PartyRecord("GSM-ALTA", Phone: "+000 555 0100")) with
            {
                History =
                [
                    ADossier.Earlier("JIG", "AX9", 1, 30) with
                    {
                        Consignee = null,
                        FinalRecipient = "GSM-ALTA",
                    },
                ],
            }
        );
        Assert.Equal(["DLR-NORD", "phone 0005550100", "GSM-ALTA"], flag.Evidence.LinkPath);
    }

    [Fact]
    public void What_became_known_later_is_not_looked_at() =>
        AssertFlag(
            Rule,
            Severity.Elevated,
            SlidesAndBarrels(50) with
            {
                History = [ADossier.Earlier("JIG", "AX9", 1, 10) with { KnownAt = ADossier.Today.AddDays(1) }],
            }
        );

    [Fact]
    public void Without_a_history_nobody_can_say_how_grave_it_is()
    {
        var dossier = SlidesAndBarrels(50) with { History = null };
        AssertFlag(Rule, Severity.Elevated, dossier);
        AssertNotAssessable(Rule, dossier, ["history"]);
    }
}
