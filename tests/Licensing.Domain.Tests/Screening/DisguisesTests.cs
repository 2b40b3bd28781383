using Licensing.Domain.Screening;
using static Licensing.Domain.Tests.Screening.Screened;

namespace Licensing.Domain.Tests.Screening;

public sealed class SuppressorTests
{
    private const string Rule = "DR-P13";

    private static CaseLine Suppressors(
        decimal quantity,
        string? description = "sound moderator",
        string? hs = "930520"
    ) => ADossier.Part(Parts.Suppressor, "BH308", quantity) with { Description = description, Hs = hs, Category = "C" };

    /// <summary>To a hunter with three rifles.</summary>
    private static ScreeningDossier Hunter(CaseLine line) =>
        ADossier
            .OfLines(line)
            .WithDealer(d =>
                d with
                {
                    Type = PartyTypes.PrivateIndividual,
                    Holdings = new Dictionary<string, decimal> { ["C"] = 3 },
                }
            );

    [Fact]
    public void Sixty_solvent_trap_kits()
    {
        var flag = AssertFlag(
            Rule,
            Severity.High,
            Hunter(Suppressors(60, "solvent trap kits", "842199")),
            computed: [("wording", "solvent trap"), ("hs", "842199")]
        );
        Assert.Contains(
            "60 suppressors are declared as \"solvent trap kits\", HS 842199",
            flag.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Two_moderators_to_a_hunter_with_three_rifles() => AssertClear(Rule, Hunter(Suppressors(2)));

    [Fact]
    public void Wording_or_code_alone_is_enough()
    {
        AssertFlag(Rule, Severity.High, Hunter(Suppressors(1, "Fuel Filter Kit")));
        AssertFlag(Rule, Severity.High, Hunter(Suppressors(1, hs: "842199")));
        AssertFlag(Rule, Severity.High, Hunter(Suppressors(1, hs: "9303.30")));
        AssertClear(Rule, Hunter(Suppressors(1, hs: "9305.99")));
    }

    [Fact]
    public void As_many_as_firearms_are_enough_and_one_more_is_too_many()
    {
        AssertClear(Rule, Hunter(Suppressors(3)));
        var flag = AssertFlag(
            Rule,
            Severity.Elevated,
            Hunter(Suppressors(4)),
            computed: [("quantity", 4m), ("holdings", 3m), ("category", "C")]
        );
        Assert.Contains("4 suppressors in a year for 3 firearms of category C", flag.Text, StringComparison.Ordinal);
        AssertClear(Rule, Hunter(Suppressors(6)), rules: With(Rule, "ratio", "2"));
        AssertFlag(Rule, Severity.Elevated, Hunter(Suppressors(7)), rules: With(Rule, "ratio", "2"));
    }

    [Theory]
    [InlineData(365, true)]
    [InlineData(366, false)]
    public void The_year_counts_its_first_day(int daysAgo, bool isFound)
    {
        var dossier = Hunter(Suppressors(1)) with
        {
            History = [ADossier.Earlier(Parts.Suppressor, "BH308", 3, daysAgo) with { Category = null }],
        };
        if (isFound)
            AssertFlag(Rule, Severity.Elevated, dossier, computed: ("quantity", 4m));
        else
            AssertClear(Rule, dossier);
    }

    [Fact]
    public void Firearms_of_another_category_do_not_count() =>
        AssertFlag(Rule, Severity.Elevated, Hunter(Suppressors(1) with { Category = "B" }), computed: ("holdings", 0m));

    [Fact]
    public void Other_goods_are_not_asked() =>
        AssertClear(Rule, ADossier.Lawful().WithDealer(d => d with { Holdings = null }));

    [Fact]
    public void Wording_code_holdings_category_quantity_and_history_must_be_known()
    {
        AssertNotAssessable(
            Rule,
            Hunter(Suppressors(1, null, null)),
            ["case.lines[0].description", "case.lines[0].hs"]
        );
        AssertNotAssessable(
            Rule,
            Hunter(Suppressors(1)).WithDealer(d => d with { Holdings = null }),
            ["parties[DLR-NORD].holdings"]
        );
        AssertNotAssessable(
            Rule,
            Hunter(Suppressors(1) with { Category = null, Platform = null }),
            ["case.lines[0].category"]
        );
        AssertNotAssessable(Rule, Hunter(Suppressors(1) with { Qty = null }), ["case.lines[0].qty"]);
        AssertNotAssessable(Rule, Hunter(Suppressors(1)) with { History = null }, ["history"]);
        AssertNotAssessable(Rule, Hunter(Suppressors(1) with { PartType = null }), ["case.lines[0].part_type"]);
    }
}

public sealed class MisdescriptionTests
{
    private const string Rule = "DR-P16";

    private static ScreeningDossier Line(string part, string? platform, string? hs, string? description) =>
        ADossier.OfLines(
            ADossier.Part(part, platform ?? "", 100) with
            {
                Platform = platform,
                Hs = hs,
                Description = description,
            }
        );

    [Fact]
    public void Lower_blanks_as_aluminium_blocks()
    {
        var flag = AssertFlag(
            Rule,
            Severity.High,
            Line(Parts.LowerReceiver, "M15F", "761699", "aluminium blocks"),
            computed: [("hs", "761699"), ("outside_chapter", true), ("generic", "none of the list")]
        );
        Assert.Contains(
            "100 LOWER_RECEIVER M15F are declared as \"aluminium blocks\", HS 761699",
            flag.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Riflescopes_have_a_chapter_of_their_own() =>
        AssertClear(Rule, Line("SIGHT", null, "901310", "riflescopes"));

    [Theory]
    [InlineData(Parts.Barrel)]
    [InlineData(Parts.Suppressor)]
    [InlineData(Parts.UpperAssembly)]
    [InlineData(Parts.CompleteFirearm)]
    public void Arms_and_their_essential_parts_belong_into_the_chapter(string part) =>
        AssertFlag(Rule, Severity.High, Line(part, "M15F", "7326.90", "goods"));

    [Theory]
    [InlineData(Parts.Frame, "AX9", "930510")]
    [InlineData(Parts.Frame, "AX9", "9305.10.00")]
    [InlineData(Parts.Frame, "AX9", "930200")]
    [InlineData(Parts.Receiver, "K47F", "930520")]
    [InlineData(Parts.Receiver, "K47F", "930529")]
    [InlineData(Parts.Barrel, "SM9", "930591")]
    [InlineData(Parts.CompleteFirearm, "OU12", "930320")]
    [InlineData(Parts.CompleteFirearm, "SM9", "930190")]
    [InlineData(Parts.Magazine, "AX9", "930599")]
    [InlineData(Parts.Suppressor, null, "930510")]
    public void Each_group_of_platforms_has_its_codes(string part, string? platform, string hs) =>
        AssertClear(Rule, Line(part, platform, hs, "goods"));

    [Theory]
    [InlineData(Parts.Frame, "AX9", "930520")]
    [InlineData(Parts.Receiver, "K47F", "930591")]
    [InlineData(Parts.Receiver, "K47F", "930599")]
    [InlineData(Parts.Barrel, "BH308", "930510")]
    [InlineData(Parts.CompleteFirearm, "BH308", "930400")]
    [InlineData(Parts.CompleteFirearm, "AX9", "930330")]
    [InlineData(Parts.Magazine, "AX9", "930520")]
    public void The_code_of_another_group_is_elevated_and_high_with_a_general_wording(
        string part,
        string platform,
        string hs
    )
    {
        AssertFlag(
            Rule,
            Severity.Elevated,
            Line(part, platform, hs, "goods"),
            computed: [("inconsistent", true), ("outside_chapter", false)]
        );
        AssertFlag(
            Rule,
            Severity.High,
            Line(part, platform, hs, "Machine Parts"),
            computed: ("generic", "machine parts")
        );
    }

    [Fact]
    public void A_general_wording_alone_is_elevated() =>
        AssertFlag(
            Rule,
            Severity.Elevated,
            Line(Parts.Barrel, "BH308", "930520", "100 steel pin samples"),
            computed: [("generic", "steel pin"), ("inconsistent", false)]
        );

    [Fact]
    public void It_is_asked_at_every_stage() =>
        Assert.All(
            Enum.GetValues<Stage>(),
            stage =>
                AssertFlag(Rule, Severity.High, Line(Parts.Barrel, "BH308", "732690", "bars") with { Stage = stage })
        );

    [Fact]
    public void Code_wording_platform_and_tables_must_be_known()
    {
        AssertNotAssessable(Rule, Line(Parts.Barrel, "BH308", null, "barrel"), ["case.lines[0].hs"]);
        AssertNotAssessable(Rule, Line(Parts.Barrel, "BH308", "", "barrel"), ["case.lines[0].hs"]);
        AssertNotAssessable(Rule, Line(Parts.Barrel, "BH308", "9305", "barrel"), ["case.lines[0].hs"]);
        AssertNotAssessable(Rule, Line(Parts.Barrel, "BH308", "930520", null), ["case.lines[0].description"]);
        AssertNotAssessable(Rule, Line(Parts.Barrel, null, "930520", "barrel"), ["case.lines[0].platform"]);
        AssertNotAssessable(Rule, Line(Parts.Barrel, "X1", "930520", "barrel"), ["reference.platforms.X1.hs_group"]);
        AssertNotAssessable(
            Rule,
            Line(Parts.Barrel, "BH308", "930520", "barrel"),
            ["reference.hs_by_platform.long"],
            Reference.Data with
            {
                HsByPlatform = null,
            }
        );
        AssertNotAssessable(
            Rule,
            Line(Parts.Barrel, "BH308", "930520", "barrel")
                .WithCase(c => c with { Lines = [c.Lines![0] with { PartType = null }] }),
            ["case.lines[0].part_type"]
        );
    }
}
