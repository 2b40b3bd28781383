using System.Text.Json;

namespace Licensing.Web.Tests.Journeys;

/// <summary>Each test has a demo of its own, because it moves the clock.</summary>
public abstract class LastDays(RunningDemo first) : JourneyTests(first)
{
    [Fact]
    public async Task The_importing_States_answer_counts_on_the_last_day()
    {
        await using var demo = await Start();
        var open = await new Lawful(demo).Submitted();
        // One minute to midnight in Meridia, which is an hour ahead of UTC.
        demo.Clock.SetUtcNow(new DateTimeOffset(2027, 3, 27, 22, 59, 0, TimeSpan.Zero));
        await demo.WakeWhatIsDue();
        Assert.Equal("open: Waiting for the importing State", await open.Stands());

        await open.Confirm(open.Lawful.Confirmation());

        Assert.Equal("open: With a licensing officer", await open.Stands());
        Assert.DoesNotContain(await open.History(), IsDeadline);
    }

    [Fact]
    public async Task Without_the_importing_States_answer_the_case_goes_to_the_officer_after_the_last_day()
    {
        await using var demo = await Start();
        var open = await new Lawful(demo).Submitted();

        await demo.Pass(new DateOnly(2027, 3, 27));

        Assert.Equal("open: With a licensing officer", await open.Stands());
        var noted = Assert.Single(await open.History(), IsDeadline);
        Assert.Equal(
            "The timetable of Meridia noted that the last day for the importing State's confirmation (QN), "
                + "2027-03-27, has passed without it.",
            noted.GetProperty("sentence").GetString()
        );
    }

    [Fact]
    public async Task A_transit_States_notice_counts_on_the_last_day()
    {
        await using var demo = await Start();
        var open = await new Lawful(demo) { Through = ["QP"] }.Confirmed();
        demo.Clock.SetUtcNow(new DateTimeOffset(2027, 3, 27, 22, 59, 0, TimeSpan.Zero));
        await demo.WakeWhatIsDue();
        Assert.Equal("open: Waiting for the transit States", await open.Stands());

        await open.Notify("QP", open.Lawful.Notice());

        Lawful.Must(await open.Recommend());
        Assert.DoesNotContain(await open.History(), IsDeadline);
    }

    [Fact]
    public async Task A_silent_transit_State_is_named_when_the_last_day_has_passed()
    {
        await using var demo = await Start();
        var open = await new Lawful(demo) { Through = ["QP", "QR"] }.Confirmed();
        await open.Notify("QP", open.Lawful.Notice());

        await demo.Pass(new DateOnly(2027, 3, 27));
        await demo.WakeWhatIsDue();

        Assert.Equal("open: With a licensing officer", await open.Stands());
        var noted = Assert.Single(await open.History(), IsDeadline);
        Assert.EndsWith(
            "the last day for the transit States' notices (QR), 2027-03-27, has passed without it.",
            noted.GetProperty("sentence").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_question_holds_the_recommendation_until_it_is_answered_or_lapses()
    {
        await using var demo = await Start();
        var open = await new Lawful(demo).WithOfficer();
        var lastDay = demo.Today.AddDays(10);
        Lawful.Must(await (await demo.Officer).AskApplicant(open.Id, "Who insures the transport?", lastDay));

        var early = await open.Recommend();
        await demo.Pass(lastDay);

        Assert.Equal((422, "information-outstanding"), (early.Status, early.Refusal!.Code));
        var question = (await open.AsApplicant()).GetProperty("questions")[0];
        Assert.True(question.GetProperty("lapsed").GetBoolean());
        Lawful.Must(await open.Recommend());
    }

    [Fact]
    public async Task A_referral_holds_the_recommendation_until_its_last_day_has_passed()
    {
        await using var demo = await Start();
        var open = await new Lawful(demo).WithOfficer();
        Lawful.Must(await (await demo.Officer).Refer(open.Id, "Police liaison", "Known?", demo.Today.AddDays(5)));

        var early = await open.Recommend();
        await demo.Pass(demo.Today.AddDays(5));

        Assert.Equal((422, "advice-outstanding"), (early.Status, early.Refusal!.Code));
        Lawful.Must(await open.Recommend());
    }

    private static bool IsDeadline(JsonElement line) => line.GetProperty("event").GetString() == "DeadlinePassed";

    private Task<RunningDemo> Start() => first.Another();
}
