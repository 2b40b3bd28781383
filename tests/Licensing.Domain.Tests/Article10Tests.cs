using Licensing.Domain.Applications;
using Licensing.Domain.Article10;
using Licensing.Domain.Authorisations;
using Licensing.Domain.Goods;
using Licensing.Domain.Licences;
using Licensing.Domain.Parties;
using Licensing.Domain.Routes;
using Licensing.Domain.Transit;

namespace Licensing.Domain.Tests;

/// <summary>Each test begins with a lawful dossier and spoils one fact. The exact set of unmet rules is asserted, so that a rule that
/// refuses too much fails as well.</summary>
public sealed class Article10Tests
{
    [Fact]
    public void A_lawful_dossier_meets_every_finding() => AssertUnmet(A.LawfulDossier());

    [Fact]
    public void Art_10_2_a_is_not_met_while_the_importing_State_is_silent() =>
        AssertUnmet(
            With(a => a with { Standing = AuthorisationStanding.Unanswered, Particulars = null, AnsweredFor = false }),
            "P10.2a importing-state-has-licensed"
        );

    [Theory]
    [InlineData(AuthorisationStanding.Denied)]
    [InlineData(AuthorisationStanding.Revoked)]
    public void Art_10_2_a_is_not_met_when_the_importing_State_says_no(AuthorisationStanding standing) =>
        AssertUnmet(
            With(a => a with { Standing = standing, Particulars = null }),
            "P10.2a importing-state-has-licensed"
        );

    [Fact]
    public void Art_10_2_a_wants_the_answer_for_this_very_case() =>
        AssertUnmet(With(a => a with { AnsweredFor = false }), "P10.2a importing-state-has-licensed");

    [Fact]
    public void Art_10_2_a_is_not_met_by_an_authorisation_of_a_third_State() =>
        AssertUnmet(
            With(a => a with { IssuedBy = A.Ridgeland, Particulars = a.Particulars! with { IssuedBy = A.Ridgeland } }),
            "P10.2a importing-state-has-licensed"
        );

    [Fact]
    public void An_authorisation_that_expires_on_the_day_of_arrival_still_counts() =>
        AssertUnmet(Particulars(p => p with { ExpiresOn = A.Arrival }, licenceUntil: A.Arrival));

    [Fact]
    public void An_authorisation_that_expires_the_day_before_arrival_does_not() =>
        AssertUnmet(
            Particulars(p => p with { ExpiresOn = A.Arrival.AddDays(-1) }, licenceUntil: A.Arrival.AddDays(-1)),
            "P10.2a authorisation-in-force-on-arrival"
        );

    [Fact]
    public void An_authorisation_that_begins_after_arrival_does_not_cover_it() =>
        AssertUnmet(
            Particulars(p => p with { ValidFrom = A.Arrival.AddDays(1) }),
            "P10.2a authorisation-in-force-on-arrival"
        );

    [Fact]
    public void Goods_that_travel_on_inside_the_importing_State_are_imported_when_they_enter_it()
    {
        var inland = A.Consignment() with
        {
            Route =
            [
                new Leg(A.Northmark, TransportMode.Sea, Stop.Transshipment, 900, "Nordhaven", A.Arrival.AddDays(-5)),
                new Leg(A.Northmark, TransportMode.Road, Stop.Destination, 300, null, A.Arrival),
            ],
        };
        var dossier = A.LawfulDossier() with { Consignment = inland, Transit = [] };
        AssertUnmet(dossier);
        AssertUnmet(
            dossier with
            {
                Authorisations = [A.Confirmed(A.ImportAuthorisation() with { ValidFrom = A.Arrival.AddDays(-4) })],
            },
            "P10.2a authorisation-in-force-on-arrival"
        );
    }

    [Fact]
    public void An_authorisation_that_is_issued_tomorrow_has_not_been_issued() =>
        AssertUnmet(
            Particulars(p => p with { IssuedOn = A.Today.AddDays(1) }),
            "P10.2a authorisation-issued-before-licence"
        );

    [Fact]
    public void An_expired_authorisation_is_found_on_every_count() =>
        AssertUnmet(
            Particulars(p => p with { ExpiresOn = A.Today.AddDays(-1) }),
            "P10.2a authorisation-in-force-today",
            "P10.2a authorisation-in-force-on-arrival",
            "P10.3a particulars-date-of-expiration"
        );

    [Fact]
    public void The_final_recipient_must_be_the_authorised_one() =>
        AssertUnmet(
            Particulars(p => p with { FinalRecipient = p.FinalRecipient with { Name = "Somebody Else" } }),
            "P10.2a authorisation-names-final-recipient"
        );

