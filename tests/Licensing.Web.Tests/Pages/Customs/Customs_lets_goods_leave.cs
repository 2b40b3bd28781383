using Licensing.Web.Tests.Browser;
using Licensing.Web.Tests.Journeys;
using Licensing.Web.Tests.Pages.Public;

namespace Licensing.Web.Tests.Pages.Customs;

/// <summary>On the clock of the journeys, where today is 25 February 2027.</summary>
public sealed class Customs_lets_goods_leave(OnSqlite demo, ChromiumFixture chromium) : IClassFixture<OnSqlite>
{
    private const string Here = "customs@qm.example";

    [Fact]
    public async Task A_licence_is_looked_up_and_its_goods_are_released_and_leave_in_two_parts()
    {
        var open = await ThroughPortavia().Granted();
        await open.Declared(1, 40);
        var number = await Number(open);
        await using var tab = await SignedIn(Here);
        Assert.Equal("/customs", new Uri(tab.Page.Url).AbsolutePath);
        Assert.Contains(
            $"{number}/1 26 April 2027 Meridia (QM) to Northmark (QN) Meridia harbour MV Aurora, container MSKU 123456-7 Declared",
            await Rows(tab, "here")
        );
        await tab.Look("customs");

        await tab.Page.FillAsync("[name=Number]", $" {number.ToLowerInvariant()} ");
        await tab.Press("Look up");
        Assert.Equal(number, await tab.Page.InnerTextAsync("h1"));
        Assert.Equal(
            ["Is this licence good today?", "Good today", "Its last day is 19 August 2027."],
            await First(tab)
        );
        Assert.Equal(["1 Halden BH308, bolt-action rifle 40 pieces 0 0 40"], await Rows(tab, "left"));
        Assert.Equal(
            [$"{number}/1 26 April 2027 40 pieces, Halden BH308, bolt-action rifle Meridia harbour Declared"],
            await Rows(tab, "shipments")
        );
        Assert.Contains("QP: The container stays sealed.", await tab.Words(), StringComparison.Ordinal);
        await tab.Look("customs-licence");

        await tab.Page.ClickAsync($"a:text-is('{number}/1')");
        Assert.Equal($"{number}/1", await tab.Page.InnerTextAsync("h1"));
        Assert.Equal(
            [
                "May this leave now?",
                "Not yet: not released",
                "Nothing that the law asks is unmet today. Nothing leaves before you have released it.",
            ],
            await First(tab)
        );
        Assert.Equal(["Release", "Hold", "Seize"], await Acts(tab));
        await tab.Look("customs-shipment-declared");

        await tab.Page.ClickAsync("a:text-is('Release')");
        Assert.Equal("Meridia harbour", await tab.Page.InputValueAsync("[name=Post]"));
        await tab.Look("customs-release");
        await tab.Press("Release");
        Assert.Equal(
            ["The law does not permit this now. The findings below say what is missing and what to do."],
            await tab.Errors()
        );
        Assert.Equal(
            [
                "Art. 10(1) Not seen to be met: QP: The container stays sealed.",
                "What to do: The goods stay until an officer at the post has seen that the condition is met.",
            ],
            await tab.Page.Locator(".officer-refusal .findings__unmet p").AllInnerTextsAsync()
        );
        await tab.Look("customs-release-refused");
        await tab.Page.CheckAsync("label:text-is('QP: The container stays sealed.')");
        await tab.Press("Release");
        Assert.Equal($"Shipment {number}/1 is released. Record what leaves when it leaves.", await Said(tab));
        Assert.Equal(
            ["May this leave now?", "Yes", "It has been released, and nothing that the law asks is unmet today."],
            await First(tab)
        );
        Assert.Equal(["Record what leaves", "Hold", "Seize"], await Acts(tab));
        await tab.Look("customs-shipment-released");

        await tab.Page.ClickAsync("a:text-is('Record what leaves')");
        Assert.Equal(Serials(1, 40), await tab.Page.InputValueAsync("[name='Lines[0].Serials']"));
        await tab.Look("customs-exit");
        await tab.Press("Record what leaves");
        Assert.Equal(["Give at least one line of the licence, with its quantity."], await tab.Errors());
        await tab.Page.FillAsync("[name='Lines[0].Amount']", "2.5");
        await tab.Press("Record what leaves");
        Assert.Equal(["Line 1: Pieces, sets and rounds are counted in whole numbers."], await tab.Errors());
        await tab.Look("customs-exit-malformed");
        await tab.Page.FillAsync("[name='Lines[0].Amount']", "25");
        await tab.Press("Record what leaves");
        Assert.Equal(
            [
                "Art. 8(1)(a) Line 1: 40 different serial numbers for 25 of them.",
                "What to do: Give the serial number of each firearm once.",
            ],
            await tab.Page.Locator(".officer-refusal .findings__unmet p").AllInnerTextsAsync()
        );
        await tab.Look("customs-exit-refused");
        await tab.Page.FillAsync("[name='Lines[0].Serials']", Serials(1, 25));
        await tab.Press("Record what leaves");
        Assert.Equal("What leaves is recorded.", await Said(tab));
        Assert.Equal("Yes", (await First(tab))[1]);
        Assert.Contains(
            "Line 1: 15 pieces, Halden BH308, bolt-action rifle",
            await tab.Page.Locator("#still + ul").InnerTextAsync(),
            StringComparison.Ordinal
        );
        await tab.Look("customs-shipment-partly-left");

        await tab.Page.ClickAsync("a:text-is('Record what leaves')");
        Assert.Equal(Serials(26, 15), await tab.Page.InputValueAsync("[name='Lines[0].Serials']"));
        await tab.Page.FillAsync("[name='Lines[0].Amount']", "15");
        await tab.Press("Record what leaves");
        Assert.Equal(
            ["May this leave now?", "No: it has left", "Nothing more leaves with this shipment."],
            await First(tab)
        );
        Assert.Equal(2, await tab.Page.Locator("#exits + ol > li").CountAsync());
        Assert.Equal("Nothing more: the shipment has left.", await tab.Page.InnerTextAsync(".case-aside p"));
        await tab.Look("customs-shipment-left");
        await tab.Page.GotoAsync($"{tab.Page.Url}/exit");
        await tab.Look("customs-exit-not-now");
        await tab.Page.ClickAsync($"a:text-is('Licence {number}')");
        Assert.Equal(
            [
                "Is this licence good today?",
                "Not good today: exhausted",
                "All that it licenses has left. Nothing more may leave under it.",
            ],
            await First(tab)
        );
        await tab.Look("customs-licence-exhausted");
    }

