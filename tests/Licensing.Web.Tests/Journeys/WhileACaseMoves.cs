using Licensing.Casework;
using Licensing.Casework.Procedures;
using Licensing.Casework.Setup;
using Licensing.Casework.Storage;
using Licensing.Demo;
using Licensing.Tests.Databases;
using Licensing.Web.Tests.Browser;
using Licensing.Web.Tests.Pages.Public;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Playwright;

namespace Licensing.Web.Tests.Journeys;

/// <summary>An engine outside the database that can be sent away.</summary>
public sealed class OnAnEngineThatIsAway(DatabaseServers servers) : RunningDemo(servers, DatabaseProvider.Sqlite)
{
    protected override RunningDemo Alike(DatabaseServers servers) => new OnAnEngineThatIsAway(servers);

    protected override DemoEngine? Engine =>
        new(
            builder =>
                builder.Services.AddEngineOutside().AddSingleton(this).AddHostedService<Engine_that_comes_and_goes>(),
            _ => { }
        );

    public bool IsAway { get; set; }

    /// <summary>Brings to rest what moves, and what that sets off.</summary>
    public Task Carry() => Application.Services.GetRequiredService<LeftMoving>().Rest(CancellationToken.None);

    public Task Carry(Guid caseId) =>
        Application.Services.GetRequiredService<LeftMoving>().Rest(caseId, CancellationToken.None);

    private sealed class Engine_that_comes_and_goes(OnAnEngineThatIsAway demo, LeftMoving moving) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                if (!demo.IsAway)
                    await moving.Rest(stoppingToken);
                await Task.Delay(20, stoppingToken);
            }
        }
    }
}

