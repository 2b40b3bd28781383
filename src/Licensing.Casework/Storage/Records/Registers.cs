using Licensing.Domain.States;

namespace Licensing.Casework.Storage;

/// <summary>What an entry of the registers is about. The screening reads them all.</summary>
public enum RegisterKind
{
    /// <summary>What is known of a manufacturer, dealer, broker, carrier, end user …: P15, R11.</summary>
    Party,

    /// <summary>A loss, a theft, a diversion or the suspicion of one.</summary>
    Incident,

    /// <summary>An item that was seized, found or traced.</summary>
    Seizure,

    /// <summary>A check of a recipient after shipment.</summary>
    Check,

    /// <summary>A denial or a diversion that another State has notified.</summary>
    Watch,

    /// <summary>Where a numbered item is.</summary>
    Serial,

    /// <summary>The file that is registered under the number of a paper.</summary>
    Paper,

    /// <summary>A goods line that another State has licensed.</summary>
    Licence,

    /// <summary>An export licence of another State that draws on an import authorisation.</summary>
    AuthorisationUse,

    /// <summary>What officers have found out about one case.</summary>
    CaseFact,
}

/// <summary>An entry of a register. It is ended, never changed: another takes its place.</summary>
public sealed class RegisterEntry : IVersioned
{
    public required Guid Id { get; init; }
    public required Country KeptBy { get; init; }
    public required RegisterKind Kind { get; init; }

    /// <summary>What it is found by, in the form in which equal things are equal: a party's key, a serial number as it may be misread, the
    /// number of a paper, of an authorisation, of a case.</summary>
    public required string Subject { get; init; }

    /// <summary>The key of a party that it names besides; null where there is none, or where that is its subject.</summary>
    public string? Party { get; init; }

    /// <summary>Of a party: who owns it, in the form in which equal names are equal.</summary>
    public string? Owner { get; init; }

    /// <summary>Of a party: its bank account, in that form.</summary>
    public string? Account { get; init; }

    /// <summary>As JSON, in the words of a dossier of the screening.</summary>
    public required string Content { get; init; }
    public required string Sha256 { get; init; }

    /// <summary>Where it comes from, in words.</summary>
    public required string Source { get; init; }
    public required Guid RecordedBy { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The entry whose place it takes once it counts; null where it takes none.</summary>
    public Guid? Replaces { get; init; }

    /// <summary>From when on it counts; null while it awaits the second officer.</summary>
    public DateTimeOffset? CountsSince { get; set; }
    public Guid? ConfirmedBy { get; set; }

    /// <summary>Who would have it ended; null where nobody would.</summary>
    public Guid? EndProposedBy { get; set; }
    public string? EndBecause { get; set; }

    /// <summary>Since when it counts no more, or when it was rejected.</summary>
    public DateTimeOffset? EndedAt { get; set; }
    public Guid? EndedBy { get; set; }
    public Guid Version { get; set; }
}