    [Fact]
    public async Task A_shipment_with_an_unmet_finding_stays_and_the_page_says_why_and_what_to_do()
    {
        var open = await ThroughPortavia().Granted();
        var shipment = await open.Declared(1, 41);
        await using var tab = await SignedIn(Here, $"/customs/shipments/{shipment}");
        Assert.Equal(
            ["May this leave now?", "No", "One requirement is not met today. The goods stay."],
            await First(tab)
        );
        Assert.Equal(
            [
                "Art. 10(1) 41 of line 1: only 40 of 40 pieces are left on the licence.",
                "What to do: What is more than the licence leaves stays; it needs a licence of its own.",
            ],
            await tab.Page.Locator(".findings__unmet p").AllInnerTextsAsync()
        );
        Assert.Equal(["Hold", "Seize"], await Acts(tab));
        Assert.Equal(
            "Release\nNot now. Not everything that the law asks is met today. The findings say what is missing and what to do.",
            await tab.Page.InnerTextAsync(".officer-blocked")
        );
        await tab.Look("customs-shipment-unmet");
        await tab.Page.GotoAsync($"{tab.Page.Url}/release");
        Assert.Contains("This cannot be done now.", await tab.Words(), StringComparison.Ordinal);
        Assert.Equal(0, await tab.Page.Locator("button:text-is('Release')").CountAsync());
        await tab.Look("customs-release-not-now");

        Lawful.Must(await (await demo.Officer).SuspendLicence(open.Id, "A question of the police."));
        await tab.Page.GotoAsync(At($"/customs/licences?number={await Number(open)}"));
        Assert.Equal(
            [
                "Is this licence good today?",
                "Not good today: suspended",
                "Nothing may leave under it until its authority has reinstated it.",
            ],
            await First(tab)
        );
        await tab.Look("customs-licence-suspended");
    }