public sealed class WhileACaseMoves(OnAnEngineThatIsAway demo, ChromiumFixture chromium)
    : IClassFixture<OnAnEngineThatIsAway>
{
    [Fact]
    public async Task The_act_is_accepted_and_a_further_one_is_refused_until_the_case_rests()
    {
        demo.IsAway = true;
        var (lawful, exporter) = (new Lawful(demo), (await demo.Halden).InAHurry());
        var (application, version) = await lawful.Drafted(exporter);

        var submitted = await exporter.Submit(application, version);

        Assert.Equal(202, submitted.Status);
        var id = submitted.Id("caseId");
        var officer = (await demo.Officer).InAHurry();
        Assert.True((await officer.Case(id)).Json.TryGetProperty("movingSince", out _));
        Assert.Empty((await officer.Case(id))["permittedActs"].EnumerateArray());
        var further = await officer.AskApplicant(id, "Who is the carrier?");
        Assert.Equal((409, "moving"), (further.Status, further.Refusal!.Code));

        await demo.Carry();

        Assert.False((await officer.Case(id)).Json.TryGetProperty("movingSince", out _));
        Assert.Equal("open: Waiting for the importing State", await new OpenCase(demo, lawful, id, "").Stands());
    }

    [Fact]
    public async Task An_applicant_is_kept_waiting_rather_than_told_that_the_case_moves()
    {
        demo.IsAway = true;
        var (lawful, exporter) = (new Lawful(demo), (await demo.Halden).InAHurry());
        var (application, version) = await lawful.Drafted(exporter);
        var id = (await exporter.Submit(application, version)).Id("caseId");

        var withdrawing = exporter.Withdraw(id, "The order was cancelled.");
        await Task.Delay(300, TestContext.Current.CancellationToken);
        Assert.False(withdrawing.IsCompleted);
        await demo.Carry();

        Assert.Equal(202, (await withdrawing).Status);
        await demo.Carry();
        Assert.Equal("withdrawn: Withdrawn by the applicant", await new OpenCase(demo, lawful, id, "").Stands());
    }

    [Fact]
    public async Task What_is_said_to_a_moving_case_is_looked_at_where_it_rests()
    {
        demo.IsAway = true;
        var (lawful, exporter) = (new Lawful(demo) { Through = ["QT"] }, (await demo.Halden).InAHurry());
        var (application, version) = await lawful.Drafted(exporter);
        var id = (await exporter.Submit(application, version)).Id("caseId");
        await demo.Carry(id);
        var there = (await demo.Of("qn")).InAHurry();
        var request = (await there.RequestAbout((await Number(id)), lawful.Number))!.Value;
        Lawful.Must(await there.ConfirmImport(request, lawful.Confirmation()));
        // The transit State's own case begins with the request and moves; meanwhile the case that asks is withdrawn.
        await demo.Carry(id);
        var own = await Own(id);
        var withdrawn = exporter.Withdraw(id, "The order was cancelled.");
        Lawful.Must(await withdrawn);
        await demo.Carry(id);
        await using (var db = demo.OpenDatabase())
            Assert.Equal(
                1,
                await db.ProcedureStimuli.CountAsync(s => s.CaseId == own, TestContext.Current.CancellationToken)
            );

        await demo.Carry(own);
        await demo.Rest();

        await using var after = demo.OpenDatabase();
        var ended = await after.Cases.SingleAsync(c => c.Id == own, TestContext.Current.CancellationToken);
        Assert.Equal((false, null), (ended.GoesOn, ended.MovingSince));
        Assert.False(await after.ProcedureStimuli.AnyAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_officer_who_looks_at_it_meanwhile_reads_that_it_moves()
    {
        demo.IsAway = true;
        var (lawful, exporter) = (new Lawful(demo), (await demo.Halden).InAHurry());
        var (application, version) = await lawful.Drafted(exporter);
        var id = (await exporter.Submit(application, version)).Id("caseId");
        var path = $"/officer/cases/{id}";
        var start = new Uri(demo.Address, $"/sign-in?returnUrl={Uri.EscapeDataString(path)}").AbsoluteUri;
        await using var tab = await chromium.Open(start);
        await tab.Page.ClickAsync("button[value='officer@qm.example']");

        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("This case is moving on");
        await tab.Look("officer-case-moving");
        await demo.Carry();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Look again" }).ClickAsync();

        await Assertions.Expect(tab.Page.GetByText("This case is moving on")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_engine_that_is_out_of_step_is_told_so_and_changes_nothing()
    {
        demo.IsAway = true;
        var (lawful, exporter) = (new Lawful(demo), (await demo.Halden).InAHurry());
        var (application, version) = await lawful.Drafted(exporter);
        var id = (await exporter.Submit(application, version)).Id("caseId");
        var steps = demo.Application.Services.GetRequiredService<StepsForEngine>();
        var cancel = TestContext.Current.CancellationToken;

        await Assert.ThrowsAsync<OutOfStepException>(() => steps.Enter(id, "issue", 1, cancel));
        await Assert.ThrowsAsync<OutOfStepException>(() => steps.Enter(id, "request-import-confirmation", 3, cancel));
        await Assert.ThrowsAsync<OutOfStepException>(() => steps.Enter(Guid.NewGuid(), "issue", 1, cancel));
        Assert.Null(await steps.Leave(id, 7, cancel));

        await demo.Carry();
        Assert.Equal("open: Waiting for the importing State", await new OpenCase(demo, lawful, id, "").Stands());
    }

    [Fact]
    public async Task What_another_State_answers_meanwhile_waits_until_the_case_rests()
    {
        demo.IsAway = false;
        var open = await new Lawful(demo) { Through = ["QP"], NoticeFrom = demo.Today }.BeforeDecision();
        demo.IsAway = true;
        Assert.Equal(202, (await open.Decide((await demo.Senior).InAHurry())).Status);
        var there = (await demo.Of("qp")).InAHurry();

        var withdrawing = there.WithdrawNotice(await open.TransitRequest("QP"), "Unrest.");
        await Task.Delay(300, TestContext.Current.CancellationToken);
        Assert.False(withdrawing.IsCompleted);
        demo.IsAway = false;

        Lawful.Must(await withdrawing);
        await demo.Rest();
        Assert.Equal("granted: Licence suspended", await open.Stands());
    }

    [Fact]
    public async Task A_case_that_moves_for_long_is_found_by_the_doctor()
    {
        demo.IsAway = true;
        var (lawful, exporter) = (new Lawful(demo), (await demo.Halden).InAHurry());
        var (application, version) = await lawful.Drafted(exporter);
        var number = (await exporter.Submit(application, version)).Text("number");
        demo.Clock.Advance(TimeSpan.FromMinutes(20));

        var found = await demo
            .Application.Services.GetRequiredService<Checkup>()
            .Run(TestContext.Current.CancellationToken);

        Assert.Contains(
            found,
            d => d is { What: "cases", IsWell: false } && d.Finding.Contains(number, StringComparison.Ordinal)
        );
        await demo.Carry();
    }

    private async Task<string> Number(Guid id)
    {
        await using var db = demo.OpenDatabase();
        return (await db.Cases.SingleAsync(c => c.Id == id)).Number;
    }

    private async Task<Guid> Own(Guid id)
    {
        await using var db = demo.OpenDatabase();
        return (await db.Cases.SingleAsync(c => c.AskedInCaseId == id)).Id;
    }
}
