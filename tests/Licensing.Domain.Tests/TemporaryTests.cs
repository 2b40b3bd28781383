using Licensing.Domain.Article10;
using Licensing.Domain.Authorisations;
using Licensing.Domain.Licences;
using Licensing.Domain.Policies;
using Licensing.Domain.Shipments;
using Licensing.Domain.Temporary;
using Licensing.Domain.Transit;

namespace Licensing.Domain.Tests;

/// <summary>Art. 10(6): it permits a simplification, and the profile makes one. Each test spoils one fact of a hunt in Northmark.</summary>
public sealed class TemporaryTests
{
    private const string Notice = "transit-state-has-not-objected";
    private const string Issued = "importing-state-has-licensed";
    private const string Draws = "line-draws-on-authorisations";

    private static readonly TemporaryMovement Hunt = new(
        TemporaryPurpose.Hunting,
        null,
        new DateOnly(2026, 5, 20),
        new PurposeEvidence("INV-7", "Nordhaven Forest Office", new DateOnly(2026, 3, 1))
    );

    [Fact]
    public void A_lawful_hunt_meets_every_finding_and_is_on_the_licence()
    {
        var licence = ExportLicence.Issue("L-1", Dossier(), A.Grant(), A.Today);

        Assert.Equal(Hunt, licence.Consignment.Temporary);
        Assert.Empty(licence.Simplified);
        Assert.Equal(
            ["purpose-verifiable", "return-after-arrival"],
            ExportRequirements.Verify(Dossier(), A.Today).Where(f => f.Row == "P10.6").Select(f => f.Rule)
        );
    }

    [Fact]
    public void The_strict_reading_simplifies_nothing() =>
        Assert.Equal([Notice], Unmet(Silent() with { Profile = A.Protocol() }));

    [Fact]
    public void What_the_profile_simplifies_is_shown_as_met_with_its_instrument()
    {
        var finding = ExportRequirements.Verify(Silent(), A.Today).Single(f => f.Rule == Notice);

        Assert.True(finding.IsMet);
        Assert.Equal("Hunting Visitors Act of Meridia", finding.SimplifiedUnder);
        Assert.StartsWith(
            "Not asked for where goods go for hunting (Hunting Visitors Act of Meridia). QP was asked on",
            finding.Text,
            StringComparison.Ordinal
        );
        Assert.Empty(Unmet(Silent()));
        var licence = ExportLicence.Issue("L-1", Silent(), A.Grant(), A.Today);
        Assert.Equal([new SimplifiedFinding(Notice, "QP", "Hunting Visitors Act of Meridia")], licence.Simplified);
    }

    [Fact]
    public void A_notice_that_is_there_is_not_simplified() =>
        Assert.All(
            ExportRequirements.Verify(Dossier() with { Profile = Simplifying(Notice) }, A.Today),
            f => Assert.Null(f.SimplifiedUnder)
        );

    [Theory]
    [InlineData(TransitStanding.Objected)]
    [InlineData(TransitStanding.Withdrawn)]
    public void A_transit_State_that_has_said_no_is_not_overruled(TransitStanding standing) =>
        Assert.Equal(
            [Notice],
            Unmet(Silent() with { Transit = [A.Cleared(A.Portavia) with { Standing = standing, Notice = null }] })
        );

    [Theory]
    [InlineData(AuthorisationStanding.Denied)]
    [InlineData(AuthorisationStanding.Revoked)]
    public void An_importing_State_that_has_said_no_is_not_overruled(AuthorisationStanding standing) =>
        Assert.Equal(
            [Issued],
            Unmet(
                Dossier() with
                {
                    Authorisations =
                    [
                        A.Confirmed(A.ImportAuthorisation()) with
                        {
                            Standing = standing,
                            Particulars = null,
                        },
                    ],
                    Profile = Simplifying(Issued, Draws),
                }
            )
        );

    [Fact]
    public void Goods_that_go_for_good_or_for_another_purpose_are_not_simplified()
    {
        Assert.Equal([Notice], Unmet(Of(Silent(), null)));
        Assert.Equal([Notice], Unmet(Of(Silent(), Hunt with { Purpose = TemporaryPurpose.Exhibition })));
    }

