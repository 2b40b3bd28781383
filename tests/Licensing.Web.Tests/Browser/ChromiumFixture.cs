using Licensing.Web.Tests.Browser;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(ChromiumFixture))]

namespace Licensing.Web.Tests.Browser;

/// <summary>One Chromium for the whole run: the machine's own, since nothing is downloaded. Without it tests are skipped.</summary>
public sealed class ChromiumFixture : IAsyncLifetime
{
    private static readonly string Program = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";

    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Program))
            return;
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Arguments });
    }

    /// <summary>In milliseconds: a busy machine compiles the first page of each kind while others wait for it.</summary>
    private const int Patience = 90_000;

    /// <summary>A new visitor, who shares no cookie with any other.</summary>
    public async Task<Tab> Open(string address, int width = 1280, bool javaScript = true)
    {
        if (browser is null)
            Assert.Skip($"Chromium not found: {Program} (set CHROMIUM to where it is)");
        var visitor = await browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = 900 },
                JavaScriptEnabled = javaScript,
            }
        );
        visitor.SetDefaultTimeout(Patience);
        var tab = new Tab(await visitor.NewPageAsync());
        await tab.Page.GotoAsync(address);
        return tab;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