    [Fact]
    public void The_importer_must_be_the_authorised_one() =>
        AssertUnmet(
            Particulars(p => p with { Importer = p.Importer with { Name = "Somebody Else" } }),
            "P10.2a authorisation-names-importer"
        );

    [Fact]
    public void An_exporter_that_the_authorisation_names_must_be_the_applicant() =>
        AssertUnmet(
            Particulars(p => p with { Exporter = new NamedParty("Brevik Precision", A.Meridia, null) }),
            "P10.2a authorisation-names-exporter"
        );

    [Fact]
    public void A_consignee_that_the_authorisation_names_must_be_the_declared_one() =>
        AssertUnmet(
            Particulars(p => p with { Consignee = new NamedParty("Nordhaven Free Store", A.Northmark, null) }),
            "P10.2a authorisation-names-consignee"
        );

    [Fact]
    public void Parties_that_the_authorisation_names_as_they_are_declared_are_met() =>
        AssertUnmet(
            Particulars(p =>
                p with
                {
                    Exporter = new NamedParty("Halden Arms Works", A.Meridia, null),
                    Consignee = p.Importer,
                }
            )
        );

    [Theory]
    [InlineData("NORDSTERN JAGD UND SPORT", false)]
    [InlineData("Nordstern  Jagd & Sport", true)]
    [InlineData("nordstern jagd & sport", true)]
    public void Spacing_and_case_make_no_other_recipient_but_another_word_does(string name, bool same) =>
        Assert.Equal(same, new NamedParty(name, A.Northmark, null).IsSameAs(A.Consignment().FinalRecipient));

    [Fact]
    public void The_same_name_in_another_State_is_another_recipient() =>
        Assert.False(
            new NamedParty("Nordstern Jagd & Sport", A.Portavia, null).IsSameAs(A.Consignment().FinalRecipient)
        );

    [Fact]
    public void The_same_name_with_another_registration_number_is_another_recipient() =>
        Assert.False(
            new NamedParty("Nordstern Jagd & Sport", A.Northmark, "HRB 1").IsSameAs(
                A.Consignment().FinalRecipient with
                {
                    RegistrationNumber = "HRB 2",
                }
            )
        );

    [Fact]
    public void A_namesake_without_the_registration_number_that_the_authorisation_gives_is_a_doubtful_match() =>
        Assert.False(
            new NamedParty("Nordstern Jagd & Sport", A.Northmark, "HRB 1").IsSameAs(A.Consignment().FinalRecipient)
        );

    [Fact]
    public void The_quantity_that_is_left_counts_not_the_quantity_authorised() =>
        AssertUnmet(With(a => a with { Taken = Taken(1) }), "P10.2a authorisation-quantity-left");

    [Fact]
    public void Exactly_what_is_left_may_be_drawn() =>
        AssertUnmet(With(a => a with { Particulars = A.ImportAuthorisation(quantity: 100), Taken = Taken(60) }));

    [Fact]
    public void What_others_took_of_goods_that_the_authorisation_no_longer_lists_leaves_its_balance_unknown() =>
        AssertUnmet(Unplaced(GoodsClass.Firearm), "P10.2a authorisation-balance-known");

    [Fact]
    public void What_others_took_of_another_class_of_goods_leaves_the_balance_as_it_is() =>
        AssertUnmet(Unplaced(GoodsClass.Ammunition));

    private static ExportDossier Unplaced(GoodsClass taken) =>
        With(a =>
            a with
            {
                Taken = TakenByOthers.Nothing with
                {
                    Unplaced = [new TakenQuantity(taken, null, null, null, new Quantity(100, Unit.Set))],
                },
            }
        );

    [Fact]
    public void A_receiver_is_not_covered_by_an_authorisation_for_the_rifle() =>
        AssertUnmet(
            Line(l => l with { Class = GoodsClass.PartOrComponent, Part = PartKind.Receiver }),
            "P10.2a authorisation-covers-goods"
        );

    [Fact]
    public void Another_platform_is_not_covered() =>
        AssertUnmet(Line(l => l with { Platform = "K47F" }), "P10.2a authorisation-covers-goods");

    [Fact]
    public void Rounds_are_not_covered_by_pieces() =>
        AssertUnmet(
            Line(l => l with { Quantity = new Quantity(40, Unit.Round) }),
            "P10.2a authorisation-covers-goods",
            "P10.2b notice-covers-quantity"
        );

