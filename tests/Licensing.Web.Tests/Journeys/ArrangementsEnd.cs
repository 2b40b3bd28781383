using System.Text.Json;
using System.Text.Json.Nodes;
using Licensing.Journey;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Web.Tests.Journeys;

public abstract class ArrangementsEnd(RunningDemo demo) : JourneyTests(demo)
{
    [Fact]
    public async Task A_licence_that_rests_on_an_arrangement_is_suspended_when_it_ends_before_the_passage()
    {
        var granted = await GrantedUnderTheArrangement(demo);
        var officer = await demo.Officer;

        Lawful.Must(await officer.EndArrangement(await OnRecord(demo), demo.Today, "Ridgeland has denounced it."));

        var licence = (await officer.Case(granted))["licence"];
        Assert.Equal("suspended", licence.GetProperty("status").GetString());
        Assert.Equal(
            "the arrangement that stood in the place of the notice of QR applies no longer.",
            licence.GetProperty("suspendedBecause").GetString()
        );
        var history = Lawful.Must(await (await demo.Auditor).AuditedHistory(granted))["items"];
        Assert.Equal(
            ["LicenceSuspended", "ProcedureMoved"],
            history.EnumerateArray().TakeLast(2).Select(line => line.GetProperty("event").GetString())
        );
    }

    [Fact]
    public async Task The_screening_knows_the_arrangement_that_stands_in_the_place_of_a_notice()
    {
        await using var fresh = await demo.Another();
        var granted = await GrantedUnderTheArrangement(fresh);

        await using var db = fresh.OpenDatabase();
        using var kept = JsonDocument.Parse(
            db.Screenings.Where(s => s.CaseId == granted).OrderBy(s => s.Sequence).Select(s => s.Dossier).ToList()[^1]
        );
        var arrangement = Assert.Single(kept.RootElement.GetProperty("arrangements").EnumerateArray());
        Assert.Equal(
            ("QQ", "QR"),
            (arrangement.Word("state"), Assert.Single(arrangement.GetProperty("gateways").EnumerateArray()).GetString())
        );
        Assert.Equal(arrangement.Word("id"), kept.RootElement.GetProperty("case").Word("landlocked_arrangement"));
    }

    [Fact]
    public async Task A_State_that_was_silent_under_an_arrangement_stops_the_licence_when_it_objects_after_all()
    {
        await using var fresh = await demo.Another();
        var granted = await GrantedUnderTheArrangement(fresh);
        var officer = await fresh.Officer;
        var there = await fresh.Of("qr");
        var request = await there.RequestAbout((await officer.Case(granted)).Text("number"), null);

        Lawful.Must(await there.ObjectToTransit(request!.Value, "Not through our territory."));

        var licence = (await officer.Case(granted))["licence"];
        Assert.Equal("suspended", licence.GetProperty("status").GetString());
        Assert.Equal(
            "there is no notice of no objection of QR in force.",
            licence.GetProperty("suspendedBecause").GetString()
        );
        var again = await there.ObjectToTransit(request.Value, "Not through our territory.");
        Assert.Equal((422, "already-given"), (again.Status, again.Refusal!.Code));
    }

    [Fact]
    public async Task A_licence_whose_passage_is_over_by_the_last_day_stays_in_force()
    {
        // On a database of its own: what applies until then would serve the other licence as well.
        await using var fresh = await demo.Another();
        var granted = await GrantedUnderTheArrangement(fresh);
        var officer = await fresh.Officer;

        // The goods leave Ridgeland on the day they arrive in Quillon: the 68th from today.
        Lawful.Must(
            await officer.EndArrangement(await OnRecord(fresh), fresh.Today.AddDays(68), "Replaced by a new one.")
        );

        Assert.Equal("in-force", (await officer.Case(granted))["licence"].GetProperty("status").GetString());
    }

    [Fact]
    public async Task Once_the_planned_passage_is_over_the_end_of_the_arrangement_stops_what_has_still_to_leave()
    {
        await using var fresh = await demo.Another();
        var granted = await GrantedUnderTheArrangement(fresh);
        var officer = await fresh.Officer;
        fresh.Clock.Advance(TimeSpan.FromDays(80));

        Lawful.Must(await officer.EndArrangement(await OnRecord(fresh), fresh.Today.AddDays(-1), "Denounced."));

        Assert.Equal("suspended", (await officer.Case(granted))["licence"].GetProperty("status").GetString());
    }

