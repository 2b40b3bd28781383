using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Clearances;
using Licensing.Casework.Notices;
using Licensing.Casework.Procedures;
using Licensing.Casework.Storage;
using Licensing.Domain.Transit;

namespace Licensing.Casework.Transits;

/// <summary>A recommendation on a transit, as sent.</summary>
/// <param name="Seen">Version of the case that the officer looked at.</param>
/// <param name="Answer">The answer as it is to be given: <c>no-objection</c> with its particulars, or <c>objection</c> with its reason.</param>
/// <param name="Note">Why, for the second officer. It stays within the authority.</param>
public sealed record NoticeRecommendationGiven(Guid? Seen, StateAnswerGiven? Answer, string? Note);

/// <summary>One officer of a transit State writes the answer of the State; a second will give it.</summary>
public sealed class RecommendNotice(ActRunner acts, IProcedures procedures)
{
    public Task<CaseReceipt> Run(
        Acting acting,
        Guid caseId,
        NoticeRecommendationGiven given,
        CancellationToken cancel
    ) =>
        acts.Run(
            acting,
            "recommend an answer on a transit",
            new { caseId, given },
            async act =>
            {
                var file = await TransitFile.Open(act, caseId);
                var recommendation = await Read(act, file, given);
                file.Own.RequirePermitted(CaseActs.RecommendNotice);
                file.Own.RequireSeen(given.Seen!.Value);
                act.Db.Recommendations.Add(recommendation);
                file.Own.Recommendations.Add(recommendation);
                act.Audit(
                    new NoticeRecommended(
                        recommendation.Verdict == Verdict.Refuse,
                        recommendation.ExpiresOn,
                        recommendation.Note
                    )
                    {
                        Conditions = recommendation.Conditions,
                    }
                );
                await procedures.Deliver(act, file.Own, new RecommendationGiven());
                await Tell.Officers(act, file.Own.Case, "A case awaits a decision");
                return CaseReceipt.Of(file.Own, recommendation.Id);
            },
            cancel
        );

    private static async Task<Recommendation> Read(Act act, TransitFile file, NoticeRecommendationGiven given)
    {
        var problems = new Problems();
        problems.Required("seen", given.Seen, "the version of the case that you looked at");
        var note = problems.Text("note", given.Note, "the reasons for your recommendation");
        var content = await Content(act, file, given.Answer, problems);
        problems.ThrowIfAny();
        var notice = given.Answer!.Kind == ExchangeKind.NoObjection ? Wire.Read<NoObjection>(content) : null;
        return new Recommendation
        {
            Id = Guid.CreateVersion7(act.Now),
            CaseId = file.Own.Case.Id,
            Verdict =
                notice is null ? Verdict.Refuse
                : notice.Conditions.Count > 0 ? Verdict.GrantWithConditions
                : Verdict.Grant,
            Conditions = notice?.Conditions ?? [],
            Reasons = [],
            Note = note,
            ExpiresOn = notice?.ValidTo,
            Answer = content,
            By = act.Acting.PersonId,
            At = act.Now,
        };
    }

    // It counts only if there was no problem.
    private static async Task<string> Content(Act act, TransitFile file, StateAnswerGiven? answer, Problems problems)
    {
        if (answer is null)
            problems.Add("answer", "Give the answer that you recommend.");
        else if (answer.Kind is not (ExchangeKind.NoObjection or ExchangeKind.Objection))
            problems.Add("answer.kind", "Recommend a notice of no objection, or an objection.");
        else
        {
            if (answer.NoObjection?.ValidTo < act.Acting.Today)
                problems.Add("answer.noObjection.validTo", "The last day of validity is over.");
            return answer.Content(
                file.Request,
                file.Asking.Consignment,
                act.Acting.Today,
                await Answering.KnownStates(act.Db, act.Cancel),
                problems.Within("answer.")
            );
        }
        return "";
    }
}
