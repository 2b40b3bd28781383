using Licensing.Domain.Screening;
using static Licensing.Domain.Tests.Screening.Screened;

namespace Licensing.Domain.Tests.Screening;

public sealed class ImportingStateHasNotAuthorisedTests
{
    private const string Rule = "DR-D02";

    private static readonly ScreeningDossier None = ADossier
        .Lawful()
        .WithCase(c => c with { ImportAuthorisation = null });

    private static readonly ScreeningDossier Hunter = None.WithCase(c =>
        c with
        {
            Lines = [ADossier.Rifles(2) with { Temporary = true }],
            SimplifiedProcedure = new SimplifiedProcedure("hunting", new DateOnly(2026, 5, 10)),
        }
    );

    [Fact]
    public void Goods_without_an_import_authorisation()
    {
        var flag = AssertFlag(
            Rule,
            Severity.Blocking,
            None,
            computed: [("finding", "line-draws-on-authorisations"), ("subject", "line 1")]
        );
        Assert.StartsWith("Art. 10(2)(a): Not all of line 1", flag.Text, StringComparison.Ordinal);
        Assert.Null(flag.MayBeClearedBy);
    }

    [Fact]
    public void With_one_there_is_nothing_to_say() => AssertClear(Rule, ADossier.Lawful());

    [Fact]
    public void A_third_States_paper_is_none_of_the_importing_State() =>
        AssertFlag(
            Rule,
            Severity.Blocking,
            ADossier
                .Lawful()
                .WithCase(c => c with { ImportAuthorisation = c.ImportAuthorisation! with { IssuingState = "QP" } }),
            computed: ("finding", "importing-state-has-licensed")
        );

    [Fact]
    public void A_hunter_who_comes_back_needs_none_where_the_profile_says_so()
    {
        AssertClear(Rule, Hunter, profile: Simplified);
        AssertFlag(Rule, Severity.Blocking, Hunter);
        AssertFlag(
            Rule,
            Severity.Blocking,
            Hunter.WithCase(c => c with { SimplifiedProcedure = new SimplifiedProcedure("resale", c.Eta) }),
            profile: Simplified
        );
    }

    [Fact]
    public void That_there_is_none_does_not_depend_on_the_rest()
    {
        AssertFlag(
            Rule,
            Severity.Blocking,
            None.WithCase(c => c with { Eta = null }),
            computed: ("finding", "line-draws-on-authorisations")
        );
        AssertClear(Rule, Hunter.WithCase(c => c with { Eta = null }), profile: Simplified);
    }

    [Fact]
    public void Whether_a_paper_serves_depends_on_what_the_gate_must_know() =>
        AssertNotAssessable(
            Rule,
            ADossier.Lawful().WithCase(c => c with { CountryImport = null }),
            ["case.country_import"]
        );
}

public sealed class AuthorisationDoesNotCoverArrivalTests
{
    private const string Rule = "DR-D03";

    // The goods arrive on 28 April.
    private static ScreeningDossier Valid(DateOnly? from, DateOnly? to) =>
        ADossier
            .Lawful()
            .WithCase(c =>
                c with
                {
                    ImportAuthorisation = c.ImportAuthorisation! with { ValidFrom = from, ValidTo = to },
                }
            );

    private static ScreeningDossier Until(int month, int day) =>
        Valid(new DateOnly(2026, 1, 5), new DateOnly(2026, month, day));

    [Fact]
    public void An_authorisation_that_ends_before_arrival() =>
        Assert.Contains(
            "which leaves out the expected day of arrival, 2026-04-20.",
            AssertFlag(
                Rule,
                Severity.Blocking,
                Until(4, 15).WithCase(c => c with { Eta = new DateOnly(2026, 4, 20) }),
                computed: ("finding", "authorisation-in-force-on-arrival")
            ).Text,
            StringComparison.Ordinal
        );

    [Fact]
    public void One_that_runs_to_the_end_of_the_year() => AssertClear(Rule, Until(12, 31));

