using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Notices;
using Licensing.Casework.Procedures;
using Licensing.Casework.Screening;
using Licensing.Casework.Storage;
using Licensing.Domain.Article10;
using Licensing.Domain.Licences;

namespace Licensing.Casework.Decisions;

/// <summary>A recommendation as sent.</summary>
/// <param name="Seen">Version of the case that the officer looked at.</param>
/// <param name="Reasons">For a refusal: one or more.</param>
/// <param name="Conditions">For a grant with conditions: one or more.</param>
/// <param name="ExpiresOn">Last day of the licence; the longest lawful term when left out.</param>
/// <param name="Note">Why, for the second officer. Never shown to the applicant.</param>
/// <param name="Checked">Items of the checklist of the screening that have been looked into, word for word.</param>
public sealed record RecommendationGivenBy(
    Guid? Seen,
    Verdict? Verdict,
    IReadOnlyList<RefusalReason>? Reasons,
    IReadOnlyList<string>? Conditions,
    DateOnly? ExpiresOn,
    string? Note,
    IReadOnlyList<string>? Checked = null
);

/// <summary>One officer recommends; a second will decide.</summary>
public sealed class RecommendDecision(ActRunner acts, IProcedures procedures, ScreenCase screen)
{
    /// <exception cref="NotPermittedException">A grant is recommended while the law is not met: findings are cured, not
    /// overridden.</exception>
    public Task<CaseReceipt> Run(Acting acting, Guid caseId, RecommendationGivenBy given, CancellationToken cancel) =>
        screen.KeepIfRefused(
            acting,
            () =>
                acts.Run(
                    acting,
                    "recommend a decision",
                    new { caseId, given },
                    async act =>
                    {
                        var file = await CaseFile.OpenForOfficer(act, caseId);
                        var recommendation = Read(act, file, given);
                        file.RequirePermitted(CaseActs.Recommend);
                        Appeals.RequireOtherOfficers(file, acting.PersonId);
                        file.RequireSeen(given.Seen!.Value);
                        RequireNothingOutstanding(file);
                        if (recommendation.Verdict != Verdict.Refuse)
                        {
                            await ScreenCase.IfAsked(act, file);
                            RequireLawful(file, recommendation, acting.Today);
                        }
                        act.Db.Recommendations.Add(recommendation);
                        file.Recommendations.Add(recommendation);
                        act.Audit(new Recommended(recommendation.Verdict, recommendation.Reasons, recommendation.Note));
                        await procedures.Deliver(act, file, new RecommendationGiven());
                        await Tell.Officers(act, file.Case, "A case awaits a decision");
                        return CaseReceipt.Of(file, recommendation.Id);
                    },
                    cancel
                ),
            act => CaseFile.OpenForOfficer(act, caseId),
            cancel
        );

    /// <summary>Runs the gate on the terms that are meant.</summary>
    internal static void RequireLawful(CaseFile file, Recommendation recommendation, DateOnly today)
    {
        var it = recommendation;
        var unmet = Unmet(file, it.ExpiresOn, it.Conditions, it.Checked, today);
        if (unmet.Count > 0)
            throw new NotPermittedException(unmet);
    }

    /// <param name="worked">Items of the checklist of the screening that have been looked into.</param>
    internal static IReadOnlyList<Finding> Unmet(
        CaseFile file,
        DateOnly? expiresOn,
        IReadOnlyList<string> conditions,
        IReadOnlyCollection<string> worked,
        DateOnly today
    )
    {
        var usual = Gate.UsualTerms(file, today);
        var terms = usual with { ExpiresOn = expiresOn ?? usual.ExpiresOn, Conditions = conditions };
        var left = Gate.Screening(file)?.LeftOf(worked);
        return
        [
            .. Gate.Findings(file, terms, today).Where(f => !f.IsMet),
            .. left is null ? Array.Empty<Finding>() : [left],
        ];
    }

    internal static void RequireNothingOutstanding(CaseFile file)
    {
        if (file.InformationRequests.Any(r => r.IsOpen))
            throw new RefusedException(
                "information-outstanding",
                "A request for information is still open.",
                "Wait for the applicant's answer, or for its last day to pass."
            );
        if (file.Referrals.Any(r => r.IsOpen))
            throw new RefusedException(
                "advice-outstanding",
                "A referral is still open.",
                "Record the advice, or wait for its last day to pass."
            );
        if (file.RecordedAnswers.Any(a => a.Status == RecordingStatus.Pending))
            throw new RefusedException(
                "recording-outstanding",
                "An answer recorded from a document has not been confirmed or rejected.",
                "Have a second officer compare it with the original."
            );
        file.RequireNoRefusalOnTheDesk();
    }

    private static Recommendation Read(Act act, CaseFile file, RecommendationGivenBy given)
    {
        var problems = new Problems();
        problems.Required("seen", given.Seen, "the version of the case that you looked at");
        var verdict = problems.Required("verdict", given.Verdict, "what you recommend");
        var note = problems.Text("note", given.Note, "the reasons for your recommendation");
        var conditions = (given.Conditions ?? [])
            .OfType<string>()
            .Select(c => c.Trim())
            .Where(c => c.Length > 0)
            .ToList();
        var reasons = (given.Reasons ?? []).Distinct().ToList();
        if (given.Verdict is not null)
            Verdicts.Check(verdict, conditions, reasons, problems);
        if (conditions.Any(c => c.Length > 1000) || conditions.Count > 50)
            problems.Add("conditions", "At most 50 conditions of at most 1000 characters.");
        problems.ThrowIfAny();
        return new Recommendation
        {
            Id = Guid.CreateVersion7(act.Now),
            CaseId = file.Case.Id,
            Verdict = verdict,
            Conditions = conditions,
            Reasons = reasons,
            Note = note,
            Checked = [.. (given.Checked ?? []).Intersect(Gate.Screening(file)?.Checklist ?? [])],
            ExpiresOn = verdict == Verdict.Refuse ? null : given.ExpiresOn,
            By = act.Acting.PersonId,
            At = act.Now,
        };
    }
}

internal static class Verdicts
{
    public static void Check(
        Verdict verdict,
        IReadOnlyCollection<string> conditions,
        IReadOnlyCollection<RefusalReason> reasons,
        Problems problems
    )
    {
        if (verdict == Verdict.GrantWithConditions && conditions.Count == 0)
            problems.Add("conditions", "Give at least one condition, or grant without conditions.");
        if (verdict != Verdict.GrantWithConditions && conditions.Count > 0)
            problems.Add("conditions", "Only a grant with conditions has conditions.");
        if (verdict == Verdict.Refuse && reasons.Count == 0)
            problems.Add("reasons", "Give at least one reason for the refusal.");
        if (verdict != Verdict.Refuse && reasons.Count > 0)
            problems.Add("reasons", "Only a refusal has reasons for refusal.");
    }
}
