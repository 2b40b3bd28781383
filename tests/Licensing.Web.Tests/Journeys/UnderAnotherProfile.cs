using System.Text.Json;
using Licensing.Domain.States;
using Licensing.Journey;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Web.Tests.Journeys;

/// <summary>Cases of an authority whose profile is not <c>protocol</c>. Each test has a demo of its own, because it moves the clock and changes the
/// law.</summary>
public abstract class UnderAnotherProfile(RunningDemo first) : JourneyTests(first)
{
    private const string Confidential = "CONFIDENTIAL-REASON-OF-A-STATE";

    // From Thursday 25 February 2027: 26 is 1, 1-5 March 6, 8-12 11, 15-18 15; 19 March is Foundation Day; 22-26 March 20.
    private static readonly DateOnly Last = new(2027, 3, 26);

    [Fact]
    public async Task A_licence_is_issued_on_silence_and_suspended_when_the_State_objects_after_all()
    {
        await using var demo = await Start();
        var open = await new Lawful(demo) { Through = ["QP", "QR"] }.Confirmed();
        await demo.SendMail();
        await open.Notify("QR", open.Lawful.Notice());
        var there = await demo.Of("qp");
        var request = await open.TransitRequest("QP");
        var asked = Lawful.Must(await there.Request(request)).Json;
        Assert.Equal(Lawful.Day(Last), asked.GetProperty("summary").GetProperty("lastDay").GetString());
        var told = asked.GetProperty("transit").GetProperty("silence");
        Assert.Equal(Lawful.Day(Last), told.GetProperty("lastDay").GetString());
        Assert.Contains(
            "to be checked before legal use",
            told.GetProperty("instrument").GetString(),
            StringComparison.Ordinal
        );

        // One minute to midnight in Meridia, which is an hour ahead of UTC.
        demo.Clock.SetUtcNow(new DateTimeOffset(2027, 3, 26, 22, 59, 0, TimeSpan.Zero));
        await demo.WakeWhatIsDue();
        Assert.Equal("open: Waiting for the transit States", await open.Stands());
        Assert.Equal("silent", Transit(await open.AsOfficer(), "QP").GetProperty("standing").GetString());

        await demo.Pass(Last);

        Assert.Equal("open: With a licensing officer", await open.Stands());
        Assert.Equal("deemed", Transit(await open.AsOfficer(), "QP").GetProperty("standing").GetString());
        Assert.Equal("no-objection", Transit(await open.AsOfficer(), "QR").GetProperty("standing").GetString());
        var seen = (await open.AsApplicant()).GetProperty("clearances").EnumerateArray().Single(IsTransitOf("QP"));
        Assert.Equal("2027-03-27", seen.GetProperty("deemed").GetProperty("on").GetString());
        Lawful.Must(await open.Recommend());
        Lawful.Must(await open.Decide());
        var licence = (await open.AsOfficer()).GetProperty("licence");
        var deemed = Assert.Single(licence.GetProperty("content").GetProperty("deemed").EnumerateArray());
        Assert.Equal("QP", deemed.GetProperty("state").GetString());
        Assert.Equal("2027-03-27", deemed.GetProperty("on").GetString());
        var number = licence.GetProperty("number").GetString()!;
        var found = Lawful.Must(await (await demo.Customs).LookUpLicence(number));
        Assert.Single(found["content"].GetProperty("deemed").EnumerateArray());
        // Once when its last day had passed, once when the licence was issued on it.
        Assert.Equal(
            2,
            (await open.Happened()).Count(s =>
                s.Contains(
                    "took QP, which has given no notice in writing, to have no objection: deemed on 2027-03-27 under Regulation",
                    StringComparison.Ordinal
                )
            )
        );

        // Asked again, it keeps what it has been taken for, and nobody is asked in vain.
        Lawful.Must(await (await demo.Officer).AskAgain(open.Id, "transit-states", "To be sure."));
        Assert.Equal(request, await open.TransitRequest("QP"));
        Assert.Equal("in-force", await open.LicenceStatus());

        Lawful.Must(await there.ObjectToTransit(request, Confidential));

        Assert.Equal("suspended", await open.LicenceStatus());
        var applicant = await open.AsApplicant();
        Assert.Equal(
            "there is no notice of no objection of QP in force.",
            applicant.GetProperty("licence").GetProperty("suspendedBecause").GetString()
        );
        Assert.DoesNotContain(Confidential, applicant.GetRawText(), StringComparison.Ordinal);
        // No silence undoes a no: neither that before it nor that after the next request.
        Lawful.Must(await (await demo.Officer).AskAgain(open.Id, "transit-states", "It has objected."));
        await demo.SendMail();
        await demo.Pass(demo.Today.AddDays(30));
        Assert.Equal("objected", Transit(await open.AsOfficer(), "QP").GetProperty("standing").GetString());
        Lawful.Must(await (await demo.Officer).ProposeReinstatement(open.Id, "Nobody has said anything since."));
        var refused = await (await demo.Senior).ReinstateLicence(open.Id, await open.Seen());
        Assert.Equal(422, refused.Status);
        Assert.Contains(refused.Refusal!.Findings, f => f.Rule == "transit-state-has-not-objected");
    }

