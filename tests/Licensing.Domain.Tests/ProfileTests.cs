using Licensing.Domain.Article10;
using Licensing.Domain.Authorisations;
using Licensing.Domain.Clocks;
using Licensing.Domain.Licences;
using Licensing.Domain.Policies;
using Licensing.Domain.Routes;
using Licensing.Domain.Transit;

namespace Licensing.Domain.Tests;

/// <summary>What a profile other than <c>protocol</c> may say, and what it never changes.</summary>
public sealed class ProfileTests
{
    private static readonly LegalGround Ground = new("Transit Act, s. 5");

    private static readonly PolicyProfile Exempting = A.Protocol() with
    {
        ExemptTransit = new TransitExemption([TransportMode.Sea, TransportMode.Air], Ground),
    };

    [Theory]
    [InlineData(Stop.PortCall, TransportMode.Sea, true)]
    [InlineData(Stop.PortCall, TransportMode.Air, true)]
    [InlineData(Stop.PortCall, TransportMode.InlandWaterway, false)]
    [InlineData(Stop.Transshipment, TransportMode.Sea, false)]
    [InlineData(Stop.Storage, TransportMode.Sea, false)]
    [InlineData(Stop.LandCrossing, TransportMode.Road, false)]
    public void A_State_need_not_give_notice_where_the_goods_stay_on_board_by_a_mode_that_is_exempt(
        Stop stop,
        TransportMode mode,
        bool exempt
    )
    {
        var dossier = By(stop, mode, mode) with { Profile = Exempting };
        Assert.Equal(exempt, Transit(dossier).IsMet);
        Assert.False(Transit(dossier with { Profile = A.Protocol() }).IsMet);
        // It stays a country of transit, with the information that is its due.
        Assert.Contains(
            ExportRequirements.Verify(dossier, A.Today),
            f => f.Rule == "import-information-sent-in-advance"
        );
    }

    [Fact]
    public void A_change_of_means_or_a_second_stop_ends_the_exemption()
    {
        Assert.False(
            Transit(By(Stop.PortCall, TransportMode.Sea, TransportMode.Air) with { Profile = Exempting }).IsMet
        );

        var twice = By(Stop.PortCall, TransportMode.Sea, TransportMode.Sea) with { Profile = Exempting };
        var route = twice.Consignment.Route;
        Assert.False(
            Transit(
                twice with
                {
                    Consignment = twice.Consignment with
                    {
                        Route = [route[0], route[0] with { Stop = Stop.Transshipment }, route[1]],
                    },
                }
            ).IsMet
        );
    }

    [Fact]
    public void An_exemption_does_not_overrule_an_objection_nor_replace_the_import_authorisation()
    {
        var dossier = By(Stop.PortCall, TransportMode.Sea, TransportMode.Sea) with { Profile = Exempting };
        var objected = A.Cleared(A.Portavia) with { Standing = TransitStanding.Objected, Notice = null };
        Assert.False(Transit(dossier with { Transit = [objected] }).IsMet);
        Assert.Contains(
            ExportRequirements.Verify(dossier with { Authorisations = [] }, A.Today),
            f => f is { Rule: "importing-state-has-licensed", IsMet: false }
        );
    }

    [Fact]
    public void A_licence_for_several_shipments_runs_as_long_as_its_own_limit_and_one_for_a_single_one_as_the_other()
    {
        var profile = A.Protocol() with { LicenceValidityDays = 30, MultipleLicenceValidityDays = 60 };
        Assert.Equal(A.Today.AddDays(30), Latest(profile, AuthorisationUse.SingleUse, A.ImportAuthorisation()));
        Assert.Equal(A.Today.AddDays(60), Latest(profile, AuthorisationUse.MultipleUse, A.ImportAuthorisation()));

        // Under the Protocol it makes no difference, and neither ever outlasts the authorisation.
        foreach (var use in Enum.GetValues<AuthorisationUse>())
        {
            Assert.Equal(
                A.Today.AddDays(365),
                Latest(A.Protocol(), use, A.ImportAuthorisation() with { ExpiresOn = null })
            );
            Assert.Equal(new DateOnly(2026, 12, 31), Latest(A.Protocol(), use, A.ImportAuthorisation()));
        }
    }

    [Fact]
    public void An_application_that_does_not_say_so_is_for_several_shipments() =>
        Assert.Equal(AuthorisationUse.MultipleUse, A.LawfulDossier().Use);

    [Fact]
    public void An_authorisation_without_a_last_day_does_only_where_the_profile_says_so_and_for_as_long()
    {
        var undated = A.LawfulDossier() with
        {
            Authorisations = [A.Confirmed(A.ImportAuthorisation() with { ExpiresOn = null })],
            Terms = A.LawfulDossier().Terms with { ExpiresOn = A.Today.AddDays(100) },
        };
        Assert.Equal("authorisation-bears-last-day", Assert.Single(Unmet(undated)).Rule);

        var allowing = A.Protocol() with { UndatedAuthorisation = new UndatedAuthorisation(Ground, 100) };
        Assert.Empty(Unmet(undated with { Profile = allowing }));
        Assert.Equal(
            "particulars-date-of-expiration",
            Assert
                .Single(
                    Unmet(
                        undated with
                        {
                            Profile = allowing,
                            Terms = undated.Terms with { ExpiresOn = A.Today.AddDays(101) },
                        }
                    )
                )
                .Rule
        );
    }

