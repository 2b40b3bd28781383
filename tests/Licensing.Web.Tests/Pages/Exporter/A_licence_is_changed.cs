using Licensing.Web.Tests.Browser;
using Licensing.Web.Tests.Pages.Public;

namespace Licensing.Web.Tests.Pages.Exporter;

public sealed class A_licence_is_changed(ChromiumFixture chromium, StartedDemo demo) : IClassFixture<StartedDemo>
{
    [Fact]
    public async Task An_exporter_applies_for_a_change_and_the_officers_see_what_would_be_otherwise()
    {
        var found = await demo.Bring("02-");
        await using var tab = await demo.SignedIn(chromium, "halden@qm.example", $"/exporter/cases/{found.Id}");
        await tab.Page.ClickAsync("text=Change or extend the licence");
        await tab.Look("change");
        await tab.Press("Begin the application");
        Assert.Contains("For a licence in the place of", await tab.Words(), StringComparison.Ordinal);
        await tab.Look("change-draft");
        var home = tab.Page.Url;
        await tab.Page.ClickAsync("a:text-is('End use')");
        await tab.Page.FillAsync("textarea", "For sale to sport shooters.");
        await tab.Press("Save and continue");
        await tab.Page.GotoAsync($"{home}/check");
        await tab.Page.CheckAsync("input[type=checkbox]");
        await tab.Press("Submit the application");
        await tab.Page.ClickAsync("text=Follow");
        Assert.Contains("It is to take the place of licence", await tab.Words(), StringComparison.Ordinal);
        await tab.Look("changing");
        var path = new Uri(tab.Page.Url).AbsolutePath.Replace("/exporter", "/officer", StringComparison.Ordinal);

        await using var officer = await demo.SignedIn(chromium, "officer@qm.example", path);
        var section = await officer.Page.InnerTextAsync("section[aria-labelledby=replacement]");
        Assert.Contains("For sale to sport shooters.", section, StringComparison.Ordinal);
        Assert.Contains("asked anew. Another end use", section, StringComparison.Ordinal);
        await officer.Look("officer-change");
    }
}
