using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Notices;
using Licensing.Casework.Procedures;
using Licensing.Casework.Steps;
using Licensing.Domain.Clocks;

namespace Licensing.Casework.Decisions;

/// <summary>An officer extends the legal period for the decision, once, where the policy profile allows it. The applicant reads the
/// reason.</summary>
public sealed class ExtendDecision(ActRunner acts)
{
    /// <exception cref="RefusedException">The profile knows no longer period, it has been extended already, or its last day is over.</exception>
    public Task<CaseReceipt> Run(Acting acting, Guid caseId, string? because, CancellationToken cancel) =>
        acts.Run(
            acting,
            "extend the period for the decision",
            new { caseId, because },
            async act =>
            {
                var file = await CaseFile.OpenForOfficer(act, caseId);
                var reason = Problems.Reason(because, 500);
                file.RequirePermitted(CaseActs.ExtendDecision);
                if (Obstacle(file, acting.Today) is { } obstacle)
                    throw obstacle;
                (file.Case.ExtendedOn, file.Case.ExtendedBy, file.Case.ExtendedBecause) = (
                    acting.Today,
                    acting.PersonId,
                    reason
                );
                Act.Touch(file.Case);
                Deadlines.SetForDecision(act, file);
                act.Audit(new DecisionExtended($"{file.Profile.Periods.ExtendedDecisionOn(file.Case.Kind)}", reason));
                await Tell.Applicant(act, file.Case, "The period for the decision has been extended");
                return CaseReceipt.Of(file);
            },
            cancel
        );

    /// <summary>The length to which the period can be extended now; null when it cannot.</summary>
    internal static Period? Possible(CaseFile file, DateOnly today) =>
        file.Obstacle(CaseActs.ExtendDecision) is null && Obstacle(file, today) is null
            ? file.Profile.Periods.ExtendedDecisionOn(file.Case.Kind)
            : null;

    private static RefusedException? Obstacle(CaseFile file, DateOnly today) =>
        file.Profile.Periods.ExtendedDecisionOn(file.Case.Kind) is null
            ? new RefusedException(
                "no-extension",
                $"{file.Profile.Title} knows no longer period for the decision.",
                "Decide within the period there is, or ask the applicant for what is missing."
            )
        : file.Case.ExtendedOn is { } on
            ? new RefusedException(
                "already-extended",
                $"The period was extended on {on:yyyy-MM-dd}; it can be extended once.",
                "Decide within the period there is, or ask the applicant for what is missing."
            )
        : file.ClockOn(today).IsOver
            ? new RefusedException(
                "period-over",
                "The last day for the decision is over: what has ended cannot be extended.",
                "Decide as soon as you can."
            )
        : null;
}