    [Fact]
    public async Task What_was_ended_cannot_be_ended_again_nor_confirmed()
    {
        var officer = await demo.Officer;
        var recorded = Lawful.Must(await officer.RecordArrangement(Arrangement())).Id("arrangementId");
        Lawful.Must(await officer.EndArrangement(recorded, null, "Recorded in error."));

        Assert.Equal(409, (await officer.EndArrangement(recorded, null, "Once more.")).Status);
        Assert.Equal(409, (await (await demo.SecondOfficer).ConfirmArrangement(recorded)).Status);
        var view = Lawful.Must(await officer.Arrangements())["items"].EnumerateArray().Single(Is(recorded));
        Assert.Equal("Recorded in error.", view.GetProperty("endedBecause").GetString());
        Assert.False(view.TryGetProperty("confirmedBy", out _));
    }

    [Fact]
    public async Task A_rejection_and_a_confirmation_at_the_same_moment_leave_one_of_the_two()
    {
        var (officer, second) = (await demo.Officer, await demo.SecondOfficer);
        for (var round = 0; round < 10; round++)
        {
            var recorded = Lawful.Must(await officer.RecordArrangement(Arrangement())).Id("arrangementId");

            var answers = await Task.WhenAll(
                officer.EndArrangement(recorded, null, "Recorded in error."),
                second.ConfirmArrangement(recorded)
            );

            Assert.Contains(answers, a => a.IsDone);
            await using var db = demo.OpenDatabase();
            var kept = await db.Arrangements.SingleAsync(a => a.Id == recorded, TestContext.Current.CancellationToken);
            // Ended after it was confirmed needs a last day, which was not given.
            Assert.NotEqual(kept.ConfirmedAt is null, kept.EndedAt is null);
        }
    }

    [Fact]
    public async Task An_end_without_a_day_or_reason_or_after_the_arrangement_s_own_last_day_is_refused()
    {
        var officer = await demo.Officer;
        var arrangement = Arrangement();
        arrangement["to"] = "2030-12-31";
        var recorded = Lawful.Must(await officer.RecordArrangement(arrangement)).Id("arrangementId");
        Lawful.Must(await (await demo.SecondOfficer).ConfirmArrangement(recorded));

        Assert.Equal(["lastDay", "reason"], Fields(await officer.EndArrangement(recorded, null, " ")));
        Assert.Equal(["lastDay"], Fields(await officer.EndArrangement(recorded, new DateOnly(2031, 1, 1), "Late.")));
        Lawful.Must(await officer.EndArrangement(recorded, new DateOnly(2030, 12, 31), "It is not renewed."));
    }

    private static async Task<Guid> GrantedUnderTheArrangement(RunningDemo demo)
    {
        var path = DossierFile.Enclosed().Single(p => p.Contains("06-", StringComparison.Ordinal));
        var outcome = await new CaseJourney(demo.Door, TextWriter.Null).Run(DossierFile.Read(path, demo.Today));
        Assert.True(outcome.IsAsWritten);
        return outcome.CaseId!.Value;
    }

    private static async Task<Guid> OnRecord(RunningDemo demo) =>
        Lawful
            .Must(await (await demo.Officer).Arrangements())["items"]
            .EnumerateArray()
            .Single(a =>
                !a.TryGetProperty("endedBy", out _)
                && a.GetProperty("arrangement")
                    .GetProperty("clause")
                    .GetString()!
                    .StartsWith("Art. 7(2)", StringComparison.Ordinal)
            )
            .GetProperty("id")
            .GetGuid();

    private static Func<JsonElement, bool> Is(Guid id) => view => view.GetProperty("id").GetGuid() == id;

    private static IEnumerable<string> Fields(Answer refused)
    {
        Assert.Equal(400, refused.Status);
        return refused.Refusal!.Errors.Keys.Order(StringComparer.Ordinal);
    }

    private static JsonObject Arrangement() =>
        new()
        {
            ["landlockedState"] = "QQ",
            ["gateway"] = "QP",
            ["instrument"] = "Transit agreement",
            ["clause"] = "Art. 3",
            ["goods"] = new JsonArray("firearm"),
            ["directions"] = new JsonArray("inbound"),
            ["from"] = "2020-01-01",
        };
}
