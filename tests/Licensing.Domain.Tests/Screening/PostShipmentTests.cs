using Licensing.Domain.Screening;
using static Licensing.Domain.Tests.Screening.Screened;

namespace Licensing.Domain.Tests.Screening;

public sealed class RecoveredItemTests
{
    private const string Rule = "DR-S05";
    private static readonly DateOnly Delivered = new(2024, 2, 1);

    private static SerialRecord Held(string serial) => new("Halden", null, serial, "exported", "DLR-NORD", Delivered);

    private static Seizure Found(string serial, DateOnly day) => new("Halden", null, serial, day, day, "QR");

    private static ScreeningDossier With(params IReadOnlyList<Seizure> seizures) =>
        ADossier.Lawful() with
        {
            SerialRegister = [Held("BH-19001"), Held("BH-19002")],
            Seizures = seizures,
        };

    [Fact]
    public void One_item_that_went_to_the_recipient_was_recovered() =>
        AssertFlag(Rule, Severity.High, With(Found("BH19001", new DateOnly(2026, 1, 1))), computed: ("matches", 1));

    [Fact]
    public void Two_within_two_years_close_the_gate()
    {
        var edge = ADossier.Today.AddMonths(-24);
        AssertFlag(
            Rule,
            Severity.Blocking,
            With(Found("BH-19001", new DateOnly(2026, 1, 1)), Found("BH-19002", new DateOnly(2026, 1, 2)))
        );
        // Both are older than a year after delivery, so that the window alone decides.
        var old = With(Found("BH-19001", edge), Found("BH-19002", edge)) with
        {
            SerialRegister =
            [
                Held("BH-19001") with
                {
                    DeliveredOn = null,
                },
                Held("BH-19002") with
                {
                    DeliveredOn = null,
                },
            ],
        };
        AssertFlag(Rule, Severity.Blocking, old);
        AssertFlag(
            Rule,
            Severity.High,
            old with
            {
                Seizures = [Found("BH-19001", edge), Found("BH-19002", edge.AddDays(-1))],
            }
        );
    }

    [Theory]
    [InlineData(364, Severity.Blocking)]
    [InlineData(365, Severity.High)]
    public void One_that_turned_up_within_a_year_of_delivery_closes_it_too(int days, Severity severity) =>
        AssertFlag(
            Rule,
            severity,
            With(Found("BH-19001", Delivered.AddDays(days))),
            computed: ("days_to_recovery", days)
        );

    [Fact]
    public void An_item_of_the_case_itself_counts() =>
        AssertFlag(
            Rule,
            Severity.High,
            With(Found("BH-30000", new DateOnly(2026, 1, 1)))
                .WithCase(c =>
                    c with
                    {
                        Lines = [ADossier.Rifles(1) with { Serials = ["BH 30000"], Maker = "Halden" }],
                    }
                )
        );

    [Fact]
    public void What_was_reported_later_was_not_known() =>
        AssertClear(
            Rule,
            With(Found("BH-19001", new DateOnly(2026, 1, 1)) with { ReportedOn = ADossier.Today.AddDays(1) })
        );

    [Fact]
    public void The_number_of_another_maker_is_another_item() =>
        AssertClear(Rule, With(Found("BH-19001", new DateOnly(2026, 1, 1)) with { Maker = "Brigg" }));

    [Fact]
    public void Without_the_register_of_seizures_nobody_can_say() =>
        AssertNotAssessable(Rule, With() with { Seizures = null }, ["seizures"]);
}

public sealed class LostOrStolenOnTheWayTests
{
    private const string Rule = "DR-S06";

    private static ScreeningDossier Reported(string? kind, Func<Incident, Incident>? spoil = null) =>
        ADossier.Lawful().At(Stage.InTransit) with
        {
            Incidents =
            [
                (spoil ?? (i => i))(
                    new Incident("INC-1", "FWD-1", kind, "reported", null, new DateOnly(2026, 3, 18), CaseId: "CASE-1")
                ),
            ],
        };

    [Theory]
    [InlineData("loss")]
    [InlineData("theft")]
    public void A_crate_is_missing_at_the_hub(string kind)
    {
        var flag = AssertFlag(
            Rule,
            Severity.High,
            Reported(kind),
            computed: [("kind", kind), ("status", "reported"), ("settled", false)]
        );
        Assert.Contains(
            $"A {kind} of goods of this case is on record, of 2026-03-18",
            flag.Text,
            StringComparison.Ordinal
        );
        AssertFlag(Rule, Severity.High, Reported(kind).At(Stage.PostShipment));
    }

    [Theory]
    [InlineData("delay")]
    [InlineData("diversion")]
    public void Anything_else_is_another_matter(string kind) => AssertClear(Rule, Reported(kind));

