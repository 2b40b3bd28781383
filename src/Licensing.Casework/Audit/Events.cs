using Licensing.Casework.Storage;
using Licensing.Domain.Licences;
using Licensing.Domain.Temporary;

namespace Licensing.Casework.Audit;

/// <summary>Something that happened, with its data. Each has its sentence in <see cref="AuditSentences"/>.</summary>
public abstract record AuditEvent
{
    /// <summary>Whether the procedure of the exporting State did it by itself: somebody's act only set it off.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public virtual bool ByTheProcedure => false;
}

public sealed record ApplicationDrafted(string Reference) : AuditEvent;

/// <summary>An exporter has begun an application for a licence in the place of one that it has.</summary>
public sealed record ChangeBegun(string Licence) : AuditEvent;

public sealed record ChangeAppliedFor(string Licence) : AuditEvent;

public sealed record DraftChanged(string Reference) : AuditEvent;

public sealed record DraftDiscarded(string Reference) : AuditEvent;

public sealed record DocumentAttached(string FileName, string Kind, string Sha256) : AuditEvent;

public sealed record DocumentRemoved(string FileName, string Sha256) : AuditEvent;

public sealed record ApplicationSubmitted(string CaseNumber, string Reference) : AuditEvent;

public sealed record ApplicationWithdrawn(string Reason) : AuditEvent;

public sealed record ProcedureMoved(string To) : AuditEvent
{
    public override bool ByTheProcedure => true;
}

public sealed record ImportConfirmationRequested(string Document, string Authorisation, string State) : AuditEvent
{
    public override bool ByTheProcedure => true;
}

public sealed record TransitNoticeRequested(string Document, string State, IReadOnlyList<string> ImportLicences)
    : AuditEvent
{
    /// <summary>The last day after which its silence counts, and where the law says so; null where silence is no consent.</summary>
    public string? Silence { get; init; }
    public override bool ByTheProcedure => true;
}

public sealed record AnswerGiven(string Document, ExchangeKind Kind, string State, string? Authorisation) : AuditEvent
{
    /// <summary>Of a notice of no objection.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];
}

public sealed record AnswerRecorded(ExchangeKind Kind, string State, string? Authorisation, string Original)
    : AuditEvent;

public sealed record RecordedAnswerConfirmed(string Document, ExchangeKind Kind, string State, string? Authorisation)
    : AuditEvent
{
    /// <summary>Of a notice of no objection.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];
}

/// <summary>A State's own register has changed, and its exchange says so.</summary>
public sealed record RegisterStated(string Document, ExchangeKind Kind, string State, string? Authorisation)
    : AuditEvent
{
    public override bool ByTheProcedure => true;
}

public sealed record RecordedAnswerRejected(ExchangeKind Kind, string State, string Because) : AuditEvent;

public sealed record InformationAsked(string Question, DateOnly LastDay) : AuditEvent;

public sealed record InformationAnswered(string Answer) : AuditEvent;

public sealed record Referred(string Agency, string Question, DateOnly LastDay) : AuditEvent;

public sealed record AdviceRecorded(string Agency, AdviceOutcome Advice) : AuditEvent;

public sealed record DeadlinePassed(DueKind Kind, DateOnly LastDay, string Of) : AuditEvent;

public sealed record Reminded(DueKind Kind, DateOnly LastDay, string Of) : AuditEvent;

/// <param name="To">The whole period from then on, e.g. "90 working days".</param>
public sealed record DecisionExtended(string To, string Because) : AuditEvent;

public sealed record AskedAgain(string Whom, string Because) : AuditEvent;

public sealed record CaseScreened(string RuleSet, int Version, string Disposition, int Flags) : AuditEvent
{
    /// <summary>Rules with flags that the screening before did not have, and with those that it had.</summary>
    public IReadOnlyList<string> New { get; init; } = [];
    public IReadOnlyList<string> Gone { get; init; } = [];

    public override bool ByTheProcedure => true;
}

public sealed record FlagDisposed(string Rule, Domain.Screening.DispositionKind Kind, string Because) : AuditEvent;

public sealed record FlagCleared(string Rule) : AuditEvent;

/// <param name="Attribute">What the two share, in a word.</param>
/// <param name="LastDay">The last day on which the refutation counts, included.</param>
public sealed record LinkRefuted(
    string PartyA,
    string Attribute,
    string Value,
    string PartyB,
    DateOnly LastDay,
    string Because
) : AuditEvent;

public sealed record LinkRefutationConfirmed(
    string PartyA,
    string Attribute,
    string Value,
    string PartyB,
    DateOnly LastDay
) : AuditEvent;

