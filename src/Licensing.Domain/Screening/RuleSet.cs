namespace Licensing.Domain.Screening;

/// <summary>The rules as data: when each is asked, how much its flags weigh, what its parameters are. The conditions are code.</summary>
/// <param name="ValidFrom">First day on which it is used, included.</param>
/// <param name="FamilyCap">The most points that one family of rules can give, so that signs of one thing do not add up.</param>
/// <param name="CountryCap">The most points that States alone can give, so that a destination does not decide a case.</param>
/// <param name="Bands">By the least score of each, ascending; the first begins at 0.</param>
/// <param name="Overrides">What a State has set otherwise. The rules themselves stay as they are.</param>
public sealed record RuleSet(
    string Id,
    int Version,
    string Title,
    string Instrument,
    DateOnly ValidFrom,
    IReadOnlyDictionary<string, string> Sources,
    IReadOnlyDictionary<Severity, int> Weights,
    int FamilyCap,
    int CountryCap,
    IReadOnlyList<Band> Bands,
    IReadOnlyList<RuleDefinition> Rules,
    IReadOnlyList<NationalOverride> Overrides
)
{
    /// <summary>The rule as it is for a State on a day, with every override that has begun by then, in the order of their days: first those
    /// of all States, then its own, so that its own prevail whenever they were made.</summary>
    /// <param name="authority">The State whose authority judges; null where that is not known, and then no State's own override counts.</param>
    public RuleDefinition InForce(RuleDefinition rule, DateOnly day, string? authority) =>
        Overrides
            .Where(o => o.Rule == rule.Id && o.ValidFrom <= day && (o.State is null || o.State == authority))
            .OrderBy(o => o.State is not null)
            .ThenBy(o => o.ValidFrom)
            .Aggregate(rule, (so, over) => over.On(so));

    /// <summary>How many parties may share a value that links them, by whichever of its rules lets it be most.</summary>
    public int MaxDegree(DateOnly day, string authority) =>
        Rules
            .Select(r => InForce(r, day, authority).Parameters)
            .Where(p => p.Values.ContainsKey(LinkGraph.DegreeParameter))
            .Select(p => p.Whole(LinkGraph.DegreeParameter))
            .Append(LinkGraph.UsualMaxDegree)
            .Max();

    public Band BandOf(int score) => Bands.Last(b => b.Min <= score);
}

/// <param name="Min">Least score that falls into it.</param>
/// <param name="ReferTo">Agencies whose advice has to be on record before a licence is issued, any one where none is named; null where the band
/// asks for no advice.</param>
/// <param name="Checklist">What an officer has to have looked into before a grant is recommended, item by item; null where there is none.</param>
public sealed record Band(
    int Min,
    string Name,
    IReadOnlyList<string>? ReferTo = null,
    IReadOnlyList<string>? Checklist = null
);

/// <param name="Stages">When it is asked; at other stages it says nothing.</param>
/// <param name="Severity">Those that the rule can give.</param>
/// <param name="Graded">Severities that a State gives in place of the rule's own.</param>
/// <param name="CountryDerived">It follows from States alone: capped by <see cref="RuleSet.CountryCap"/>, outside its family.</param>
/// <param name="OfficerAction">What the officer does about a flag.</param>
/// <param name="MayBeClearedBy">The role that may clear a flag of severity high or blocking; null for findings of law, which are cured and
/// never cleared.</param>
public sealed record RuleDefinition(
    string Id,
    string Version,
    string Name,
    string Family,
    string Description,
    IReadOnlyList<string> Sources,
    IReadOnlyList<Stage> Stages,
    IReadOnlyList<Severity> Severity,
    Parameters Parameters,
    bool Enabled,
    bool CountryDerived,
    string OfficerAction,
    string FalsePositives,
    string? MayBeClearedBy,
    IReadOnlyDictionary<Severity, Severity>? Graded = null
)
{
    public Severity Grade(Severity found) => Graded?.GetValueOrDefault(found, found) ?? found;
}

/// <summary>What a State sets otherwise for one rule, from a day on.</summary>
/// <param name="ValidFrom">First day, included.</param>
/// <param name="Parameters">Those that change; null: none.</param>
/// <param name="Severity">Severity given in place of the rule's own; null: none changes.</param>
/// <param name="State">Two-letter code of the State in whose cases it counts; null: in those of every State of the installation.</param>
public sealed record NationalOverride(
    string Rule,
    string Author,
    string Reason,
    DateOnly ValidFrom,
    Parameters? Parameters = null,
    bool? Enabled = null,
    IReadOnlyDictionary<Severity, Severity>? Severity = null,
    string? State = null
)
{
    internal RuleDefinition On(RuleDefinition rule) =>
        rule with
        {
            Parameters = Parameters is null ? rule.Parameters : rule.Parameters.With(Parameters),
            Enabled = Enabled ?? rule.Enabled,
            Graded = Severity ?? rule.Graded,
        };
}
