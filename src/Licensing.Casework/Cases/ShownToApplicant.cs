using Licensing.Casework.Procedures;
using Licensing.Casework.Steps;
using Licensing.Casework.Storage;
using Licensing.Domain.Authorisations;

namespace Licensing.Casework.Cases;

/// <summary>The step that a case has left: its name, since when it was there, and the acts permitted there.</summary>
internal sealed record Left(string Step, DateTimeOffset Since, string Acts);

/// <summary>Keeps an applicant from telling a State's "no" from its silence by when the case moves (Art. 12(5)): as long as the State still
/// has time to answer, the applicant sees the case wait for it.</summary>
internal static class ShownToApplicant
{
    /// <param name="lastDay">For the answers that it waited for, included; null when it waited for none.</param>
    public static void After(CaseFile file, Left left, DateOnly? lastDay)
    {
        var hidden = lastDay is not null && file.Case.Permits(CaseActs.Recommend) && !IsCleared(file);
        file.Case.ShownStep = hidden ? left.Step : null;
        file.Case.ShownSince = hidden ? left.Since : null;
        file.Case.ShownActs = hidden ? left.Acts : null;
        file.Case.ShownUntil = hidden ? lastDay : null;
    }

    private static bool IsCleared(CaseFile file) =>
        Gate.Authorisations(file).All(a => a is { Standing: AuthorisationStanding.Confirmed, AnsweredFor: true })
        && file.Case.Consignment.Passages(file.Profile.PortCallIsTransit)
            .All(passage => RequestTransitNotices.NothingMoreIsNeeded(file, passage));
}
