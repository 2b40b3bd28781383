using CsCheck;
using Licensing.Domain.Authorisations;
using Licensing.Domain.Goods;
using Licensing.Domain.Licences;

namespace Licensing.Domain.Tests;

public sealed class LicenceTests
{
    [Fact]
    public void A_licence_states_the_particulars_of_Article_10_3()
    {
        var licence = ExportLicence.Issue(
            "QM-EX-2026-000001",
            A.LawfulDossier(),
            A.Grant("Seal the container."),
            A.Today
        );
        Assert.Equal("QM-EX-2026-000001", licence.Number);
        Assert.Equal("Meridia City", licence.PlaceOfIssue);
        Assert.Equal(A.Today, licence.IssuedOn);
        Assert.Equal(new DateOnly(2026, 12, 31), licence.ExpiresOn);
        Assert.Equal([A.Portavia], licence.TransitStates);
        Assert.Equal(["Seal the container."], licence.Conditions);
        Assert.Equal([new Reservation("IA-1001", 1, 1, 40)], licence.Reservations);
        Assert.Equal("protocol 1", licence.Profile);
    }

    [Fact]
    public void Conditions_of_a_transit_State_become_conditions_of_the_licence()
    {
        var dossier = A.LawfulDossier() with
        {
            Transit =
            [
                A.Cleared(A.Portavia) with
                {
                    Notice = A.Notice() with { Conditions = ["Escort to the quay."] },
                },
            ],
        };
        Assert.Equal(["QP: Escort to the quay."], ExportLicence.Issue("N", dossier, A.Grant(), A.Today).Conditions);
    }

    [Fact]
    public void The_day_of_expiry_still_counts()
    {
        var licence = ExportLicence.Issue("N", A.LawfulDossier(), A.Grant(), A.Today);
        Assert.True(licence.IsInForceOn(new DateOnly(2026, 12, 31)));
        Assert.False(licence.IsInForceOn(new DateOnly(2027, 1, 1)));
        Assert.False(licence.IsInForceOn(A.Today.AddDays(-1)));
    }

    [Fact]
    public void Nobody_decides_alone_what_they_recommended() =>
        Assert.Equal(
            "You cannot decide what you recommended: a second officer must.",
            Assert.Throws<FourEyesException>(() => GrantDecision.By(A.FirstOfficer, A.FirstOfficer, [])).Message
        );

    [Fact]
    public void There_is_no_other_way_to_make_or_alter_a_licence()
    {
        Assert.Empty(typeof(ExportLicence).GetConstructors());
        Assert.DoesNotContain(typeof(ExportLicence).GetProperties(), p => p.SetMethod is { IsPublic: true });
    }

    private static readonly Gen<(int Authorised, int Taken)> GenLine = Gen.Select(Gen.Int[1, 50], Gen.Int[0, 60]);

    private static readonly Gen<(KnownAuthorisation, GoodsLine[])> GenDraws =
        from authorised in GenLine.Array[1, 4]
        from anyPlatform in Gen.Bool.Array[authorised.Length]
        from wanted in Gen.Int[1, 40].Array[1, 5]
        from platform in Gen.Bool.Select(b => b ? "BH308" : "K47F").Array[wanted.Length]
        select (
            A.Confirmed(
                A.ImportAuthorisation() with
                {
                    Goods =
                    [
                        .. authorised.Select(
                            (a, i) =>
                                new AuthorisedGoods(
                                    i + 1,
                                    GoodsClass.Firearm,
                                    null,
                                    anyPlatform[i] ? null : "BH308",
                                    null,
                                    A.Pieces(a.Authorised)
                                )
                        ),
                    ],
                }
            ) with
            {
                Taken = new TakenByOthers(
                    authorised.Select((a, i) => (i, a.Taken)).ToDictionary(x => x.i + 1, x => (decimal)x.Taken),
                    []
                ),
            },
            wanted.Select((w, i) => A.Rifles(i + 1, w) with { Platform = platform[i] }).ToArray()
        );