    [Fact]
    public void The_day_of_arrival_is_within_it_or_not()
    {
        AssertFlag(Rule, Severity.Blocking, Until(4, 27));
        AssertFlag(Rule, Severity.Elevated, Until(4, 28), computed: ("days_left", 0));
        AssertFlag(Rule, Severity.Blocking, Valid(new DateOnly(2026, 4, 29), new DateOnly(2026, 12, 31)));
        AssertClear(Rule, Valid(new DateOnly(2026, 4, 28), new DateOnly(2026, 12, 31)));
    }

    [Fact]
    public void One_that_ends_within_thirty_days_of_arrival_is_about_to_lapse()
    {
        var flag = AssertFlag(Rule, Severity.Elevated, Until(5, 27), computed: ("days_left", 29));
        Assert.Equal("Import authorisation IA-1001 ends on 2026-05-27, 29 days after the expected arrival.", flag.Text);
        AssertClear(Rule, Until(5, 28));
    }

    [Fact]
    public void One_that_has_ended_by_now_is_the_finding_of_the_gate() =>
        Assert.Contains(
            "IA-1001 expired on 2026-03-19.",
            AssertFlag(Rule, Severity.Blocking, Until(3, 19)).Text,
            StringComparison.Ordinal
        );

    [Fact]
    public void Without_an_authorisation_nothing_lapses() =>
        AssertClear(Rule, ADossier.Lawful().WithCase(c => c with { ImportAuthorisation = null }));

    [Fact]
    public void Its_days_and_that_of_arrival_must_be_known()
    {
        AssertNotAssessable(Rule, Valid(new DateOnly(2026, 1, 5), null), ["case.import_authorisation.valid_to"]);
        AssertNotAssessable(
            Rule,
            Valid(null, new DateOnly(2026, 12, 31))
                .WithCase(c => c with { ImportAuthorisation = c.ImportAuthorisation! with { IssuedOn = null } }),
            ["case.import_authorisation.valid_from"]
        );
        AssertNotAssessable(Rule, ADossier.Lawful().WithCase(c => c with { Eta = null }), ["case.eta"]);
        // Where it names no first day, it is good from its issue.
        AssertClear(Rule, Valid(null, new DateOnly(2026, 12, 31)));
    }
}

public sealed class MoreThanTheImportAuthorisationTests
{
    private const string Rule = "DR-D04";

    private static ScreeningDossier Barrels(decimal quantity, decimal authorised = 100) =>
        ADossier
            .OfLines(ADossier.Part(Parts.Barrel, "BH308", quantity))
            .WithCase(c =>
                c with
                {
                    ImportAuthorisation = ADossier.Authorisation([
                        new ImportPaperLine("PART", Parts.Barrel, "BH308", authorised),
                    ]),
                }
            );

