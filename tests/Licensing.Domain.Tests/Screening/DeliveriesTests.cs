using Licensing.Domain.Screening;
using static Licensing.Domain.Tests.Screening.Screened;

namespace Licensing.Domain.Tests.Screening;

/// <summary>The lawful dossier after the goods have left, and what is on record of their delivery.</summary>
internal static class Delivered
{
    public static ScreeningDossier As(Delivery? delivery, params IReadOnlyList<CaseLine> lines) =>
        ADossier.OfLines(lines).WithCase(c => c with { Delivery = delivery }).At(Stage.PostShipment);
}

public sealed class ReceiptIsNotProvedTests
{
    private const string Rule = "DR-S01";

    private static ScreeningDossier Left(int daysAgo, DateOnly? verifiedOn = null) =>
        Delivered
            .As(new Delivery(verifiedOn), ADossier.Rifles())
            .WithCase(c =>
                c with
                {
                    ExitDate = ADossier.Today.AddDays(-daysAgo),
                    Eta = ADossier.Today.AddDays(20 - daysAgo),
                }
            );

    [Theory]
    [InlineData(45, null)]
    [InlineData(46, Severity.Elevated)]
    [InlineData(90, Severity.Elevated)]
    [InlineData(91, Severity.High)]
    [InlineData(135, Severity.High)]
    [InlineData(136, Severity.Blocking)]
    public void The_longer_proof_is_outstanding_the_graver(int days, Severity? severity)
    {
        if (severity is { } expected)
            AssertFlag(Rule, expected, Left(days), computed: [("days", days), ("due_after", 45)]);
        else
            AssertClear(Rule, Left(days));
    }

