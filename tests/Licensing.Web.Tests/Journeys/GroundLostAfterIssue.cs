using System.Text.Json.Nodes;
using Licensing.Journey;

namespace Licensing.Web.Tests.Journeys;

public abstract class GroundLostAfterIssue(RunningDemo demo) : JourneyTests(demo)
{
    private const string Confidential = "CONFIDENTIAL-REASON-OF-A-STATE";

    [Fact]
    public async Task A_licence_is_suspended_when_the_import_authorisation_is_revoked()
    {
        var open = await new Lawful(demo) { Through = ["QP"] }.Granted();

        Lawful.Must(await (await demo.Of("qn")).RevokeImport(await open.ImportRequest(), Confidential));

        await AssertSuspended(open, $"import authorisation {open.Lawful.Number} of QN is no longer confirmed.");
    }

    [Fact]
    public async Task A_licence_is_suspended_when_a_notice_is_withdrawn()
    {
        var open = await new Lawful(demo) { Through = ["QP", "QR"] }.Granted();

        Lawful.Must(await (await demo.Of("qr")).WithdrawNotice(await open.TransitRequest("QR"), Confidential));

        await AssertSuspended(open, "the notice of no objection of QR is no longer in force.");
    }

    [Fact]
    public async Task Every_licence_that_rests_on_an_authorisation_is_suspended_with_it_and_no_other()
    {
        var first = new Lawful(demo) { Quantity = 10 };
        var one = await first.Granted();
        var two = await new Lawful(demo) { Quantity = 10, Number = first.Number }.Granted();
        var other = await new Lawful(demo) { Quantity = 10 }.Granted();

        Lawful.Must(await (await demo.Of("qn")).RevokeImport(await one.ImportRequest(), Confidential));

        var because = $"import authorisation {first.Number} of QN is no longer confirmed.";
        await AssertSuspended(one, because);
        await AssertSuspended(two, because);
        var licence = (await other.AsOfficer()).GetProperty("licence");
        Assert.Equal("in-force", licence.GetProperty("status").GetString());
    }

    [Fact]
    public async Task What_was_revoked_in_another_case_can_be_confirmed_again_in_the_same_words()
    {
        var first = new Lawful(demo) { Quantity = 10 };
        var one = await first.WithOfficer();
        var two = await new Lawful(demo) { Quantity = 10, Number = first.Number }.WithOfficer();
        var there = await demo.Of("qn");
        var again = await there.ConfirmImport(await one.ImportRequest(), first.Confirmation());
        Assert.Equal((422, "already-given"), (again.Status, again.Refusal!.Code));

        Lawful.Must(await there.RevokeImport(await two.ImportRequest(), Confidential));
        Lawful.Must(await there.ConfirmImport(await one.ImportRequest(), first.Confirmation()));

        Lawful.Must(await one.Recommend());
    }

    [Fact]
    public async Task What_was_not_given_cannot_be_taken_back()
    {
        var open = await new Lawful(demo) { Through = ["QP"] }.Confirmed();

        var answer = await (await demo.Of("qp")).WithdrawNotice(await open.TransitRequest("QP"), Confidential);

        Assert.Equal(422, answer.Status);
        Assert.Equal("nothing-to-take-back", answer.Refusal!.Code);
    }

    [Fact]
    public async Task An_authorisation_that_now_ends_before_the_licence_suspends_it_and_it_is_reinstated_until_then()
    {
        var open = await new Lawful(demo).Granted();
        var shorter = open.Lawful.Confirmation();
        var last = open.Lawful.Arrival.AddDays(10);
        shorter["expiresOn"] = Lawful.Day(last);

        await open.Confirm(shorter);

        await AssertSuspended(
            open,
            $"import authorisation {open.Lawful.Number} of QN no longer covers what is licensed."
        );
        Lawful.Must(await (await demo.Officer).ProposeReinstatement(open.Id, "It can leave in time."));
        Assert.Equal(Lawful.Day(last), (await open.AsOfficer()).GetProperty("lastDayIfReinstated").GetString());
        Lawful.Must(await (await demo.Senior).ReinstateLicence(open.Id, await open.Seen()));
        var number = (await open.AsOfficer()).GetProperty("licence").GetProperty("number").GetString()!;
        var found = Lawful.Must(await (await demo.Customs).LookUpLicence(number));
        Assert.Equal(Lawful.Day(last), found["content"].GetProperty("expiresOn").GetString());
        await open.Shipped(1, 40);
    }

