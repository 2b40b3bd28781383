using Licensing.Casework.Procedures;
using Licensing.Casework.Steps;
using Licensing.Casework.Storage;
using Licensing.Domain.Authorisations;
using Licensing.Domain.Licences;
using Licensing.Domain.Transit;

namespace Licensing.Casework.Cases;

/// <summary>The step that a case has left: its name, since when it was there, and the acts permitted there.</summary>
internal sealed record Left(string Step, DateTimeOffset Since, string Acts);

/// <summary>Keeps an applicant from telling a State's "no" from its silence by when the case moves (Art. 12(5)): as long as the State still
/// has time to answer, the applicant sees the case wait for it.</summary>
internal static class ShownToApplicant
{
    /// <param name="due">What the case waited for there; null when it waited for no answer of a State.</param>
    public static void After(CaseFile file, Left left, DueTime? due, DateOnly today)
    {
        var c = file.Case;
        if (c.Kind == LicenceKind.Transit)
            return;
        if (c.Status != CaseStatus.Open || IsCleared(file, today))
            (c.ShownStep, c.ShownSince, c.ShownActs, c.ShownUntil, c.ShownDueAt) = (null, null, null, null, null);
        else if (due is not null && c.Permits(CaseActs.Recommend))
            (c.ShownStep, c.ShownSince, c.ShownActs, c.ShownUntil, c.ShownDueAt) = (
                left.Step,
                left.Since,
                left.Acts,
                due.LastDay,
                due.DueAt
            );
        // Else an officer has moved the case on, before or after that day: what was shown until then stays so.
    }

    private static bool IsCleared(CaseFile file, DateOnly today) =>
        Gate.Authorisations(file).All(a => a is { Standing: AuthorisationStanding.Confirmed, AnsweredFor: true })
        && file.Consignment.Passages(file.Profile.PortCallIsTransit)
            .All(passage =>
                Gate.Clearance(file, passage.State, today)
                    is {
                        Standing: TransitStanding.NoObjection or TransitStanding.Deemed,
                        ImportInformationSentOn: not null
                    }
                || RequestTransitNotices.NeedNotAnswer(file, passage)
            );
}