    [Fact]
    public void No_more_is_reserved_on_a_line_than_is_left_on_it_whatever_is_drawn() =>
        GenDraws.Sample(
            (authorisation, lines) =>
            {
                var allocation = Allocation.Of(lines, [authorisation]);
                foreach (var goods in authorisation.Particulars!.Goods)
                {
                    var reserved = allocation
                        .Reservations.Where(r => r.AuthorisedLine == goods.Number)
                        .Sum(r => r.Amount);
                    Assert.True(reserved <= authorisation.Left(goods));
                }
            }
        );

    [Fact]
    public void A_draw_is_short_only_where_no_distribution_would_serve_more() =>
        GenSmall.Sample(
            (authorisation, lines) =>
            {
                var served = Allocation.Of(lines, [authorisation]).Reservations.Sum(r => r.Amount);
                var goods = authorisation.Particulars!.Goods;
                Assert.Equal(Most(lines, 0, goods, [.. goods.Select(authorisation.Left)]), served);
            }
        );

    // Tries every way of taking whole pieces, line by line.
    private static decimal Most(GoodsLine[] lines, int at, IReadOnlyList<AuthorisedGoods> goods, decimal[] left)
    {
        return at == lines.Length ? 0 : Ways(0, lines[at].Quantity.Amount);

        decimal Ways(int from, decimal wanted)
        {
            if (from == goods.Count)
                return Most(lines, at + 1, goods, left);
            var best = 0m;
            var most = goods[from].Covers(lines[at]) ? Math.Min(wanted, left[from]) : 0;
            for (var taken = 0m; taken <= most; taken++)
            {
                left[from] -= taken;
                best = Math.Max(best, taken + Ways(from + 1, wanted - taken));
                left[from] += taken;
            }
            return best;
        }
    }

    private static readonly Gen<(KnownAuthorisation, GoodsLine[])> GenSmall =
        from authorised in Gen.Select(Gen.Int[1, 4], Gen.Int[0, 3], Gen.Int[0, 3]).Array[1, 3]
        from wanted in Gen.Select(Gen.Int[1, 4], Gen.Int[0, 3]).Array[1, 3]
        select (
            A.Confirmed(
                A.ImportAuthorisation() with
                {
                    Goods =
                    [
                        .. authorised.Select(
                            (a, i) =>
                                new AuthorisedGoods(
                                    i + 1,
                                    GoodsClass.Firearm,
                                    null,
                                    (a.Item2 & 1) == 0 ? null : "BH308",
                                    (a.Item2 & 2) == 0 ? null : ".308",
                                    A.Pieces(a.Item1 + a.Item3)
                                )
                        ),
                    ],
                }
            ) with
            {
                Taken = new TakenByOthers(
                    authorised.Select((a, i) => (i, Taken: a.Item3)).ToDictionary(x => x.i + 1, x => (decimal)x.Taken),
                    []
                ),
            },
            wanted
                .Select(
                    (w, i) =>
                        A.Rifles(i + 1, w.Item1) with
                        {
                            Platform = (w.Item2 & 1) == 0 ? "K47F" : "BH308",
                            Calibre = (w.Item2 & 2) == 0 ? ".223" : ".308",
                        }
                )
                .ToArray()
        );

    [Fact]
    public void Every_draw_is_either_reserved_in_full_or_reported_short_by_what_is_missing() =>
        GenDraws.Sample(
            (authorisation, lines) =>
            {
                var allocation = Allocation.Of(lines, [authorisation]);
                foreach (var line in lines)
                {
                    var reserved = allocation.Reservations.Where(r => r.GoodsLine == line.Number).Sum(r => r.Amount);
                    var shortfall = allocation.Shortfalls.SingleOrDefault(s => s.GoodsLine == line.Number);
                    Assert.Equal(
                        line.Quantity.Amount,
                        shortfall is null ? reserved : reserved + shortfall.Wanted - shortfall.Found
                    );
                    Assert.Equal(reserved < line.Quantity.Amount, shortfall is not null);
                }
            }
        );
}
