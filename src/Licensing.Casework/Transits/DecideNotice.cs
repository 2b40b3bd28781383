using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Clearances;
using Licensing.Casework.Procedures;
using Licensing.Casework.Storage;
using Licensing.Domain.Licences;
using Licensing.Domain.Transit;

namespace Licensing.Casework.Transits;

/// <summary>A second, senior officer of a transit State gives the answer that another has recommended, word for word; otherwise the
/// recommendation is returned.</summary>
public sealed class DecideNotice(ActRunner acts, IProcedures procedures)
{
    /// <param name="seen">Version of the case that the officer looked at.</param>
    /// <param name="note">For the officers' eyes; may be left out.</param>
    /// <exception cref="FourEyesException">The same person recommended it.</exception>
    public Task<CaseReceipt> Run(Acting acting, Guid caseId, Guid? seen, string? note, CancellationToken cancel) =>
        acts.Run(
            acting,
            "give the answer on a transit",
            new
            {
                caseId,
                seen,
                note,
            },
            async act =>
            {
                var file = await TransitFile.Open(act, caseId);
                acting.Require(Role.SeniorOfficer);
                var problems = new Problems();
                var version = problems.Required("seen", seen, "the version of the case that you looked at");
                if (note?.Length > 4000)
                    problems.Add("note", "This is longer than 4000 characters: shorten it.");
                problems.ThrowIfAny();
                file.Own.RequirePermitted(CaseActs.DecideNotice);
                var recommended =
                    file.Own.Pending ?? throw new ChangedException("There is no recommendation to decide on.");
                FourEyes.Require(recommended.By, acting.PersonId, "decide", "recommended");
                file.Own.RequireSeen(version);
                var (kind, content, told) = Answer(recommended, acting.Today);
                var decision = new Decision
                {
                    Id = Guid.CreateVersion7(act.Now),
                    CaseId = caseId,
                    RecommendationId = recommended.Id,
                    Verdict = recommended.Verdict,
                    Conditions = recommended.Conditions,
                    Reasons = [],
                    TextForApplicant = told,
                    Note = note?.Trim() ?? "",
                    ExpiresOn = recommended.ExpiresOn,
                    By = acting.PersonId,
                    At = act.Now,
                };
                act.Db.Decisions.Add(decision);
                file.Own.Decisions.Add(decision);
                var said = await file.Give(act, procedures, kind, content);
                return CaseReceipt.Of(file.Own, said.Id);
            },
            cancel
        );

    // The notice bears the day on which it is given.
    private static (ExchangeKind Kind, string Content, string Told) Answer(Recommendation recommended, DateOnly today)
    {
        if (recommended.Verdict == Verdict.Refuse)
            return (ExchangeKind.Objection, recommended.Answer!, Wire.Read<ReasonContent>(recommended.Answer!).Reason);
        var notice = Wire.Read<NoObjection>(recommended.Answer!);
        return notice.ValidTo >= today
            ? (ExchangeKind.NoObjection, Wire.Write(notice with { DatedOn = today }), "")
            : throw new RefusedException(
                "notice-over",
                $"The last day of the notice as recommended, {notice.ValidTo:yyyy-MM-dd}, is over.",
                "Return the case for another recommendation."
            );
    }
}
