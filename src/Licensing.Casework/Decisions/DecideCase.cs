using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Licences;
using Licensing.Casework.Notices;
using Licensing.Casework.Procedures;
using Licensing.Casework.Screening;
using Licensing.Casework.Storage;
using Licensing.Domain.Licences;

namespace Licensing.Casework.Decisions;

/// <summary>A decision as sent: it follows the recommendation, or the case is returned.</summary>
/// <param name="Seen">Version of the case that the officer looked at.</param>
/// <param name="TextForApplicant">What the applicant is told. Needed for a refusal: which rule, which fact, what next.</param>
/// <param name="Note">For the officers' eyes.</param>
public sealed record DecisionGiven(Guid? Seen, Verdict? Verdict, string? TextForApplicant, string? Note);

/// <summary>A second, senior officer decides what another recommended.</summary>
public sealed class DecideCase(ActRunner acts, IProcedures procedures, ScreenCase screen)
{
    /// <exception cref="FourEyesException">The same person recommended it.</exception>
    /// <exception cref="NotPermittedException">A grant, and Article 10 is not met now. Nothing was done.</exception>
    public Task<CaseReceipt> Decide(Acting acting, Guid caseId, DecisionGiven given, CancellationToken cancel) =>
        screen.KeepIfRefused(
            acting,
            () =>
                acts.Run(
                    acting,
                    "decide the case",
                    new { caseId, given },
                    async act =>
                    {
                        var file = await CaseFile.OpenForOfficer(act, caseId);
                        acting.Require(Role.SeniorOfficer);
                        var text = Read(given, file.Case.Kind);
                        var recommendation = Decidable(file, given.Seen!.Value, given.Verdict!.Value, acting);
                        if (recommendation.Verdict != Verdict.Refuse)
                            await ScreenCase.IfAsked(act, file);
                        RequireLawful(file, recommendation, acting.Today);
                        var decision = Of(act, recommendation, text, given.Note);
                        act.Db.Decisions.Add(decision);
                        file.Decisions.Add(decision);
                        act.Audit(
                            new Decided(decision.Verdict, decision.Reasons, decision.TextForApplicant)
                            {
                                Conditions = decision.Conditions,
                            }
                        );
                        await procedures.Deliver(act, file, new DecisionTaken(decision.Verdict));
                        return CaseReceipt.Of(file, decision.Id);
                    },
                    cancel
                ),
            act => CaseFile.OpenForOfficer(act, caseId),
            cancel
        );

    /// <summary>The recommendation on which that person may decide so.</summary>
    internal static Recommendation Decidable(CaseFile file, Guid seen, Verdict verdict, Acting acting)
    {
        file.RequirePermitted(CaseActs.Decide);
        var recommendation = file.Pending ?? throw new ChangedException("There is no recommendation to decide on.");
        FourEyes.Require(recommendation.By, acting.PersonId, "decide", "recommended");
        Appeals.RequireOtherOfficers(file, acting.PersonId);
        file.RequireSeen(seen);
        if (verdict != recommendation.Verdict)
            throw new RefusedException(
                "not-as-recommended",
                $"The recommendation is to {Words.Of(recommendation.Verdict)}: nobody has recommended what you would decide.",
                "Decide as recommended, or return the case for another recommendation."
            );
        return recommendation;
    }

    /// <summary>What was recommended may be granted now; a refusal may be given at any time.</summary>
    /// <exception cref="NotPermittedException">Article 10 is not met.</exception>
    internal static void RequireLawful(CaseFile file, Recommendation recommendation, DateOnly today)
    {
        if (recommendation.Verdict == Verdict.Refuse)
            return;
        // A letter that a State has withdrawn its notice may lie on the desk, recorded and not yet confirmed.
        RecommendDecision.RequireNothingOutstanding(file);
        RecommendDecision.RequireLawful(file, recommendation, today);
    }

    /// <summary>Gives the case back for another recommendation.</summary>
    public Task<CaseReceipt> Return(
        Acting acting,
        Guid caseId,
        Guid? seen,
        string? because,
        CancellationToken cancel
    ) =>
        acts.Run(
            acting,
            "return the recommendation",
            new
            {
                caseId,
                seen,
                because,
            },
            async act =>
            {
                var file = await CaseFile.OpenForOfficer(act, caseId);
                acting.Require(Role.SeniorOfficer);
                var problems = new Problems();
                var version = problems.Required("seen", seen, "the version of the case that you looked at");
                var reason = problems.Text("reason", because, "the reason");
                problems.ThrowIfAny();
                file.RequirePermitted(file.Case.Kind == LicenceKind.Transit ? CaseActs.DecideNotice : CaseActs.Decide);
                Appeals.RequireOtherOfficers(file, acting.PersonId);
                file.RequireSeen(version);
                if (file.Pending is { } pending)
                    pending.ReturnedBecause = reason;
                act.Audit(new RecommendationReturned(reason));
                await procedures.Deliver(act, file, new DecisionReturned());
                await Tell.Officers(act, file.Case, "A recommendation has been returned");
                return CaseReceipt.Of(file);
            },
            cancel
        );

    private static string Read(DecisionGiven given, LicenceKind kind)
    {
        var problems = new Problems();
        problems.Required("seen", given.Seen, "the version of the case that you looked at");
        problems.Required("verdict", given.Verdict, "the decision");
        var text = given.TextForApplicant?.Trim() ?? "";
        if (given.Verdict == Verdict.Refuse)
            text = problems.Text(
                "textForApplicant",
                text,
                "the text for the applicant: which rule, which fact, what next"
            );
        else if (text.Length > 4000)
            problems.Add("textForApplicant", "This is longer than 4000 characters: shorten it.");
        if (given.Note?.Length > 4000)
            problems.Add("note", "This is longer than 4000 characters: shorten it.");
        problems.ThrowIfAny();
        return text.Length > 0 ? text
            : kind == LicenceKind.Import ? "The authorisation is granted."
            : "The licence is granted.";
    }

    private static Decision Of(Act act, Recommendation recommendation, string text, string? note) =>
        new()
        {
            Id = Guid.CreateVersion7(act.Now),
            CaseId = recommendation.CaseId,
            RecommendationId = recommendation.Id,
            Verdict = recommendation.Verdict,
            Conditions = recommendation.Conditions,
            Reasons = recommendation.Reasons,
            TextForApplicant = text,
            Note = note?.Trim() ?? "",
            ExpiresOn = recommendation.ExpiresOn,
            By = act.Acting.PersonId,
            At = act.Now,
        };
}
