using Licensing.Journey;

namespace Licensing.Web.Tests.Journeys;

public abstract class ActsTwiceAndAtOnce(RunningDemo demo) : JourneyTests(demo)
{
    [Fact]
    public async Task The_same_act_sent_twice_under_one_key_is_done_once_and_answered_alike()
    {
        var open = await new Lawful(demo).BeforeDecision();
        var (senior, seen) = (await demo.Senior, await open.Seen());
        var key = Guid.NewGuid().ToString();

        var first = Lawful.Must(await senior.Decide(open.Id, seen, "grant", null, key));
        var second = Lawful.Must(await senior.Decide(open.Id, seen, "grant", null, key));

        Assert.Equal(first.Json.GetRawText(), second.Json.GetRawText());
        Assert.Single(await open.History(), line => line.GetProperty("event").GetString() == "Decided");
        Assert.Single(await open.History(), line => line.GetProperty("event").GetString() == "LicenceIssued");
    }

    [Fact]
    public async Task The_same_act_sent_many_times_at_once_under_one_key_is_done_once()
    {
        var (exporter, key) = (await demo.Halden, Guid.NewGuid().ToString());
        var application = new Lawful(demo).Application();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 5).Select(_ => exporter.Begin(application.DeepClone(), key))
        );

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Single(answers.Select(answer => answer.Id("applicationId")).Distinct());
    }

    [Fact]
    public async Task A_key_cannot_be_used_for_another_act()
    {
        var (exporter, key) = (await demo.Halden, Guid.NewGuid().ToString());
        Lawful.Must(await exporter.Begin(new Lawful(demo).Application(), key));

        var answer = await exporter.Begin(new Lawful(demo).Application(), key);

        Assert.Equal((422, "idempotency-key-reused"), (answer.Status, answer.Refusal!.Code));
    }

    [Fact]
    public async Task A_key_of_one_person_means_nothing_for_another()
    {
        var key = Guid.NewGuid().ToString();
        var application = new Lawful(demo).Application();

        var one = Lawful.Must(await (await demo.Halden).Begin(application.DeepClone(), key));
        var other = Lawful.Must(await (await demo.Brevik).Begin(application.DeepClone(), key));

        Assert.NotEqual(one.Id("applicationId"), other.Id("applicationId"));
    }

    [Fact]
    public async Task Of_two_officers_who_decide_at_once_one_does_and_one_learns_that_it_has_changed()
    {
        var open = await new Lawful(demo).BeforeDecision();
        var (one, other, seen) = (await demo.Senior, await demo.OtherSenior, await open.Seen());

        var answers = await Task.WhenAll(
            one.Decide(open.Id, seen, "grant", null),
            other.Decide(open.Id, seen, "grant", null)
        );

        Assert.Equal([200, 409], answers.Select(a => a.Status).Order());
        await using var db = demo.OpenDatabase();
        Assert.Single(db.Licences, licence => licence.CaseId == open.Id);
    }

    [Fact]
    public async Task Of_two_licences_that_want_the_same_rest_at_once_only_one_is_issued()
    {
        var first = new Lawful(demo) { Quantity = 30 };
        var one = await first.BeforeDecision();
        var two = await new Lawful(demo) { Quantity = 30, Number = first.Number }.BeforeDecision();
        var (senior, other) = (await demo.Senior, await demo.OtherSenior);
        var (seenOne, seenTwo) = (await one.Seen(), await two.Seen());

        var answers = await Task.WhenAll(
            senior.Decide(one.Id, seenOne, "grant", null),
            other.Decide(two.Id, seenTwo, "grant", null)
        );

        await using var db = demo.OpenDatabase();
        var issued = Assert.Single(db.Licences, licence => licence.CaseId == one.Id || licence.CaseId == two.Id);
        if (demo.MovesAtOnce)
        {
            Assert.Equal([200, 422], answers.Select(a => a.Status).Order());
            Assert.Equal(
                ["authorisation-quantity-left"],
                answers.Single(a => !a.IsDone).Refusal!.Findings.Select(f => f.Rule)
            );
            return;
        }
        // Both may have been decided before the first licence was issued: then the second is not, and the case is back on the desk.
        var loser = issued.CaseId == one.Id ? two : one;
        Assert.Contains(
            await loser.Stands(),
            new[] { "open: With a licensing officer", "open: With a second officer for decision" }
        );
    }

    [Fact]
    public async Task What_an_officer_did_not_see_cannot_be_decided_on()
    {
        var open = await new Lawful(demo) { Through = ["QP"] }.WithOfficer();
        var seen = await open.Seen();
        var other = open.Lawful.Notice();
        other["conditions"] = new System.Text.Json.Nodes.JsonArray("By day only.");
        await open.Notify("QP", other);

        var recommendation = new Recommendation("grant", "As seen before.");
        var answer = await (await demo.Officer).Recommend(open.Id, seen, recommendation);

        Assert.Equal(409, answer.Status);
        Assert.Equal("open: With a licensing officer", await open.Stands());
    }

    [Fact]
    public async Task Of_two_who_save_a_draft_the_second_overwrites_nothing()
    {
        var (exporter, lawful) = (await demo.Halden, new Lawful(demo));
        var (id, version) = await lawful.Drafted(exporter);
        var (mine, theirs) = (lawful.Application(), lawful.Application());
        mine["endUseStatement"] = "Mine.";
        theirs["endUseStatement"] = "Theirs.";

        var first = await exporter.Change(id, version, mine);
        var second = await exporter.Change(id, version, theirs);

        Assert.Equal((200, 409), (first.Status, second.Status));
        var draft = (await exporter.Draft(id))["draft"];
        Assert.Equal("Mine.", draft.GetProperty("endUseStatement").GetString());
    }
}
