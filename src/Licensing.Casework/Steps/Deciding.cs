using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Notices;
using Licensing.Casework.Procedures;
using Licensing.Casework.Storage;
using Licensing.Domain.Licences;
using Licensing.Workflow;

namespace Licensing.Casework.Steps;

/// <summary>An officer has the case: looks at the findings, asks, refers, and recommends.</summary>
public sealed class AwaitRecommendation()
    : WaitingStep(
        nameof(AwaitRecommendation),
        ["Recommended", "AskImportingState", "AskTransitStates", "Withdrawn"],
        [
            CaseActs.AnswerImport,
            CaseActs.AnswerTransit,
            CaseActs.AskInformation,
            CaseActs.AnswerInformation,
            CaseActs.Refer,
            CaseActs.RecordAdvice,
            CaseActs.AskAgain,
            CaseActs.Recommend,
            CaseActs.ExtendDecision,
            CaseActs.Withdraw,
        ],
        [],
        "Waits for an officer's recommendation."
    )
{
    public override string? Look(CaseFile file, Stimulus stimulus, int visit) =>
        stimulus switch
        {
            WithdrawalDeclared => "Withdrawn",
            RecommendationGiven => "Recommended",
            AskAgainWanted { ImportingState: true } => "AskImportingState",
            AskAgainWanted => "AskTransitStates",
            _ => null,
        };
}

/// <summary>The same where no other State is asked anything: an import is this State's own affair.</summary>
public sealed class AwaitAssessment()
    : WaitingStep(
        nameof(AwaitAssessment),
        ["Recommended", "Withdrawn"],
        [
            CaseActs.AskInformation,
            CaseActs.AnswerInformation,
            CaseActs.Refer,
            CaseActs.RecordAdvice,
            CaseActs.Recommend,
            CaseActs.ExtendDecision,
            CaseActs.Withdraw,
        ],
        [],
        "Waits for an officer's recommendation, where no other State is asked."
    )
{
    public override string? Look(CaseFile file, Stimulus stimulus, int visit) =>
        stimulus switch
        {
            WithdrawalDeclared => "Withdrawn",
            RecommendationGiven => "Recommended",
            _ => null,
        };
}

/// <summary>A second officer has the case and decides, or returns it.</summary>
public sealed class AwaitDecision()
    : WaitingStep(
        nameof(AwaitDecision),
        [Granted, "Refused", "Returned", "Withdrawn"],
        [CaseActs.AnswerImport, CaseActs.AnswerTransit, CaseActs.Decide, CaseActs.ExtendDecision, CaseActs.Withdraw],
        [],
        "Waits for the decision of a second officer."
    )
{
    public const string Granted = "Granted";

    public override string? Look(CaseFile file, Stimulus stimulus, int visit) =>
        stimulus switch
        {
            WithdrawalDeclared => "Withdrawn",
            DecisionTaken { Verdict: Verdict.Refuse } => "Refused",
            DecisionTaken => Granted,
            DecisionReturned => "Returned",
            _ => null,
        };
}

/// <summary>Issues the licence if Article 10 permits it, now. Decides nothing itself.</summary>
public class IssueLicence()
    : DoingStep(
        nameof(IssueLicence),
        ["Issued", "NotPermitted"],
        "Issues the export licence through the gate of Art. 10(2) and (3), or finds that the law does not permit it."
    )
{
    public override string Outcome(CaseFile file, DateOnly today) =>
        Issuance.Of(() => Licence(Issuance.NoNumberYet, file, today));

    public override Task Do(Act act, CaseFile file, string outcome) =>
        Issuance.Do(act, file, outcome, Decisions.Issuing.Issue);

    /// <summary>The licence of that number, as it is issued on that day.</summary>
    /// <exception cref="NotPermittedException">Article 10 is not met.</exception>
    public virtual ExportLicence Licence(string number, CaseFile file, DateOnly today) =>
        Decisions.Issuing.Licence(number, file, today);
}

/// <summary>Issues the import authorisation if the law permits it, now. Decides nothing itself.</summary>
public sealed class IssueAuthorisation()
    : DoingStep(
        nameof(IssueAuthorisation),
        ["Issued", "NotPermitted"],
        "Issues the import authorisation of Art. 10(1), or finds that the law does not permit it."
    )
{
    public override string Outcome(CaseFile file, DateOnly today) =>
        Issuance.Of(() => Decisions.Issuing.Authorisation(Issuance.NoNumberYet, file, today));

    public override Task Do(Act act, CaseFile file, string outcome) =>
        Issuance.Do(act, file, outcome, Decisions.Issuing.IssueAuthorisation);
}

