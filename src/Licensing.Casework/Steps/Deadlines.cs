using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Storage;
using Licensing.Domain.Clocks;

namespace Licensing.Casework.Steps;

/// <summary>Writes down what falls due, and when. The last day counts in full, in the exporting State's own time.</summary>
public static class Deadlines
{
    public static DueTime Set(Act act, CaseFile file, DueKind kind, DateOnly lastDay, int visit, Guid? subject = null)
    {
        var zone = file.State.TimeZone;
        var reminder = file.Profile.Periods.ReminderBefore is { } days ? lastDay.AddDays(-days) : (DateOnly?)null;
        var due = new DueTime
        {
            Id = Guid.CreateVersion7(act.Now),
            CaseId = file.Case.Id,
            Kind = kind,
            SubjectId = subject,
            Visit = visit,
            LastDay = lastDay,
            DueAt = LegalDay.Begins(lastDay.AddDays(1), zone),
            // Whoever was asked today needs no reminder today.
            RemindAt = reminder > LegalDay.Of(act.Now, zone) ? LegalDay.Begins(reminder.Value, zone) : null,
        };
        act.Db.DueTimes.Add(due);
        file.DueTimes.Add(due);
        return due;
    }

    /// <summary>The last day, included, of a period that begins today in the exporting State.</summary>
    public static DateOnly LastDay(Act act, CaseFile file, Period length) =>
        LegalClock.LastDayOf(LegalDay.Of(act.Now, file.State.TimeZone), length, file.Calendar);

    /// <summary>Sets the last day for the decision as it follows from what has happened so far; none while the clock stands still, or
    /// where the law sets none. To be called after everything that starts, stops or lengthens the period.</summary>
    public static void SetForDecision(Act act, CaseFile file)
    {
        // One that has passed and has not been noted yet is still to be noted.
        if (file.DueTimes.Any(d => d.Kind == DueKind.Decision && d.SettledAt is null && d.DueAt <= act.Now))
            return;
        Settle(file, act.Now, due => due.Kind == DueKind.Decision);
        var today = LegalDay.Of(act.Now, file.State.TimeZone);
        if (file.Case.Status != CaseStatus.Open || file.ClockOn(today).LastDay is not { } last)
            return;
        // A day that is over is noted once; one that came to be over while nobody looked is noted when it is found.
        var noted = file.DueTimes.Any(d => d.Kind == DueKind.Decision && d.HasPassed);
        if (last >= today || !noted)
            Set(act, file, DueKind.Decision, last, 0, file.Case.Id);
    }

    /// <summary>Sets the last day for the decision anew where holidays that were entered since it was set have moved it.</summary>
    /// <returns>Whether it has moved, so that the old day is none any more.</returns>
    public static bool MoveIfLater(Act act, CaseFile file, DueTime due)
    {
        var today = LegalDay.Of(act.Now, file.State.TimeZone);
        if (due.Kind != DueKind.Decision || file.ClockOn(today).LastDay is not { } last || last < today)
            return false;
        due.SettledAt = act.Now;
        Set(act, file, DueKind.Decision, last, 0, file.Case.Id);
        Act.Touch(file.Case);
        return true;
    }

    /// <summary>What was due has come, or no longer matters.</summary>
    public static void Settle(CaseFile file, DateTimeOffset now, Func<DueTime, bool> which)
    {
        foreach (var due in file.DueTimes.Where(d => d.SettledAt is null && which(d)))
            due.SettledAt = now;
    }
}
