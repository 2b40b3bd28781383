using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Web.Tests.Journeys;

/// <summary>Meridia has 60 working days for a decision, 90 for good reason. Each test has a demo of its own, because it moves the
/// clock, which stands at Thursday 25 February 2027 when it begins.</summary>
public abstract class TheLegalClock(RunningDemo first) : JourneyTests(first)
{
    // Worked out on a wall calendar: 26 February; 22 days in March without Foundation Day (the 19th); 22 in April; 15 in May.
    private static readonly DateOnly SixtiethDay = new(2027, 5, 21);

    [Fact]
    public async Task Officer_and_applicant_read_how_the_day_is_worked_out()
    {
        await using var demo = await first.Another();
        var open = await new Lawful(demo).Submitted();
        demo.Clock.SetUtcNow(new DateTimeOffset(2027, 3, 22, 9, 0, 0, TimeSpan.Zero));

        var clock = Clock(await open.AsOfficer());

        // 26 February, 14 days to the 18th of March, and the 22nd.
        Assert.Equal(16, clock.GetProperty("daysUsed").GetInt32());
        Assert.Equal("60 working days", clock.GetProperty("limit").GetString());
        Assert.Equal(
            "day 16 of 60 working days: started 2027-02-25, 2027-03-19 Foundation Day; the last day is 2027-05-21",
            clock.GetProperty("explanation").GetString()
        );
        Assert.Equal(clock.GetRawText(), Clock(await open.AsApplicant()).GetRawText());
    }

    [Fact]
    public async Task A_question_to_the_applicant_stops_the_clock_and_moves_the_last_day()
    {
        await using var demo = await first.Another();
        var open = await new Lawful(demo).WithOfficer();
        var asked = Lawful.Must(
            await (await demo.Officer).AskApplicant(open.Id, "Who insures?", demo.Today.AddDays(10))
        );

        var standing = Clock(await open.AsOfficer());
        Assert.True(standing.GetProperty("isStopped").GetBoolean());
        Assert.False(standing.TryGetProperty("lastDay", out _));

        // From Thursday to the Thursday after: five working days.
        demo.Clock.SetUtcNow(new DateTimeOffset(2027, 3, 4, 9, 0, 0, TimeSpan.Zero));
        Lawful.Must(
            await (await demo.Halden).AnswerTheAuthority(open.Id, asked.Id("created"), "The carrier insures it.")
        );

        Assert.Equal(
            "day 0 of 60 working days: started 2027-02-25, stopped for information 2027-02-25 to 2027-03-04; "
                + "the last day is 2027-05-28",
            Clock(await open.AsOfficer()).GetProperty("explanation").GetString()
        );
        Assert.Equal([SixtiethDay.AddDays(7)], await Due(demo, open));
    }

    [Fact]
    public async Task An_answer_after_its_last_day_does_not_turn_the_clock_back()
    {
        await using var demo = await first.Another();
        var open = await new Lawful(demo).WithOfficer();
        var lastDay = demo.Today.AddDays(10);
        var asked = Lawful.Must(await (await demo.Officer).AskApplicant(open.Id, "Who insures?", lastDay));
        await demo.Pass(lastDay);
        var before = Clock(await open.AsOfficer()).GetRawText();

        demo.Clock.SetUtcNow(demo.Clock.GetUtcNow().AddHours(1));
        Lawful.Must(await (await demo.Halden).AnswerTheAuthority(open.Id, asked.Id("created"), "The carrier."));

        Assert.Equal(before, Clock(await open.AsOfficer()).GetRawText());
        // Asked on Thursday 25 February, lapsed on Monday 8 March: seven working days.
        Assert.Equal([new DateOnly(2027, 6, 1)], await Due(demo, open));
    }