    [Fact]
    public void A_line_must_draw_its_whole_quantity() =>
        AssertUnmet(Line(l => l with { Draws = [new Draw("IA-1001", 39)] }), "P10.2a line-draws-on-authorisations");

    [Fact]
    public void Two_lines_share_what_is_left_on_one_authorisation()
    {
        var dossier = A.LawfulDossier();
        var two = dossier with
        {
            Consignment = dossier.Consignment with { Lines = [A.Rifles(1, 20), A.Rifles(2, 21)] },
            Transit =
            [
                A.Cleared(A.Portavia) with
                {
                    Notice = A.Notice() with
                    {
                        Quantities = [new LineQuantity(1, A.Pieces(20)), new LineQuantity(2, A.Pieces(21))],
                    },
                },
            ],
        };
        AssertUnmet(two, "P10.2a authorisation-quantity-left");
    }

    [Fact]
    public void A_line_may_draw_on_two_authorisations()
    {
        var dossier = A.LawfulDossier();
        AssertUnmet(
            dossier with
            {
                Consignment = dossier.Consignment with
                {
                    Lines = [A.Rifles() with { Draws = [new Draw("IA-1001", 30), new Draw("IA-1002", 10)] }],
                },
                Authorisations =
                [
                    A.Confirmed(A.ImportAuthorisation(quantity: 30)),
                    A.Confirmed(A.ImportAuthorisation("IA-1002", 10)),
                ],
            }
        );
    }

    [Fact]
    public void Art_10_2_b_treats_silence_as_not_met() =>
        AssertUnmet(
            Transit(t => t with { Standing = TransitStanding.Silent, Notice = null }),
            "P10.2b transit-state-has-not-objected"
        );

    [Theory]
    [InlineData(TransitStanding.Objected)]
    [InlineData(TransitStanding.Withdrawn)]
    public void Art_10_2_b_is_not_met_when_a_transit_State_says_no(TransitStanding standing) =>
        AssertUnmet(
            Transit(t => t with { Standing = standing, Notice = null }),
            "P10.2b transit-state-has-not-objected"
        );

    [Fact]
    public void Art_10_2_b_and_10_3_are_not_met_by_a_State_that_was_never_asked() =>
        AssertUnmet(
            A.LawfulDossier() with
            {
                Transit = [],
            },
            "P10.2b transit-state-has-not-objected",
            "P10.3b import-information-sent-in-advance"
        );

    [Fact]
    public void A_notice_of_another_State_is_no_notice_of_this_one() =>
        AssertUnmet(
            A.LawfulDossier() with
            {
                Transit = [A.Cleared(A.Ridgeland)],
            },
            "P10.2b transit-state-has-not-objected",
            "P10.3b import-information-sent-in-advance"
        );

    [Fact]
    public void A_notice_must_run_on_every_day_of_the_passage()
    {
        AssertUnmet(Notice(n => n with { ValidFrom = A.Shipment, ValidTo = new DateOnly(2026, 4, 28) }));
        AssertUnmet(Notice(n => n with { ValidFrom = A.Shipment.AddDays(1) }), "P10.2b notice-in-force-during-transit");
        AssertUnmet(
            Notice(n => n with { ValidTo = new DateOnly(2026, 4, 27) }),
            "P10.2b notice-in-force-during-transit"
        );
    }

    [Fact]
    public void A_notice_for_road_does_not_cover_the_sea() =>
        AssertUnmet(Notice(n => n with { Modes = [TransportMode.Road] }), "P10.2b notice-covers-mode");

    [Fact]
    public void A_notice_must_cover_the_mode_of_leaving_too()
    {
        var dossier = A.LawfulDossier();
        var legs = dossier.Consignment.Route;
        AssertUnmet(
            dossier with
            {
                Consignment = dossier.Consignment with
                {
                    Route = [legs[0], legs[1] with { Mode = TransportMode.Road }],
                },
            },
            "P10.2b notice-covers-mode"
        );
    }

    [Fact]
    public void A_notice_covers_so_much_and_no_more() =>
        AssertUnmet(
            Notice(n => n with { Quantities = [new LineQuantity(1, A.Pieces(39))] }),
            "P10.2b notice-covers-quantity"
        );

    [Fact]
    public void A_notice_dated_tomorrow_does_not_exist_today() =>
        AssertUnmet(Notice(n => n with { DatedOn = A.Today.AddDays(1) }), "P10.2b notice-prior-to-shipment");

