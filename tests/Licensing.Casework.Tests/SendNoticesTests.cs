using Licensing.Casework.Notices;
using Licensing.Casework.Storage;
using Licensing.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Tests;

public abstract class SendNoticesTests(DatabaseServers servers, DatabaseProvider provider)
    : WithADatabase(servers, provider)
{
    [Fact]
    public async Task A_letter_that_has_gone_is_marked_although_the_node_is_being_stopped()
    {
        await Write();
        using var stop = new CancellationTokenSource();
        var mailer = new Mailer(_ => stop.Cancel());

        await Assert.ThrowsAsync<OperationCanceledException>(() => Send(mailer, stop.Token, twoNotices: true));

        await using var db = Kept.Database.Open();
        var notices = await db.Notices.ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal([true, false], notices.OrderByDescending(n => n.SentAt).Select(n => n.SentAt is not null));
        Assert.Single(mailer.Sent);
    }

    [Fact]
    public async Task A_server_that_breaks_off_is_told_of_and_the_letter_is_tried_again_later()
    {
        await Write();
        var mailer = new Mailer(_ => throw new OperationCanceledException("The server hung up."));

        Assert.Equal(0, await Send(mailer, TestContext.Current.CancellationToken));

        await using var db = Kept.Database.Open();
        var notice = await db.Notices.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            ("The server hung up.", 1, (DateTimeOffset?)null),
            (notice.LastError, notice.Attempts, notice.SentAt)
        );
        Assert.Equal(ADatabase.Now.AddMinutes(2), notice.NextAttemptAt);
    }

    private async Task<int> Send(Mailer mailer, CancellationToken cancel, bool twoNotices = false)
    {
        if (twoNotices)
            await Write();
        return await new SendNotices(Kept.Database, mailer, new Clock()).SendWhatIsUnsent(cancel);
    }

    private async Task Write()
    {
        await using var db = Kept.Database.Open();
        db.Notices.Add(
            new Notice
            {
                Id = Guid.NewGuid(),
                To = "a@b.example",
                Subject = "s",
                Body = "b",
                CreatedAt = ADatabase.Now,
                NextAttemptAt = ADatabase.Now,
            }
        );
        await db.SaveChangesAsync();
    }

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => ADatabase.Now;
    }

    private sealed class Mailer(Action<Guid> on) : IMailer
    {
        public List<Guid> Sent { get; } = [];

        public Task Send(Guid id, string to, string subject, string link, CancellationToken cancel)
        {
            on(id);
            Sent.Add(id);
            return Task.CompletedTask;
        }
    }
}
