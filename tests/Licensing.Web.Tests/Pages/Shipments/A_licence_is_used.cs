using System.Text.Json.Nodes;
using Licensing.Journey;
using Licensing.Web.Tests.Browser;
using Licensing.Web.Tests.Journeys;
using Licensing.Web.Tests.Pages.Public;

namespace Licensing.Web.Tests.Pages.Shipments;

/// <summary>Forty rifles to Northmark by sea, through no other State: the dossier of the newcomer.</summary>
[Collection(DemoPages.Name)]
public sealed class A_licence_is_used(ChromiumFixture chromium, StartedDemo demo)
{
    [Fact]
    public async Task An_exporter_declares_a_shipment_and_sees_what_becomes_of_it()
    {
        var found = await demo.Bring("01-");
        await using var tab = await Exporter(found);
        await tab.Page.ClickAsync("text=Declare a shipment");
        await tab.Look("ship");
        await tab.Page.FillAsync("[name='Form.Lines[0].Amount']", "0");
        await tab.Page.FillAsync("[name='Form.Carrier']", "");
        await tab.Press("Declare the shipment");
        Assert.Equal(
            [
                "Line 1: The quantity must be more than zero.",
                "Give the carrier.",
                "Give the ship, flight, vehicle or container.",
                "Give the customs post through which the goods leave.",
            ],
            await tab.Errors()
        );
        await tab.Look("ship-refused");
        await tab.Page.FillAsync("[name='Form.Lines[0].Amount']", "2");
        await tab.Page.FillAsync("[name='Form.NetKg']", "0.0005");
        await tab.Page.FillAsync("[name='Form.Lines[0].Serials']", "BH-1\nBH-1");
        await tab.Page.FillAsync("[name='Form.Carrier']", "Blue Line");
        await tab.Page.FillAsync("[name='Form.Conveyance']", "MV Aurora");
        await tab.Page.FillAsync("[name='Form.ExitPost']", "Meridia harbour");
        await tab.Press("Declare the shipment");
        Assert.Equal(["Kilograms have at most three decimals."], await tab.Errors());
        await tab.Page.FillAsync("[name='Form.NetKg']", "6.4");
        await tab.Press("Declare the shipment");
        Assert.Contains("6.4 kg", await tab.Page.InnerTextAsync("#shipments"), StringComparison.Ordinal);
        Assert.Contains("Awaits its release by customs", await tab.Words(), StringComparison.Ordinal);
        Assert.Contains(
            "Line 1: 1 different serial numbers for 2 of them.",
            await tab.Words(),
            StringComparison.Ordinal
        );
        await tab.Look("ship-declared");

        await tab.Page.ClickAsync("text=Cancel it");
        await tab.Look("ship-cancel");
        await tab.Page.FillAsync("textarea", "One number was given twice.");
        await tab.Press("Cancel the shipment");
        Assert.Contains("Cancelled", await tab.Page.InnerTextAsync("#shipments"), StringComparison.Ordinal);

        await tab.Page.ClickAsync("text=Surrender the licence");
        await tab.Look("surrender");
        await tab.Page.FillAsync("textarea", "The order is off.");
        await tab.Press("Surrender the licence");
        Assert.Equal("Licence surrendered", await tab.Page.InnerTextAsync(".case-header .govuk-tag"));
        await tab.Look("surrendered");
    }

