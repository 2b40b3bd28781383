using System.Globalization;
using CsCheck;
using Licensing.Domain.Article10;
using Licensing.Domain.Authorisations;
using Licensing.Domain.Goods;
using Licensing.Domain.Licences;
using Licensing.Domain.Routes;
using Licensing.Domain.Shipments;
using Licensing.Domain.Transit;
using RaisedFlag = Licensing.Domain.Screening.RaisedFlag;
using ScreeningOutcome = Licensing.Domain.Screening.ScreeningOutcome;
using Severity = Licensing.Domain.Screening.Severity;

namespace Licensing.Domain.Tests;

/// <summary>"Prior to shipment" is a moment of its own: what must hold when goods leave.</summary>
public sealed class ReleaseTests
{
    [Fact]
    public void A_shipment_as_licensed_is_released()
    {
        var release = Release.Of(Lawful(), A.Today);
        Assert.Equal([new DrawDown(new Reservation("IA-1001", 1, 1, 40), 40)], release.DrawDowns);
        Assert.Equal((A.Today, "QM-EX-2026-000001"), (release.On, release.Licence));
    }

    [Fact]
    public void There_is_no_other_way_to_make_or_alter_a_release()
    {
        Assert.Empty(typeof(Release).GetConstructors());
        Assert.DoesNotContain(typeof(Release).GetProperties(), p => p.SetMethod is { IsPublic: true });
    }

    [Theory]
    [InlineData(LicenceStatus.Suspended)]
    [InlineData(LicenceStatus.Exhausted)]
    [InlineData(LicenceStatus.Expired)]
    [InlineData(LicenceStatus.Revoked)]
    [InlineData(LicenceStatus.Surrendered)]
    public void Only_a_licence_in_force_lets_goods_leave(LicenceStatus status) =>
        Refused(Lawful() with { Status = status }, "licence-in-force");

    [Fact]
    public void The_day_of_expiry_of_the_licence_still_counts_for_the_day_of_shipment()
    {
        var dossier = Lawful();
        var last = dossier.Licence with { ExpiresOn = A.Shipment };
        Release.Of(dossier with { Licence = last }, A.Today);
        Assert.Equal(
            ["licence-in-force", "particulars-date-of-expiration"],
            Unmet(dossier with { Licence = last with { ExpiresOn = A.Shipment.AddDays(-1) } }).Select(f => f.Rule)
        );
    }

    [Fact]
    public void What_is_held_stays() => Refused(Lawful() with { Held = ["Weights differ."] }, "not-held");

