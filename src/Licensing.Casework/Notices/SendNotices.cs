using Licensing.Casework.Storage;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Notices;

/// <summary>What carries a notice to its address: a mail server, or a folder where there is none.</summary>
public interface IMailer
{
    /// <param name="id">The notice's own id, which becomes the message id: a receiver can tell a second copy.</param>
    Task Send(Guid id, string to, string subject, string link, CancellationToken cancel);
}

/// <summary>Sends what is unsent. A notice is marked after it has gone, so a crash in between sends it twice rather than never.</summary>
public sealed class SendNotices(Database database, IMailer mailer)
{
    /// <returns>How many were sent.</returns>
    public async Task<int> SendWhatIsUnsent(DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = database.Open();
        var unsent = await db
            .Notices.Where(n => n.SentAt == null && n.NextAttemptAt <= now)
            .OrderBy(n => n.NextAttemptAt)
            .Take(200)
            .ToListAsync(cancel);
        var sent = 0;
        foreach (var notice in unsent)
        {
            notice.Attempts++;
            try
            {
                await mailer.Send(notice.Id, notice.To, notice.Subject, notice.Body, cancel);
                (notice.SentAt, notice.LastError) = (now, null);
                sent++;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                notice.LastError = failure.Message;
                notice.NextAttemptAt = now.AddMinutes(Math.Min(60, Math.Pow(2, notice.Attempts)));
            }
            await db.SaveChangesAsync(cancel);
        }
        return sent;
    }
}
