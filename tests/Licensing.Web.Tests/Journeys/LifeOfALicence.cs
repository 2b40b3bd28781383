using System.Text.Json;
using System.Text.Json.Nodes;
using Licensing.Journey;
using Microsoft.Extensions.DependencyInjection;

namespace Licensing.Web.Tests.Journeys;

/// <summary>From the licence to the last receipt: Articles 10(2) to 10(4) and 11.</summary>
public abstract class LifeOfALicence(RunningDemo demo) : JourneyTests(demo)
{
    [Fact]
    public async Task Goods_leave_in_two_shipments_and_the_case_is_closed_when_both_are_received()
    {
        var open = await ThroughPortavia().Granted();
        Assert.Equal("granted: Licence in force", await open.Stands());

        await open.Shipped(1, 25);
        Assert.Equal("in-force", await open.LicenceStatus());
        Lawful.Must(await open.Receive(1, 25));
        Assert.Equal("granted: Licence in force", await open.Stands());
        await open.Shipped(26, 15);

        Assert.Equal("exhausted", await open.LicenceStatus());
        Assert.Equal("granted: Waiting for receipts", await open.Stands());
        Lawful.Must(await open.Receive(26, 15));
        Assert.Equal("granted: Closed", await open.Stands());
        var balance = (await open.AsApplicant()).GetProperty("balances")[0];
        Assert.Equal((40, 40, 0), (Of(balance, "licensed"), Of(balance, "left"), Of(balance, "remaining")));
    }