    [Fact]
    public async Task Goods_on_their_way_are_called_back_when_a_notice_no_longer_runs_until_they_have_passed()
    {
        var open = await new Lawful(demo) { Through = ["QP"], NoticeFrom = demo.Today }.Granted();
        var shipment = await open.Shipped(1, 10);
        var shorter = open.Lawful.Notice();
        shorter["validTo"] = Lawful.Day(open.Lawful.Shipment);

        await open.Notify("QP", shorter);

        // Other goods may pass while it runs.
        Assert.Equal("in-force", await open.LicenceStatus());
        Assert.Equal(2, (await open.ShipmentSeen(shipment)).GetProperty("recalls").GetArrayLength());
    }

    [Fact]
    public async Task A_recall_is_lifted_when_the_licence_is_reinstated_and_no_State_is_asked_any_more()
    {
        var open = await new Lawful(demo) { Through = ["QP"], NoticeFrom = demo.Today }.Granted();
        var shipment = await open.Shipped(1, 10);
        var there = await demo.Of("qp");
        Lawful.Must(await there.WithdrawNotice(await open.TransitRequest("QP"), "Unrest."));
        Assert.True(await IsRecalledAt("qp", shipment));
        var recall = await there.RequestAbout(open.Number, null, "recall");
        Lawful.Must(await (await demo.Officer).AskAgain(open.Id, "transit-states", "The unrest is over."));
        await open.Notify("QP", open.Lawful.Notice());
        Assert.True(await IsRecalledAt("qp", shipment));
        Lawful.Must(await (await demo.Officer).ProposeReinstatement(open.Id, "The unrest is over."));

        Lawful.Must(await (await demo.Senior).ReinstateLicence(open.Id, await open.Seen()));

        Assert.False(await IsRecalledAt("qp", shipment));
        var summary = Lawful.Must(await there.Request(recall!.Value))["summary"];
        Assert.False(summary.GetProperty("isOpen").GetBoolean());
        Assert.All(
            (await open.ShipmentSeen(shipment)).GetProperty("recalls").EnumerateArray(),
            r => Assert.Equal(Lawful.Day(demo.Today), r.GetProperty("liftedOn").GetString())
        );
    }

    [Fact]
    public async Task Goods_that_were_called_back_go_on_once_their_ground_holds_again_and_two_officers_say_so()
    {
        var open = await new Lawful(demo) { Through = ["QP"], NoticeFrom = demo.Today }.Granted();
        var shipment = await open.Shipped(1, 10);
        var (senior, other) = (await demo.Senior, await demo.OtherSenior);
        Assert.Equal(
            "not-recalled",
            (await senior.ProposeToLiftRecall(open.Id, shipment, "It may go on.")).Refusal!.Code
        );
        var shorter = open.Lawful.Notice();
        shorter["validTo"] = Lawful.Day(open.Lawful.Shipment);
        await open.Notify("QP", shorter);
        Assert.Equal("not-proposed", (await other.LiftRecall(open.Id, shipment, await open.Seen())).Refusal!.Code);
        Lawful.Must(await senior.ProposeToLiftRecall(open.Id, shipment, "Its notice runs long enough."));
        Assert.Equal("ground-lost", (await other.LiftRecall(open.Id, shipment, await open.Seen())).Refusal!.Code);

        await open.Notify("QP", open.Lawful.Notice());
        Assert.True(await IsRecalledAt("qp", shipment));
        Assert.Equal("four-eyes", (await senior.LiftRecall(open.Id, shipment, await open.Seen())).Refusal!.Code);
        Assert.Equal(403, (await (await demo.Officer).LiftRecall(open.Id, shipment, await open.Seen())).Status);
        Lawful.Must(await other.LiftRecall(open.Id, shipment, await open.Seen()));

        Assert.False(await IsRecalledAt("qp", shipment));
        Assert.Equal("in-force", await open.LicenceStatus());
        Assert.Equal("not-recalled", (await other.LiftRecall(open.Id, shipment, await open.Seen())).Refusal!.Code);
    }

