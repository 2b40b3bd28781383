using System.Text.Json.Nodes;
using Licensing.Journey;
using Licensing.Web.Tests.Browser;
using Licensing.Web.Tests.Pages.Public;

namespace Licensing.Web.Tests.Pages.Shipments;

/// <summary>Three rifles and six hundred rounds went to a match in Northmark; two rifles are back.</summary>
public sealed class Goods_go_for_a_while(ChromiumFixture chromium, StartedDemo demo) : IClassFixture<StartedDemo>
{
    [Fact]
    public async Task An_exporter_says_for_what_and_until_when_and_is_told_what_is_wrong()
    {
        using var door = new FrontDoor(demo.Address);
        var halden = await door.SignIn("halden@qm.example");
        var application = Dossier("01-").Application;
        var id = (await halden.Begin(application)).Id("applicationId");
        await using var tab = await demo.SignedIn(
            chromium,
            "halden@qm.example",
            $"/exporter/applications/{id}/end-use",
            320
        );
        Assert.True(await tab.Page.IsCheckedAsync("[name=IsTemporary][value=false]"));
        await tab.Look("stay-draft-320");

        await tab.Page.CheckAsync("[name=IsTemporary][value=true]");
        await tab.Page.SelectOptionAsync("[name='Draft.Temporary.Purpose']", "Hunting");
        await tab.Page.FillAsync("[name='Draft.Temporary.OtherPurpose']", "resale");
        await tab.Fill("Draft.Temporary.ReturnBy", Today);
        await tab.Press("Save and continue");
        Assert.Equal(
            [
                "The purpose is on the list: leave this out, or choose another purpose.",
                "The goods cannot be back before they have arrived: give a day after that.",
            ],
            await tab.Errors()
        );
        await tab.Look("stay-draft-wrong-320");
        await tab.Page.FillAsync("[name='Draft.Temporary.OtherPurpose']", "");
        await tab.Fill("Draft.Temporary.ReturnBy", Today.AddDays(90));
        await tab.Page.FillAsync("[name='Draft.Temporary.Evidence.Number']", "INV-7");
        await tab.Page.FillAsync("[name='Draft.Temporary.Evidence.Issuer']", "Nordhaven Forest Office");
        await tab.Fill("Draft.Temporary.Evidence.IssuedOn", Today.AddDays(-3));
        await tab.Press("Save and continue");
        await tab.Page.ClickAsync("text=Check your answers and submit");
        Assert.Contains("INV-7, Nordhaven Forest Office", await tab.Words(), StringComparison.Ordinal);
        Assert.Contains(
            "Attach the evidence of the purpose for which the goods go for a while.",
            await tab.Words(),
            StringComparison.Ordinal
        );

        await tab.Page.GotoAsync(new Uri(demo.Address, $"/exporter/applications/{id}/end-use").AbsoluteUri);
        await tab.Page.CheckAsync("[name=IsTemporary][value=false]");
        await tab.Press("Save and continue");
        Assert.False((await halden.Draft(id))["draft"].TryGetProperty("temporary", out _));
    }

