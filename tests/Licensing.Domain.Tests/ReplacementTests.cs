using CsCheck;
using Licensing.Domain.Applications;
using Licensing.Domain.Goods;
using Licensing.Domain.Licences;
using Licensing.Domain.Parties;
using Licensing.Domain.Routes;
using Licensing.Domain.Shipments;
using Licensing.Domain.Temporary;
using Licensing.Domain.Transit;

namespace Licensing.Domain.Tests;

/// <summary>Which notices go on when a licence takes another's place, and for how much.</summary>
public sealed class ReplacementTests
{
    [Fact]
    public void Other_days_another_mode_and_another_quantity_are_nothing_new_to_a_State_whose_notice_says_for_which_it_is_given()
    {
        var now = A.Consignment() with
        {
            PlannedShipmentOn = A.Shipment.AddDays(30),
            ExpectedArrivalOn = A.Arrival.AddDays(30),
            Route = [.. A.Consignment().Route.Select(l => l with { Mode = TransportMode.Rail, ArrivesOn = null })],
            Lines = [A.Rifles(1, 55) with { UnitValue = new Money(900, "EUR"), Serials = ["1"], SerialsLater = false }],
        };
        Assert.Empty(Replacement.NewTo(A.Portavia, A.Consignment(), now));
    }

    [Fact]
    public void Another_party_is_new_to_it()
    {
        foreach (var role in Enum.GetValues<PartyRole>())
        {
            var told = A.Consignment() with
            {
                Parties = [.. A.Consignment().Parties.Where(p => p.Role != role), A.Party(role, "One", A.Meridia)],
            };
            var now = told with
            {
                Parties = [.. told.Parties.Where(p => p.Role != role), A.Party(role, "Another", A.Meridia)],
            };
            var word = role == PartyRole.FinalRecipient ? "final recipient" : role.ToString().ToLowerInvariant();
            Assert.Equal([$"another {word}"], Replacement.NewTo(A.Portavia, told, now));
            Assert.Empty(
                Replacement.NewTo(
                    A.Portavia,
                    told,
                    told with
                    {
                        Parties = [.. told.Parties.Reverse().Select(p => p with { Phone = "1", Email = "a@b" })],
                    }
                )
            );
        }
    }

    [Fact]
    public void Another_purpose_of_a_temporary_movement_or_another_day_of_return_is_new_to_it()
    {
        var told = A.Consignment() with
        {
            Temporary = new TemporaryMovement(
                TemporaryPurpose.Repair,
                null,
                A.Arrival.AddDays(30),
                new PurposeEvidence("R-1", "Nordstern", A.Today)
            ),
        };
        string[] news = ["another purpose of a temporary movement, or another day of return"];
        Assert.Empty(Replacement.NewTo(A.Portavia, told, told.ToReturnBy(A.Arrival.AddDays(30))));
        Assert.Equal(news, Replacement.NewTo(A.Portavia, told, told.ToReturnBy(A.Arrival.AddDays(31))));
        Assert.Equal(news, Replacement.NewTo(A.Portavia, told, told with { Temporary = null }));
    }

    [Fact]
    public void Another_way_through_it_is_new_and_another_way_elsewhere_is_not()
    {
        var told = A.Consignment();
        var places = told with { Route = [told.Route[0] with { Place = "Another harbour" }, told.Route[1]] };
        var detour = told with
        {
            Route =
            [
                told.Route[0],
                new Leg(A.Ridgeland, TransportMode.Road, Stop.LandCrossing, 10, null, null),
                told.Route[1],
            ],
        };
        var further = detour with
        {
            Route =
            [
                .. detour.Route.Take(2),
                new Leg(A.Meridia, TransportMode.Road, Stop.Storage, 1, null, null),
                told.Route[1],
            ],
        };
        Assert.Equal(["the goods enter, cross or leave QP otherwise"], Replacement.NewTo(A.Portavia, told, places));
        Assert.Equal(["the goods enter, cross or leave QP otherwise"], Replacement.NewTo(A.Portavia, told, detour));
        Assert.Empty(Replacement.NewTo(A.Portavia, detour, further));
    }