    [Fact]
    public void The_applicant_does_not_learn_why_it_is_held() =>
        Assert.DoesNotContain(
            "Weights",
            Unmet(Lawful() with { Held = ["Weights differ."] }).Single().ForApplicant,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_condition_that_nobody_has_seen_to_be_met_keeps_the_goods_here()
    {
        var dossier = Lawful();
        var sealing = dossier with { Licence = dossier.Licence with { Conditions = ["Seal it.", "Escort it."] } };
        Refused(sealing with { ConditionsMet = ["Seal it."] }, "condition-met");
        Release.Of(sealing with { ConditionsMet = ["Escort it.", "Seal it."] }, A.Today);
    }

    [Fact]
    public void No_more_leaves_than_other_shipments_have_left_of_the_licence()
    {
        var before = Lawful(Rifles(41, 5)) with { Before = [Rifles(1, 35)] };
        Release.Of(before, A.Today);
        Refused(before with { Before = [Rifles(1, 36)] }, "quantity-within-licence");
    }

    [Fact]
    public void What_is_not_on_the_licence_stays() => Refused(Lawful(new ShippedLine(2, 1, [])), "goods-are-licensed");

    [Fact]
    public void A_line_is_given_once() =>
        Assert.Contains("line-given-once", Unmet(Lawful(Rifles(1, 20), Rifles(21, 20))).Select(f => f.Rule));

    [Fact]
    public void Every_firearm_bears_a_serial_number_of_its_own()
    {
        Refused(Lawful(Rifles(1, 40) with { Serials = [] }), "serials-complete");
        Refused(Lawful(Rifles(1, 40) with { Amount = 39 }), "serials-complete");
        var twice = Rifles(1, 2) with { Serials = ["BH-1", " bh-1 "] };
        Refused(Lawful(twice), "serials-complete");
    }

    [Fact]
    public void A_number_that_has_left_before_does_not_leave_again() =>
        Refused(Lawful(Rifles(5, 2)) with { Before = [Rifles(1, 5)] }, "serials-not-shipped-before");

    [Fact]
    public void Where_the_licence_names_the_pieces_no_others_leave()
    {
        var dossier = Lawful(Rifles(1, 2));
        var named = dossier.Licence.Consignment.Lines[0] with { Serials = ["BH-001", "BH-003"], SerialsLater = false };
        var licence = dossier.Licence with { Consignment = dossier.Licence.Consignment with { Lines = [named] } };
        Refused(dossier with { Licence = licence }, "serials-licensed");
    }

    [Fact]
    public void Unmarked_parts_stay_only_where_the_profile_says_so()
    {
        var parts = A.Rifles() with
        {
            Class = GoodsClass.PartOrComponent,
            Part = PartKind.Barrel,
            Marking = MarkingForm.None,
        };
        var goods = new AuthorisedGoods(1, GoodsClass.PartOrComponent, PartKind.Barrel, null, null, A.Pieces(40));
        var dossier = Lawful(new ShippedLine(1, 40, [])) with
        {
            Authorisations = [A.Confirmed(A.ImportAuthorisation() with { Goods = [goods] })],
        };
        dossier = dossier with
        {
            Licence = dossier.Licence with { Consignment = dossier.Licence.Consignment with { Lines = [parts] } },
        };
        Release.Of(dossier, A.Today);
        Refused(dossier with { Profile = A.Protocol() with { PartsMustBeMarked = true } }, "goods-are-marked");
    }

    [Fact]
    public void A_State_that_the_licence_does_not_name_is_not_crossed_even_with_its_notice()
    {
        var dossier = Lawful();
        var route = dossier.Shipment.Route.Prepend(
            new Leg(A.Ridgeland, TransportMode.Sea, Stop.Transshipment, 1, null, A.Shipment.AddDays(1))
        );
        Refused(
            dossier with
            {
                Shipment = dossier.Shipment with { Route = [.. route] },
                Transit = [A.Cleared(A.Portavia), A.Cleared(A.Ridgeland)],
            },
            "transit-state-on-licence"
        );
    }

    [Fact]
    public void A_notice_that_was_good_at_the_issue_and_is_withdrawn_keeps_the_goods_here() =>
        Refused(
            Lawful() with
            {
                Transit = [A.Cleared(A.Portavia) with { Standing = TransitStanding.Withdrawn, Notice = null }],
            },
            "transit-state-has-not-objected"
        );

    [Fact]
    public void A_notice_is_for_so_much_over_all_shipments()
    {
        var notice = A.Notice() with { Quantities = [new LineQuantity(1, A.Pieces(30))] };
        var dossier = Lawful(Rifles(21, 10)) with { Transit = [A.Cleared(A.Portavia) with { Notice = notice }] };
        Release.Of(dossier with { Before = [Rifles(1, 20)] }, A.Today);
        Refused(
            dossier with
            {
                Before = [Rifles(1, 21)],
                Shipment = dossier.Shipment with { Lines = [Rifles(31, 10)] },
            },
            "notice-covers-quantity"
        );
    }

    [Fact]
    public void Goods_that_leave_now_are_judged_by_today_and_not_by_the_day_that_was_declared()
    {
        // The notice runs from the first of April; the shipment was declared for the tenth.
        var exit = Lawful() with
        {
            Released = [Rifles(1, 40)],
        };
        Refused(exit, "notice-in-force-during-transit");
        Release.Of(exit, new DateOnly(2026, 4, 1));
    }

    [Fact]
    public void Only_the_pieces_that_were_released_leave()
    {
        var day = new DateOnly(2026, 4, 1);
        var exit = Lawful(Rifles(1, 10)) with { Released = [Rifles(1, 20)] };
        Release.Of(exit, day);
        Refused(exit with { Released = [Rifles(1, 9)] }, "within-the-release", day);
        Refused(exit with { Released = [Rifles(2, 20)] }, "within-the-release", day);
    }

    [Fact]
    public void Days_that_do_not_follow_each_other_are_no_route() =>
        Assert.Contains(
            "days-in-order",
            Unmet(Lawful() with { Shipment = Lawful().Shipment with { ArrivesOn = A.Shipment.AddDays(1) } })
                .Select(f => f.Rule)
        );

    [Fact]
    public void What_a_licence_rests_on_leaves_out_the_days_of_one_shipment_and_nothing_else()
    {
        var all = ExportRequirements.Verify(A.LawfulDossier(), A.Today).Select(f => f.Rule).Distinct();
        var ground = StandingGround.Verify(A.LawfulDossier(), A.Today).Select(f => f.Rule).Distinct();
        Assert.Equal(
            [
                "authorisation-in-force-on-arrival",
                "notice-in-force-during-transit",
                "notice-prior-to-shipment",
                "shipment-is-ahead",
            ],
            all.Except(ground).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_licence_that_outlives_an_authorisation_has_lost_its_ground()
    {
        var shorter = A.ImportAuthorisation() with { ExpiresOn = new DateOnly(2026, 12, 30) };
        var unmet = StandingGround
            .Verify(A.LawfulDossier() with { Authorisations = [A.Confirmed(shorter)] }, A.Today)
            .Where(f => !f.IsMet)
            .ToList();

        Assert.Equal("particulars-date-of-expiration", Assert.Single(unmet).Rule);
        Assert.True(StandingGround.IsOfStates(unmet[0]));
    }

    [Theory]
    [InlineData("2026-04-28", true)]
    [InlineData("2026-04-27", false)]
    public void Goods_on_their_way_need_the_notice_until_the_day_on_which_they_have_passed(string until, bool holds)
    {
        var notice = A.Notice() with { ValidTo = DateOnly.Parse(until, CultureInfo.InvariantCulture) };
        var underway = Lawful() with { Transit = [A.Cleared(A.Portavia) with { Notice = notice }] };

        Assert.Equal(holds, StandingGround.OfGoodsUnderway(underway, A.Shipment.AddDays(5)).All(f => f.IsMet));
    }

    [Fact]
    public void Goods_on_their_way_do_not_need_a_notice_dated_before_they_left_once_they_have_left() =>
        Assert.All(
            StandingGround.OfGoodsUnderway(
                Lawful() with
                {
                    Transit =
                    [
                        A.Cleared(A.Portavia) with
                        {
                            Notice = A.Notice() with { DatedOn = A.Shipment.AddDays(1) },
                        },
                    ],
                },
                A.Shipment.AddDays(2)
            ),
            f => Assert.True(f.IsMet, f.Text)
        );

    [Fact]
    public void Goods_that_leave_later_than_planned_may_be_anywhere_on_the_way_until_they_arrive()
    {
        var late = A.Consignment().NotBefore(A.Shipment.AddDays(30));

        Assert.Equal(
            (A.Shipment.AddDays(30), A.Shipment.AddDays(30)),
            (late.PlannedShipmentOn, late.ExpectedArrivalOn)
        );
        Assert.All(late.Route, leg => Assert.Null(leg.ArrivesOn));
        Assert.Same(late, late.NotBefore(A.Shipment.AddDays(30)));
    }

    [Fact]
    public void A_State_is_asked_again_when_its_answer_does_not_suffice_and_only_then()
    {
        var lawful = A.LawfulDossier();
        Assert.True(ExportRequirements.SufficesFor(lawful, A.Portavia, A.Today));
        Assert.True(ExportRequirements.SufficesFor(lawful, "IA-1001", A.Today));
        var fewer = A.Notice() with { Quantities = [new LineQuantity(1, A.Pieces(39))] };
        Assert.False(
            ExportRequirements.SufficesFor(
                lawful with
                {
                    Transit = [A.Cleared(A.Portavia) with { Notice = fewer }],
                },
                A.Portavia,
                A.Today
            )
        );
        Assert.False(
            ExportRequirements.SufficesFor(
                lawful with
                {
                    Authorisations = [A.Confirmed(A.ImportAuthorisation(quantity: 39))],
                },
                "IA-1001",
                A.Today
            )
        );
        // An arrangement dispenses with a notice, not with the import licence's information.
        var silent = A.Cleared(A.Portavia) with
        {
            Standing = TransitStanding.NotAsked,
            Notice = null,
        };
        Assert.False(
            ExportRequirements.SufficesFor(
                lawful with
                {
                    Transit = [silent],
                    Arrangements = [A.Arrangement()],
                },
                A.Portavia,
                A.Today
            )
        );
    }

    [Fact]
    public void What_has_left_is_gone_from_the_authorisation_of_each_line_in_turn()
    {
        Reservation[] reservations = [new("IA-1", 1, 1, 60), new("IA-2", 1, 1, 40), new("IA-1", 2, 2, 5)];
        Assert.Equal(
            [new DrawDown(reservations[0], 10), new DrawDown(reservations[1], 20)],
            DrawDown.Of(reservations, 1, 50, 30)
        );
        Assert.Throws<ArgumentException>(() => DrawDown.Of(reservations, 1, 90, 11));
    }

    private static readonly Gen<(decimal[] Reserved, decimal[] Parts)> GenSplit =
        from reserved in Gen.Int[1, 50].Array[1, 4]
        from parts in Gen.Int[1, 60].Array[1, 6]
        select (reserved.Select(r => (decimal)r).ToArray(), parts.Select(p => (decimal)p).ToArray());

    [Fact]
    public void However_a_line_is_split_over_shipments_no_reservation_is_drawn_beyond_itself_and_none_is_lost() =>
        GenSplit.Sample(
            (reserved, parts) =>
            {
                Reservation[] reservations = [.. reserved.Select((r, i) => new Reservation($"IA-{i}", 1, 1, r))];
                var (drawn, before) = (new List<DrawDown>(), 0m);
                foreach (var part in parts)
                {
                    var amount = Math.Min(part, reserved.Sum() - before);
                    if (amount == 0)
                        break;
                    drawn.AddRange(DrawDown.Of(reservations, 1, before, amount));
                    before += amount;
                }
                Assert.Equal(before, drawn.Sum(d => d.Amount));
                foreach (var reservation in reservations)
                    Assert.True(drawn.Where(d => d.From == reservation).Sum(d => d.Amount) <= reservation.Amount);
            }
        );

    private static readonly Gen<(
        LicenceStatus Status,
        int Before,
        int Now,
        int Noticed,
        TransitStanding Said,
        bool Held
    )> GenFacts =
        from status in Gen.Enum<LicenceStatus>()
        from before in Gen.Int[0, 45]
        from now in Gen.Int[1, 45]
        from noticed in Gen.Int[0, 45]
        from said in Gen.Enum<TransitStanding>()
        from held in Gen.Bool
        select (status, before, now, noticed, said, held);

    [Fact]
    public void Whatever_the_facts_nothing_is_released_beyond_the_licence_the_notice_and_the_yes_of_the_State() =>
        GenFacts.Sample(f =>
        {
            var notice = A.Notice() with { Quantities = [new LineQuantity(1, A.Pieces(f.Noticed))] };
            var dossier = Lawful(Rifles(f.Before + 1, f.Now)) with
            {
                Status = f.Status,
                Before = f.Before == 0 ? [] : [Rifles(1, f.Before)],
                Held = f.Held ? ["Held."] : [],
                Transit =
                [
                    A.Cleared(A.Portavia) with
                    {
                        Standing = f.Said,
                        Notice = f.Said == TransitStanding.NoObjection ? notice : null,
                    },
                ],
            };
            var lawful =
                f is { Status: LicenceStatus.InForce, Said: TransitStanding.NoObjection, Held: false }
                && f.Before + f.Now <= Math.Min(40, f.Noticed);
            Assert.Equal(lawful, Unmet(dossier).Count == 0);
        });

    [Fact]
    public void A_receipt_is_compared_line_by_line_and_piece_by_piece()
    {
        ShippedLine[] left = [Rifles(1, 3), new ShippedLine(2, 10, [])];
        Assert.Empty(
            Discrepancy.Between(left, new Receipt(A.Arrival, [Rifles(1, 3), new ShippedLine(2, 10, [])], null))
        );
        Assert.Equal(
            [
                "Line 1: did not arrive: BH-001.",
                "Line 1: arrived, but had not left: BH-004.",
                "Line 2: 10 left and 9 arrived.",
                "Line 3: 1 arrived, of 0 that left.",
            ],
            Discrepancy
                .Between(
                    left,
                    new Receipt(A.Arrival, [Rifles(2, 3), new ShippedLine(2, 9, []), new ShippedLine(3, 1, [])], null)
                )
                .Select(d => d.Text)
        );
    }

    [Fact]
    public void An_importing_State_that_gives_no_numbers_has_compared_the_quantity_alone() =>
        Assert.Empty(Discrepancy.Between([Rifles(1, 3)], new Receipt(A.Arrival, [new ShippedLine(1, 3, [])], null)));

    [Fact]
    public void A_licence_for_one_shipment_lets_no_second_one_leave()
    {
        var lawful = Lawful(Rifles(1, 10));
        var single = lawful with
        {
            Licence = lawful.Licence with
            {
                Consignment = lawful.Licence.Consignment with { Use = AuthorisationUse.SingleUse },
            },
        };
        Assert.Empty(Unmet(single));
        Refused(single with { AnotherShipment = true }, "licence-for-one-shipment");
        Assert.Empty(Unmet(lawful with { AnotherShipment = true }));
    }

    [Fact]
    public void What_was_found_of_diversion_since_the_licence_was_issued_keeps_the_goods_back()
    {
        var screened = Lawful() with { Profile = A.Protocol() with { Screened = true } };
        var flag = new RaisedFlag("DR-E01", Severity.Blocking, "An embargo.", "Do not ship.", "senior_officer", null);
        Refused(screened, "screened-for-diversion");
        Refused(screened with { Screening = new ScreeningOutcome([flag]) }, "diversion-flag-looked-at");
        Assert.Empty(Unmet(screened with { Screening = new ScreeningOutcome([]) }));
    }

    private static ReleaseDossier Lawful(params ShippedLine[] lines)
    {
        var consignment = A.Consignment();
        return new ReleaseDossier(
            new LicenceContent(
                "QM-EX-2026-000001",
                "Meridia City",
                new DateOnly(2026, 3, 19),
                new DateOnly(2026, 12, 31),
                consignment,
                [A.Portavia],
                [],
                [new Reservation("IA-1001", 1, 1, 40)],
                "protocol 1"
            ),
            LicenceStatus.InForce,
            A.Exporter(),
            [A.Confirmed(A.ImportAuthorisation())],
            [A.Cleared(A.Portavia)],
            [],
            A.Protocol(),
            new ShipmentDeclaration(
                lines.Length > 0 ? lines : [Rifles(1, 40)],
                consignment.Route,
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
    }

    private static ShippedLine Rifles(int from, int count) =>
        new(1, count, [.. Enumerable.Range(from, count).Select(n => $"BH-{n:000}")]);

    private static IReadOnlyList<Finding> Unmet(ReleaseDossier dossier, DateOnly? today = null) =>
        [.. ReleaseRequirements.Verify(dossier, today ?? A.Today).Where(f => !f.IsMet)];

    private static void Refused(ReleaseDossier dossier, string rule, DateOnly? today = null)
    {
        Assert.Equal([rule], Unmet(dossier, today).Select(f => f.Rule));
        Assert.Equal(
            [rule],
            Assert
                .Throws<NotPermittedException>(() => Release.Of(dossier, today ?? A.Today))
                .Findings.Select(f => f.Rule)
        );
    }
}
