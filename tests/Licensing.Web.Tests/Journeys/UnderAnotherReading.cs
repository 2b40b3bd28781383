using Licensing.Journey;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Web.Tests.Journeys;

/// <summary>Meridia works under Regulation (EU) No 258/2012: a transit State that is silent for 20 working days has not objected. Each
/// test has a demo of its own; the clock stands at Thursday 25 February 2027 when it begins.</summary>
public abstract class UnderAnotherReading(RunningDemo first) : JourneyTests(first)
{
    // 26 February, 18 working days to 25 March without Foundation Day (Friday the 19th), and the 26th.
    private static readonly DateOnly TwentiethDay = new(2027, 3, 26);

    [Fact]
    public async Task A_transit_State_that_is_silent_for_the_whole_period_has_not_objected()
    {
        await using var demo = await EuropeanMeridia();
        var open = await new Lawful(demo) { Through = ["QP"] }.Confirmed();
        demo.Clock.SetUtcNow(new DateTimeOffset(TwentiethDay, new TimeOnly(22, 59), TimeSpan.Zero));
        await demo.WakeWhatIsDue();
        Assert.Equal("open: Waiting for the transit States", await open.Stands());

        await demo.Pass(TwentiethDay);

        var finding = (await open.AsOfficer())
            .GetProperty("findings")
            .EnumerateArray()
            .Single(f => f.GetProperty("rule").GetString() == "transit-state-has-not-objected");
        Assert.Equal(
            "QP was asked in writing on 2027-02-25 and has not objected within 20 working days, the last of which was 2027-03-26: "
                + "that counts as no objection (Regulation (EU) No 258/2012, Art. 7(2)).",
            finding.GetProperty("text").GetString()
        );
        Lawful.Must(await open.Recommend());
        Lawful.Must(await open.Decide());
        Assert.Equal("granted: Licence issued", await open.Stands());
    }

    [Fact]
    public async Task An_objection_on_the_last_day_stops_it()
    {
        await using var demo = await EuropeanMeridia();
        var open = await new Lawful(demo) { Through = ["QP"] }.Confirmed();
        demo.Clock.SetUtcNow(new DateTimeOffset(TwentiethDay, new TimeOnly(20, 0), TimeSpan.Zero));
        Lawful.Must(
            await (await demo.Of("qp")).ObjectToTransit(await open.TransitRequest("QP"), "Not through our harbour.")
        );

        await demo.Pass(TwentiethDay);

        var refused = await open.Recommend();
        Assert.Equal(422, refused.Status);
        Assert.Equal(["transit-state-has-not-objected"], refused.Refusal!.Findings.Select(f => f.Rule));
    }

    [Fact]
    public async Task The_same_silence_clears_nothing_under_the_strict_reading()
    {
        await using var demo = await first.Another();
        var open = await new Lawful(demo) { Through = ["QP"] }.Confirmed();
        await demo.Pass(demo.Today.AddDays(40));
        Assert.Equal("open: With a licensing officer", await open.Stands());
        var refused = await open.Recommend();
        Assert.Equal(["transit-state-has-not-objected"], refused.Refusal!.Findings.Select(f => f.Rule));
    }

    [Fact]
    public async Task After_its_last_day_the_next_profile_takes_new_cases_and_running_ones_keep_theirs()
    {
        await using var demo = await EuropeanMeridia();
        demo.Clock.SetUtcNow(new DateTimeOffset(2029, 2, 9, 9, 0, 0, TimeSpan.Zero));
        var before = await new Lawful(demo).Submitted();
        demo.Clock.SetUtcNow(new DateTimeOffset(2029, 2, 12, 9, 0, 0, TimeSpan.Zero));
        var after = await new Lawful(demo).Submitted();

        Assert.Equal("60 working days", await Limit(before));
        Assert.Equal("90 working days", await Limit(after));
        await using var db = demo.OpenDatabase();
        Assert.Equal(
            ["eu-258-2012 1", "eu-2025-41 1"],
            await db
                .Cases.OrderBy(c => c.Number)
                .Select(c => c.Profile + " " + c.ProfileVersion)
                .ToListAsync(TestContext.Current.CancellationToken)
        );
    }

    private static async Task<string?> Limit(OpenCase open) =>
        (await open.AsOfficer()).GetProperty("progress").GetProperty("clock").GetProperty("limit").GetString();

    private async Task<RunningDemo> EuropeanMeridia()
    {
        var demo = await first.Another();
        await using var db = demo.OpenDatabase();
        var meridia = Domain.States.Country.Parse("QM");
        (await db.States.SingleAsync(s => s.Code == meridia)).Profile = "eu-258-2012";
        await db.SaveChangesAsync();
        return demo;
    }
}
