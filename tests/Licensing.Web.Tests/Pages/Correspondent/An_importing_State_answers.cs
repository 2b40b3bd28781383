using Licensing.Web.Tests.Browser;
using Licensing.Web.Tests.Pages.Public;

namespace Licensing.Web.Tests.Pages.Correspondent;

[Collection(DemoPages.Name)]
public sealed class An_importing_State_answers(ChromiumFixture chromium, StartedDemo demo)
{
    private const string Correspondent = "correspondent@qy.example";

    [Fact]
    public async Task It_confirms_with_the_particulars_of_its_register_and_the_transit_State_is_sent_them()
    {
        var found = await demo.Bring("11-");
        await using var tab = await demo.SignedIn(chromium, Correspondent);
        await tab.Look("inbox");
        await tab.Page.ClickAsync($"text={found.Authorisation}");
        await tab.Look("import-request");
        Assert.Contains(
            "Nobody has checked it. Only your own register counts.",
            await tab.Words(),
            StringComparison.Ordinal
        );

        await tab.Page.ClickAsync("a:text-is('Confirm the import authorisation')");
        await tab.Press("Continue");
        Assert.Equal(["Give the place of issue.", "Give the quantity of line 1."], await tab.Errors());
        await tab.Look("confirmation-refused");

        await tab.Page.FillAsync("[name='Form.PlaceOfIssue']", "Yarrow");
        await tab.Page.FillAsync("[name='Form.Goods[0].Quantity']", "40");
        await tab.Press("Continue");
        await tab.Look("confirmation-check");
        Assert.Contains("40 pieces", await tab.Words(), StringComparison.Ordinal);
        Assert.Equal("Check your answer before you give it", await tab.Page.InnerTextAsync("h1"));

        await tab.Press("Confirm the import authorisation");
        await tab.Look("confirmation-given");
        Assert.Equal($"{found.Number}/2", await tab.Page.InnerTextAsync(".govuk-panel strong"));

        await using var transit = await demo.SignedIn(chromium, "correspondent@qp.example");
        await transit.Page.ClickAsync($"text={found.Number}/3");
        await transit.Look("transit-request");
        var card = await transit.Page.InnerTextAsync(".govuk-summary-card >> nth=0");
        Assert.Contains($"Import licence {found.Authorisation}", card, StringComparison.Ordinal);
        Assert.Contains("40 pieces", card, StringComparison.Ordinal);
        Assert.Equal("Your State", await transit.Page.InnerTextAsync(".timeline .govuk-tag"));
    }

    [Fact]
    public async Task Lines_are_added_and_removed_without_script_and_nothing_typed_is_lost()
    {
        var found = await demo.Bring("11-");
        await using var tab = await demo.SignedIn(chromium, Correspondent, javaScript: false);
        await tab.Page.ClickAsync($"text={found.Authorisation}");
        await tab.Page.ClickAsync("a:text-is('Confirm the import authorisation')");
        await tab.Page.FillAsync("[name='Form.PlaceOfIssue']", "Yarrow");
        await tab.Page.FillAsync("[name='Form.Goods[0].Quantity']", "40");
        await tab.Press("Add a line");
        await tab.Page.FillAsync("[name='Form.Goods[1].Quantity']", "7");
        await tab.Press("Add a line");
        await tab.Press("Remove line 1");

        Assert.Equal("Yarrow", await tab.Page.InputValueAsync("[name='Form.PlaceOfIssue']"));
        Assert.Equal("7", await tab.Page.InputValueAsync("[name='Form.Goods[0].Quantity']"));
        Assert.Equal("", await tab.Page.InputValueAsync("[name='Form.Goods[1].Quantity']"));
        Assert.Equal(2, await tab.Page.Locator("button:has-text('Remove line')").CountAsync());
        Assert.Empty(await tab.Errors());
    }

    [Fact]
    public async Task Enter_in_a_field_goes_on_and_removes_no_line()
    {
        var found = await demo.Bring("11-");
        await using var tab = await demo.SignedIn(chromium, Correspondent);
        await tab.Page.ClickAsync($"text={found.Authorisation}");
        await tab.Page.ClickAsync("a:text-is('Confirm the import authorisation')");
        await tab.Page.FillAsync("[name='Form.PlaceOfIssue']", "Yarrow");
        await tab.Page.FillAsync("[name='Form.Goods[0].Quantity']", "40");
        await tab.Page.PressAsync("[name='Form.PlaceOfIssue']", "Enter");
        await tab.Page.WaitForSelectorAsync("text=Check your answer before you give it");
    }

    [Fact]
    public async Task A_denial_needs_a_reason_which_the_applicant_is_not_shown()
    {
        const string Reason = "The signature on it is not that of our registrar.";
        var found = await demo.Bring("11-");
        await using var tab = await demo.SignedIn(chromium, Correspondent);
        await tab.Page.ClickAsync($"text={found.Authorisation}");
        await tab.Page.ClickAsync("a:text-is('Deny the import authorisation')");
        await tab.Press("Continue");
        Assert.Equal(["Give the reason."], await tab.Errors());
        await tab.Look("denial-refused");

        await tab.Page.FillAsync("textarea", Reason);
        await tab.Press("Continue");
        await tab.Press("Deny the import authorisation");
        Assert.Equal("Import authorisation denied", await tab.Page.InnerTextAsync("h1"));
        await tab.Page.ClickAsync("text=Read the request");
        Assert.Contains(Reason, await tab.Words(), StringComparison.Ordinal);

        using var applicants = await demo.Api("halden@qm.example", HttpMethod.Get, $"/api/exporter/cases/{found.Id}");
        var seen = await applicants.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains(found.Number, seen, StringComparison.Ordinal);
        Assert.DoesNotContain("registrar", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_State_that_nobody_has_asked_is_told_that_there_is_nothing_to_do()
    {
        await using var tab = await demo.SignedIn(chromium, "correspondent@qq.example");
        await tab.Look("inbox-empty");
        Assert.Contains("No State has asked anything of yours yet.", await tab.Words(), StringComparison.Ordinal);
    }
}