    [Fact]
    public async Task Goods_that_left_on_silence_are_called_back_when_the_State_objects()
    {
        await using var demo = await Start();
        var open = await new Lawful(demo) { Through = ["QP"] }.Confirmed();
        await demo.SendMail();
        await demo.Pass(Last);
        Lawful.Must(await open.Recommend());
        Lawful.Must(await open.Decide());
        var shipment = await open.Shipped(1, 10);

        Lawful.Must(await (await demo.Of("qp")).ObjectToTransit(await open.TransitRequest("QP"), Confidential));

        Assert.Equal("suspended", await open.LicenceStatus());
        Assert.NotEmpty((await open.ShipmentSeen(shipment)).GetProperty("recalls").EnumerateArray());
    }

    [Fact]
    public async Task A_new_licence_in_the_place_of_one_that_a_State_objected_to_is_not_issued_on_its_silence()
    {
        await using var demo = await Start();
        var open = await new Lawful(demo) { Through = ["QP"] }.Confirmed();
        await demo.SendMail();
        await demo.Pass(Last);
        Lawful.Must(await open.Recommend());
        Lawful.Must(await open.Decide());
        Lawful.Must(await (await demo.Of("qp")).ObjectToTransit(await open.TransitRequest("QP"), Confidential));

        var changed = await open.Changed(draft => draft["endUseStatement"] = "For sale to sport shooters.");
        await demo.SendMail();
        await demo.Pass(demo.Today.AddDays(32));

        Assert.Equal("open: With a licensing officer", await changed.Stands());
        Assert.Equal("silent", Transit(await changed.AsOfficer(), "QP").GetProperty("standing").GetString());
        var refused = await changed.Recommend();
        Assert.Contains(refused.Refusal!.Findings, f => f.Rule == "transit-state-has-not-objected");
    }

