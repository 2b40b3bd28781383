using Licensing.Domain.Applications;
using Licensing.Domain.Article10;
using Licensing.Domain.Authorisations;
using Licensing.Domain.Licences;
using Licensing.Domain.Parties;
using Licensing.Domain.Policies;
using Licensing.Domain.Traders;

namespace Licensing.Domain.Tests;

/// <summary>Art. 10(1) and 10(3): before a State authorises an import, and what exporting States then rely on.</summary>
public sealed class ImportTests
{
    [Fact]
    public void A_lawful_import_is_authorised_with_the_particulars_of_the_application()
    {
        var issued = ImportLicence
            .Issue("qn-im-2026-000001", Lawful(), A.Grant("Marked on arrival."), A.Today)
            .Authorisation;

        Assert.Equal(
            ("QN-IM-2026-000001", "QN", "Nordhaven"),
            (issued.Number, issued.IssuedBy.Code, issued.PlaceOfIssue)
        );
        Assert.Equal((A.Today, A.Today, A.Today.AddDays(365)), (issued.IssuedOn, issued.ValidFrom, issued.ExpiresOn));
        Assert.Equal((A.Meridia, AuthorisationUse.SingleUse), (issued.ExportingState, issued.Use));
        Assert.Equal(["Marked on arrival."], issued.Conditions!);
        Assert.Equal("Nordstern Jagd & Sport", issued.FinalRecipient.Name);
        var goods = Assert.Single(issued.Goods);
        Assert.True(goods.Covers(A.Rifles()));
        Assert.Equal(A.Pieces(40), goods.Quantity);
    }

    [Fact]
    public void What_is_issued_is_enough_for_the_export_for_which_it_was_asked()
    {
        var issued = ImportLicence.Issue("IA-1001", Lawful(), A.Grant(), A.Today).Authorisation;

        var findings = ExportRequirements.Verify(
            A.LawfulDossier() with
            {
                Authorisations = [A.Confirmed(issued)],
            },
            A.Today
        );

        Assert.All(findings, f => Assert.True(f.IsMet, f.Text));
    }

    public static TheoryData<string, string> Spoilt() =>
        new()
        {
            { "not registered", "importer-registered" },
            { "not authorised", "importer-authorised" },
            { "authorised to export only", "importer-authorised" },
            { "no place", "particulars-place-of-issue" },
            { "expires before the arrival", "particulars-date-of-expiration" },
            { "expires beyond the profile", "particulars-date-of-expiration" },
            { "expired", "particulars-date-of-expiration" },
            { "within one State", "particulars-countries" },
            { "final recipient elsewhere", "particulars-final-recipient" },
            { "no goods", "particulars-description-and-quantity" },
        };

    [Theory]
    [MemberData(nameof(Spoilt))]
    public void One_spoilt_fact_is_one_finding_and_no_authorisation(string what, string rule)
    {
        var lawful = Lawful();
        var dossier = what switch
        {
            "not registered" => lawful with { Importer = lawful.Importer with { Registrations = [] } },
            "not authorised" => lawful with { Importer = lawful.Importer with { Authorities = [] } },
            "authorised to export only" => lawful with
            {
                Importer = lawful.Importer with { Authorities = A.Exporter().Authorities },
            },
            "no place" => lawful with { Terms = lawful.Terms with { PlaceOfIssue = " " } },
            "expires before the arrival" => Until(lawful, A.Arrival.AddDays(-1)),
            "expires beyond the profile" => Until(lawful, A.Today.AddDays(366)),
            "expired" => Until(
                lawful with
                {
                    Consignment = lawful.Consignment with { ExpectedArrivalOn = A.Today.AddDays(-1) },
                },
                A.Today.AddDays(-1)
            ),
            "within one State" => lawful with
            {
                Consignment = lawful.Consignment with { ExportingState = A.Northmark },
            },
            "final recipient elsewhere" => lawful with
            {
                Consignment = lawful.Consignment with
                {
                    Parties =
                    [
                        .. lawful.Consignment.Parties.Select(p =>
                            p.Role == PartyRole.FinalRecipient ? p with { State = A.Portavia } : p
                        ),
                    ],
                },
            },
            _ => lawful with { Consignment = lawful.Consignment with { Lines = [] } },
        };

        var refusal = Assert.Throws<NotPermittedException>(() =>
            ImportLicence.Issue("IA-1001", dossier, A.Grant(), A.Today)
        );

        Assert.Equal(rule, Assert.Single(refusal.Findings).Rule);
    }