/// <param name="WasConfirmed">It counted until then; else it was rejected.</param>
public sealed record LinkRefutationEnded(
    string PartyA,
    string Attribute,
    string Value,
    string PartyB,
    bool WasConfirmed,
    string Because
) : AuditEvent;

/// <summary>A procedure that was drawn in a designer is in force for new cases.</summary>
public sealed record ProcedurePublished(string Id, int Version, string Sha256) : AuditEvent;

public sealed record ReferenceLoaded(IReadOnlyList<string> Names, string Source) : AuditEvent;

/// <param name="Register">Its name in files.</param>
/// <param name="Subject">What the entry is found by.</param>
public sealed record RegisterEntryRecorded(string Register, string Subject, string Source) : AuditEvent;

public sealed record RegisterEntryConfirmed(string Register, string Subject) : AuditEvent;

public sealed record RegisterEndProposed(string Register, string Subject, string Because) : AuditEvent;

public sealed record RegisterEntryEnded(string Register, string Subject, string Because) : AuditEvent;

public sealed record RegisterEntryKept(string Register, string Subject) : AuditEvent;

public sealed record RegistersLoaded(IReadOnlyList<string> Entries, string Source) : AuditEvent;

/// <param name="What">loss, theft or suspicion.</param>
/// <param name="About">Number of the case, or the party that it is about.</param>
public sealed record IncidentReported(string What, string About) : AuditEvent;

public sealed record Recommended(Verdict Verdict, IReadOnlyList<RefusalReason> Reasons, string Note) : AuditEvent;

public sealed record AppealLodged(string Grounds) : AuditEvent;

public sealed record CaseReopened(string Because) : AuditEvent;

public sealed record RecommendationReturned(string Because) : AuditEvent;

public sealed record Decided(Verdict Verdict, IReadOnlyList<RefusalReason> Reasons, string TextForApplicant)
    : AuditEvent
{
    public IReadOnlyList<string> Conditions { get; init; } = [];
}

/// <summary>A transit State is taken to have no objection because it was silent: noted when its last day has passed, and when a licence
/// is issued on it.</summary>
/// <param name="On">The first day on which it is.</param>
public sealed record NoObjectionDeemed(string State, DateOnly On, string Instrument) : AuditEvent
{
    public override bool ByTheProcedure => true;
}

public sealed record LicenceIssued(string Number, DateOnly ExpiresOn, string Sha256, int FindingsMet) : AuditEvent
{
    /// <summary>Those of them that a simplified procedure dispensed with, each with its instrument.</summary>
    public IReadOnlyList<string> Simplified { get; init; } = [];

    public override bool ByTheProcedure => true;
}

public sealed record AuthorisationIssued(string Number, DateOnly ExpiresOn, string Sha256) : AuditEvent
{
    public override bool ByTheProcedure => true;
}

public sealed record LicenceNotPermitted(IReadOnlyList<string> Findings) : AuditEvent
{
    public override bool ByTheProcedure => true;
}

public sealed record LicenceSuspended(string Number, string Because) : AuditEvent
{
    public override bool ByTheProcedure => true;
}

/// <summary>An officer has suspended it.</summary>
public sealed record LicenceStopped(string Number, string Because) : AuditEvent;

public sealed record ReinstatementProposed(string Number, string Because) : AuditEvent;

/// <param name="ExpiresOn">Its last day from then on, where that is earlier than before.</param>
public sealed record LicenceReinstated(string Number, DateOnly? ExpiresOn = null) : AuditEvent;

/// <summary>The licence has ended, and customs still holds what was to leave.</summary>
public sealed record HeldAfterTheEnd(string Shipment) : AuditEvent
{
    public override bool ByTheProcedure => true;
}

public sealed record AmendmentProposed(string Number, IReadOnlyList<string> Changes, string Because) : AuditEvent;

public sealed record AuthorisationAmended(string Number, IReadOnlyList<string> Changes, string Because) : AuditEvent;

public sealed record LicenceEnded(string Number, LicenceStatus How, string? Because) : AuditEvent
{
    public override bool ByTheProcedure => true;
}

public sealed record ShipmentDeclared(string Number, DateOnly ShipsOn, string ExitPost, string Conveyance) : AuditEvent;

public sealed record ShipmentReleased(string Number, string Post, IReadOnlyList<string> ConditionsMet) : AuditEvent;

/// <param name="Lines">In words: "40 of line 1 (A1, A2)".</param>
public sealed record GoodsLeft(string Shipment, string Post, IReadOnlyList<string> Lines) : AuditEvent;

/// <param name="HasLeft">Some of it has left before.</param>
public sealed record ShipmentEnded(string Number, bool HasLeft, string Because) : AuditEvent;

