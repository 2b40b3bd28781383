using Licensing.Casework.Storage;

namespace Licensing.Casework.Setup;

/// <param name="Overdue">Last days that have passed and are not noted yet.</param>
/// <param name="OldestUnsent">Age of the oldest notice that has not gone; zero when there is none.</param>
public sealed record BacklogFigures(int OpenCases, int Overdue, int Unsent, TimeSpan OldestUnsent);

/// <summary>Counts what lies and waits. The four figures are asked for together; whoever asks again within a few seconds gets the same.</summary>
public sealed class Backlog(Database database, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private readonly Lock _lock = new();
    private (DateTimeOffset At, BacklogFigures Figures)? _last;

    public BacklogFigures Look()
    {
        var now = clock.GetUtcNow();
        lock (_lock)
            if (_last is { } last && now - last.At < Fresh)
                return last.Figures;
            else
            {
                var figures = Count(now);
                _last = (now, figures);
                return figures;
            }
    }

    private BacklogFigures Count(DateTimeOffset now)
    {
        using var db = database.Open();
        var unsent = db.Notices.Where(n => n.SentAt == null);
        var oldest = unsent.Min(n => (DateTimeOffset?)n.CreatedAt);
        return new BacklogFigures(
            db.Cases.Count(c => c.Status == CaseStatus.Open),
            db.DueTimes.Count(d => d.SettledAt == null && d.DueAt <= now),
            unsent.Count(),
            oldest is { } since && since < now ? now - since : TimeSpan.Zero
        );
    }
}
