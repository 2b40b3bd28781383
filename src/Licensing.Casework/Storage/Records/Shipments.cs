using Licensing.Domain.Shipments;

namespace Licensing.Casework.Storage;

public enum ShipmentStatus
{
    /// <summary>The exporter has declared it; nothing may leave yet.</summary>
    Declared,

    /// <summary>Customs has released it: the goods may leave, all at once or in parts.</summary>
    Released,

    /// <summary>Everything has left that will; the importing State has been asked for its receipt.</summary>
    Left,

    /// <summary>Its receipt is proved, or a senior officer has closed it with a reason.</summary>
    Settled,

    /// <summary>Nothing has left under it, and nothing will.</summary>
    Cancelled,

    /// <summary>Customs has seized what had not left.</summary>
    Seized,
}

/// <summary>How a shipment's receipt was settled.</summary>
public enum ShipmentOutcome
{
    /// <summary>The importing State has confirmed that just what left has arrived.</summary>
    ReceivedInFull,

    /// <summary>A senior officer has accepted what else proves the receipt, or explains a discrepancy.</summary>
    ReceiptAccepted,

    /// <summary>A senior officer has found that the goods, or some of them, did not arrive.</summary>
    NotReceived,
}

/// <summary>Goods that leave together under a licence.</summary>
public sealed class Shipment
{
    public required Guid Id { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid LicenceId { get; init; }

    /// <summary>The licence's number and a running one, e.g. QM-EX-2026-000001/1.</summary>
    public required string Number { get; init; }
    public required int Sequence { get; init; }

    /// <summary>As declared, never changed.</summary>
    public required ShipmentDeclaration Declaration { get; init; }
    public required Guid DeclaredBy { get; init; }
    public required DateTimeOffset DeclaredAt { get; init; }
    public ShipmentStatus Status { get; set; }
    public Guid? ReleasedBy { get; set; }
    public DateTimeOffset? ReleasedAt { get; set; }
    public string? ReleasedAtPost { get; set; }

    /// <summary>The conditions of the licence that were seen to be met at the release.</summary>
    public IReadOnlyList<string> ConditionsMet { get; set; } = [];

    /// <summary>Why nothing more leaves under it, where that is not because everything has left.</summary>
    public string? EndedBecause { get; set; }

    /// <summary>Who would have its recall lifted; null where nobody has proposed it since it was called back.</summary>
    public Guid? RecallLiftBy { get; set; }
    public string? RecallLiftBecause { get; set; }

    /// <summary>The latest request for its receipt; null before it has left.</summary>
    public Guid? ReceiptRequestId { get; set; }
    public ShipmentOutcome? Outcome { get; set; }
    public string? SettledBecause { get; set; }
    public Guid? SettledBy { get; set; }
    public DateTimeOffset? SettledAt { get; set; }
}

/// <summary>Goods of a shipment that have left the exporting State at one time, as customs saw them.</summary>
public sealed class ShipmentExit
{
    public required Guid Id { get; init; }
    public required Guid ShipmentId { get; init; }
    public required Guid CaseId { get; init; }

    /// <summary>From 1 within the case.</summary>
    public required int Sequence { get; init; }
    public required IReadOnlyList<ShippedLine> Lines { get; init; }

    /// <summary>The legal day there.</summary>
    public required DateOnly LeftOn { get; init; }
    public required string Post { get; init; }
    public required Guid RecordedBy { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>What an exit has taken for good of a reservation.</summary>
public sealed class DrawDownRecord
{
    public required Guid Id { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid ExitId { get; init; }
    public required Guid ReservationId { get; init; }
    public required decimal Amount { get; init; }
}

/// <summary>That customs holds a shipment, or has seized it.</summary>
public sealed class ShipmentHold
{
    public required Guid Id { get; init; }
    public required Guid ShipmentId { get; init; }
    public required Guid CaseId { get; init; }
    public required bool IsSeizure { get; init; }
    public required string Because { get; init; }
    public required string Post { get; init; }
    public required Guid By { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Last day for the licensing authority's answer, included; null for a seizure. Silence lifts nothing.</summary>
    public DateOnly? LastDay { get; init; }
    public Guid? LiftedBy { get; set; }
    public DateTimeOffset? LiftedAt { get; set; }
    public string? LiftedBecause { get; set; }
}
