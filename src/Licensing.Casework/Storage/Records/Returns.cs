using Licensing.Domain.Shipments;
using Licensing.Domain.Temporary;

namespace Licensing.Casework.Storage;

/// <summary>What is written down of goods that go for a while, or come in for a while (Art. 10(6)), and of firearms that came in for good (P8b).</summary>
public enum ReturnEntryKind
{
    /// <summary>Customs of the importing State has seen them come in under an import authorisation.</summary>
    CameIn,

    /// <summary>Customs has seen them come back, or leave again.</summary>
    Back,

    /// <summary>An officer has found out why they do not.</summary>
    AccountedFor,

    /// <summary>Their importer has had them marked with the country and year of import.</summary>
    Marked,

    /// <summary>A senior officer has found that they need not be marked.</summary>
    MarkingWaived,
}

/// <summary>An entry in the account of goods that are to come back, to leave again, or to be marked. Entries are added, never changed.</summary>
public sealed class ReturnEntry
{
    public required Guid Id { get; init; }
    public required Guid CaseId { get; init; }

    /// <summary>From 1 within the case.</summary>
    public required int Sequence { get; init; }
    public required ReturnEntryKind Kind { get; init; }
    public required IReadOnlyList<ShippedLine> Lines { get; init; }

    /// <summary>The day on which it happened; for goods that are accounted for, the day on which that was written down.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The customs post; null where an officer accounts for goods.</summary>
    public string? Post { get; init; }

    /// <summary>Why the goods do not come back; null where they do.</summary>
    public NotReturned? Outcome { get; init; }

    /// <summary>The officer's reason; for goods that came in, why they need not be marked (P8b); for those that were marked, why without the
    /// year.</summary>
    public string? Because { get; init; }

    /// <summary>The year in the import marking; null where there is none, or nothing was marked.</summary>
    public int? MarkedYear { get; init; }

    /// <summary>The number of the licence under which goods stay that were sold; null otherwise.</summary>
    public string? Licence { get; init; }

    /// <summary>The document of the case that bears it out; null where none is needed.</summary>
    public Guid? DocumentId { get; init; }
    public required Guid RecordedBy { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
}
