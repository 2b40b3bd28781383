using Licensing.Casework.Storage;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Notices;

/// <summary>What carries a notice to its address: a mail server, or a folder where there is none.</summary>
public interface IMailer
{
    /// <param name="id">The notice's own id, which becomes the message id: a receiver can tell a second copy.</param>
    Task Send(Guid id, string to, string subject, string link, CancellationToken cancel);
}

/// <summary>Sends what is unsent. Whoever sends a notice claims it first, so that several nodes share the work; it is marked after it has
/// gone, so that a crash in between sends it twice rather than never.</summary>
public sealed class SendNotices(Database database, IMailer mailer, TimeProvider clock)
{
    /// <summary>How long a notice that somebody has claimed is left alone: longer than sending takes.</summary>
    public static readonly TimeSpan Claim = TimeSpan.FromMinutes(2);

    /// <summary>How long sending one may take: well within the claim, and within the time a node is given to stop.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <returns>How many were sent.</returns>
    public async Task<int> SendWhatIsUnsent(CancellationToken cancel)
    {
        await using var db = database.Open();
        var now = clock.GetUtcNow();
        var unsent = await db
            .Notices.AsNoTracking()
            .Where(n => n.SentAt == null && n.NextAttemptAt <= now)
            .OrderBy(n => n.NextAttemptAt)
            .ThenBy(n => n.Id)
            .Take(200)
            .ToListAsync(cancel);
        var sent = 0;
        foreach (var notice in unsent)
        {
            cancel.ThrowIfCancellationRequested();
            // Between the claim and the mark nothing is broken off: a letter that has gone and is not marked goes again.
            if (await IsMine(db, notice))
                sent += await Send(db, notice) ? 1 : 0;
        }
        return sent;
    }

    private async Task<bool> IsMine(LicensingDb db, Notice notice)
    {
        // From now, not from when the round began: a slow mail server must not eat up the claim.
        var until = clock.GetUtcNow() + Claim;
        return await db
                .Notices.Where(n => n.Id == notice.Id && n.SentAt == null && n.Attempts == notice.Attempts)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(n => n.Attempts, notice.Attempts + 1).SetProperty(n => n.NextAttemptAt, until)
                ) == 1;
    }

    private async Task<bool> Send(LicensingDb db, Notice notice)
    {
        var mine = db.Notices.Where(n => n.Id == notice.Id);
        using var slow = new CancellationTokenSource(Longest);
        try
        {
            await mailer.Send(notice.Id, notice.To, notice.Subject, notice.Body, slow.Token);
        }
        catch (Exception failure)
        {
            var next = clock.GetUtcNow().AddMinutes(Math.Min(60, Math.Pow(2, notice.Attempts + 1)));
            var error = slow.IsCancellationRequested
                ? $"The mail server did not take it within {Longest.TotalSeconds:0} seconds."
                : failure.Message;
            await mine.ExecuteUpdateAsync(set =>
                set.SetProperty(n => n.LastError, error).SetProperty(n => n.NextAttemptAt, next)
            );
            return false;
        }
        var sentAt = clock.GetUtcNow();
        await mine.ExecuteUpdateAsync(set =>
            set.SetProperty(n => n.SentAt, sentAt).SetProperty(n => n.LastError, (string?)null)
        );
        return true;
    }
}