    [Fact]
    public void Goods_need_not_draw_on_an_authorisation_that_need_not_be_issued()
    {
        var unasked = Dossier() with
        {
            Authorisations =
            [
                A.Confirmed(A.ImportAuthorisation()) with
                {
                    Standing = AuthorisationStanding.Unanswered,
                    Particulars = null,
                    AnsweredFor = false,
                },
            ],
            Profile = Simplifying(Issued, Draws),
        };
        var licence = ExportLicence.Issue("L-1", unasked, A.Grant(), A.Today);
        Assert.Empty(licence.Reservations);

        var release = Release.Of(ReleaseOf(unasked, licence) with { Authorisations = unasked.Authorisations }, A.Today);

        Assert.Empty(release.DrawDowns);
    }

    [Fact]
    public void Goods_that_arrive_on_the_day_on_which_they_are_to_be_back_do_not_go()
    {
        Assert.Equal(["return-after-arrival"], Unmet(Of(Dossier(), Hunt with { ReturnBy = A.Arrival })));
        Assert.Empty(Unmet(Of(Dossier(), Hunt with { ReturnBy = A.Arrival.AddDays(1) })));
    }

    [Fact]
    public void A_shipment_that_would_arrive_too_late_to_be_back_in_time_is_not_released()
    {
        var dossier = ReleaseOf(Dossier(), ExportLicence.Issue("L-1", Dossier(), A.Grant(), A.Today));
        Release.Of(dossier, A.Today);
        var late = dossier with
        {
            Shipment = dossier.Shipment with
            {
                ArrivesOn = Hunt.ReturnBy,
                Route = [.. dossier.Shipment.Route.Select(l => l with { ArrivesOn = null })],
            },
        };

        Assert.Equal(
            ["return-after-arrival"],
            ReleaseRequirements.Verify(late, A.Today).Where(f => !f.IsMet).Select(f => f.Rule)
        );
    }

    [Fact]
    public void The_last_day_that_the_importing_State_lets_them_stay_counts()
    {
        var stays = A.ImportAuthorisation() with { LeavesAgainBy = Hunt.ReturnBy };
        Assert.Empty(Unmet(Dossier(stays)));
        Assert.Equal(
            ["authorisation-for-the-stay"],
            Unmet(Dossier(stays with { LeavesAgainBy = Hunt.ReturnBy.AddDays(-1) }))
        );
    }

    [Fact]
    public void Where_it_gives_no_day_they_are_back_while_its_authorisation_runs()
    {
        var last = A.ImportAuthorisation().ExpiresOn!.Value;
        Assert.Empty(Unmet(Of(Dossier(), Hunt with { ReturnBy = last })));
        Assert.Equal(["authorisation-for-the-stay"], Unmet(Of(Dossier(), Hunt with { ReturnBy = last.AddDays(1) })));
    }

    [Fact]
    public void An_authorisation_for_a_stay_is_none_for_goods_that_go_for_good() =>
        Assert.Equal(
            ["authorisation-for-the-stay"],
            Unmet(Of(Dossier(A.ImportAuthorisation() with { LeavesAgainBy = new DateOnly(2026, 12, 31) }), null))
        );

    [Fact]
    public void A_temporary_import_waives_the_import_marking_and_says_until_when_the_goods_leave_again()
    {
        var dossier = new ImportDossier(
            A.Consignment() with
            {
                Temporary = Hunt,
            },
            new Traders.TraderStanding(
                "Nordstern Jagd & Sport",
                [new Traders.Registration(new DateOnly(2011, 4, 2), null)],
                [new Traders.TradeAuthority("C", new DateOnly(2024, 1, 1), null, LicenceKind.Import)]
            ),
            new LicenceTerms("Nordhaven", new DateOnly(2026, 12, 31), []),
            A.Protocol()
        );

        Assert.Equal(
            Hunt.ReturnBy,
            ImportLicence.Issue("IA-1", dossier, A.Grant(), A.Today).Authorisation.LeavesAgainBy
        );
        var waived = ImportRequirements.Verify(dossier, A.Today).Single(f => f.Row == "P8b");
        Assert.Equal(
            "The import marking is waived: a temporary import for hunting, which INV-7 of Nordhaven Forest Office bears out, to leave "
                + "again by 2026-05-20.",
            waived.Text
        );
        Assert.DoesNotContain(
            ImportRequirements.Verify(
                dossier with
                {
                    Consignment = dossier.Consignment with { Temporary = null },
                },
                A.Today
            ),
            f => f.Row == "P8b"
        );
    }