    [Fact]
    public async Task A_licence_for_one_shipment_is_over_when_that_one_has_left_and_gives_the_rest_back()
    {
        var lawful = ThroughPortavia();
        var application = lawful.Application();
        application["use"] = "single-use";
        var open = await lawful.Submitted(application);
        await open.Confirm(lawful.Confirmation());
        await open.Notify("QP", lawful.Notice());
        Lawful.Must(await open.Recommend());
        Lawful.Must(await open.Decide());
        var shipment = await open.Declared(1, 25);
        var exporter = await demo.Halden;
        var second = await exporter.DeclareShipment(open.Id, open.Shipment(26, 15));
        Assert.Equal((422, "one-shipment"), (second.Status, second.Refusal!.Code));
        Lawful.Must(await open.Release(shipment));
        Lawful.Must(await open.Leave(shipment, 1, 10));
        Assert.Equal("in-force", await open.LicenceStatus());

        Lawful.Must(await exporter.CancelShipment(open.Id, shipment, "The rest is not ready."));

        Assert.Equal("exhausted", await open.LicenceStatus());
        Assert.Equal("granted: Waiting for receipts", await open.Stands());
        var licence = (await open.AsApplicant()).GetProperty("licence");
        Assert.StartsWith(
            "It is for one shipment, and ",
            licence.GetProperty("endedBecause").GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal(409, (await exporter.DeclareShipment(open.Id, open.Shipment(26, 15))).Status);
        // Ten of fifty are used up; forty are free again for another licence.
        Lawful.Must(await open.Receive(1, 10));
        await new Lawful(demo) { Number = lawful.Number, Quantity = 40 }.Granted();
    }

    [Fact]
    public async Task The_importing_State_reads_what_has_left_on_account_of_its_authorisation()
    {
        var open = await ThroughPortavia().Granted();

        await open.Shipped(1, 25);

        var request = Lawful.Must(await (await demo.Of("qn")).Request(await open.ImportRequest())).Json;
        var drawn = Assert.Single(request.GetProperty("drawn").EnumerateArray());
        Assert.Equal(open.Lawful.Number, drawn.GetProperty("authorisation").GetString());
        var line = Assert.Single(drawn.GetProperty("lines").EnumerateArray());
        Assert.Equal((1, 25), (Of(line, "authorisedLine"), Of(line, "amount")));
    }

    [Fact]
    public async Task Nothing_is_released_before_customs_has_seen_every_condition_to_be_met()
    {
        var open = await ThroughPortavia().Granted();
        var shipment = await open.Declared(1, 40);
        var customs = await demo.Customs;
        var check = Shipment(Lawful.Must(await customs.CheckShipment(shipment)).Json);
        Assert.True(check.GetProperty("mayLeave").GetBoolean());
        Assert.Equal(["QP: The container stays sealed."], Texts(check.GetProperty("conditionsToSee")));

        var refused = await customs.ReleaseShipment(shipment, []);

        Assert.Equal(422, refused.Status);
        Assert.Equal(["condition-met"], Rules(refused));
        Assert.Equal("declared", (await open.ShipmentSeen(shipment)).GetProperty("status").GetString());
        Lawful.Must(await open.Release(shipment));
    }

    [Fact]
    public async Task A_shipment_that_is_not_as_licensed_is_not_released_and_every_reason_is_given()
    {
        var open = await ThroughPortavia().Granted();
        var declared = open.Shipment(1, 41);
        declared["lines"]![0]!["serials"]![0] = "BH-002";
        declared["route"] = new JsonArray(
            Leg("QP", open.Lawful.Shipment.AddDays(3)),
            Leg("QR", open.Lawful.Shipment.AddDays(5)),
            Leg("QN", open.Lawful.Arrival)
        );
        var shipment = Lawful.Must(await (await demo.Halden).DeclareShipment(open.Id, declared)).Id("created");

        var refused = await open.Release(shipment);

        Assert.Equal(422, refused.Status);
        Assert.Equal(
            [
                "quantity-within-licence",
                "serials-complete",
                "transit-state-on-licence",
                "transit-state-has-not-objected",
                "import-information-sent-in-advance",
            ],
            // Another route and a number given twice raise flags besides.
            Rules(refused).Where(rule => rule != "diversion-flag-looked-at")
        );
        var outstanding = (await open.AsApplicant()).GetProperty("shipments")[0].GetProperty("outstanding");
        Assert.Equal(5, outstanding.GetArrayLength());
    }

    [Fact]
    public async Task A_notice_that_does_not_run_on_the_days_of_the_shipment_does_not_let_it_leave()
    {
        var open = await ThroughPortavia().Granted();
        var late = open.Shipment(1, 40);
        (late["shipsOn"], late["arrivesOn"]) = (
            Lawful.Day(open.Lawful.Arrival),
            Lawful.Day(open.Lawful.Arrival.AddDays(21))
        );
        var shipment = Lawful.Must(await (await demo.Halden).DeclareShipment(open.Id, late)).Id("created");

        var refused = await open.Release(shipment);

        Assert.Equal(["notice-in-force-during-transit"], Rules(refused));
    }

    [Fact]
    public async Task Two_shipments_cannot_be_released_for_more_than_the_licence_has()
    {
        var open = await new Lawful(demo).Granted();
        var one = await open.Declared(1, 30);
        var two = await open.Declared(31, 11);
        Lawful.Must(await open.Release(one));

        Assert.Equal(["quantity-within-licence"], Rules(await open.Release(two)));

        Lawful.Must(await (await demo.Halden).CancelShipment(open.Id, one, "The buyer wants them later."));
        Lawful.Must(await open.Release(two));
    }

    [Fact]
    public async Task Only_what_was_released_leaves_and_only_once()
    {
        var open = await new Lawful(demo).Granted();
        var shipment = await open.Declared(1, 10);
        Assert.Equal(409, (await open.Leave(shipment, 1, 10)).Status);
        Lawful.Must(await open.Release(shipment));

        Assert.Equal(["within-the-release"], Rules(await open.Leave(shipment, 11, 10)));
        Lawful.Must(await open.Leave(shipment, 1, 6));
        Assert.Equal(["within-the-release", "serials-not-shipped-before"], Rules(await open.Leave(shipment, 5, 4)));
        Lawful.Must(await open.Leave(shipment, 7, 3, last: true));

        var seen = await open.ShipmentSeen(shipment);
        Assert.Equal("left", seen.GetProperty("status").GetString());
        Assert.Equal(2, seen.GetProperty("exits").GetArrayLength());
        Assert.Equal(409, (await open.Leave(shipment, 10, 1)).Status);
        var balance = (await open.AsOfficer()).GetProperty("balances")[0];
        Assert.Equal((9, 31), (Of(balance, "left"), Of(balance, "remaining")));
    }

    [Fact]
    public async Task The_same_exit_sent_twice_is_one_exit()
    {
        var open = await new Lawful(demo).Granted();
        var shipment = await open.Declared(1, 10);
        Lawful.Must(await open.Release(shipment));
        var exit = new JsonObject { ["lines"] = OpenCase.Rifles(1, 4) };
        var customs = await demo.Customs;
        var key = Guid.NewGuid().ToString();

        var first = Lawful.Must(await customs.RecordExit(shipment, exit, key));
        var second = Lawful.Must(await customs.RecordExit(shipment, exit, key));

        Assert.Equal(first.Id("version"), second.Id("version"));
        Assert.Equal(1, (await open.ShipmentSeen(shipment)).GetProperty("exits").GetArrayLength());
    }

    [Fact]
    public async Task What_is_held_stays_until_the_authority_has_answered()
    {
        var open = await new Lawful(demo).Granted();
        var shipment = await open.Declared(1, 40);
        Lawful.Must(await open.Release(shipment));
        var customs = await demo.Customs;
        var hold = Lawful.Must(await customs.HoldShipment(shipment, "SUSPICION: weights differ.")).Id("created");

        Assert.Equal(["not-held"], Rules(await open.Leave(shipment, 1, 40)));
        Assert.DoesNotContain("SUSPICION", (await open.AsApplicant()).GetRawText(), StringComparison.Ordinal);
        Assert.True((await open.AsApplicant()).GetProperty("shipments")[0].GetProperty("isHeld").GetBoolean());
        Assert.Equal("held", (await (await demo.Halden).CancelShipment(open.Id, shipment, "Too late.")).Refusal!.Code);
        Lawful.Must(await (await demo.Officer).LiftHold(open.Id, hold, "Weighed again: they agree."));

        Lawful.Must(await open.Leave(shipment, 1, 40));
    }

    [Fact]
    public async Task What_is_seized_does_not_leave_and_does_not_come_back_to_the_licence()
    {
        var open = await new Lawful(demo).Granted();
        var shipment = await open.Declared(1, 40);
        Lawful.Must(await open.Release(shipment));
        Lawful.Must(await open.Leave(shipment, 1, 10));

        Lawful.Must(await (await demo.Customs).SeizeShipment(shipment, "Other calibre than declared."));

        Assert.Equal("seized", (await open.ShipmentSeen(shipment)).GetProperty("status").GetString());
        Assert.Equal(409, (await open.Leave(shipment, 11, 1)).Status);
        var again = await open.Declared(41, 1);
        Assert.Equal(["quantity-within-licence"], Rules(await open.Release(again)));
        Lawful.Must(await open.Receive(1, 10));
    }

    [Fact]
    public async Task A_notice_withdrawn_between_release_and_exit_keeps_the_goods_here()
    {
        var open = await ThroughPortavia().Granted();
        var shipment = await open.Declared(1, 40);
        Lawful.Must(await open.Release(shipment));

        Lawful.Must(await (await demo.Of("qp")).WithdrawNotice(await open.TransitRequest("QP"), "Unrest."));

        Assert.Equal(409, (await open.Leave(shipment, 1, 40)).Status);
        Assert.Equal("granted: Licence suspended", await open.Stands());
        var check = Lawful.Must(await (await demo.Customs).CheckShipment(shipment)).Json;
        Assert.False(check.GetProperty("isGoodToday").GetBoolean());
        Assert.False(Shipment(check).GetProperty("mayLeave").GetBoolean());
    }

    [Fact]
    public async Task What_is_on_its_way_is_called_back_when_the_ground_gives_way_and_each_answer_is_on_record()
    {
        var open = await ThroughPortavia().Granted();
        var shipment = await open.Shipped(1, 25);

        Lawful.Must(await (await demo.Of("qn")).RevokeImport(await open.ImportRequest(), "CONFIDENTIAL"));

        var there = await demo.Of("qp");
        var recall = (await there.RequestAbout(open.Number, null, "recall"))!.Value;
        var asked = Lawful.Must(await there.Request(recall)).Json;
        Assert.DoesNotContain("CONFIDENTIAL", asked.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(25, Of(asked.GetProperty("recall").GetProperty("left")[0], "amount"));
        Lawful.Must(await there.AnswerRecall(recall, "stopped", "In the bonded store."));
        var recalls = (await open.ShipmentSeen(shipment)).GetProperty("recalls");
        Assert.Equal(
            ["QP: stopped", "QN: "],
            recalls
                .EnumerateArray()
                .Select(r =>
                    $"{r.GetProperty("state").GetString()}: {(r.TryGetProperty("outcome", out var o) ? o.GetString() : "")}"
                )
        );
    }

    [Fact]
    public async Task What_left_under_a_licence_that_has_ended_is_called_back_as_well()
    {
        var open = await ThroughPortavia().Granted();
        var shipment = await open.Shipped(1, 40);
        Assert.Equal("exhausted", await open.LicenceStatus());

        Lawful.Must(await (await demo.Of("qp")).WithdrawNotice(await open.TransitRequest("QP"), "Unrest."));

        Assert.Equal("exhausted", await open.LicenceStatus());
        Assert.Equal(2, (await open.ShipmentSeen(shipment)).GetProperty("recalls").GetArrayLength());
        Assert.Contains(
            await open.Happened(),
            s => s.EndsWith("which is on its way, and asked QP and QN to stop it.", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_condition_that_a_State_adds_after_the_licence_is_seen_to_be_met_before_anything_leaves()
    {
        var open = await ThroughPortavia().Granted();
        var shipment = await open.Declared(1, 40);
        var escorted = open.Lawful.Notice();
        escorted["conditions"] = new JsonArray("An armed escort.");
        await open.Notify("QP", escorted);

        Assert.Equal(["condition-met"], Rules(await open.Release(shipment)));
        var customs = await demo.Customs;
        var check = Shipment(Lawful.Must(await customs.CheckShipment(shipment)).Json);
        var toSee = Texts(check.GetProperty("conditionsToSee")).ToList();
        Assert.Equal(["QP: The container stays sealed.", "QP: An armed escort."], toSee);
        Lawful.Must(await customs.ReleaseShipment(shipment, toSee));
        Lawful.Must(await open.Leave(shipment, 1, 40));
    }

    [Fact]
    public async Task A_case_whose_licence_is_in_force_is_not_stuck()
    {
        await new Lawful(demo).Granted();

        var found = await demo
            .Application.Services.GetRequiredService<Casework.Setup.Checkup>()
            .Run(TestContext.Current.CancellationToken);

        Assert.True(found.Single(d => d.What == "cases").IsWell);
    }

    [Fact]
    public async Task A_suspended_licence_is_reinstated_by_two_officers_once_its_ground_holds_again()
    {
        var open = await ThroughPortavia().Granted();
        var there = await demo.Of("qp");
        Lawful.Must(await there.WithdrawNotice(await open.TransitRequest("QP"), "Unrest."));
        var (officer, senior) = (await demo.Officer, await demo.Senior);
        Assert.Equal("not-proposed", (await senior.ReinstateLicence(open.Id, await open.Seen())).Refusal!.Code);
        Lawful.Must(await officer.ProposeReinstatement(open.Id, "The unrest is over."));
        Assert.Equal(
            ["transit-state-has-not-objected"],
            Rules(await senior.ReinstateLicence(open.Id, await open.Seen()))
        );
        Lawful.Must(await officer.AskAgain(open.Id, "transit-states", "The unrest is over."));
        Assert.Equal("granted: Licence suspended", await open.Stands());
        await open.Notify("QP", open.Lawful.Notice());
        Assert.Equal("suspended", await open.LicenceStatus());

        Lawful.Must(await senior.ReinstateLicence(open.Id, await open.Seen()));

        Assert.Equal("granted: Licence in force", await open.Stands());
        await open.Shipped(1, 40);
    }

    [Fact]
    public async Task Nobody_reinstates_what_they_proposed()
    {
        var open = await new Lawful(demo).Granted();
        var senior = await demo.Senior;
        Lawful.Must(await (await demo.Officer).SuspendLicence(open.Id, "A question of the police."));
        Lawful.Must(await senior.ProposeReinstatement(open.Id, "Answered."));

        var alone = await senior.ReinstateLicence(open.Id, await open.Seen());

        Assert.Equal(422, alone.Status);
        Assert.Equal("suspended", await open.LicenceStatus());
        Lawful.Must(await (await demo.OtherSenior).ReinstateLicence(open.Id, await open.Seen()));
        Assert.Equal("in-force", await open.LicenceStatus());
    }

    [Fact]
    public async Task A_revoked_licence_gives_back_what_has_not_left_and_no_more()
    {
        // Fifty are authorised.
        var open = await new Lawful(demo).Granted();
        await open.Shipped(1, 10);
        Lawful.Must(await (await demo.Senior).RevokeLicence(open.Id, await open.Seen(), "The exporter misled us."));
        Assert.Equal("granted: Waiting for receipts", await open.Stands());

        var tooMuch = await new Lawful(demo) { Number = open.Lawful.Number, Quantity = 41 }.WithOfficer();
        var enough = await new Lawful(demo) { Number = open.Lawful.Number, Quantity = 40 }.BeforeDecision();

        Assert.Equal(["authorisation-quantity-left"], Rules(await tooMuch.Recommend()));
        Lawful.Must(await enough.Decide());
    }

    [Fact]
    public async Task A_surrendered_licence_lets_nothing_leave_and_its_declared_shipments_are_cancelled()
    {
        var open = await new Lawful(demo).Granted();
        var shipment = await open.Declared(1, 40);

        Lawful.Must(await (await demo.Halden).SurrenderLicence(open.Id, "The order was cancelled."));

        Assert.Equal("granted: Closed", await open.Stands());
        Assert.Equal("surrendered", await open.LicenceStatus());
        Assert.Equal("cancelled", (await open.ShipmentSeen(shipment)).GetProperty("status").GetString());
        Assert.Equal(409, (await open.Release(shipment)).Status);
        Assert.Equal(409, (await (await demo.Halden).DeclareShipment(open.Id, open.Shipment(1, 1))).Status);
    }

    [Fact]
    public async Task An_authorisation_that_is_reduced_suspends_what_it_no_longer_covers_and_one_that_is_enlarged_does_not()
    {
        var enlarged = await new Lawful(demo).Granted();
        var reduced = await new Lawful(demo).Granted();

        await enlarged.Confirm(Authorising(enlarged, 60));
        await reduced.Confirm(Authorising(reduced, 39));

        Assert.Equal("in-force", await enlarged.LicenceStatus());
        Assert.Equal("suspended", await reduced.LicenceStatus());
        Assert.Equal(
            $"import authorisation {reduced.Lawful.Number} of QN no longer covers what is licensed.",
            (await reduced.AsApplicant()).GetProperty("licence").GetProperty("suspendedBecause").GetString()
        );
    }

    [Fact]
    public async Task Other_particulars_of_an_authorisation_go_to_the_transit_States_before_anything_leaves()
    {
        var open = await ThroughPortavia().Granted();
        var shipment = await open.Declared(1, 40);
        await open.Confirm(Authorising(open, 60));
        Assert.Equal(["import-information-sent-in-advance"], Rules(await open.Release(shipment)));

        Lawful.Must(await (await demo.Officer).AskAgain(open.Id, "transit-states", "Other particulars."));
        await open.Notify("QP", open.Lawful.Notice());

        Lawful.Must(await open.Release(shipment));
    }

    [Fact]
    public async Task Customs_on_the_way_reports_what_it_sees_and_nobody_else_does()
    {
        var open = await ThroughPortavia().Granted();
        var shipment = await open.Declared(1, 40);
        var transit = await demo.CustomsOf("qp");
        var entry = new JsonObject
        {
            ["what"] = "transit-entry",
            ["on"] = Lawful.Day(demo.Today),
            ["post"] = "Porto Alto",
        };
        Assert.Equal("not-left", (await transit.ReportMovement(shipment, entry)).Refusal!.Code);
        Lawful.Must(await open.Release(shipment));
        Lawful.Must(await open.Leave(shipment, 1, 40));

        Lawful.Must(await transit.ReportMovement(shipment, entry));
        var stranger = await (await demo.CustomsOf("qy")).ReportMovement(shipment, entry);
        var own = await (await demo.Customs).ReportMovement(shipment, entry);

        Assert.Equal((404, 404), (stranger.Status, own.Status));
        var seen = Assert.Single((await open.ShipmentSeen(shipment)).GetProperty("movements").EnumerateArray());
        Assert.Equal("QP", seen.GetProperty("state").GetString());
        Assert.Equal("transit-entry", seen.GetProperty("content").GetProperty("what").GetString());
    }

    [Fact]
    public async Task Customs_finds_a_licence_by_its_number_where_its_goods_leave_cross_or_arrive()
    {
        var open = await ThroughPortavia().Granted();
        var number = (await open.AsOfficer()).GetProperty("licence").GetProperty("number").GetString()!;

        foreach (var state in new[] { "qm", "qp", "qn" })
        {
            var found = Lawful.Must(await (await demo.CustomsOf(state)).LookUpLicence($" {number.ToLowerInvariant()}"));
            Assert.Equal(number, found.Text("number"));
            Assert.True(found["isGoodToday"].GetBoolean());
            Assert.Equal(state == "qm", found["isOfThisState"].GetBoolean());
        }
        Assert.Equal(404, (await (await demo.CustomsOf("qy")).LookUpLicence(number)).Status);
        Assert.Equal(404, (await (await demo.Customs).LookUpLicence("QM-EX-2027-999999")).Status);
        Assert.Equal(400, (await (await demo.Customs).LookUpLicence(" ")).Status);
    }

    [Fact]
    public async Task A_receipt_that_differs_is_shown_and_a_senior_officer_settles_it()
    {
        var open = await new Lawful(demo).Granted();
        var shipment = await open.Shipped(1, 40);
        Lawful.Must(await open.Receive(1, 38));

        var receipt = (await open.ShipmentSeen(shipment)).GetProperty("receipt");
        Assert.Equal(
            ["Line 1: 40 left and 38 arrived.", "Line 1: did not arrive: BH-039, BH-040."],
            Texts(receipt.GetProperty("differences"))
        );
        Assert.Equal("granted: Waiting for receipts", await open.Stands());
        var officer = await (await demo.Officer).SettleShipment(open.Id, shipment, "not-received", "Two are missing.");
        Assert.Equal(403, officer.Status);
        Lawful.Must(await (await demo.Senior).SettleShipment(open.Id, shipment, "not-received", "Two are missing."));

        Assert.Equal("granted: Closed", await open.Stands());
        Assert.Equal(409, (await open.Receive(1, 40)).Status);
    }

    [Fact]
    public async Task A_shipment_that_did_not_arrive_stays_open_until_it_is_settled()
    {
        var open = await new Lawful(demo).Granted();
        var shipment = await open.Shipped(1, 40);

        Lawful.Must(await (await demo.Of("qn")).DenyReceipt(await open.ReceiptRequest(), "Nothing has come."));

        Assert.True((await open.ShipmentSeen(shipment)).GetProperty("receipt").GetProperty("notReceived").GetBoolean());
        Assert.Equal("granted: Waiting for receipts", await open.Stands());
        Lawful.Must(await open.Receive(1, 40));
        Assert.Equal("granted: Closed", await open.Stands());
    }

    [Fact]
    public async Task What_is_wrong_with_a_declaration_is_said_by_field()
    {
        var open = await new Lawful(demo).Granted();
        var bad = new JsonObject
        {
            ["lines"] = new JsonArray(
                new JsonObject { ["line"] = 7, ["amount"] = 1 },
                new JsonObject { ["line"] = 1, ["amount"] = 0.5 }
            ),
            ["shipsOn"] = Lawful.Day(demo.Today.AddDays(-1)),
            ["arrivesOn"] = Lawful.Day(demo.Today.AddDays(-2)),
            ["carrier"] = " ",
            ["route"] = new JsonArray(Leg("QP", demo.Today)),
        };

        var refused = await (await demo.Halden).DeclareShipment(open.Id, bad);

        Assert.Equal(400, refused.Status);
        Assert.Equal(
            [
                "arrivesOn",
                "carrier",
                "conveyance",
                "exitPost",
                "lines[0].line",
                "lines[1].amount",
                "route",
                "route[0].arrivesOn",
                "shipsOn",
            ],
            refused.Json.GetProperty("errors").EnumerateObject().Select(e => e.Name).Order(StringComparer.Ordinal)
        );
        Assert.Empty((await open.AsOfficer()).GetProperty("shipments").EnumerateArray());
    }

    [Fact]
    public async Task Each_act_is_its_own_persons()
    {
        var open = await new Lawful(demo).Granted();
        var shipment = await open.Declared(1, 40);

        Assert.Equal(404, (await (await demo.Brevik).DeclareShipment(open.Id, open.Shipment(1, 1))).Status);
        Assert.Equal(404, (await (await demo.Brevik).CancelShipment(open.Id, shipment, "Mine?")).Status);
        Assert.Equal(404, (await (await demo.Brevik).SurrenderLicence(open.Id, "Mine?")).Status);
        Assert.Equal(404, (await (await demo.CustomsOf("qn")).ReleaseShipment(shipment, [])).Status);
        Assert.Equal(403, (await (await demo.Officer).ReleaseShipment(shipment, [])).Status);
        Assert.Equal(403, (await (await demo.Halden).ReleaseShipment(shipment, [])).Status);
        Assert.Equal(403, (await (await demo.Customs).SuspendLicence(open.Id, "Mine?")).Status);
        Assert.Equal(403, (await (await demo.Officer).RevokeLicence(open.Id, await open.Seen(), "Mine?")).Status);
        Assert.Equal("declared", (await open.ShipmentSeen(shipment)).GetProperty("status").GetString());
    }

    // The notice runs from today, so that the goods may leave today.
    private Lawful ThroughPortavia() => new(demo) { Through = ["QP"], NoticeFrom = demo.Today };

    private static JsonObject Authorising(OpenCase open, int pieces)
    {
        var confirmation = open.Lawful.Confirmation();
        confirmation["goods"]![0]!["quantity"] = pieces;
        return confirmation;
    }

    private static JsonObject Leg(string to, DateOnly arrives) =>
        new()
        {
            ["to"] = to,
            ["mode"] = "sea",
            ["stop"] = to == "QN" ? "destination" : "transshipment",
            ["arrivesOn"] = Lawful.Day(arrives),
        };

    private static JsonElement Shipment(JsonElement licence) =>
        Assert.Single(licence.GetProperty("shipments").EnumerateArray());

    private static decimal Of(JsonElement element, string member) => element.GetProperty(member).GetDecimal();

    private static IEnumerable<string> Texts(JsonElement list) => list.EnumerateArray().Select(t => t.GetString()!);

    private static IEnumerable<string> Rules(Answer answer) =>
        answer.Json.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("rule").GetString()!);
}

/// <summary>The same on a clock that the test moves: each test has a demo of its own.</summary>
public abstract class LastDaysOfALicence(RunningDemo first) : JourneyTests(first)
{
    [Fact]
    public async Task A_licence_ends_after_its_last_day_and_gives_back_what_has_not_left()
    {
        await using var demo = await first.Another();
        var open = await new Lawful(demo).Granted();
        await open.Shipped(1, 10);
        Lawful.Must(await open.Receive(1, 10));
        var shipment = await open.Declared(11, 30);
        Lawful.Must(await open.Release(shipment));
        // The import authorisation runs for a hundred days after the arrival, and the licence no longer.
        var last = open.Lawful.Arrival.AddDays(100);
        demo.Clock.SetUtcNow(new DateTimeOffset(last, new TimeOnly(21, 0), TimeSpan.Zero));
        await demo.WakeWhatIsDue();
        Assert.Equal("in-force", await open.LicenceStatus());

        await demo.Pass(last);
        await demo.WakeWhatIsDue();

        Assert.Equal("expired", await open.LicenceStatus());
        Assert.Equal("granted: Closed", await open.Stands());
        Assert.Equal("cancelled", (await open.ShipmentSeen(shipment)).GetProperty("status").GetString());
        await using var db = demo.OpenDatabase();
        Assert.Equal(10, db.DrawDowns.Where(d => d.CaseId == open.Id).AsEnumerable().Sum(d => d.Amount));
    }

    [Fact]
    public async Task A_licence_whose_last_day_has_passed_is_expired_before_anybody_has_noted_it()
    {
        await using var demo = await first.Another();
        var open = await new Lawful(demo).Granted();
        var shipment = await open.Declared(1, 40);
        var number = (await open.AsOfficer()).GetProperty("licence").GetProperty("number").GetString()!;
        demo.Clock.SetUtcNow(new DateTimeOffset(open.Lawful.Arrival.AddDays(101), new TimeOnly(9, 0), TimeSpan.Zero));

        var found = Lawful.Must(await (await demo.Customs).LookUpLicence(number));
        var refused = await open.Release(shipment);

        Assert.Equal("expired", found.Text("status"));
        Assert.False(found["isGoodToday"].GetBoolean());
        Assert.Equal(422, refused.Status);
    }

    [Fact]
    public async Task After_the_licence_only_its_own_last_day_falls_due()
    {
        await using var demo = await first.Another();
        var open = await new Lawful(demo).Granted();

        await using var db = demo.OpenDatabase();
        var due = Assert.Single(db.DueTimes.Where(d => d.CaseId == open.Id && d.SettledAt == null));
        Assert.Equal(
            (Casework.Storage.DueKind.LicenceExpiry, open.Lawful.Arrival.AddDays(100)),
            (due.Kind, due.LastDay)
        );
    }

    [Fact]
    public async Task A_hold_is_not_lifted_by_silence()
    {
        await using var demo = await first.Another();
        var open = await new Lawful(demo).Granted();
        var shipment = await open.Declared(1, 40);
        Lawful.Must(await open.Release(shipment));
        Lawful.Must(await (await demo.Customs).HoldShipment(shipment, "Weights differ."));
        // Ten working days of Meridia after Thursday 25 February 2027.
        var hold = (await open.ShipmentSeen(shipment)).GetProperty("holds")[0];
        Assert.Equal("2027-03-11", hold.GetProperty("lastDay").GetString());

        await demo.Pass(new DateOnly(2027, 3, 11));

        Assert.Equal(422, (await open.Leave(shipment, 1, 40)).Status);
        Assert.Contains(
            "The timetable of Meridia noted that the last day for the authority's answer to a hold (the authority), "
                + "2027-03-11, has passed without it.",
            await open.Happened()
        );
    }

    [Fact]
    public async Task A_receipt_that_nobody_confirms_is_pursued_and_stays_open()
    {
        await using var demo = await first.Another();
        var open = await new Lawful(demo).Granted();
        var shipment = await open.Shipped(1, 40);
        var due = open.Lawful.Arrival.AddDays(45);
        Assert.Equal(Lawful.Day(due), await DueOn(open, shipment));

        await demo.Pass(due);
        var next = due.AddDays(46);
        Assert.Equal(Lawful.Day(next), await DueOn(open, shipment));
        await demo.Pass(next);
        await demo.WakeWhatIsDue();

        Assert.Null(await DueOn(open, shipment));
        Assert.Equal("granted: Waiting for receipts", await open.Stands());
        Assert.Equal(
            2,
            (await open.Happened()).Count(s => s.Contains("the proof of receipt", StringComparison.Ordinal))
        );
        Lawful.Must(await open.Receive(1, 40));
        Assert.Equal("granted: Closed", await open.Stands());
    }

    private static async Task<string?> DueOn(OpenCase open, Guid shipment) =>
        (await open.ShipmentSeen(shipment)).GetProperty("receipt").TryGetProperty("lastDay", out var day)
            ? day.GetString()
            : null;
}