    [Fact]
    public async Task Goods_come_back_are_accounted_for_and_their_time_is_extended()
    {
        var found = await demo.Bring("15-");
        await using var exporter = await demo.SignedIn(chromium, "halden@qm.example", $"/exporter/cases/{found.Id}");
        Assert.Contains(
            "1 of 3 are still to come back: BH308-M-0073",
            await exporter.Page.InnerTextAsync("section[aria-labelledby=stay]"),
            StringComparison.Ordinal
        );
        await exporter.Look("stay-exporter");

        await using var officer = await demo.SignedIn(chromium, "officer@qm.example", $"/officer/cases/{found.Id}");
        var stay = await officer.Page.InnerTextAsync("section[aria-labelledby=stay]");
        Assert.Contains("NWM-2026-044, issued by Northmark Civil Shooting Federation", stay, StringComparison.Ordinal);
        Assert.Contains(
            "Not asked for where goods go for sport shooting (Visiting Hunters and Marksmen Act of Meridia, 2024, section 4 (fictional)).",
            await officer.Page.InnerTextAsync("section[aria-labelledby=findings]"),
            StringComparison.Ordinal
        );
        Assert.Equal("Simplified", await officer.Page.InnerTextAsync(".findings__met .govuk-tag"));
        Assert.Contains("Extend the time for the return", await officer.Words(), StringComparison.Ordinal);
        await officer.Look("stay-officer");
        using (var door = new FrontDoor(demo.Address))
            Assert.True(
                (
                    await (await door.SignIn("officer@qm.example")).AttachToCase(
                        found.Id,
                        "other",
                        "score-sheet.pdf",
                        Paper.Pdf("Score sheet of the match")
                    )
                ).IsDone
            );
        await officer.Page.ClickAsync("text=Account for goods");
        await officer.Page.FillAsync("[name='Lines[1].Amount']", "601");
        await officer.Page.SelectOptionAsync("[name=Outcome]", "Consumed");
        await officer.Press("Account for the goods");
        Assert.Equal(
            ["Give how it is known.", "Attach the document that bears it out to the case, and give it here."],
            (await officer.Errors()).Order(StringComparer.Ordinal).Reverse()
        );
        await officer.Look("stay-account");
        await officer.Page.SelectOptionAsync("[name=DocumentId]", new[] { "Other: score-sheet.pdf" });
        await officer.Page.FillAsync("textarea[name=Reason]", "Fired in the match.");
        await officer.Press("Account for the goods");
        Assert.Contains(
            "Line 2: 601 cannot come back or be accounted for: 600 are outstanding.",
            await officer.Words(),
            StringComparison.Ordinal
        );
        await officer.Look("stay-account-refused");
        await officer.Page.FillAsync("[name='Lines[1].Amount']", "600");
        await officer.Press("Account for the goods");
        Assert.Contains("The goods are accounted for.", await officer.Words(), StringComparison.Ordinal);

        await using var senior = await demo.SignedIn(
            chromium,
            "senior@qm.example",
            $"/officer/cases/{found.Id}/extend-return"
        );
        await senior.Fill("ReturnBy", Today.AddDays(80));
        await senior.Page.FillAsync("textarea", "The pass is closed.");
        await senior.Press("Extend the time");
        Assert.Contains("lets the goods stay until", await senior.Words(), StringComparison.Ordinal);
        await senior.Look("stay-extension-refused");
        await senior.Fill("ReturnBy", Today.AddDays(60));
        await senior.Press("Extend the time");
        Assert.Contains("The time for the return has been extended", await senior.Words(), StringComparison.Ordinal);

        var number = await LicenceOf(found.Id);
        await using var customs = await demo.SignedIn(
            chromium,
            "customs@qm.example",
            $"/customs/licences?number={number}",
            320
        );
        await customs.Look("stay-customs-320");
        await customs.Page.ClickAsync("text=Record what comes back");
        await customs.Page.FillAsync("[name='Lines[0].Amount']", "1");
        await customs.Page.FillAsync("[name='Lines[0].Serials']", "BH308-M-0071");
        await customs.Page.FillAsync("[name=Post]", "Meridia harbour");
        await customs.Press("Record what comes back");
        Assert.Contains(
            "Line 1: back or accounted for already: BH308-M-0071.",
            await customs.Words(),
            StringComparison.Ordinal
        );
        await customs.Look("stay-return-refused-320");
        await customs.Page.FillAsync("[name='Lines[0].Serials']", "BH308-M-0073");
        await customs.Press("Record what comes back");
        Assert.DoesNotContain("Record what comes back", await customs.Words(), StringComparison.Ordinal);
        await customs.Look("stay-all-back-320");
        await exporter.Page.ReloadAsync();
        Assert.Contains(
            "0 of 600 are still to come back; 600 are accounted for",
            await exporter.Words(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Customs_of_the_importing_State_records_what_comes_in_and_leaves_again()
    {
        var (caseId, number) = await Authorised();
        await using var customs = await demo.SignedIn(chromium, "customs@qn.example", "/customs");
        await customs.Page.ClickAsync("text=Look up an import authorisation");
        await customs.Page.FillAsync("[name=Number]", "QN-IM-1999-000001");
        await customs.Press("Look up");
        Assert.Single(await customs.Errors());
        await customs.Look("stay-import-none");
        await customs.Page.FillAsync("[name=Number]", number);
        await customs.Press("Look up");
        Assert.Contains("For goods that leave again by", await customs.Words(), StringComparison.Ordinal);
        await customs.Look("stay-import");
        await customs.Page.ClickAsync("text=Record what comes in");
        await customs.Page.FillAsync("[name='Lines[0].Amount']", "1");
        await customs.Page.FillAsync("[name='Lines[0].Serials']", "X-1");
        await customs.Page.FillAsync("[name=Post]", "Nordhaven");
        await customs.Look("stay-import-entry");
        await customs.Press("Record what comes in");
        Assert.Contains("The import marking is waived", await customs.Words(), StringComparison.Ordinal);
        await customs.Look("stay-import-here");
        await customs.Page.ClickAsync("text=Record what leaves again");
        await customs.Page.FillAsync("[name='Lines[0].Amount']", "1");
        await customs.Page.FillAsync("[name='Lines[0].Serials']", "X-1");
        await customs.Page.FillAsync("[name=Post]", "Nordhaven");
        await customs.Press("Record what leaves again");
        Assert.Contains("Left again", await customs.Words(), StringComparison.Ordinal);

        await using var officer = await demo.SignedIn(chromium, "officer@qn.example", $"/officer/cases/{caseId}");
        Assert.Contains("1 came in, 1 left again", await officer.Words(), StringComparison.Ordinal);
        await officer.Look("stay-import-officer");
        await officer.Page.ClickAsync("text=Amend the authorisation");
        Assert.True(await officer.Page.IsVisibleAsync("[name='LeavesAgainBy.Day']"));
        await using var importer = await demo.SignedIn(chromium, "nordstern@qn.example", $"/exporter/cases/{caseId}");
        Assert.Contains("Goods that leave again", await importer.Words(), StringComparison.Ordinal);
        await importer.Look("stay-importer");
    }

    private async Task<string> LicenceOf(Guid caseId)
    {
        using var door = new FrontDoor(demo.Address);
        var file = await (await door.SignIn("officer@qm.example")).Case(caseId);
        return file["licence"].GetProperty("number").GetString()!;
    }

    private async Task<(Guid Case, string Number)> Authorised()
    {
        using var door = new FrontDoor(demo.Address);
        var importer = await door.SignIn("nordstern@qn.example");
        var application = Dossier("14-").Application;
        application["temporary"] = new JsonObject
        {
            ["purpose"] = "repair",
            ["returnBy"] = $"{Today.AddDays(300):yyyy-MM-dd}",
            ["evidence"] = new JsonObject
            {
                ["number"] = "R-12",
                ["issuer"] = "Halden Arms Works",
                ["issuedOn"] = $"{Today.AddDays(-2):yyyy-MM-dd}",
            },
        };
        var id = (await importer.Begin(application)).Id("applicationId");
        foreach (var kind in new[] { "end-user-certificate", "purpose-evidence" })
            Assert.True((await importer.Attach(id, kind, $"{kind}.pdf", Paper.Pdf(kind))).IsDone);
        var submitted = await importer.Submit(id, (await importer.Draft(id)).Id("version"));
        Assert.True(submitted.IsDone, string.Join("\n", submitted.Refusal?.InWords() ?? []));
        var found = submitted.Id("caseId");
        var officer = await door.SignIn("officer@qn.example");
        var recommended = await officer.Recommend(
            found,
            (await officer.Case(found)).Id("version"),
            new Recommendation("grant", "As the findings say.")
        );
        Assert.True(recommended.IsDone);
        var senior = await door.SignIn("senior@qn.example");
        Assert.True((await senior.Decide(found, (await senior.Case(found)).Id("version"), "grant", null)).IsDone);
        return (found, (await officer.Case(found))["authorisation"].GetProperty("number").GetString()!);
    }

    private static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);

    private static Dossier Dossier(string beginsWith) =>
        DossierFile.Read(
            DossierFile.Enclosed().Single(f => Path.GetFileName(f).StartsWith(beginsWith, StringComparison.Ordinal)),
            Today
        );
}
