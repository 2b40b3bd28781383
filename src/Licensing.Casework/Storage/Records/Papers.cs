using Licensing.Domain.Applications;
using Licensing.Domain.States;

namespace Licensing.Casework.Storage;

/// <summary>An uploaded file, known by its hash. Its bytes are kept apart, so that a list does not load them.</summary>
public sealed class Document
{
    public required Guid Id { get; init; }
    public required DocumentKind Kind { get; init; }
    public required string FileName { get; init; }
    public required string MediaType { get; init; }

    /// <summary>In bytes.</summary>
    public required long Size { get; init; }
    public required string Sha256 { get; init; }
    public required Country State { get; init; }

    /// <summary>The company whose paper it is; null for a paper of the authority.</summary>
    public Guid? CompanyId { get; init; }
    public Guid? ApplicationId { get; init; }
    public Guid? CaseId { get; init; }

    /// <summary>The number that the paper bears, as whoever attached it says; null where nothing was said.</summary>
    public string? Number { get; init; }

    /// <summary>Over all lines, as the paper states them.</summary>
    public decimal? Pieces { get; init; }

    /// <summary>Net weight in kilograms, as the paper states it.</summary>
    public decimal? NetKg { get; init; }
    public required Guid UploadedBy { get; init; }
    public required DateTimeOffset UploadedAt { get; init; }
}

public sealed class DocumentContent
{
    public required Guid Id { get; init; }
    public required byte[] Bytes { get; init; }

    /// <summary>Stands for the row, so that it can be removed without reading the file.</summary>
    internal static DocumentContent Stub(Guid id) => new() { Id = id, Bytes = [] };
}

/// <summary>A message to a person or an authority: a link and no particulars. Written with the act, sent after it.</summary>
public sealed class Notice
{
    public required Guid Id { get; init; }
    public Guid? CaseId { get; init; }

    /// <summary>The exchange document that it takes to another State: once it is sent, that one is proved to have been on its way. Null for any
    /// other.</summary>
    public Guid? ExchangeId { get; init; }
    public required string To { get; init; }
    public required string Subject { get; init; }
    public required string Body { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? SentAt { get; set; }
    public int Attempts { get; set; }

    /// <summary>Not to be tried before.</summary>
    public DateTimeOffset NextAttemptAt { get; set; }
    public string? LastError { get; set; }
}

/// <summary>One line of the history. Never changed, never removed.</summary>
public sealed class AuditEntry
{
    public required Guid Id { get; init; }
    public Guid? CaseId { get; init; }
    public Guid? ApplicationId { get; init; }

    /// <summary>From 1 within the case, or within the draft before it; 0 where there is neither.</summary>
    public required int Sequence { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid PersonId { get; init; }
    public required string PersonName { get; init; }
    public required Role Role { get; init; }

    /// <summary>For which State the person acted.</summary>
    public required Country State { get; init; }

    /// <summary>The State whose record this is: the exporting State of the case.</summary>
    public required Country KeptBy { get; init; }
    public required string Event { get; init; }
    public required string Data { get; init; }
    public required string Sentence { get; init; }

    /// <summary>True when it was tried and refused.</summary>
    public required bool Refused { get; init; }
}

/// <summary>That an act was accepted under an idempotency key, and what was answered.</summary>
public sealed class AcceptedAct
{
    public required Guid PersonId { get; init; }
    public required string Key { get; init; }
    public required string RequestHash { get; init; }
    public required string Result { get; init; }
    public required DateTimeOffset At { get; init; }
}

public enum PublishedKind
{
    Procedure,
    Policy,
    Calendar,

    /// <summary>A rule set of the screening for diversion risk.</summary>
    Screening,
}

/// <summary>A version of a file of <c>workflows/</c>, as the running system reads it.</summary>
public sealed class PublishedFile
{
    public required PublishedKind Kind { get; init; }
    public required string Id { get; init; }
    public required int Version { get; init; }
    public required string FileName { get; init; }
    public required string Content { get; init; }
    public required string Sha256 { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }
}