    [Fact]
    public async Task An_importing_State_confirms_less_than_left_and_a_senior_officer_settles_it()
    {
        var found = await demo.Bring("01-");
        await Shipped(found);
        await using (var there = await demo.SignedIn(chromium, "correspondent@qn.example", width: 320))
        {
            await there.Page.ClickAsync("a:has-text('Receipt of a shipment') >> nth=0");
            await there.Look("receipt-request-320");
            await there.Page.ClickAsync("a:text-is('Confirm what has been received')");
            await there.Press("Continue");
            Assert.Equal(
                ["Give the day of arrival.", "Line 1: give the quantity that arrived in pieces, 0 if nothing did."],
                await there.Errors()
            );
            await there.Fill("Form.ReceivedOn", found.Today);
            await there.Page.FillAsync("[name='Form.Lines[0].Amount']", "1");
            await there.Look("receipt-320");
            await there.Press("Continue");
            await there.Look("receipt-check-320");
            await there.Press("Confirm what has been received");
            Assert.Equal("Receipt confirmed", await there.Page.InnerTextAsync("h1"));
        }
        await using var senior = await demo.SignedIn(chromium, "senior@qm.example", $"/officer/cases/{found.Id}");
        Assert.Contains("Line 1: 2 left and 1 arrived.", await senior.Words(), StringComparison.Ordinal);
        await senior.Look("officer-shipment");
        await senior.Page.ClickAsync("a:has-text('Settle it')");
        await senior.Press("Settle the shipment");
        Assert.Equal(["Give the outcome.", "Give the proof, or the reason."], await senior.Errors());
        await senior.Look("settle");
        await senior.Page.GetByLabel("Find that the goods").CheckAsync();
        await senior.Page.FillAsync("textarea", "One rifle is missing.");
        await senior.Press("Settle the shipment");
        Assert.Contains("Not received", await senior.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_licence_is_suspended_recalled_and_reinstated_by_two_officers()
    {
        var found = await demo.Bring("01-");
        await Shipped(found);
        await using var officer = await demo.SignedIn(chromium, "officer@qm.example", $"/officer/cases/{found.Id}");
        await officer.Page.ClickAsync("text=Suspend the licence");
        await officer.Look("suspend");
        await officer.Page.FillAsync("textarea", "The police have a question.");
        await officer.Press("Suspend the licence");
        Assert.Contains("Licence suspended", await officer.Words(), StringComparison.Ordinal);
        await officer.Page.ClickAsync("text=Propose to reinstate the licence");
        await officer.Look("propose");
        await officer.Page.FillAsync("textarea", "The question is answered.");
        await officer.Press("Propose to reinstate the licence");
        Assert.Contains("A senior officer has to do this.", await officer.Words(), StringComparison.Ordinal);

        await using (var there = await demo.SignedIn(chromium, "correspondent@qn.example"))
        {
            await there.Page.ClickAsync("a:has-text('Recall of a shipment') >> nth=0");
            await there.Look("recall");
            await there.Page.ClickAsync("a:text-is('Answer the recall')");
            await there.Page.GetByLabel("The goods are stopped here").CheckAsync();
            await there.Look("recall-reply");
            await there.Press("Continue");
            await there.Press("Answer the recall");
            Assert.Equal("Recall answered", await there.Page.InnerTextAsync("h1"));
        }
        await using var senior = await demo.SignedIn(
            chromium,
            "senior@qm.example",
            $"/officer/cases/{found.Id}/reinstate"
        );
        Assert.Contains("The question is answered.", await senior.Words(), StringComparison.Ordinal);
        await senior.Look("reinstate");
        await senior.Press("Reinstate the licence");
        Assert.Contains("It is in force again", await senior.Words(), StringComparison.Ordinal);
        Assert.Contains("Stopped", await senior.Words(), StringComparison.Ordinal);
        await senior.Look("reinstated");
    }

    [Fact]
    public async Task A_recall_is_proposed_to_be_lifted_and_stays_while_its_ground_does_not_hold()
    {
        var found = await demo.Bring("01-");
        await Shipped(found);
        using (var door = new FrontDoor(demo.Address))
        {
            var exporter = await door.SignIn("halden@qm.example");
            Lawful.Must(await exporter.SurrenderLicence(found.Id, "The rest is not needed."));
            var there = await door.SignIn("correspondent@qn.example");
            var request = await there.RequestAbout(found.Number, found.Authorisation);
            Lawful.Must(await there.RevokeImport(request!.Value, "It was in error."));
        }
        await using var officer = await demo.SignedIn(chromium, "officer@qm.example", $"/officer/cases/{found.Id}");
        await officer.Page.ClickAsync("a:has-text('Propose to lift the recall')");
        await officer.Press("Propose to lift the recall");
        Assert.Equal(["Give the reason."], await officer.Errors());
        await officer.Look("recall-propose");
        await officer.Page.FillAsync("textarea", "It will be confirmed again.");
        await officer.Press("Propose to lift the recall");
        Assert.Contains("It is proposed to lift the recall.", await officer.Words(), StringComparison.Ordinal);

        await using var senior = await demo.SignedIn(chromium, "senior@qm.example", $"/officer/cases/{found.Id}");
        await senior.Page.ClickAsync("a:has-text('Lift the recall')");
        await senior.Look("recall-lift");
        await senior.Press("Lift the recall");
        // What has just been revoked has the case screened anew, within the minute: whoever looked before that looks again.
        for (
            var again = 0;
            again < 3 && (await senior.Errors()).Single().Contains("has changed", StringComparison.Ordinal);
            again++
        )
        {
            await demo.Open(senior, $"/officer/cases/{found.Id}");
            await senior.Page.ClickAsync("a:has-text('Lift the recall')");
            await senior.Press("Lift the recall");
        }
        Assert.Contains("does not hold", Assert.Single(await senior.Errors()), StringComparison.Ordinal);
        await senior.Look("recall-lift-refused");
    }

    [Fact]
    public async Task An_officer_answers_a_hold_and_records_a_receipt_from_its_paper()
    {
        var found = await demo.Bring("01-");
        using var door = new FrontDoor(demo.Address);
        var shipment = await Released(door, found);
        var customs = await door.SignIn("customs@qm.example");
        Assert.True((await customs.HoldShipment(shipment, "Weights differ.")).IsDone);
        await using var officer = await demo.SignedIn(chromium, "officer@qm.example", $"/officer/cases/{found.Id}");
        await officer.Page.ClickAsync("text=Answer the hold");
        Assert.Contains("Weights differ.", await officer.Words(), StringComparison.Ordinal);
        await officer.Look("hold");
        await officer.Page.FillAsync("textarea", "Weighed again.");
        await officer.Press("Lift the hold");
        Assert.Contains("Weighed again.", await officer.Words(), StringComparison.Ordinal);
        Assert.True((await customs.RecordExit(shipment, Exit())).IsDone);

        await officer.Page.GotoAsync(new Uri(demo.Address, $"/officer/cases/{found.Id}/record-answer").AbsoluteUri);
        Assert.Contains("the receipt of shipment", await officer.Words(), StringComparison.Ordinal);
        await officer.Look("record-choices");
        await officer.Page.ClickAsync("text=It says what has been received");
        await officer.Look("record-receipt");
        await officer.Press("Record the answer");
        Assert.Contains("Give the day of arrival.", await officer.Errors());
    }

    private Task<Tab> Exporter(BroughtCase found) =>
        demo.SignedIn(chromium, "halden@qm.example", $"/exporter/cases/{found.Id}");

    private async Task<Guid> Shipped(BroughtCase found)
    {
        using var door = new FrontDoor(demo.Address);
        var shipment = await Released(door, found);
        Lawful.Must(await (await door.SignIn("customs@qm.example")).RecordExit(shipment, Exit()));
        return shipment;
    }

    private static JsonObject Exit() => new() { ["lines"] = Two() };

    private static JsonArray Two() =>
        [
            new JsonObject
            {
                ["line"] = 1,
                ["amount"] = 2,
                ["serials"] = new JsonArray("BH-1", "BH-2"),
            },
        ];

    private static async Task<Guid> Released(FrontDoor door, BroughtCase found)
    {
        var exporter = await door.SignIn("halden@qm.example");
        var licensed = Lawful.Must(await exporter.MyCase(found.Id)).Json.GetProperty("consignment");
        var declared = Lawful.Must(
            await exporter.DeclareShipment(
                found.Id,
                new JsonObject
                {
                    ["lines"] = Two(),
                    ["shipsOn"] = licensed.GetProperty("plannedShipmentOn").GetString(),
                    ["arrivesOn"] = licensed.GetProperty("expectedArrivalOn").GetString(),
                    ["carrier"] = "Blue Line",
                    ["conveyance"] = "MV Aurora",
                    ["exitPost"] = "Meridia harbour",
                }
            )
        );
        var shipment = declared.Id("created");
        Lawful.Must(await (await door.SignIn("customs@qm.example")).ReleaseShipment(shipment, []));
        return shipment;
    }
}
