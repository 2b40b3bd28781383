using Licensing.Web.Tests.Browser;
using Licensing.Web.Tests.Pages.Public;

namespace Licensing.Web.Tests.Pages.Officer;

/// <summary>What officers, companies and other agencies know is written down where the screening reads it.</summary>
public sealed class Registers_are_kept(ChromiumFixture chromium, StartedDemo demo) : IClassFixture<StartedDemo>
{
    private static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);

    [Fact]
    public async Task An_officer_records_what_is_known_of_a_party_and_a_second_one_confirms_it()
    {
        await using var officer = await demo.SignedIn(chromium, "officer@qm.example", "/officer/registers");
        await officer.Look("registers");
        await officer.Page.ClickAsync("main a:text-is('Parties')");
        await officer.Page.ClickAsync("a:text-is('Record an entry')");
        await officer.Page.FillAsync("[name='Texts[id]']", "Northmark 88120");
        await officer.Page.FillAsync("[name='Texts[fleet]']", "AX9");
        await officer.Press("Record it");
        Assert.Equal(["\"AX9\": there is something missing on this line."], await officer.Errors());
        await officer.Page.FillAsync("[name='Texts[fleet]']", "AX9 120\nBH308 40");
        await officer.Press("Record it");
        Assert.Equal(["Give where it comes from."], await officer.Errors());
        await officer.Page.FillAsync("[name=Source]", "Letter of the authority of Northmark");
        await officer.Press("Record it");
        Assert.StartsWith(
            "Give the party as its State",
            Assert.Single(await officer.Errors()),
            StringComparison.Ordinal
        );
        await officer.Look("registers-record");
        await officer.Page.FillAsync("[name='Texts[id]']", "QN/QN-88120");
        await officer.Page.SelectOptionAsync("[name='Texts[type]']", "dealer");
        await officer.Page.FillAsync("[name='Texts[authorisations]']", "DEALER_STOCK B 2026-01-01 2030-12-31");
        await officer.Fill("Days[registered_on]", new DateOnly(2011, 4, 1));
        await officer.Press("Record it");
        var words = await officer.Words();
        Assert.Contains("You recorded it, so a second officer has to confirm it.", words, StringComparison.Ordinal);
        Assert.Contains("1 April 2011", words, StringComparison.Ordinal);
        Assert.Contains("AX9 120, BH308 40", words, StringComparison.Ordinal);

        await using var second = await demo.SignedIn(chromium, "officer2@qm.example", "/officer/registers/parties");
        await second.Page.ClickAsync("button:has-text('Confirm it')");
        Assert.Contains("Counts", await second.Words(), StringComparison.Ordinal);
        await second.Look("registers-parties");
        await second.Page.ClickAsync("a:has-text('End it')");
        await second.Press("Propose to end the entry");
        Assert.Equal(["Give the reason."], await second.Errors());
        await second.Look("registers-end");

        await using var auditor = await demo.SignedIn(chromium, "auditor@qm.example", "/auditor/registers");
        Assert.Contains("Letter of the authority of Northmark", await auditor.Words(), StringComparison.Ordinal);
        await auditor.Look("registers-audited");
    }

    [Fact]
    public async Task A_broker_reports_what_an_officer_then_reads()
    {
        await using var broker = await demo.SignedIn(chromium, "broker@qm.example");
        Assert.EndsWith("/company/report", broker.Page.Url, StringComparison.Ordinal);
        await broker.Press("Send the report");
        Assert.Equal(
            [
                "Give what happened.",
                "Give the day on which it happened or was noticed.",
                "Give what happened, in your words.",
            ],
            await broker.Errors()
        );
        await broker.Look("report-errors");
        await broker.Page.CheckAsync("[value=Suspicion]");
        await broker.Fill("On", Today);
        await broker.Page.FillAsync("[name=Text]", "They pay in cash and ask for another harbour.");
        await broker.Press("Send the report");
        Assert.Equal(["Say whom you suspect, or give the case that it is about."], await broker.Errors());
        await broker.Page.FillAsync("[name=Party]", "QN/QN-88120");
        await broker.Press("Send the report");
        Assert.Contains("has reached the authority", await broker.Words(), StringComparison.Ordinal);

        await using var officer = await demo.SignedIn(chromium, "officer@qm.example", "/officer/registers/incidents");
        Assert.Contains("report of Marlow Brokers", await officer.Words(), StringComparison.Ordinal);
        await officer.Look("registers-incidents");
    }

    [Fact]
    public async Task An_administrator_loads_what_another_agency_has_sent()
    {
        await using var tab = await demo.SignedIn(chromium, "administrator@qm.example", "/administrator/registers");
        await Send("""{ "seizures": [{ "maker": "Halden" }] }""");
        Assert.Contains("Is missing.", Assert.Single(await tab.Errors()), StringComparison.Ordinal);
        await tab.Look("administrator-registers");

        await Send("""{ "seizures": [{ "maker": "Halden", "serial": "X-1" }] }""");

        Assert.Contains("Loaded: 1 in seizures.", await tab.Words(), StringComparison.Ordinal);

        async Task Send(string json)
        {
            await tab.Page.SetInputFilesAsync(
                "input[type=file]",
                new Microsoft.Playwright.FilePayload
                {
                    Name = "registers.json",
                    MimeType = "application/json",
                    Buffer = System.Text.Encoding.UTF8.GetBytes(json),
                }
            );
            await tab.Page.FillAsync("[name=Source]", "Police, by letter");
            await tab.Press("Load them");
        }
    }
}
