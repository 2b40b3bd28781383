using Licensing.Domain.Screening;
using static Licensing.Domain.Tests.Screening.Screened;

namespace Licensing.Domain.Tests.Screening;

public sealed class SharedAuthorisationTests
{
    private const string Rule = "DR-D07";

    private static AuthorisationUse Other(decimal? quantity, string status = "issued", decimal? shipped = null) =>
        new("IA-1001", $"EX-{quantity:0}", "EXP-BRIGG", Parts.Barrel, "BH308", quantity, status, shipped);

    /// <summary>A hundred barrels are authorised.</summary>
    private static ScreeningDossier Barrels(decimal quantity, params IReadOnlyList<AuthorisationUse> others) =>
        ADossier
            .OfLines(ADossier.Part(Parts.Barrel, "BH308", quantity))
            .WithCase(c =>
                c with
                {
                    ImportAuthorisation = ADossier.Authorisation([
                        new ImportPaperLine("PART", Parts.Barrel, "BH308", 100),
                    ]) with
                    {
                        SingleUse = false,
                    },
                }
            ) with
        {
            ImportAuthUsage = others,
        };

    private static ScreeningDossier SingleUse(ScreeningDossier dossier, bool? single) =>
        dossier.WithCase(c => c with { ImportAuthorisation = c.ImportAuthorisation! with { SingleUse = single } });

    [Fact]
    public void Ninety_of_a_hundred_are_gone_and_thirty_are_wanted()
    {
        var flag = AssertFlag(
            Rule,
            Severity.Blocking,
            Barrels(30, Other(60, "shipped"), Other(30)),
            computed: [("finding", "authorisation-quantity-left"), ("this_case", 30m), ("drawn_by_others", 90m)]
        );
        Assert.Contains("Line 1 draws 30 on IA-1001, on which 10 is left for it", flag.Text, StringComparison.Ordinal);
        Assert.Contains(new Input("EX-60", "60 BARREL BH308, shipped"), flag.Evidence.Inputs);
    }

    [Fact]
    public void Sixty_used_and_forty_wanted_are_within_it()
    {
        var flag = AssertFlag(Rule, Severity.Info, Barrels(40, Other(60)), computed: ("other_licences", 1));
        Assert.Equal("1 other export licence cites import authorisation IA-1001.", flag.Text);
        AssertFlag(Rule, Severity.Blocking, Barrels(41, Other(60)));
    }

    [Fact]
    public void What_is_good_for_one_movement_may_not_be_cited_again()
    {
        var flag = AssertFlag(Rule, Severity.High, SingleUse(Barrels(40, Other(60)), true));
        Assert.Contains("which is good for one movement only", flag.Text, StringComparison.Ordinal);
        AssertFlag(Rule, Severity.Blocking, SingleUse(Barrels(41, Other(60)), true));
        AssertClear(Rule, SingleUse(Barrels(40), true));
    }

    [Fact]
    public void A_cancelled_licence_does_not_cite_it() => AssertClear(Rule, Barrels(100, Other(60, "cancelled")));

    [Fact]
    public void A_closed_licence_holds_what_was_shipped()
    {
        AssertFlag(Rule, Severity.Info, Barrels(80, Other(60, "closed", shipped: 20)));
        AssertFlag(Rule, Severity.Blocking, Barrels(81, Other(60, "closed", shipped: 20)));
    }

    [Fact]
    public void The_licence_of_the_case_itself_is_no_other() =>
        AssertClear(Rule, Barrels(60, Other(60)).WithCase(c => c with { ExportLicence = new ExportPaper("EX-60") }));

    [Fact]
    public void Too_much_for_the_case_alone_is_another_rule() => AssertClear(Rule, Barrels(120));

    [Fact]
    public void What_others_took_of_goods_that_it_no_longer_lists_leaves_nobody_able_to_tell() =>
        AssertFlag(
            Rule,
            Severity.Blocking,
            Barrels(10, Other(10) with { PartType = Parts.Slide }),
            computed: ("finding", "authorisation-balance-known")
        );

    [Fact]
    public void What_became_known_later_does_not_count() =>
        AssertClear(Rule, Barrels(30, Other(90) with { KnownAt = ADossier.Today.AddDays(1) }));

    [Fact]
    public void Who_else_draws_on_it_and_how_much_must_be_known()
    {
        AssertNotAssessable(Rule, Barrels(40) with { ImportAuthUsage = null }, ["import_auth_usage"]);
        AssertNotAssessable(Rule, Barrels(40, Other(null)), ["import_auth_usage[EX-].qty"]);
        AssertNotAssessable(
            Rule,
            Barrels(40, Other(60) with { PartType = null }),
            ["import_auth_usage[EX-60].part_type"]
        );
        AssertNotAssessable(Rule, SingleUse(Barrels(40, Other(60)), null), ["case.import_authorisation.single_use"]);
        AssertNotAssessable(
            Rule,
            Barrels(40, Other(60)).WithCase(c => c with { Lines = [c.Lines![0] with { Qty = null }] }),
            ["case.lines[0].qty"]
        );
        AssertNotAssessable(
            Rule,
            Barrels(40, Other(60))
                .WithCase(c => c with { ImportAuthorisation = c.ImportAuthorisation! with { Lines = null } }),
            ["case.import_authorisation.lines"]
        );
    }

    [Fact]
    public void Without_an_authorisation_nobody_shares_one() =>
        AssertClear(Rule, Barrels(40, Other(60)).WithCase(c => c with { ImportAuthorisation = null }));
}