    [Fact]
    public void A_profile_that_simplifies_wrongly_is_refused_with_every_mistake()
    {
        var wrong = A.Protocol() with
        {
            Simplifications =
            [
                new Simplification([TemporaryPurpose.Other], " ", ["particulars-final-recipient", Issued]),
                new Simplification([], "An Act", []),
            ],
        };

        Assert.Equal(
            [
                "simplifications[0].purposes must name each purpose: what is simplified for any other is simplified for all",
                "simplifications[0].instrument is missing: Art. 10(6) permits a simplification and makes none",
                "simplifications[0].findings: particulars-final-recipient is not one that can be simplified ("
                    + "importing-state-has-licensed, line-draws-on-authorisations, transit-state-has-not-objected, "
                    + "import-information-sent-in-advance)",
                "simplifications[0].findings: importing-state-has-licensed needs line-draws-on-authorisations beside it",
                "simplifications[1].purposes names none",
                "simplifications[1].findings names none",
            ],
            wrong.Mistakes()
        );
        Assert.Empty(Simplifying(Notice).Mistakes());
    }

    private static PolicyProfile Simplifying(params string[] findings) =>
        A.Protocol() with
        {
            Simplifications =
            [
                new Simplification([TemporaryPurpose.Hunting], "Hunting Visitors Act of Meridia", findings),
            ],
        };

    private static ExportDossier Dossier(ImportAuthorisation? authorisation = null) =>
        Of(A.LawfulDossier(), Hunt) with
        {
            Authorisations = [A.Confirmed(authorisation ?? A.ImportAuthorisation())],
        };

    /// <summary>Portavia has been sent the import licence's information and is silent, under a profile that needs no notice of it.</summary>
    private static ExportDossier Silent() =>
        Dossier() with
        {
            Transit = [A.Cleared(A.Portavia) with { Standing = TransitStanding.Silent, Notice = null }],
            Profile = Simplifying(Notice),
        };

    private static ExportDossier Of(ExportDossier dossier, TemporaryMovement? movement) =>
        dossier with
        {
            Consignment = dossier.Consignment with { Temporary = movement },
        };

    private static ReleaseDossier ReleaseOf(ExportDossier dossier, ExportLicence licence) =>
        new(
            new LicenceContent(
                licence.Number,
                licence.PlaceOfIssue,
                licence.IssuedOn,
                licence.ExpiresOn,
                licence.Consignment,
                licence.TransitStates,
                licence.Conditions,
                licence.Reservations,
                licence.Profile,
                Simplified: licence.Simplified
            ),
            LicenceStatus.InForce,
            dossier.Exporter,
            dossier.Authorisations,
            [A.Cleared(A.Portavia) with { Notice = A.Notice() with { ValidTo = Hunt.ReturnBy } }],
            [],
            dossier.Profile,
            new ShipmentDeclaration(
                [new ShippedLine(1, 40, [.. Enumerable.Range(1, 40).Select(n => $"BH-{n}")])],
                licence.Consignment.Route,
                A.Shipment,
                A.Arrival,
                "Blue Line",
                "MV Aurora",
                "Meridia harbour"
            ),
            [],
            [],
            [],
            []
        );

    private static IEnumerable<string> Unmet(ExportDossier dossier) =>
        ExportRequirements.Verify(dossier, A.Today).Where(f => !f.IsMet).Select(f => f.Rule);
}
