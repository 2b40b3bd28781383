using Licensing.Domain.Goods;
using Licensing.Domain.States;
using Licensing.Domain.Transit;

namespace Licensing.Casework.Storage;

public enum ExchangeKind
{
    ImportConfirmationRequest,
    ImportConfirmation,
    ImportDenial,
    ImportRevocation,
    TransitRequest,
    TransitAcknowledgement,
    NoObjection,
    Objection,
    NoticeWithdrawal,

    /// <summary>A transit State asks the exporting State something before it answers. It is no answer to the request.</summary>
    TransitQuestion,

    /// <summary>The exporting State's answer to that.</summary>
    TransitQuestionAnswer,

    /// <summary>The exporting State tells that goods have left under a licence, and what that draws on an import authorisation.</summary>
    DrawDown,

    /// <summary>Art. 10(4): the exporting State asks whether a shipment has arrived.</summary>
    ReceiptRequest,
    ReceiptConfirmation,

    /// <summary>The importing State says that the shipment has not arrived.</summary>
    NonReceipt,

    /// <summary>Customs of a State on the way tells the exporting State that goods have entered, left, or arrived there.</summary>
    MovementReport,

    /// <summary>The ground of a licence has given way while goods are on their way: the States ahead are asked to stop them.</summary>
    Recall,
    RecallReply,

    /// <summary>The shipment need not be stopped any more: its ground holds again, or its receipt is proved.</summary>
    RecallLifted,
}

/// <summary>How an answer came. The answer is always the State's; the recording is the officer's.</summary>
public enum Provenance
{
    /// <summary>A correspondent or an officer of that State gave it, signed in.</summary>
    GivenInSystem,

    /// <summary>Two officers of the exporting State recorded it from a document.</summary>
    RecordedFromDocument,
}

/// <summary>A document between two States: immutable, numbered. What passes between States, resident or not, is only this, and
/// the gate reads nothing else of theirs.</summary>
public sealed class ExchangeDocument
{
    public required Guid Id { get; init; }
    public required Guid CaseId { get; init; }

    /// <summary>From 1 within the case. Order is this number's word: two moments may be the same, or two clocks differ.</summary>
    public required int Sequence { get; init; }

    /// <summary>From 1 within what a State has said of one import authorisation, in whichever case: the last one holds. Null for
    /// whatever says nothing of one.</summary>
    public int? Statement { get; init; }

    /// <summary>The case's number and the sequence, e.g. QM-2026-000001/3.</summary>
    public required string Number { get; init; }
    public required ExchangeKind Kind { get; init; }
    public required Country From { get; init; }
    public required Country To { get; init; }

    /// <summary>Number of the import authorisation it is about; null when it is about a transit.</summary>
    public string? Authorisation { get; init; }
    public Guid? InReplyTo { get; init; }

    /// <summary>The legal day that it bears, in the State that gave it.</summary>
    public required DateOnly DatedOn { get; init; }

    /// <summary>When it became known here.</summary>
    public required DateTimeOffset KnownAt { get; init; }
    public required string Content { get; init; }

    /// <summary>SHA-256 of the content.</summary>
    public required string Sha256 { get; init; }
    public required Provenance Provenance { get; init; }

    /// <summary>Who gave it for its State, or recorded it for the exporting State.</summary>
    public required Guid GivenBy { get; init; }

    /// <summary>The second officer, when it was recorded from a document.</summary>
    public Guid? ConfirmedBy { get; init; }
    public Guid? OriginalId { get; init; }
    public Guid? SenderId { get; init; }

    private object? _read;

    /// <summary>The content, where it has been read already.</summary>
    internal object? Known
    {
        init => _read = value;
    }

    /// <summary>The content. It never changes, so it is read once however often the law looks at it.</summary>
    public T Read<T>()
        where T : class => (T)(_read is T ? _read : _read = Wire.Read<T>(Content));
}

public enum RecordingStatus
{
    /// <summary>Recorded by one officer; not yet an answer.</summary>
    Pending,
    Confirmed,
    Rejected,
}

/// <summary>A foreign State's answer that an officer read from a document. It counts only when a second officer has
/// confirmed it.</summary>
public sealed class RecordedAnswer
{
    public required Guid Id { get; init; }
    public required Guid CaseId { get; init; }

    /// <summary>The request that it answers.</summary>
    public required Guid RequestId { get; init; }
    public required ExchangeKind Kind { get; init; }
    public required Country From { get; init; }
    public string? Authorisation { get; init; }
    public required DateOnly DatedOn { get; init; }
    public required string Content { get; init; }
    public required Guid OriginalId { get; init; }
    public required Guid SenderId { get; init; }
    public required Guid RecordedBy { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public RecordingStatus Status { get; set; }
    public Guid? SettledBy { get; set; }
    public DateTimeOffset? SettledAt { get; set; }
    public string? RejectedBecause { get; set; }
}

/// <summary>Stands for one import authorisation, wherever it is used: whoever reads its balance or its standing moves or checks
/// the version.</summary>
public sealed class AuthorisationAnchor : IVersioned
{
    public required Guid Id { get; init; }
    public required Country IssuedBy { get; init; }
    public required string Number { get; init; }

    /// <summary>The State that keeps this balance, since each State knows only its own licences.</summary>
    public required Country KeptBy { get; init; }

    /// <summary>The number's letters and digits, to notice another spelling.</summary>
    public required string Key { get; init; }

    /// <summary>How many statements there are about it so far.</summary>
    public int Statements { get; set; }
    public Guid Version { get; set; }
}

/// <summary>A landlocked arrangement in the records of the State that relies on it. It counts once a second officer has
/// confirmed it.</summary>
public sealed class ArrangementRecord : IVersioned
{
    public required Guid Id { get; init; }
    public required Country KeptBy { get; init; }
    public required LandlockedArrangement Arrangement { get; init; }
    public required Guid RecordedBy { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public Guid? ConfirmedBy { get; set; }
    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>Last day on which it applies after it was ended, included; null while nobody has ended it.</summary>
    public DateOnly? EndsOn { get; set; }

    /// <summary>Who ended it, or rejected it before it was confirmed.</summary>
    public Guid? EndedBy { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public string? EndedBecause { get; set; }
    public Guid Version { get; set; }

    /// <summary>The arrangement for the days on which it applies: no longer than its end.</summary>
    public LandlockedArrangement AsItApplies =>
        EndsOn is { } last && !(Arrangement.To < last) ? Arrangement with { To = last } : Arrangement;
}

/// <summary>What a licence takes from a line of an import authorisation.</summary>
public sealed class ReservationRecord
{
    public required Guid Id { get; init; }
    public required Guid LicenceId { get; init; }
    public required Guid CaseId { get; init; }
    public required Country KeptBy { get; init; }
    public required Country IssuedBy { get; init; }
    public required string Authorisation { get; init; }
    public required int AuthorisedLine { get; init; }

    /// <summary>What that line authorised when it was drawn on: lines may stand in another order in a later statement.</summary>
    public required GoodsClass Class { get; init; }
    public PartKind? Part { get; init; }
    public string? Platform { get; init; }
    public string? Calibre { get; init; }
    public required int GoodsLine { get; init; }
    public required decimal Amount { get; init; }
    public required Unit Unit { get; init; }
}
