using Licensing.Casework.Acts;
using Licensing.Casework.Applications;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Notices;
using Licensing.Casework.Procedures;
using Licensing.Casework.Storage;
using Licensing.Domain.Licences;

namespace Licensing.Casework.Decisions;

/// <summary>A refused case is opened again: once upon the applicant's appeal, or when the authority thinks better of it.</summary>
public sealed class Appeals(ActRunner acts, IProcedures procedures)
{
    /// <param name="grounds">Why the refusal is wrong; the officers read it.</param>
    public Task<CaseReceipt> Lodge(Acting acting, Guid caseId, string? grounds, CancellationToken cancel) =>
        acts.Run(
            acting,
            "appeal against a refusal",
            new { caseId, grounds },
            async act =>
            {
                var file = await CaseFileOfApplicant.Open(act, caseId);
                var problems = new Problems();
                var text = problems.Text("grounds", grounds, "the grounds of the appeal");
                problems.ThrowIfAny();
                file.RequirePermitted(CaseActs.Appeal);
                RequireInTime(file, act.Now);
                act.Audit(new AppealLodged(text));
                file.Case.IsOnAppeal = true;
                await Reopen(act, file, text);
                await Tell.Officers(act, file.Case, "An appeal against a refusal");
                await Tell.Applicant(act, file.Case, "Your appeal has been received");
                return CaseReceipt.Of(file);
            },
            cancel
        );

    /// <param name="because">The applicant reads it.</param>
    public Task<CaseReceipt> Reopen(Acting acting, Guid caseId, string? because, CancellationToken cancel) =>
        acts.Run(
            acting,
            "reopen a case",
            new { caseId, because },
            async act =>
            {
                var file = await CaseFile.OpenForOfficer(act, caseId);
                acting.Require(Role.SeniorOfficer);
                var reason = Problems.Reason(because);
                file.RequirePermitted(CaseActs.Reopen);
                RequireInTime(file, act.Now);
                act.Audit(new CaseReopened(reason));
                await Reopen(act, file, reason);
                await Tell.Officers(act, file.Case, "A case has been reopened");
                await Tell.Applicant(act, file.Case, "Your case has been reopened");
                return CaseReceipt.Of(file);
            },
            cancel
        );

    /// <summary>Whoever had a hand in the refusal has none in the appeal against it.</summary>
    /// <exception cref="FourEyesException">The person recommended or decided before the appeal.</exception>
    internal static void RequireOtherOfficers(CaseFile file, Guid person)
    {
        if (HadAHand(file, person))
            throw new FourEyesException(
                "You had a hand in the decision that is appealed against: another officer must take this one."
            );
    }

    /// <summary>Whether that person recommended or decided what is appealed against.</summary>
    internal static bool HadAHand(CaseFile file, Guid person) =>
        file.Case is { IsOnAppeal: true, ReopenedAt: { } since }
        && (
            file.Recommendations.Any(r => r.By == person && r.At < since)
            || file.Decisions.Any(d => d.By == person && d.At < since)
        );

    // The day may be over before the timetable has noted it.
    internal static void RequireInTime(CaseFile file, DateTimeOffset now)
    {
        if (file.DueTimes.Any(d => d.Kind == DueKind.Appeal && d.SettledAt is null && d.DueAt <= now))
            throw new RefusedException(
                "period-over",
                "The last day for an appeal is over: the refusal is final.",
                "Make a new application."
            );
    }

    private async Task Reopen(Act act, CaseFile file, string because)
    {
        Reopen(file, act.Acting.PersonId, act.Now, because);
        await procedures.Deliver(act, file, new RefusalReopened());
        // What a transit State thinks of its own refusal is its own affair until it answers.
        if (file.Case.Kind != LicenceKind.Transit)
            await Tell.StatesAsked(act, file, "A case has been opened again");
    }

    /// <summary>Nothing that was recommended or extended before stands any more.</summary>
    internal static void Reopen(CaseFile file, Guid by, DateTimeOffset now, string because)
    {
        (file.Case.ReopenedAt, file.Case.ReopenedBy, file.Case.ReopenedBecause) = (now, by, because);
        (file.Case.ExtendedOn, file.Case.ExtendedBy, file.Case.ExtendedBecause) = (null, null, null);
        foreach (var done in file.Recommendations.Where(r => r.ReturnedBecause is null))
            done.ReturnedBecause = "The refusal was contested.";
    }
}
