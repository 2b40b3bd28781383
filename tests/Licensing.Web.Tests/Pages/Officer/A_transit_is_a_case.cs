using Licensing.Journey;
using Licensing.Web.Tests.Browser;
using Licensing.Web.Tests.Pages.Public;
using Microsoft.Playwright;

namespace Licensing.Web.Tests.Pages.Officer;

/// <summary>Officers of Tarnland, through which goods are to pass, work what another State asks them.</summary>
public sealed class A_transit_is_a_case(StartedDemo demo, ChromiumFixture chromium) : IClassFixture<StartedDemo>
{
    private const string Officer = "officer@qt.example";
    private const string Senior = "senior@qt.example";

    [Fact]
    public async Task It_is_acknowledged_asked_about_and_answered_by_two_officers()
    {
        var brought = await demo.Bring("17");
        await using var officer = await demo.SignedIn(chromium, Officer, "/officer?kind=transit");
        await officer.Look("transit-queue");
        await officer.Page.FillAsync("[name=Search]", brought.Number);
        await officer.Press("Search");
        await officer.Page.ClickAsync(".officer-table a");
        await officer.Look("transit-case");
        var words = await officer.Words();
        Assert.Contains("day 0 of 30 days", words, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(brought.Authorisation, words, StringComparison.Ordinal);

        await Follow(officer, "Acknowledge the request");
        await officer.Look("transit-acknowledge");
        await officer.Press("Acknowledge the request");
        await Says(officer, "The request has been acknowledged.");
        await Follow(officer, "Ask the exporting State");
        await officer.Press("Ask the exporting State");
        Assert.Equal(["Give the question."], await officer.Errors());
        await officer.Page.FillAsync("[name=Question]", "Who escorts the goods?");
        await officer.Press("Ask the exporting State");
        await Says(officer, "The exporting State has been asked.");
        await Answered(brought);

        await Follow(officer, "Recommend no objection");
        await officer.Look("transit-recommend");
        await officer.Press("Send the recommendation");
        Assert.Contains("Give the last day of validity.", await officer.Errors());
        await officer.Look("transit-recommend-again");
        await officer.Fill("Answer.NoObjection.ValidFrom", brought.Today);
        await officer.Fill("Answer.NoObjection.ValidTo", DateOnly.FromDateTime(DateTime.UtcNow).AddDays(200));
        await officer.Page.FillAsync("[name='Answer.NoObjection.Conditions']", "An escort of Tarnland goes along.");
        await officer.Page.FillAsync("[name=Note]", "Nothing known.");
        await officer.Press("Send the recommendation");
        await Says(officer, "Your recommendation is with the senior officers.");
        Assert.Contains("Kestrel goes along.", await officer.Page.TextContentAsync("main"), StringComparison.Ordinal);

        await using var senior = await demo.SignedIn(chromium, Senior, Path(officer));
        await Follow(senior, "Give the answer");
        await senior.Look("transit-decide");
        Assert.Contains("An escort of Tarnland goes along.", await senior.Words(), StringComparison.Ordinal);
        await senior.Press("Give notice of no objection");
        await Says(senior, "The answer has been given. The exporting State has been told.");
        await senior.Look("transit-given");
        Assert.Contains("Your notice of no objection, in force", await senior.Words(), StringComparison.Ordinal);

        await Follow(senior, "Withdraw the notice");
        await senior.Look("transit-withdraw");
        await senior.Page.FillAsync("[name=Reason]", "A strike is expected.");
        await senior.Press("Withdraw the notice of no objection");
        await Says(senior, "The notice has been withdrawn.");
        await Follow(senior, "Reopen the case");
        await senior.Page.FillAsync("[name=Reason]", "The strike is over.");
        await senior.Press("Reopen the case");
        await Says(senior, "The case is open again.");
        await senior.Look("transit-reopened");
    }

    [Fact]
    public async Task An_objection_is_recommended_returned_and_looked_at_by_an_auditor()
    {
        var brought = await demo.Bring("17");
        await using var officer = await demo.SignedIn(chromium, Officer, $"/officer?search={brought.Number}");
        await officer.Page.ClickAsync(".officer-table a");
        await Follow(officer, "Recommend an objection");
        await officer.Look("transit-objection");
        await officer.Page.FillAsync("[name='Answer.Reason']", "The crossing is closed.");
        await officer.Page.FillAsync("[name=Note]", "Says the Ministry.");
        await officer.Press("Send the recommendation");
        await Says(officer, "Your recommendation is with the senior officers.");
        Assert.Contains("Not yet. A senior officer has to do this.", await officer.Words(), StringComparison.Ordinal);

        await using var senior = await demo.SignedIn(chromium, Senior, Path(officer));
        await Follow(senior, "Return the recommendation");
        await senior.Look("transit-return");
        await senior.Page.FillAsync("[name=Reason]", "Until when?");
        await senior.Press("Return the recommendation");
        await Says(senior, "The case has been returned.");
        await senior.Page.GotoAsync(new Uri(new Uri(senior.Page.Url), $"{Path(officer)}/decide").ToString());
        Assert.Contains("This cannot be done now.", await senior.Words(), StringComparison.Ordinal);
        await senior.Look("transit-decide-not-now");

        await using var auditor = await demo.SignedIn(chromium, "auditor@qt.example");
        await auditor.Page.ClickAsync("main table a");
        await auditor.Look("transit-auditor");
        Assert.Contains(
            "moved the case to: With a licensing officer.",
            await auditor.Words(),
            StringComparison.Ordinal
        );

        // A link that names the case as any other leads to what it is.
        var id = Path(officer).Split('/')[^1];
        await auditor.Page.GotoAsync(new Uri(demo.Address, $"/auditor/cases/{id}").ToString());
        Assert.EndsWith($"/auditor/transit/{id}", auditor.Page.Url, StringComparison.Ordinal);
        await officer.Page.GotoAsync(new Uri(demo.Address, $"/officer/cases/{id}").ToString());
        Assert.EndsWith($"/officer/transit/{id}", officer.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correspondent_of_the_State_is_told_who_answers_it()
    {
        var brought = await demo.Bring("17");
        using var door = new FrontDoor(demo.Address);
        var request = await (await door.SignIn("correspondent@qt.example")).RequestAbout(brought.Number);
        await using var tab = await demo.SignedIn(
            chromium,
            "correspondent@qt.example",
            $"/correspondent/requests/{request}"
        );

        Assert.Contains(
            "The officers of your authority have it as case QT-",
            await tab.Words(),
            StringComparison.Ordinal
        );
        await tab.Look("transit-correspondent");
    }

    // The exporting State's officer answers the question from its own case.
    private async Task Answered(BroughtCase brought)
    {
        await using var exporting = await demo.SignedIn(chromium, "officer@qm.example", $"/officer/cases/{brought.Id}");
        await exporting.Page.ClickAsync("a:text-is('Answer it')");
        await exporting.Look("transit-question");
        Assert.Contains("Who escorts the goods?", await exporting.Words(), StringComparison.Ordinal);
        await exporting.Page.FillAsync("[name=Answer]", "Kestrel goes along.");
        await exporting.Press("Send the answer");
        await Says(exporting, "The transit State has been answered.");
        await exporting.Look("transit-question-answered");
    }

    private static string Path(Tab tab) => new Uri(tab.Page.Url).AbsolutePath;

    private static Task Follow(Tab tab, string title) =>
        tab.Page.GetByRole(AriaRole.Button, new() { Name = title, Exact = true }).First.ClickAsync();

    private static async Task Says(Tab tab, string done) =>
        await Assertions.Expect(tab.Page.Locator(".govuk-notification-banner--success")).ToContainTextAsync(done);
}
