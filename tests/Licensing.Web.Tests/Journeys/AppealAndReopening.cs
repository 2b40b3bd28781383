using Licensing.Journey;

namespace Licensing.Web.Tests.Journeys;

/// <summary>A refusal is contested once by the applicant, or thought better of by the authority.</summary>
public abstract class AppealAndReopening(RunningDemo demo) : JourneyTests(demo)
{
    [Fact]
    public async Task An_applicant_appeals_and_other_officers_grant_what_was_refused()
    {
        var open = await Refused();
        Assert.Equal("refused: Refused, open to appeal", await open.Stands());
        Assert.True((await open.AsApplicant()).GetProperty("mayAppeal").GetBoolean());

        Lawful.Must(await (await demo.Halden).Appeal(open.Id, "The buyers are named in the contract."));

        Assert.Equal("open: With a licensing officer", await open.Stands());
        var reopening = (await open.AsOfficer()).GetProperty("reopening");
        Assert.Equal("The buyers are named in the contract.", reopening.Word("because"));
        Assert.True(reopening.GetProperty("onAppeal").GetBoolean());
        foreach (var before in new[] { await demo.Officer, await demo.Senior })
            Assert.Equal(422, (await open.Recommend(before)).Status);
        Lawful.Must(await open.Recommend(await demo.SecondOfficer));
        Assert.Equal(422, (await open.Decide(await demo.Senior)).Status);
        Lawful.Must(await open.Decide(await demo.OtherSenior));
        Assert.Equal("in-force", await open.LicenceStatus());
        Assert.Equal(2, (await open.History()).Count(line => line.GetProperty("event").GetString() == "Decided"));
    }

    [Fact]
    public async Task A_refusal_upon_an_appeal_is_final()
    {
        var open = await Refused();
        var halden = await demo.Halden;
        Lawful.Must(await halden.Appeal(open.Id, "The buyers are named in the contract."));

        await Refuse(open, await demo.SecondOfficer, await demo.OtherSenior);

        Assert.Equal("refused: Refused", await open.Stands());
        Assert.False((await open.AsApplicant()).GetProperty("mayAppeal").GetBoolean());
        Assert.Equal(409, (await halden.Appeal(open.Id, "Once more.")).Status);
    }

    [Fact]
    public async Task The_last_day_of_the_appeal_counts_and_after_it_the_refusal_is_final()
    {
        await using var fresh = await demo.Another();
        var open = await Refused(fresh);
        var last = fresh.Today.AddDays(30);
        Assert.Equal(Lawful.Day(last), (await open.AsApplicant()).GetProperty("progress").Word("by"));
        fresh.Clock.SetUtcNow(new DateTimeOffset(last, new TimeOnly(20, 0), TimeSpan.Zero));
        await fresh.WakeWhatIsDue();
        Assert.True((await open.AsApplicant()).GetProperty("mayAppeal").GetBoolean());

        await fresh.Pass(last);

        Assert.Equal("refused: Refused", await open.Stands());
        Assert.Equal(409, (await (await fresh.Halden).Appeal(open.Id, "Too late.")).Status);
        Assert.Equal(409, (await (await fresh.Senior).Reopen(open.Id, "Too late.")).Status);
    }

    [Fact]
    public async Task After_its_last_day_no_appeal_is_taken_even_before_anybody_has_noted_it()
    {
        await using var fresh = await demo.Another();
        var open = await Refused(fresh);
        fresh.Clock.SetUtcNow(new DateTimeOffset(fresh.Today.AddDays(31), new TimeOnly(9, 0), TimeSpan.Zero));

        Assert.Equal("period-over", (await (await fresh.Halden).Appeal(open.Id, "Too late.")).Refusal!.Code);
        Assert.Equal("period-over", (await (await fresh.Senior).Reopen(open.Id, "Too late.")).Refusal!.Code);
    }

    [Fact]
    public async Task Once_refused_nothing_falls_due_but_the_appeal()
    {
        var open = await Refused();

        await using var db = demo.OpenDatabase();
        var due = Assert.Single(db.DueTimes.Where(d => d.CaseId == open.Id && d.SettledAt == null));
        Assert.Equal(Casework.Storage.DueKind.Appeal, due.Kind);
    }

