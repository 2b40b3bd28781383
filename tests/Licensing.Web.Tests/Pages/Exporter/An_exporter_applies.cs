using System.Text;
using Licensing.Web.Tests.Browser;
using Microsoft.Playwright;

namespace Licensing.Web.Tests.Pages.Exporter;

public sealed class An_exporter_applies(ChromiumFixture chromium, ExporterSite site) : IClassFixture<ExporterSite>
{
    [Fact]
    public async Task From_a_file_over_documents_and_check_to_a_case_and_takes_it_back()
    {
        await using var tab = await site.SignIn(chromium);
        var page = tab.Page;
        await page.ClickAsync("text=Begin from a file");
        await Fine(tab);
        await page.SetInputFilesAsync("input[type=file]", Json(ExporterSite.Dossier("01").Application.ToJsonString()));
        await page.ClickAsync("text=Read the file");
        Assert.Equal(
            [
                "Completed",
                "Completed",
                "Completed",
                "Completed",
                "Completed",
                "Completed",
                "Completed",
                "Not started",
                "Not complete",
            ],
            (await page.Locator(".govuk-task-list__status").AllInnerTextsAsync()).Select(t => t.Trim())
        );
        await Fine(tab);

        await page.ClickAsync("text=Documents");
        await Attach(page, "End-user certificate", "euc.pdf");
        await Attach(page, "Import authorisation", "permit.pdf");
        await Attach(page, "Another document", "mistake.pdf");
        await page.ClickAsync("button:has-text('Remove mistake.pdf')");
        Assert.Equal("mistake.pdf has been removed.", await Said(page));
        Assert.Equal(["euc.pdf", "permit.pdf"], await page.Locator("dd a").AllInnerTextsAsync());
        await Fine(tab);

        await page.ClickAsync("text=Back to the task list");
        await page.ClickAsync("text=Check your answers and submit");
        Assert.Equal(2, await page.Locator("table .govuk-tag--green").CountAsync());
        await Fine(tab);
        await page.ClickAsync("text=Submit the application");
        Assert.Equal(["Confirm the declaration before you submit."], await Problems(page));
        await page.CheckAsync("text=I declare");
        await page.ClickAsync("text=Submit the application");
        Assert.Equal("Application submitted", await page.InnerTextAsync("h1"));
        var number = await page.InnerTextAsync(".govuk-panel__body strong");
        Assert.Matches(@"^QM-\d{4}-\d{6}$", number);
        await Fine(tab);

        await page.ClickAsync("text=Follow the case");
        Assert.Equal($"Case {number}", await page.InnerTextAsync("h1"));
        Assert.Equal("The authority of Northmark", await Row(page, "Who has it"));
        await Fine(tab);
        await page.ClickAsync("text=Withdraw this application");
        await page.ClickAsync("main button");
        Assert.Equal(["Give the reason for the withdrawal."], await Problems(page));
        await Fine(tab);
        await page.FillAsync("textarea", "The order was cancelled.");
        await page.ClickAsync("main button");
        Assert.Equal("The application has been withdrawn.", await Said(page));
        Assert.Equal("Withdrawn", await page.InnerTextAsync(".case-header .govuk-tag"));
    }

