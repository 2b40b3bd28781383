using CsCheck;
using Licensing.Domain.Article10;
using Licensing.Domain.Goods;
using Licensing.Domain.Shipments;

namespace Licensing.Domain.Tests;

/// <summary>P8b, Art. 8(1)(b): each firearm that came in for good bears the import marking, and a marking of its own.</summary>
public sealed class ImportMarkingTests
{
    [Fact]
    public void What_is_marked_in_parts_adds_up()
    {
        var account = CameIn("A1", "A2", "A3") with { Marked = [Rifles("a1")], Waived = [Rifles("A3")] };

        Assert.Equal(["A2"], Assert.Single(account.Unmarked).Serials);
        Assert.Empty(Unmet(account, Rifles("A2")));
        Assert.Empty((account with { Marked = [Rifles("A1"), Rifles("A2")] }).Unmarked);
    }

    [Fact]
    public void A_part_that_came_in_need_not_be_marked() =>
        Assert.Empty(
            new MarkingAccount([Line(1, GoodsClass.PartOrComponent)], [new ShippedLine(1, 5, [])], [], []).Unmarked
        );

    [Fact]
    public void A_firearm_that_did_not_come_in_is_not_marked() =>
        Assert.Equal(["import-marking-serials-came-in"], Unmet(CameIn("A1", "A2"), Rifles("B1")));

    [Fact]
    public void No_more_are_marked_than_came_in() =>
        Assert.Equal(
            ["import-marking-of-what-came-in", "import-marking-serials-came-in"],
            Unmet(CameIn("A1"), Rifles("A1", "A2"))
        );

    [Fact]
    public void No_firearm_is_marked_twice_or_after_it_was_waived()
    {
        var account = CameIn("A1", "A2", "A3") with { Marked = [Rifles("A1")], Waived = [Rifles("A2")] };

        Assert.Equal(["import-marking-serials-came-in"], Unmet(account, Rifles(" a1 ")));
        Assert.Equal(["import-marking-serials-came-in"], Unmet(account, Rifles("A2")));
    }

    [Fact]
    public void Each_firearm_bears_a_number_of_its_own()
    {
        var account = CameIn("A1", "A2", "A3");

        Assert.Equal(["import-marking-unique"], Unmet(account, new ShippedLine(1, 2, ["A1"])));
        Assert.Equal(["import-marking-unique"], Unmet(account, new ShippedLine(1, 2, ["A1", "a1"])));
    }

    [Fact]
    public void One_that_came_in_without_a_number_is_given_one_that_no_other_bears()
    {
        var account = new MarkingAccount([Line(1, GoodsClass.Firearm)], [new ShippedLine(1, 3, ["A1", "A2"])], [], []);

        Assert.Empty(Unmet(account, Rifles("N1")));
        Assert.Equal(["import-marking-serials-came-in"], Unmet(account, Rifles("N1", "N2")));
        var marked = account with { Marked = [Rifles("N1")] };
        Assert.Equal(["import-marking-serials-came-in"], Unmet(marked, Rifles("N1")));
        Assert.Equal(["A1", "A2"], Assert.Single(marked.Unmarked).Serials);
        Assert.Empty(Unmet(marked, Rifles("A1", "A2")));
    }

    [Fact]
    public void A_waiver_names_firearms_by_their_numbers_and_never_gives_new_ones()
    {
        var account = new MarkingAccount([Line(1, GoodsClass.Firearm)], [new ShippedLine(1, 3, ["A1", "A2"])], [], []);

        Assert.Empty(Waivers(account, new ShippedLine(1, 1, [])));
        Assert.Empty(Waivers(account, new ShippedLine(1, 2, ["A1"])));
        // Two without their numbers would leave one firearm with two.
        Assert.Equal(["import-marking-unique"], Waivers(account, new ShippedLine(1, 2, [])));
        Assert.Equal(["import-marking-serials-came-in"], Waivers(account, new ShippedLine(1, 1, ["N1"])));
    }

    [Fact]
    public void Whatever_is_recorded_what_is_marked_waived_and_unmarked_is_what_came_in() =>
        Gen.Select(Gen.Int[1, 6], Gen.Int[0, 6], Gen.Select(Gen.Bool, Gen.Int[1, 3], Gen.Int[0, 9]).Array[0, 8])
            .Sample(
                (came, numbered, acts) =>
                {
                    var serials = Enumerable.Range(1, Math.Min(came, numbered)).Select(n => $"A{n}").ToArray();
                    var account = new MarkingAccount(
                        [Line(1, GoodsClass.Firearm)],
                        [new ShippedLine(1, came, serials)],
                        [],
                        []
                    );
                    foreach (var (isWaiver, count, from) in acts)
                    {
                        var line = new ShippedLine(1, count, [.. Enumerable.Range(from, count).Select(n => $"A{n}")]);
                        if (isWaiver && Waivers(account, line).Count == 0)
                            account = account with { Waived = [.. account.Waived, line] };
                        else if (!isWaiver && Unmet(account, line).Count == 0)
                            account = account with { Marked = [.. account.Marked, line] };
                        var left = account.Unmarked.AmountOf(1);
                        Assert.Equal(came, account.Marked.AmountOf(1) + account.Waived.AmountOf(1) + left);
                        Assert.True(account.Unmarked.SerialsOf(1).Count <= left);
                        var marked = account.Marked.SelectMany(l => l.Serials).ToList();
                        Assert.Equal(marked.Count, marked.Distinct().Count());
                    }
                }
            );

    private static MarkingAccount CameIn(params string[] serials) =>
        new([Line(1, GoodsClass.Firearm)], [Rifles(serials)], [], []);

    private static ShippedLine Rifles(params string[] serials) => new(1, serials.Length, serials);

    private static IReadOnlyList<string> Unmet(MarkingAccount account, ShippedLine line) =>
        [.. ImportMarkings.VerifyMarked(account, [line]).Where(f => !f.IsMet).Select(f => f.Rule)];

    private static IReadOnlyList<string> Waivers(MarkingAccount account, ShippedLine line) =>
        [.. ImportMarkings.VerifyWaived(account, [line]).Where(f => !f.IsMet).Select(f => f.Rule)];

    private static GoodsLine Line(int number, GoodsClass goods) => A.Rifles(number) with { Class = goods };
}
