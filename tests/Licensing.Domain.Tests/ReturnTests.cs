using CsCheck;
using Licensing.Domain.Goods;
using Licensing.Domain.Licences;
using Licensing.Domain.Shipments;
using Licensing.Domain.Temporary;

namespace Licensing.Domain.Tests;

/// <summary>Confirmation of return by line, quantity and serial number.</summary>
public sealed class ReturnTests
{
    [Fact]
    public void What_comes_back_in_parts_adds_up()
    {
        var account = Gone(3, 100).WithBack([Rifles("A1")]).WithBack([Rifles("A2"), Rounds(40)]);

        Assert.Equal([(1, 1m), (2, 60m)], account.Outstanding.Select(l => (l.Line, l.Amount)));
        Assert.Equal(["A3"], account.Outstanding[0].Serials);
        Assert.Empty(account.WithBack([Rifles("A3")]).WithAccountedFor([Rounds(60)]).Outstanding);
    }

    [Fact]
    public void A_piece_that_never_went_does_not_come_back() =>
        Refused(Gone(3, 0), "Line 1: never went: B1.", "return-serials-outstanding", Rifles("B1"));

    [Fact]
    public void No_piece_comes_back_twice_or_after_it_was_accounted_for()
    {
        var account = Gone(3, 0).WithBack([Rifles("A1")]).WithAccountedFor([Rifles("A2")]);
        Refused(account, "Line 1: back or accounted for already: a1.", "return-serials-outstanding", Rifles(" a1 "));
        Assert.Equal(["return-serials-outstanding"], Unmet(account, Rifles("A2")));
    }

    [Fact]
    public void No_more_comes_back_than_is_outstanding() =>
        Refused(
            Gone(0, 100).WithBack([Rounds(60)]),
            "Line 2: 41 cannot come back or be accounted for: 40 are outstanding.",
            "return-within-outstanding",
            Rounds(41)
        );

    [Fact]
    public void Every_firearm_comes_back_by_its_serial_number()
    {
        Assert.Equal(["return-serials-complete"], Unmet(Gone(3, 0), new ShippedLine(1, 2, ["A1"])));
        Assert.Equal(["return-serials-complete"], Unmet(Gone(3, 0), new ShippedLine(1, 2, ["A1", "A1"])));
    }

    [Fact]
    public void Parts_that_bear_a_number_cannot_come_back_as_parts_that_bear_none()
    {
        var account = new ReturnAccount(
            [Line(3, GoodsClass.PartOrComponent, Unit.Piece, 5)],
            [new ShippedLine(3, 5, ["P1", "P2"])],
            [],
            []
        );

        Assert.Empty(Unmet(account, new ShippedLine(3, 3, [])));
        Assert.Equal(["return-serials-complete"], Unmet(account, new ShippedLine(3, 4, [])));
        Assert.Empty(Unmet(account, new ShippedLine(3, 4, ["P2"])));
    }

    [Fact]
    public void Two_lines_for_the_same_goods_are_judged_together() =>
        Assert.Equal(["return-within-outstanding"], Unmet(Gone(0, 100), Rounds(60), Rounds(60)));

    [Fact]
    public void Whatever_is_recorded_what_is_back_accounted_for_and_outstanding_is_what_went()
    {
        var entry = Gen.Select(Gen.Bool, Gen.Int[1, 6].Array[0, 4], Gen.Int[0, 30], Gen.Bool);
        entry
            .Array[1, 12]
            .Sample(entries =>
            {
                var account = Gone(6, 60);
                foreach (var (isBack, pieces, rounds, wrong) in entries)
                    account = Try(
                        account,
                        isBack,
                        [
                            .. pieces.Length > 0
                                ? [Rifles([.. pieces.Select(p => wrong ? $"B{p}" : $"A{p}")])]
                                : Array.Empty<ShippedLine>(),
                            .. rounds > 0 ? [Rounds(rounds)] : Array.Empty<ShippedLine>(),
                        ]
                    );
                Balances(account);
            });
    }

    private static ReturnAccount Try(ReturnAccount account, bool isBack, IReadOnlyList<ShippedLine> lines)
    {
        try
        {
            return isBack ? account.WithBack(lines) : account.WithAccountedFor(lines);
        }
        catch (NotPermittedException)
        {
            return account;
        }
    }

    private static void Balances(ReturnAccount account)
    {
        foreach (var line in account.Goods.Select(g => g.Number))
        {
            IReadOnlyList<ShippedLine>[] ends = [account.Back, account.AccountedFor, account.Outstanding];
            Assert.Equal(account.Went.AmountOf(line), ends.Sum(e => e.AmountOf(line)));
            Assert.Equal(
                account.Went.SerialsOf(line).Order(),
                ends.SelectMany(e => e.Where(l => l.Line == line)).SelectMany(l => l.Serials).Order()
            );
        }
    }

    private static ReturnAccount Gone(int rifles, int rounds) =>
        new(
            [Line(1, GoodsClass.Firearm, Unit.Piece, 10), Line(2, GoodsClass.Ammunition, Unit.Round, 100)],
            [
                .. rifles > 0
                    ? [Rifles([.. Enumerable.Range(1, rifles).Select(n => $"A{n}")])]
                    : Array.Empty<ShippedLine>(),
                // It went in two consignments.
                .. rounds > 0 ? [Rounds(rounds - 10), Rounds(10)] : Array.Empty<ShippedLine>(),
            ],
            [],
            []
        );

    private static GoodsLine Line(int number, GoodsClass kind, Unit unit, decimal amount) =>
        A.Rifles(number) with
        {
            Class = kind,
            Quantity = new Quantity(amount, unit),
        };

    private static ShippedLine Rifles(params string[] serials) => new(1, serials.Length, serials);

    private static ShippedLine Rounds(decimal amount) => new(2, amount, []);

    private static void Refused(ReturnAccount account, string text, string rule, params ShippedLine[] lines)
    {
        var refusal = Assert.Throws<NotPermittedException>(() => account.WithBack(lines)).Findings;
        Assert.Equal([(rule, text)], refusal.Select(f => (f.Rule, f.Text)));
    }

    private static IEnumerable<string> Unmet(ReturnAccount account, params ShippedLine[] lines) =>
        Article10.ReturnRequirements.Verify(account, lines).Where(f => !f.IsMet).Select(f => f.Rule);
}
