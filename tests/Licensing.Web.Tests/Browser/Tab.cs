using Microsoft.Playwright;

namespace Licensing.Web.Tests.Browser;

/// <summary>A page together with what the browser complained about: policy violations, failed scripts, missing files.</summary>
public sealed class Tab : IAsyncDisposable
{
    private readonly List<string> complaints = [];

    public Tab(IPage page)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
    }

    public IPage Page { get; }

    public IReadOnlyList<string> Complaints => complaints;

    /// <summary>The whole page as a picture, under screenshots/ beside the tests or where SCREENSHOTS says.</summary>
    public Task Screenshot(string name) =>
        Page.ScreenshotAsync(
            new()
            {
                FullPage = true,
                Path = Path.Combine(
                    Environment.GetEnvironmentVariable("SCREENSHOTS")
                        ?? Path.Combine(AppContext.BaseDirectory, "screenshots"),
                    $"{name}.png"
                ),
            }
        );

    /// <summary>How far the page is wider than the window, in pixels; nobody should have to scroll sideways to read.</summary>
    public Task<int> Overflow() =>
        Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
