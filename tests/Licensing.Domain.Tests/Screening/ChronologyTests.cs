using Licensing.Domain.Screening;
using static Licensing.Domain.Tests.Screening.Screened;

namespace Licensing.Domain.Tests.Screening;

public sealed class ChronologyTests
{
    private const string Rule = "DR-D06";

    // Licensed on 5 March, to leave on 10 April.
    private static ScreeningDossier ImportIssued(int month, int day, Stage stage = Stage.PreShipment) =>
        ADossier
            .Licensed()
            .WithCase(c =>
                c with
                {
                    ImportAuthorisation = c.ImportAuthorisation! with { IssuedOn = new DateOnly(2026, month, day) },
                }
            ) with
        {
            Stage = stage,
        };

    private static ScreeningDossier Certificate(DateOnly? issued, DateOnly? delivered = null) =>
        ADossier
            .Licensed()
            .WithCase(c =>
                c with
                {
                    Euc = c.Euc! with { IssuedOn = issued },
                    ExitDate = new DateOnly(2026, 4, 10),
                    Delivery = new Delivery(delivered),
                }
            ) with
        {
            AsOf = new DateOnly(2026, 5, 20),
            Stage = Stage.PostShipment,
        };

    [Fact]
    public void An_import_licence_dated_after_the_export_licence()
    {
        var flag = AssertFlag(Rule, Severity.High, ImportIssued(3, 6), computed: ("days_late", 1));
        Assert.Equal(
            "Import authorisation IA-1001 bears 2026-03-06, after the export licence of 2026-03-05.",
            flag.Text
        );
    }

    [Fact]
    public void One_of_the_same_day_is_in_order()
    {
        AssertClear(Rule, ImportIssued(3, 5));
        AssertFlag(Rule, Severity.High, ImportIssued(4, 10));
        AssertFlag(Rule, Severity.Blocking, ImportIssued(4, 11), computed: ("days_late", 1));
    }

    [Fact]
    public void The_day_on_which_the_goods_left_counts_before_the_day_planned()
    {
        var left = ImportIssued(4, 11, Stage.PostShipment)
            .WithCase(c => c with { ExitDate = new DateOnly(2026, 4, 11) });
        AssertFlag(Rule, Severity.High, left with { AsOf = new DateOnly(2026, 5, 20) });
        AssertFlag(
            Rule,
            Severity.Blocking,
            left.WithCase(c => c with { ExitDate = new DateOnly(2026, 4, 9) }) with
            {
                AsOf = new DateOnly(2026, 5, 20),
            }
        );
    }

    [Fact]
    public void Before_the_release_a_plan_is_no_dispatch() =>
        AssertFlag(Rule, Severity.High, ImportIssued(4, 11, Stage.Issue));

    [Fact]
    public void A_renewal_stands_for_the_one_that_was_on_file_in_time()
    {
        ScreeningDossier Renewed(DateOnly firstOnFile) =>
            ImportIssued(4, 11) with
            {
                DocumentRegister =
                [
                    new RegisteredDocument("IA-1001", "0ld", firstOnFile),
                    new RegisteredDocument("IA-1001", "1a1001", ADossier.Today, Supersedes: "0ld"),
                ],
            };
        AssertClear(Rule, Renewed(new DateOnly(2026, 3, 5)));
        AssertFlag(Rule, Severity.High, Renewed(new DateOnly(2026, 3, 6)));
        AssertFlag(
            Rule,
            Severity.Blocking,
            ImportIssued(4, 11) with
            {
                DocumentRegister = [new RegisteredDocument("IA-1001", "0ther", new DateOnly(2026, 3, 1))],
            }
        );
    }

    // Ordered on 12 January.
    [Fact]
    public void A_certificate_dated_before_the_order()
    {
        var flag = AssertFlag(Rule, Severity.High, Certificate(new DateOnly(2026, 1, 11)));
        Assert.Contains("before the order of 2026-01-12", flag.Text, StringComparison.Ordinal);
        AssertClear(Rule, Certificate(new DateOnly(2026, 1, 12)));
    }

    [Fact]
    public void A_certificate_dated_after_delivery()
    {
        var delivered = new DateOnly(2026, 4, 30);
        var flag = AssertFlag(Rule, Severity.High, Certificate(delivered.AddDays(1), delivered));
        Assert.Contains("after delivery on 2026-04-30", flag.Text, StringComparison.Ordinal);
        AssertClear(Rule, Certificate(delivered, delivered));
        AssertClear(
            Rule,
            Certificate(delivered.AddDays(1), delivered) with
            {
                DocumentRegister =
                [
                    new RegisteredDocument("EUC-77", "0ld", delivered),
                    new RegisteredDocument("EUC-77", "e0c77", delivered.AddDays(2), Supersedes: "0ld"),
                ],
            }
        );
    }

    [Fact]
    public void The_days_must_be_known()
    {
        AssertNotAssessable(
            Rule,
            ADossier
                .Lawful()
                .WithCase(c => c with { ImportAuthorisation = c.ImportAuthorisation! with { IssuedOn = null } }),
            ["case.import_authorisation.issued_on"]
        );
        AssertNotAssessable(
            Rule,
            ADossier.Licensed().WithCase(c => c with { ExportLicence = c.ExportLicence! with { IssuedOn = null } }),
            ["case.export_licence.issued_on"]
        );
        AssertNotAssessable(
            Rule,
            ADossier.Licensed().WithCase(c => c with { ExportLicence = null, PlannedShipDate = null }),
            ["case.export_licence", "case.planned_ship_date"]
        );
        AssertNotAssessable(
            Rule,
            ADossier.Lawful().WithCase(c => c with { Euc = c.Euc! with { IssuedOn = null }, OrderDate = null }),
            ["case.euc.issued_on", "case.order_date"]
        );
        AssertNotAssessable(Rule, ADossier.Lawful().WithCase(c => c with { Euc = null }), ["case.euc"]);
        AssertNotAssessable(
            Rule,
            ADossier.Lawful().WithCase(c => c with { Euc = new EndUserCertificate() }),
            ["case.euc.present"]
        );
    }

    [Fact]
    public void Papers_that_there_are_not_are_in_no_order() =>
        AssertClear(
            Rule,
            ADossier
                .Lawful()
                .WithCase(c => c with { ImportAuthorisation = null, Euc = new EndUserCertificate(Present: false) })
        );
}
