using Hangfire;
using Licensing.Casework.Notices;
using Licensing.Casework.Procedures;
using Licensing.Casework.Screening;

namespace Licensing.Web.Jobs;

/// <summary>The clock: wakes what is due, sends what is unsent, and has screened anew what a new rule set or list may judge otherwise. It may wake late, twice, or on several machines at once; the
/// acts behind it do not mind. What fails is tried again at the next quarter of a minute, so Hangfire need not.</summary>
[AutomaticRetry(Attempts = 0)]
public sealed class Timetable(PassDeadline deadlines, SendNotices notices, Rescreen rescreen, TimeProvider clock)
{
    /// <summary>Each has workers of its own: a mail server that does not answer keeps no deadline waiting.</summary>
    public const string Deadlines = "deadlines";
    public const string Notices = "notices";
    public const string Screening = "screening";

    /// <summary>Six fields: every fifteen seconds. A person who acts sees the mail go out while still at the desk.</summary>
    private const string EveryQuarterMinute = "*/15 * * * * *";
    private const string EveryMinute = "0 * * * * *";

    public Task ResumeWhatIsDue(CancellationToken cancel) => deadlines.ResumeWhatIsDue(clock.GetUtcNow(), cancel);

    public Task RemindOfWhatIsNear(CancellationToken cancel) => deadlines.RemindOfWhatIsNear(clock.GetUtcNow(), cancel);

    public Task SendWhatIsUnsent(CancellationToken cancel) => notices.SendWhatIsUnsent(cancel);

    public Task ScreenAnew(CancellationToken cancel) => rescreen.Run(clock.GetUtcNow(), cancel);

    public static void Plan(IRecurringJobManager jobs)
    {
        jobs.AddOrUpdate<Timetable>(
            "resume-what-is-due",
            Deadlines,
            t => t.ResumeWhatIsDue(CancellationToken.None),
            EveryQuarterMinute
        );
        jobs.AddOrUpdate<Timetable>(
            "remind-of-what-is-near",
            Deadlines,
            t => t.RemindOfWhatIsNear(CancellationToken.None),
            EveryQuarterMinute
        );
        jobs.AddOrUpdate<Timetable>(
            "send-what-is-unsent",
            Notices,
            t => t.SendWhatIsUnsent(CancellationToken.None),
            EveryQuarterMinute
        );
        jobs.AddOrUpdate<Timetable>("screen-anew", Screening, t => t.ScreenAnew(CancellationToken.None), EveryMinute);
    }
}
