using Licensing.Domain.Authorisations;
using Licensing.Domain.Goods;
using Licensing.Domain.Parties;

namespace Licensing.Domain.Tests;

public sealed class TakenQuantityTests
{
    private static AuthorisedGoods Barrels(int number, decimal quantity, string? platform = "AX9") =>
        new(number, GoodsClass.PartOrComponent, PartKind.Barrel, platform, null, A.Pieces(quantity));

    private static AuthorisedGoods Frames(int number, decimal quantity) =>
        new(number, GoodsClass.PartOrComponent, PartKind.Frame, "AX9", null, A.Pieces(quantity));

    private static TakenQuantity BarrelsTaken(decimal quantity, string? platform = "AX9") =>
        new(GoodsClass.PartOrComponent, PartKind.Barrel, platform, null, A.Pieces(quantity));

    [Fact]
    public void What_was_taken_follows_the_goods_and_not_the_place_of_the_line() =>
        AssertTaken([Frames(1, 100), Barrels(2, 100)], BarrelsTaken(100), (1, 0m), (2, 100m));

    [Fact]
    public void Lines_for_the_same_goods_are_used_up_in_their_order() =>
        AssertTaken([Barrels(1, 10), Barrels(2, 10)], BarrelsTaken(15), (1, 10m), (2, 5m));

    [Fact]
    public void What_fits_no_line_any_more_counts_against_every_line_it_could_be_of() =>
        AssertTaken(
            [Barrels(1, 50, "K47F"), Barrels(2, 50, null), Frames(3, 50)],
            BarrelsTaken(40),
            (1, 40m),
            (2, 40m),
            (3, 0m)
        );

    [Fact]
    public void What_is_more_than_the_same_goods_have_now_counts_against_the_others_it_could_be_of() =>
        AssertTaken([Barrels(1, 50), Barrels(2, 50, null)], BarrelsTaken(100), (1, 100m), (2, 50m));

    [Fact]
    public void What_was_taken_of_goods_that_are_no_longer_listed_stays_unplaced()
    {
        var taken = TakenByOthers.Of([Frames(1, 50)], [BarrelsTaken(40)]);
        Assert.Equal([BarrelsTaken(40)], taken.Unplaced);
        Assert.Equal(0, taken.ByLine[1]);
    }

    private static void AssertTaken(
        AuthorisedGoods[] lines,
        TakenQuantity taken,
        params (int Line, decimal Amount)[] expected
    )
    {
        var spread = TakenByOthers.Of(lines, [taken]);
        Assert.Equal(expected, spread.ByLine.Select(x => (x.Key, x.Value)));
        Assert.Empty(spread.Unplaced);
    }

    [Theory]
    [InlineData("xa-2026-17", "XA-2026-17")]
    [InlineData(" XA 2026 – 17 ", "XA2026-17")]
    [InlineData("XA/2026/17", "XA/2026/17")]
    public void A_number_has_one_spelling(string given, string canonical) =>
        Assert.Equal(canonical, AuthorisationNumber.Canonical(given));

    [Fact]
    public void Signs_between_letters_and_digits_do_not_make_another_key() =>
        Assert.Equal(AuthorisationNumber.Key("XA-2026/17"), AuthorisationNumber.Key("xa 2026 17"));

    [Theory]
    [InlineData("Café Éclair", "CAFE ECLAIR", true)]
    [InlineData("राम", "रोम", false)]
    [InlineData("---", "!!!", false)]
    public void Accents_make_no_other_name_but_vowel_signs_do(string named, string declared, bool same) =>
        Assert.Equal(
            same,
            new NamedParty(named, A.Northmark, null).IsSameAs(A.Party(PartyRole.FinalRecipient, declared, A.Northmark))
        );

    [Fact]
    public void A_registration_number_is_compared_sign_by_sign() =>
        Assert.False(
            new NamedParty("N", A.Northmark, "12-3").IsSameAs(
                A.Party(PartyRole.FinalRecipient, "N", A.Northmark) with
                {
                    RegistrationNumber = "1-23",
                }
            )
        );
}