    [Fact]
    public async Task After_an_appeal_the_applicant_sees_where_the_case_stands_also_where_a_State_has_objected()
    {
        var open = await new Lawful(demo) { Through = ["QP"] }.Confirmed();
        Lawful.Must(await (await demo.Of("qp")).ObjectToTransit(await open.TransitRequest("QP"), "Not now."));
        await Refuse(open, await demo.Officer, await demo.Senior);

        Lawful.Must(await (await demo.Halden).Appeal(open.Id, "Portavia has misread the route."));

        var progress = (await open.AsApplicant()).GetProperty("progress");
        Assert.NotEqual("Refused, open to appeal", progress.Word("step"));
    }

    [Fact]
    public async Task Whoever_gives_up_an_appeal_has_been_refused()
    {
        var open = await Refused();
        var halden = await demo.Halden;
        Lawful.Must(await halden.Appeal(open.Id, "The buyers are named in the contract."));

        Lawful.Must(await halden.Withdraw(open.Id, "It takes too long."));

        Assert.StartsWith("refused: ", await open.Stands(), StringComparison.Ordinal);
        Assert.Equal("refuse", (await open.AsApplicant()).GetProperty("decision").Word("verdict"));
    }

    [Fact]
    public async Task The_period_for_the_decision_begins_anew_with_the_appeal()
    {
        await using var fresh = await demo.Another();
        var open = await Refused(fresh);
        fresh.Clock.Advance(TimeSpan.FromDays(10));

        Lawful.Must(await (await fresh.Halden).Appeal(open.Id, "The buyers are named in the contract."));

        // Sixty working days of Meridia after Sunday 7 March 2027.
        var clock = (await open.AsOfficer()).GetProperty("progress").GetProperty("clock");
        Assert.StartsWith(
            "day 0 of 60 working days: started 2027-03-07",
            clock.Word("explanation"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_senior_officer_reopens_a_refused_case_with_a_reason_and_the_same_officers_may_go_on()
    {
        var open = await Refused();
        var reason = "New information has come.";
        Assert.Equal(403, (await (await demo.Officer).Reopen(open.Id, reason)).Status);
        Assert.Equal(400, (await (await demo.Senior).Reopen(open.Id, " ")).Status);

        Lawful.Must(await (await demo.Senior).Reopen(open.Id, reason));

        Lawful.Must(await open.Recommend());
        Lawful.Must(await open.Decide());
        Assert.Equal("in-force", await open.LicenceStatus());
    }

    [Fact]
    public async Task Only_the_applicant_appeals_and_only_against_a_refusal()
    {
        var open = await new Lawful(demo).WithOfficer();
        Assert.Equal(409, (await (await demo.Halden).Appeal(open.Id, "Too early.")).Status);
        await Refuse(open, await demo.Officer, await demo.Senior);

        Assert.Equal(404, (await (await demo.Brevik).Appeal(open.Id, "Not mine.")).Status);
        Assert.Equal(403, (await (await demo.Officer).Appeal(open.Id, "Not mine.")).Status);
        var empty = await (await demo.Halden).Appeal(open.Id, " ");
        Assert.Equal((400, "grounds"), (empty.Status, Assert.Single(empty.Refusal!.Errors.Keys)));
        Assert.Equal("refused: Refused, open to appeal", await open.Stands());
    }

    [Fact]
    public async Task An_importer_appeals_as_well()
    {
        var import = await new Import(demo).Submitted();
        await import.Decided("refuse", "The end use is not credible.", ["end-use-not-credible"]);

        Lawful.Must(await (await import.Importer).Appeal(import.Id, "Here are the buyers."));

        Assert.Equal("open: With a licensing officer", await import.Stands());
        var before = await (await import.Officer).Recommend(
            import.Id,
            await import.Seen(),
            new Recommendation("grant", "All is met.")
        );
        Assert.Equal(422, before.Status);
    }

    private Task<OpenCase> Refused() => Refused(demo);

    private static async Task<OpenCase> Refused(RunningDemo demo)
    {
        var open = await new Lawful(demo).WithOfficer();
        await Refuse(open, await demo.Officer, await demo.Senior);
        return open;
    }

    private static async Task Refuse(OpenCase open, Desk officer, Desk senior)
    {
        var recommendation = new Recommendation("refuse", "Who buys them is not known.", ["end-use-not-credible"]);
        Lawful.Must(await officer.Recommend(open.Id, await open.Seen(), recommendation));
        Lawful.Must(
            await senior.Decide(open.Id, await open.Seen(), "refuse", "Who buys them is not known: name the buyers.")
        );
    }
}
