using Licensing.Domain.Screening;
using static Licensing.Domain.Tests.Screening.Screened;

namespace Licensing.Domain.Tests.Screening;

public sealed class PapersInOrderTests
{
    [Theory]
    [InlineData(Stage.PreShipment)]
    [InlineData(Stage.InTransit)]
    [InlineData(Stage.PostShipment)]
    public void Papers_in_order_raise_nothing_and_leave_nothing_open(Stage stage)
    {
        var report = By(ADossier.Licensed() with { Stage = stage });
        Assert.DoesNotContain(report.Flags, f => f.Family == "documents");
        Assert.DoesNotContain(report.NotAssessed, n => n.Rule.StartsWith("DR-D", StringComparison.Ordinal));
    }
}

public sealed class NotVerifiedTests
{
    private const string Rule = "DR-D08";

    private static ScreeningDossier Import(string? verification, Stage stage = Stage.Application) =>
        ADossier
            .Lawful()
            .WithCase(c =>
                c with
                {
                    ImportAuthorisation = c.ImportAuthorisation! with { Verification = verification },
                }
            ) with
        {
            Stage = stage,
        };

    private static ScreeningDossier Certificate(string? verification, Stage stage = Stage.Application) =>
        ADossier.Lawful().WithCase(c => c with { Euc = c.Euc! with { Verification = verification } }) with
        {
            Stage = stage,
        };

    [Fact]
    public void The_ministry_says_that_it_knows_no_such_number()
    {
        var flag = AssertFlag(Rule, Severity.Blocking, Import("failed"), computed: ("verification", "failed"));
        Assert.Equal(
            "The issuing authority has not confirmed import authorisation IA-1001: its verification failed.",
            flag.Text
        );
        AssertFlag(Rule, Severity.Blocking, Certificate("failed"));
    }

    [Fact]
    public void What_was_verified_by_secure_mail_is_verified() =>
        AssertClear(
            Rule,
            ADossier
                .Lawful()
                .WithCase(c =>
                    c with
                    {
                        ImportAuthorisation = c.ImportAuthorisation! with
                        {
                            VerifiedOn = ADossier.Today,
                            Channel = "secure e-mail",
                        },
                    }
                )
        );

    [Theory]
    [InlineData(Stage.Application, Severity.Elevated)]
    [InlineData(Stage.Issue, Severity.Blocking)]
    [InlineData(Stage.PreShipment, Severity.Blocking)]
    public void An_open_question_blocks_from_the_issue_on(Stage stage, Severity severity)
    {
        AssertFlag(Rule, severity, Import("pending", stage));
        AssertFlag(Rule, severity, Import("not_checked", stage));
        AssertFlag(Rule, severity, Certificate("pending", stage));
    }

    [Fact]
    public void What_was_verified_later_was_still_an_open_question()
    {
        var verified = ADossier
            .Lawful()
            .WithCase(c =>
                c with
                {
                    ImportAuthorisation = c.ImportAuthorisation! with { VerifiedOn = ADossier.Today.AddDays(1) },
                    Euc = c.Euc! with { VerifiedOn = ADossier.Today },
                }
            );
        Assert.Equal(
            "The issuing authority has been asked about import authorisation IA-1001 and has not answered.",
            AssertFlag(Rule, Severity.Elevated, verified).Text
        );
        AssertFlag(
            Rule,
            Severity.Elevated,
            verified.WithCase(c => c with { Euc = c.Euc! with { VerifiedOn = ADossier.Today.AddDays(2) } }) with
            {
                AsOf = ADossier.Today.AddDays(1),
            },
            computed: ("verification", "pending")
        );
    }

    [Fact]
    public void Whether_anybody_has_asked_must_be_known()
    {
        AssertNotAssessable(Rule, Import(null), ["case.import_authorisation.verification"]);
        AssertNotAssessable(Rule, Certificate("perhaps"), ["case.euc.verification"]);
        AssertNotAssessable(Rule, ADossier.Lawful().WithCase(c => c with { Euc = null }), ["case.euc"]);
    }

    [Fact]
    public void Papers_that_there_are_not_need_no_confirmation() =>
        AssertClear(
            Rule,
            ADossier
                .Lawful()
                .WithCase(c => c with { ImportAuthorisation = null, Euc = new EndUserCertificate(Present: false) })
        );
}

public sealed class PapersDisagreeTests
{
    private const string Rule = "DR-D10";

