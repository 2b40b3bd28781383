using System.Text.Json;
using System.Text.Json.Nodes;
using Licensing.Journey;

namespace Licensing.Web.Tests.Journeys;

/// <summary>Tarnland works in the system: what it is asked is a case of its own authority, and its officers answer it there.</summary>
public abstract class TransitCases(RunningDemo demo) : JourneyTests(demo)
{
    private const string Confidential = "A strike in the port of Tarn is expected.";

    private Task<Desk> TransitOfficer => demo.Door.SignIn("officer@qt.example");
    private Task<Desk> TransitSenior => demo.Door.SignIn("senior@qt.example");

    [Fact]
    public async Task A_request_is_acknowledged_questioned_and_answered_under_conditions_by_two_officers()
    {
        var open = await Asked();
        var (id, officer) = (await Case(open), await TransitOfficer);
        var found = await Seen(id);
        Assert.Equal(open.Number, found.GetProperty("requestNumber").GetString()!.Split('/')[0]);
        Assert.Equal(
            open.Lawful.Number,
            found.GetProperty("request").GetProperty("importLicences")[0].GetProperty("number").GetString()
        );
        Assert.Equal(
            ["officer2@qt.example", "officer@qt.example", "senior2@qt.example", "senior@qt.example"],
            await Told(id, "A request for notice of no objection to a transit")
        );

        Lawful.Must(await officer.AcknowledgeRequest(id, "By Friday."));
        Assert.Equal("already-acknowledged", (await officer.AcknowledgeRequest(id)).Text("code"));
        Assert.True((await Clearance(open)).GetProperty("isAcknowledged").GetBoolean());
        Assert.Equal("silent", (await Clearance(open)).GetProperty("standing").GetString());

        var question = Lawful.Must(await officer.AskExportingState(id, "Who escorts the goods?")).Id("created");
        Lawful.Must(await (await demo.Officer).AnswerTransitState(open.Id, question, "Kestrel Secure Haulage."));
        Assert.Equal(409, (await (await demo.SecondOfficer).AnswerTransitState(open.Id, question, "Nobody.")).Status);
        var exchange = (await Seen(id)).GetProperty("exchange").EnumerateArray().ToList();
        Assert.Equal("Kestrel Secure Haulage.", Content(exchange[^1]).GetProperty("text").GetString());

        Lawful.Must(await officer.RecommendNotice(id, await Version(id), NoObjection(open), "Nothing known."));
        Assert.Equal(403, (await officer.DecideNotice(id, await Version(id))).Status);
        Assert.Equal("open: Waiting for the transit States", await open.Stands());
        Lawful.Must(await (await TransitSenior).DecideNotice(id, await Version(id)));

        Assert.Equal("granted: Notice of no objection in force", await Stands(id));
        Assert.Equal("no-objection", (await Clearance(open)).GetProperty("standing").GetString());
        Assert.Equal("open: With a licensing officer", await open.Stands());
        Lawful.Must(await open.Recommend());
        Lawful.Must(await open.Decide());
        Assert.Contains(
            await open.Conditions(),
            c => c.Contains("The container stays sealed.", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Nobody_gives_the_answer_that_they_recommended()
    {
        var open = await Asked();
        var (id, senior) = (await Case(open), await TransitSenior);
        Lawful.Must(await senior.RecommendNotice(id, await Version(id), NoObjection(open), "Nothing known."));

        Assert.Equal(422, (await senior.DecideNotice(id, await Version(id))).Status);
        Assert.Equal("silent", (await Clearance(open)).GetProperty("standing").GetString());

        var other = await demo.Door.SignIn("senior2@qt.example");
        Lawful.Must(await other.Return(id, await Version(id), "Under which conditions?"));
        Assert.Equal("open: With a licensing officer", await Stands(id));
        Lawful.Must(await senior.RecommendNotice(id, await Version(id), NoObjection(open), "As before."));
        Lawful.Must(await other.DecideNotice(id, await Version(id)));
        Assert.Equal("no-objection", (await Clearance(open)).GetProperty("standing").GetString());
    }

    [Fact]
    public async Task An_objection_keeps_the_licence_from_being_issued_and_its_reason_from_the_applicant()
    {
        var open = await Asked();
        var id = await Case(open);
        await Answer(id, Objection());

        Assert.Equal("refused: Objected", await Stands(id));
        Assert.Equal("objected", (await Clearance(open)).GetProperty("standing").GetString());
        Assert.Equal(Confidential, (await Clearance(open)).GetProperty("reason").GetString());
        Assert.Equal(422, (await open.Recommend()).Status);
        Assert.DoesNotContain(Confidential, (await open.AsApplicant()).GetRawText(), StringComparison.Ordinal);

        // Asked again, the same case goes on, with a clock of its own anew.
        Lawful.Must(await (await demo.Officer).AskAgain(open.Id, "transit-states", "The strike is over."));
        Assert.Equal(id, await Case(open));
        Assert.Equal("open: With a licensing officer", await Stands(id));
        await Answer(id, NoObjection(open));
        Assert.Equal("no-objection", (await Clearance(open)).GetProperty("standing").GetString());
        Lawful.Must(await open.Recommend());
        Lawful.Must(await open.Decide());
    }

    [Fact]
    public async Task A_State_thinks_better_of_its_objection_of_its_own_motion()
    {
        var open = await Asked();
        var id = await Case(open);
        await Answer(id, Objection());

        Assert.Equal(403, (await (await TransitOfficer).Reopen(id, "The strike is over.")).Status);
        Lawful.Must(await (await TransitSenior).Reopen(id, "The strike is over."));
        Assert.Equal("objected", (await Clearance(open)).GetProperty("standing").GetString());
        await Answer(id, NoObjection(open));

        Assert.Equal("no-objection", (await Clearance(open)).GetProperty("standing").GetString());
    }

    [Fact]
    public async Task A_withdrawal_after_issue_suspends_the_licence_at_once()
    {
        var open = await Granted();
        var id = await Case(open);

        Lawful.Must(await (await TransitOfficer).WithdrawOwnNotice(id, Confidential));

        Assert.Equal("suspended", await open.LicenceStatus());
        Assert.Equal("refused: Objected", await Stands(id));
        Assert.False((await Seen(id)).TryGetProperty("notice", out _));
        Assert.Equal(409, (await (await TransitOfficer).WithdrawOwnNotice(id, Confidential)).Status);
        Assert.DoesNotContain(Confidential, (await open.AsApplicant()).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_State_says_yes_in_its_case_and_nowhere_else()
    {
        var open = await Asked();
        var (id, request) = (await Case(open), await open.TransitRequest("QT"));
        var correspondent = await demo.Of("qt");

        Assert.Empty(Lawful.Must(await correspondent.Request(request))["mayGive"].EnumerateArray());
        foreach (
            var answer in new[]
            {
                await correspondent.Acknowledge(request),
                await correspondent.GiveNotice(request, open.Lawful.Notice()),
                await correspondent.ObjectToTransit(request, Confidential),
                await Recorded(open, request, NoObjection(open)),
            }
        )
            Assert.Equal((422, "answered-in-its-own-case"), (answer.Status, answer.Text("code")));
        Assert.Equal("silent", (await Clearance(open)).GetProperty("standing").GetString());

        // A no on paper can only stop something: it is taken, and the State's own case moves with it.
        await Answer(id, NoObjection(open));
        var recorded = Lawful.Must(await Recorded(open, request, Objection()));
        Lawful.Must(await (await demo.SecondOfficer).ConfirmRecorded(open.Id, recorded.Id("created")));
        Assert.Equal("objected", (await Clearance(open)).GetProperty("standing").GetString());
        Assert.Equal("refused: Objected", await Stands(id));
    }

    [Fact]
    public async Task A_newer_request_takes_the_place_of_the_one_on_which_somebody_is_about_to_decide()
    {
        var open = await Asked();
        var (id, senior) = (await Case(open), await TransitSenior);
        await Pass(open);
        Lawful.Must(
            await (await TransitOfficer).RecommendNotice(id, await Version(id), NoObjection(open), "Nothing known.")
        );
        var seen = await Version(id);
        Lawful.Must(await (await demo.Officer).AskAgain(open.Id, "transit-states", "Once more."));

        Assert.Equal(409, (await senior.DecideNotice(id, seen)).Status);

        var found = await Seen(id);
        Assert.Equal("open: With a licensing officer", await Stands(id));
        Assert.False(found.GetProperty("isOverdue").GetBoolean());
        Assert.Equal(
            "The exporting State has sent a newer request.",
            found.GetProperty("recommendations")[0].GetProperty("returnedBecause").GetString()
        );
        Assert.Equal("silent", (await Clearance(open)).GetProperty("standing").GetString());
    }

    [Fact]
    public async Task Silence_is_never_consent_and_the_case_is_overdue_to_its_own_authority()
    {
        await using var alone = await demo.Another();
        var there = new Alone(alone);
        var open = await new Lawful(alone) { Through = ["QT"] }.Confirmed();
        var id = await there.Case(open);
        var by = DateOnly.Parse((await there.Seen(id)).GetProperty("progress").GetProperty("by").GetString()!, null);
        Assert.Equal(alone.Today.AddDays(30), by);

        await alone.Pass(by);

        Assert.Equal("open: With a licensing officer", await open.Stands());
        Assert.Equal(422, (await open.Recommend()).Status);
        await open.AssertNoLicence();
        var overdue = await there.Seen(id);
        Assert.True(overdue.GetProperty("isOverdue").GetBoolean());
        var queue = Lawful.Must(await (await alone.Door.SignIn("officer@qt.example")).TransitCases());
        Assert.Equal(Lawful.Day(by), queue["items"][0].GetProperty("lastDay").GetString());
        Assert.Equal("open", queue["items"][0].GetProperty("status").GetString());
        Assert.Contains(
            await there.Happened(id),
            s => s.Contains("last day for the decision (the authority)", StringComparison.Ordinal)
        );
        // It can still answer.
        await there.Answer(id, NoObjection(open));
        Lawful.Must(await open.Recommend());
    }

    [Fact]
    public async Task An_application_that_is_withdrawn_ends_the_case_of_the_transit_State()
    {
        var open = await Asked();
        var id = await Case(open);
        Lawful.Must(
            await (await TransitOfficer).RecommendNotice(id, await Version(id), NoObjection(open), "Nothing known.")
        );
        var seen = await Version(id);

        Lawful.Must(await (await demo.Halden).Withdraw(open.Id, "The buyer has cancelled."));

        Assert.Equal("withdrawn: No longer asked", await Stands(id));
        Assert.Equal(409, (await (await TransitSenior).DecideNotice(id, seen)).Status);
        Assert.Equal(409, (await (await TransitOfficer).AskExportingState(id, "Why?")).Status);
        Assert.DoesNotContain("The buyer has cancelled.", (await Seen(id)).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_that_has_lapsed_ends_the_case_and_another_request_is_another_case()
    {
        await using var alone = await demo.Another();
        var there = new Alone(alone);
        var open = await new Lawful(alone) { Through = ["QT"] }.Confirmed();
        var id = await there.Case(open);
        var last = alone.Today.AddDays(10);
        var shorter = NoObjection(open);
        shorter["noObjection"]!["validFrom"] = Lawful.Day(alone.Today);
        shorter["noObjection"]!["validTo"] = Lawful.Day(last);
        await there.Answer(id, shorter);

        await alone.Pass(last);

        Assert.Equal("granted: Notice lapsed", await there.Stands(id));
        Lawful.Must(await (await alone.Officer).AskAgain(open.Id, "transit-states", "For the days of the passage."));
        var next = await there.Case(open);
        Assert.NotEqual(id, next);
        await there.Answer(next, NoObjection(open));
        Lawful.Must(await open.Recommend());
    }

    [Fact]
    public async Task The_end_of_the_licence_is_the_end_of_the_case()
    {
        var open = await Granted();
        var id = await Case(open);

        Lawful.Must(await (await demo.Halden).SurrenderLicence(open.Id, "The buyer has cancelled."));

        Assert.Equal("granted: Closed", await Stands(id));
        Assert.Empty((await Seen(id)).GetProperty("permittedActs").EnumerateArray());
    }

    [Fact]
    public async Task A_refusal_that_may_be_contested_ends_what_is_undecided_and_leaves_a_notice_that_can_be_withdrawn()
    {
        var (undecided, given) = (await Asked(), await Asked());
        var (first, second) = (await Case(undecided), await Case(given));
        await Answer(second, NoObjection(given));
        await Pass(undecided);
        await Refused(undecided);
        await Refused(given);
        Assert.Equal("withdrawn: No longer asked", await Stands(first));
        Assert.Equal("granted: Notice of no objection in force", await Stands(second));

        Lawful.Must(await (await demo.Halden).Appeal(given.Id, "All States have agreed."));
        Lawful.Must(await (await TransitOfficer).WithdrawOwnNotice(second, Confidential));
        Assert.Equal("withdrawn", (await Clearance(given)).GetProperty("standing").GetString());

        // Asked anew after the appeal, it is another case; a no has a way even while there is none.
        Lawful.Must(await (await demo.Halden).Appeal(undecided.Id, "It has not been asked long enough."));
        var correspondent = await demo.Of("qt");
        var request = await undecided.TransitRequest("QT");
        Assert.Equal(
            "answered-in-its-own-case",
            (await correspondent.GiveNotice(request, undecided.Lawful.Notice())).Text("code")
        );
        Lawful.Must(await correspondent.ObjectToTransit(request, Confidential));
        Lawful.Must(await (await demo.Officer).AskAgain(undecided.Id, "transit-states", "Once more."));
        Assert.NotEqual(first, await Case(undecided));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_notice_that_goes_on_for_another_licence_is_taken_back_where_it_was_given(bool takenBack)
    {
        var open = await Granted();
        var id = await Case(open);
        var changed = await open.Changed(draft =>
        {
            var day = Lawful.Day(open.Lawful.Arrival.AddDays(5));
            (draft["expectedArrivalOn"], draft["route"]![1]!["arrivesOn"]) = (day, day);
        });
        Lawful.Must(await changed.Recommend());
        Lawful.Must(await changed.Decide());
        Assert.Equal(("granted: Closed", "in-force"), (await open.Stands(), await changed.LicenceStatus()));
        Assert.Equal("granted: Notice of no objection in force", await Stands(id));

        if (takenBack)
            Lawful.Must(await (await TransitOfficer).WithdrawOwnNotice(id, Confidential));
        else
            Lawful.Must(await (await demo.Halden).SurrenderLicence(changed.Id, "The buyer has cancelled."));

        Assert.Equal(
            takenBack ? ("suspended", "refused: Objected") : ("surrendered", "granted: Closed"),
            (await changed.LicenceStatus(), await Stands(id))
        );
    }

    [Fact]
    public async Task Each_State_sees_its_own_case_and_nothing_of_the_others()
    {
        var open = await Asked();
        var (id, officer) = (await Case(open), await TransitOfficer);
        Lawful.Must(await (await demo.Officer).Refer(open.Id, "Ministry of Interior", "Is the buyer known?"));

        foreach (var email in (string[])["officer@qm.example", "senior@qm.example", "officer@qn.example"])
            Assert.Equal(404, (await (await demo.Door.SignIn(email)).Transit(id)).Status);
        Assert.Equal(404, (await (await demo.Door.SignIn("officer@qm.example")).CaseHistory(id)).Status);
        Assert.Equal(403, (await (await demo.Halden).Transit(id)).Status);
        Assert.Equal(404, (await (await demo.Halden).MyCase(id)).Status);
        Assert.Equal(404, (await officer.Case(open.Id)).Status);
        Assert.Equal(404, (await officer.CaseHistory(open.Id)).Status);
        // A transit is not read as what it is not.
        Assert.Equal(404, (await officer.Case(id)).Status);
        Assert.Equal(409, (await officer.Recommend(id, await Version(id), new Recommendation("grant", "Yes."))).Status);
        Assert.Equal(409, (await officer.AskApplicant(id, "Why?")).Status);
        var auditor = await demo.Door.SignIn("auditor@qt.example");
        Lawful.Must(await auditor.Read($"/api/auditor/transit/{id}"));
        var told =
            (await Seen(id)).GetRawText()
            + Lawful.Must(await auditor.AuditedHistory(id)).Json.GetRawText()
            + Lawful.Must(await auditor.EverythingThatHappened()).Json.GetRawText();
        // Who set it off, what the exporting State asks others, and what belongs to no case.
        var (halden, importing) = ((await demo.Halden).Person, (await demo.Of("qn")).Person);
        foreach (var secret in (string[])["Ministry of Interior", "EUC-1", halden, importing, "ImportConfirmation"])
            Assert.DoesNotContain(secret, told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_history_of_both_cases_says_who_did_what_for_which_State()
    {
        var open = await Asked();
        var (id, officer) = (await Case(open), await TransitOfficer);
        Lawful.Must(await officer.AskExportingState(id, "Who escorts the goods?"));
        await Answer(id, NoObjection(open));

        var request = (await Seen(id)).GetProperty("requestNumber").GetString();
        var own = await Happened(id);
        Assert.Equal(
            $"The procedure received the request of QM for notice of no objection to a transit (document {request}, Art. 10(2)(b)).",
            own[0]
        );
        Assert.Equal("The procedure moved the case to: With a licensing officer.", own[1]);
        Assert.Contains(own, s => s.Contains("asked QM for QT", StringComparison.Ordinal));
        Assert.Contains(
            own,
            s => s.Contains("recommended to give notice of no objection until", StringComparison.Ordinal)
        );
        foreach (var history in new[] { own, await open.Happened() })
            Assert.Contains(
                history,
                s =>
                    s.Contains(
                        "senior officer of Tarnland, gave notice of no objection for QT",
                        StringComparison.Ordinal
                    ) && s.Contains("“The container stays sealed.”", StringComparison.Ordinal)
            );
        Assert.DoesNotContain(await open.Happened(), s => s.Contains("recommended to give", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("kind", "import-denial", "answer.kind")]
    [InlineData("validTo", "2001-01-01", "answer.noObjection.validTo")]
    [InlineData("modes", null, "answer.noObjection.modes")]
    public async Task What_cannot_be_an_answer_is_told_by_its_field_and_changes_nothing(
        string member,
        string? value,
        string field
    )
    {
        var open = await Asked();
        var (id, officer) = (await Case(open), await TransitOfficer);
        var (seen, answer) = (await Version(id), NoObjection(open));
        if (member == "kind")
            answer["kind"] = value;
        else
            answer["noObjection"]![member] = value is null ? new JsonArray() : value;

        var refused = await officer.RecommendNotice(id, seen, answer, "Nothing known.");

        Assert.Equal(400, refused.Status);
        Assert.Contains(field, refused.Refusal!.Errors.Keys);
        Assert.Equal(seen, await Version(id));
    }

    private async Task<OpenCase> Asked() => await new Lawful(demo) { Through = ["QT"] }.Confirmed();

    private async Task<OpenCase> Granted()
    {
        var open = await Asked();
        await Answer(await Case(open), NoObjection(open));
        Lawful.Must(await open.Recommend());
        Lawful.Must(await open.Decide());
        return open;
    }

    private async Task<IReadOnlyList<string>> Told(Guid id, string subject)
    {
        await using var db = demo.OpenDatabase();
        return [.. db.Notices.Where(n => n.CaseId == id && n.Subject.StartsWith(subject)).Select(n => n.To).Order()];
    }

    // The export case waits for the notices until its own last day; after that its officer may ask again.
    private async Task Pass(OpenCase open)
    {
        Assert.Equal("open: Waiting for the transit States", await open.Stands());
        await using var db = demo.OpenDatabase();
        foreach (
            var due in db.DueTimes.Where(d =>
                d.CaseId == open.Id && d.Kind == Casework.Storage.DueKind.TransitNotices && d.SettledAt == null
            )
        )
            db.Entry(due).Property(d => d.DueAt).CurrentValue = demo.Clock.GetUtcNow().AddMinutes(-1);
        await db.SaveChangesAsync();
        await demo.WakeWhatIsDue();
        Assert.Equal("open: With a licensing officer", await open.Stands());
    }

    private async Task Refused(OpenCase open)
    {
        var refusal = new Recommendation("refuse", "No.", ["national-law"]);
        Lawful.Must(await (await demo.Officer).Recommend(open.Id, await open.Seen(), refusal));
        Lawful.Must(await (await demo.Senior).Decide(open.Id, await open.Seen(), "refuse", "National law."));
    }

    private async Task<Answer> Recorded(OpenCase open, Guid request, JsonObject answer)
    {
        var officer = await demo.Officer;
        var original = await officer.AttachToCase(open.Id, "foreign-answer", "letter.pdf", Journey.Paper.Pdf("Letter"));
        var authorities = await officer.AuthoritiesOf("QT");
        return await officer.RecordAnswer(
            open.Id,
            new JsonObject
            {
                ["requestId"] = request,
                ["answer"] = answer,
                ["datedOn"] = Lawful.Day(demo.Today),
                ["originalId"] = original.Id("documentId"),
                ["senderId"] = authorities["items"][0].GetProperty("id").GetGuid(),
            }
        );
    }

    private Alone Here => new(demo);

    private Task<Guid> Case(OpenCase open) => Here.Case(open);

    private Task<JsonElement> Seen(Guid id) => Here.Seen(id);

    private Task<Guid> Version(Guid id) => Here.Version(id);

    private Task<string> Stands(Guid id) => Here.Stands(id);

    private Task<IReadOnlyList<string>> Happened(Guid id) => Here.Happened(id);

    private Task Answer(Guid id, JsonObject answer) => Here.Answer(id, answer);

    private static JsonObject NoObjection(OpenCase open) =>
        new() { ["kind"] = "no-objection", ["noObjection"] = open.Lawful.Notice() };

    private static JsonObject Objection() => new() { ["kind"] = "objection", ["reason"] = Confidential };

    private static JsonElement Content(JsonElement document) =>
        JsonDocument.Parse(document.GetProperty("content").GetString()!).RootElement;

    private static async Task<JsonElement> Clearance(OpenCase open) =>
        (await open.AsOfficer()).GetProperty("transit").EnumerateArray().Single();

    /// <summary>What the officers of the transit State see and do, in one demo.</summary>
    private sealed class Alone(RunningDemo demo)
    {
        /// <summary>The latest case that the State has of what is asked in that one.</summary>
        public async Task<Guid> Case(OpenCase open) =>
            Lawful
                .Must(await (await demo.Door.SignIn("officer@qt.example")).TransitCases())["items"]
                .EnumerateArray()
                .Last(c =>
                    c.GetProperty("reference").GetString()!.StartsWith(open.Number + "/", StringComparison.Ordinal)
                )
                .GetProperty("id")
                .GetGuid();

        public async Task<JsonElement> Seen(Guid id) =>
            Lawful.Must(await (await demo.Door.SignIn("officer@qt.example")).Transit(id)).Json;

        public async Task<Guid> Version(Guid id) => (await Seen(id)).GetProperty("version").GetGuid();

        public async Task<string> Stands(Guid id)
        {
            var progress = (await Seen(id)).GetProperty("progress");
            return $"{progress.GetProperty("status").GetString()}: {progress.GetProperty("step").GetString()}";
        }

        public async Task<IReadOnlyList<string>> Happened(Guid id) =>
            [
                .. Lawful
                    .Must(await (await demo.Door.SignIn("auditor@qt.example")).AuditedHistory(id))["items"]
                    .EnumerateArray()
                    .Select(line => line.GetProperty("sentence").GetString()!),
            ];

        /// <summary>One officer recommends it, a senior one gives it.</summary>
        public async Task Answer(Guid id, JsonObject answer)
        {
            var officer = await demo.Door.SignIn("officer@qt.example");
            Lawful.Must(await officer.RecommendNotice(id, await Version(id), answer, "Nothing known."));
            var senior = await demo.Door.SignIn("senior@qt.example");
            Lawful.Must(await senior.DecideNotice(id, await Version(id)));
        }
    }
}
