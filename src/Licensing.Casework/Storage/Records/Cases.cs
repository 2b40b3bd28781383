using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using Licensing.Domain.Applications;
using Licensing.Domain.Licences;
using Licensing.Domain.States;

namespace Licensing.Casework.Storage;

/// <summary>An application while its author works on it. Once submitted it no longer changes.</summary>
public sealed class Application : IVersioned
{
    public required Guid Id { get; init; }

    /// <summary>For what: it follows from the capacity in which its author began it.</summary>
    public required LicenceKind Kind { get; init; }
    public required Country State { get; init; }
    public required Guid CompanyId { get; init; }
    public required ApplicationDraft Draft { get; set; }
    public required Guid CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>The case it became; null while it is a draft.</summary>
    public Guid? CaseId { get; set; }

    /// <summary>The case of the export licence whose place the applied-for one is to take; null where there is none.</summary>
    public Guid? ReplacesCaseId { get; init; }

    /// <summary>How many exits under that licence there were when the draft was begun: it is of what had not left then.</summary>
    public int ReplacedExits { get; init; }

    /// <summary>Number of audit entries so far, before it became a case.</summary>
    public int AuditCount { get; set; }
    public Guid Version { get; set; }
}

public enum CaseStatus
{
    Open,

    /// <summary>For a transit: notice of no objection has been given.</summary>
    Granted,

    /// <summary>For a transit: the State has objected, or has withdrawn its notice.</summary>
    Refused,

    /// <summary>For a transit: the exporting State no longer asks.</summary>
    Withdrawn,
}

/// <summary>A case of an authority. Status is short; where exactly it stands is the procedure's <see cref="Position"/>.</summary>
public sealed class Case : IVersioned
{
    public required Guid Id { get; init; }

    /// <summary>State, year and running number, e.g. QM-2026-000001.</summary>
    public required string Number { get; init; }
    public required LicenceKind Kind { get; init; }

    /// <summary>The State whose authority has the case: the exporting State for an export, the importing State for an import, the transit
    /// State for a transit.</summary>
    public required Country State { get; init; }
    public required Country ExportingState { get; init; }
    public required Country ImportingState { get; init; }

    /// <summary>The applicant; null for a transit.</summary>
    public required Guid? CompanyId { get; init; }

    /// <summary>What became the case; null for a transit.</summary>
    public required Guid? ApplicationId { get; init; }

    /// <summary>The case of the export licence whose place this one's is to take; null where there is none.</summary>
    public Guid? ReplacesCaseId { get; init; }

    /// <summary>How many exits under that licence the application takes account of: what left with a later one is taken off.</summary>
    public int ReplacedExits { get; init; }

    /// <summary>The first case of those whose licences have replaced each other; itself where there is none.</summary>
    public required Guid FirstCaseId { get; init; }

    /// <summary>The applicant's own; for a transit the number of the request with which it began.</summary>
    public required string Reference { get; init; }

    /// <summary>As submitted, never changed.</summary>
    /// <exception cref="InvalidOperationException">It is a transit, which knows of the consignment only what the request tells.</exception>
    [AllowNull]
    public required Consignment Consignment
    {
        get => field ?? throw new InvalidOperationException($"Case {Number} is a transit: it has no application.");
        init;
    }

    /// <summary>For a transit: the case of the exporting State in which it is asked. Null for all others.</summary>
    public Guid? AskedInCaseId { get; init; }
    public required string Profile { get; init; }
    public required int ProfileVersion { get; init; }
    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>Nobody's id for a transit: who set off the request is not this State's to know.</summary>
    public required Guid SubmittedBy { get; init; }
    public CaseStatus Status { get; set; }

    /// <summary>Activity of the procedure at which the case stands, and its name.</summary>
    public string Position { get; set; } = "";
    public string PositionName { get; set; } = "";

    /// <summary>Since when it stands there.</summary>
    public DateTimeOffset PositionSince { get; set; }

    /// <summary>Where the applicant sees it stand while <see cref="ShownUntil"/> has not passed: a State's "no" moves the case at once,
    /// its silence on the last day, and which of the two it was is that State's to release (Art. 12(5)).</summary>
    public string? ShownStep { get; set; }
    public DateTimeOffset? ShownSince { get; set; }

