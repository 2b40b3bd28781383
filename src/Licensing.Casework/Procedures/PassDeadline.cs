using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Notices;
using Licensing.Casework.Returns;
using Licensing.Casework.Shipments;
using Licensing.Casework.Steps;
using Licensing.Casework.Storage;
using Licensing.Domain.States;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Procedures;

/// <summary>Wakes what is due. It may run late, twice, or on several machines at once: a due time that has been settled is
/// left alone, and two that settle it at once cannot both commit.</summary>
public sealed class PassDeadline(ActRunner acts, Database database, IProcedures procedures)
{
    /// <returns>How many due times were settled.</returns>
    /// <exception cref="AggregateException">Some could not be woken; the others were, and these are tried again.</exception>
    public Task<int> ResumeWhatIsDue(DateTimeOffset now, CancellationToken cancel) =>
        ForEach(
            due => due.Where(d => d.SettledAt == null && d.DueAt <= now).OrderBy(d => d.DueAt),
            "note that a day has passed",
            Pass,
            now,
            cancel
        );

    /// <summary>Reminds whoever owes an answer of its last day, once.</summary>
    /// <returns>How many reminders were written.</returns>
    /// <exception cref="AggregateException">Some could not be written; the others were, and these are tried again.</exception>
    public Task<int> RemindOfWhatIsNear(DateTimeOffset now, CancellationToken cancel) =>
        ForEach(
            due =>
                due.Where(d => d.SettledAt == null && d.RemindedAt == null && d.RemindAt <= now && d.DueAt > now)
                    .OrderBy(d => d.RemindAt),
            "remind of a last day",
            Remind,
            now,
            cancel
        );

    private async Task<int> ForEach(
        Func<IQueryable<DueTime>, IQueryable<DueTime>> which,
        string name,
        Func<Act, DueTime, Task<bool>> body,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        await using var db = database.Open();
        var done = 0;
        var faults = new List<Exception>();
        // What has been set moving comes to rest first.
        var resting = db
            .DueTimes.AsNoTracking()
            .Where(d => db.Cases.Any(c => c.Id == d.CaseId && c.MovingSince == null));
        foreach (var one in await which(resting).Take(500).ToListAsync(cancel))
            try
            {
                var acting = await OfTheTimetable(one, now, cancel);
                done += await acts.Run(acting, name, one.Id, act => body(act, one), cancel) ? 1 : 0;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                faults.Add(
                    new InvalidOperationException($"What is due in case {one.CaseId} could not be woken.", fault)
                );
            }
        return faults.Count == 0 ? done : throw new AggregateException(faults);
    }

    private async Task<Acting> OfTheTimetable(DueTime due, DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = database.Open();
        var state = await db
            .Cases.Where(c => c.Id == due.CaseId)
            .Join(db.States, c => c.State, s => s.Code, (_, s) => s)
            .SingleAsync(cancel);
        return Acting.OfTheTimetable(state, now);
    }

