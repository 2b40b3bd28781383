using Licensing.Casework.Acts;
using Licensing.Casework.Storage;
using Licensing.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Tests;

public abstract class ActRunnerTests(DatabaseServers servers, DatabaseProvider provider)
    : WithADatabase(servers, provider)
{
    private sealed record Counted(int Number);

    [Fact]
    public async Task Twenty_acts_at_once_take_twenty_different_numbers()
    {
        var numbers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Count(null)));
        Assert.Equal(Enumerable.Range(1, 20), numbers.Select(n => n.Number).Order());
    }

    [Fact]
    public async Task The_same_act_sent_ten_times_at_once_under_one_key_is_done_once_and_answered_alike()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Count("key-1")));
        Assert.All(answers, answer => Assert.Equal(1, answer.Number));
        await using var db = Kept.Database.Open();
        Assert.Equal(1, (await db.Counters.SingleAsync(TestContext.Current.CancellationToken)).Last);
    }

    [Fact]
    public async Task A_key_that_was_used_for_another_request_is_refused()
    {
        await Count("key-1");
        var refusal = await Assert.ThrowsAsync<RefusedException>(() => Count("key-1", request: "another"));
        Assert.Equal("idempotency-key-reused", refusal.Code);
    }

    [Fact]
    public async Task The_same_key_of_another_person_is_another_key()
    {
        await Count("key-1");
        Assert.Equal(2, (await Count("key-1", person: Guid.NewGuid())).Number);
    }

    [Fact]
    public async Task An_act_that_is_refused_after_it_took_a_number_gives_it_back_and_is_noted_in_the_history()
    {
        await Count(null);
        await Assert.ThrowsAsync<RefusedException>(() =>
            Kept.Get<ActRunner>()
                .Run<Counted>(
                    StorageTests.Somebody(),
                    "count",
                    "one",
                    async act =>
                    {
                        await Numbers.Next(act, "QM", 2026);
                        throw new RefusedException("not-today", "Not today.", "Come back tomorrow.");
                    },
                    TestContext.Current.CancellationToken
                )
        );

        Assert.Equal(2, (await Count(null)).Number);
        await using var db = Kept.Database.Open();
        var noted = await db.AuditTrail.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken);
        Assert.True(noted.Refused);
        Assert.Contains("Not today.", noted.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_attempt_is_noted_although_whoever_tried_hangs_up()
    {
        using var line = new CancellationTokenSource();
        await Assert.ThrowsAsync<RefusedException>(() =>
            Kept.Get<ActRunner>()
                .Run<Counted>(
                    StorageTests.Somebody(),
                    "count",
                    "one",
                    _ =>
                    {
                        line.Cancel();
                        throw new RefusedException("not-today", "Not today.", "Come back tomorrow.");
                    },
                    line.Token
                )
        );

        await using var db = Kept.Database.Open();
        Assert.True((await db.AuditTrail.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken)).Refused);
    }

    [Fact]
    public async Task Who_hangs_up_in_the_middle_is_no_fault_of_the_database()
    {
        using var line = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Kept.Get<ActRunner>()
                .Run(
                    StorageTests.Somebody(),
                    "count",
                    "one",
                    async act =>
                    {
                        await Numbers.Next(act, "QM", 2026);
                        await line.CancelAsync();
                        return new Counted(await act.Db.Counters.CountAsync(act.Cancel));
                    },
                    line.Token
                )
        );
        Assert.Equal(1, (await Count(null)).Number);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_act_gives_its_line_to_the_database_back_whether_it_was_accepted_or_refused(bool accepted)
    {
        System.Data.Common.DbConnection? line = null;
        var failure = await Record.ExceptionAsync(() =>
            Kept.Get<ActRunner>()
                .Run(
                    StorageTests.Somebody(),
                    "count",
                    "one",
                    async act =>
                    {
                        line = act.Db.Database.GetDbConnection();
                        await Numbers.Next(act, "QM", 2026);
                        Assert.Equal(System.Data.ConnectionState.Open, line.State);
                        return accepted
                            ? new Counted(1)
                            : throw new RefusedException("not-today", "Not today.", "Come back tomorrow.");
                    },
                    TestContext.Current.CancellationToken
                )
        );

        Assert.Equal(accepted, failure is null);
        Assert.Equal(System.Data.ConnectionState.Closed, line!.State);
    }

    private Task<Counted> Count(string? key, string request = "one", Guid? person = null)
    {
        var acting = StorageTests.Somebody(key: key);
        return Kept.Get<ActRunner>()
            .Run(
                person is { } other ? acting with { PersonId = other } : acting,
                "count",
                request,
                async act =>
                {
                    var number = await Numbers.Next(act, "QM", 2026);
                    return new Counted(int.Parse(number[^6..], System.Globalization.CultureInfo.InvariantCulture));
                },
                TestContext.Current.CancellationToken
            );
    }
}
