using System.Globalization;
using Licensing.Domain.Goods;
using Licensing.Domain.Screening;

namespace Licensing.Domain.Tests.Screening;

/// <summary>The pieces that rules are made of.</summary>
public sealed class PrimitivesTests
{
    private static readonly DateOnly Day = new(2026, 3, 20);
    private static readonly Dictionary<string, decimal> Pistol = new()
    {
        [Parts.Frame] = 1,
        [Parts.Slide] = 1,
        [Parts.Barrel] = 1,
    };

    [Theory]
    [InlineData(0, true)]
    [InlineData(180, true)]
    [InlineData(181, false)]
    [InlineData(-1, false)]
    public void A_window_counts_both_its_ends(int daysAgo, bool isWithin) =>
        Assert.Equal(isWithin, Day.AddDays(-daysAgo).IsWithin(180, Day));

    [Fact]
    public void A_span_counts_both_its_ends_and_may_be_open()
    {
        Assert.True(Days.Cover(Day, Day.AddDays(5), Day, Day.AddDays(5)));
        Assert.False(Days.Cover(Day, Day.AddDays(5), Day, Day.AddDays(6)));
        Assert.False(Days.Covers(Day, null, Day.AddDays(-1)));
        Assert.True(Days.Cover(null, null, Day, Day.AddYears(90)));
    }

    [Fact]
    public void The_scarcest_part_decides_how_many_sets_there_are()
    {
        Assert.Equal(
            2,
            Kits.Sets(
                Pistol,
                new Dictionary<string, decimal>
                {
                    [Parts.Frame] = 2,
                    [Parts.Slide] = 3,
                    [Parts.Barrel] = 9,
                }
            )
        );
        Assert.Equal(0, Kits.Sets(Pistol, new Dictionary<string, decimal> { [Parts.Frame] = 2, [Parts.Slide] = 3 }));
        Assert.Equal(0, Kits.Sets(new Dictionary<string, decimal>(), Pistol));
    }

    [Theory]
    [InlineData(Parts.UpperAssembly, "BARREL BOLT UPPER_RECEIVER")]
    [InlineData(Parts.CalibreKit, "BARREL SLIDE")]
    [InlineData(Parts.PartsSet, "BARREL SLIDE")]
    [InlineData(Parts.Bolt, "BOLT")]
    public void Assemblies_are_taken_apart(string assembly, string parts)
    {
        var goods = CountedGoods.Of(new CaseLine(assembly, "AX9", 1), "case.lines[0]");
        Assert.Equal(parts.Split(' '), Kits.Explode(goods, Pistol).Keys.Order());
    }

    [Fact]
    public void What_a_line_says_of_its_parts_comes_first_and_only_essential_ones_count()
    {
        var line = new CaseLine(
            Parts.UpperAssembly,
            "M15F",
            3,
            ExplodesTo: new Dictionary<string, decimal> { [Parts.Barrel] = 2, ["STOCK"] = 1 }
        );
        var count = Assert.Single(
            Kits.Count([CountedGoods.Of(line, "case.lines[0]")], Reference.Data, countSemiFinished: true).Platforms
        );
        Assert.Equal([(Parts.Barrel, 6m)], count.Quantities.Select(q => (q.Key, q.Value)));
    }

    [Fact]
    public void Where_the_platform_is_not_known_firearm_type_and_calibre_stand_for_it()
    {
        var line = new CaseLine(Parts.Frame, null, 1, FirearmType: "pistol", Calibre: "9x19");
        var count = Assert.Single(
            Kits.Count([CountedGoods.Of(line, "case.lines[0]")], Reference.Data, countSemiFinished: true).Platforms
        );
        Assert.Equal(("pistol 9x19", true), (count.Platform, count.IsApproximate));
    }