internal static class Issuance
{
    private const string Issued = "Issued";
    private const string NotPermitted = "NotPermitted";

    /// <summary>Stands for the number while it is found out whether there is anything to be numbered.</summary>
    public const string NoNumberYet = "-";

    public static string Of(Func<object> licence)
    {
        try
        {
            _ = licence();
            return Issued;
        }
        catch (NotPermittedException)
        {
            return NotPermitted;
        }
    }

    /// <param name="issue">Issues it, or throws what the law does not permit.</param>
    public static async Task Do(Act act, CaseFile file, string outcome, Func<Act, CaseFile, Task> issue)
    {
        try
        {
            await issue(act, file);
            file.Case.Status = CaseStatus.Granted;
            // Nothing that belongs to the application falls due any more; what belongs to the licence is set from here on.
            Deadlines.Settle(file, act.Now, _ => true);
        }
        catch (NotPermittedException refusal) when (outcome == NotPermitted)
        {
            if (file.Pending is { } pending)
                pending.ReturnedBecause = "The law did not permit the licence when it was to be issued.";
            act.Audit(new Audit.LicenceNotPermitted([.. refusal.Findings.Select(f => $"{f.Article}: {f.Text}")]));
        }
    }
}

/// <summary>Ends the case with a refusal and tells the applicant.</summary>
public sealed class CloseRefused() : DoingStep(nameof(CloseRefused), ["Done"], "Closes the case as refused.")
{
    public override string Outcome(CaseFile file, DateOnly today) => "Done";

    public override async Task Do(Act act, CaseFile file, string outcome)
    {
        file.Case.Status = CaseStatus.Refused;
        Deadlines.Settle(file, act.Now, _ => true);
        await Tell.Applicant(act, file.Case, "A decision has been made");
        await Tell.StatesAsked(act, file, "A request no longer needs an answer");
    }
}

/// <summary>Looks whether there is an appeal against the refusal.</summary>
public sealed class OfferAppeal()
    : DoingStep(
        nameof(OfferAppeal),
        ["MayAppeal", "Final"],
        "Offers the applicant an appeal, once, where the policy profile knows one."
    )
{
    public override string Outcome(CaseFile file, DateOnly today) =>
        file.Profile.Periods.Appeal is not null && !file.Case.IsOnAppeal ? "MayAppeal" : "Final";

    public override Task Do(Act act, CaseFile file, string outcome) => Task.CompletedTask;
}

/// <summary>The case is refused, and the applicant may appeal until the last day. Then the refusal is final.</summary>
public sealed class AwaitAppeal()
    : WaitingStep(
        nameof(AwaitAppeal),
        ["Reopened", "Final"],
        [CaseActs.Appeal, CaseActs.Reopen],
        [Deadline],
        "Waits for an appeal against the refusal, or its last day."
    )
{
    public override Wait? Until(CaseFile file, Activity activity, DateOnly today) =>
        Named(DueKind.Appeal, file, activity, today);

    public override string? Look(CaseFile file, Stimulus stimulus, int visit) =>
        stimulus switch
        {
            RefusalReopened => "Reopened",
            DeadlineReached d when d.Kind == DueKind.Appeal && d.Visit == visit => "Final",
            _ => null,
        };
}

/// <summary>The refused case is open again; the period for the decision begins anew.</summary>
public sealed class ReopenCase() : DoingStep(nameof(ReopenCase), ["Done"], "Opens the case again after a refusal.")
{
    public override string Outcome(CaseFile file, DateOnly today) => "Done";

    public override Task Do(Act act, CaseFile file, string outcome)
    {
        file.Case.Status = CaseStatus.Open;
        Deadlines.SetForDecision(act, file);
        return Task.CompletedTask;
    }
}

/// <summary>Ends the case at the applicant's wish and tells the States that were asked.</summary>
public sealed class CloseWithdrawn() : DoingStep(nameof(CloseWithdrawn), ["Done"], "Closes the case as withdrawn.")
{
    public override string Outcome(CaseFile file, DateOnly today) => "Done";

    public override async Task Do(Act act, CaseFile file, string outcome)
    {
        // Whoever gives up contesting a refusal has been refused.
        file.Case.Status = file.Case.ReopenedAt is null ? CaseStatus.Withdrawn : CaseStatus.Refused;
        await Tell.Officers(act, file.Case, "An application has been withdrawn");
        await Tell.StatesAsked(act, file, "A request no longer needs an answer");
    }
}
