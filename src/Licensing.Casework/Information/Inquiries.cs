using Licensing.Casework.Acts;
using Licensing.Casework.Applications;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Notices;
using Licensing.Casework.Procedures;
using Licensing.Casework.Steps;
using Licensing.Casework.Storage;
using Licensing.Domain.Clocks;

namespace Licensing.Casework.Information;

/// <summary>Questions to the applicant and to other agencies. While one is open nobody recommends; while a question to the
/// applicant is open, the clock of the case stands still.</summary>
public sealed class Inquiries(ActRunner acts)
{
    /// <param name="lastDay">Included; the profile's period when left out.</param>
    public Task<CaseReceipt> AskApplicant(
        Acting acting,
        Guid caseId,
        string? question,
        DateOnly? lastDay,
        CancellationToken cancel
    ) =>
        acts.Run(
            acting,
            "ask the applicant",
            new
            {
                caseId,
                question,
                lastDay,
            },
            async act =>
            {
                var file = await CaseFile.OpenForOfficer(act, caseId);
                var problems = new Problems();
                var text = problems.Text("question", question, "the question");
                var by = LastDay(act, file, lastDay, file.Profile.Periods.Information, problems);
                problems.ThrowIfAny();
                file.RequirePermitted(CaseActs.AskInformation);
                var request = new InformationRequest
                {
                    Id = Guid.CreateVersion7(act.Now),
                    CaseId = caseId,
                    Question = text,
                    AskedBy = acting.PersonId,
                    AskedAt = act.Now,
                    LastDay = by,
                };
                act.Db.InformationRequests.Add(request);
                file.InformationRequests.Add(request);
                Deadlines.Set(act, file, DueKind.Information, by, 0, request.Id);
                Deadlines.SetForDecision(act, file);
                act.Audit(new InformationAsked(text, by));
                await Tell.Applicant(act, file.Case, "The authority asks for information");
                return CaseReceipt.Of(file, request.Id);
            },
            cancel
        );

    public Task<CaseReceipt> AnswerAuthority(
        Acting acting,
        Guid caseId,
        Guid requestId,
        string? answer,
        CancellationToken cancel
    ) =>
        acts.Run(
            acting,
            "answer the authority",
            new
            {
                caseId,
                requestId,
                answer,
            },
            async act =>
            {
                var file = await CaseFileOfApplicant.Open(act, caseId);
                var request =
                    file.InformationRequests.FirstOrDefault(r => r.Id == requestId)
                    ?? throw new NotFoundException("request for information");
                var problems = new Problems();
                var text = problems.Text("answer", answer, "the answer");
                problems.ThrowIfAny();
                file.RequirePermitted(CaseActs.AnswerInformation);
                if (request.AnsweredAt is not null)
                    throw new ChangedException("This request has already been answered.");
                (request.Answer, request.AnsweredBy, request.AnsweredAt) = (text, acting.PersonId, act.Now);
                Deadlines.Settle(file, act.Now, due => due.SubjectId == requestId);
                Deadlines.SetForDecision(act, file);
                act.Audit(new InformationAnswered(text));
                await Tell.Officers(act, file.Case, "The applicant has answered");
                return CaseReceipt.Of(file, requestId);
            },
            cancel
        );

    /// <param name="lastDay">Included; the profile's period when left out.</param>
    public Task<CaseReceipt> Refer(
        Acting acting,
        Guid caseId,
        string? agency,
        string? question,
        DateOnly? lastDay,
        CancellationToken cancel
    ) =>
        acts.Run(
            acting,
            "refer the case",
            new
            {
                caseId,
                agency,
                question,
                lastDay,
            },
            async act =>
            {
                var file = await CaseFile.OpenForOfficer(act, caseId);
                var problems = new Problems();
                var name = problems.Text("agency", agency, "the agency", 200);
                var text = problems.Text("question", question, "the question");
                var by = LastDay(act, file, lastDay, file.Profile.Periods.Advice, problems);
                problems.ThrowIfAny();
                file.RequirePermitted(CaseActs.Refer);
                var referral = new Referral
                {
                    Id = Guid.CreateVersion7(act.Now),
                    CaseId = caseId,
                    Agency = name,
                    Question = text,
                    ReferredBy = acting.PersonId,
                    ReferredAt = act.Now,
                    LastDay = by,
                };
                act.Db.Referrals.Add(referral);
                Deadlines.Set(act, file, DueKind.Advice, by, 0, referral.Id);
                act.Audit(new Referred(name, text, by));
                return CaseReceipt.Of(file, referral.Id);
            },
            cancel
        );

    public Task<CaseReceipt> RecordAdvice(
        Acting acting,
        Guid caseId,
        Guid referralId,
        AdviceOutcome? outcome,
        string? text,
        CancellationToken cancel
    ) =>
        acts.Run(
            acting,
            "record an advice",
            new
            {
                caseId,
                referralId,
                outcome,
                text,
            },
            async act =>
            {
                var file = await CaseFile.OpenForOfficer(act, caseId);
                var referral =
                    file.Referrals.FirstOrDefault(r => r.Id == referralId) ?? throw new NotFoundException("referral");
                var problems = new Problems();
                var advice = problems.Required("outcome", outcome, "the outcome of the advice");
                var said = problems.Text("text", text, "what the agency says");
                problems.ThrowIfAny();
                file.RequirePermitted(CaseActs.RecordAdvice);
                if (referral.AdvisedAt is not null)
                    throw new ChangedException("The advice has already been recorded.");
                (referral.Advice, referral.AdviceText, referral.RecordedBy, referral.AdvisedAt) = (
                    advice,
                    said,
                    acting.PersonId,
                    act.Now
                );
                Deadlines.Settle(file, act.Now, due => due.SubjectId == referralId);
                act.Audit(new AdviceRecorded(referral.Agency, advice));
                return CaseReceipt.Of(file, referralId);
            },
            cancel
        );

    private static DateOnly LastDay(Act act, CaseFile file, DateOnly? given, Period usual, Problems problems)
    {
        var today = act.Acting.Today;
        if (given <= today)
            problems.Add("lastDay", "The last day for the answer must be after today.");
        if (given > today.AddYears(1))
            problems.Add("lastDay", "The last day for the answer is more than a year ahead.");
        return given ?? Deadlines.LastDay(act, file, usual);
    }
}