    [Fact]
    public async Task Goods_of_an_exhausted_licence_go_on_when_the_State_that_took_its_notice_back_gives_it_again()
    {
        var open = await new Lawful(demo) { Through = ["QP"], NoticeFrom = demo.Today }.Granted();
        var shipment = await open.Shipped(1, 40);
        Assert.Equal("exhausted", await open.LicenceStatus());
        var there = await demo.Of("qp");
        Lawful.Must(await there.WithdrawNotice(await open.TransitRequest("QP"), "Unrest."));
        Assert.True(await IsRecalledAt("qp", shipment));

        await open.Notify("QP", open.Lawful.Notice());
        Assert.True(await IsRecalledAt("qp", shipment));
        Lawful.Must(await (await demo.Officer).ProposeToLiftRecall(open.Id, shipment, "The unrest is over."));
        Lawful.Must(await (await demo.Senior).LiftRecall(open.Id, shipment, await open.Seen()));

        Assert.False(await IsRecalledAt("qp", shipment));
        Assert.Contains(
            await open.Happened(),
            s => s.Contains("told QP and QN that shipment", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task What_left_under_a_licence_that_was_revoked_stays_called_back()
    {
        var open = await new Lawful(demo).Granted();
        var shipment = await open.Shipped(1, 10);
        Lawful.Must(await (await demo.Senior).RevokeLicence(open.Id, await open.Seen(), "The exporter misled us."));

        var answer = await (await demo.Officer).ProposeToLiftRecall(open.Id, shipment, "It may go on.");

        Assert.Equal("revoked", answer.Refusal!.Code);
    }

    [Fact]
    public async Task A_licence_is_reinstated_with_what_has_not_left_and_what_never_arrived_stays_called_back()
    {
        var open = await new Lawful(demo).Granted();
        await open.Declared(31, 10);
        var lost = await open.Shipped(1, 10);
        Lawful.Must(await (await demo.Officer).SuspendLicence(open.Id, "A question of the police."));
        Lawful.Must(await (await demo.Senior).SettleShipment(open.Id, lost, "not-received", "It is missing."));
        Lawful.Must(await (await demo.Officer).ProposeReinstatement(open.Id, "Answered."));

        Lawful.Must(await (await demo.Senior).ReinstateLicence(open.Id, await open.Seen()));

        Assert.Equal("in-force", await open.LicenceStatus());
        var recall = Assert.Single((await open.ShipmentSeen(lost)).GetProperty("recalls").EnumerateArray());
        Assert.False(recall.TryGetProperty("liftedOn", out _));
    }

    [Fact]
    public async Task Asked_again_a_State_whose_word_holds_has_not_fallen_silent()
    {
        var open = await new Lawful(demo) { Through = ["QP"], NoticeFrom = demo.Today }.Granted();
        var shipment = await open.Shipped(1, 10);
        var reduced = open.Lawful.Confirmation();
        reduced["goods"]![0]!["quantity"] = 30;
        await open.Confirm(reduced);
        Assert.Equal("suspended", await open.LicenceStatus());
        Lawful.Must(await (await demo.Officer).AskAgain(open.Id, "importing-state", "All of them are wanted."));

        var longer = open.Lawful.Notice();
        longer["validTo"] = Lawful.Day(open.Lawful.Arrival.AddDays(30));
        await open.Notify("QP", longer);

        Assert.Empty((await open.ShipmentSeen(shipment)).GetProperty("recalls").EnumerateArray());
    }

    [Fact]
    public async Task Asked_again_a_State_that_has_denied_has_not_taken_its_no_back()
    {
        var open = await new Lawful(demo).Granted();
        Lawful.Must(await (await demo.Of("qn")).DenyImport(await open.ImportRequest(), Confidential));
        Assert.Equal("suspended", await open.LicenceStatus());
        Lawful.Must(await (await demo.Officer).AskAgain(open.Id, "importing-state", "It may be an error."));
        Lawful.Must(await (await demo.Officer).ProposeReinstatement(open.Id, "It was confirmed before."));

        var answer = await (await demo.Senior).ReinstateLicence(open.Id, await open.Seen());

        Assert.Equal(422, answer.Status);
        Assert.Contains("importing-state-has-licensed", answer.Refusal!.Findings.Select(f => f.Rule));
        Assert.Equal("suspended", await open.LicenceStatus());
    }

    [Fact]
    public async Task Revoked_after_it_was_suspended_a_licence_calls_nothing_back_twice()
    {
        var open = await new Lawful(demo).Granted();
        var shipment = await open.Shipped(1, 10);
        Lawful.Must(await (await demo.Officer).SuspendLicence(open.Id, "A question of the police."));
        Lawful.Must(await (await demo.Senior).RevokeLicence(open.Id, await open.Seen(), "The exporter misled us."));

        Assert.Equal(1, (await open.ShipmentSeen(shipment)).GetProperty("recalls").GetArrayLength());
    }

    [Fact]
    public async Task What_customs_holds_is_still_held_when_the_licence_has_ended_and_can_be_seized()
    {
        var open = await new Lawful(demo).Granted();
        var shipment = await open.Declared(1, 40);
        var customs = await demo.Customs;
        Lawful.Must(await customs.HoldShipment(shipment, "Weights differ."));
        Lawful.Must(await (await demo.Senior).RevokeLicence(open.Id, await open.Seen(), "The exporter misled us."));
        Assert.Equal("granted: Waiting for receipts", await open.Stands());
        Assert.Equal("declared", (await open.ShipmentSeen(shipment)).GetProperty("status").GetString());
        Assert.Equal(409, (await open.Release(shipment)).Status);

        Lawful.Must(await customs.SeizeShipment(shipment, "Other calibre than declared."));

        Assert.Equal("seized", (await open.ShipmentSeen(shipment)).GetProperty("status").GetString());
        Assert.Equal("granted: Closed", await open.Stands());
    }

    [Fact]
    public async Task A_hold_that_outlives_the_licence_is_lifted_and_the_goods_are_the_exporter_s_again()
    {
        var open = await new Lawful(demo).Granted();
        var shipment = await open.Declared(1, 40);
        var hold = Lawful.Must(await (await demo.Customs).HoldShipment(shipment, "Weights differ.")).Id("created");
        Lawful.Must(await (await demo.Senior).RevokeLicence(open.Id, await open.Seen(), "The exporter misled us."));

        Lawful.Must(await (await demo.Officer).LiftHold(open.Id, hold, "Weighed again: they agree."));

        Assert.Equal("cancelled", (await open.ShipmentSeen(shipment)).GetProperty("status").GetString());
        Assert.Equal("granted: Closed", await open.Stands());
    }

    [Fact]
    public async Task Asked_again_after_the_licence_a_State_whose_notice_no_longer_suffices_has_a_day_for_its_answer()
    {
        var open = await new Lawful(demo) { Through = ["QP"], NoticeFrom = demo.Today }.Granted();
        var smaller = open.Lawful.Notice();
        smaller["quantities"]![0]!["amount"] = 10;
        await open.Notify("QP", smaller);
        Assert.Equal("suspended", await open.LicenceStatus());
        var first = await open.TransitRequest("QP");

        Lawful.Must(await (await demo.Officer).AskAgain(open.Id, "transit-states", "All of them are to pass."));

        var second = await open.TransitRequest("QP");
        Assert.NotEqual(first, second);
        var there = await demo.Of("qp");
        var asked = Lawful.Must(await there.Request(second))["summary"];
        Assert.True(asked.GetProperty("isOpen").GetBoolean());
        Assert.Equal(Lawful.Day(demo.Today.AddDays(30)), asked.GetProperty("lastDay").GetString());
        await open.Notify("QP", open.Lawful.Notice());
        Assert.False(Lawful.Must(await there.Request(second))["summary"].GetProperty("isOpen").GetBoolean());
        await using var db = demo.OpenDatabase();
        Assert.DoesNotContain(db.DueTimes, d => d.SubjectId == second && d.SettledAt == null);
    }

    [Fact]
    public async Task Customs_of_another_State_does_not_see_what_was_paid_nor_where_the_case_stands()
    {
        var open = await new Lawful(demo) { Through = ["QP"], NoticeFrom = demo.Today }.Granted();
        var shipment = await open.Shipped(1, 10);
        var there = await demo.CustomsOf("qp");

        var seen = Lawful.Must(await there.CheckShipment(shipment)).Json.GetRawText();
        var entry = new JsonObject
        {
            ["what"] = "transit-entry",
            ["on"] = Lawful.Day(demo.Today),
            ["post"] = "Porto Alto",
            ["lines"] = OpenCase.Rifles(1, 9),
        };
        var report = Lawful.Must(await there.ReportMovement(shipment, entry)).Json;

        // Not the digits alone: an id may have them by chance.
        const string paid = "\"amount\":870";
        Assert.DoesNotContain(paid, seen, StringComparison.Ordinal);
        Assert.Contains(paid, Lawful.Must(await (await demo.Customs).CheckShipment(shipment)).Json.GetRawText());
        Assert.Equal(["id", "number"], report.EnumerateObject().Select(m => m.Name).Order());
        var movement = (await open.ShipmentSeen(shipment)).GetProperty("movements")[0];
        Assert.Equal(
            ["Line 1: 10 left and 9 arrived.", "Line 1: did not arrive: BH-010."],
            movement.GetProperty("differences").EnumerateArray().Select(d => d.GetString())
        );
    }

    private async Task<bool> IsRecalledAt(string state, Guid shipment) =>
        Lawful
            .Must(await (await demo.CustomsOf(state)).CheckShipment(shipment))["shipments"][0]
            .GetProperty("isRecalled")
            .GetBoolean();

    private static async Task AssertSuspended(OpenCase open, string because)
    {
        foreach (var view in new[] { await open.AsOfficer(), await open.AsApplicant() })
        {
            var licence = view.GetProperty("licence");
            Assert.Equal("suspended", licence.GetProperty("status").GetString());
            Assert.Equal(because, licence.GetProperty("suspendedBecause").GetString());
        }
        var applicant = await open.AsApplicant();
        Assert.DoesNotContain(Confidential, applicant.GetRawText(), StringComparison.Ordinal);
        Assert.Contains(await open.History(), line => line.GetProperty("event").GetString() == "LicenceSuspended");
    }
}