    [Fact]
    public void A_least_term_is_judged_when_the_licence_is_issued_and_on_no_later_day()
    {
        var profile = A.Protocol() with { UndatedAuthorisation = new UndatedAuthorisation(Ground, null, 90) };
        var undated = A.LawfulDossier() with
        {
            Authorisations = [A.Confirmed(A.ImportAuthorisation() with { ExpiresOn = null })],
            Terms = A.LawfulDossier().Terms with { ExpiresOn = A.Today.AddDays(89) },
            Profile = profile,
        };
        Assert.Equal("particulars-least-term", Assert.Single(Unmet(undated)).Rule);
        var enough = undated with { Terms = undated.Terms with { ExpiresOn = A.Today.AddDays(90) } };
        Assert.Empty(Unmet(enough));
        Assert.DoesNotContain(StandingGround.Verify(enough, A.Today.AddDays(20)), f => !f.IsMet);
        // Where another authorisation has a last day, the licence ends with that one.
        Assert.Null(
            LicenceTerms.EarliestExpiry(
                A.Today,
                profile,
                [.. undated.Authorisations, A.Confirmed(A.ImportAuthorisation("IA-1002"))]
            )
        );
    }

    [Fact]
    public void The_period_for_the_decision_may_be_one_for_exports_only()
    {
        var both = A.Protocol().Periods with
        {
            Decision = Period.Parse("60 working days"),
            ExtendedDecision = Period.Parse("90 working days"),
        };
        var exports = both with { DecisionOnExportsOnly = true };
        Assert.Equal(both.Decision, both.DecisionOn(LicenceKind.Import));
        Assert.Equal(both.Decision, exports.DecisionOn(LicenceKind.Export));
        Assert.Null(exports.DecisionOn(LicenceKind.Import));
        Assert.Null(exports.ExtendedDecisionOn(LicenceKind.Import));
    }

    public static TheoryData<PolicyProfile, string> Mistaken()
    {
        var p = A.Protocol();
        return new()
        {
            { p with { MultipleLicenceValidityDays = 0 }, "multipleLicenceValidityDays must be 1 to 36525" },
            { p with { TransitSilence = new LegalGround(" ") }, "transitSilence.instrument is missing" },
            {
                p with
                {
                    ExemptTransit = new TransitExemption([], Ground),
                },
                "exemptTransit.modes must name a mode of transport"
            },
            {
                p with
                {
                    ExemptTransit = new TransitExemption([TransportMode.Sea], null!),
                },
                "exemptTransit.ground is missing"
            },
            {
                p with
                {
                    UndatedAuthorisation = new UndatedAuthorisation(null!),
                },
                "undatedAuthorisation.ground is missing"
            },
            {
                p with
                {
                    UndatedAuthorisation = new UndatedAuthorisation(Ground, 0),
                },
                "undatedAuthorisation.mostDays must be 1 to 36525"
            },
            {
                p with
                {
                    UndatedAuthorisation = new UndatedAuthorisation(Ground, 100, 101),
                },
                "undatedAuthorisation.leastDays is more than a licence may run"
            },
            { p with { SucceededBy = "next" }, "succeededBy needs appliesTo" },
            {
                p with
                {
                    SucceededBy = p.Id,
                    AppliesTo = new DateOnly(2030, 1, 1),
                },
                "succeededBy is the profile itself"
            },
        };
    }

    [Theory]
    [MemberData(nameof(Mistaken))]
    public void A_mistake_is_named_with_its_field(PolicyProfile profile, string mistake) =>
        Assert.Equal(mistake, Assert.Single(profile.Mistakes()));

    private static ExportDossier By(Stop stop, TransportMode there, TransportMode on)
    {
        var dossier = A.LawfulDossier();
        var route = dossier.Consignment.Route;
        return dossier with
        {
            Transit = [A.Cleared(A.Portavia) with { Standing = TransitStanding.Silent, Notice = null }],
            Consignment = dossier.Consignment with
            {
                Route = [route[0] with { Stop = stop, Mode = there }, route[1] with { Mode = on }],
            },
        };
    }

    private static DateOnly Latest(PolicyProfile profile, AuthorisationUse use, ImportAuthorisation authorisation) =>
        LicenceTerms.LatestExpiry(A.Today, profile, use, [A.Confirmed(authorisation)]);

    private static Finding Transit(ExportDossier dossier) =>
        ExportRequirements.Verify(dossier, A.Today).Single(f => f.Rule == "transit-state-has-not-objected");

    private static IReadOnlyList<Finding> Unmet(ExportDossier dossier) =>
        [.. ExportRequirements.Verify(dossier, A.Today).Where(f => !f.IsMet)];
}