    // A barrel weighs 0.55 kg.
    private static ScreeningDossier Barrels(decimal? netKg, params IReadOnlyList<decimal> quantities) =>
        ADossier
            .Licensed()
            .WithCase(c =>
                c with
                {
                    Lines = [ADossier.Part(Parts.Barrel, "BH308", 100)],
                    DeclaredNetKg = netKg,
                    Documents =
                    [
                        .. (quantities.Count > 0 ? quantities : [100, 100]).Select(
                            (q, i) => new CaseDocument($"paper {i + 1}", Qty: q)
                        ),
                    ],
                }
            );

    [Fact]
    public void A_hundred_barrels_declared_at_twelve_kilograms()
    {
        var flag = AssertFlag(
            Rule,
            Severity.Elevated,
            Barrels(12),
            computed: [("declared_kg", 12m), ("expected_kg", 55.00m), ("deviation", 0.782m)]
        );
        Assert.Equal("Declared are 12 kg net; such goods weigh about 55 kg.", flag.Text);
    }

    [Fact]
    public void A_tenth_more_or_less_is_packaging() => AssertClear(Rule, Barrels(60.5m));

    [Theory]
    [InlineData(27.5, false)]
    [InlineData(27.4, true)]
    [InlineData(82.5, false)]
    [InlineData(82.6, true)]
    public void Half_as_much_is_allowed_and_more_is_not(double kilograms, bool isOff)
    {
        if (isOff)
            AssertFlag(Rule, Severity.Elevated, Barrels((decimal)kilograms));
        else
            AssertClear(Rule, Barrels((decimal)kilograms));
    }

    [Fact]
    public void Two_papers_that_state_different_quantities()
    {
        var flag = AssertFlag(Rule, Severity.Elevated, Barrels(55, 100, 90));
        Assert.Equal("The papers state different quantities: paper 1 100, paper 2 90.", flag.Text);
    }

    [Fact]
    public void Both_together_weigh_more() => AssertFlag(Rule, Severity.High, Barrels(12, 100, 90));

    [Fact]
    public void A_set_weighs_what_it_consists_of() =>
        AssertFlag(
            Rule,
            Severity.Elevated,
            Barrels(12)
                .WithCase(c =>
                    c with
                    {
                        Lines =
                        [
                            ADossier.Part(Parts.UpperAssembly, "M15F", 100) with
                            {
                                ExplodesTo = new Dictionary<string, decimal>
                                {
                                    [Parts.UpperReceiver] = 1,
                                    [Parts.Bolt] = 2,
                                },
                            },
                        ],
                    }
                ),
            computed: ("expected_kg", 135.00m)
        );

    [Fact]
    public void Weights_and_quantities_must_be_known()
    {
        AssertNotAssessable(Rule, Barrels(null), ["case.declared_net_kg"]);
        AssertNotAssessable(Rule, Barrels(55, 100), ["case.documents[].qty"]);
        AssertNotAssessable(Rule, Barrels(55).WithCase(c => c with { Documents = null }), ["case.documents"]);
        AssertNotAssessable(Rule, Barrels(55).WithCase(c => c with { Lines = null }), ["case.lines"]);
        AssertNotAssessable(
            Rule,
            Barrels(55).WithCase(c => c with { Lines = [new CaseLine()] }),
            ["case.lines[0].qty", "case.lines[0].part_type"]
        );
        AssertNotAssessable(
            Rule,
            Barrels(55),
            ["reference.part_kg.BARREL"],
            Reference.Data with
            {
                PartKg = new Dictionary<string, decimal>(),
            }
        );
    }

    [Fact]
    public void What_can_be_told_is_told_though_the_weight_is_not_known() =>
        AssertFlag(Rule, Severity.Elevated, Barrels(null, 100, 90), computed: ("declared_kg", "not known"));
}

public sealed class OverGenericTests
{
    private const string Rule = "DR-D12";

    private static ScreeningDossier Line(CaseLine line) => ADossier.OfLines(line);

    [Fact]
    public void A_lot_of_weapon_spares()
    {
        var flag = AssertFlag(
            Rule,
            Severity.Elevated,
            Line(new CaseLine(Qty: 1, Unit: "lot", Description: "Weapon spares")),
            computed: ("generic", "weapon spares")
        );
        Assert.Equal("\"Weapon spares\" could be anything, and no kind of part is named.", flag.Text);
    }