    [Theory]
    [InlineData(AuthorisationUse.SingleUse, null, null, 365)]
    [InlineData(AuthorisationUse.MultipleUse, null, null, 365)]
    [InlineData(AuthorisationUse.SingleUse, 180, 1095, 180)]
    [InlineData(AuthorisationUse.MultipleUse, 180, 1095, 1095)]
    [InlineData(AuthorisationUse.MultipleUse, 180, null, 180)]
    public void How_long_it_may_run_is_the_profile_s_word(AuthorisationUse use, int? usual, int? several, int days)
    {
        var profile = A.Protocol() with { ImportValidityDays = usual, MultipleImportValidityDays = several };
        Assert.Equal(days, profile.ImportValidity(use));
        Assert.Empty(profile.Mistakes());
    }

    [Fact]
    public void Validities_that_are_none_are_mistakes_of_the_profile() =>
        Assert.Equal(
            ["importValidityDays must be 1 to 36525", "multipleImportValidityDays must be 1 to 36525"],
            (A.Protocol() with { ImportValidityDays = 0, MultipleImportValidityDays = 36526 }).Mistakes()
        );

    [Fact]
    public void An_authorisation_for_goods_from_another_State_does_not_cover()
    {
        var other = A.ImportAuthorisation() with { ExportingState = A.Portavia };
        Assert.Equal("authorisation-for-export-from", Assert.Single(Unmet(A.Confirmed(other))).Rule);
        Assert.Empty(Unmet(A.Confirmed(other with { ExportingState = A.Meridia })));
    }

    [Theory]
    [InlineData(AuthorisationUse.SingleUse, true, "authorisation-for-one-licence")]
    [InlineData(AuthorisationUse.SingleUse, false, null)]
    [InlineData(AuthorisationUse.MultipleUse, true, null)]
    public void One_for_a_single_licence_serves_no_second(AuthorisationUse use, bool used, string? rule)
    {
        var known = A.Confirmed(A.ImportAuthorisation() with { Use = use }) with { UsedByAnother = used };
        Assert.Equal(rule, Unmet(known).SingleOrDefault()?.Rule);
    }

    [Fact]
    public void Its_conditions_stand_on_the_export_licence()
    {
        var authorisation = A.ImportAuthorisation() with { Conditions = ["Marked on arrival."] };
        var licence = ExportLicence.Issue(
            "QM-EX-2026-000001",
            A.LawfulDossier() with
            {
                Authorisations = [A.Confirmed(authorisation)],
            },
            A.Grant("By daylight."),
            A.Today
        );
        Assert.Equal(["By daylight.", "QN: Marked on arrival."], licence.Conditions);
    }

    [Theory]
    [InlineData(41, 365, null)]
    [InlineData(10, 365, null)]
    [InlineData(9, 365, "amendment-leaves-what-has-left")]
    [InlineData(40, 39, null)]
    [InlineData(40, 38, "particulars-date-of-expiration")]
    [InlineData(40, 366, "particulars-date-of-expiration")]
    public void An_amendment_keeps_to_the_law_and_leaves_what_has_left(int pieces, int days, string? rule)
    {
        var issued = ImportLicence.Issue("IA-1001", Lawful(), A.Grant(), A.Today);
        var content = new ImportLicenceContent(issued.Authorisation, issued.Consignment, issued.Profile);
        ImportLicenceContent Amend() =>
            content.Amended(
                A.Today.AddDays(days),
                null,
                new Dictionary<int, decimal> { [1] = pieces },
                new Dictionary<int, decimal> { [1] = 10 },
                Lawful(),
                A.Today
            );

        if (rule is not null)
        {
            var refusal = Assert.Throws<NotPermittedException>(Amend);
            Assert.Equal(rule, Assert.Single(refusal.Findings).Rule);
            return;
        }
        var amended = Amend().Authorisation;
        Assert.Equal((pieces, A.Today.AddDays(days)), (amended.Goods[0].Quantity.Amount, amended.ExpiresOn));
        Assert.Equal((issued.Authorisation.Number, issued.Authorisation.IssuedOn), (amended.Number, amended.IssuedOn));
    }

    private static List<Finding> Unmet(KnownAuthorisation known) =>
        [
            .. ExportRequirements
                .Verify(A.LawfulDossier() with { Authorisations = [known] }, A.Today)
                .Where(f => !f.IsMet),
        ];

    private static ImportDossier Until(ImportDossier dossier, DateOnly day) =>
        dossier with
        {
            Terms = dossier.Terms with { ExpiresOn = day },
        };

    private static ImportDossier Lawful() =>
        new(
            A.Consignment() with
            {
                Lines = [A.Rifles() with { Draws = [] }],
                Route = [],
                Use = AuthorisationUse.SingleUse,
            },
            new TraderStanding(
                "Nordstern Jagd & Sport",
                [new Registration(new DateOnly(2009, 5, 4), null)],
                [new TradeAuthority("C", new DateOnly(2024, 1, 1), null, LicenceKind.Import)]
            ),
            new LicenceTerms("Nordhaven", A.Today.AddDays(365), []),
            A.Protocol()
        );
}
