using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Notices;
using Licensing.Casework.Procedures;
using Licensing.Casework.Storage;
using Licensing.Casework.Transits;
using Licensing.Domain.Transit;
using Licensing.Workflow;

namespace Licensing.Casework.Steps;

/// <summary>Art. 10(2)(b) in the transit State: an officer has the request, acknowledges it, asks about it, and recommends the answer.
/// When the last day has passed the case stays here, overdue: what its silence counts for, if anything, is the law of the exporting State.</summary>
public sealed class AwaitNoticeRecommendation()
    : WaitingStep(
        nameof(AwaitNoticeRecommendation),
        ["Recommended", "Refused", "AskedAgain", "Over"],
        [CaseActs.AcknowledgeRequest, CaseActs.AskExportingState, CaseActs.RecommendNotice, CaseActs.WithdrawNotice],
        [],
        "Waits for an officer of the transit State to recommend its answer to the request."
    )
{
    public override void Arrive(Act act, CaseFile file)
    {
        file.Case.Status = CaseStatus.Open;
        Deadlines.SetForDecision(act, file);
    }

    public override string? Look(CaseFile file, Stimulus stimulus, int visit) =>
        stimulus switch
        {
            RecommendationGiven => "Recommended",
            StateAnswered { Kind: ExchangeKind.Objection or ExchangeKind.NoticeWithdrawal } => "Refused",
            RequestReplaced => "AskedAgain",
            RequestOver over when over.ForGood || !NoticeStands.In(file) => "Over",
            _ => null,
        };
}

/// <summary>A second officer of the transit State has the case: gives the answer that was recommended, or returns it.</summary>
public sealed class AwaitNoticeDecision()
    : WaitingStep(
        nameof(AwaitNoticeDecision),
        [Given, "Refused", "Returned", "AskedAgain", "Over"],
        [CaseActs.DecideNotice, CaseActs.WithdrawNotice],
        [],
        "Waits for a second officer of the transit State to give the answer that was recommended."
    )
{
    public const string Given = "Given";

    public override string? Look(CaseFile file, Stimulus stimulus, int visit) =>
        stimulus switch
        {
            StateAnswered { Kind: ExchangeKind.NoObjection } => Given,
            StateAnswered { Kind: ExchangeKind.Objection or ExchangeKind.NoticeWithdrawal } => "Refused",
            DecisionReturned => "Returned",
            RequestReplaced => "AskedAgain",
            RequestOver over when over.ForGood || !NoticeStands.In(file) => "Over",
            _ => null,
        };
}

/// <summary>What the State has given it can take back for as long as it may matter: a case in which an earlier notice stands goes on while the
/// exporting State's may still be opened again.</summary>
internal static class NoticeStands
{
    public static bool In(CaseFile file) =>
        file.Exchange.LastOrDefault(d => TransitExchange.IsAnswer(d.Kind))?.Kind == ExchangeKind.NoObjection;
}

/// <summary>The State's notice of no objection stands. It can be withdrawn for as long as the goods may still pass on it.</summary>
public sealed class AwaitNoticeEnd()
    : WaitingStep(
        nameof(AwaitNoticeEnd),
        ["Refused", "AskedAgain", "Lapsed", "Over"],
        [CaseActs.WithdrawNotice],
        [],
        "The notice stands until it is withdrawn, its last day has passed, or the case in which it was asked has ended."
    )
{
    public override void Arrive(Act act, CaseFile file)
    {
        file.Case.Status = CaseStatus.Granted;
        Deadlines.Settle(file, act.Now, d => d.Kind == DueKind.Decision);
    }

    public override Wait? Until(CaseFile file, Activity activity, DateOnly today) =>
        new(
            DueKind.NoticeExpiry,
            file.Exchange.Last(d => d.Kind == ExchangeKind.NoObjection).Read<NoObjection>().ValidTo
        );

    public override string? Look(CaseFile file, Stimulus stimulus, int visit) =>
        stimulus switch
        {
            StateAnswered { Kind: ExchangeKind.Objection or ExchangeKind.NoticeWithdrawal } => "Refused",
            RequestReplaced => "AskedAgain",
            DeadlineReached d when d.Kind == DueKind.NoticeExpiry && d.Visit == visit => "Lapsed",
            RequestOver { ForGood: true } => "Over",
            _ => null,
        };
}

/// <summary>The State has objected or withdrawn its notice. It can think better of it as long as the case in which it was asked goes on.</summary>
public sealed class AwaitSecondThoughts()
    : WaitingStep(
        nameof(AwaitSecondThoughts),
        ["Reopened", "Over"],
        [CaseActs.Reopen],
        [],
        "The objection stands until the exporting State asks again, the authority reopens the case, or the case in which it was asked has ended."
    )
{
    public override void Arrive(Act act, CaseFile file)
    {
        file.Case.Status = CaseStatus.Refused;
        Deadlines.Settle(file, act.Now, d => d.Kind == DueKind.Decision);
    }

    public override string? Look(CaseFile file, Stimulus stimulus, int visit) =>
        stimulus switch
        {
            RefusalReopened or RequestReplaced => "Reopened",
            RequestOver { ForGood: true } => "Over",
            _ => null,
        };
}

/// <summary>Ends the case of a transit that is no longer asked about, and tells the officers.</summary>
public sealed class CloseNotAsked()
    : DoingStep(
        nameof(CloseNotAsked),
        ["Done"],
        "Closes the case of a transit that the exporting State no longer asks about."
    )
{
    public override string Outcome(CaseFile file, DateOnly today) => "Done";

    public override Task Do(Act act, CaseFile file, string outcome)
    {
        file.Case.Status = CaseStatus.Withdrawn;
        return Tell.Officers(act, file.Case, "A request no longer needs an answer");
    }
}