    [Fact]
    public void Art_10_3_wants_the_import_information_before_the_notice()
    {
        AssertUnmet(
            Transit(t => t with { ImportInformationSentOn = null }),
            "P10.3b import-information-sent-in-advance"
        );
        AssertUnmet(
            Transit(t => t with { ImportInformationSentOn = new DateOnly(2026, 3, 19) }),
            "P10.3b import-information-sent-in-advance"
        );
        AssertUnmet(Transit(t => t with { ImportInformationSentOn = new DateOnly(2026, 3, 18) }));
    }

    [Fact]
    public void An_arrangement_that_favours_a_landlocked_State_replaces_the_notice_but_not_the_information() =>
        AssertUnmet(
            Transit(t =>
                t with
                {
                    Standing = TransitStanding.Silent,
                    Notice = null,
                    ImportInformationSentOn = null,
                }
            ) with
            {
                Arrangements = [A.Arrangement()],
            },
            "P10.3b import-information-sent-in-advance"
        );

    [Fact]
    public void An_arrangement_does_not_overrule_an_objection() =>
        AssertUnmet(
            Transit(t => t with { Standing = TransitStanding.Objected, Notice = null }) with
            {
                Arrangements = [A.Arrangement()],
            },
            "P10.2b transit-state-has-not-objected"
        );

    public static TheoryData<string, LandlockedArrangement> ArrangementsThatDoNotApply() =>
        new()
        {
            { "another gateway", A.Arrangement() with { Gateway = A.Ridgeland } },
            { "another direction", A.Arrangement() with { Directions = [TransitDirection.Outbound] } },
            { "other goods", A.Arrangement() with { Goods = [GoodsClass.Ammunition] } },
            { "ends during the passage", A.Arrangement() with { To = new DateOnly(2026, 4, 27) } },
            { "begins during the passage", A.Arrangement() with { From = new DateOnly(2026, 4, 16) } },
            { "another landlocked State", A.Arrangement() with { LandlockedState = A.Ridgeland } },
        };

    [Theory]
    [MemberData(nameof(ArrangementsThatDoNotApply))]
    public void An_arrangement_replaces_a_notice_only_if_its_record_says_so(
        string because,
        LandlockedArrangement arrangement
    )
    {
        Assert.NotEmpty(because);
        AssertUnmet(
            Transit(t => t with { Standing = TransitStanding.Silent, Notice = null }) with
            {
                Arrangements = [arrangement],
            },
            "P10.2b transit-state-has-not-objected"
        );
    }

    [Fact]
    public void A_landlocked_exporting_State_counts_too() =>
        AssertUnmet(
            Transit(t => t with { Standing = TransitStanding.Silent, Notice = null }) with
            {
                Arrangements =
                [
                    A.Arrangement() with
                    {
                        LandlockedState = A.Meridia,
                        Directions = [TransitDirection.Outbound],
                    },
                ],
            }
        );

    [Fact]
    public void A_port_call_is_transit_under_the_strict_profile_and_not_where_the_profile_says_so()
    {
        var dossier = A.LawfulDossier() with { Transit = [] };
        var legs = dossier.Consignment.Route;
        var calling = dossier with
        {
            Consignment = dossier.Consignment with { Route = [legs[0] with { Stop = Stop.PortCall }, legs[1]] },
        };
        AssertUnmet(calling, "P10.2b transit-state-has-not-objected", "P10.3b import-information-sent-in-advance");
        AssertUnmet(calling with { Profile = A.Protocol() with { PortCallIsTransit = false } });
    }

    [Fact]
    public void The_licence_may_not_outlast_the_authorisation_nor_the_profile()
    {
        AssertUnmet(
            A.LawfulDossier() with
            {
                Terms = new LicenceTerms("Meridia City", new DateOnly(2027, 1, 1), []),
            },
            "P10.3a particulars-date-of-expiration"
        );
        AssertUnmet(
            A.LawfulDossier() with
            {
                Profile = A.Protocol() with { LicenceValidityDays = 30 },
            },
            "P10.3a particulars-date-of-expiration"
        );
    }

    [Fact]
    public void The_licence_must_be_in_force_on_the_day_of_shipment() =>
        AssertUnmet(
            A.LawfulDossier() with
            {
                Terms = new LicenceTerms("Meridia City", A.Shipment.AddDays(-1), []),
            },
            "P10.3a particulars-date-of-expiration"
        );

    [Fact]
    public void The_licence_must_say_where_it_was_issued() =>
        AssertUnmet(
            A.LawfulDossier() with
            {
                Terms = new LicenceTerms(" ", new DateOnly(2026, 12, 31), []),
            },
            "P10.3a particulars-place-of-issue"
        );

