using Licensing.Domain.Screening;

namespace Licensing.Domain.Tests.Screening;

public sealed class LinkPictureTests
{
    /// <summary>The recipient is linked to B, and B to C; nobody else has anything to do with them.</summary>
    private static readonly IReadOnlyList<PartyRecord> Chain =
    [
        new("A", "Alpha", Country: "QN", Phone: "1"),
        new("B", Phone: "1", Email: "b@x"),
        new("C", Email: "B@x"),
        new("D", Phone: "2"),
    ];

    private static ScreeningDossier Of(IReadOnlyList<PartyRecord> parties, params RefutedLink[] refuted) =>
        ADossier.Lawful() with
        {
            Case = ADossier.Lawful().Case with { Parties = new CaseParties("E", "A", "A") },
            Parties = parties,
            RefutedLinks = refuted,
        };

    private static LinkPicture Picture(IReadOnlyList<PartyRecord> parties, params RefutedLink[] refuted) =>
        LinkPicture.Of(Of(parties, refuted), [], LinkGraph.UsualMaxDegree);

    private static RefutedLink Refuted(string a, string b, string attribute, DateOnly lastDay) =>
        new(a, b, attribute, "A switchboard.", "A. Officer", lastDay);

    private static IEnumerable<string> InWords(LinkPicture picture) =>
        picture.Links.Select(l =>
            $"{l.Link.From} {l.Link.Attribute.Word()} {l.Link.To}{(l.IsRefuted ? ", refuted" : "")}{(l.IsWay ? ", way" : "")}"
        );

    [Fact]
    public void It_shows_each_link_once_from_the_case_outwards()
    {
        var picture = Picture(Chain);
        Assert.Equal(["A 0", "B 1", "C 2"], picture.Parties.Select(p => $"{p.Id} {p.Steps}"));
        Assert.Equal(["A phone B, way", "B email C, way"], InWords(picture));
        Assert.Equal(
            new PicturedParty("A", "Alpha", "QN", IsOfTheCase: true, 0, null, Counts: true),
            picture.Parties[0]
        );
        Assert.Equal(new PicturedParty("B", "B", null, IsOfTheCase: false, 1, "A", Counts: true), picture.Parties[1]);
    }

    [Fact]
    public void A_refuted_link_is_shown_with_the_party_at_its_end_and_nothing_beyond_it()
    {
        var picture = Picture(Chain, Refuted("B", "A", "phone", ADossier.Today));
        Assert.Equal(["A phone B, refuted"], InWords(picture));
        Assert.Equal(["A", "B"], picture.Parties.Select(p => p.Id));
        Assert.False(picture.Parties[1].Counts);
    }

    [Fact]
    public void A_refuted_link_between_parties_that_are_linked_otherwise_is_shown_beside_it()
    {
        PartyRecord[] parties = [new("A", Phone: "1", BankAccount: "9"), new("B", Phone: "1", BankAccount: "9")];
        var picture = Picture(parties, Refuted("A", "B", "bank_account", ADossier.Today));
        Assert.Equal(["A phone B, way", "A account B, refuted"], InWords(picture));
        Assert.All(picture.Parties, p => Assert.True(p.Counts));
    }

    [Fact]
    public void What_was_refuted_later_or_no_longer_counts_was_followed()
    {
        var expired = Refuted("A", "B", "phone", ADossier.Today.AddDays(-1));
        var later = Refuted("A", "B", "phone", ADossier.Today.AddDays(9)) with { KnownAt = ADossier.Today.AddDays(1) };
        Assert.Equal(["A phone B, way", "B email C, way"], InWords(Picture(Chain, expired, later)));
    }

    [Fact]
    public void The_exporter_is_of_the_case_where_a_link_leads_to_it() =>
        Assert.Equal(
            ["A True 0", "E True 1"],
            Picture([new("A", Phone: "1"), new("E", Phone: "1")])
                .Parties.Select(p => $"{p.Id} {p.IsOfTheCase} {p.Steps}")
        );

    [Fact]
    public void Of_more_parties_than_can_be_told_apart_the_nearest_are_drawn()
    {
        var picture = Picture(InAChain(LinkPicture.MostParties + 1));
        Assert.Equal(LinkPicture.MostParties + 1, picture.Parties.Count);
        var drawn = picture.Readable();
        Assert.Equal(picture.Parties.Take(LinkPicture.MostParties), drawn.Parties);
        Assert.Equal(LinkPicture.MostParties - 1, drawn.Links.Count);
        var all = Picture(InAChain(LinkPicture.MostParties));
        Assert.Equal(all.Parties, all.Readable().Parties);
        Assert.Equal(all.Links, all.Readable().Links);
    }

    [Fact]
    public void Of_more_lines_than_can_be_told_apart_the_ways_and_what_is_refuted_are_drawn()
    {
        // Eleven that share one phone make 55 pairs, twelve 66.
        Assert.Equal(55, Picture(OnOnePhone(11)).Readable().Links.Count);
        var drawn = Picture(OnOnePhone(12), Refuted("P3", "P4", "phone", ADossier.Today)).Readable();
        Assert.Equal(11, drawn.Links.Count(l => l.IsWay));
        Assert.Equal(["P3 phone P4, refuted"], InWords(drawn).Where(w => !w.EndsWith("way", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_cluster_that_was_cut_short_says_so()
    {
        Assert.False(Picture(InAChain(LinkGraph.MaxMembers)).IsCutShort);
        Assert.True(Picture(InAChain(LinkGraph.MaxMembers + 1)).IsCutShort);
    }

    [Fact]
    public void Parties_stand_in_columns_by_their_steps_and_next_to_whom_they_were_reached_from()
    {
        // B and C are linked to A; D, E to C and F to B.
        var places = LinkLayout.Of(
            Picture([
                new("A", Phone: "1", Email: "1"),
                new("C", Email: "1", AddressKey: "3"),
                new("B", Phone: "1", BankAccount: "2"),
                new("D", AddressKey: "3"),
                new("E", AddressKey: "3"),
                new("F", BankAccount: "2"),
            ])
        );
        Assert.Equal(
            ["A 0 1.0", "B 1 0.5", "C 1 1.5", "D 2 1.0", "E 2 2.0", "F 2 0.0"],
            places
                .OrderBy(p => p.Key)
                .Select(p => FormattableString.Invariant($"{p.Key} {p.Value.Column} {p.Value.Row:0.0}"))
        );
    }

    [Fact]
    public void No_two_parties_stand_in_one_place_and_a_picture_of_nobody_has_no_places()
    {
        var picture = Picture(OnOnePhone(12)).Readable();
        var places = LinkLayout.Of(picture);
        Assert.Equal(picture.Parties.Count, places.Values.Distinct().Count());
        Assert.Equal(picture.Parties.Select(p => p.Id).Order(), places.Keys.Order());
        Assert.Empty(LinkLayout.Of(new LinkPicture([], [], false)));
    }

    private static IReadOnlyList<PartyRecord> InAChain(int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => new PartyRecord(i == 0 ? "A" : $"P{i}", Phone: $"{i / 2}", Email: $"{(i + 1) / 2}")),
        ];

    private static IReadOnlyList<PartyRecord> OnOnePhone(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new PartyRecord(i == 0 ? "A" : $"P{i}", Phone: "1"))];
}
