using Licensing.Domain.Screening;
using static Licensing.Domain.Tests.Screening.Screened;

namespace Licensing.Domain.Tests.Screening;

public sealed class ContentMissingTests
{
    private const string Rule = "DR-D01";

    private static ScreeningDossier Import(
        Func<ImportPaper, ImportPaper> spoil,
        Func<ScreeningDossier, ScreeningDossier>? at = null
    ) =>
        (at ?? (d => d))(ADossier.Lawful())
            .WithCase(c => c with { ImportAuthorisation = spoil(c.ImportAuthorisation!) });

    private static ScreeningDossier Export(Func<ExportPaper, ExportPaper> spoil, Stage stage = Stage.PreShipment) =>
        ADossier.Licensed().WithCase(c => c with { ExportLicence = spoil(c.ExportLicence!) }) with
        {
            Stage = stage,
        };

    [Fact]
    public void An_import_licence_without_a_quantity()
    {
        var flag = AssertFlag(
            Rule,
            Severity.Blocking,
            Import(p => p with { Lines = [p.Lines![0] with { Qty = null }] }),
            computed: ("missing", "case.import_authorisation.lines[0].qty")
        );
        Assert.Equal("Art. 10(3): Import licence IA-1001 does not state the quantity of line 1.", flag.Text);
    }

    [Fact]
    public void An_import_licence_that_names_no_goods() =>
        AssertFlag(
            Rule,
            Severity.Blocking,
            Import(p => p with { Lines = null }),
            computed: ("missing", "case.import_authorisation.lines")
        );

    [Fact]
    public void All_that_one_paper_leaves_out_is_said_of_it_at_once()
    {
        var flag = AssertFlag(
            Rule,
            Severity.Blocking,
            Import(p => p with { PlaceOfIssue = " ", IssuedOn = null, ValidTo = null, IssuingState = null })
        );
        Assert.Equal(
            "Art. 10(3): Import licence IA-1001 does not state the place of issue, the day of issue, the day of expiry, "
                + "the country of import.",
            flag.Text
        );
    }

    [Fact]
    public void An_expiry_worked_out_from_the_issue_is_one() =>
        AssertClear(Rule, Import(p => p with { ValidTo = p.IssuedOn!.Value.AddMonths(12) }));

    [Fact]
    public void That_a_day_of_expiry_is_too_early_is_another_rule() =>
        AssertClear(Rule, Import(p => p with { ValidTo = ADossier.Today }));

    [Theory]
    [InlineData("case.country_export", "The application does not state the country of export")]
    [InlineData("case.country_import", "The application does not state the country of import")]
    public void Both_countries_are_stated(string place, string text) =>
        Assert.Contains(
            text,
            AssertFlag(
                Rule,
                Severity.Blocking,
                ADossier
                    .Lawful()
                    .WithCase(c =>
                        place == "case.country_export" ? c with { CountryExport = null } : c with { CountryImport = "" }
                    ),
                computed: ("missing", place)
            ).Text,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_State_that_exports_to_itself_is_the_finding_of_the_gate() =>
        AssertFlag(
            Rule,
            Severity.Blocking,
            ADossier.Lawful().WithCase(c => c with { CountryExport = "QN" }),
            computed: ("finding", "particulars-countries")
        );

    [Fact]
    public void The_goods_are_described_and_counted()
    {
        var nameless = ADossier.Rifles() with { PartType = null, Description = "", Qty = null };
        AssertFlag(
            Rule,
            Severity.Blocking,
            ADossier.OfLines(nameless),
            computed: ("missing", "case.lines[0].part_type, case.lines[0].qty")
        );
        AssertFlag(
            Rule,
            Severity.Blocking,
            ADossier.OfLines(ADossier.Rifles(0)),
            computed: ("finding", "particulars-description-and-quantity")
        );
    }

    [Fact]
    public void A_part_is_described_by_its_name() =>
        AssertClear(Rule, ADossier.OfLines(ADossier.Rifles() with { Description = null }));

    [Fact]
    public void Where_another_State_is_passed_the_countries_of_transit_are_stated()
    {
        var through = ADossier
            .Lawful()
            .WithCase(c =>
                c with
                {
                    Route = new CaseRoute(2400, [new CaseLeg("QP", "sea", 900, CaseStop.Transship), .. c.Route!.Legs!]),
                }
            );
        AssertClear(Rule, through);
        AssertFlag(
            Rule,
            Severity.Blocking,
            through.WithCase(c => c with { DeclaredTransit = null }),
            computed: ("missing", "case.declared_transit")
        );
        AssertClear(Rule, ADossier.Lawful().WithCase(c => c with { DeclaredTransit = null }));
        AssertNotAssessable(
            Rule,
            ADossier.Lawful().WithCase(c => c with { DeclaredTransit = null, Route = null }),
            ["case.declared_transit"]
        );
    }

    [Fact]
    public void A_route_that_does_not_reach_the_importing_State_is_the_finding_of_the_gate() =>
        AssertFlag(
            Rule,
            Severity.Blocking,
            ADossier
                .Lawful()
                .WithCase(c => c with { Route = new CaseRoute(2400, [new CaseLeg("QP", "sea", 9, CaseStop.Unload)]) }),
            computed: ("finding", "particulars-transit-countries")
        );

    [Fact]
    public void Of_the_export_licence_it_is_asked_only_when_there_is_one()
    {
        AssertClear(Rule, Export(l => l with { IssuedOn = null, ValidTo = null }, Stage.Issue));
        AssertFlag(
            Rule,
            Severity.Blocking,
            Export(l => l with { IssuedOn = null, ValidTo = null }),
            computed: ("missing", "case.export_licence.issued_on, case.export_licence.valid_to")
        );
        AssertClear(Rule, ADossier.Licensed());
    }

    [Fact]
    public void Its_place_of_issue_is_the_authoritys_seat_where_it_names_none()
    {
        AssertClear(Rule, Export(l => l with { PlaceOfIssue = null }));
        AssertFlag(
            Rule,
            Severity.Blocking,
            Export(l => l with { PlaceOfIssue = null }) with
            {
                Authority = null,
            },
            computed: ("finding", "particulars-place-of-issue")
        );
        AssertClear(Rule, ADossier.Lawful() with { Authority = null });
    }

    [Fact]
    public void The_final_recipient_is_another_rule() =>
        AssertClear(
            Rule,
            ADossier.Lawful().WithCase(c => c with { Parties = c.Parties! with { FinalRecipient = null } })
        );

    [Fact]
    public void That_there_is_no_import_licence_at_all_is_another_rule() =>
        AssertClear(Rule, ADossier.Lawful().WithCase(c => c with { ImportAuthorisation = null }));

    [Fact]
    public void What_the_gate_must_know_must_be_known()
    {
        AssertNotAssessable(Rule, ADossier.Lawful().WithCase(c => c with { Lines = null }), ["case.lines"]);
        AssertNotAssessable(Rule, ADossier.Lawful().WithCase(c => c with { Eta = null }), ["case.eta"]);
        AssertNotAssessable(
            Rule,
            ADossier.Licensed().WithCase(c => c with { ExportLicence = null }),
            ["case.export_licence"]
        );
    }
}