    [Fact]
    public void How_it_was_settled_is_for_the_officer_to_weigh() =>
        Assert.Contains(
            "it was settled: found in another crate",
            AssertFlag(
                Rule,
                Severity.High,
                Reported("loss", i => i with { Resolution = "found in another crate" }),
                computed: ("settled", true)
            ).Text,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_loss_in_another_case_is_none_here() =>
        AssertClear(Rule, Reported("loss", i => i with { CaseId = "CASE-2" }));

    [Fact]
    public void What_became_known_later_was_not_known() =>
        AssertClear(Rule, Reported("loss", i => i with { KnownAt = ADossier.Today.AddDays(1) }));

    [Fact]
    public void The_register_and_the_case_and_kind_of_each_report_must_be_known()
    {
        AssertNotAssessable(Rule, Reported("loss") with { Incidents = null }, ["incidents"]);
        AssertNotAssessable(Rule, Reported(null), ["incidents[INC-1].kind"]);
        var ofNoCase = Reported("loss", i => i with { CaseId = null, Party = "DLR-NORD" });
        AssertNotAssessable(Rule, ofNoCase, ["incidents[INC-1].case_id"]);
        AssertClear(Rule, Reported("loss", i => i with { CaseId = null, Party = "DLR-SUD" }));
    }
}

public sealed class CheckRefusedOrNegativeTests
{
    private const string Rule = "DR-S07";

    private static ScreeningDossier Checked(string? result, Func<PostShipmentCheck, PostShipmentCheck>? spoil = null) =>
        ADossier.Lawful() with
        {
            PsvResults =
            [
                (spoil ?? (c => c))(new PostShipmentCheck("DLR-NORD", result, new DateOnly(2026, 2, 1), false)),
            ],
        };

    [Theory]
    [InlineData("refused", "refused a check after shipment, on 2026-02-01")] // inspectors were turned away
    [InlineData("negative", "after shipment was negative, on 2026-02-01")]
    public void It_closes_new_licences_to_the_recipient(string result, string words)
    {
        var flag = AssertFlag(
            Rule,
            Severity.Blocking,
            Checked(result),
            computed: [("party", "DLR-NORD"), ("result", result)]
        );
        Assert.Contains(words, flag.Text, StringComparison.Ordinal);
        Assert.Contains("no new licences", flag.Text, StringComparison.Ordinal);
        AssertFlag(Rule, Severity.Blocking, Checked(result).At(Stage.PostShipment));
    }

    [Theory]
    [InlineData("positive")]
    [InlineData("postponed")] // by a flood
    public void Another_result_does_not(string result) => AssertClear(Rule, Checked(result));

    [Fact]
    public void One_that_is_settled_does_not() =>
        AssertClear(Rule, Checked("refused", c => c with { Resolved = true }));

    [Fact]
    public void Unless_it_is_known_to_be_it_is_not_settled() =>
        AssertFlag(Rule, Severity.Blocking, Checked("refused", c => c with { Resolved = null }));

    [Fact]
    public void A_check_of_another_party_is_not_of_this_one()
    {
        AssertClear(Rule, Checked("refused", c => c with { Party = "DLR-SUD" }));
        AssertClear(
            Rule,
            Checked("refused", c => c with { Party = "FWD-1" })
                .WithCase(c => c with { Parties = c.Parties! with { Consignee = "FWD-1" } })
                .And(ADossier.Dealer() with { Id = "FWD-1" })
        );
    }

    [Fact]
    public void What_became_known_later_was_not_known() =>
        AssertClear(Rule, Checked("refused", c => c with { KnownAt = ADossier.Today.AddDays(1) }));

    [Fact]
    public void Checks_party_and_result_must_be_known()
    {
        AssertNotAssessable(Rule, Checked("refused") with { PsvResults = null }, ["psv_results"]);
        AssertNotAssessable(
            Rule,
            Checked("refused").WithCase(c => c with { Parties = c.Parties! with { FinalRecipient = null } }),
            ["case.parties.final_recipient"]
        );
        AssertNotAssessable(Rule, Checked("refused", c => c with { Party = null }), ["psv_results[0].party"]);
        AssertNotAssessable(Rule, Checked(null), ["psv_results[0].result"]);
    }
}

public sealed class MoreThanTheLicenceTests
{
    private const string Rule = "DR-S08";

    private static DrawDownMessage Message(string? id, decimal? quantity) =>
        new(id, "EX-1", Parts.Barrel, "BH308", quantity, new DateOnly(2026, 3, 10));

    /// <summary>So many barrels of this case, on a licence for a hundred.</summary>
    private static ScreeningDossier Shipping(decimal quantity, params IReadOnlyList<DrawDownMessage> gone) =>
        ADossier
            .OfLines(ADossier.Part(Parts.Barrel, "BH308", quantity))
            .WithCase(c =>
                c with
                {
                    ExportLicence = new ExportPaper(
                        "EX-1",
                        IssuedOn: new DateOnly(2026, 3, 5),
                        Lines: [new GoodsCount(Parts.Barrel, "BH308", 60), new GoodsCount(Parts.Barrel, "BH308", 40)]
                    ),
                }
            )
            .At(Stage.PreShipment) with
        {
            Drawdown = gone,
        };

