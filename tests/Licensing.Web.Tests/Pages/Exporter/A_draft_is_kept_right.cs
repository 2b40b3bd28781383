using System.Text.Json.Nodes;
using Licensing.Web.Tests.Browser;
using Microsoft.Playwright;

namespace Licensing.Web.Tests.Pages.Exporter;

public sealed class A_draft_is_kept_right(ChromiumFixture chromium, ExporterSite site) : IClassFixture<ExporterSite>
{
    [Fact]
    public async Task What_is_wrong_is_saved_and_shown_at_its_field_and_what_is_missing_is_not_held_against_anybody()
    {
        await using var tab = await site.SignIn(chromium);
        var page = tab.Page;
        var id = await site.Draft();
        await site.Open(tab, $"/exporter/applications/{id}/goods/1");
        await page.FillAsync("[name='Goods.HsCode']", "93");
        await page.FillAsync("[name='Goods.Make']", "");
        await page.ClickAsync("text=Save and continue");
        Assert.Equal(["Line 1: an HS code has four to ten digits, such as 9303.30."], await Problems(page));
        Assert.Equal("93", await page.InputValueAsync("[name='Goods.HsCode']"));
        await page.ClickAsync(".govuk-error-summary a");
        Assert.Equal("Goods.HsCode", await page.EvaluateAsync<string>("document.activeElement.name"));
        await Accessible.Check(page);

        await page.FillAsync("[name='Goods.HsCode']", "9303.30");
        await page.ClickAsync("text=Save and continue");
        Assert.EndsWith("/goods", page.Url, StringComparison.Ordinal);
        await site.Open(tab, $"/exporter/applications/{id}/check");
        await page.ClickAsync("main li a:has-text('Line 1')");
        Assert.Equal(["Line 1: give the make."], await Problems(page));
    }

    [Fact]
    public async Task What_cannot_be_read_is_shown_again_and_nothing_is_saved()
    {
        await using var tab = await site.SignIn(chromium);
        var id = await site.Draft();
        await site.Open(tab, $"/exporter/applications/{id}/route");
        await tab.Page.FillAsync("[name='Draft.PlannedShipmentOn.Month']", "13");
        await tab.Page.FillAsync("[name='Draft.DirectKilometres']", "1,5");
        await tab.Page.ClickAsync("text=Save and continue");
        Assert.Equal(2, (await Problems(tab.Page)).Count);
        Assert.Equal("13", await tab.Page.InputValueAsync("[name='Draft.PlannedShipmentOn.Month']"));
        Assert.Equal("1,5", await tab.Page.InputValueAsync("[name='Draft.DirectKilometres']"));
        await site.Open(tab, $"/exporter/applications/{id}/route");
        Assert.Equal("1380", await tab.Page.InputValueAsync("[name='Draft.DirectKilometres']"));
    }

    [Fact]
    public async Task Who_loses_a_race_overwrites_nothing_and_keeps_what_was_written()
    {
        await using var slow = await site.SignIn(chromium);
        await using var quick = await site.SignIn(chromium);
        var id = await site.Draft();
        var address = $"/exporter/applications/{id}/commercial";
        await site.Open(slow, address);
        await site.Open(quick, address);
        await quick.Page.FillAsync("[name='Draft.OrderReference']", "FIRST");
        await quick.Page.ClickAsync("text=Save and continue");
        await slow.Page.FillAsync("[name='Draft.OrderReference']", "SECOND");
        await slow.Page.ClickAsync("text=Save and continue");
        Assert.Contains("nothing was overwritten", Assert.Single(await Problems(slow.Page)), StringComparison.Ordinal);
        Assert.Equal("SECOND", await slow.Page.InputValueAsync("[name='Draft.OrderReference']"));
        await Accessible.Check(slow.Page);

        await slow.Page.ClickAsync("text=Save and continue");
        Assert.Single(await Problems(slow.Page));
        await site.Open(slow, address);
        Assert.Equal("FIRST", await slow.Page.InputValueAsync("[name='Draft.OrderReference']"));
    }

    [Fact]
    public async Task Legs_are_put_in_order_of_travel()
    {
        await using var tab = await site.SignIn(chromium);
        var page = tab.Page;
        var id = await site.Draft();
        await site.Open(tab, $"/exporter/applications/{id}/route");
        await page.ClickAsync("text=Add another leg");
        await page.SelectOptionAsync("[name='Travelled.To']", "QP");
        await page.CheckAsync("[value=Sea]");
        await page.CheckAsync("[value=Transshipment]");
        await page.ClickAsync("text=Save and continue");
        Assert.Contains(
            "The last leg must end at the destination",
            await page.InnerTextAsync("main"),
            StringComparison.Ordinal
        );
        await page.ClickAsync("button:has-text('Move up')");
        Assert.Equal(
            ["Portavia", "Northmark, Nordhaven, quay 3"],
            (await page.Locator("tbody td:nth-child(2)").AllInnerTextsAsync()).Select(t => t.Trim())
        );
        await Accessible.Check(page);
    }

    [Fact]
    public async Task Goods_that_the_company_may_not_export_are_refused_with_the_finding()
    {
        await using var tab = await site.SignIn(chromium);
        var page = tab.Page;
        var id = await site.Draft(draft =>
        {
            draft["lines"]![0]!["category"] = "A";
            return draft;
        });
        var exporter = await site.Door.SignIn("halden@qm.example");
        foreach (var kind in (string[])["end-user-certificate", "import-authorisation"])
            await exporter.Attach(id, kind, $"{kind}.pdf", Journey.Paper.Pdf(kind));
        await site.Open(tab, $"/exporter/applications/{id}/check");
        Assert.Equal("Not met", await page.InnerTextAsync("table .govuk-tag--red"));
        await page.CheckAsync("text=I declare");
        await page.ClickAsync("text=Submit the application");
        Assert.Equal("The application was not submitted", await page.InnerTextAsync("main h2 >> nth=1"));
        Assert.Contains(
            "not authorised to export category A",
            await page.InnerTextAsync("table"),
            StringComparison.Ordinal
        );
        await Accessible.Check(page);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/goods/1")]
    [InlineData("/check")]
    [InlineData("/discard")]
    public async Task Another_company_finds_nothing(string page)
    {
        var id = await site.Draft();
        await using var tab = await site.SignIn(chromium, "brevik@qm.example");
        var answer = await tab.Page.GotoAsync(new Uri(site.Address, $"/exporter/applications/{id}{page}").AbsoluteUri);
        Assert.Equal(404, answer!.Status);
    }

    private static async Task<IReadOnlyList<string>> Problems(IPage page) =>
        await page.Locator(".govuk-error-summary li").AllInnerTextsAsync();
}