    /// <summary>The acts that were permitted there: they tell whom the case waited for.</summary>
    public string? ShownActs { get; set; }

    /// <summary>Last day, included; null when the applicant sees it where it is.</summary>
    public DateOnly? ShownUntil { get; set; }

    /// <summary>The moment after that day: since then, for the applicant, it stands where it is.</summary>
    public DateTimeOffset? ShownDueAt { get; set; }

    /// <summary>The acts that the procedure permits there, separated by blanks.</summary>
    public string PermittedActs { get; set; } = "";

    /// <summary>Since when an engine outside the database carries out what was done last; null where the case rests, and always under the
    /// embedded engine. Meanwhile it stands where it stood before, and no act is permitted.</summary>
    public DateTimeOffset? MovingSince { get; set; }

    /// <summary>When, by whom and why the period for the decision was extended; null when it was not.</summary>
    public DateOnly? ExtendedOn { get; set; }
    public Guid? ExtendedBy { get; set; }
    public string? ExtendedBecause { get; set; }

    /// <summary>When it was reopened after a refusal, the last time; null when it was not.</summary>
    public DateTimeOffset? ReopenedAt { get; set; }
    public Guid? ReopenedBy { get; set; }

    /// <summary>The applicant's grounds of appeal, or the authority's reason.</summary>
    public string? ReopenedBecause { get; set; }

    /// <summary>The applicant has appealed, which is possible once: other officers than before have it.</summary>
    public bool IsOnAppeal { get; set; }

    /// <summary>Number of exchange documents so far; the next one is numbered after it.</summary>
    public int ExchangeCount { get; set; }

    /// <summary>When it was last screened for diversion risk, whether or not it came out otherwise; null where it never was. Moves without
    /// moving <see cref="Version"/>.</summary>
    public DateTimeOffset? ScreenedAt { get; set; }

    /// <summary>Number of audit entries so far. Moves without moving <see cref="Version"/>: that somebody tried in vain changes
    /// nothing of what others are looking at.</summary>
    public int AuditCount { get; set; }
    public Guid Version { get; set; }

    public bool Permits(string act) => MovingSince is null && PermittedActs.Split(' ').Contains(act);

    /// <summary>The same for applicants, who are not told that it moves: a "no" moves it at once (Art. 12(5)). Who acts then is kept
    /// waiting.</summary>
    internal bool Offers(string act) => PermittedActs.Split(' ').Contains(act);

    /// <summary>What its procedure permits at this moment.</summary>
    internal IReadOnlyList<string> ActsNow =>
        MovingSince is null ? PermittedActs.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];

    /// <summary>Its procedure has not come to an end.</summary>
    public bool GoesOn => Going.Compiled(this);

    /// <summary>The same for queries.</summary>
    public static Expression<Func<Case, bool>> StillGoes => Going.Expression;

    private static class Going
    {
        public static readonly Expression<Func<Case, bool>> Expression = c =>
            c.PermittedActs != "" || c.MovingSince != null;
        public static readonly Func<Case, bool> Compiled = Expression.Compile();
    }

    internal bool IsShownAsWaitingOn(DateOnly today) => Status == CaseStatus.Open && today <= ShownUntil;

    internal string StepShown(bool hidden) => hidden ? ShownStep! : PositionName;

    // Silence moves a case soon after its last day, a "no" long before it: both are shown as that day's end.
    internal DateTimeOffset SinceShown(bool hidden) =>
        hidden ? ShownSince!.Value
        : ShownDueAt is { } passed && PositionSince < passed.AddDays(1) ? passed
        : PositionSince;

    internal string ActsShown(DateOnly today) => IsShownAsWaitingOn(today) ? ShownActs! : PermittedActs;
}

/// <summary>How far a case has come in its procedure, whichever engine moves it.</summary>
public sealed class ProcedureInstance
{
    public required Guid CaseId { get; init; }
    public required string DefinitionId { get; init; }
    public required int Version { get; init; }

