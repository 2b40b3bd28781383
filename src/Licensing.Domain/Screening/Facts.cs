namespace Licensing.Domain.Screening;

/// <summary>What a rule may look at: the dossier and the reference data as they were known on the day, and what several rules need of
/// them, worked out once.</summary>
public sealed class Facts
{
    private readonly Func<string, IReadOnlyList<Result>> _resultsOf;
    private readonly Lazy<GateFindings> _gate;
    private readonly Dictionary<int, LinkGraph> _links = [];

    /// <param name="resultsOf">What another rule says of the same case, by its id.</param>
    internal Facts(
        ScreeningDossier dossier,
        ReferenceData reference,
        ScreeningProfile profile,
        Func<string, IReadOnlyList<Result>> resultsOf,
        GateFindings? gate
    )
    {
        AsOf = dossier.AsOf;
        Dossier = dossier.AsKnownOn(AsOf);
        Reference = reference.AsKnownOn(AsOf);
        Profile = profile;
        _resultsOf = resultsOf;
        _gate = new Lazy<GateFindings>(() => gate ?? GateFindings.Of(this));
    }

    public ScreeningDossier Dossier { get; }
    public CaseSnapshot Case => Dossier.Case;
    public ReferenceData Reference { get; }
    public ScreeningProfile Profile { get; }
    public DateOnly AsOf { get; }
    public Stage Stage => Dossier.Stage;

    /// <summary>Arrangements in favour of landlocked States, of the reference data and of the authority's own record; null when neither is
    /// known.</summary>
    public IReadOnlyList<ArrangementEntry>? Arrangements =>
        (Reference.Lists?.LandlockedArrangements, Dossier.Arrangements) switch
        {
            (null, null) => null,
            var (listed, recorded) => [.. listed ?? [], .. recorded ?? []],
        };

    /// <summary>What Article 10 finds, asked of the gate itself.</summary>
    public GateFindings Gate => _gate.Value;

    /// <summary>The lines of the case, each with its place in the dossier and its part by the usual name; none when they are not known, and
    /// then <see cref="CaseSnapshot.Lines"/> is null.</summary>
    public IEnumerable<(CaseLine Line, string Place)> Lines =>
        (Case.Lines ?? []).Select((line, i) => (line with { PartType = Named(line.PartType) }, $"case.lines[{i}]"));

    /// <summary>Ids of final recipient and consignee, each once.</summary>
    public IReadOnlyList<string> Recipients =>
        [.. new[] { Case.Parties?.FinalRecipient, Case.Parties?.Consignee }.OfType<string>().Distinct()];

    /// <summary>Of final recipient and consignee, those of whom the case does not say who they are.</summary>
    public IReadOnlyList<string> RecipientsMissing =>
        [
            .. new[]
            {
                (Party: Case.Parties?.FinalRecipient, Place: "case.parties.final_recipient"),
                (Party: Case.Parties?.Consignee, Place: "case.parties.consignee"),
            }
                .Where(r => r.Party is null)
                .Select(r => r.Place),
        ];

    /// <summary>What has to be known before anything can be said of the final recipient: who it is, or its record.</summary>
    public string PlaceOfRecipient =>
        Case.Parties?.FinalRecipient is { } id ? $"parties[{id}]" : "case.parties.final_recipient";

    public PartyRecord? FinalRecipient => Party(Case.Parties?.FinalRecipient);
    public PartyRecord? Consignee => Party(Case.Parties?.Consignee);

    public PartyRecord? Party(string? id) => id is null ? null : Dossier.Parties?.FirstOrDefault(p => p.Id == id);

    public Platform? Platform(string? id) => id is null ? null : Reference.Platforms?.GetValueOrDefault(id);

    /// <summary>The category of the law of a platform; null when the reference data do not have it.</summary>
    public string? CategoryOf(string? platform) => Platform(platform)?.Category;

