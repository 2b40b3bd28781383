using Licensing.Web.Tests.Browser;
using Licensing.Web.Tests.Pages.Public;

namespace Licensing.Web.Tests.Pages.Correspondent;

[Collection(DemoPages.Name)]
public sealed class A_transit_State_answers(ChromiumFixture chromium, StartedDemo demo)
{
    private const string Correspondent = "correspondent@qy.example";

    [Fact]
    public async Task It_gives_a_notice_under_conditions_and_withdraws_it_with_a_reason()
    {
        var found = await demo.Bring("08-");
        await using var tab = await demo.SignedIn(chromium, Correspondent, width: 320);
        await tab.Page.ClickAsync($"text=Notice on a transit, {found.Number}");
        await tab.Page.ClickAsync("a:text-is('Give notice of no objection')");
        await tab.Look("notice-320");
        Assert.Equal("80", await tab.Page.InputValueAsync("[name='Form.Quantities[0].Amount']"));
        Assert.True(await tab.Page.IsCheckedAsync("[name='Form.Modes'][value=Road]"));

        await tab.Press("Continue");
        Assert.Equal(["Give the first day of validity.", "Give the last day of validity."], await tab.Errors());
        await tab.Look("notice-refused-320");

        await tab.Fill("Form.ValidFrom", found.Today);
        await tab.Fill("Form.ValidTo", found.Today.AddDays(-1));
        await tab.Page.FillAsync("textarea", "Under seal.\n\nBy day only.");
        await tab.Press("Continue");
        Assert.Equal(["The last day of validity is before the first."], await tab.Errors());

        await tab.Fill("Form.ValidTo", found.Today.AddDays(200));
        await tab.Press("Continue");
        await tab.Look("notice-check-320");
        Assert.Equal(
            ["Under seal.", "By day only."],
            await tab.Page.Locator(".govuk-summary-list li").AllInnerTextsAsync()
        );
        await tab.Press("Give notice of no objection");
        await tab.Look("notice-given-320");
        var number = await tab.Page.InnerTextAsync(".govuk-panel strong");

        await tab.Page.ClickAsync("text=Read the request");
        Assert.Contains($"Notice of no objection given, {number}", await tab.Words(), StringComparison.Ordinal);
        await tab.Page.ClickAsync("a:text-is('Withdraw the notice of no objection')");
        await tab.Look("withdrawal-320");
        await tab.Page.FillAsync("textarea", "The road is closed.");
        await tab.Press("Continue");
        await tab.Press("Withdraw the notice of no objection");
        Assert.Equal("Notice withdrawn", await tab.Page.InnerTextAsync("h1"));
    }

    [Fact]
    public async Task What_has_been_acknowledged_is_not_acknowledged_again()
    {
        var found = await demo.Bring("08-");
        await using var tab = await demo.SignedIn(chromium, Correspondent);
        await tab.Page.ClickAsync($"text=Notice on a transit, {found.Number}");
        Assert.Equal(
            ["Give notice of no objection", "Object to the transit"],
            await tab.Page.Locator(".case-aside .govuk-button").AllInnerTextsAsync()
        );
    }

    [Fact]
    public async Task A_request_to_another_State_does_not_exist()
    {
        var found = await demo.Bring("08-");
        await using var own = await demo.SignedIn(chromium, Correspondent);
        await own.Page.ClickAsync($"text=Notice on a transit, {found.Number}");
        await using var other = await demo.SignedIn(chromium, "correspondent@qp.example");
        var answer = await other.Page.GotoAsync(own.Page.Url);
        Assert.Equal(404, answer!.Status);
        Assert.Equal("There is no such page, or it is not yours", await other.Page.InnerTextAsync("h1"));
    }
}
