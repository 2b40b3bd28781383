using Licensing.Domain.Screening;
using static Licensing.Domain.Tests.Screening.Screened;

namespace Licensing.Domain.Tests.Screening;

public sealed class ForgeryTests
{
    private const string Rule = "DR-D11";

    private static ScreeningDossier OnFile(params IReadOnlyList<RegisteredDocument> rows) =>
        ADossier.Lawful() with
        {
            DocumentRegister = rows,
        };

    private static ScreeningDossier Import(Func<ImportPaper, ImportPaper> spoil) =>
        ADossier.Lawful().WithCase(c => c with { ImportAuthorisation = spoil(c.ImportAuthorisation!) });

    private static ScreeningDossier Certificate(Func<EndUserCertificate, EndUserCertificate> spoil) =>
        ADossier.Lawful().WithCase(c => c with { Euc = spoil(c.Euc!) });

    private static readonly RegisteredDocument OtherFile = new("EUC-77", "f0rged", new DateOnly(2026, 2, 2));

    [Fact]
    public void One_number_on_two_files()
    {
        var flag = AssertFlag(
            Rule,
            Severity.High,
            OnFile(OtherFile),
            computed: [("number", "EUC-77"), ("other_files", 1)]
        );
        Assert.Equal(
            "The number of end-user certificate EUC-77 stands on another file as well, registered on 2026-02-02.",
            flag.Text
        );
    }

    [Fact]
    public void The_same_file_under_its_number_is_that_paper() =>
        AssertClear(
            Rule,
            OnFile(new RegisteredDocument("euc-77 ", "E0C77"), new RegisteredDocument("EUC-78", "f0rged"))
        );

    [Fact]
    public void A_new_scan_that_was_registered_as_superseding_the_old_is_the_same_paper()
    {
        var second = new RegisteredDocument("EUC-77", "second", Supersedes: "f0rged");
        var present = new RegisteredDocument("EUC-77", "e0c77", Supersedes: "second");
        AssertClear(Rule, OnFile(OtherFile, second, present));
        AssertFlag(Rule, Severity.High, OnFile(OtherFile, second), computed: ("other_files", 2));
        // What came later on file supersedes this one.
        AssertClear(Rule, OnFile(new RegisteredDocument("EUC-77", "later", Supersedes: "e0c77")));
    }

    [Fact]
    public void What_was_registered_later_was_not_on_file() =>
        AssertClear(Rule, OnFile(OtherFile with { RegisteredOn = ADossier.Today.AddDays(1) }));

    [Fact]
    public void Somebody_signed_who_is_not_on_file()
    {
        AssertFlag(
            Rule,
            Severity.High,
            Import(p => p with { Signatory = "A. Nobody" }),
            computed: ("signatory", "A. Nobody")
        );
        AssertFlag(Rule, Severity.High, Certificate(e => e with { Signatory = "A. Nobody" }));
        AssertClear(Rule, Import(p => p with { Signatory = "m. solberg " }));
    }

    [Fact]
    public void A_body_issued_it_that_is_no_competent_authority_of_that_State()
    {
        var flag = AssertFlag(
            Rule,
            Severity.High,
            Import(p => p with { Issuer = "Ministry of Trade" }),
            computed: ("issuer", "Ministry of Trade")
        );
        Assert.Contains("is no competent authority of QN", flag.Text, StringComparison.Ordinal);
        AssertFlag(
            Rule,
            Severity.High,
            ADossier.Lawful(),
            Reference.Data with
            {
                CompetentAuthorities = [new CompetentAuthority("QP", "Northmark Arms Office")],
            }
        );
        AssertClear(
            Rule,
            ADossier.Lawful(),
            Reference.Data with
            {
                CompetentAuthorities = [new CompetentAuthority(Name: "Northmark Arms Office")],
            }
        );
    }

    [Fact]
    public void Papers_registers_and_specimens_must_be_known()
    {
        AssertNotAssessable(Rule, ADossier.Lawful() with { DocumentRegister = null }, ["document_register"]);
        AssertNotAssessable(
            Rule,
            Certificate(e => e with { Sha256 = null }) with
            {
                DocumentRegister = [OtherFile],
            },
            ["case.euc.sha256"]
        );
        AssertNotAssessable(Rule, OnFile(OtherFile with { Sha256 = null }), ["document_register[EUC-77].sha256"]);
        AssertNotAssessable(Rule, Certificate(e => e with { Number = null }), ["case.euc.number"]);
        AssertNotAssessable(
            Rule,
            Import(p => p with { Signatory = null, Issuer = null, Id = null }),
            ["case.import_authorisation.id", "case.import_authorisation.signatory", "case.import_authorisation.issuer"]
        );
        AssertNotAssessable(
            Rule,
            ADossier.Lawful(),
            ["reference.signatories", "reference.competent_authorities"],
            Reference.Data with
            {
                Signatories = null,
                CompetentAuthorities = null,
            }
        );
        AssertNotAssessable(Rule, ADossier.Lawful().WithCase(c => c with { Euc = null }), ["case.euc"]);
    }

    [Fact]
    public void A_number_that_nobody_has_used_needs_no_file_to_compare() =>
        AssertClear(Rule, Certificate(e => e with { Sha256 = null }));

    [Fact]
    public void Papers_that_there_are_not_are_not_forged() =>
        AssertClear(
            Rule,
            ADossier
                .Lawful()
                .WithCase(c => c with { ImportAuthorisation = null, Euc = new EndUserCertificate(Present: false) })
        );
}
