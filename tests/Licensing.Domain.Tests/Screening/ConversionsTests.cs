using Licensing.Domain.Screening;
using static Licensing.Domain.Tests.Screening.Screened;

namespace Licensing.Domain.Tests.Screening;

public sealed class AutomaticFireTests
{
    private const string Rule = "DR-P12";

    private static readonly CaseLine Triggers = ADossier.Part(Parts.TriggerGroup, "M15F", 10) with
    {
        SelectFire = true,
    };

    [Fact]
    public void Ten_select_fire_trigger_groups_to_a_sporting_dealer()
    {
        var flag = AssertFlag(
            Rule,
            Severity.High,
            ADossier.OfLines(Triggers),
            computed: [("part_type", Parts.TriggerGroup), ("quantity", 10m), ("recipient_type", "dealer")]
        );
        Assert.Contains("10 TRIGGER_GROUP M15F are for automatic fire", flag.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_to_a_ministry_is_recorded_only() =>
        AssertFlag(
            Rule,
            Severity.Info,
            ADossier.OfLines(Triggers).WithDealer(d => d with { Type = PartyTypes.Government })
        );

    [Fact]
    public void Only_a_maker_of_automatic_firearms_is_exempt()
    {
        AssertFlag(Rule, Severity.Info, To("A", ADossier.Today));
        AssertFlag(Rule, Severity.High, To("A", ADossier.Today.AddDays(-1)));
        AssertFlag(Rule, Severity.High, To("B", ADossier.Today));

        static ScreeningDossier To(string category, DateOnly last) =>
            ADossier
                .OfLines(Triggers)
                .WithDealer(d =>
                    d with
                    {
                        Authorisations =
                        [
                            new PartyAuthorisation(AuthorisationKinds.Manufacture, category, ValidTo: last),
                        ],
                    }
                );
    }

    [Fact]
    public void One_conversion_part_is_enough() =>
        AssertFlag(
            Rule,
            Severity.High,
            ADossier.OfLines(ADossier.Part(Parts.ConversionAuto, "M15F", 1)),
            computed: ("quantity", 1m)
        );

    [Fact]
    public void Any_other_part_may_be_for_automatic_fire_too()
    {
        AssertFlag(
            Rule,
            Severity.High,
            ADossier.OfLines(ADossier.Part(Parts.Bolt, "M15F", 1) with { SelectFire = true })
        );
        AssertClear(Rule, ADossier.OfLines(ADossier.Part(Parts.Bolt, "M15F", 1)));
    }

    [Fact]
    public void Of_a_trigger_group_it_must_be_known()
    {
        AssertClear(Rule, ADossier.OfLines(Triggers with { SelectFire = false }));
        AssertNotAssessable(Rule, ADossier.OfLines(Triggers with { SelectFire = null }), ["case.lines[0].select_fire"]);
        AssertNotAssessable(
            Rule,
            ADossier.OfLines(Triggers with { PartType = null, SelectFire = null }),
            ["case.lines[0].part_type"]
        );
        AssertNotAssessable(Rule, ADossier.Lawful().WithCase(c => c with { Lines = null }), ["case.lines"]);
    }
}

public sealed class BlankFirerTests
{
    private const string Rule = "DR-P14";

    private static readonly CaseLine Pistols = ADossier.Part(Parts.BlankFirer, "", 300) with
    {
        Platform = null,
        Model = "Zephyr B8",
    };

    private static readonly CaseLine Barrels = ADossier.Part(Parts.Barrel, "", 300) with
    {
        Platform = null,
        CompatibleModel = "ZEPHYR-B8",
        Description = "replacement barrels",
    };

    private static HistoryLine EarlierPistols(int daysAgo) =>
        ADossier.Earlier(Parts.BlankFirer, "", 300, daysAgo) with
        {
            Platform = null,
            Model = "Zephyr B8",
        };

    private static HistoryLine EarlierBarrels(int daysAgo) =>
        ADossier.Earlier(Parts.Barrel, "", 300, daysAgo) with
        {
            Platform = null,
            CompatibleModel = "Zephyr B8",
        };

    [Fact]
    public void Three_hundred_listed_pistols_and_the_barrels_two_months_later()
    {
        AssertFlag(
            Rule,
            Severity.Elevated,
            ADossier.OfLines(Pistols),
            computed: [("model", "Zephyr B8"), ("blank_firers", 300m), ("parts", 0m)]
        );
        var flag = AssertFlag(
            Rule,
            Severity.High,
            ADossier.OfLines(Barrels) with
            {
                History = [EarlierPistols(61)],
            },
            computed: [("blank_firers", 300m), ("parts", 300m)]
        );
        Assert.Contains(
            "Zephyr B8 is on the list of convertible ones, and barrels or slides that fit it",
            flag.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_model_that_is_not_listed_raises_nothing() =>
        AssertClear(Rule, ADossier.OfLines(Pistols with { Model = "Starter S2" }));

    [Fact]
    public void The_list_counts_as_it_was_on_the_day()
    {
        AssertFlag(Rule, Severity.Elevated, ADossier.OfLines(Pistols), Until(ADossier.Today));
        AssertClear(Rule, ADossier.OfLines(Pistols), Until(ADossier.Today.AddDays(-1)));

        static ReferenceData Until(DateOnly last) =>
            Reference.Data with
            {
                Lists = Reference.Data.Lists! with
                {
                    ConvertibleModels = [new ModelEntry("Zephyr B8") { ValidTo = last }],
                },
            };
    }

    [Theory]
    [InlineData(365, Severity.High)]
    [InlineData(366, Severity.Elevated)]
    public void The_window_counts_its_first_day(int daysAgo, Severity severity) =>
        AssertFlag(Rule, severity, ADossier.OfLines(Pistols) with { History = [EarlierBarrels(daysAgo)] });

    [Fact]
    public void Slides_and_kits_count_and_parts_of_other_models_do_not()
    {
        AssertFlag(Rule, Severity.High, ADossier.OfLines(Pistols, Barrels with { PartType = Parts.Slide }));
        AssertFlag(Rule, Severity.High, ADossier.OfLines(Pistols, Barrels with { PartType = Parts.CalibreKit }));
        AssertFlag(Rule, Severity.Elevated, ADossier.OfLines(Pistols, Barrels with { PartType = Parts.Magazine }));
        AssertFlag(Rule, Severity.Elevated, ADossier.OfLines(Pistols, Barrels with { CompatibleModel = "Starter S2" }));
        AssertFlag(Rule, Severity.Elevated, ADossier.OfLines(Pistols, ADossier.Part(Parts.Barrel, "AX9", 1)));
    }

    [Fact]
    public void Linked_parties_count_as_one()
    {
        var flag = AssertFlag(
            Rule,
            Severity.High,
            ADossier.OfLines(Barrels).And(new PartyRecord("GSM-ALTA", Phone: "+000 555 0100")) with
            {
                History = [EarlierPistols(61) with { Consignee = null, FinalRecipient = "GSM-ALTA" }],
            }
        );
        Assert.Equal("GSM-ALTA", flag.Evidence.LinkPath[^1]);
    }

    [Fact]
    public void A_case_that_brings_neither_is_not_asked_about_earlier_ones() =>
        AssertClear(Rule, ADossier.Lawful() with { History = [EarlierPistols(61), EarlierBarrels(30)] });

    [Fact]
    public void Barrels_alone_raise_nothing() => AssertClear(Rule, ADossier.OfLines(Barrels));

    [Fact]
    public void Model_fit_list_and_history_must_be_known()
    {
        AssertNotAssessable(Rule, ADossier.OfLines(Pistols with { Model = null }), ["case.lines[0].model"]);
        AssertNotAssessable(
            Rule,
            ADossier.OfLines(Pistols, Barrels with { CompatibleModel = null }),
            ["case.lines[1].compatible_model"]
        );
        AssertNotAssessable(
            Rule,
            ADossier.OfLines(Pistols),
            ["reference.lists.convertible_models"],
            Reference.Data with
            {
                Lists = null,
            }
        );
        AssertNotAssessable(Rule, ADossier.OfLines(Pistols) with { History = null }, ["history"]);
        AssertNotAssessable(Rule, ADossier.OfLines(Barrels) with { History = null }, ["history"]);
        AssertNotAssessable(
            Rule,
            ADossier.OfLines(Barrels) with
            {
                History = [EarlierPistols(61) with { Model = null }],
            },
            ["EX-2026-0061.model"]
        );
    }
}

public sealed class HigherCategoryTests
{
    private const string Rule = "DR-P15";

    private static ScreeningDossier Kit(
        string? category,
        string? result,
        params IReadOnlyList<PartyAuthorisation> held
    ) =>
        ADossier
            .OfLines(
                ADossier.Part(Parts.CalibreKit, "BH308", 1) with
                {
                    Category = category,
                    ResultingCategory = result,
                }
            )
            .WithDealer(d => d with { Authorisations = held });

    private static PartyAuthorisation May(string category, string kind = AuthorisationKinds.Possession) =>
        new(kind, category);

    [Fact]
    public void A_short_barrel_kit_to_a_holder_of_a_long_gun_permit()
    {
        var flag = AssertFlag(
            Rule,
            Severity.Elevated,
            Kit("C", "A", May("C")),
            computed: [("category", "C"), ("resulting_category", "A")]
        );
        Assert.Contains(
            "make firearms of category A; the recipient is authorised for category C only",
            flag.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_kit_within_what_the_recipient_may_hold_raises_nothing()
    {
        AssertClear(Rule, Kit("B", "B", May("B")));
        AssertClear(Rule, Kit("C", "B", May("C"), May("B")));
    }

    [Fact]
    public void Goods_that_convert_nothing_are_not_asked() => AssertClear(Rule, Kit("C", null, May("C")));

    [Fact]
    public void Whoever_may_not_hold_the_firearm_itself_is_the_matter_of_another_rule() =>
        AssertClear(Rule, Kit("C", "A", May("B")));

    [Fact]
    public void A_line_without_category_has_that_of_its_platform() =>
        AssertFlag(Rule, Severity.Elevated, Kit(null, "B", May("C")), computed: ("category", "C"));

    [Fact]
    public void To_store_is_not_to_hold_and_the_last_day_counts()
    {
        AssertFlag(Rule, Severity.Elevated, Kit("C", "A", May("C"), May("A", AuthorisationKinds.Storage)));
        AssertClear(Rule, Kit("C", "A", May("C"), May("A") with { ValidTo = ADossier.Today }));
        AssertFlag(
            Rule,
            Severity.Elevated,
            Kit("C", "A", May("C"), May("A") with { ValidTo = ADossier.Today.AddDays(-1) })
        );
    }

    [Fact]
    public void Category_and_authorisations_must_be_known()
    {
        AssertNotAssessable(
            Rule,
            Kit(null, "A", May("C")).WithCase(c => c with { Lines = [c.Lines![0] with { Platform = null }] }),
            ["case.lines[0].category"]
        );
        AssertNotAssessable(
            Rule,
            Kit("C", "A").WithDealer(d => d with { Authorisations = null }),
            ["parties[DLR-NORD].authorisations"]
        );
        AssertNotAssessable(Rule, ADossier.Lawful().WithCase(c => c with { Lines = null }), ["case.lines"]);
    }
}

public sealed class ReactivationTests
{
    private const string Rule = "DR-P18";

    private static readonly CaseLine Deactivated = ADossier.Part(Parts.CompleteFirearm, "K47F", 40) with
    {
        Deactivated = true,
    };

    private static readonly CaseLine Barrels = ADossier.Part(Parts.Barrel, "K47F", 40);

    private static HistoryLine Earlier(int daysAgo) =>
        ADossier.Earlier(Parts.CompleteFirearm, "K47F", 40, daysAgo) with
        {
            Deactivated = true,
        };

    [Fact]
    public void Forty_deactivated_rifles_and_later_forty_barrels()
    {
        var flag = AssertFlag(
            Rule,
            Severity.High,
            ADossier.OfLines(Barrels) with
            {
                History = [Earlier(100)],
            },
            computed: [("platform", "K47F"), ("deactivated", 40m), ("live_parts", 40m)]
        );
        Assert.Contains(
            "Deactivated K47F firearms and live parts of them go to the same recipients",
            flag.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Deactivated_rifles_and_parts_of_other_firearms() =>
        AssertClear(Rule, ADossier.OfLines(ADossier.Part(Parts.Barrel, "BH308", 40)) with { History = [Earlier(100)] });

    [Theory]
    [InlineData(365, true)]
    [InlineData(366, false)]
    public void The_window_counts_its_first_day(int daysAgo, bool isFound)
    {
        var dossier = ADossier.OfLines(Barrels) with { History = [Earlier(daysAgo)] };
        if (isFound)
            AssertFlag(Rule, Severity.High, dossier);
        else
            AssertClear(Rule, dossier);
    }

    [Fact]
    public void Either_may_come_first_and_both_together_and_one_is_enough()
    {
        AssertFlag(Rule, Severity.High, ADossier.OfLines(Deactivated with { Qty = 1 }, Barrels with { Qty = 1 }));
        AssertFlag(
            Rule,
            Severity.High,
            ADossier.OfLines(Deactivated) with
            {
                History = [ADossier.Earlier(Parts.UpperAssembly, "K47F", 1, 10)],
            }
        );
    }

    [Fact]
    public void Live_firearms_and_deactivated_parts_bring_nothing_back()
    {
        AssertClear(Rule, ADossier.OfLines(Deactivated with { Deactivated = null }, Barrels));
        AssertClear(Rule, ADossier.OfLines(Deactivated, Barrels with { Deactivated = true }));
        AssertClear(Rule, ADossier.OfLines(Deactivated, Barrels with { PartType = "STOCK" }));
    }

    [Fact]
    public void A_case_that_brings_neither_is_not_asked_about_earlier_ones()
    {
        HistoryLine[] both = [Earlier(100), ADossier.Earlier(Parts.Barrel, "K47F", 40, 50)];
        AssertClear(Rule, ADossier.Lawful() with { History = both });
        AssertClear(Rule, ADossier.OfLines(ADossier.Part(Parts.Barrel, "BH308", 1)) with { History = both });
    }

    [Theory]
    [InlineData(PartyTypes.Manufacturer)]
    [InlineData(PartyTypes.Government)]
    public void Makers_and_governments_are_left_out(string type) =>
        AssertClear(Rule, ADossier.OfLines(Deactivated, Barrels).WithDealer(d => d with { Type = type }));

    [Fact]
    public void So_is_whoever_may_manufacture_the_category() =>
        AssertClear(
            Rule,
            ADossier
                .OfLines(Deactivated, Barrels)
                .WithDealer(d =>
                    d with
                    {
                        Authorisations = [new PartyAuthorisation(AuthorisationKinds.Manufacture, "B")],
                    }
                )
        );

    [Fact]
    public void Platform_and_history_must_be_known()
    {
        AssertNotAssessable(
            Rule,
            ADossier.OfLines(Deactivated, Barrels with { Platform = null }),
            ["case.lines[1].platform"]
        );
        AssertNotAssessable(Rule, ADossier.OfLines(Barrels) with { History = null }, ["history"]);
        AssertNotAssessable(Rule, ADossier.OfLines(Deactivated) with { History = null }, ["history"]);
        AssertNotAssessable(Rule, ADossier.OfLines(Barrels with { PartType = null }), ["case.lines[0].part_type"]);
    }
}
