namespace Licensing.Web.Tests.Browser;

public sealed class Components_are_accessible(ChromiumFixture chromium, SpecimenSite site)
{
    public static TheoryData<string, int> Views =>
        new()
        {
            { "form", 1280 },
            { "form", 320 },
            { "errors", 1280 },
            { "errors", 320 },
            { "case", 1280 },
            { "case", 320 },
        };

    [Theory, MemberData(nameof(Views))]
    public async Task No_barrier_no_sideways_scrolling_and_nothing_against_the_policy(string view, int width)
    {
        await using var tab = await chromium.Open(view == "case" ? site.Case : site.Form, width);
        if (view == "errors")
            await tab.Page.ClickAsync("text=Save and continue");
        await tab.Page.WaitForSelectorAsync(".govuk-frontend-supported");
        await tab.Screenshot($"{view}-{width}");

        await Accessible.Check(tab.Page);
        Assert.Equal(0, await tab.Overflow());
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task Every_error_of_the_summary_leads_to_its_field()
    {
        await using var tab = await chromium.Open(site.Form);
        await tab.Page.FillAsync("[name='Input.PlannedShipmentDay.Day']", "30");
        await tab.Page.FillAsync("[name='Input.PlannedShipmentDay.Year']", "2027");
        await tab.Page.ClickAsync("text=Save and continue");

        var links = tab.Page.Locator(".govuk-error-summary a");
        var focused = new List<string>();
        for (var i = 0; i < await links.CountAsync(); i++)
        {
            await links.Nth(i).ClickAsync();
            focused.Add(await tab.Page.EvaluateAsync<string>("document.activeElement.name"));
        }
        Assert.Equal(
            [
                "Input.Reference",
                "Input.Email",
                "Input.EndUse",
                "Input.ImportingState",
                "Input.Transport",
                "Input.Reexport",
                "Input.Goods",
                "Input.PlannedShipmentDay.Month",
                "Input.EndUserCertificate",
                "Input.Declaration",
            ],
            focused
        );
        Assert.StartsWith("Error: ", await tab.Page.TitleAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_is_filled_in_and_sent_without_script()
    {
        await using var tab = await chromium.Open(site.Form, javaScript: false);
        var page = tab.Page;
        await page.ClickAsync("text=Save and continue");
        await page.ClickAsync(".govuk-error-summary a >> nth=0");
        await page.Keyboard.TypeAsync("EXP-1");
        Assert.Equal("EXP-1", await page.InputValueAsync("[name='Input.Reference']"));

        await page.FillAsync("[name='Input.Email']", "export@fjord.example");
        await page.FillAsync("[name='Input.EndUse']", "Hunting");
        await page.SelectOptionAsync("[name='Input.ImportingState']", "NO");
        await page.CheckAsync("text=Sea");
        await page.CheckAsync("[name='Input.Reexport'][value=true]");
        await page.FillAsync("text=To which State?", "Zembla");
        await page.CheckAsync("text=Ammunition");
        await page.FillAsync("[name='Input.PlannedShipmentDay.Day']", "31");
        await page.FillAsync("[name='Input.PlannedShipmentDay.Month']", "mar");
        await page.FillAsync("[name='Input.PlannedShipmentDay.Year']", "2027");
        await page.SetInputFilesAsync(
            "input[type=file]",
            new Microsoft.Playwright.FilePayload
            {
                Name = "euc.pdf",
                MimeType = "application/pdf",
                Buffer = [1],
            }
        );
        await page.CheckAsync("text=I declare");
        await page.ClickAsync("text=Save and continue");

        Assert.Empty(await page.Locator(".govuk-error-summary li").AllInnerTextsAsync());
        Assert.Equal("Saved. Shipment planned for 31 March 2027.", await page.InnerTextAsync("[role=alert] p"));
    }

    [Fact]
    public async Task What_was_refused_is_shown_again_and_text_stays_text()
    {
        await using var tab = await chromium.Open(site.Form);
        await tab.Page.FillAsync("[name='Input.EndUse']", "\n</textarea><b>&amp;");
        await tab.Page.FillAsync("[name='Input.Quantity']", "many");
        await tab.Page.FillAsync("[name='Input.PlannedShipmentDay.Month']", "Febtober");
        await tab.Page.CheckAsync("text=Parts and components");
        await tab.Page.ClickAsync("text=Save and continue");

        Assert.Equal("\n</textarea><b>&amp;", await tab.Page.InputValueAsync("[name='Input.EndUse']"));
        Assert.Equal("many", await tab.Page.InputValueAsync("[name='Input.Quantity']"));
        Assert.Equal("Febtober", await tab.Page.InputValueAsync("[name='Input.PlannedShipmentDay.Month']"));
        Assert.True(await tab.Page.IsCheckedAsync("[name='Input.Goods'][value=part]"));
        Assert.Equal(
            "Error: Quantity is not in a form that can be read",
            await tab.Page.TextContentAsync("#Input_Quantity-error")
        );
    }

    [Fact]
    public async Task A_page_link_keeps_the_search()
    {
        await using var tab = await chromium.Open(site.Case);
        Assert.Equal("?q=rifles&p=5", await tab.Page.GetAttributeAsync("a[rel=next]", "href"));
        Assert.Equal(
            "Page 4",
            await tab.Page.GetAttributeAsync("[aria-label=Pages] [aria-current=page]", "aria-label")
        );
    }
}