    [Fact]
    public async Task An_acknowledgement_leaves_the_silence_as_it_is_and_a_remark_breaks_it()
    {
        await using var demo = await Start();
        var open = await new Lawful(demo) { Through = ["QP", "QR"] }.Confirmed();
        await demo.SendMail();
        Lawful.Must(await (await demo.Of("qp")).Acknowledge(await open.TransitRequest("QP")));
        Lawful.Must(
            await (await demo.Of("qr")).AnswerRequest(
                await open.TransitRequest("QR"),
                "acknowledgement",
                new { reason = "Which container?" }
            )
        );

        await demo.Pass(Last);

        var file = await open.AsOfficer();
        Assert.Equal("deemed", Transit(file, "QP").GetProperty("standing").GetString());
        Assert.Equal("silent", Transit(file, "QR").GetProperty("standing").GetString());
        var refused = await open.Recommend();
        Assert.Equal(422, refused.Status);
        Assert.Contains("has not been silent", Assert.Single(refused.Refusal!.Findings).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_keeps_the_law_that_it_was_opened_under_and_the_next_one_has_the_next()
    {
        await using var demo = await Start();
        // Thursday 8 February 2029: 9 is 1, 12-16 6, 19-23 11, 26 February to 2 March 16, 5-8 20.
        demo.Clock.SetUtcNow(new DateTimeOffset(2029, 2, 8, 9, 0, 0, TimeSpan.Zero));
        var before = await new Lawful(demo) { Through = ["QP"] }.Confirmed();
        await demo.SendMail();

        demo.Clock.SetUtcNow(new DateTimeOffset(2029, 2, 11, 9, 0, 0, TimeSpan.Zero));
        var onItsLastDay = await new Lawful(demo).Submitted();
        demo.Clock.SetUtcNow(new DateTimeOffset(2029, 2, 12, 9, 0, 0, TimeSpan.Zero));
        var after = await new Lawful(demo).Submitted();

        Assert.Equal("eu-258-2012 1", await ProfileOf(demo, before.Id));
        Assert.Equal("eu-258-2012 1", await ProfileOf(demo, onItsLastDay.Id));
        Assert.Equal("eu-2025-41 1", await ProfileOf(demo, after.Id));
        await demo.Pass(new DateOnly(2029, 3, 8));
        var deemed = Transit(await before.AsOfficer(), "QP").GetProperty("asDeemed");
        Assert.Equal("2029-03-09", deemed.GetProperty("on").GetString());
        Assert.StartsWith(
            "Regulation (EU) No 258/2012",
            deemed.GetProperty("instrument").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_import_authorisation_without_a_last_day_does_where_the_law_says_so()
    {
        await using var demo = await Start();
        var open = await Undated(demo);
        Lawful.Must(await open.Recommend());
        Lawful.Must(await open.Decide());
        var licence = (await open.AsOfficer()).GetProperty("licence");
        Assert.Equal(Lawful.Day(demo.Today.AddDays(365)), licence.GetProperty("expiresOn").GetString());

        await using var strict = await first.Another();
        var refused = await (await Undated(strict)).Recommend();
        Assert.Equal("authorisation-bears-last-day", Assert.Single(refused.Refusal!.Findings).Rule);
    }

    [Fact]
    public async Task Sundmark_shows_a_State_that_need_not_give_notice_and_one_whose_silence_will_count()
    {
        await using var demo = await first.Another();
        var path = DossierFile.Enclosed().Single(p => p.Contains("16-", StringComparison.Ordinal));
        var outcome = await new CaseJourney(demo.Door, TextWriter.Null).Run(DossierFile.Read(path, demo.Today));
        var file = Lawful.Must(await (await demo.Door.SignIn("officer@qs.example")).Case(outcome.CaseId!.Value)).Json;
        var findings = file.GetProperty("findings").EnumerateArray().ToList();
        var exempt = findings.Single(f => IsTransitFinding(f, "QY"));
        Assert.True(exempt.GetProperty("isMet").GetBoolean());
        Assert.StartsWith(
            "QY need not give notice: ",
            exempt.GetProperty("text").GetString(),
            StringComparison.Ordinal
        );
        Assert.False(findings.Single(f => IsTransitFinding(f, "QP")).GetProperty("isMet").GetBoolean());
    }

    private static async Task<OpenCase> Undated(RunningDemo demo)
    {
        var lawful = new Lawful(demo);
        var confirmation = lawful.Confirmation();
        confirmation.Remove("expiresOn");
        confirmation["noLastDay"] = true;
        return await lawful.WithOfficer(confirmation);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_State_with_a_case_of_its_own_is_silent_only_if_it_asks_nothing(bool asks)
    {
        await using var demo = await Start();
        var open = await new Lawful(demo) { Through = ["QT"] }.Confirmed();
        var officer = await demo.Door.SignIn("officer@qt.example");
        Guid id;
        await using (var db = demo.OpenDatabase())
            id = (
                await db.Cases.SingleAsync(c => c.AskedInCaseId == open.Id, TestContext.Current.CancellationToken)
            ).Id;
        // It has arrived on the day of the request: nobody can say that it was not sent.
        Lawful.Must(await officer.AcknowledgeRequest(id));
        if (asks)
            Lawful.Must(await officer.AskExportingState(id, "Who escorts the goods?"));

        await demo.Pass(Last);

        var standing = Transit(await open.AsOfficer(), "QT").GetProperty("standing").GetString();
        Assert.Equal(asks ? "silent" : "deemed", standing);
        Assert.Equal(asks ? 422 : 200, (await open.Recommend()).Status);
    }

    [Fact]
    public async Task A_no_to_another_change_of_the_licence_is_no_silence()
    {
        await using var demo = await Start();
        var open = await new Lawful(demo) { Through = ["QP"], NoticeFrom = demo.Today }.Granted();
        var first = await open.Changed(draft => draft["endUseStatement"] = "For sale to sport shooters.");
        Lawful.Must(await (await demo.Of("qp")).ObjectToTransit(await first.TransitRequest("QP"), Confidential));
        Lawful.Must(await (await demo.Halden).Withdraw(first.Id, "Not needed."));

        var second = await open.Changed(draft => draft["endUseStatement"] = "For sale to sport shooters.");
        await demo.SendMail();
        await demo.Pass(Last.AddDays(10));

        Assert.NotEqual("deemed", Transit(await second.AsOfficer(), "QP").GetProperty("standing").GetString());
        Assert.Equal(422, (await second.Recommend()).Status);
    }

    private async Task<RunningDemo> Start()
    {
        var demo = await first.Another();
        await using var db = demo.OpenDatabase();
        var meridia = Country.Parse("QM");
        await db
            .States.Where(s => s.Code == meridia)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Profile, "eu-258-2012"));
        return demo;
    }

    private static async Task<string> ProfileOf(RunningDemo demo, Guid id)
    {
        await using var db = demo.OpenDatabase();
        var found = await db.Cases.SingleAsync(c => c.Id == id);
        return $"{found.Profile} {found.ProfileVersion}";
    }

    private static JsonElement Transit(JsonElement file, string state) =>
        file.GetProperty("transit").EnumerateArray().Single(t => t.GetProperty("state").GetString() == state);

    private static Func<JsonElement, bool> IsTransitOf(string state) =>
        c => c.GetProperty("state").GetString() == state && c.GetProperty("about").GetString() == "Transit";

    private static bool IsTransitFinding(JsonElement finding, string state) =>
        finding.GetProperty("rule").GetString() == "transit-state-has-not-objected"
        && finding.GetProperty("subject").GetString() == state;
}
