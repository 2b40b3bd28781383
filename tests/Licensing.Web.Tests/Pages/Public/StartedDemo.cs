using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Licensing.Casework.Storage;
using Licensing.Demo;
using Licensing.Journey;
using Licensing.Web.Tests.Browser;
using Licensing.Web.Tests.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Licensing.Web.Tests.Pages.Public;

/// <summary>The demo, started with an empty register of cases. Each test brings in the cases that it needs.</summary>
public sealed class StartedDemo : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("licensing-pages").FullName;
    private WebApplication _app = null!;
    private int _run;

    public Uri Address { get; } = SignInHost.FreeAddress();

    public Database Database => _app.Services.GetRequiredService<Database>();

    public async ValueTask InitializeAsync()
    {
        _app = await DemoApplication.Build(Address, _data, services => services.AddLogging(l => l.ClearProviders()));
        // A fault of ours, to see what a person is told.
        _app.MapGet("/broken", string () => throw new InvalidOperationException("secret of the house"))
            .AllowAnonymous();
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
    }

    /// <summary>Takes one of the enclosed dossiers through the system, with numbers of authorisations of its own.</summary>
    /// <param name="dossier">Beginning of the file's name.</param>
    /// <param name="change">Makes another application of the enclosed one.</param>
    public async Task<BroughtCase> Bring(string dossier, Action<JsonObject>? change = null)
    {
        var file = DossierFile
            .Enclosed()
            .Single(f => Path.GetFileName(f).StartsWith(dossier, StringComparison.Ordinal));
        var run = $"{Interlocked.Increment(ref _run)}";
        var read = DossierFile.Read(file, DateOnly.FromDateTime(DateTime.UtcNow), run);
        change?.Invoke(read.Application);
        using var door = new FrontDoor(Address);
        var told = new StringWriter();
        var outcome = await new CaseJourney(door, told).Run(read);
        Assert.True(outcome.IsAsWritten, $"{dossier} came to {outcome.Reached}.\n{told}");
        return new BroughtCase(
            outcome.CaseId!.Value,
            outcome.CaseNumber!,
            read.ImportingState.Keys.FirstOrDefault() ?? "",
            read.WrittenOn
        );
    }

    /// <summary>A browser in which that person is signed in and has opened the page.</summary>
    public async Task<Tab> SignedIn(
        ChromiumFixture chromium,
        string email,
        string path = "/",
        int width = 1280,
        bool javaScript = true
    )
    {
        var start = new Uri(Address, $"/sign-in?returnUrl={Uri.EscapeDataString(path)}").AbsoluteUri;
        var tab = await chromium.Open(start, width, javaScript);
        await tab.Page.ClickAsync($"button[value='{email}']");
        await tab.Page.WaitForSelectorAsync("main");
        return tab;
    }

    /// <summary>Goes on to another page in the same browser.</summary>
    public Task Open(Tab tab, string path) => tab.Page.GotoAsync(new Uri(Address, path).AbsoluteUri);

    public async Task<HttpResponseMessage> Api(string email, HttpMethod method, string path, string? json = null)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = Address };
        using var grant = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["grant_type"] = "password",
                ["client_id"] = "licensing-demo-api",
                ["username"] = email,
                ["password"] = "demo",
                ["scope"] = "openid licensing",
            }
        );
        using var granted = await http.PostAsync("/connect/token", grant);
        var token = (await SignIn.Answer.Json(granted)).GetProperty("access_token").GetString();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var request = new HttpRequestMessage(method, path);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        return await http.SendAsync(request);
    }
}

/// <param name="Authorisation">Number of the first import authorisation that it draws on.</param>
public sealed record BroughtCase(Guid Id, string Number, string Authorisation, DateOnly Today);

[CollectionDefinition(Name)]
public sealed class DemoPages : ICollectionFixture<StartedDemo>
{
    public const string Name = "Pages of the started demo";
}

internal static class Looking
{
    /// <summary>In CSS pixels: as wide as the narrowest screen on which nobody should have to scroll sideways.</summary>
    private const int Narrow = 320;

    /// <summary>The page as it stands has no barrier, does not scroll sideways, on a narrow screen either (WCAG 1.4.10), and keeps to the
    /// policy; and it is photographed at both widths.</summary>
    public static async Task Look(this Tab tab, string name)
    {
        await tab.Page.WaitForSelectorAsync(".govuk-frontend-supported");
        await Accessible.Check(tab.Page);
        var (width, height) = (tab.Page.ViewportSize!.Width, tab.Page.ViewportSize.Height);
        foreach (var seen in new[] { width, Narrow }.Distinct())
        {
            await tab.Page.SetViewportSizeAsync(seen, height);
            await tab.Screenshot($"{name}-{seen}");
            Assert.Equal(0, await tab.Overflow());
        }
        await tab.Page.SetViewportSizeAsync(width, height);
        Assert.DoesNotContain(
            tab.Complaints,
            complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal)
        );
    }

    public static async Task Fill(this Tab tab, string field, DateOnly day)
    {
        await tab.Page.FillAsync($"[name='{field}.Day']", $"{day.Day}");
        await tab.Page.FillAsync($"[name='{field}.Month']", $"{day.Month}");
        await tab.Page.FillAsync($"[name='{field}.Year']", $"{day.Year}");
    }

    /// <summary>Presses the last of the buttons that bear the text: the one that a person sees.</summary>
    public static Task Press(this Tab tab, string text) =>
        tab.Page.Locator($"button:text-is(\"{text}\")").Last.ClickAsync();

    public static async Task<IReadOnlyList<string>> Errors(this Tab tab) =>
        await tab.Page.Locator(".govuk-error-summary li").AllInnerTextsAsync();

    public static async Task<string> Words(this Tab tab) => await tab.Page.InnerTextAsync("main");
}
