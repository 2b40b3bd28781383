using Licensing.Domain.Goods;
using Licensing.Domain.Screening;

namespace Licensing.Domain.Tests.Screening;

/// <summary>What the recipients of a case get by it and got before.</summary>
public sealed class SupplyTests
{
    // As a rule sees it.
    private static Supply Supply(ScreeningDossier dossier)
    {
        Supply? supply = null;
        ScreeningRun.Of(
            dossier,
            Reference.Data,
            Screened.Shipped,
            Screened.Strict,
            [new Rule("DR-P02", (facts, _) => Finds(supply = Domain.Screening.Supply.Of(facts, 180)))]
        );
        return supply!;

        static IEnumerable<Result> Finds(Supply _) => [];
    }

    [Fact]
    public void Goods_of_the_case_and_of_linked_parties_stand_side_by_side()
    {
        var supply = Supply(
            ADossier
                .OfLines(ADossier.Part(Parts.Frame, "AX9", 2) with { Category = null })
                .And(new PartyRecord("GSM-ALTA", Phone: "+000 555 0100"), new PartyRecord("OTHER", Phone: "9")) with
            {
                History =
                [
                    ADossier.Earlier(Parts.Slide, "AX9", 3, 10) with
                    {
                        FinalRecipient = "GSM-ALTA",
                        Category = null,
                    },
                    ADossier.Earlier(Parts.Slide, "AX9", 3, 10) with
                    {
                        Consignee = null,
                        FinalRecipient = "OTHER",
                    },
                    ADossier.Earlier(Parts.Slide, "AX9", 3, 181),
                ],
            }
        );
        Assert.Equal(
            [("case.lines[0]", null, "B", "DLR-NORD"), ("EX-2026-0010", "GSM-ALTA", "B", "DLR-NORD")],
            supply.All.Select(g => (g.Place, g.To, g.Category, g.Consignee))
        );
        Assert.Empty(supply.Missing);
        var evidence = supply.EvidenceOf(new Dictionary<string, object>(), [.. supply.All]);
        Assert.Equal(["DLR-NORD", "phone 0005550100", "GSM-ALTA"], evidence.LinkPath);
        Assert.Equal(
            [
                new Input("case.lines[0]", "FRAME x2 AX9"),
                new Input("EX-2026-0010", "SLIDE x3 AX9, to GSM-ALTA"),
                new Input("parties[GSM-ALTA]", "DLR-NORD – phone 0005550100 – GSM-ALTA"),
            ],
            evidence.Inputs
        );
    }

    [Fact]
    public void It_says_what_could_make_it_more_than_it_is() =>
        Assert.Equal(
            [
                "case.parties.final_recipient",
                "parties[NOBODY].address_key, phone, email, beneficial_owner, bank_account or registration_no",
                "history",
            ],
            Supply(
                ADossier.Lawful().WithCase(c => c with { Parties = new CaseParties(Consignee: "NOBODY") }) with
                {
                    History = null,
                }
            ).Missing
        );

    [Fact]
    public void Deactivated_parts_do_not_count_and_unfinished_ones_do()
    {
        var supply = Supply(
            ADossier.OfLines(
                ADossier.Part(Parts.Frame, "AX9", 2) with
                {
                    FinishState = FinishState.SemiFinished,
                },
                ADossier.Part(Parts.Frame, "AX9", 5) with
                {
                    Deactivated = true,
                },
                ADossier.Part(Parts.Magazine, "AX9", 7)
            )
        );
        Assert.Equal([(Parts.Frame, 2m)], Quantities(Domain.Screening.Supply.Count(supply.All, Reference.Data)));
        Assert.Equal(
            [(Parts.Frame, 2m), (Parts.Magazine, 7m)],
            Quantities(Domain.Screening.Supply.Count(supply.All, Reference.Data, Parts.Magazine))
        );

        static IEnumerable<(string, decimal)> Quantities(PartCounts counts) =>
            Assert.Single(counts.Platforms).Quantities.Select(q => (q.Key, q.Value));
    }

    [Fact]
    public void Parts_count_by_whatever_name_they_go() =>
        Assert.Equal(
            [Parts.Bolt, Parts.Bolt],
            Supply(
                ADossier.OfLines(ADossier.Part("bolt carrier", "K47F", 2)) with
                {
                    History = [ADossier.Earlier("BREECH_BLOCK", "K47F", 2, 10)],
                }
            )
                .All.Select(g => g.PartType)
        );

    [Fact]
    public void A_firearm_is_a_complete_one_or_what_makes_one()
    {
        Assert.Equal(1, Each(new CaseLine(Parts.CompleteFirearm)));
        Assert.Equal(1, Each(new CaseLine(Parts.LowerReceiver)));
        Assert.Equal(0, Each(new CaseLine(Parts.UpperReceiver)));
        Assert.Equal(0, Each(new CaseLine(Parts.PartsSet)));
        Assert.Equal(
            2,
            Each(
                new CaseLine(
                    Parts.PartsSet,
                    ExplodesTo: new Dictionary<string, decimal> { [Parts.Frame] = 2, [Parts.Barrel] = 3 }
                )
            )
        );

        static decimal Each(CaseLine line) => CountedGoods.Of(line, "case.lines[0]").FirearmsEach;
    }
}