    [Fact]
    public void Middle_and_spread_are_robust()
    {
        Assert.Equal(2.5, Ratios.Median([4, 1, 2, 3]));
        Assert.Equal(3, Ratios.Median([9, 3, 1]));
        Assert.Null(Ratios.RobustDeviation(5, [2, 2, 2]));
        Assert.Null(Ratios.RobustDeviation(0, [1, 2, 3]));
        // ln 1, 2, 4: the middle is ln 2 and the spread ln 2; ln 8 lies two spreads above.
        Assert.Equal(2 * 0.6745, Ratios.RobustDeviation(8, [1, 2, 4])!.Value, 9);
    }

    [Fact]
    public void Mean_and_deviation_are_those_of_all_there_is()
    {
        Assert.Equal((0d, 0d), Ratios.Spread([]));
        Assert.Equal((40d, 0d), Ratios.Spread([40, 40]));
        Assert.Equal((40d, 10d), Ratios.Spread([30, 50]));
    }

    [Theory]
    [InlineData("Nordstern Jagd & Sport", "SPORT-JAGD, Nordstern", "1")]
    [InlineData("Jón Mériden", "Jon Meriden", "1")]
    [InlineData("abcd", "abxd", "0.75")]
    [InlineData("abcd", "abc", "0.75")]
    [InlineData("abcd", "wxyz", "0")]
    [InlineData("", "", "0")]
    [InlineData("?", "abc", "0")]
    public void Names_are_compared_without_case_accents_punctuation_and_order(string a, string b, string similarity)
    {
        Assert.Equal(decimal.Parse(similarity, CultureInfo.InvariantCulture), Names.Similarity(a, b));
        Assert.Equal(decimal.Parse(similarity, CultureInfo.InvariantCulture), Names.Similarity(b, a));
    }

    [Fact]
    public void A_quota_is_exceeded_by_what_is_more_than_it_and_its_tolerance()
    {
        Assert.Equal(0, Ratios.Excess(30, 30));
        Assert.Equal(8, Ratios.Excess(38, 30));
        Assert.Equal(5, Ratios.Excess(38, 30, 0.1m));
        Assert.Null(Ratios.ToReference(5, 0));
        Assert.Equal(6, Ratios.ToReference(60, 10));
    }

    [Theory]
    [InlineData("LR-1042", "lr 1042", SerialMatch.Same)]
    [InlineData("LR-1042", "LR-1O42", SerialMatch.Near)]
    [InlineData("LR-1042", "LR-1043", SerialMatch.Different)]
    public void Serial_numbers_are_compared_without_case_and_separators(string a, string b, SerialMatch match) =>
        Assert.Equal(match, Serials.Compare(new("Halden", null, a), new("HALDEN", "LR", b), "O0,I1"));

    [Fact]
    public void A_number_alone_identifies_nothing()
    {
        Assert.Equal(SerialMatch.Unknown, Serials.Compare(new(null, null, "1"), new("Halden", null, "1")));
        Assert.Equal(SerialMatch.Different, Serials.Compare(new("Brigg", null, "1"), new("Halden", null, "1")));
        Assert.Equal(SerialMatch.Different, Serials.Compare(new("Halden", "A", "1"), new("Halden", "B", "1")));
    }

    [Fact]
    public void Wording_is_found_whatever_its_case_and_a_bad_pattern_is_named()
    {
        Assert.Equal("80 ?%", Patterns.FirstIn("An 80% Lower", ["billet", "80 ?%"]));
        Assert.Null(Patterns.FirstIn("steel bar", ["billet"]));
        Assert.True(Patterns.MatchesAll("BH-19001", "[A-Z]{2}-\\d+"));
        Assert.False(Patterns.MatchesAll("xBH-19001", "BH-\\d+"));
        Assert.Null(Patterns.Mistake("a|b"));
        Assert.NotNull(Patterns.Mistake("("));
    }

    [Fact]
    public void A_row_of_a_list_counts_on_its_first_and_last_day_and_not_beyond()
    {
        HubEntry[] rows = [new("QP") { ValidFrom = Day, ValidTo = Day.AddDays(1) }];
        Assert.Equal([false, true, true, false], Enumerable.Range(-1, 4).Select(i => rows.On(Day.AddDays(i)).Any()));
    }