    [Fact]
    public void The_finding_of_the_gate_is_reported_with_its_article()
    {
        var flag = AssertFlag(
            Rule,
            Severity.Blocking,
            Barrels(120),
            computed: ("finding", "authorisation-quantity-left")
        );
        Assert.StartsWith("Art. 10(2)(a): Line 1 draws 120 on IA-1001", flag.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_is_authorised_may_go_and_no_piece_more()
    {
        AssertClear(Rule, Barrels(80));
        AssertClear(Rule, Barrels(100));
        AssertFlag(Rule, Severity.Blocking, Barrels(101));
    }

    [Fact]
    public void What_others_have_drawn_is_another_rule() =>
        AssertClear(
            Rule,
            Barrels(30) with
            {
                ImportAuthUsage =
                [
                    new AuthorisationUse("IA-1001", "EX-2026-0051", "EXP-BRIGG", Parts.Barrel, "BH308", 90, "issued"),
                ],
            }
        );

    [Fact]
    public void Two_lines_of_the_same_goods_draw_on_one_balance() =>
        AssertFlag(
            Rule,
            Severity.Blocking,
            Barrels(60).WithCase(c => c with { Lines = [.. c.Lines!, ADossier.Part(Parts.Barrel, "BH308", 60)] })
        );

    [Fact]
    public void Other_goods_than_were_authorised_are_another_rule() =>
        AssertClear(Rule, Barrels(120).WithCase(c => c with { Lines = [ADossier.Part("SIGHT", "BH308", 120)] }));

    [Fact]
    public void Without_an_authorisation_there_is_nothing_to_exceed() =>
        AssertClear(Rule, Barrels(120).WithCase(c => c with { ImportAuthorisation = null }));

    [Fact]
    public void What_it_authorises_must_be_known() =>
        AssertNotAssessable(
            Rule,
            Barrels(120).WithCase(c => c with { ImportAuthorisation = c.ImportAuthorisation! with { Lines = null } }),
            ["case.import_authorisation.lines"]
        );

    [Fact]
    public void How_many_there_are_must_be_known() =>
        AssertNotAssessable(
            Rule,
            Barrels(120).WithCase(c => c with { Lines = [c.Lines![0] with { Qty = null }] }),
            ["case.lines[0].qty"]
        );
}

public sealed class GoodsNotAuthorisedTests
{
    private const string Rule = "DR-D05";

    private static ScreeningDossier Of(CaseLine line, params IReadOnlyList<ImportPaperLine> authorised) =>
        ADossier.OfLines(line).WithCase(c => c with { ImportAuthorisation = ADossier.Authorisation(authorised) });

    private static ScreeningDossier Barrels(ImportPaperLine authorised) =>
        Of(ADossier.Part(Parts.Barrel, "BH308", 10) with { Calibre = ".308" }, authorised);

    [Fact]
    public void Barrels_on_an_authorisation_for_magazines()
    {
        var flag = AssertFlag(
            Rule,
            Severity.High,
            Barrels(new ImportPaperLine("PART", Parts.Magazine, "BH308", 100)),
            computed: [("finding", "authorisation-covers-goods"), ("subject", "line 1, IA-1001")]
        );
        Assert.Contains("IA-1001 does not cover the goods of line 1 (BARREL).", flag.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_on_an_authorisation_for_firearms_only() =>
        AssertFlag(
            Rule,
            Severity.Blocking,
            Barrels(new ImportPaperLine(Parts.CompleteFirearm, Parts.CompleteFirearm, "BH308", 100))
        );

    [Fact]
    public void Firearms_on_an_authorisation_for_parts_only() =>
        AssertFlag(
            Rule,
            Severity.Blocking,
            Of(ADossier.Rifles(), new ImportPaperLine("PART", Parts.Barrel, "BH308", 100))
        );

    [Fact]
    public void An_authorisation_for_nothing() => AssertFlag(Rule, Severity.Blocking, Of(ADossier.Rifles()));

    [Theory]
    [InlineData("AX9", null, true)]
    [InlineData("BH308", ".300", true)]
    [InlineData("BH308", ".308", false)]
    [InlineData("bh308", null, false)]
    [InlineData(null, null, false)]
    public void Platform_and_calibre_agree_where_it_names_them(string? platform, string? calibre, bool isOther)
    {
        var dossier = Barrels(new ImportPaperLine("PART", Parts.Barrel, platform, 100, calibre));
        if (isOther)
            AssertFlag(Rule, Severity.High, dossier);
        else
            AssertClear(Rule, dossier);
    }

    [Theory]
    [InlineData("breech bolt")]
    [InlineData("BREECH_BLOCK")]
    [InlineData("bolt carrier")]
    public void Other_names_for_the_same_part(string name) =>
        AssertClear(Rule, Of(ADossier.Part(Parts.Bolt, "BH308", 10), new ImportPaperLine("PART", name, "BH308", 10)));

    [Fact]
    public void A_set_is_counted_as_the_authorisation_counts_it() =>
        AssertClear(
            Rule,
            Of(
                ADossier.Part(Parts.UpperAssembly, "M15F", 10) with
                {
                    Unit = "set",
                    ExplodesTo = new Dictionary<string, decimal> { [Parts.UpperReceiver] = 1, [Parts.Bolt] = 1 },
                },
                new ImportPaperLine("PART", Parts.UpperAssembly, "M15F", 10)
            )
        );

    [Fact]
    public void Only_the_line_that_is_not_covered_is_named()
    {
        var dossier = ADossier.Lawful().WithCase(c => c with { Lines = [.. c.Lines!, ADossier.Part("JIG", "AX9", 1)] });
        Assert.Equal("line 2, IA-1001", AssertFlag(Rule, Severity.Blocking, dossier).Evidence.Computed["subject"]);
    }

    [Fact]
    public void Too_many_of_the_right_goods_are_another_rule() =>
        AssertClear(Rule, Barrels(new ImportPaperLine("PART", Parts.Barrel, "BH308", 9)));

    [Fact]
    public void Without_an_authorisation_nothing_is_described() =>
        AssertClear(Rule, ADossier.Lawful().WithCase(c => c with { ImportAuthorisation = null }));

    [Fact]
    public void What_it_authorises_and_what_is_sent_must_be_known()
    {
        AssertNotAssessable(
            Rule,
            Barrels(new ImportPaperLine("PART", Parts.Barrel, "BH308")),
            ["case.import_authorisation.lines[0].qty"]
        );
        AssertNotAssessable(
            Rule,
            Barrels(new ImportPaperLine(Qty: 10)),
            ["case.import_authorisation.lines[0].part_type"]
        );
        AssertNotAssessable(
            Rule,
            ADossier.OfLines(ADossier.Rifles() with { PartType = null }),
            ["case.lines[0].part_type"]
        );
        AssertNotAssessable(
            Rule,
            ADossier
                .Lawful()
                .WithCase(c => c with { ImportAuthorisation = c.ImportAuthorisation! with { Lines = null } }),
            ["case.import_authorisation.lines"]
        );
    }
}

public sealed class LicenceDoesNotCoverShipmentTests
{
    private const string Rule = "DR-D09";

    // The goods leave on 10 April.
    private static ScreeningDossier Licence(Func<ExportPaper, ExportPaper> spoil) =>
        ADossier.Licensed().WithCase(c => c with { ExportLicence = spoil(c.ExportLicence!) });

    private static ScreeningDossier Until(int april) => Licence(l => l with { ValidTo = new DateOnly(2026, 4, april) });

    [Fact]
    public void Goods_that_leave_three_days_after_the_licence_ends()
    {
        var flag = AssertFlag(Rule, Severity.Blocking, Until(7), computed: ("finding", "licence-in-force"));
        Assert.Contains(
            "Licence EX-1 runs from 2026-03-05 to 2026-04-07; the goods are to leave on 2026-04-10.",
            flag.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_last_day_of_validity_counts_and_the_next_does_not()
    {
        AssertClear(Rule, Until(10));
        AssertFlag(Rule, Severity.Blocking, Until(9));
    }

    [Fact]
    public void A_licence_that_does_not_run_yet() =>
        AssertFlag(Rule, Severity.Blocking, Licence(l => l with { ValidFrom = new DateOnly(2026, 4, 11) }));

    [Fact]
    public void In_transit_the_day_on_which_the_goods_left_decides()
    {
        var left = Until(10).WithCase(c => c with { ExitDate = new DateOnly(2026, 4, 10) }) with
        {
            Stage = Stage.InTransit,
            AsOf = new DateOnly(2026, 4, 20),
        };
        AssertClear(Rule, left);
        AssertFlag(Rule, Severity.Blocking, left.WithCase(c => c with { ExitDate = new DateOnly(2026, 4, 11) }));
    }

    [Fact]
    public void The_licence_and_its_days_must_be_known()
    {
        AssertNotAssessable(
            Rule,
            ADossier.Licensed().WithCase(c => c with { ExportLicence = null }),
            ["case.export_licence"]
        );
        AssertNotAssessable(Rule, Licence(l => l with { ValidTo = null }), ["case.export_licence.valid_to"]);
        AssertNotAssessable(
            Rule,
            Licence(l => l with { ValidFrom = null, IssuedOn = null }),
            ["case.export_licence.valid_from"]
        );
        AssertNotAssessable(
            Rule,
            ADossier.Licensed().WithCase(c => c with { PlannedShipDate = null }),
            ["case.planned_ship_date"]
        );
    }
}
