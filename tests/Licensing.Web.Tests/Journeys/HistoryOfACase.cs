using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Web.Tests.Journeys;

public sealed class HistoryOfACase(RunningDemo demo) : IClassFixture<RunningDemo>
{
    [Fact]
    public async Task It_tells_from_the_first_draft_on_who_did_what_in_order_and_refused_attempts_too()
    {
        var open = await new Lawful(demo) { Through = ["QP"] }.WithOfficer();
        await open.Recommend(await demo.Senior);
        await open.Decide(await demo.Senior);
        Lawful.Must(await open.Decide(await demo.OtherSenior));

        var history = await open.History();

        Assert.Equal(
            [
                "ApplicationDrafted",
                "DocumentAttached",
                "DocumentAttached",
                "ApplicationSubmitted",
                "ImportConfirmationRequested",
                "ProcedureMoved",
                "AnswerGiven",
                "TransitNoticeRequested",
                "ProcedureMoved",
                "AnswerGiven",
                "ProcedureMoved",
                "Recommended",
                "ProcedureMoved",
                "ActRefused",
                "Decided",
                "LicenceIssued",
                "ProcedureMoved",
            ],
            history.Select(line => line.GetProperty("event").GetString())
        );
        Assert.Equal(
            [0, 0, 0, .. Enumerable.Range(1, 14)],
            history.Select(line => line.GetProperty("sequence").GetInt32())
        );
        Assert.Equal(history.Select(At), history.Select(At).Order());
        var (transit, senior) = ((await demo.Of("qp")).Person, (await demo.Senior).Person);
        Assert.Equal(
            $"{transit}, gave notice of no objection for QP (document {open.Number}/4).",
            Sentence(history[9])
        );
        Assert.Equal(
            $"{senior}, tried to decide the case, which was refused: You cannot decide what you recommended: a second officer must.",
            Sentence(history[13])
        );
        Assert.Equal(
            [13],
            Enumerable.Range(0, history.Count).Where(i => history[i].GetProperty("refused").GetBoolean())
        );
    }

    [Theory]
    [InlineData("UPDATE AuditTrail SET Sentence = 'Nothing happened.'", "AuditTrail is append-only")]
    [InlineData("DELETE FROM AuditTrail", "AuditTrail is append-only")]
    [InlineData("UPDATE ExchangeDocuments SET Content = ''", "ExchangeDocuments is append-only")]
    [InlineData("DELETE FROM ExchangeDocuments", "ExchangeDocuments is append-only")]
    [InlineData("UPDATE Decisions SET Note = ''", "Decisions is append-only")]
    [InlineData("DELETE FROM Reservations", "Reservations is append-only")]
    public async Task Nobody_can_change_it_not_even_on_the_database_itself(string change, string message)
    {
        var open = await new Lawful(demo) { Through = ["QP"] }.Granted();
        var before = await open.History();
        await using var db = demo.OpenDatabase();

        var refused = await Assert.ThrowsAsync<SqliteException>(() =>
            db.Database.ExecuteSqlRawAsync(change, TestContext.Current.CancellationToken)
        );

        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        Assert.Equal(before.Select(Sentence), (await open.History()).Select(Sentence));
    }

    private static DateTimeOffset At(JsonElement line) => line.GetProperty("at").GetDateTimeOffset();

    private static string Sentence(JsonElement line) => line.GetProperty("sentence").GetString()!;
}
