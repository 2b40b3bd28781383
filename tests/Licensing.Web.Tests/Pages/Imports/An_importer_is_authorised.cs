using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Licensing.Journey;
using Licensing.Web.Tests.Browser;
using Licensing.Web.Tests.Pages.Public;
using Microsoft.Playwright;

namespace Licensing.Web.Tests.Pages.Imports;

/// <summary>Nordstern of Northmark applies in its own State; Meridia relies on what Northmark has issued.</summary>
public sealed class An_importer_is_authorised(ChromiumFixture chromium, StartedDemo demo) : IClassFixture<StartedDemo>
{
    [Fact]
    public async Task The_importer_applies_section_by_section_and_two_officers_decide()
    {
        await using var tab = await demo.SignedIn(chromium, "nordstern@qn.example", "/exporter");
        var page = tab.Page;
        await page.ClickAsync("text=Begin from a file");
        await page.SetInputFilesAsync("input[type=file]", Application());
        await tab.Press("Read the file");
        Assert.Equal(
            ["Origin and use", "Goods", "Parties", "End use", "Order and payment", "Documents"],
            await page.Locator(".govuk-task-list >> nth=0").Locator("a").AllInnerTextsAsync()
        );
        await tab.Look("import-tasks");

        await page.ClickAsync("text=Origin and use");
        await page.SelectOptionAsync("[name='Draft.ExportingState']", "QN");
        await tab.Press("Save and continue");
        Assert.Equal(["The exporting State is the importing State: this is not an import."], await tab.Errors());
        await tab.Look("import-origin");
        await page.SelectOptionAsync("[name='Draft.ExportingState']", "QM");
        await tab.Press("Save and continue");
        await page.ClickAsync("text=Goods");
        await tab.Look("import-goods");
        await page.ClickAsync("a:has-text('Change')");
        Assert.Equal(0, await page.Locator("[name='Serials']").CountAsync());
        await tab.Look("import-line");
        await tab.Press("Save and continue");
        await page.ClickAsync("text=Back to the task list");
        await page.ClickAsync("text=Documents");
        await page.CheckAsync("label:has-text('End-user certificate')");
        await page.SetInputFilesAsync(
            "input[type=file]",
            new FilePayload
            {
                Name = "euc.pdf",
                MimeType = "application/pdf",
                Buffer = Paper.Pdf("Certificate"),
            }
        );
        await tab.Press("Attach");
        await page.ClickAsync("text=Back to the task list");
        await page.ClickAsync("text=Check your answers and submit");
        await tab.Look("import-check");
        await page.CheckAsync("text=I declare");
        await tab.Press("Submit the application");
        var number = await page.InnerTextAsync(".govuk-panel__body strong");
        Assert.Matches(@"^QN-\d{4}-\d{6}$", number);
        await page.ClickAsync("text=Follow the case");
        await tab.Look("import-case");

        var id = page.Url.Split('/')[^1];
        await using var officer = await demo.SignedIn(chromium, "officer@qn.example", $"/officer/cases/{id}");
        await officer.Look("import-officer");
        Assert.DoesNotContain("Transit States", await officer.Words(), StringComparison.Ordinal);
        await officer.Page.ClickAsync("text=Recommend a decision");
        // No longer than the importer has asked for.
        var wanted = DateOnly.Parse((string)Dossier("14-").Application["wantedUntil"]!, CultureInfo.InvariantCulture);
        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"It may run to {wanted:d MMMM yyyy} at the latest"),
            await officer.Words(),
            StringComparison.Ordinal
        );
        await officer.Page.GetByLabel("Grant the licence", new() { Exact = true }).CheckAsync();
        await officer.Page.FillAsync("[name='Note']", "As the findings say.");
        await officer.Look("import-recommend");
        await officer.Press("Send the recommendation");
        await using var senior = await demo.SignedIn(chromium, "senior@qn.example", $"/officer/cases/{id}/decide");
        await senior.Look("import-decide");
        await senior.Press("Continue");
        await senior.Press("Grant and issue the licence");

        await page.ReloadAsync();
        await tab.Look("import-granted");
        Assert.Contains("Import authorisation QN-IM-", await tab.Words(), StringComparison.Ordinal);
        await senior.Page.GotoAsync(new Uri(demo.Address, $"/officer/cases/{id}").AbsoluteUri);
        await senior.Look("import-authorised");
        await using var auditor = await demo.SignedIn(chromium, "auditor@qn.example", $"/auditor/cases/{id}");
        await auditor.Look("import-audited");
    }

    [Fact]
    public async Task Customs_counts_what_comes_in_the_importer_reports_what_is_marked_and_a_senior_officer_waives_the_rest()
    {
        var import = await demo.Bring("14-");
        using var door = new FrontDoor(demo.Address);
        var officer = await door.SignIn("officer@qn.example");
        var number = (await officer.Case(import.Id))["authorisation"].GetProperty("number").GetString()!;

        await using var customs = await demo.SignedIn(
            chromium,
            "customs@qn.example",
            $"/customs/authorisations?number={number}"
        );
        await customs.Page.ClickAsync("text=Record what comes in");
        await customs.Page.FillAsync("[name='Lines[0].Amount']", "2");
        await customs.Page.FillAsync("[name='Lines[0].Serials']", "N-1");
        await customs.Page.FillAsync("[name='Post']", "Nordhaven");
        await customs.Look("marking-entry");
        await customs.Press("Record what comes in");
        await customs.Look("marking-customs");

        await using var importer = await demo.SignedIn(
            chromium,
            "nordstern@qn.example",
            $"/exporter/cases/{import.Id}"
        );
        Assert.Contains("2 of 2 are still to be marked: N-", await importer.Words(), StringComparison.Ordinal);
        await importer.Look("marking-importer");
        await importer.Page.ClickAsync("text=Report marked firearms");
        await importer.Press("Report them");
        Assert.Equal(["Give at least one line of the licence, with its quantity."], await importer.Errors());
        await importer.Page.FillAsync("[name='Lines[0].Amount']", "1");
        await importer.Page.FillAsync("[name='Lines[0].Serials']", "N-1");
        await importer.Look("marking-report");
        await importer.Press("Report them");
        Assert.Contains("1 of 2 are still to be marked", await importer.Words(), StringComparison.Ordinal);

        await using var senior = await demo.SignedIn(chromium, "senior@qn.example", $"/officer/cases/{import.Id}");
        await senior.Look("marking-officer");
        await senior.Page.ClickAsync("text=Waive the import marking");
        await senior.Page.FillAsync("[name='Lines[0].Amount']", "1");
        await senior.Page.FillAsync("[name='Reason']", "Destroyed at the border, see protocol 3.");
        await senior.Look("marking-waive");
        await senior.Press("Waive the import marking");
        Assert.Contains(
            "2 came in, 1 marked, 1 need not be, 0 not marked yet",
            await senior.Words(),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Waive the import marking", await senior.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_importing_State_confirms_what_it_has_issued_without_typing_it_and_takes_it_back()
    {
        var import = await demo.Bring("14-");
        using var door = new FrontDoor(demo.Address);
        var here = await door.SignIn("officer@qn.example");
        var authorisation = (await here.Case(import.Id))["authorisation"].GetProperty("number").GetString()!;
        var export = await Exported(door, authorisation);

        await using var there = await demo.SignedIn(chromium, "correspondent@qn.example");
        await there.Page.ClickAsync($"text={authorisation}");
        await there.Page.ClickAsync("a:text-is('Confirm the import authorisation')");
        Assert.Contains("there is nothing to type", await there.Words(), StringComparison.Ordinal);
        await there.Look("import-register");
        await there.Press("Continue");
        Assert.Contains("As it stands in your own register", await there.Words(), StringComparison.Ordinal);
        await there.Look("import-register-check");
        await there.Press("Confirm the import authorisation");
        Assert.StartsWith(export, await there.Page.InnerTextAsync(".govuk-panel strong"), StringComparison.Ordinal);

        await using var officer = await demo.SignedIn(chromium, "officer@qn.example", $"/officer/cases/{import.Id}");
        await officer.Page.ClickAsync("text=Amend the authorisation");
        await officer.Page.FillAsync("[name='Lines[0].Quantity']", "150");
        await officer.Press("Propose the amendment");
        Assert.Equal(["Give the reason."], await officer.Errors());
        await officer.Look("import-amend");
        await officer.Page.FillAsync("textarea", "The shop has grown.");
        await officer.Press("Propose the amendment");
        Assert.Contains("A senior officer has to do this.", await officer.Words(), StringComparison.Ordinal);

        await using var senior = await demo.SignedIn(chromium, "senior@qn.example", $"/officer/cases/{import.Id}");
        await senior.Page.ClickAsync("text=Confirm the amendment");
        Assert.Contains("150 pieces instead of 120 pieces", await senior.Words(), StringComparison.Ordinal);
        await senior.Look("import-amendment");
        await senior.Press("Confirm the amendment");
        Assert.Contains("The authorisation is amended", await senior.Words(), StringComparison.Ordinal);
        await senior.Page.ClickAsync("text=Revoke the authorisation");
        Assert.Contains("they suspend their licences", await senior.Words(), StringComparison.Ordinal);
        await senior.Look("import-revoke");
        await senior.Page.FillAsync("textarea", "The papers were forged.");
        await senior.Press("Revoke the authorisation");
        Assert.Contains("Authorisation revoked", await senior.Words(), StringComparison.Ordinal);
        await senior.Look("import-revoked");
    }

    private static FilePayload Application() =>
        new()
        {
            Name = "application.json",
            MimeType = "application/json",
            Buffer = Encoding.UTF8.GetBytes(Dossier("14-").Application.ToJsonString()),
        };

    private static Dossier Dossier(string beginsWith) =>
        DossierFile.Read(
            DossierFile.Enclosed().Single(f => Path.GetFileName(f).StartsWith(beginsWith, StringComparison.Ordinal)),
            DateOnly.FromDateTime(DateTime.UtcNow)
        );

    /// <summary>Number of a case of Meridia that draws on the authorisation.</summary>
    private static async Task<string> Exported(FrontDoor door, string authorisation)
    {
        var halden = await door.SignIn("halden@qm.example");
        var application = Dossier("01-").Application;
        application["importAuthorisations"] = new JsonArray(new JsonObject { ["number"] = authorisation });
        application["lines"]![0]!["draws"] = new JsonArray(
            new JsonObject { ["authorisation"] = authorisation, ["amount"] = 40 }
        );
        var id = (await halden.Begin(application)).Id("applicationId");
        foreach (var kind in new[] { "end-user-certificate", "import-authorisation" })
            Assert.True((await halden.Attach(id, kind, $"{kind}.pdf", Paper.Pdf(kind))).IsDone);
        return (await halden.Submit(id, (await halden.Draft(id)).Id("version"))).Text("number");
    }
}