    [Fact]
    public void Rows_that_became_known_later_are_not_there()
    {
        var lists = new ReferenceLists(Hubs: [new HubEntry("QP") { KnownAt = Day.AddDays(1) }]);
        Assert.Empty(new ReferenceData(Lists: lists).AsKnownOn(Day).Lists!.Hubs!);
        Assert.Single(new ReferenceData(Lists: lists).AsKnownOn(Day.AddDays(1)).Lists!.Hubs!);
    }

    [Fact]
    public void Semi_finished_goods_count_when_they_are_to()
    {
        CountedGoods[] blank =
        [
            CountedGoods.Of(new CaseLine(Parts.Frame, "AX9", 1, FinishState: FinishState.SemiFinished), "x"),
        ];
        Assert.Single(Kits.Count(blank, Reference.Data, countSemiFinished: true).Platforms);
        Assert.Empty(Kits.Count(blank, Reference.Data, countSemiFinished: false).Platforms);
    }
}

public sealed class LinkGraphTests
{
    private static readonly DateOnly Day = new(2026, 3, 20);

    private static LinkGraph Graph(IEnumerable<PartyRecord> parties, params IEnumerable<string> ignored) =>
        new(parties, [], ignored, Day);

    [Fact]
    public void Links_run_on_from_party_to_party_and_each_is_told()
    {
        var cluster = Graph([
                new PartyRecord("A", Phone: "1"),
                new PartyRecord("B", Phone: "1", BankAccount: "X 9"),
                new PartyRecord("C", BankAccount: "x9"),
                new PartyRecord("D", Phone: "2"),
            ])
            .ClusterOf(["A"]);
        Assert.Equal(["A", "B", "C"], cluster.Members.Order());
        Assert.Equal(["A", "phone 1", "B", "account X9", "C"], cluster.PathTo("C"));
    }

    [Fact]
    public void Equal_names_and_values_of_another_kind_link_nobody() =>
        Assert.Equal(
            ["A"],
            Graph([new PartyRecord("A", "Same Name", Phone: "1"), new PartyRecord("B", "Same Name", BankAccount: "1")])
                .ClusterOf(["A"])
                .Members
        );

    [Fact]
    public void Values_that_are_known_to_mean_nothing_link_nobody() =>
        Assert.Equal(
            ["A"],
            Graph(
                    [
                        new PartyRecord("A", AddressKey: "ADDR-FREIGHT-TERMINAL-1"),
                        new PartyRecord("B", AddressKey: "addr freight terminal 1"),
                    ],
                    "ADDR-FREIGHT-TERMINAL-1"
                )
                .ClusterOf(["A"])
                .Members
        );

    [Theory]
    [InlineData("1", 0, false)]
    [InlineData("1", 1, true)]
    [InlineData(null, 0, false)]
    [InlineData("2", 0, true)]
    public void A_refuted_link_is_not_followed_through_its_last_day_and_nothing_else_is_refuted_with_it(
        string? value,
        int daysAfter,
        bool isFollowed
    )
    {
        PartyRecord[] parties = [new("A", Phone: "+1"), new("B", Phone: "1")];
        RefutedLink[] refuted = [new("B", "A", "phone", "A switchboard.", "A. Officer", Day, Value: value)];
        Assert.Equal(
            isFollowed,
            new LinkGraph(parties, refuted, [], Day.AddDays(daysAfter)).ClusterOf(["A"]).Contains("B")
        );
    }

    [Fact]
    public void A_cluster_that_is_cut_short_says_so()
    {
        var parties = Enumerable
            .Range(0, 5)
            .Select(i => new PartyRecord($"P{i}", Phone: $"{i}", Email: $"{i + 1}@x"))
            .ToList();
        var chain = parties
            .Select((p, i) => p with { BankAccount = $"{i / 2}", RegistrationNo = $"{(i + 1) / 2}" })
            .ToList();
        Assert.False(Graph(chain).ClusterOf(["P0"], maxMembers: 5).IsCutShort);
        var cut = Graph(chain).ClusterOf(["P0"], maxMembers: 4);
        Assert.True(cut.IsCutShort);
        Assert.Equal(4, cut.Members.Count());
    }
}
