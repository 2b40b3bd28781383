using Hangfire;
using Licensing.Casework.Notices;
using Licensing.Casework.Procedures;

namespace Licensing.Web.Jobs;

/// <summary>The clock: wakes what is due and sends what is unsent. It may wake late, twice, or on several machines at once; the
/// acts behind it do not mind.</summary>
public sealed class Timetable(PassDeadline deadlines, SendNotices notices, TimeProvider clock)
{
    /// <summary>Six fields: every fifteen seconds. A person who acts sees the mail go out while still at the desk.</summary>
    private const string EveryQuarterMinute = "*/15 * * * * *";

    [DisableConcurrentExecution(60)]
    public Task ResumeWhatIsDue(CancellationToken cancel) => deadlines.ResumeWhatIsDue(clock.GetUtcNow(), cancel);

    [DisableConcurrentExecution(60)]
    public Task SendWhatIsUnsent(CancellationToken cancel) => notices.SendWhatIsUnsent(clock.GetUtcNow(), cancel);

    public static void Plan(IRecurringJobManager jobs)
    {
        jobs.AddOrUpdate<Timetable>(
            "resume-what-is-due",
            t => t.ResumeWhatIsDue(CancellationToken.None),
            EveryQuarterMinute
        );
        jobs.AddOrUpdate<Timetable>(
            "send-what-is-unsent",
            t => t.SendWhatIsUnsent(CancellationToken.None),
            EveryQuarterMinute
        );
    }
}
