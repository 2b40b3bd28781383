using Licensing.Domain.Goods;
using Licensing.Domain.Parties;
using Licensing.Domain.Screening;
using Licensing.Domain.States;

namespace Licensing.Casework.Storage;

/// <summary>One screening of a case, with everything it rests on: it can be judged again from this row alone.</summary>
public sealed class ScreeningRecord
{
    public required Guid Id { get; init; }
    public required Guid CaseId { get; init; }

    /// <summary>From 1 within the case: the last one holds.</summary>
    public required int Sequence { get; init; }
    public required Stage Stage { get; init; }

    /// <summary>The legal day on which it was judged.</summary>
    public required DateOnly AsOf { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Who acted when it was screened.</summary>
    public required Guid By { get; init; }
    public required string RuleSet { get; init; }
    public required int RuleSetVersion { get; init; }
    public required int Points { get; init; }
    public required string Band { get; init; }
    public required bool IsBlocked { get; init; }

    /// <summary>Flags with their explanation records, what could not be assessed, score and band, as JSON.</summary>
    public required string Report { get; init; }

    /// <summary>What was screened, as JSON in the published format: one dossier, or a file of several where goods of the case are at several
    /// stages.</summary>
    public required string Dossier { get; init; }

    /// <summary>The lists and tables that were in use, by name with the SHA-256 of each, as JSON.</summary>
    public required string Lists { get; init; }

    /// <summary>Of the rule set, the lists, the refuted links, the flags and what could not be assessed: what comes out the same is not written
    /// down twice.</summary>
    public required string Sha256 { get; init; }
}

/// <summary>What an officer has made of a flag. A later one of the same flag takes its place; nothing is overwritten.</summary>
public sealed class DispositionRecord : IVersioned
{
    public required Guid Id { get; init; }
    public required Guid CaseId { get; init; }
    public required string Rule { get; init; }

    /// <summary>SHA-256 of the flag's text and severity: what was said of another flag of the same rule does not count for this one.</summary>
    public required string FlagSha256 { get; init; }
    public required DispositionKind Kind { get; init; }
    public required string Reason { get; init; }
    public required Guid By { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The second officer, in the role that may clear the flag; null while there is none.</summary>
    public Guid? ClearedBy { get; set; }
    public DateTimeOffset? ClearedAt { get; set; }
    public Guid Version { get; set; }
}

/// <summary>A goods line of a case as the history of the screening reads it.</summary>
public sealed class ScreenedGoods
{
    public required Guid Id { get; init; }
    public required Guid CaseId { get; init; }
    public required Country KeptBy { get; init; }

    /// <summary>Keys of the parties, see <see cref="ScreenedParty"/>.</summary>
    public required string Exporter { get; init; }
    public required string Consignee { get; init; }
    public required string FinalRecipient { get; init; }
    public required string PartType { get; init; }
    public string? Platform { get; init; }
    public required decimal Amount { get; init; }
    public required Unit Unit { get; init; }
    public required string Category { get; init; }
    public required FinishState Finish { get; init; }
    public required string Model { get; init; }
    public string? Calibre { get; init; }

    /// <summary>How they were to leave, in the words of a dossier.</summary>
    public required string Mode { get; init; }

    /// <summary>What all goods of the application are worth, in its currency.</summary>
    public required decimal OrderValue { get; init; }

    /// <summary>Null where nothing was said.</summary>
    public GoodsParticulars? Particulars { get; init; }

    /// <summary>The legal day of the application.</summary>
    public required DateOnly On { get; init; }
}

/// <summary>What only some goods have, as the applicant has said it. What is null was not said.</summary>
/// <param name="ConsistsOf">By part type, how many are in one unit.</param>
public sealed record GoodsParticulars(
    string? CompatibleModel = null,
    bool? Deactivated = null,
    IReadOnlyDictionary<string, decimal>? ConsistsOf = null,
    string? FirearmType = null
);

/// <summary>A party as a case has declared it, in the form in which equal things are equal. What the next cases only say again is not kept
/// again: an exporter of thousands of cases is still a few rows.</summary>
public sealed class ScreenedParty
{
    public required Guid Id { get; init; }

    /// <summary>The first that said so since another said otherwise.</summary>
    public required Guid CaseId { get; init; }
    public required Country KeptBy { get; init; }

    /// <summary>State and registration number, or State and name where it has no number.</summary>
    public required string Key { get; init; }
    public required PartyRole Role { get; init; }
    public required string Name { get; init; }
    public required Country State { get; init; }
    public string? RegistrationNumber { get; init; }
    public string? Phone { get; init; }
    public string? Email { get; init; }
    public required string Address { get; init; }

    /// <summary>The legal day of the application.</summary>
    public required DateOnly On { get; init; }
}

/// <summary>A link between two parties that an officer has looked into and found to mean nothing. It counts in the State's screenings once a
/// second officer has confirmed it, through its last day, and no longer once somebody has taken it back. What it says never changes.</summary>
public sealed class LinkRefutation : IVersioned
{
    public required Guid Id { get; init; }
    public required Country KeptBy { get; init; }

    /// <summary>The case whose screening showed the link.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Keys of the parties, see <see cref="ScreenedParty"/>, the lesser first.</summary>
    public required string PartyA { get; init; }
    public required string PartyB { get; init; }

    /// <summary>As they were called when it was refuted.</summary>
    public required string NameA { get; init; }
    public required string NameB { get; init; }
    public required LinkKind Attribute { get; init; }

    /// <summary>What they share. Nothing else that they share is refuted.</summary>
    public required string Value { get; init; }
    public required string Reason { get; init; }

    /// <summary>The last day on which it counts, included.</summary>
    public required DateOnly LastDay { get; init; }
    public required Guid RefutedBy { get; init; }
    public required DateTimeOffset RefutedAt { get; init; }
    public Guid? ConfirmedBy { get; set; }
    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>The legal day of the confirmation: from then on it is known.</summary>
    public DateOnly? ConfirmedOn { get; set; }

    /// <summary>Who took it back, or rejected it before it was confirmed; null while nobody has.</summary>
    public Guid? EndedBy { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public string? EndedBecause { get; set; }
    public Guid Version { get; set; }

    public bool CountsOn(DateOnly day) => ConfirmedOn <= day && EndedAt is null && day <= LastDay;
}

/// <summary>A table or a list of the reference data as it was loaded. It holds until another of the same name is loaded; nothing is
/// overwritten, so that a past decision is judged again with what was there then.</summary>
public sealed class ReferenceImport
{
    public required Guid Id { get; init; }
    public required Country KeptBy { get; init; }

    /// <summary>As in a file of reference data: "platforms", "lists.sanctions" …</summary>
    public required string Name { get; init; }

    /// <summary>From 1 within the State and the name.</summary>
    public required int Sequence { get; init; }
    public required string Content { get; init; }
    public required string Sha256 { get; init; }

    /// <summary>Where it comes from, in words.</summary>
    public required string Source { get; init; }

    /// <summary>The day on which it was fetched from there.</summary>
    public required DateOnly RetrievedOn { get; init; }

    /// <summary>The last day on which it may be used without being looked through again; null: none was set.</summary>
    public DateOnly? ReviewBy { get; init; }
    public required Guid ImportedBy { get; init; }
    public required DateTimeOffset ImportedAt { get; init; }

    /// <summary>The legal day of the import: from then on it is known.</summary>
    public required DateOnly KnownOn { get; init; }
}
