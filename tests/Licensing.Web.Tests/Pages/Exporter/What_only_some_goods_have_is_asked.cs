using Licensing.Journey;
using Licensing.Web.Tests.Browser;
using Licensing.Web.Tests.Pages.Public;
using Microsoft.Playwright;

namespace Licensing.Web.Tests.Pages.Exporter;

/// <summary>Pistol parts for Yarrowmark, of which the exporter says all that is asked besides; and what the officer sees of it.</summary>
public sealed class What_only_some_goods_have_is_asked(ChromiumFixture chromium, StartedDemo demo)
    : IClassFixture<StartedDemo>
{
    [Fact]
    public async Task An_exporter_says_it_where_it_applies_and_the_officer_reads_it()
    {
        using var door = new FrontDoor(demo.Address);
        var brevik = await door.SignIn("brevik@qm.example");
        var id = (await brevik.Begin(Dossier("browser").Application)).Id("applicationId");
        var home = $"/exporter/applications/{id}";
        await using var tab = await demo.SignedIn(chromium, "brevik@qm.example", $"{home}/goods/1");
        var page = tab.Page;
        await Goods(tab);

        Assert.EndsWith("/goods", page.Url, StringComparison.Ordinal);
        await page.FillAsync("[name=DeclaredNetKg]", "0");
        await page.CheckAsync("[name=TakenApart]");
        await tab.Press("Save and continue");
        Assert.Equal(["A quantity must be more than zero."], await tab.Errors());
        await tab.Look("goods-together");
        await page.FillAsync("[name=DeclaredNetKg]", "301.25");
        await tab.Press("Save and continue");

        await Open(tab, $"{home}/route/1");
        await page.FillAsync("[name='Travelled.DwellDays']", "-1");
        await page.SelectOptionAsync("[name='Travelled.FreeTradeZone']", "true");
        await tab.Press("Save and continue");
        Assert.Equal(["Leg 1: The goods stay from 0 to 3650 days: correct the number."], await tab.Errors());
        await tab.Look("leg");
        await page.FillAsync("[name='Travelled.DwellDays']", "3");
        await tab.Press("Save and continue");

        await Open(tab, $"{home}/commercial");
        await tab.Fill("Draft.OrderDate", Today.AddDays(2));
        await tab.Press("Save and continue");
        Assert.Equal(["The goods cannot have been ordered after today."], await tab.Errors());
        await tab.Look("commercial");
        await tab.Fill("Draft.OrderDate", Today.AddDays(-50));
        await tab.Press("Save and continue");

        await Open(tab, $"{home}/documents");
        await Attach(tab, "EndUserCertificate");
        await Attach(tab, "ImportAuthorisation");
        await page.FillAsync("[name=Number]", "P-7");
        await page.FillAsync("[name=Pieces]", "many");
        await page.FillAsync("[name=NetKg]", "301.25");
        await Attach(tab, "PackingList");
        Assert.StartsWith("Pieces must be a number", Assert.Single(await tab.Errors()), StringComparison.Ordinal);
        Assert.Equal("P-7", await page.InputValueAsync("[name=Number]"));
        await page.FillAsync("[name=Pieces]", "460.5");
        await Attach(tab, "PackingList");
        Assert.Equal(["Pieces, sets and rounds are counted in whole numbers."], await tab.Errors());
        await tab.Look("documents");
        await page.FillAsync("[name=Pieces]", "460");
        await Attach(tab, "PackingList");
        Assert.Equal("No. P-7, 460 pieces, 301.25 kg net", await Row(page, "It states"));

        await Open(tab, $"{home}/check");
        Assert.Equal(
            ["Yes", "BX-9", "Slide: 1; Barrel: 2", "301.25 kg", $"{Today.AddDays(-50):d MMMM yyyy}"],
            [
                await Row(page, "Can fire automatically"),
                await Row(page, "Weapon that it fits"),
                await Row(page, "One consists of"),
                await Row(page, "Net weight"),
                await Row(page, "Day of the order"),
            ]
        );
        Assert.Contains("stays 3 days, in a free-trade zone", await tab.Words(), StringComparison.Ordinal);
        await tab.Look("check");
        var submitted = await brevik.Submit(id, (await brevik.Draft(id)).Id("version"));
        Assert.True(submitted.IsDone, string.Join("\n", submitted.Refusal?.InWords() ?? []));

        await using var officer = await demo.SignedIn(
            chromium,
            "officer@qm.example",
            $"/officer/cases/{submitted.Id("caseId")}"
        );
        var seen = await officer.Words();
        Assert.All(
            (string[])
                [
                    "Slide: 1; Barrel: 2",
                    "Complete firearms, taken apart for the journey",
                    "stays 3 days, in a free-trade zone",
                    $"on {Today.AddDays(-50):d MMMM yyyy}",
                    "It states: No. P-7, 460 pieces, 301.25 kg net",
                ],
            said => Assert.Contains(said, seen, StringComparison.Ordinal)
        );
        await officer.Look("officer-particulars");
    }

    [Fact]
    public async Task Nobody_who_has_nothing_to_say_of_it_is_bothered()
    {
        using var door = new FrontDoor(demo.Address);
        var brevik = await door.SignIn("brevik@qm.example");
        var id = (await brevik.Begin(Dossier("plain").Application)).Id("applicationId");
        await using var tab = await demo.SignedIn(
            chromium,
            "brevik@qm.example",
            $"/exporter/applications/{id}/goods/1"
        );
        Assert.False(await tab.Page.IsVisibleAsync("[name='Goods.SelectFire']"));
        var before = (await brevik.Draft(id))["draft"].GetProperty("lines")[0].GetRawText();
        await tab.Press("Save and continue");
        Assert.Empty(await tab.Errors());
        Assert.Equal(before, (await brevik.Draft(id))["draft"].GetProperty("lines")[0].GetRawText());
    }

    private static async Task Goods(Tab tab)
    {
        var page = tab.Page;
        await page.ClickAsync(".govuk-details__summary");
        await page.SelectOptionAsync("[name='Goods.SelectFire']", "true");
        await page.SelectOptionAsync("[name='Goods.Deactivated']", "false");
        await page.FillAsync("[name='Goods.CompatibleModel']", "BX-9");
        await page.FillAsync("[name='Goods.ResultingCategory']", "B");
        await page.SelectOptionAsync("[name='Components[0].Part']", "Slide");
        await page.FillAsync("[name='Components[0].Amount']", "1");
        await page.SelectOptionAsync("[name='Components[2].Part']", "Barrel");
        await page.FillAsync("[name='Components[2].Amount']", "0.5");
        await page.FillAsync("[name='Draws[0].Amount']", "-1");
        await tab.Press("Save and continue");
        Assert.Equal(
            [
                "Line 1: a whole number from 1 to 1000 of this part is in one.",
                "Line 1: the amount drawn must be more than zero and fit the unit.",
            ],
            await tab.Errors()
        );
        Assert.True(await page.IsVisibleAsync("[name='Goods.SelectFire']"));
        await page.ClickAsync(".govuk-error-summary a >> nth=0");
        Assert.Equal("Components[1].Amount", await page.EvaluateAsync<string>("document.activeElement.name"));
        await tab.Look("line-particulars");
        await page.FillAsync("[name='Components[1].Amount']", "2");
        await page.FillAsync("[name='Draws[0].Amount']", "120");
        await tab.Press("Save and continue");
    }

    private static async Task Attach(Tab tab, string kind)
    {
        await tab.Page.CheckAsync($"[name=Kind][value={kind}]");
        await tab.Page.SetInputFilesAsync("input[type=file]", ExporterSite.Pdf($"{kind}.pdf"));
        await tab.Press("Attach");
    }

    private async Task Open(Tab tab, string path) => await tab.Page.GotoAsync(new Uri(demo.Address, path).AbsoluteUri);

    private static Task<string> Row(IPage page, string key) => page.InnerTextAsync($"dt:text-is('{key}') + dd");

    private static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);

    private static Dossier Dossier(string run) =>
        DossierFile.Read(
            DossierFile.Enclosed().Single(f => Path.GetFileName(f).StartsWith("04-", StringComparison.Ordinal)),
            Today,
            run
        );
}
