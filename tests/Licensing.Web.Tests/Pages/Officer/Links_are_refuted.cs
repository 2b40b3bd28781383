using System.Text.Json.Nodes;
using Licensing.Casework.Storage;
using Licensing.Domain.Parties;
using Licensing.Domain.States;
using Licensing.Journey;
using Licensing.Web.Tests.Browser;
using Licensing.Web.Tests.Pages.Public;

namespace Licensing.Web.Tests.Pages.Officer;

/// <summary>Who is linked to whom is seen at a glance, and what means nothing is no longer followed.</summary>
public sealed class Links_are_refuted(ChromiumFixture chromium, StartedDemo demo) : IClassFixture<StartedDemo>
{
    private const string Phone = "+47 55 100";

    [Fact]
    public async Task An_officer_sees_the_links_refutes_one_and_a_senior_one_confirms_it()
    {
        var found = await Linked();
        var flag = $"/officer/cases/{found.Id}/flags/DR-E06";
        var home = $"/officer/cases/{found.Id}";
        await using var officer = await demo.SignedIn(chromium, "officer@qm.example", flag);
        Assert.Equal(4, await officer.Page.Locator("svg.links rect").CountAsync());
        Assert.Equal(3, await officer.Page.Locator("svg.links path").CountAsync());
        Assert.Equal(["address", "email", "phone"], (await Labels(officer)).Order());
        Assert.Equal(0, await officer.Page.Locator(".links__line--refuted").CountAsync());
        await officer.Look("links-flag");

        await officer.Page.ClickAsync("tr:has-text('Pinewood Gunroom') a:has-text('Refute')");
        await officer.Press("Refute the link");
        Assert.Equal(
            [
                "Give the reason: what was looked at and what was found.",
                "Give the last day on which it is not to be followed.",
            ],
            await officer.Errors()
        );
        await officer.Page.FillAsync("[name=Reason]", "They rent rooms in one house.");
        await officer.Fill("LastDay", found.Today.AddYears(2));
        await officer.Press("Refute the link");
        Assert.StartsWith(
            "The last day is more than a year ahead",
            Assert.Single(await officer.Errors()),
            StringComparison.Ordinal
        );
        await officer.Look("links-refute");
        await officer.Fill("LastDay", found.Today.AddMonths(6));
        await officer.Press("Refute the link");
        Assert.Contains("Awaits a second officer", await officer.Words(), StringComparison.Ordinal);
        await demo.Open(officer, "/officer/links");
        Assert.Contains(
            "You refuted it, so a second officer has to confirm it.",
            await officer.Words(),
            StringComparison.Ordinal
        );

        await using var senior = await demo.SignedIn(chromium, "senior@qm.example", "/officer/links");
        await senior.Look("links-list");
        await senior.Page.ClickAsync("button:has-text('Confirm it')");
        Assert.Contains("Not followed", await senior.Words(), StringComparison.Ordinal);
        await demo.Open(senior, home);
        Assert.Equal(1, await senior.Page.Locator(".links__line--refuted").CountAsync());
        Assert.Equal(["address (refuted)", "email", "phone"], (await Labels(senior)).Order());
        Assert.Equal(
            0,
            await senior.Page.Locator("section[aria-labelledby=screening] a:text-is('DR-E06')").CountAsync()
        );
        await senior.Look("links-case");

        await using var auditor = await demo.SignedIn(chromium, "auditor@qm.example", "/auditor/links");
        Assert.Contains("They rent rooms in one house.", await auditor.Words(), StringComparison.Ordinal);
        await auditor.Look("links-audited");

        await demo.Open(officer, "/officer/links");
        await officer.Page.ClickAsync("a:has-text('Take it back')");
        await officer.Press("Take the refutation back");
        Assert.Equal(["Give the reason."], await officer.Errors());
        await officer.Page.FillAsync("[name=Reason]", "The lease has one tenant.");
        await officer.Look("links-end");
        await officer.Press("Take the refutation back");
        Assert.Contains("Taken back", await officer.Words(), StringComparison.Ordinal);
        await demo.Open(officer, flag);
        Assert.Contains("Who is linked to whom", await officer.Words(), StringComparison.Ordinal);
    }

    /// <summary>A case for Alder, who shares an address with one to whom a licence was refused, and a phone with one who shares an e-mail address
    /// with a third.</summary>
    private async Task<BroughtCase> Linked()
    {
        await demo.Bring("09-", a => Recipient(a, "email", "post@rosa.example"));
        await demo.Bring(
            "11-",
            a =>
            {
                Recipient(a, "email", "post@rosa.example");
                Recipient(a, "phone", Phone);
            }
        );
        await demo.Bring("07-");
        return await demo.Bring(
            "12-",
            a =>
            {
                Recipient(a, "address", "14 Fjord Street, Nordhaven");
                Recipient(a, "phone", Phone);
            }
        );
    }

    internal static void Recipient(JsonObject application, string field, string value)
    {
        foreach (var party in application["parties"]!.AsArray().Where(p => (string)p!["state"]! != "QM"))
            party![field] = value;
    }

    private static async Task<IReadOnlyList<string>> Labels(Tab tab) =>
        await tab.Page.Locator(".links__label").AllTextContentsAsync();
}

/// <summary>A picture of many parties stays one that can be read.</summary>
public sealed class Many_are_linked(ChromiumFixture chromium, StartedDemo demo) : IClassFixture<StartedDemo>
{
    [Fact]
    public async Task Of_many_parties_the_nearest_are_drawn_and_the_table_has_all()
    {
        var refused = await demo.Bring("07-");
        await using (var db = demo.Database.Open())
        {
            db.ScreenedParties.AddRange(Enumerable.Range(0, 33).Select(i => Dealer(refused, i)));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        var found = await demo.Bring(
            "12-",
            a =>
            {
                Links_are_refuted.Recipient(a, "address", "14 Fjord Street, Nordhaven");
                Links_are_refuted.Recipient(a, "phone", "+47 55 100");
            }
        );

        await using var officer = await demo.SignedIn(
            chromium,
            "officer@qm.example",
            $"/officer/cases/{found.Id}/flags/DR-E06"
        );

        Assert.Matches("The picture shows the 30 nearest of [0-9]+ parties", await officer.Words());
        Assert.Contains(
            "shows only the link by which each party was reached first",
            await officer.Words(),
            StringComparison.Ordinal
        );
        Assert.Equal(30, await officer.Page.Locator("svg.links rect").CountAsync());
        Assert.Equal(29, await officer.Page.Locator("svg.links path").CountAsync());
        Assert.Contains("Dealer 32", await officer.Words(), StringComparison.Ordinal);
        await officer.Look("links-many");
    }

    /// <summary>Eleven share a phone with the recipient of the case; behind each of these are two more.</summary>
    private static ScreenedParty Dealer(BroughtCase of, int i) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            CaseId = of.Id,
            KeptBy = Country.Parse("QM"),
            Key = $"QN/DEALER{i}",
            Role = PartyRole.Broker,
            Name = $"Dealer {i} of the Northern Sporting Goods Association",
            State = Country.Parse("QN"),
            Phone = i < 11 ? "4755100" : null,
            Email = $"DEALER{i % 11}@X",
            Address = $"{i}ROAD",
            On = of.Today,
        };
}
