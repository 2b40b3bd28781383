using Licensing.Casework;
using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Procedures;
using Licensing.Casework.Storage;

namespace Licensing.Web.Portal.Officer.Cases;

/// <summary>One thing that can be done on a case, or that will be once something else has happened.</summary>
/// <param name="Path">Page of the act, after the case's address.</param>
/// <param name="Because">Why it cannot be done yet; null when it can.</param>
public sealed record Possible(string Title, string Path, string? Because = null)
{
    public bool CanBeDone => Because is null;

    /// <summary>What the procedure permits where the case stands. The acts themselves check it again.</summary>
    public static IReadOnlyList<Possible> On(CaseForOfficer on, Acting acting)
    {
        var list = new List<Possible>();
        If(CaseActs.Recommend, new("Recommend a decision", "recommend", Barred(on) ?? Outstanding(on)));
        If(CaseActs.Decide, new("Decide", "decide", NotDeciding(on, acting)));
        If(CaseActs.Decide, new("Return the recommendation", "return", NotSenior(acting) ?? Barred(on)));
        If(CaseActs.AskInformation, new("Ask the applicant", "ask-applicant"));
        If(CaseActs.Refer, new("Refer to another agency", "refer"));
        If(CaseActs.AskAgain, new("Ask the other States again", "ask-again"));
        If(CaseActs.ReinstateLicence, new(Title("reinstate"), "reinstate", NotReinstating(on, acting)));
        If(CaseActs.ProposeReinstatement, new(Title("propose-reinstatement"), "propose-reinstatement"));
        If(CaseActs.SuspendLicence, new(Title("suspend"), "suspend"));
        If(CaseActs.RevokeLicence, new(Title("revoke"), "revoke", NotSenior(acting)));
        If(CaseActs.ProposeAmendment, new("Amend the authorisation", "amend"));
        if (on.Amendment is not null)
            If(CaseActs.ConfirmAmendment, new("Confirm the amendment", "confirm-amendment", NotConfirming(on, acting)));
        If(CaseActs.Reopen, new("Reopen the case", "reopen", NotSenior(acting)));
        if (on.Screening is not null && on.PermittedActs.Count > 0)
            list.Add(new("Screen the case again", "screen"));
        if (on.Stay?.Lines.Any(l => l.Outstanding > 0) == true)
            If(CaseActs.AccountForGoods, new("Account for goods", "account"));
        if (on.Marking?.Lines.Any(l => l.Unmarked > 0) == true)
            If(CaseActs.WaiveMarking, new("Waive the import marking", "waive-marking", NotSenior(acting)));
        if (on.MayExtendReturn)
            list.Add(new("Extend the time for the return", "extend-return", NotSenior(acting)));
        if (on.ExtendableTo is not null)
            list.Add(new("Extend the period for the decision", "extend"));
        if (on.Exchange.Any(d => IsRequest(d.Kind)))
            list.Add(new("Record an answer from a document", "record-answer"));
        list.Add(new("Attach a document", "attach"));
        return list;

        string Title(string path) => LicenceAct.All.Single(a => a.Path == path).For(on.Kind).Title;

        void If(string act, Possible possible)
        {
            if (on.PermittedActs.Contains(act))
                list.Add(possible);
        }
    }

    public static bool IsRequest(ExchangeKind kind) =>
        kind
            is ExchangeKind.ImportConfirmationRequest
                or ExchangeKind.TransitRequest
                or ExchangeKind.ReceiptRequest
                or ExchangeKind.Recall;

    // Each reason as the act would give it, before anybody has written a recommendation in vain.
    private static string? Outstanding(CaseForOfficer on) =>
        on.Information.Any(r => r.AnsweredAt is null && !r.Lapsed)
            ? "A request for information is open. Wait for the applicant's answer, or for its last day to pass."
        : on.Referrals.Any(r => r.AdvisedAt is null && !r.Lapsed)
            ? "A referral is open. Record the advice, or wait for its last day to pass."
        : on.RecordedAnswers.Any(a => a.Status == RecordingStatus.Pending)
            ? "A recorded answer is neither confirmed nor rejected. A second officer has to compare it with its original."
        : null;

    private static string? NotDeciding(CaseForOfficer on, Acting acting) =>
        NotSenior(acting)
        ?? Barred(on)
        ?? (
            on.Recommendations.LastOrDefault() is { ByMe: true, ReturnedBecause: null }
                ? "You recommended this decision yourself. Another senior officer has to decide."
                : null
        );

    private static string? Barred(CaseForOfficer on) =>
        on.Reopening is { IHadAHand: true }
            ? "You had a hand in the decision that is appealed against. Another officer has to do this."
            : null;

    private static string? NotReinstating(CaseForOfficer on, Acting acting) =>
        NotSenior(acting)
        ?? (
            on.Reinstatement is null ? "Another officer has to propose it first."
            : on.Reinstatement.ByMe ? "You proposed it yourself. Another senior officer has to decide."
            : null
        );

    private static string? NotConfirming(CaseForOfficer on, Acting acting) =>
        NotSenior(acting)
        ?? (
            on.Amendment is { ByMe: true }
                ? "You proposed it yourself. Another senior officer has to confirm it."
                : null
        );

    private static string? NotSenior(Acting acting) =>
        acting.Role == Role.SeniorOfficer ? null : "A senior officer has to do this.";
}
