namespace Licensing.Domain.Screening;

/// <summary>Goods that go, or went, to the recipients of a case or to a party that counts as one with them.</summary>
/// <param name="To">The party that they went to; null for the case itself.</param>
/// <param name="Category">Of the law; that of the platform where the line names none.</param>
/// <param name="InHoldings">The recipient's holdings count them already.</param>
public sealed record SuppliedGoods(
    CountedGoods Goods,
    string? Exporter,
    string? Consignee,
    string? To,
    string? Category,
    string? Model,
    string? CompatibleModel,
    bool IsDeactivated,
    bool IsTemporary,
    bool InHoldings
)
{
    public string Place => Goods.Place;
    public string? PartType => Goods.PartType;
    public string? Platform => Goods.PlatformKey;

    public Input AsInput() => new(Place, $"{this}{(To is null ? "" : $", to {To}")}");

    public override string ToString() => $"{PartType} x{Goods.Qty:0.###} {Model ?? Platform}".TrimEnd();
}

/// <summary>What the recipients of a case, and all who count as one with them, get by it and got within a window before.</summary>
/// <param name="Missing">What is not known of who belongs together or of what they got: there may be more than is here.</param>
public sealed record Supply(
    LinkCluster Cluster,
    IReadOnlyList<SuppliedGoods> OfTheCase,
    IReadOnlyList<SuppliedGoods> Earlier,
    IReadOnlyList<string> Missing
)
{
    public IEnumerable<SuppliedGoods> All => OfTheCase.Concat(Earlier);

    public static Supply Of(Facts facts, int windowDays, int maxDegree = LinkGraph.UsualMaxDegree)
    {
        var cluster = facts.RecipientCluster(maxDegree);
        var history = facts.HistoryOf(cluster, windowDays);
        return new Supply(
            cluster,
            [.. facts.Lines.Select(l => Of(l.Line, l.Place, facts))],
            [.. (history ?? []).Select(h => Of(h, cluster, facts))],
            [
                .. facts.Case.Parties?.FinalRecipient is null
                    ? ["case.parties.final_recipient"]
                    : Array.Empty<string>(),
                .. facts
                    .Recipients.Where(r => !facts.Links(maxDegree).KnowsAnyValueOf(r))
                    .Select(r =>
                        $"parties[{r}].address_key, phone, email, beneficial_owner, bank_account or registration_no"
                    ),
                .. history is null ? ["history"] : Array.Empty<string>(),
                .. cluster.IsCutShort ? [cluster.LinksBeyond(facts.Recipients)] : Array.Empty<string>(),
            ]
        );
    }

    /// <summary>The parts by platform. Unfinished ones count as finished, deactivated ones not at all.</summary>
    /// <param name="also">Parts that count besides the essential ones.</param>
    public static PartCounts Count(
        IEnumerable<SuppliedGoods> goods,
        ReferenceData reference,
        params IEnumerable<string> also
    ) =>
        Kits.Count(
            goods.Where(g => !g.IsDeactivated).Select(g => g.Goods),
            reference,
            countSemiFinished: true,
            [.. also]
        );

    /// <summary>What a sign rests on: these goods, and the links by which parties other than the recipients count as one with them.</summary>
    public Evidence EvidenceOf(IReadOnlyDictionary<string, object> computed, IReadOnlyList<SuppliedGoods> goods)
    {
        var paths = goods
            .Select(g => g.To)
            .OfType<string>()
            .Distinct()
            .Where(to => Cluster.Reached[to] is not null)
            .Select(to => (To: to, Path: Cluster.PathTo(to)))
            .ToList();
        return new Evidence(
            computed,
            [
                .. goods.Select(g => g.AsInput()),
                .. paths.Select(p => new Input($"parties[{p.To}]", string.Join(" – ", p.Path))),
            ]
        )
        {
            LinkPath = paths.FirstOrDefault().Path ?? [],
        };
    }

    private static SuppliedGoods Of(CaseLine line, string place, Facts facts) =>
        new(
            CountedGoods.Of(line, place),
            facts.Case.Parties?.Exporter,
            facts.Case.Parties?.Consignee ?? facts.Case.Parties?.FinalRecipient,
            null,
            line.Category ?? facts.CategoryOf(line.Platform),
            line.Model,
            line.CompatibleModel,
            line.Deactivated is true,
            line.Temporary is true,
            InHoldings: false
        );

    private static SuppliedGoods Of(HistoryLine line, LinkCluster cluster, Facts facts) =>
        new(
            CountedGoods.Of(line),
            line.Exporter,
            line.Consignee ?? line.FinalRecipient,
            cluster.Contains(line.FinalRecipient) ? line.FinalRecipient : line.Consignee,
            line.Category ?? facts.CategoryOf(line.Platform),
            line.Model,
            line.CompatibleModel,
            line.Deactivated is true,
            line.Temporary is true,
            line.InHoldings is true
        );
}