    /// <summary>The activity entered last. Where the case is moving it has been left again: the passage of that visit says how.</summary>
    public required string Position { get; set; }
    public required string Status { get; set; }

    /// <summary>Number of activities entered; 0 at the beginning.</summary>
    public required int Visit { get; set; }

    /// <summary>While it is moving: the visit at which it last rested; null where it has only begun.</summary>
    public int? LeftVisit { get; set; }

    /// <summary>While it is moving: how many documents the case had in the exchange when it was set off.</summary>
    public int SentBefore { get; set; }

    /// <summary>While it is moving: who set it off, and by which act.</summary>
    public SetOff? SetOff { get; set; }
    public Guid? ActId { get; set; }

    /// <summary>How many stimuli have been given to it while it was moving.</summary>
    public int Said { get; set; }
}

/// <summary>An activity that a case has left. By its visit a step is known to have been done, so that nobody does it twice.</summary>
public sealed class ProcedurePassage
{
    public required Guid CaseId { get; init; }

    /// <summary>0 for the beginning, 1 for the first step.</summary>
    public required int Visit { get; init; }
    public required string Activity { get; init; }

    /// <summary>By which it was left.</summary>
    public required string Outcome { get; init; }
    public required DateTimeOffset LeftAt { get; init; }
}

/// <summary>What was said to a case while it was moving: it is looked at where the case comes to rest.</summary>
public sealed class ProcedureStimulus
{
    public required Guid CaseId { get; init; }

    /// <summary>In the order in which they were given.</summary>
    public required int Sequence { get; init; }
    public required Guid ActId { get; init; }
    public required Procedures.Stimulus Stimulus { get; init; }
    public required SetOff SetOff { get; init; }
}

/// <summary>The act that sets a case moving, and whose it was.</summary>
/// <param name="ActId">What the act sets off in further cases bears it too.</param>
public sealed record SetOff(
    Guid ActId,
    Guid PersonId,
    string PersonName,
    Role Role,
    Country State,
    string StateName,
    Guid? CompanyId,
    string? CompanyName
);

/// <summary>What falls due: a row, not a timer.</summary>
public sealed class DueTime
{
    public required Guid Id { get; init; }
    public required Guid CaseId { get; init; }
    public required DueKind Kind { get; init; }

    /// <summary>The request, or for the decision the case, that it belongs to; null when it belongs to the position.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>Visit of the procedure's position, so that a deadline of an earlier visit wakes nobody.</summary>
    public int Visit { get; init; }

    /// <summary>Last day on which the answer is in time, included.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>The moment after the last day, in the State whose case it is.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>When whoever owes the answer is reminded; null where the policy profile reminds nobody, or it was too late for that.</summary>
    public DateTimeOffset? RemindAt { get; init; }
    public DateTimeOffset? RemindedAt { get; set; }

    /// <summary>When it was answered, passed or became pointless; null while it is running.</summary>
    public DateTimeOffset? SettledAt { get; set; }

    /// <summary>It was noted that the last day passed without it.</summary>
    public bool HasPassed { get; set; }
}

public enum DueKind
{
    ImportConfirmation,
    TransitNotices,
    Information,
    Advice,

    /// <summary>The authority's own decision.</summary>
    Decision,

    /// <summary>An appeal against a refusal.</summary>
    Appeal,

    /// <summary>The last day of a licence.</summary>
    LicenceExpiry,

    /// <summary>Proof that a shipment has arrived.</summary>
    Receipt,

    /// <summary>The licensing authority's answer to a hold by customs.</summary>
    CustomsHold,

    /// <summary>The return of goods that went for a while, or came in for a while.</summary>
    Return,

    /// <summary>The last day of a transit State's own notice of no objection.</summary>
    NoticeExpiry,

    /// <summary>The import marking of firearms that came in for good.</summary>
    ImportMarking,
}

/// <summary>A running number, e.g. of the cases of a State in a year.</summary>
public sealed class Counter : IVersioned
{
    public required string Name { get; init; }
    public int Last { get; set; }
    public Guid Version { get; set; }
}