    [Fact]
    public async Task One_shipment_is_held_and_another_is_seized_without_scripts_and_on_a_small_screen()
    {
        var open = await new Lawful(demo).Granted();
        var held = await open.Declared(1, 10);
        var seized = await open.Declared(11, 10);
        await using var tab = await SignedIn(Here, $"/customs/shipments/{held}", 320);
        await tab.Page.ClickAsync("a:text-is('Hold')");
        await tab.Look("customs-hold-320");
        await tab.Press("Hold the shipment");
        Assert.Equal(["Give the reason."], await tab.Errors());
        await tab.Look("customs-hold-malformed-320");
        await tab.Page.FillAsync("[name=Reason]", "The weights differ.");
        await tab.Press("Hold the shipment");
        Assert.Equal("The shipment is held. The licensing authority has been told.", await Said(tab));
        Assert.Equal(
            [
                "May this leave now?",
                "Not yet: held",
                "Customs holds it. It stays until the licensing authority has lifted the hold.",
            ],
            await First(tab)
        );
        Assert.Equal(["Seize"], await Acts(tab));
        Assert.Contains(
            "Meridia harbour. The licensing authority answers by 11 March 2027.",
            await tab.Page.InnerTextAsync("#holds + ol"),
            StringComparison.Ordinal
        );
        await tab.Look("customs-shipment-held-320");
        await tab.Page.GotoAsync(At("/customs"));
        Assert.Contains(await Rows(tab, "here"), row => row.EndsWith("Declared Held", StringComparison.Ordinal));
        await tab.Look("customs-320");

        await using var plain = await SignedIn(Here, $"/customs/shipments/{seized}/seize", 320, javaScript: false);
        Assert.Contains("A seizure cannot be taken back here.", await plain.Words(), StringComparison.Ordinal);
        Assert.Equal(0, await plain.Overflow());
        await plain.Page.FillAsync("[name=Reason]", "Another calibre than declared.");
        await plain.Press("Seize the goods");
        Assert.Equal("The goods are seized. The licensing authority has been told.", await Said(plain));
        Assert.Equal(
            ["May this leave now?", "No: seized", "Customs has seized what had not left."],
            await First(plain)
        );
        await tab.Page.GotoAsync(plain.Page.Url);
        await tab.Look("customs-shipment-seized-320");
        await tab.Page.GotoAsync(At($"/customs/shipments/{held}/seize"));
        await tab.Look("customs-seize-320");
        await tab.Page.GotoAsync(At($"/customs/licences?number={await Number(open)}"));
        Assert.Equal(["1 Halden BH308, bolt-action rifle 40 pieces 0 10 30"], await Rows(tab, "left"));
        await tab.Look("customs-licence-320");
    }

    [Fact]
    public async Task Customs_of_a_transit_State_reports_an_entry_and_that_of_the_exporting_State_reads_it()
    {
        var open = await ThroughPortavia().Granted();
        var shipment = await open.Shipped(1, 25);
        var number = await Number(open);
        await using var tab = await SignedIn("customs@qp.example", width: 320);
        Assert.Contains(
            await Rows(tab, "underway"),
            row =>
                row.StartsWith($"{number}/1 ", StringComparison.Ordinal)
                && row.EndsWith(" Has left", StringComparison.Ordinal)
        );
        await tab.Look("customs-transit-320");
        await tab.Page.ClickAsync($"a:text-is('{number}/1')");
        Assert.Equal(
            [
                "May this go on?",
                "Yes, as far as the licence goes",
                "The goods left Meridia (QM) while it was good, and have not been called back.",
            ],
            await First(tab)
        );
        Assert.Equal(["Report what you see"], await Acts(tab));
        await tab.Look("customs-transit-shipment-320");

        await tab.Page.ClickAsync("a:text-is('Report what you see')");
        Assert.Equal(
            [
                "The goods have entered for transit",
                "The goods have left on the way on",
                "We hold the goods",
                "We have seized the goods",
                "The goods go on by another route than declared",
            ],
            await tab.Page.Locator(".govuk-radios__label").AllInnerTextsAsync()
        );
        await tab.Look("customs-report-320");
        await tab.Fill("On", new DateOnly(2027, 2, 26));
        await tab.Press("Send the report");
        Assert.Equal(
            ["Give what happened.", "It cannot have happened after today.", "Give the customs post."],
            await tab.Errors()
        );
        await tab.Look("customs-report-malformed-320");
        await tab.Page.CheckAsync("text=The goods have entered for transit");
        await tab.Fill("On", demo.Today);
        await tab.Page.FillAsync("[name=Post]", "Porto Alto");
        await tab.Page.ClickAsync("text=You have counted the goods");
        await tab.Page.FillAsync("[name='Lines[0].Amount']", "24");
        await tab.Press("Send the report");
        Assert.Equal("Your report is with the authorities of Meridia (QM).", await Said(tab));
        const string report =
            "Entered for transit, Portavia (QP) 25 February 2027, Porto Alto Line 1: 24 pieces, Halden BH308, bolt-action rifle";
        Assert.Equal(report, await Timeline(tab));
        await tab.Look("customs-reported-320");

        await using var here = await SignedIn(Here, $"/customs/shipments/{shipment}");
        Assert.Equal(report, await Timeline(here));
        await using var there = await SignedIn("customs@qn.example", $"/customs/shipments/{shipment}/report");
        Assert.Equal(
            [
                "The goods have entered for import",
                "We hold the goods",
                "We have seized the goods",
                "The goods go on by another route than declared",
            ],
            await there.Page.Locator(".govuk-radios__label").AllInnerTextsAsync()
        );

        Lawful.Must(await (await demo.Of("qn")).RevokeImport(await open.ImportRequest(), "CONFIDENTIAL"));
        await tab.Page.ReloadAsync();
        Assert.Equal(
            [
                "May this go on?",
                "No: called back",
                "Meridia (QM) has called these goods back. Hold them, report it here, and ask its authority.",
            ],
            await First(tab)
        );
        Assert.DoesNotContain("CONFIDENTIAL", await tab.Page.ContentAsync(), StringComparison.Ordinal);
        await tab.Look("customs-called-back-320");
    }

