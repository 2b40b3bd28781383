using System.Net;
using Licensing.Web.Tests.Browser;
using Licensing.Web.Tests.Pages.Public;
using Licensing.Web.Tests.SignIn;

namespace Licensing.Web.Tests.Pages.Auditor;

[Collection(DemoPages.Name)]
public sealed class An_auditor_reads(ChromiumFixture chromium, StartedDemo demo)
{
    [Fact]
    public async Task The_history_of_a_case_from_its_first_draft_with_refused_attempts_marked()
    {
        var found = await demo.Bring("08-");
        await TryToWithdrawWhatWasNeverGiven(found);
        await using var tab = await demo.SignedIn(chromium, "auditor@qm.example");
        await tab.Look("auditor-cases");
        await tab.Page.ClickAsync($"text={found.Number}");
        await tab.Look("auditor-case");

        var first = await tab.Page.InnerTextAsync(".timeline__text >> nth=0");
        Assert.Matches("^.+, exporter of Brevik Components, Meridia, began an application", first);
        var refused = tab.Page.Locator(".timeline__event:has(.govuk-tag)");
        Assert.Contains(
            "tried to give an answer (notice withdrawal), which was refused:",
            await refused.InnerTextAsync(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_history_of_the_State_is_searched()
    {
        var found = await demo.Bring("11-");
        await using var tab = await demo.SignedIn(chromium, "auditor@qm.example", "/auditor/history");
        await tab.Page.FillAsync("[name=Text]", found.Authorisation);
        await tab.Press("Search");
        await tab.Look("auditor-history");
        Assert.All(
            await tab.Page.Locator(".timeline__event > .timeline__text:nth-child(2)").AllInnerTextsAsync(),
            sentence => Assert.Contains(found.Authorisation, sentence, StringComparison.Ordinal)
        );
        await tab.Page.FillAsync("[name=Text]", "no such words");
        await tab.Press("Search");
        await tab.Look("auditor-history-empty");
        Assert.Contains("Nothing was found for “no such words”.", await tab.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_opens_an_auditors_page()
    {
        await using var tab = await demo.SignedIn(chromium, "correspondent@qy.example");
        var answer = await tab.Page.GotoAsync(new Uri(demo.Address, "/auditor").AbsoluteUri);
        Assert.Equal(403, answer!.Status);
        Assert.Equal("This is not for you", await tab.Page.InnerTextAsync("h1"));
        await tab.Look("error-403");
    }

    private async Task TryToWithdrawWhatWasNeverGiven(BroughtCase found)
    {
        const string Correspondent = "correspondent@qy.example";
        using var inbox = await demo.Api(Correspondent, HttpMethod.Get, "/api/correspondent/requests?size=100");
        var request = (await Answer.Json(inbox))
            .GetProperty("items")
            .EnumerateArray()
            .First(r => r.GetProperty("number").GetString()!.StartsWith(found.Number, StringComparison.Ordinal));
        using var refused = await demo.Api(
            Correspondent,
            HttpMethod.Post,
            $"/api/correspondent/requests/{request.GetProperty("id").GetString()}/withdrawal",
            """{"reason":"A mistake."}"""
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }
}