public sealed record ShipmentHeld(string Number, string Post, string Because, DateOnly LastDay) : AuditEvent;

public sealed record ShipmentSeized(string Number, string Post, string Because) : AuditEvent;

public sealed record HoldLifted(string Shipment, string Because) : AuditEvent;

public sealed record ReceiptRequested(string Document, string Shipment, string State) : AuditEvent
{
    public override bool ByTheProcedure => true;
}

public sealed record ReceiptDiffers(string Shipment, IReadOnlyList<string> Differences) : AuditEvent
{
    public override bool ByTheProcedure => true;
}

/// <param name="Late">After the last day.</param>
public sealed record GoodsCameBack(
    string Licence,
    string Post,
    DateOnly On,
    IReadOnlyList<string> Lines,
    bool LeftAgain,
    bool Late
) : AuditEvent;

/// <param name="MarkingWaived">Why they need not bear the import marking (P8b); null where there is no firearm among them.</param>
public sealed record GoodsCameIn(
    string Authorisation,
    string Post,
    DateOnly On,
    IReadOnlyList<string> Lines,
    string? MarkingWaived
) : AuditEvent
{
    public bool ForGood { get; init; }
}

/// <param name="Marking">The country and year of import, as it stands on them (P8b).</param>
/// <param name="NoYearBecause">Null where the year is in it.</param>
public sealed record ImportsMarked(
    string Authorisation,
    string Marking,
    DateOnly On,
    IReadOnlyList<string> Lines,
    string? NoYearBecause
) : AuditEvent;

public sealed record ImportMarkingWaived(string Authorisation, IReadOnlyList<string> Lines, string Because)
    : AuditEvent;

/// <param name="SoldUnder">The licence under which the goods stay; null where they were not sold.</param>
public sealed record GoodsWereAccountedFor(
    string Licence,
    NotReturned Outcome,
    IReadOnlyList<string> Lines,
    string? SoldUnder,
    string Because
) : AuditEvent;

public sealed record ReturnExtended(string Licence, DateOnly From, DateOnly To, string Because) : AuditEvent;

public sealed record ShipmentSettled(string Number, ShipmentOutcome Outcome, string? Because) : AuditEvent;

public sealed record ShipmentRecalled(string Number, IReadOnlyList<string> States) : AuditEvent
{
    public override bool ByTheProcedure => true;
}

public sealed record RecallLiftProposed(string Shipment, string Because) : AuditEvent;

public sealed record RecallWasLifted(string Number, IReadOnlyList<string> States) : AuditEvent
{
    public override bool ByTheProcedure => true;
}

public sealed record MovementReported(
    string Document,
    string State,
    string Shipment,
    Shipments.Movement What,
    DateOnly On,
    string Post
) : AuditEvent;

/// <summary>In the transit State's own case.</summary>
public sealed record TransitRequested(string Document, string State) : AuditEvent
{
    public override bool ByTheProcedure => true;
}

/// <summary>In the cases of both States.</summary>
public sealed record TransitQuestionAsked(string Document, string From, string To, string Question) : AuditEvent;

/// <summary>In the exporting State's case.</summary>
public sealed record TransitQuestionAnswered(string Document, string State, string Answer) : AuditEvent;

/// <summary>The same in the transit State's own case: who answered there is that State's affair.</summary>
public sealed record TransitAnswerReceived(string Document, string State, string Answer) : AuditEvent
{
    public override bool ByTheProcedure => true;
}

/// <summary>In the transit State's own case: the exporting State has read its no from a paper.</summary>
public sealed record TransitAnswerRecorded(string Document, ExchangeKind Kind, string State) : AuditEvent
{
    public override bool ByTheProcedure => true;
}

/// <param name="LastDay">Of the notice, included; null for an objection.</param>
public sealed record NoticeRecommended(bool Objects, DateOnly? LastDay, string Note) : AuditEvent
{
    public IReadOnlyList<string> Conditions { get; init; } = [];
}

public sealed record ArrangementRecorded(string LandlockedState, string Gateway, string Instrument) : AuditEvent;

public sealed record ArrangementConfirmed(string LandlockedState, string Gateway, string Instrument) : AuditEvent;

/// <summary>It no longer applies after that day, which is included.</summary>
public sealed record ArrangementEnded(
    string LandlockedState,
    string Gateway,
    string Instrument,
    DateOnly LastDay,
    string Because
) : AuditEvent;

public sealed record ArrangementRejected(string LandlockedState, string Gateway, string Instrument, string Because)
    : AuditEvent;

/// <summary>An act that was tried and not done.</summary>
public sealed record ActRefused(string Act, IReadOnlyList<string> Because) : AuditEvent;