    [Fact]
    public async Task Where_the_calendar_of_the_State_is_not_published_nothing_can_be_submitted_and_it_says_so()
    {
        await using var demo = await first.Another();
        await using (var db = demo.OpenDatabase())
        {
            var meridia = Domain.States.Country.Parse("QM");
            (await db.States.SingleAsync(s => s.Code == meridia, TestContext.Current.CancellationToken)).Calendar =
                "none";
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        var (application, version) = await new Lawful(demo).Drafted();

        var refused = await (await demo.Halden).Submit(application, version);

        Assert.Equal((422, "no-calendar"), (refused.Status, refused.Refusal!.Code));
        Assert.Equal("Calendar none of Meridia has not been published.", refused.Refusal.Detail);
    }

    [Fact]
    public async Task An_officer_extends_the_period_once_and_the_applicant_reads_why()
    {
        await using var demo = await first.Another();
        var open = await new Lawful(demo).WithOfficer();
        var officer = await demo.Officer;

        Assert.Equal(400, (await officer.ExtendDecision(open.Id, " ")).Status);
        Assert.Equal("90 working days", (await open.AsOfficer()).GetProperty("extendableTo").GetString());
        Lawful.Must(await officer.ExtendDecision(open.Id, "A laboratory has to be heard"));

        // 6 days are left in May after the 21st; 22 in June; the 30th day falls on Friday 2 July.
        Assert.Equal(
            "day 0 of 90 working days: started 2027-02-25, extended on 2027-02-25 from 60 working days "
                + "(A laboratory has to be heard); the last day is 2027-07-02",
            Clock(await open.AsApplicant()).GetProperty("explanation").GetString()
        );
        Assert.Equal([new DateOnly(2027, 7, 2)], await Due(demo, open));
        var again = await officer.ExtendDecision(open.Id, "Once more");
        Assert.Equal((422, "already-extended"), (again.Status, again.Refusal!.Code));
        Assert.False((await open.AsOfficer()).TryGetProperty("extendableTo", out _));
        Assert.Single(
            await open.History(),
            line =>
                line.GetProperty("event").GetString() == "DecisionExtended"
                && line.GetProperty("sentence")
                    .GetString()!
                    .EndsWith(
                        "extended the period for the decision to 90 working days: A laboratory has to be heard",
                        StringComparison.Ordinal
                    )
        );
    }

    [Fact]
    public async Task When_the_last_day_for_the_decision_has_passed_the_officers_are_told_once_and_the_case_stays_with_them()
    {
        await using var demo = await first.Another();
        var open = await new Lawful(demo).WithOfficer();
        demo.Clock.SetUtcNow(new DateTimeOffset(SixtiethDay, new TimeOnly(21, 59), TimeSpan.Zero));
        await demo.WakeWhatIsDue();
        Assert.DoesNotContain(await open.History(), Passed);

        await demo.Pass(SixtiethDay);
        await demo.WakeWhatIsDue();

        Assert.Equal(
            "The timetable of Meridia noted that the last day for the decision (the authority), 2027-05-21, has passed without it.",
            Assert.Single(await open.History(), Passed).GetProperty("sentence").GetString()
        );
        Assert.Equal("open: With a licensing officer", await open.Stands());
        Assert.True(Clock(await open.AsOfficer()).GetProperty("isOver").GetBoolean());
        var late = await (await demo.Officer).ExtendDecision(open.Id, "Too late");
        Assert.Equal((422, "period-over"), (late.Status, late.Refusal!.Code));
        Assert.Equal(4, await Told(demo, open, "The last day for the decision has passed"));
        Assert.Contains(
            "recommend",
            (await open.AsOfficer()).GetProperty("permittedActs").EnumerateArray().Select(a => a.GetString())
        );
    }

    [Fact]
    public async Task A_question_on_the_last_day_neither_moves_nor_hides_it()
    {
        await using var demo = await first.Another();
        var open = await new Lawful(demo).WithOfficer();
        demo.Clock.SetUtcNow(new DateTimeOffset(SixtiethDay, new TimeOnly(9, 0), TimeSpan.Zero));
        Lawful.Must(await (await demo.Officer).AskApplicant(open.Id, "Who insures?", SixtiethDay.AddDays(10)));

        await demo.Pass(SixtiethDay);
        await demo.WakeWhatIsDue();

        Assert.Single(await open.History(), Passed);
        var late = await (await demo.Officer).ExtendDecision(open.Id, "Too late");
        Assert.Equal((422, "period-over"), (late.Status, late.Refusal!.Code));
    }

    [Fact]
    public async Task Holidays_that_are_entered_later_move_the_last_day_before_it_is_noted()
    {
        await using var demo = await first.Another();
        var open = await new Lawful(demo).WithOfficer();
        await using (var db = demo.OpenDatabase())
        {
            var known = await db.PublishedFiles.SingleAsync(
                f => f.Kind == Casework.Storage.PublishedKind.Calendar && f.Id == "meridia",
                TestContext.Current.CancellationToken
            );
            var content = known
                .Content.Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal)
                .Replace(
                    "\"holidays\": [",
                    "\"holidays\": [ { \"from\": \"2027-05-20\", \"to\": \"2027-05-21\", \"name\": \"Jubilee\" },",
                    StringComparison.Ordinal
                );
            db.PublishedFiles.Add(
                new Casework.Storage.PublishedFile
                {
                    Kind = known.Kind,
                    Id = known.Id,
                    Version = 2,
                    FileName = known.FileName,
                    Content = content,
                    Sha256 = Casework.Wire.Hash(content),
                    PublishedAt = demo.Clock.GetUtcNow(),
                }
            );
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await demo.Pass(SixtiethDay);
        Assert.DoesNotContain(await open.History(), Passed);
        // Thursday and Friday are free now: Monday and Tuesday take their place.
        Assert.Equal([new DateOnly(2027, 5, 25)], await Due(demo, open));
        await demo.Pass(new DateOnly(2027, 5, 25));

        Assert.EndsWith(
            "the last day for the decision (the authority), 2027-05-25, has passed without it.",
            Assert.Single(await open.History(), Passed).GetProperty("sentence").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_importing_State_is_reminded_once_five_days_before_its_last_day_and_not_when_it_has_answered()
    {
        await using var demo = await first.Another();
        var lawful = new Lawful(demo);
        var (silent, answered) = (await lawful.Submitted(), await new Lawful(demo).Confirmed());

        // The last day is 27 March.
        await demo.RemindOn(new DateOnly(2027, 3, 21));
        Assert.Equal(0, await Told(demo, silent, "A last day is near"));
        await demo.RemindOn(new DateOnly(2027, 3, 22));
        await demo.RemindOn(new DateOnly(2027, 3, 23));

        // The point of contact and the correspondent of Northmark.
        Assert.Equal(2, await Told(demo, silent, "A last day is near"));
        Assert.Equal(0, await Told(demo, answered, "A last day is near"));
        Assert.Equal(
            "The timetable of Meridia reminded QN that 2027-03-27 is the last day for the importing State's confirmation.",
            Assert
                .Single(await silent.History(), line => line.GetProperty("event").GetString() == "Reminded")
                .GetProperty("sentence")
                .GetString()
        );
    }

    [Fact]
    public async Task A_day_that_has_passed_is_not_reminded_of()
    {
        await using var demo = await first.Another();
        var open = await new Lawful(demo).Submitted();
        await demo.RemindOn(new DateOnly(2027, 3, 28));
        Assert.Equal(0, await Told(demo, open, "A last day is near"));
    }

    private static JsonElement Clock(JsonElement seen) => seen.GetProperty("progress").GetProperty("clock");

    private static bool Passed(JsonElement line) => line.GetProperty("event").GetString() == "DeadlinePassed";

    private static async Task<IReadOnlyList<DateOnly>> Due(RunningDemo demo, OpenCase open)
    {
        await using var db = demo.OpenDatabase();
        return await db
            .DueTimes.Where(d =>
                d.CaseId == open.Id && d.Kind == Casework.Storage.DueKind.Decision && d.SettledAt == null
            )
            .Select(d => d.LastDay)
            .ToListAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<int> Told(RunningDemo demo, OpenCase open, string subject)
    {
        await using var db = demo.OpenDatabase();
        return await db.Notices.CountAsync(
            n => n.CaseId == open.Id && n.Subject.StartsWith(subject),
            TestContext.Current.CancellationToken
        );
    }
}
