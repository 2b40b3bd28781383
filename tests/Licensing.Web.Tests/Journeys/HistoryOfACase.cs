using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Web.Tests.Journeys;

public abstract class HistoryOfACase(RunningDemo demo) : JourneyTests(demo)
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
                "CaseScreened",
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
            [1, 2, 3, .. Enumerable.Range(1, 15)],
            history.Select(line => line.GetProperty("sequence").GetInt32())
        );
        Assert.Equal(history.Select(At), history.Select(At).Order());
        var (transit, senior) = ((await demo.Of("qp")).Person, (await demo.Senior).Person);
        Assert.Equal(
            $"{transit}, gave notice of no objection for QP (document {open.Number}/4), with the conditions: “The container stays sealed.”.",
            Sentence(history[9])
        );
        Assert.Equal(
            $"{senior}, tried to decide the case, which was refused: You cannot decide what you recommended: a second officer must.",
            Sentence(history[14])
        );
        Assert.Equal(
            [14],
            Enumerable.Range(0, history.Count).Where(i => history[i].GetProperty("refused").GetBoolean())
        );
    }

    [Fact]
    public async Task What_a_stranger_tried_is_in_the_history_of_the_State_and_not_in_that_of_the_case()
    {
        var open = await new Lawful(demo).WithOfficer();
        var before = await open.History();
        var brevik = await demo.Brevik;

        Assert.Equal(404, (await brevik.Withdraw(open.Id, "It is not mine.")).Status);

        Assert.Equal(before.Count, (await open.History()).Count);
        var latest = Lawful.Must(await (await demo.Auditor).EverythingThatHappened("WITHDRAW THE APPLICATION"))[
            "items"
        ];
        Assert.Equal(
            $"{brevik.Person}, tried to withdraw the application, which was refused: "
                + "There is no such case, or it is not yours.",
            Sentence(latest[0])
        );
    }

    [Fact]
    public async Task Who_is_stopped_at_the_door_by_the_role_stands_in_the_history()
    {
        var open = await new Lawful(demo).BeforeDecision();
        var halden = await demo.Halden;

        Assert.Equal(403, (await halden.Decide(open.Id, Guid.NewGuid(), "grant", null)).Status);

        var latest = Lawful.Must(await (await demo.Auditor).EverythingThatHappened($"{open.Id}/decision"))["items"];
        Assert.Equal(
            $"{halden.Person}, tried to send POST /api/officer/cases/{open.Id}/decision, which was refused: This is not for an exporter.",
            Sentence(latest[0])
        );
        Assert.True(latest[0].GetProperty("refused").GetBoolean());
    }

    [Fact]
    public async Task The_auditor_of_another_State_reads_what_its_own_people_answered_and_nothing_else_of_the_case()
    {
        var open = await new Lawful(demo).WithOfficer();
        var there = await demo.Door.SignIn("auditor@qn.example");

        var lines = Lawful.Must(await there.EverythingThatHappened(open.Number))["items"].EnumerateArray().ToList();

        var answer = Assert.Single(lines);
        Assert.Equal(
            $"{(await demo.Of("qn")).Person}, confirmed import authorisation {open.Lawful.Number} for QN (document {open.Number}/2).",
            Sentence(answer)
        );
        Assert.False(answer.TryGetProperty("caseId", out _));
        Assert.Equal(404, (await there.AuditedHistory(open.Id)).Status);
    }

    [Theory]
    [InlineData("UPDATE \"AuditTrail\" SET \"Sentence\" = 'Nothing happened.'", "AuditTrail is append-only")]
    [InlineData("DELETE FROM \"AuditTrail\"", "AuditTrail is append-only")]
    [InlineData("UPDATE \"ExchangeDocuments\" SET \"Content\" = ''", "ExchangeDocuments is append-only")]
    [InlineData("DELETE FROM \"ExchangeDocuments\"", "ExchangeDocuments is append-only")]
    [InlineData("UPDATE \"Decisions\" SET \"Note\" = ''", "Decisions is append-only")]
    [InlineData("DELETE FROM \"Reservations\"", "Reservations is append-only")]
    public async Task Nobody_can_change_it_not_even_on_the_database_itself(string change, string message)
    {
        var open = await new Lawful(demo) { Through = ["QP"] }.Granted();
        var before = await open.History();
        await using var db = demo.OpenDatabase();

        var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
            db.Database.ExecuteSqlRawAsync(change, TestContext.Current.CancellationToken)
        );

        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        Assert.Equal(before.Select(Sentence), (await open.History()).Select(Sentence));
    }

    private static DateTimeOffset At(JsonElement line) => line.GetProperty("at").GetDateTimeOffset();

    private static string Sentence(JsonElement line) => line.GetProperty("sentence").GetString()!;
}