    [Fact]
    public async Task Section_by_section_on_a_narrow_screen_without_script()
    {
        await using var tab = await site.SignIn(chromium, width: 320, javaScript: false);
        var page = tab.Page;
        await page.ClickAsync("text=Begin an application");
        await page.FillAsync("[name='Draft.Reference']", "NARROW-1");
        await page.SelectOptionAsync("[name='Draft.ImportingState']", "QN");
        await page.ClickAsync("main button");
        foreach (
            var section in (string[])
                [
                    "destination",
                    "authorisations",
                    "goods/1",
                    "goods",
                    "parties/1",
                    "parties",
                    "route/1",
                    "route",
                    "end-use",
                    "commercial",
                    "documents",
                    "check",
                    "discard",
                ]
        )
        {
            var home = page.Url;
            await page.GotoAsync($"{home}/{section}");
            Assert.Equal((section, 0), (section, await tab.Overflow()));
            await page.GotoAsync(home);
        }

        await page.ClickAsync("text=Import authorisations");
        await page.FillAsync("[name='Rows[0].Number']", "QN-I-77");
        await page.ClickAsync("text=Save and add another authorisation");
        await page.FillAsync("[name='Rows[1].Number']", "QN-I-78");
        await page.ClickAsync("text=Save and continue");
        await page.ClickAsync("text=Goods");
        await page.ClickAsync("text=Add a goods line");
        await page.CheckAsync("[name='Goods.Class'][value=Ammunition]");
        await page.FillAsync("[name='Goods.Make']", "Halden");
        await page.SelectOptionAsync("[name='Draws[0].Authorisation']", "QN-I-77");
        await page.FillAsync("[name='Draws[0].Amount']", "4");
        await page.ClickAsync("text=Save and draw on another authorisation");
        await page.SelectOptionAsync("[name='Draws[1].Authorisation']", "QN-I-78");
        await page.FillAsync("[name='Draws[1].Amount']", "6");
        await page.ClickAsync("text=Save and continue");
        await page.ClickAsync("main button:has-text('Copy')");
        Assert.Equal(2, await page.Locator(".govuk-summary-card").CountAsync());
        Assert.Equal("QN-I-77: 4\nQN-I-78: 6", await page.InnerTextAsync("dt:has-text('Draws on') + dd >> nth=1"));
        await page.ClickAsync("text=Remove line 2");
        await page.ClickAsync("main button");
        Assert.Equal(1, await page.Locator(".govuk-summary-card").CountAsync());
        await page.ClickAsync("text=Back to the task list");
        await page.ClickAsync("text=Discard this draft");
        await page.ClickAsync("main button");
        Assert.Equal("The draft has been discarded.", await Said(page));
        Assert.Equal(0, await page.Locator("text=NARROW-1").CountAsync());
    }

    [Theory]
    [InlineData("""{"lines":[{"quantity":"many"}]}""", "lines[0].quantity (line 1 of the file)")]
    [InlineData("""{"lines":[{"clas":"firearm"}]}""", "lines[0].clas (line 1 of the file)")]
    [InlineData("""{"parties":[null]}""", "parties[0]: This is null")]
    [InlineData("{\n\"endUse\": \"fun\"}", "endUse (line 2 of the file)")]
    [InlineData("{", "The file (line 1 of the file)")]
    public async Task A_mistake_in_a_file_is_answered_with_its_place(string json, string place)
    {
        await using var tab = await site.SignIn(chromium);
        await site.Open(tab, "/exporter/applications/from-file");
        await tab.Page.SetInputFilesAsync("input[type=file]", Json(json));
        await tab.Page.ClickAsync("text=Read the file");
        Assert.StartsWith(place, Assert.Single(await Problems(tab.Page)), StringComparison.Ordinal);
        await Fine(tab);
    }

    private static FilePayload Json(string text) =>
        new()
        {
            Name = "application.json",
            MimeType = "application/json",
            Buffer = Encoding.UTF8.GetBytes(text),
        };

    private static async Task Attach(IPage page, string kind, string name)
    {
        await page.CheckAsync($"label:has-text('{kind}')");
        await page.SetInputFilesAsync("input[type=file]", ExporterSite.Pdf(name));
        await page.ClickAsync("main button:text-is('Attach')");
        Assert.Equal($"{name} has been attached.", await Said(page));
    }

    private static Task<string> Said(IPage page) => page.InnerTextAsync(".govuk-notification-banner--success p");

    private static Task<string> Row(IPage page, string key) => page.InnerTextAsync($"dt:text-is('{key}') + dd");

    private static async Task<IReadOnlyList<string>> Problems(IPage page) =>
        await page.Locator(".govuk-error-summary li").AllInnerTextsAsync();

    private static async Task Fine(Tab tab)
    {
        await Accessible.Check(tab.Page);
        Assert.Equal(0, await tab.Overflow());
    }
}
