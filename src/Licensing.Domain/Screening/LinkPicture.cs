namespace Licensing.Domain.Screening;

/// <summary>A party in the picture of who is linked to whom.</summary>
/// <param name="Name">As an officer would call it.</param>
/// <param name="IsOfTheCase">The case itself names it.</param>
/// <param name="Steps">How many links away it is from the parties of whom the screening asks; 0 for these.</param>
/// <param name="ReachedFrom">The party from which it was reached first; null for those of whom the screening asks.</param>
/// <param name="Counts">It counts as one with them; false for a party that only refuted links lead to.</param>
public sealed record PicturedParty(
    string Id,
    string Name,
    string? State,
    bool IsOfTheCase,
    int Steps,
    string? ReachedFrom,
    bool Counts
);

/// <param name="IsRefuted">Officers found that it means nothing: the screening has not followed it.</param>
/// <param name="IsWay">It is the one by which the party at its end was reached first.</param>
public sealed record PicturedLink(Link Link, bool IsRefuted, bool IsWay);

/// <summary>Who is linked to whom by what, around the recipients, the broker and the payer of a case: all that a screening has followed, and
/// the refuted links at its edge, which it has not.</summary>
/// <param name="Parties">The nearest first.</param>
/// <param name="Links">Each once, from the nearer party to the other; those of the nearest first.</param>
/// <param name="IsCutShort">There are more than were followed.</param>
public sealed record LinkPicture(
    IReadOnlyList<PicturedParty> Parties,
    IReadOnlyList<PicturedLink> Links,
    bool IsCutShort
)
{
    /// <summary>So many parties can be told apart on one picture.</summary>
    public const int MostParties = 30;

    /// <summary>So many pairs of parties can be joined before the lines hide each other.</summary>
    public const int MostPairs = 60;

    /// <summary>Of the day of the dossier, with what was known then.</summary>
    /// <param name="ignored">Values that link nobody.</param>
    public static LinkPicture Of(ScreeningDossier dossier, IEnumerable<string> ignored, int maxDegree)
    {
        var known = dossier.AsKnownOn(dossier.AsOf);
        var graph = new LinkGraph(
            known.Parties ?? [],
            known.RefutedLinks ?? [],
            ignored,
            known.AsOf,
            maxDegree,
            known.LinksNotFollowed
        );
        var its = known.Case.Parties;
        IReadOnlyList<string> asked =
        [
            .. new[] { its?.FinalRecipient, its?.Consignee, its?.Broker, its?.Payer }.OfType<string>().Distinct(),
        ];
        var ofTheCase = asked.Append(its?.Exporter).ToHashSet();
        var cluster = graph.ClusterOf(asked);
        var parties = new Dictionary<string, PicturedParty>();
        foreach (var (member, way) in cluster.Reached)
            Add(member, way?.From, counts: true);
        var links = new List<PicturedLink>();
        var said = new HashSet<Link>();
        foreach (var member in cluster.Reached.Keys)
        foreach (var link in graph.Shared(member))
        {
            var isRefuted = graph.IsRefuted(link);
            if (isRefuted && !parties.ContainsKey(link.To))
                Add(link.To, member, counts: false);
            // The other way round it has been said already; what was not followed any more is no party of the picture.
            if (
                parties.TryGetValue(link.To, out var to)
                && !said.Contains(link with { From = link.To, To = link.From })
                && said.Add(link)
            )
                links.Add(new PicturedLink(link, isRefuted, to.Counts && cluster.Reached[link.To] == link));
        }
        return new LinkPicture([.. parties.Values.OrderBy(p => p.Steps)], links, cluster.IsCutShort);

        void Add(string id, string? from, bool counts)
        {
            var record = graph.Party(id);
            var steps = from is null ? 0 : parties[from].Steps + 1;
            parties.Add(
                id,
                new PicturedParty(
                    id,
                    record?.Called ?? id,
                    record?.Country,
                    ofTheCase.Contains(id),
                    steps,
                    from,
                    counts
                )
            );
        }
    }

    /// <summary>As much of it as can be read in one picture: the nearest parties, and where too many lines would cross, only the ways by which
    /// each was reached, and what was refuted.</summary>
    public LinkPicture Readable()
    {
        var near = Parties.Take(MostParties).ToList();
        var shown = near.Select(p => p.Id).ToHashSet();
        var between = Links.Where(l => shown.Contains(l.Link.From) && shown.Contains(l.Link.To)).ToList();
        var isClear = between.Select(l => (l.Link.From, l.Link.To)).Distinct().Count() <= MostPairs;
        return this with { Parties = near, Links = [.. between.Where(l => isClear || l.IsRefuted || l.IsWay)] };
    }
}