    /// <summary>The final recipient may make firearms of that category on the day of evaluation; null when its authorisations are not
    /// known.</summary>
    public bool? RecipientMayManufacture(string? category) =>
        FinalRecipient?.IsAuthorised(AuthorisationKinds.Manufacture, category, AsOf);

    /// <summary>The final recipient may keep firearms of that category for sale on the day of evaluation; null when its authorisations are
    /// not known.</summary>
    public bool? RecipientMayStock(string? category) =>
        FinalRecipient?.IsAuthorised(AuthorisationKinds.DealerStock, category, AsOf);

    /// <summary>Where a fact of the final recipient stands in the dossier, or the recipient itself when there is none.</summary>
    public string PlaceInRecipient(string field) =>
        Case.Parties?.FinalRecipient is { } id ? $"parties[{id}].{field}" : "case.parties.final_recipient";

    /// <summary>The links between all parties known, where a value that more than <paramref name="maxDegree"/> of them share links none.</summary>
    public LinkGraph Links(int maxDegree)
    {
        if (!_links.TryGetValue(maxDegree, out var graph))
            _links[maxDegree] = graph = new LinkGraph(
                Dossier.Parties ?? [],
                Dossier.RefutedLinks ?? [],
                Reference.SharedValuesIgnored ?? [],
                AsOf,
                maxDegree,
                Dossier.LinksNotFollowed
            );
        return graph;
    }

    /// <summary>The parties that count as one with the recipients of the case.</summary>
    public LinkCluster RecipientCluster(int maxDegree = LinkGraph.UsualMaxDegree) =>
        Links(maxDegree).ClusterOf(Recipients);

    /// <summary>The lines of earlier and pending licences that went to any party of the cluster within the window; null when the history
    /// is not known.</summary>
    public IReadOnlyList<HistoryLine>? HistoryOf(LinkCluster cluster, int windowDays) =>
        Dossier
            .History?.Where(h =>
                h.Date.IsWithin(windowDays, AsOf)
                && (cluster.Contains(h.FinalRecipient) || cluster.Contains(h.Consignee))
                && h.Ref != Case.CaseId
            )
            .Select(h => h with { PartType = Named(h.PartType) })
            .ToList();

    /// <summary>How the first of the lines that went to another member of the cluster is linked to the recipients of the case; empty when
    /// all went to these.</summary>
    public IReadOnlyList<string> PathToAnother(LinkCluster cluster, IEnumerable<HistoryLine> lines) =>
        lines
            .Select(h => cluster.Contains(h.FinalRecipient) ? h.FinalRecipient! : h.Consignee!)
            .FirstOrDefault(party => !Recipients.Contains(party))
            is { } other
            ? cluster.PathTo(other)
            : [];

    /// <summary>The lines of earlier and pending licences to that party alone within the window; null when the history is not
    /// known.</summary>
    public IReadOnlyList<HistoryLine>? HistoryOf(string recipient, int windowDays) =>
        Dossier
            .History?.Where(h =>
                h.Date.IsWithin(windowDays, AsOf)
                && (h.FinalRecipient ?? h.Consignee) == recipient
                && h.Ref != Case.CaseId
            )
            .Select(h => h with { PartType = Named(h.PartType) })
            .ToList();

    /// <summary>What the goods are worth: as the case states it for all, or else line by line; null unless it can be told.</summary>
    public decimal? GoodsValue =>
        Case.TotalValue
        ?? (
            Case.Lines?.All(l => l is { Qty: not null, UnitValue: not null }) is true
                ? Case.Lines.Sum(l => l.Qty * l.UnitValue)
                : null
        );

    /// <summary>What another rule found, as far as it is written, switched on and asked at this stage.</summary>
    public IReadOnlyList<Sign> SignsOf(string rule) => [.. _resultsOf(rule).OfType<Sign>()];

    // A bolt carrier is a bolt, whoever names it.
    private static string? Named(string? part) => part is null ? null : Parts.Named(part);
}