    [Fact]
    public void A_hundred_and_twenty_on_a_licence_for_a_hundred()
    {
        var flag = AssertFlag(
            Rule,
            Severity.Blocking,
            Shipping(30, Message("M-1", 60), Message("M-2", 30)),
            computed: [("finding", OneLaw.WithinLicence), ("subject", "line 1")]
        );
        Assert.Contains(
            "30 of line 1: only 10 of 100 pieces are left on the licence",
            flag.Text,
            StringComparison.Ordinal
        );
        Assert.Null(flag.MayBeClearedBy);
    }

    [Theory]
    [InlineData(40, false)]
    [InlineData(41, true)]
    public void The_licence_may_be_used_up_and_no_piece_more(int quantity, bool fires)
    {
        var dossier = Shipping(quantity, Message("M-1", 60));
        if (fires)
            AssertFlag(Rule, Severity.Blocking, dossier);
        else
            AssertClear(Rule, dossier);
    }

    [Fact]
    public void A_message_that_is_sent_again_is_one() =>
        AssertClear(Rule, Shipping(40, Message("M-1", 60), Message("M-1", 60)));

    [Fact]
    public void A_message_on_another_licence_is_none_on_this() =>
        AssertClear(Rule, Shipping(40, Message("M-1", 60), Message("M-2", 60) with { ExportLicence = "EX-2" }));

    [Theory]
    [InlineData(Stage.InTransit)]
    [InlineData(Stage.PostShipment)]
    public void What_customs_let_out_of_this_case_is_not_counted_twice(Stage stage)
    {
        DrawDownMessage Own(decimal quantity) => Message("M-2", quantity) with { CaseId = "CASE-1" };
        AssertClear(Rule, Shipping(40, Message("M-1", 60), Own(40)).At(stage));
        AssertFlag(Rule, Severity.Blocking, Shipping(40, Message("M-1", 60), Own(41)).At(stage));
    }

    [Fact]
    public void Goods_that_the_licence_does_not_have() =>
        AssertFlag(
            Rule,
            Severity.Blocking,
            Shipping(1).WithCase(c => c with { Lines = [ADossier.Part(Parts.Bolt, "BH308", 1)] }),
            computed: ("finding", OneLaw.GoodsLicensed)
        );

    [Fact]
    public void One_kind_of_other_element_is_not_another()
    {
        var sights = Shipping(1)
            .WithCase(c =>
                c with
                {
                    Lines = [ADossier.Part("JIG", "BH308", 1)],
                    ExportLicence = c.ExportLicence! with { Lines = [new GoodsCount("SIGHT", "BH308", 10)] },
                }
            );
        AssertFlag(Rule, Severity.Blocking, sights, computed: ("finding", OneLaw.GoodsLicensed));
        AssertClear(Rule, sights.WithCase(c => c with { Lines = [ADossier.Part("SIGHT", "BH308", 1)] }));
    }

    [Fact]
    public void Licence_and_goods_must_be_known()
    {
        void Missing(string input, Func<CaseSnapshot, CaseSnapshot> spoil) =>
            AssertNotAssessable(Rule, Shipping(40).WithCase(spoil), [input]);
        Missing("case.export_licence", c => c with { ExportLicence = null });
        Missing("case.export_licence.id", c => c with { ExportLicence = c.ExportLicence! with { Id = null } });
        Missing("case.export_licence.lines", c => c with { ExportLicence = c.ExportLicence! with { Lines = null } });
        Missing(
            "case.export_licence.lines[0].qty",
            c => c with { ExportLicence = c.ExportLicence! with { Lines = [new GoodsCount(Parts.Barrel, "BH308")] } }
        );
        Missing(
            "case.export_licence.lines[0].part_type",
            c => c with { ExportLicence = c.ExportLicence! with { Lines = [new GoodsCount(null, "BH308", 100)] } }
        );
        Missing("case.lines[0].qty", c => c with { Lines = [c.Lines![0] with { Qty = null }] });
        Missing("case.lines[0].platform", c => c with { Lines = [c.Lines![0] with { Platform = null }] });
    }

    [Fact]
    public void What_has_left_must_be_known()
    {
        AssertNotAssessable(Rule, Shipping(40) with { Drawdown = null }, ["drawdown"]);
        AssertNotAssessable(Rule, Shipping(40, Message(null, 10)), ["drawdown[0].message_id"]);
        AssertNotAssessable(Rule, Shipping(40, Message("M-1", null)), ["drawdown[M-1].qty"]);
        AssertNotAssessable(
            Rule,
            Shipping(40, Message("M-1", 10) with { PartType = null }),
            ["drawdown[M-1].part_type"]
        );
        AssertNotAssessable(
            Rule,
            Shipping(40, Message("M-1", 10) with { Platform = null }),
            ["drawdown[M-1].platform"]
        );
        AssertNotAssessable(
            Rule,
            Shipping(40, Message("M-1", 10) with { ExportLicence = null }),
            ["drawdown[M-1].export_licence"]
        );
        // More than the licence leaves is more, whatever else may have left.
        AssertFlag(Rule, Severity.Blocking, Shipping(101) with { Drawdown = null });
    }
}
