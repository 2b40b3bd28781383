using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Storage;
using Licensing.Workflow;

namespace Licensing.Casework.Steps;

/// <summary>Writes down what falls due, and when. The last day counts in full, in the exporting State's own time.</summary>
public static class Deadlines
{
    /// <summary>The period that the procedure names and the case's own policy profile measures.</summary>
    public static DueTime Set(Act act, CaseFile file, DueKind kind, Activity activity, int visit) =>
        Set(
            act,
            file,
            kind,
            LegalDay
                .Of(act.Now, file.ExportingState.TimeZone)
                .AddDays(file.Profile.Periods.Days(activity.Inputs["deadline"])),
            visit
        );

    public static DueTime Set(Act act, CaseFile file, DueKind kind, DateOnly lastDay, int visit, Guid? subject = null)
    {
        var due = new DueTime
        {
            Id = Guid.CreateVersion7(act.Now),
            CaseId = file.Case.Id,
            Kind = kind,
            SubjectId = subject,
            Visit = visit,
            LastDay = lastDay,
            DueAt = LegalDay.Begins(lastDay.AddDays(1), file.ExportingState.TimeZone),
        };
        act.Db.DueTimes.Add(due);
        file.DueTimes.Add(due);
        return due;
    }

    /// <summary>What was due has come, or no longer matters.</summary>
    public static void Settle(CaseFile file, DateTimeOffset now, Func<DueTime, bool> which)
    {
        foreach (var due in file.DueTimes.Where(d => d.SettledAt is null && which(d)))
            due.SettledAt = now;
    }
}
