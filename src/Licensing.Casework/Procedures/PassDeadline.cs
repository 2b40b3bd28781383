using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Notices;
using Licensing.Casework.Storage;
using Licensing.Domain.States;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Procedures;

/// <summary>Wakes what is due. It may run late, twice, or on several machines at once: a due time that has been settled is
/// left alone, and two that settle it at once cannot both commit.</summary>
public sealed class PassDeadline(ActRunner acts, Database database, IProcedures procedures)
{
    private static readonly Guid Timetable = Guid.Empty;

    /// <returns>How many due times were settled.</returns>
    /// <exception cref="AggregateException">Some could not be woken; the others were, and these are tried again.</exception>
    public async Task<int> ResumeWhatIsDue(DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = database.Open();
        var due = await db
            .DueTimes.AsNoTracking()
            .Where(d => d.SettledAt == null && d.DueAt <= now)
            .OrderBy(d => d.DueAt)
            .Take(500)
            .ToListAsync(cancel);
        var settled = 0;
        var faults = new List<Exception>();
        foreach (var one in due)
            try
            {
                settled += await Pass(one, now, cancel) ? 1 : 0;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                faults.Add(
                    new InvalidOperationException($"What is due in case {one.CaseId} could not be woken.", fault)
                );
            }
        return faults.Count == 0 ? settled : throw new AggregateException(faults);
    }

    private async Task<bool> Pass(DueTime due, DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = database.Open();
        var state = await db
            .Cases.Where(c => c.Id == due.CaseId)
            .Join(db.States, c => c.ExportingState, s => s.Code, (_, s) => s)
            .SingleAsync(cancel);
        var acting = new Acting(
            Timetable,
            "The timetable",
            Role.Timetable,
            state.Code,
            state.Name,
            null,
            now,
            LegalDay.Of(now, state.TimeZone)
        );
        return await acts.Run(acting, "note that a day has passed", due.Id, act => Pass(act, due), cancel);
    }

    private async Task<bool> Pass(Act act, DueTime seen)
    {
        var file = await CaseFile.Open(act, seen.CaseId);
        var due = file.DueTimes.Single(d => d.Id == seen.Id);
        if (due.SettledAt is not null)
            return false;
        due.SettledAt = act.Now;
        act.Audit(new DeadlinePassed(due.Kind, due.LastDay, Of(file, due)));
        if (due.Kind == DueKind.Information)
            file.InformationRequests.Single(r => r.Id == due.SubjectId).LapsedAt = act.Now;
        else if (due.Kind == DueKind.Advice)
            file.Referrals.Single(r => r.Id == due.SubjectId).LapsedAt = act.Now;
        else
            await procedures.Deliver(act, file, new DeadlineReached(due.Kind, due.Visit));
        Act.Touch(file.Case);
        await Tell.Officers(act, file.Case, "A last day has passed");
        return true;
    }

    private static string Of(CaseFile file, DueTime due) =>
        due.Kind switch
        {
            DueKind.ImportConfirmation => file.Case.ImportingState.Code,
            DueKind.TransitNotices => Words.And(Silent(file)),
            DueKind.Information => "the applicant",
            _ => file.Referrals.Single(r => r.Id == due.SubjectId).Agency,
        };

    private static IEnumerable<string> Silent(CaseFile file) =>
        Gate.TransitStates(file)
            .Select(state => Gate.Clearance(file, state))
            .Where(c => c.Standing is Domain.Transit.TransitStanding.Silent)
            .Select(c => c.State.Code);
}
