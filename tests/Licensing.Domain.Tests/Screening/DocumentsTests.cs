using Licensing.Domain.Screening;
using static Licensing.Domain.Tests.Screening.Screened;

namespace Licensing.Domain.Tests.Screening;

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
