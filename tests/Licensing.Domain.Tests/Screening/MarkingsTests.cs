using Licensing.Domain.Goods;
using Licensing.Domain.Screening;
using static Licensing.Domain.Tests.Screening.Screened;

namespace Licensing.Domain.Tests.Screening;

public sealed class MarkingTests
{
    private const string Rule = "DR-P07";

    private static string[] Numbers(int count) => [.. Enumerable.Range(1, count).Select(i => $"K-{i:0000}")];

    private static ScreeningDossier Line(CaseLine line, Stage stage = Stage.Application) =>
        ADossier.OfLines(line) with
        {
            Stage = stage,
        };

    private static CaseLine Receivers(decimal quantity, params IReadOnlyList<string> serials) =>
        ADossier.Part(Parts.Receiver, "K47F", quantity) with
        {
            SerialsStatus = "provided",
            Serials = serials,
        };

    [Fact]
    public void Twenty_receivers_and_fifteen_serial_numbers_before_shipment()
    {
        var flag = AssertFlag(
            Rule,
            Severity.High,
            Line(Receivers(20, Numbers(15)), Stage.PreShipment),
            computed: [("serials", 15), ("quantity", 20m), ("part_type", Parts.Receiver)]
        );
        Assert.Contains("15 of 20 serial numbers are listed", flag.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_may_follow_until_the_goods_are_to_leave()
    {
        AssertClear(Rule, ADossier.Lawful());
        AssertClear(Rule, ADossier.Lawful() with { Stage = Stage.Issue });
        AssertFlag(Rule, Severity.Blocking, ADossier.Lawful() with { Stage = Stage.PreShipment });
        AssertFlag(Rule, Severity.Blocking, ADossier.Lawful() with { Stage = Stage.InTransit });
    }

    [Fact]
    public void Barrels_without_numbers_where_only_receivers_bear_them()
    {
        var barrels = ADossier.Part(Parts.Barrel, "K47F", 20) with
        {
            Marking = "none",
            SerialsStatus = "not_available",
        };
        AssertClear(Rule, Line(barrels, Stage.PreShipment));
        AssertFlag(Rule, Severity.High, Line(barrels), rules: With(Rule, "marking_required_parts", """["BARREL"]"""));
    }

    [Fact]
    public void As_many_numbers_as_items_are_enough_and_one_fewer_is_not()
    {
        AssertClear(Rule, Line(Receivers(3, Numbers(3)), Stage.PreShipment));
        AssertFlag(Rule, Severity.High, Line(Receivers(4, Numbers(3)), Stage.PreShipment), computed: ("serials", 3));
    }

    [Theory]
    [InlineData("TBA", "TBA")]
    [InlineData("K-1", "k 1")]
    [InlineData("K-1", " - ")]
    public void One_number_twice_and_a_blank_number_none_apart(string one, string other) =>
        AssertFlag(Rule, Severity.High, Line(Receivers(2, one, other), Stage.PreShipment), computed: ("serials", 1));

    [Fact]
    public void A_single_placeholder_is_the_matter_of_another_rule() =>
        AssertClear(Rule, Line(Receivers(2, "K-1", "TBA"), Stage.PreShipment));

    [Theory]
    [InlineData("none")]
    [InlineData("incomplete")]
    public void Firearms_without_complete_marking_are_a_gate(string marking)
    {
        var flag = AssertFlag(Rule, Severity.Blocking, Line(ADossier.Rifles() with { Marking = marking }));
        Assert.Contains($"the marking is {marking}", flag.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_that_do_not_exist_are_not_waited_for() =>
        AssertFlag(Rule, Severity.Blocking, Line(ADossier.Rifles() with { SerialsStatus = "not_available" }));

    [Fact]
    public void Parts_are_a_gate_where_national_law_makes_them_one()
    {
        var unmarked = Line(ADossier.Part(Parts.Frame, "AX9", 5) with { Marking = "none" });
        AssertFlag(Rule, Severity.High, unmarked);
        AssertFlag(Rule, Severity.Blocking, unmarked, rules: With(Rule, "parts_blocking", "true"));
    }

    [Fact]
    public void Unfinished_parts_are_marked_when_they_are_finished()
    {
        var frame = ADossier.Part(Parts.Frame, "AX9", 5) with { Marking = "none" };
        AssertClear(Rule, Line(frame with { FinishState = FinishState.SemiFinished }));
        AssertNotAssessable(Rule, Line(frame with { FinishState = null }), ["case.lines[0].finish_state"]);
    }

    [Fact]
    public void Marking_numbers_and_quantity_must_be_known()
    {
        AssertNotAssessable(Rule, Line(ADossier.Rifles() with { Marking = null }), ["case.lines[0].marking"]);
        AssertNotAssessable(
            Rule,
            Line(ADossier.Rifles() with { SerialsStatus = null }),
            ["case.lines[0].serials_status"]
        );
        AssertNotAssessable(
            Rule,
            Line(ADossier.Rifles() with { SerialsStatus = "provided" }, Stage.PreShipment),
            ["case.lines[0].serials"]
        );
        AssertNotAssessable(
            Rule,
            Line(Receivers(1, "K-1") with { Qty = null }, Stage.PreShipment),
            ["case.lines[0].qty"]
        );
        AssertNotAssessable(Rule, Line(ADossier.Rifles() with { PartType = null }), ["case.lines[0].part_type"]);
        AssertNotAssessable(Rule, ADossier.Lawful().WithCase(c => c with { Lines = null }), ["case.lines"]);
    }
}

public sealed class SerialNumberTests
{
    private const string Rule = "DR-P08";

    private static ScreeningDossier Numbered(params IReadOnlyList<string> serials) =>
        ADossier.OfLines(
            ADossier.Rifles(serials.Count) with
            {
                Serials = serials,
                SerialsStatus = "provided",
                Maker = "Halden",
            }
        );

    private static SerialRecord Exported(string serial) =>
        new("Halden", null, serial, "exported", "DLR-OTHER", ADossier.Today.AddDays(-100), Ref: "EX-2025-0311");

    [Fact]
    public void One_number_twice_in_the_case() => AssertFlag(Rule, Severity.High, Numbered("LR-1042", "lr 1042"));

    [Fact]
    public void One_number_here_and_on_an_earlier_licence_to_somebody_else() =>
        AssertFlag(Rule, Severity.High, Numbered("LR-1042") with { SerialRegister = [Exported("LR1042")] });

    [Fact]
    public void An_item_that_came_back_for_repair_may_leave_again() =>
        AssertClear(
            Rule,
            Numbered("LR-1042") with
            {
                SerialRegister = [Exported("LR-1042") with { ReturnedOn = ADossier.Today }],
            }
        );

    [Fact]
    public void A_return_that_was_recorded_later_did_not_count_then() =>
        AssertFlag(
            Rule,
            Severity.High,
            Numbered("LR-1042") with
            {
                SerialRegister = [Exported("LR-1042") with { ReturnedOn = ADossier.Today.AddDays(1) }],
            }
        );

    [Fact]
    public void Makers_and_models_have_series_of_their_own()
    {
        AssertClear(Rule, Numbered("LR-1042") with { SerialRegister = [Exported("LR-1042") with { Maker = "Brigg" }] });
        var modelled = Numbered("LR-1042").WithCase(c => c with { Lines = [c.Lines![0] with { Model = "LR" }] });
        AssertClear(Rule, modelled with { SerialRegister = [Exported("LR-1042") with { Model = "SR" }] });
        AssertFlag(Rule, Severity.High, modelled with { SerialRegister = [Exported("LR-1042")] });
    }

    [Fact]
    public void Signs_that_are_mistaken_for_each_other_make_a_near_match() =>
        AssertFlag(Rule, Severity.Info, Numbered("LR-1O42") with { SerialRegister = [Exported("LR-1042")] });

    [Fact]
    public void Placeholders_are_no_numbers() => AssertClear(Rule, Numbered("TBA", "TBA", "N/A"));

    [Fact]
    public void Numbers_that_follow_later_are_not_missed() => AssertClear(Rule, ADossier.Lawful());

    [Fact]
    public void Numbers_that_are_said_to_be_there_are() =>
        AssertNotAssessable(
            Rule,
            ADossier.OfLines(ADossier.Rifles() with { SerialsStatus = "provided" }),
            ["case.lines[0].serials"]
        );

    [Fact]
    public void Without_the_register_nobody_can_say_whose_they_are() =>
        AssertNotAssessable(Rule, Numbered("LR-1042") with { SerialRegister = null }, ["serial_register"]);

    [Fact]
    public void Equal_numbers_of_an_unknown_maker_are_a_question() =>
        AssertNotAssessable(
            Rule,
            Numbered("LR-1042") with
            {
                SerialRegister = [Exported("LR-1042") with { Maker = null }],
            },
            ["maker of LR-1042 in case.lines[0] or EX-2025-0311, exported"]
        );
}

public sealed class PlaceholderTests
{
    private const string Rule = "DR-P09";

    private static readonly ReferenceData Patterned = Reference.Data with
    {
        MakerPatterns = new Dictionary<string, string> { ["Halden"] = "BH-[0-9]{5}" },
    };

    private static ScreeningDossier Numbered(string? maker, params string[] serials) =>
        ADossier.OfLines(
            ADossier.Rifles(serials.Length) with
            {
                Serials = serials,
                SerialsStatus = "provided",
                Maker = maker,
            }
        ) with
        {
            Stage = Stage.PreShipment,
        };

    private static string[] Good(int count) => [.. Enumerable.Range(10000, count).Select(i => $"BH-{i}")];

    [Fact]
    public void Twelve_times_to_be_announced()
    {
        var flag = AssertFlag(
            Rule,
            Severity.Elevated,
            Numbered("Halden", [.. Enumerable.Repeat("TBA", 12)]),
            computed: [("bad", 12), ("count", 12), ("share", 1m)]
        );
        Assert.Contains("12 of 12 serial numbers are placeholders", flag.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void One_slip_of_the_pen_in_two_hundred() =>
        AssertClear(Rule, Numbered("Halden", [.. Good(199), "BH-1999"]), Patterned);

    [Fact]
    public void One_in_twenty_is_enough_and_one_in_twenty_one_is_not()
    {
        AssertFlag(Rule, Severity.Elevated, Numbered("Halden", [.. Good(19), "n/a"]), computed: ("share", 0.05m));
        AssertClear(Rule, Numbered("Halden", [.. Good(20), "n/a"]));
    }

    [Theory]
    [InlineData("000000")]
    [InlineData("na")]
    [InlineData("N/A")]
    [InlineData("tbc")]
    [InlineData("Unknown")]
    [InlineData("12-34-56")]
    [InlineData(" - ")]
    public void Placeholders_are_known_whatever_their_spelling(string serial) =>
        AssertFlag(Rule, Severity.Elevated, Numbered("Halden", serial), computed: ("bad", 1));

    [Fact]
    public void Makers_write_their_numbers_in_one_way()
    {
        AssertFlag(Rule, Severity.Elevated, Numbered("HALDEN", "LR-1042"), Patterned);
        AssertClear(Rule, Numbered("Halden", "BH-10001"), Patterned);
        AssertClear(Rule, Numbered("Brigg", "LR-1042"), Patterned);
        AssertClear(Rule, Numbered("Halden", "LR-1042"));
    }

    [Fact]
    public void A_number_that_is_bad_twice_over_counts_once() =>
        AssertFlag(Rule, Severity.Elevated, Numbered("Halden", "TBA", "BH-10001"), Patterned, computed: ("bad", 1));

    [Fact]
    public void No_share_is_small_enough_where_none_is_allowed_and_none_is_no_sign()
    {
        AssertClear(Rule, Numbered("Halden", Good(3)), rules: With(Rule, "max_share", "0"));
        AssertFlag(
            Rule,
            Severity.Elevated,
            Numbered("Halden", [.. Good(99), "TBA"]),
            rules: With(Rule, "max_share", "0")
        );
    }

    [Fact]
    public void Numbers_that_follow_later_are_not_asked_for_here()
    {
        AssertClear(Rule, ADossier.Lawful() with { Stage = Stage.PreShipment });
        AssertNotAssessable(
            Rule,
            ADossier.OfLines(ADossier.Rifles() with { SerialsStatus = "provided" }) with
            {
                Stage = Stage.PreShipment,
            },
            ["case.lines[0].serials"]
        );
    }

    [Fact]
    public void Of_an_unknown_maker_nobody_can_say_how_it_writes_them() =>
        AssertNotAssessable(Rule, Numbered(null, "BH-10001"), ["case.lines[0].maker"], Patterned);

    [Fact]
    public void Without_the_lines_nobody_can_say() =>
        AssertNotAssessable(Rule, Numbered("Halden").WithCase(c => c with { Lines = null }), ["case.lines"]);
}