    private async Task<bool> Pass(Act act, DueTime seen)
    {
        var file = await CaseFile.Open(act, seen.CaseId);
        var due = file.DueTimes.Single(d => d.Id == seen.Id);
        if (due.SettledAt is not null || file.Case.MovingSince is not null)
            return false;
        if (Deadlines.MoveIfLater(act, file, due))
            return false;
        (due.SettledAt, due.HasPassed) = (act.Now, true);
        if (due.Kind is DueKind.LicenceExpiry or DueKind.NoticeExpiry)
        {
            Act.Touch(file.Case);
            await procedures.Deliver(act, file, new DeadlineReached(due.Kind, due.Visit));
            return true;
        }
        act.Audit(new DeadlinePassed(due.Kind, due.LastDay, Of(file, due)));
        if (due.Kind == DueKind.TransitNotices)
            foreach (var deemed in Owing(file, due).Select(s => Gate.Clearance(file, s, act.Acting.Today).AsDeemed))
                if (deemed is not null)
                    act.Audit(new NoObjectionDeemed(deemed.State.Code, deemed.On, deemed.Instrument));
        if (due.Kind == DueKind.Information)
            file.InformationRequests.Single(r => r.Id == due.SubjectId).LapsedAt = act.Now;
        else if (due.Kind == DueKind.Advice)
            file.Referrals.Single(r => r.Id == due.SubjectId).LapsedAt = act.Now;
        else if (due.Kind == DueKind.Receipt)
            await Receipts.Pursue(act, file, due);
        else if (due.Kind == DueKind.Return)
            await Stay.TellOfTheDelay(act, file);
        else if (due.Kind == DueKind.ImportMarking)
            await Tell.Applicant(act, file.Case, "Imported firearms are not marked in time");
        else if (due.Kind is not (DueKind.Decision or DueKind.CustomsHold))
            await procedures.Deliver(act, file, new DeadlineReached(due.Kind, due.Visit));
        if (due.Kind == DueKind.Information)
            Deadlines.SetForDecision(act, file);
        Act.Touch(file.Case);
        await Tell.Officers(
            act,
            file.Case,
            due.Kind switch
            {
                DueKind.Decision => "The last day for the decision has passed",
                DueKind.Return => "Goods that went for a while are overdue",
                DueKind.ImportMarking => "Imported firearms are not marked in time",
                _ => "A last day has passed",
            }
        );
        return true;
    }

    private static async Task<bool> Remind(Act act, DueTime seen)
    {
        var file = await CaseFile.Open(act, seen.CaseId);
        var due = file.DueTimes.Single(d => d.Id == seen.Id);
        if (due.SettledAt is not null || due.RemindedAt is not null)
            return false;
        due.RemindedAt = act.Now;
        act.Audit(new Reminded(due.Kind, due.LastDay, Of(file, due)));
        const string subject = "A last day is near";
        if (due.Kind is DueKind.ImportConfirmation or DueKind.TransitNotices or DueKind.Receipt)
            foreach (var state in Owing(file, due))
                await Tell.State(act, file.Case, state, subject);
        else if (
            due.Kind
            is DueKind.Information
                or DueKind.LicenceExpiry
                or DueKind.Appeal
                or DueKind.Return
                or DueKind.ImportMarking
        )
            await Tell.Applicant(act, file.Case, subject);
        else
            await Tell.Officers(act, file.Case, subject);
        return true;
    }

    private static string Of(CaseFile file, DueTime due) =>
        due.Kind switch
        {
            DueKind.ImportConfirmation or DueKind.TransitNotices => Words.And(Owing(file, due).Select(s => s.Code)),
            DueKind.Information or DueKind.Appeal => "the applicant",
            DueKind.Decision or DueKind.CustomsHold or DueKind.NoticeExpiry => "the authority",
            DueKind.LicenceExpiry => "the exporter",
            DueKind.Return or DueKind.ImportMarking => file.Company.Name,
            DueKind.Receipt => $"{file.Case.ImportingState.Code}, {file.Shipment(due.SubjectId!.Value).Number}",
            _ => file.Referrals.Single(r => r.Id == due.SubjectId).Agency,
        };

    // A request that was sent after the licence has a day of its own.
    private static IEnumerable<Country> Owing(CaseFile file, DueTime due) =>
        due.Kind != DueKind.TransitNotices ? [file.Case.ImportingState]
        : due.SubjectId is { } request ? [file.Exchange.Single(d => d.Id == request).To]
        : Silent(file, due.LastDay);

    // One that was deemed to have no objection before then owes nothing.
    private static IEnumerable<Country> Silent(CaseFile file, DateOnly on) =>
        Gate.TransitStates(file)
            .Select(state => Gate.Clearance(file, state, on))
            .Where(c => c.Standing is Domain.Transit.TransitStanding.Silent)
            .Select(c => c.State);
}
