using Licensing.Web.Tests.Browser;
using Licensing.Web.Tests.Pages.Public;

namespace Licensing.Web.Tests.Pages.Exporter;

public sealed class A_refusal_is_contested(ChromiumFixture chromium, StartedDemo demo) : IClassFixture<StartedDemo>
{
    [Fact]
    public async Task The_applicant_appeals_and_the_officers_see_the_grounds()
    {
        var found = await demo.Bring("05-");
        await using var tab = await demo.SignedIn(chromium, "halden@qm.example", $"/exporter/cases/{found.Id}");
        await tab.Look("refused");
        await tab.Page.ClickAsync("text=Appeal against the refusal");
        await tab.Press("Send the appeal");
        Assert.Equal(["Give the grounds of the appeal."], await tab.Errors());
        await tab.Look("appeal");
        await tab.Page.FillAsync("textarea", "The route no longer touches Portavia.");
        await tab.Press("Send the appeal");
        Assert.Contains("Your appeal is with the authority.", await tab.Words(), StringComparison.Ordinal);
        Assert.Contains("You have appealed against the refusal.", await tab.Words(), StringComparison.Ordinal);
        await tab.Look("appealed");

        await using var officer = await demo.SignedIn(chromium, "officer2@qm.example", $"/officer/cases/{found.Id}");
        Assert.Contains(
            "The route no longer touches Portavia.",
            await officer.Page.InnerTextAsync("section[aria-labelledby=reopening]"),
            StringComparison.Ordinal
        );
        await officer.Look("officer-appeal");
        await using var before = await demo.SignedIn(chromium, "officer@qm.example", $"/officer/cases/{found.Id}");
        Assert.Contains(
            "You had a hand in the decision that is appealed against.",
            await before.Words(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_senior_officer_reopens_a_refused_case()
    {
        var found = await demo.Bring("07-");
        await using (var officer = await demo.SignedIn(chromium, "officer@qm.example", $"/officer/cases/{found.Id}"))
            Assert.Contains("A senior officer has to do this.", await officer.Words(), StringComparison.Ordinal);
        await using var senior = await demo.SignedIn(chromium, "senior@qm.example", $"/officer/cases/{found.Id}");
        await senior.Page.ClickAsync("text=Reopen the case");
        await senior.Press("Reopen the case");
        Assert.Equal(["Give the reason."], await senior.Errors());
        await senior.Look("reopen");
        await senior.Page.FillAsync("textarea", "Northmark has written once more.");
        await senior.Press("Reopen the case");
        Assert.Contains("The case is open again", await senior.Words(), StringComparison.Ordinal);
        Assert.Contains("With a licensing officer", await senior.Words(), StringComparison.Ordinal);
    }
}
