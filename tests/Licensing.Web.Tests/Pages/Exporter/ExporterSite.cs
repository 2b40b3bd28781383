using System.Text.Json.Nodes;
using Licensing.Demo;
using Licensing.Journey;
using Licensing.Web.Tests.Browser;
using Licensing.Web.Tests.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;

namespace Licensing.Web.Tests.Pages.Exporter;

/// <summary>The demo with an empty database, and the other people at their desks.</summary>
public sealed class ExporterSite : IAsyncLifetime
{
    private readonly string data = Path.Combine(Path.GetTempPath(), $"licensing-{Guid.NewGuid():N}");
    private WebApplication app = null!;

    public Uri Address { get; } = SignInHost.FreeAddress();

    /// <summary>Where everybody but the exporter works: over the API.</summary>
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

    /// <summary>An exporter who has just signed in, on the list of the company's cases.</summary>
    public async Task<Tab> SignIn(
        ChromiumFixture chromium,
        string email = "halden@qm.example",
        int width = 1280,
        bool javaScript = true
    )
    {
        var tab = await chromium.Open(new Uri(Address, "/exporter").AbsoluteUri, width, javaScript);
        await tab.Page.ClickAsync($"button[value='{email}']");
        await tab.Page.WaitForURLAsync("**/exporter");
        return tab;
    }

    public async Task Open(Tab tab, string path) => await tab.Page.GotoAsync(new Uri(Address, path).AbsoluteUri);

    /// <summary>A dossier whose application lacks nothing but its documents.</summary>
    public static Dossier Dossier(string beginsWith, string? run = null) =>
        DossierFile.Read(
            DossierFile.Enclosed().Single(f => Path.GetFileName(f).StartsWith(beginsWith, StringComparison.Ordinal)),
            DateOnly.FromDateTime(DateTime.UtcNow),
            run ?? Guid.NewGuid().ToString("N")[..6]
        );

    public async Task<Outcome> Bring(string dossier) =>
        await new CaseJourney(Door, TextWriter.Null).Run(Dossier(dossier));

    /// <summary>Begins a draft over the API, so that a test can begin in the middle.</summary>
    public async Task<Guid> Draft(Func<JsonObject, JsonObject>? change = null)
    {
        var draft = Dossier("01").Application;
        var exporter = await Door.SignIn("halden@qm.example");
        var begun = await exporter.Begin(change is null ? draft : change(draft));
        Assert.True(begun.IsDone);
        return begun.Id("applicationId");
    }

    public static FilePayload Pdf(string name) =>
        new()
        {
            Name = name,
            MimeType = "application/pdf",
            Buffer = Paper.Pdf("A document"),
        };
}
