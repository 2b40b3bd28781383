using Licensing.Domain.Goods;
using Licensing.Domain.Screening;
using static Licensing.Domain.Tests.Screening.Screened;

namespace Licensing.Domain.Tests.Screening;

public sealed class OrderChannelTests
{
    private const string Rule = "DR-T03";

    private static ScreeningDossier By(string? channel, bool? verified, string part = Parts.Frame) =>
        ADossier
            .OfLines(ADossier.Part(part, "AX9", 5))
            .WithCase(c => c with { OrderChannel = channel, IdentityVerified = verified });

    [Fact]
    public void Lower_blanks_on_a_marketplace_by_somebody_unverified()
    {
        var flag = AssertFlag(
            Rule,
            Severity.High,
            ADossier
                .OfLines(ADossier.Part(Parts.LowerReceiver, "M15F", 30) with { FinishState = FinishState.SemiFinished })
                .WithCase(c => c with { OrderChannel = "online_marketplace", IdentityVerified = false }),
            computed:
            [
                ("channel", "online_marketplace"),
                ("identity_verified", false),
                ("essential_part_or_suppressor", true),
            ]
        );
        Assert.StartsWith("The order came by online marketplace; the identity", flag.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_verified_web_shop_of_a_dealer() => AssertClear(Rule, By("web_shop_verified", verified: false));

    [Theory]
    [InlineData("online_marketplace")]
    [InlineData("social_media")]
    [InlineData("messaging")]
    public void From_a_licensed_dealer_whose_identity_is_verified_it_is_recorded_only(string channel) =>
        AssertFlag(Rule, Severity.Info, By(channel, verified: true), computed: ("licensed_dealer", true));

    [Fact]
    public void From_anybody_else_it_weighs()
    {
        var dealer = By("messaging", verified: true);
        AssertFlag(Rule, Severity.Elevated, dealer.WithDealer(d => d with { Type = "club" }));
        AssertFlag(Rule, Severity.Elevated, dealer.WithDealer(d => d with { Authorisations = [] }));
    }

    [Theory]
    [InlineData(Parts.Magazine, Severity.Elevated)]
    [InlineData(Parts.CompleteFirearm, Severity.Elevated)]
    [InlineData(Parts.Barrel, Severity.High)]
    [InlineData(Parts.Suppressor, Severity.High)]
    [InlineData(Parts.UpperAssembly, Severity.High)]
    public void Unverified_it_weighs_more_for_an_essential_part_or_a_suppressor(string part, Severity severity) =>
        AssertFlag(Rule, severity, By("social_media", verified: false, part));

    [Fact]
    public void Channel_identity_goods_and_licence_must_be_known()
    {
        AssertNotAssessable(Rule, By(null, verified: true), ["case.order_channel"]);
        AssertFlag(Rule, Severity.Elevated, By("messaging", verified: null));
        AssertNotAssessable(Rule, By("messaging", verified: null), ["case.identity_verified"]);
        AssertNotAssessable(
            Rule,
            By("messaging", verified: false).WithCase(c => c with { Lines = [new CaseLine(Qty: 1)] }),
            ["case.lines[0].part_type"]
        );
        AssertNotAssessable(
            Rule,
            By("messaging", verified: false).WithCase(c => c with { Lines = null }),
            ["case.lines"]
        );
        var dealer = By("messaging", verified: true);
        AssertNotAssessable(Rule, dealer.WithDealer(d => d with { Type = null }), ["parties[DLR-NORD].type"]);
        AssertNotAssessable(
            Rule,
            dealer.WithDealer(d => d with { Authorisations = null }),
            ["parties[DLR-NORD].authorisations"]
        );
        AssertNotAssessable(Rule, dealer with { Parties = null }, ["parties[DLR-NORD]"]);
    }
}

public sealed class ParcelTests
{
    private const string Rule = "DR-T04";

    private static ScreeningDossier By(string? mode, params IReadOnlyList<HistoryLine> earlier) =>
        ADossier.OfLines(ADossier.Part(Parts.Slide, "AX9", 1)).WithCase(c => c with { TransportMode = mode }) with
        {
            History = earlier,
        };

    private static HistoryLine Parcel(int daysAgo, string? mode = "post") =>
        ADossier.Earlier(Parts.Barrel, "AX9", 1, daysAgo) with
        {
            Mode = mode,
        };

    [Fact]
    public void The_fourth_parcel_in_three_weeks()
    {
        var flag = AssertFlag(
            Rule,
            Severity.High,
            By("post", Parcel(21), Parcel(14), Parcel(7, "express")),
            computed: [("mode", "post"), ("parcels", 4)]
        );
        Assert.Contains("this is parcel 4", flag.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("air")]
    [InlineData("sea")]
    [InlineData("accompanied")]
    public void Palletised_cargo_is_no_parcel(string mode) => AssertClear(Rule, By(mode, Parcel(1), Parcel(2)));

    [Fact]
    public void From_the_third_on_within_thirty_days()
    {
        AssertFlag(Rule, Severity.Elevated, By("express"), computed: ("parcels", 1));
        AssertFlag(Rule, Severity.Elevated, By("express", Parcel(30)), computed: ("parcels", 2));
        AssertFlag(Rule, Severity.High, By("express", Parcel(29), Parcel(30)), computed: ("parcels", 3));
        AssertFlag(Rule, Severity.Elevated, By("express", Parcel(29), Parcel(31)), computed: ("parcels", 2));
    }

    [Fact]
    public void Lines_of_one_licence_are_one_parcel_and_freight_is_none() =>
        AssertFlag(
            Rule,
            Severity.Elevated,
            By("post", Parcel(5), Parcel(5) with { PartType = Parts.Frame }, Parcel(6, "sea")),
            computed: ("parcels", 2)
        );

    [Fact]
    public void Parcels_to_linked_recipients_count_and_the_link_is_told()
    {
        var flag = AssertFlag(
            Rule,
            Severity.High,
            By(
                    "post",
                    Parcel(5) with
                    {
                        FinalRecipient = "IND-2",
                        Consignee = "IND-2",
                    },
                    Parcel(6) with
                    {
                        FinalRecipient = "IND-3",
                        Consignee = "IND-3",
                    },
                    Parcel(7)
                )
                .And(new PartyRecord("IND-2", Phone: "+000 555 0100")),
            computed: ("parcels", 3)
        );
        Assert.Equal(["DLR-NORD", "phone 0005550100", "IND-2"], flag.Evidence.LinkPath);
    }

    [Theory]
    [InlineData(Parts.CompleteFirearm, null, true)]
    [InlineData(Parts.Suppressor, null, true)]
    [InlineData(Parts.ConversionAuto, null, true)]
    [InlineData(Parts.UpperAssembly, null, true)]
    [InlineData(Parts.TriggerGroup, "A", true)]
    [InlineData("STOCK", null, false)]
    [InlineData(Parts.Magazine, null, false)]
    public void Only_firearms_and_controlled_parts_count(string part, string? category, bool raises)
    {
        var dossier = By("post").WithCase(c => c with { Lines = [new CaseLine(part, Qty: 1, Category: category)] });
        if (raises)
            AssertFlag(Rule, Severity.Elevated, dossier);
        else
            AssertClear(Rule, dossier);
    }

    [Fact]
    public void Mode_goods_and_earlier_parcels_must_be_known()
    {
        AssertNotAssessable(Rule, By(null), ["case.transport_mode"]);
        AssertNotAssessable(Rule, By("post").WithCase(c => c with { Lines = null }), ["case.lines"]);
        AssertNotAssessable(
            Rule,
            By("post").WithCase(c => c with { Lines = [new CaseLine(Qty: 1)] }),
            ["case.lines[0].part_type"]
        );
        AssertFlag(Rule, Severity.Elevated, By("post") with { History = null });
        AssertNotAssessable(Rule, By("post") with { History = null }, ["history"]);
    }

    [Fact]
    public void An_earlier_licence_of_which_the_mode_is_not_known_may_be_the_third_parcel()
    {
        AssertNotAssessable(Rule, By("post", Parcel(5), Parcel(6, null)), ["EX-2026-0006.mode"]);
        var second = Screened.By(By("post", Parcel(6, null)));
        Assert.DoesNotContain(second.NotAssessed, n => n.Rule == Rule);
    }
}