    [Fact]
    public void The_exporter_must_be_registered_and_authorised_on_the_day()
    {
        AssertUnmet(
            A.LawfulDossier() with
            {
                Exporter = A.Exporter() with { Registrations = [] },
            },
            "P12.1 exporter-registered"
        );
        AssertUnmet(
            A.LawfulDossier() with
            {
                Exporter = A.Exporter() with
                {
                    Authorities = [new("C", new DateOnly(2024, 1, 1), A.Today.AddDays(-1))],
                },
            },
            "P12.1 exporter-authorised"
        );
        AssertUnmet(
            A.LawfulDossier() with
            {
                Exporter = A.Exporter() with { Authorities = [new("C", new DateOnly(2024, 1, 1), A.Today)] },
            }
        );
    }

    [Fact]
    public void The_applicant_is_not_told_the_reasons_of_a_State()
    {
        var dossier = Transit(t =>
            t with
            {
                Standing = TransitStanding.Objected,
                Notice = null,
                Reason = "MARKER-IN-CONFIDENCE",
            }
        );
        var unmet = ExportRequirements.Verify(dossier, A.Today).Single(f => !f.IsMet);
        Assert.Contains("MARKER-IN-CONFIDENCE", unmet.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("objection up", unmet.ApplicantMay, StringComparison.Ordinal);
        Assert.Equal("There is no notice of no objection from QP in force.", unmet.ForApplicant);
    }

    [Fact]
    public void The_applicant_reads_the_same_of_a_silent_State_and_of_one_that_objects()
    {
        var read = new[] { TransitStanding.Silent, TransitStanding.Objected, TransitStanding.Withdrawn }
            .Select(standing => Transit(t => t with { Standing = standing, Notice = null, Reason = "a reason" }))
            .Select(dossier => ExportRequirements.Verify(dossier, A.Today).Single(f => !f.IsMet))
            .Select(finding => (finding.ForApplicant, finding.ApplicantMay));
        Assert.Single(read.Distinct());
    }

    [Fact]
    public void Every_unmet_finding_says_what_to_do() =>
        Assert.All(
            ExportRequirements
                .Verify(
                    A.LawfulDossier() with
                    {
                        Authorisations = [],
                        Transit = [],
                        Exporter = new Traders.TraderStanding("Nobody", [], []),
                        Terms = new LicenceTerms("", A.Today.AddDays(-1), []),
                    },
                    A.Today
                )
                .Where(f => !f.IsMet),
            f => Assert.NotEmpty(f.WhatToDo)
        );

    private static void AssertUnmet(ExportDossier dossier, params string[] expected)
    {
        var unmet = ExportRequirements.Verify(dossier, A.Today).Where(f => !f.IsMet).Select(f => $"{f.Row} {f.Rule}");
        Assert.Equal(expected.Distinct().Order(), unmet.Distinct().Order());

        // The gate and the findings are one: what is unmet cannot be issued, what is met can.
        if (expected.Length == 0)
            Assert.Equal("QM-EX-1", ExportLicence.Issue("QM-EX-1", dossier, A.Grant(), A.Today).Number);
        else
            Assert.Throws<NotPermittedException>(() => ExportLicence.Issue("QM-EX-1", dossier, A.Grant(), A.Today));
    }

    private static TakenByOthers Taken(decimal amount) => new(new Dictionary<int, decimal> { [1] = amount }, []);

    private static ExportDossier With(Func<KnownAuthorisation, KnownAuthorisation> spoil) =>
        A.LawfulDossier() with
        {
            Authorisations = [spoil(A.Confirmed(A.ImportAuthorisation()))],
        };

    private static ExportDossier Particulars(
        Func<ImportAuthorisation, ImportAuthorisation> spoil,
        DateOnly? licenceUntil = null
    ) =>
        With(a => a with { Particulars = spoil(a.Particulars!) }) with
        {
            Terms = new LicenceTerms("Meridia City", licenceUntil ?? new DateOnly(2026, 12, 31), []),
        };

    private static ExportDossier Line(Func<GoodsLine, GoodsLine> spoil) =>
        A.LawfulDossier() with
        {
            Consignment = A.Consignment() with { Lines = [spoil(A.Rifles())] },
        };

    private static ExportDossier Transit(Func<TransitClearance, TransitClearance> spoil) =>
        A.LawfulDossier() with
        {
            Transit = [spoil(A.Cleared(A.Portavia))],
        };

    private static ExportDossier Notice(Func<NoObjection, NoObjection> spoil) =>
        Transit(t => t with { Notice = spoil(t.Notice!) });
}