    [Fact]
    public void Twelve_bolts_by_their_part_number() =>
        AssertClear(Rule, Line(new CaseLine(Qty: 12, Description: "12 x bolt, p/n 44-17")));

    [Fact]
    public void Where_the_kind_of_part_is_named_the_description_may_be_broad() =>
        AssertClear(
            Rule,
            Line(ADossier.Part(Parts.Bolt, "BH308", 12) with { Description = "spare parts as required" })
        );

    [Theory]
    [InlineData("set", true)]
    [InlineData("Lot", true)]
    [InlineData("piece", false)]
    [InlineData(null, false)]
    public void A_set_says_what_it_consists_of(string? unit, bool isUnlisted)
    {
        var line = ADossier.Part(Parts.UpperAssembly, "M15F", 10) with { Unit = unit };
        if (isUnlisted)
            Assert.Contains(
                "nothing says what one consists of",
                AssertFlag(Rule, Severity.Elevated, Line(line), computed: ("generic", unit!)).Text,
                StringComparison.Ordinal
            );
        else
            AssertClear(Rule, Line(line));
        AssertClear(
            Rule,
            Line(line with { ExplodesTo = new Dictionary<string, decimal> { [Parts.UpperReceiver] = 1 } })
        );
        if (isUnlisted)
            AssertFlag(Rule, Severity.Elevated, Line(line with { ExplodesTo = new Dictionary<string, decimal>() }));
    }

    [Fact]
    public void The_words_are_the_rule_sets() =>
        AssertFlag(
            Rule,
            Severity.Elevated,
            Line(new CaseLine(Qty: 12, Description: "12 x bolt, p/n 44-17")),
            rules: With(Rule, "generic_list", """["p/n"]""")
        );

    [Fact]
    public void What_the_goods_are_called_must_be_known()
    {
        AssertNotAssessable(Rule, Line(new CaseLine(Qty: 1)), ["case.lines[0].description"]);
        AssertNotAssessable(Rule, ADossier.Lawful().WithCase(c => c with { Lines = null }), ["case.lines"]);
    }
}

public sealed class ChangedWhatMayNotBeTests
{
    private const string Rule = "DR-D13";

    // Licensed on 5 March.
    private static ScreeningDossier Changed(string? field, DateOnly? on, DateOnly? approved = null) =>
        ADossier
            .Licensed()
            .WithCase(c =>
                c with
                {
                    Amendments = [new Amendment(field, on, approved, approved is null ? null : "QM")],
                }
            );

    private static readonly DateOnly After = new(2026, 3, 6);

    [Fact]
    public void A_consignee_swapped_after_issue()
    {
        var flag = AssertFlag(
            Rule,
            Severity.Blocking,
            Changed("consignee", After),
            computed: [("field", "consignee"), ("days_after_issue", 1)]
        );
        Assert.StartsWith(
            "The consignee was changed on 2026-03-06, after the licence was issued on 2026-03-05.",
            flag.Text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("final_recipient")]
    [InlineData("country_import")]
    [InlineData("goods")]
    [InlineData("quantity_increase")]
    public void An_approval_does_not_help(string field) =>
        AssertFlag(Rule, Severity.Blocking, Changed(field, After, approved: After));

    [Fact]
    public void A_port_of_entry_may_be_amended() => AssertClear(Rule, Changed("port_of_entry", After, approved: After));

    [Fact]
    public void What_was_changed_by_the_day_of_issue_is_what_was_licensed() =>
        AssertClear(Rule, Changed("consignee", new DateOnly(2026, 3, 5)));

    [Fact]
    public void What_was_changed_later_is_not_known_yet()
    {
        AssertFlag(Rule, Severity.Blocking, Changed("goods", ADossier.Today));
        AssertClear(Rule, Changed("goods", ADossier.Today.AddDays(1)));
    }

    [Fact]
    public void What_was_changed_and_when_must_be_known()
    {
        AssertNotAssessable(Rule, ADossier.Licensed().WithCase(c => c with { Amendments = null }), ["case.amendments"]);
        AssertNotAssessable(Rule, Changed(null, After), ["case.amendments[0].field"]);
        AssertNotAssessable(Rule, Changed("goods", null), ["case.amendments[0].changed_on"]);
        AssertNotAssessable(
            Rule,
            Changed("goods", After).WithCase(c => c with { ExportLicence = null }),
            ["case.export_licence.issued_on"]
        );
    }
}
