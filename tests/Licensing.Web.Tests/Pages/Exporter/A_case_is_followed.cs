using Licensing.Web.Tests.Browser;
using Microsoft.Playwright;

namespace Licensing.Web.Tests.Pages.Exporter;

public sealed class A_case_is_followed(ChromiumFixture chromium, ExporterSite site) : IClassFixture<ExporterSite>
{
    [Fact]
    public async Task A_question_is_answered_where_it_is_asked()
    {
        var brought = await site.Bring("11");
        var officer = await site.Door.SignIn("officer@qm.example");
        Assert.True((await officer.AskApplicant(brought.CaseId!.Value, "Who carries\nthe goods?")).IsDone);
        Assert.True((await officer.AskApplicant(brought.CaseId!.Value, "By which ship?")).IsDone);

        await using var tab = await site.SignIn(chromium);
        var page = tab.Page;
        await page.ClickAsync(".govuk-notification-banner a >> nth=0");
        Assert.Equal("The applicant", await Row(page, "Who has it"));
        await Accessible.Check(page);
        await page.ClickAsync("#questions button >> nth=1");
        Assert.Equal(["Give the answer."], await page.Locator(".govuk-error-summary li").AllInnerTextsAsync());
        await page.ClickAsync(".govuk-error-summary a");
        Assert.Equal("Replies[1].Answer", await page.EvaluateAsync<string>("document.activeElement.name"));
        await Accessible.Check(page);

        await page.FillAsync("[name='Replies[1].Answer']", "By the Aurora.");
        await page.ClickAsync("#questions button >> nth=1");
        Assert.Equal(1, await page.Locator("#questions form").CountAsync());
        Assert.Contains("By the Aurora.", await page.InnerTextAsync(".timeline"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_licence_shows_its_particulars_and_its_suspension()
    {
        var brought = await site.Bring("02");
        Assert.True(brought.IsAsWritten);
        await using var tab = await site.SignIn(chromium);
        var page = tab.Page;
        await site.Open(tab, $"/exporter/cases/{brought.CaseId}");
        Assert.Equal("Granted with conditions", await Row(page, "Decision"));
        Assert.Equal("Meridia", await Row(page, "Country of export"));
        Assert.Equal("Yarrowmark", await Row(page, "Country of import"));
        Assert.Equal("Portavia", await Row(page, "Countries of transit"));
        Assert.StartsWith("Yarrow Outdoor Trading", await Row(page, "Final recipient"), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("text=is suspended").CountAsync());
        await Accessible.Check(page);

        var transit = await site.Door.SignIn("correspondent@qp.example");
        var request = await transit.RequestAbout(brought.CaseNumber!);
        Assert.True((await transit.WithdrawNotice(request!.Value, "Told in confidence: the berth is watched.")).IsDone);
        await page.ReloadAsync();
        Assert.Equal(
            "The goods may not be shipped while the licence is suspended.",
            await Row(page, "What comes next")
        );
        Assert.Equal("Licence suspended", await page.InnerTextAsync(".case-header .govuk-tag"));
        Assert.EndsWith(
            "is suspended. Do not ship the goods.",
            await page.InnerTextAsync(".govuk-notification-banner__heading"),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("the berth is watched", await page.ContentAsync(), StringComparison.Ordinal);
        await Accessible.Check(page);
    }

    [Fact]
    public async Task A_refusal_shows_its_reasons_and_text_but_not_what_a_State_said_in_confidence()
    {
        var brought = await site.Bring("05");
        await using var tab = await site.SignIn(chromium);
        await site.Open(tab, $"/exporter/cases/{brought.CaseId}");
        Assert.Equal("Refused", await Row(tab.Page, "Decision"));
        Assert.Equal(
            "A transit State has not given notice of no objection, Art. 10(2)(b)",
            await Row(tab.Page, "Reasons")
        );
        Assert.Contains(
            "closed to explosives",
            ExporterSite.Dossier("05").TransitStates["QP"].Objection,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("closed to explosives", await tab.Page.ContentAsync(), StringComparison.Ordinal);
        await Accessible.Check(tab.Page);
    }

    [Fact]
    public async Task A_document_is_given_to_its_own_company_only()
    {
        var brought = await site.Bring("09");
        await using var own = await site.SignIn(chromium);
        await site.Open(own, $"/exporter/cases/{brought.CaseId}");
        var document = await own.Page.GetAttributeAsync("a[href^='/exporter/documents/']", "href");
        var given = await own.Page.RunAndWaitForDownloadAsync(() =>
            own.Page.ClickAsync("a[href^='/exporter/documents/'] >> nth=0")
        );
        Assert.EndsWith(".pdf", given.SuggestedFilename, StringComparison.Ordinal);
        await using var other = await site.SignIn(chromium, "brevik@qm.example");
        Assert.Equal(404, (await other.Page.GotoAsync(new Uri(site.Address, document!).AbsoluteUri))!.Status);
    }

    private static Task<string> Row(IPage page, string key) => page.InnerTextAsync($"dt:text-is('{key}') + dd");
}