    [Fact]
    public async Task A_number_that_is_not_known_here_is_said_at_its_field_and_nothing_else()
    {
        var open = await new Lawful(demo).Granted();
        var shipment = await open.Declared(1, 1);
        var number = await Number(open);
        await using var tab = await SignedIn("customs@qy.example");
        Assert.Contains("Nothing waits at the posts of", await tab.Words(), StringComparison.Ordinal);
        await tab.Look("customs-nothing");
        await tab.Press("Look up");
        Assert.Equal(["Give the number of the licence, as it is printed on it."], await tab.Errors());

        foreach (var unknown in new[] { "QM-EX-2027-999999", number })
        {
            var answer = await tab.Page.GotoAsync(At($"/customs/licences?number={unknown}"));
            Assert.Equal(404, answer!.Status);
            Assert.Equal(
                ["No licence with this number has goods that leave, cross or reach Yarrowmark. Check the number."],
                await tab.Errors()
            );
            Assert.Equal(unknown, await tab.Page.InputValueAsync("[name=Number]"));
        }
        await tab.Look("customs-unknown");
        Assert.Equal(404, (await tab.Page.GotoAsync(At($"/customs/shipments/{shipment}")))!.Status);

        await using var own = await SignedIn(Here, $"/customs/licences?number={number}/1");
        Assert.Equal($"/customs/shipments/{shipment}", new Uri(own.Page.Url).AbsolutePath);
        await own.Page.GotoAsync(At($"/customs/licences?number={number}/2"));
        Assert.Equal(
            $"There is no shipment {number}/2 under this licence. This is the licence itself.",
            await own.Page.InnerTextAsync(".govuk-inset-text")
        );
        await using var officer = await SignedIn("officer@qm.example");
        Assert.Equal(403, (await officer.Page.GotoAsync(At("/customs")))!.Status);
    }

    // The notice runs from today, so that the goods may leave today.
    private Lawful ThroughPortavia() => new(demo) { Through = ["QP"], NoticeFrom = demo.Today };

    private static async Task<string> Number(OpenCase open) =>
        (await open.AsOfficer()).GetProperty("licence").GetProperty("number").GetString()!;

    private static string Serials(int from, int count) =>
        string.Join('\n', Enumerable.Range(from, count).Select(n => $"BH-{n:000}"));

    private string At(string path) => new Uri(demo.Address, path).AbsoluteUri;

    private async Task<Tab> SignedIn(string email, string path = "/", int width = 1280, bool javaScript = true)
    {
        var tab = await chromium.Open(At($"/sign-in?returnUrl={Uri.EscapeDataString(path)}"), width, javaScript);
        await tab.Page.ClickAsync($"button[value='{email}']");
        await tab.Page.WaitForSelectorAsync("main");
        return tab;
    }

    private static async Task<IReadOnlyList<string>> First(Tab tab) =>
        await tab.Page.Locator(".customs-first > *").AllInnerTextsAsync();

    private static async Task<IReadOnlyList<string>> Acts(Tab tab) =>
        await tab.Page.Locator(".case-aside .govuk-button").AllInnerTextsAsync();

    private static async Task<string> Said(Tab tab) =>
        (
            await tab.Page.InnerTextAsync(".govuk-notification-banner--success .govuk-notification-banner__heading")
        ).Trim();

    private static async Task<IReadOnlyList<string>> Rows(Tab tab, string region) =>
        [
            .. (
                await tab.Page.Locator($"[role=region][aria-labelledby={region}] tbody tr").AllInnerTextsAsync()
            ).Select(Line),
        ];

    private static async Task<string> Timeline(Tab tab) => Line(await tab.Page.InnerTextAsync("#way + ol"));

    private static string Line(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