    [Fact]
    public void Other_goods_another_authorisation_and_another_use_are_new_to_it()
    {
        var told = A.Consignment();
        var now = told with
        {
            Lines = [A.Rifles(1, 40, "IA-1002"), A.Rifles(2) with { Model = "BH338" }],
            EndUse = EndUse.Police,
        };
        Assert.Equal(
            ["another end use", "import authorisation IA-1002", "the goods of line 2"],
            Replacement.NewTo(A.Portavia, told, now)
        );
    }

    [Fact]
    public void What_left_since_the_application_is_taken_off_with_its_serials_and_from_the_first_draw()
    {
        var line = A.Rifles(1, 5) with
        {
            Serials = ["a", "B", "c", "d", "e"],
            SerialsLater = false,
            Draws = [new Draw("IA-1", 2), new Draw("IA-2", 3)],
        };
        var applied = A.Consignment() with { Lines = [line] };
        var less = Replacement.Less(
            applied,
            A.Consignment() with
            {
                Lines = [A.Rifles(7, 40)],
            },
            [new ShippedLine(7, 3, ["A", "b", " C "])]
        );
        var rest = Assert.Single(less.Lines);
        Assert.Equal((1, A.Pieces(2)), (rest.Number, rest.Quantity));
        Assert.Equal(["d", "e"], rest.Serials);
        Assert.Equal([new Draw("IA-2", 2)], rest.Draws);
    }

    [Fact]
    public void Nothing_is_left_to_license_when_all_has_left_meanwhile() =>
        Assert.Empty(Replacement.Less(A.Consignment(), A.Consignment(), [new ShippedLine(1, 40, [])]).Lines);

    [Fact]
    public void Together_a_licence_and_what_takes_its_place_never_take_more_than_was_applied_for_or_a_notice_allows() =>
        Gen.Select(Gen.Int[0, 6], Gen.Int[1, 6], Gen.Int[1, 6], Gen.Int[0, 6], Gen.Int[0, 6], Gen.Bool)
            .Sample(
                (allowed, first, second, leftFirst, leftSecond, isOne) =>
                {
                    // The same goods on one line or on two.
                    var told = A.Consignment() with
                    {
                        Lines = [A.Rifles(1, 6), A.Rifles(2, 6)],
                    };
                    var applied = A.Consignment() with
                    {
                        Lines = isOne ? [A.Rifles(4, first)] : [A.Rifles(4, first), A.Rifles(5, second)],
                    };
                    ShippedLine[] left = [new(1, leftFirst, []), new(2, leftSecond, [])];
                    var wanted = applied.Lines.Sum(l => l.Quantity.Amount);
                    var now = Replacement.Less(applied, told, left);
                    Assert.Equal(Math.Max(wanted - leftFirst - leftSecond, 0), now.Lines.Sum(l => l.Quantity.Amount));
                    Assert.All(now.Lines, l => Assert.Equal(l.Quantity.Amount, l.Draws.Sum(d => d.Amount)));

                    var notice = A.Notice() with
                    {
                        Quantities = [new LineQuantity(1, A.Pieces(allowed)), new LineQuantity(2, A.Pieces(6))],
                    };
                    var carried = Replacement.Carried(notice, told, applied, left);
                    var covered = applied.Lines.Sum(l =>
                        Math.Min(
                            l.Quantity.Amount,
                            carried.Quantities.Where(q => q.Line == l.Number).Sum(q => q.Quantity.Amount)
                        )
                    );
                    var mayStill = Math.Max(allowed - leftFirst, 0) + (6 - leftSecond);
                    Assert.Equal(Math.Min(wanted, mayStill), covered);
                }
            );
}
