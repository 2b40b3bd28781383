using Licensing.Demo;
using Licensing.Journey;
using Licensing.Web.Tests.Browser;
using Licensing.Web.Tests.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;

namespace Licensing.Web.Tests.Pages.Officer;

/// <summary>The demo with an empty database. Cases are brought into position over the API; officers work in the browser.</summary>
public sealed class OfficerSite : IAsyncLifetime
{
    private readonly string data = Path.Combine(Path.GetTempPath(), $"licensing-{Guid.NewGuid():N}");
    private WebApplication app = null!;

    public Uri Address { get; } = SignInHost.FreeAddress();

    public FrontDoor Door { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DemoApplication.Build(Address, data);
        await app.StartAsync(TestContext.Current.CancellationToken);
        Door = new FrontDoor(Address);
    }

    public async ValueTask DisposeAsync()
    {
        Door.Dispose();
        await app.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    /// <summary>Takes a dossier as far as it is written to go.</summary>
    public async Task<Outcome> Bring(string dossier)
    {
        var file = DossierFile
            .Enclosed()
            .Single(f => Path.GetFileName(f).StartsWith(dossier, StringComparison.Ordinal));
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var read = DossierFile.Read(file, today, Guid.NewGuid().ToString("N")[..6]);
        var outcome = await new CaseJourney(Door, TextWriter.Null).Run(read);
        Assert.True(outcome.IsAsWritten);
        return outcome;
    }

    /// <summary>An officer who has just signed in, on a page of the portal.</summary>
    public async Task<IPage> SignIn(ChromiumFixture chromium, string user, string path = "/officer", int width = 1280)
    {
        var tab = await chromium.Open(At("/officer"), width);
        await tab.Page.ClickAsync($"button[value='{user}@qm.example']");
        await tab.Page.WaitForURLAsync("**/officer");
        if (path != "/officer")
            await tab.Page.GotoAsync(At(path));
        return tab.Page;
    }

    public string At(string path) => new Uri(Address, path).AbsoluteUri;

    /// <summary>The case as it was brought, with the applicant's last answer given and its flags explained.</summary>
    public async Task<Outcome> BringToAnOfficer()
    {
        var outcome = await Bring("12");
        var file = await (await Door.SignIn("officer@qm.example")).Case(outcome.CaseId!.Value);
        var exporter = await Door.SignIn("brevik@qm.example");
        foreach (var asked in file["information"].EnumerateArray())
            Assert.True(
                (
                    await exporter.Act(
                        $"/api/exporter/cases/{outcome.CaseId}/information-requests/{asked.GetProperty("id").GetGuid()}/answer",
                        new { answer = "Nordic Marine Insurance, from door to door." }
                    )
                ).IsDone
            );
        await Explain(outcome.CaseId.Value);
        return outcome;
    }

    private async Task Explain(Guid id)
    {
        var (officer, senior) = (await Door.SignIn("officer2@qm.example"), await Door.SignIn("senior2@qm.example"));
        foreach (var flag in (await officer.Case(id))["screening"].GetProperty("flags").EnumerateArray())
        {
            if (!flag.GetProperty("isOutstanding").GetBoolean())
                continue;
            var rule = flag.GetProperty("rule").GetString()!;
            var made = await officer.DisposeOfFlag(id, rule, "explained", "The contract explains it.");
            Assert.True(made.IsDone);
            if (flag.GetProperty("severity").GetString() is "high" or "blocking")
                Assert.True((await senior.ClearFlag(id, made.Id("created"))).IsDone);
        }
    }
}