    [Fact]
    public void A_hundred_days_and_nothing()
    {
        var flag = AssertFlag(Rule, Severity.High, Left(100));
        Assert.StartsWith(
            "Receipt is not proved 100 days after the goods left on 2025-12-10; it was due after 45.",
            flag.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("They were expected on 2025-12-30.", flag.Text, StringComparison.Ordinal);
        Assert.Contains(
            "No new licences to the recipient.",
            AssertFlag(Rule, Severity.Blocking, Left(136)).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Verified_on_the_thirtieth_day() => AssertClear(Rule, Left(200, ADossier.Today.AddDays(-170)));

    [Fact]
    public void Without_any_delivery_on_record_nothing_is_proved() =>
        AssertFlag(Rule, Severity.High, Left(100).WithCase(c => c with { Delivery = null }));

    [Fact]
    public void A_verification_that_came_later_was_not_known() =>
        AssertFlag(Rule, Severity.High, Left(100, ADossier.Today.AddDays(1)));

    [Fact]
    public void The_day_of_exit_must_be_known() =>
        AssertNotAssessable(Rule, Left(100).WithCase(c => c with { ExitDate = null }), ["case.exit_date"]);
}

public sealed class OtherQuantityReceivedTests
{
    private const string Rule = "DR-S02";

    private static ScreeningDossier Received(
        string part,
        decimal shipped,
        decimal received,
        string? platform = "AX9",
        string? receivedPlatform = "AX9"
    ) =>
        Delivered.As(
            new Delivery(Lines: [new GoodsCount(part, receivedPlatform, received)]),
            ADossier.Part(part, "AX9", shipped) with
            {
                Platform = platform,
            }
        );

    [Fact]
    public void Twelve_frames_of_two_hundred_are_missing()
    {
        var flag = AssertFlag(
            Rule,
            Severity.High,
            Received(Parts.Frame, 200, 188),
            computed: [("shipped", 200m), ("received", 188m), ("difference", 12m), ("platform", "AX9")]
        );
        Assert.Contains(
            "Of 200 FRAME AX9 shipped, 188 were received: 12 are missing.",
            flag.Text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(Parts.CompleteFirearm)]
    [InlineData(Parts.Frame)]
    [InlineData(Parts.Receiver)]
    [InlineData(Parts.LowerReceiver)]
    public void Of_what_is_or_makes_a_firearm_a_single_piece_counts_missing_or_too_many(string part)
    {
        AssertFlag(Rule, Severity.High, Received(part, 1000, 999));
        Assert.Contains(
            "1 more than were shipped",
            AssertFlag(Rule, Severity.High, Received(part, 1000, 1001)).Text,
            StringComparison.Ordinal
        );
        AssertClear(Rule, Received(part, 1000, 1000));
    }

    [Theory]
    [InlineData(995, false)]
    [InlineData(990, false)] // one in a hundred
    [InlineData(989, true)]
    [InlineData(1010, false)]
    [InlineData(1011, true)]
    public void Of_other_goods_one_in_a_hundred_may_differ(int received, bool fires)
    {
        if (fires)
            AssertFlag(Rule, Severity.Elevated, Received("PIN", 1000, received));
        else
            AssertClear(Rule, Received("PIN", 1000, received));
    }

    [Fact]
    public void Goods_that_nobody_shipped_are_a_surplus()
    {
        var strange = Received(Parts.Frame, 200, 200)
            .WithCase(c =>
                c with
                {
                    Delivery = new Delivery(Lines: [.. c.Delivery!.Lines!, new GoodsCount(Parts.Barrel, "AX9", 3)]),
                }
            );
        AssertFlag(Rule, Severity.Elevated, strange, computed: [("shipped", 0m), ("received", 3m)]);
    }

    [Fact]
    public void Goods_that_did_not_arrive_at_all_are_a_shortage() =>
        AssertFlag(
            Rule,
            Severity.High,
            Delivered.As(new Delivery(Lines: []), ADossier.Part(Parts.Frame, "AX9", 200)),
            computed: ("difference", 200m)
        );

    [Fact]
    public void Other_firearms_than_those_shipped_are_both() =>
        Assert.Single(
            AssertFlag(Rule, Severity.High, Received(Parts.Frame, 200, 200, receivedPlatform: "BH308")).Evidence.Further
        );

    [Fact]
    public void A_note_that_names_no_platform_is_held_against_all_of_the_part()
    {
        AssertClear(Rule, Received(Parts.Frame, 200, 200, receivedPlatform: null));
        AssertFlag(
            Rule,
            Severity.High,
            Received(Parts.Frame, 200, 188, receivedPlatform: null),
            computed: ("platform", "")
        );
        AssertClear(Rule, Received("PIN", 1000, 995, platform: null, receivedPlatform: null));
    }

    [Fact]
    public void A_part_may_be_called_by_another_of_its_names() =>
        AssertClear(
            Rule,
            Received(Parts.Bolt, 200, 200)
                .WithCase(c => c with { Delivery = new Delivery(Lines: [new GoodsCount("breech bolt", "AX9", 200)]) })
        );

    [Fact]
    public void Lines_of_the_same_goods_count_together() =>
        AssertClear(
            Rule,
            Delivered.As(
                new Delivery(Lines: [new GoodsCount(Parts.Frame, "AX9", 200)]),
                ADossier.Part(Parts.Frame, "AX9", 150),
                ADossier.Part(Parts.Frame, "AX9", 50)
            )
        );

    [Fact]
    public void Both_sides_must_be_known()
    {
        var known = Received(Parts.Frame, 200, 188);
        AssertNotAssessable(Rule, known.WithCase(c => c with { Delivery = null }), ["case.delivery.lines"]);
        AssertNotAssessable(Rule, known.WithCase(c => c with { Lines = null }), ["case.lines"]);
        AssertNotAssessable(
            Rule,
            known.WithCase(c => c with { Lines = [c.Lines![0] with { Qty = null }] }),
            ["case.lines[0].qty"]
        );
        AssertNotAssessable(
            Rule,
            known.WithCase(c => c with { Delivery = new Delivery(Lines: [new GoodsCount()]) }),
            ["case.delivery.lines[0].part_type", "case.delivery.lines[0].qty"]
        );
    }
}

public sealed class OtherSerialNumbersReceivedTests
{
    private const string Rule = "DR-S03";

    private static ScreeningDossier Numbers(IReadOnlyList<string>? shipped, IReadOnlyList<string>? received) =>
        Delivered.As(
            new Delivery(Serials: received),
            ADossier.Rifles() with
            {
                Serials = shipped,
            },
            ADossier.Part("PIN", "BH308", 100)
        );

    private static string[] Run(int from, int count) => [.. Enumerable.Range(from, count).Select(i => $"BH-{i}")];

    [Fact]
    public void Twelve_were_never_received()
    {
        var flag = AssertFlag(
            Rule,
            Severity.High,
            Numbers(Run(100, 40), Run(100, 28)),
            computed: [("not_received", 12), ("not_shipped", 0)]
        );
        Assert.Equal(
            "12 serial numbers shipped were not received: BH-128, BH-129, BH-130, BH-131, BH-132 and 7 more.",
            flag.Text
        );
    }

    [Fact]
    public void One_that_was_not_shipped_was_received() =>
        AssertFlag(
            Rule,
            Severity.High,
            Numbers(Run(100, 2), [.. Run(100, 2), "ZZ-1"]),
            computed: [("not_received", 0), ("not_shipped", 1)]
        );

    [Fact]
    public void Hyphens_and_capitals_make_no_other_number() =>
        AssertClear(Rule, Numbers(["BH-100", "BH-101"], ["bh100", "BH 101"]));

    [Fact]
    public void Numbers_must_be_known_where_goods_bear_them()
    {
        AssertNotAssessable(Rule, Numbers(null, ["BH-100"]), ["case.lines[0].serials"]);
        AssertNotAssessable(Rule, Numbers(Run(100, 2), null), ["case.delivery.serials"]);
        AssertNotAssessable(
            Rule,
            Numbers(null, null).WithCase(c => c with { Lines = null, Delivery = null }),
            ["case.lines", "case.delivery.serials"]
        );
    }

    [Fact]
    public void What_is_lacking_is_told_even_where_not_all_numbers_are_known()
    {
        var half = Numbers(["BH-100", "BH-101"], ["BH-100", "BH-200"])
            .WithCase(c => c with { Lines = [.. c.Lines!, ADossier.Rifles(1)] });
        AssertFlag(Rule, Severity.High, half, computed: [("not_received", 1), ("not_shipped", 0)]);
        AssertNotAssessable(Rule, half, ["case.lines[2].serials"]);
    }
}

public sealed class DeliveredElsewhereTests
{
    private const string Rule = "DR-S04";

    private static ScreeningDossier In(string? state, string? party = "DLR-NORD", Stage stage = Stage.PostShipment) =>
        Delivered.As(new Delivery(State: state, Party: party), ADossier.Rifles()).At(stage);

    [Theory]
    [InlineData(Stage.InTransit)]
    [InlineData(Stage.PostShipment)]
    public void In_another_State(Stage stage)
    {
        var flag = AssertFlag(
            Rule,
            Severity.Blocking,
            In("QX", stage: stage),
            computed: [("delivered_in", "QX"), ("licensed_for", "QN")]
        );
        Assert.Contains("delivered in QX; they were licensed for QN", flag.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void To_another_party()
    {
        var flag = AssertFlag(Rule, Severity.High, In("QN", "WH-1"), computed: ("delivered_to", "WH-1"));
        Assert.Contains("neither the final recipient nor the consignee", flag.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_are_told_the_graver_first()
    {
        var flag = AssertFlag(Rule, Severity.Blocking, In("QX", "WH-1"));
        Assert.Equal(Severity.High, Assert.Single(flag.Evidence.Further).Severity);
    }

    [Fact]
    public void To_the_final_recipient_or_the_consignee_where_they_were_to_go()
    {
        AssertClear(Rule, In("QN"));
        // The agent that the undertaking names.
        AssertClear(
            Rule,
            In("QN", "AGT-1")
                .WithCase(c =>
                    c with
                    {
                        OnwardDeliveryUndertaking = true,
                        Parties = c.Parties! with { Consignee = "AGT-1" },
                    }
                )
        );
    }

    [Fact]
    public void On_the_way_there_is_no_proof_to_be_wrong()
    {
        var none = In("QN").WithCase(c => c with { Delivery = null });
        AssertClear(Rule, none.At(Stage.InTransit));
        AssertNotAssessable(Rule, none, ["case.delivery.state", "case.delivery.party"]);
    }

    [Fact]
    public void Where_and_to_whom_must_be_known()
    {
        AssertNotAssessable(Rule, In(null), ["case.delivery.state"]);
        AssertNotAssessable(Rule, In("QN", null), ["case.delivery.party"]);
        AssertNotAssessable(Rule, In("QN").WithCase(c => c with { CountryImport = null }), ["case.country_import"]);
        AssertNotAssessable(
            Rule,
            In("QN", "WH-1").WithCase(c => c with { Parties = c.Parties! with { FinalRecipient = null } }),
            ["case.parties.final_recipient"]
        );
        AssertNotAssessable(
            Rule,
            In("QN", "WH-1").WithCase(c => c with { Parties = c.Parties! with { Consignee = null } }),
            ["case.parties.consignee"]
        );
    }
}

public sealed class OrderedBeforeTheLastDeliveryIsVerifiedTests
{
    private const string Rule = "DR-S09";

    private static HistoryLine Shipped(int daysAgo, DateOnly? verifiedOn = null) =>
        ADossier.Earlier(Parts.Magazine, "BH308", 10, daysAgo + 5) with
        {
            ExitDate = ADossier.Today.AddDays(-daysAgo),
            VerifiedOn = verifiedOn,
        };

    private static ScreeningDossier Before(params IReadOnlyList<HistoryLine> history) =>
        ADossier.Lawful() with
        {
            History = history,
        };

    [Fact]
    public void A_third_order_while_two_deliveries_are_not_verified()
    {
        var flag = AssertFlag(
            Rule,
            Severity.Elevated,
            Before(Shipped(60), Shipped(100)),
            computed: [("open_deliveries", 2), ("longest_days", 100)]
        );
        Assert.Contains(
            "2 earlier deliveries to DLR-NORD are not verified, the longest 100 days",
            flag.Text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(45, false)]
    [InlineData(46, true)]
    public void For_forty_five_days_a_delivery_may_be_open(int daysAgo, bool fires)
    {
        if (fires)
            AssertFlag(Rule, Severity.Elevated, Before(Shipped(daysAgo)), computed: ("longest_days", daysAgo));
        else
            AssertClear(Rule, Before(Shipped(daysAgo)));
    }

    [Fact]
    public void The_previous_one_was_verified() => AssertClear(Rule, Before(Shipped(100, ADossier.Today.AddDays(-70))));

    [Fact]
    public void A_verification_that_came_later_was_not_known() =>
        AssertFlag(Rule, Severity.Elevated, Before(Shipped(100, ADossier.Today.AddDays(1))));

    [Fact]
    public void Lines_of_one_licence_are_one_delivery() =>
        AssertFlag(
            Rule,
            Severity.Elevated,
            Before(Shipped(100), Shipped(100) with { PartType = "PIN" }),
            computed: ("open_deliveries", 1)
        );

    [Fact]
    public void What_has_not_left_or_went_to_another_or_is_this_case_is_no_such_delivery()
    {
        AssertClear(Rule, Before(Shipped(100) with { ExitDate = null }));
        AssertClear(Rule, Before(Shipped(100) with { FinalRecipient = "DLR-SUD" }));
        AssertClear(Rule, Before(Shipped(100) with { Ref = "CASE-1" }));
    }

    [Fact]
    public void History_and_recipient_must_be_known()
    {
        AssertNotAssessable(Rule, Before() with { History = null }, ["history"]);
        AssertNotAssessable(
            Rule,
            Before(Shipped(100)).WithCase(c => c with { Parties = c.Parties! with { FinalRecipient = null } }),
            ["case.parties.final_recipient"]
        );
    }
}
