using System.Text.Json.Nodes;
using Licensing.Journey;

namespace Licensing.Web.Tests.Journeys;

/// <summary>A licence is changed by another that takes its place: which consents go on, and what of the goods.</summary>
public abstract class ChangeOfALicence(RunningDemo demo) : JourneyTests(demo)
{
    [Fact]
    public async Task With_other_days_no_State_is_asked_again_and_the_new_licence_lets_the_rest_leave()
    {
        var open = await new Lawful(demo) { Through = ["QP"], NoticeFrom = demo.Today }.Granted();
        await open.Shipped(1, 15);

        var changed = await open.Changed(draft => Arrival(draft, open.Lawful.Arrival.AddDays(5)));

        Assert.Equal("open: With a licensing officer", await changed.Stands());
        Assert.Equal(0, (await changed.AsOfficer()).GetProperty("exchange").GetArrayLength());
        Assert.Contains(
            (await changed.AsOfficer()).GetProperty("findings").EnumerateArray(),
            f =>
                f.GetProperty("text")
                    .GetString()!
                    .EndsWith($", for case {open.Number}, and it goes on.", StringComparison.Ordinal)
        );
        Lawful.Must(await changed.Recommend());
        Assert.Equal("in-force", await open.LicenceStatus());
        Lawful.Must(await changed.Decide());

        Assert.Equal("replaced", await open.LicenceStatus());
        Assert.Equal("granted: Waiting for receipts", await open.Stands());
        var licence = (await changed.AsOfficer()).GetProperty("licence");
        Assert.Equal(
            (await open.AsOfficer()).GetProperty("licence").GetProperty("number").GetString(),
            licence.GetProperty("content").GetProperty("replaces").GetString()
        );
        Assert.Equal([25], Quantities(licence.GetProperty("content").GetProperty("consignment")));
        var late = await (await demo.Halden).DeclareShipment(open.Id, open.Shipment(16, 25));
        Assert.Equal(409, late.Status);
        var shipment = await changed.Shipped(16, 25);
        Assert.Equal("left", (await changed.ShipmentSeen(shipment)).GetProperty("status").GetString());
        Assert.Equal("exhausted", await changed.LicenceStatus());
    }

    [Fact]
    public async Task What_leaves_while_the_change_is_examined_is_not_licensed_again()
    {
        var open = await new Lawful(demo) { Through = ["QP"], NoticeFrom = demo.Today }.Granted();
        await open.Shipped(1, 15);
        var changed = await open.Changed(draft => Arrival(draft, open.Lawful.Arrival.AddDays(5)));
        await open.Shipped(16, 10);

        var seen = (await changed.AsOfficer()).GetProperty("replacement");
        Assert.Equal(
            ["Line 1: 25 pieces applied for, 15 pieces still to be licensed."],
            seen.GetProperty("leftSince").EnumerateArray().Select(l => l.GetString())
        );
        Lawful.Must(await changed.Recommend());
        Lawful.Must(await changed.Decide());

        var licence = (await changed.AsOfficer()).GetProperty("licence").GetProperty("content");
        Assert.Equal([15], Quantities(licence.GetProperty("consignment")));
        Assert.Equal(15, licence.GetProperty("reservations")[0].GetProperty("amount").GetDecimal());
        await changed.Shipped(26, 15);
        Assert.Equal("exhausted", await changed.LicenceStatus());
    }

    [Fact]
    public async Task On_another_route_the_States_to_which_it_is_new_are_asked_and_those_that_see_no_difference_are_not()
    {
        var open = await new Lawful(demo) { Through = ["QP", "QR"] }.Granted();

        var changed = await open.Changed(draft =>
            draft["route"]!.AsArray().Insert(2, Leg("QY", open.Lawful.Shipment.AddDays(8)))
        );

        Assert.Equal("open: Waiting for the transit States", await changed.Stands());
        var asked = (await changed.AsOfficer())
            .GetProperty("exchange")
            .EnumerateArray()
            .Select(d => d.GetProperty("to").GetString());
        Assert.Equal(["QR", "QY"], asked);
        var notices = (await changed.AsOfficer()).GetProperty("replacement").GetProperty("notices").EnumerateArray();
        Assert.Equal(
            ["QP True ", "QR False the goods enter, cross or leave QR otherwise", "QY False "],
            notices.Select(n =>
                $"{n.GetProperty("state").GetString()} {n.GetProperty("goesOn").GetBoolean()} "
                + string.Join(", ", n.GetProperty("news").EnumerateArray().Select(t => t.GetString()))
            )
        );
        var refused = await changed.Recommend();
        Assert.Equal(409, refused.Status);
        await changed.Notify("QR", open.Lawful.Notice());
        await changed.Notify("QY", open.Lawful.Notice());
        Lawful.Must(await changed.Recommend());
        Lawful.Must(await changed.Decide());
        Assert.Equal(("replaced", "in-force"), (await open.LicenceStatus(), await changed.LicenceStatus()));
    }

    [Fact]
    public async Task A_notice_that_goes_on_covers_no_more_than_it_was_given_for()
    {
        var open = await new Lawful(demo) { Through = ["QP"], NoticeFrom = demo.Today }.Granted();
        await open.Shipped(1, 15);

        // The authorisation is for 50, the notice for 40.
        var changed = await open.Changed(draft => Quantity(draft, 30));

        Assert.Equal("open: Waiting for the transit States", await changed.Stands());
        var more = open.Lawful.Notice();
        more["quantities"]![0]!["amount"] = 30;
        await changed.Notify("QP", more);
        Lawful.Must(await changed.Recommend());
        Lawful.Must(await changed.Decide());
        await changed.Shipped(16, 30);
    }

    [Fact]
    public async Task A_denial_stands_while_the_State_is_asked_again_for_the_licence_that_takes_the_others_place()
    {
        var open = await new Lawful(demo).Granted();
        var changed = await open.Changed(draft => Arrival(draft, open.Lawful.Arrival.AddDays(5)));
        Lawful.Must(await (await demo.Of("qn")).DenyImport(await open.ImportRequest(), "It was in error."));

        Lawful.Must(await (await demo.Officer).AskAgain(changed.Id, "importing-state", "It may be an error."));

        Assert.Equal("open: Waiting for the importing State", await changed.Stands());
        var finding = Assert.Single(
            (await changed.AsOfficer()).GetProperty("findings").EnumerateArray(),
            f => f.GetProperty("rule").GetString() == "importing-state-has-licensed"
        );
        Assert.False(finding.GetProperty("isMet").GetBoolean());
    }

    [Fact]
    public async Task A_no_to_the_change_is_not_undone_by_a_yes_to_the_licence_before()
    {
        var open = await new Lawful(demo).Granted();
        var changed = await open.Changed(draft => Arrival(draft, open.Lawful.Arrival.AddDays(5)));
        var (there, officer) = (await demo.Of("qn"), await demo.Officer);
        Lawful.Must(await there.DenyImport(await open.ImportRequest(), "It was in error."));
        Lawful.Must(await officer.AskAgain(changed.Id, "importing-state", "It comes later."));
        Lawful.Must(await there.DenyImport(await changed.ImportRequest(), "Not so late."));
        Lawful.Must(await officer.AskAgain(changed.Id, "importing-state", "It may be an error."));
        Lawful.Must(await officer.AskAgain(open.Id, "importing-state", "It may be an error."));
        await open.Confirm(open.Lawful.Confirmation());
        Assert.Equal("met", await Licensed(open));

        Assert.Equal("not met", await Licensed(changed));
        await changed.Confirm(open.Lawful.Confirmation());
        Assert.Equal("met", await Licensed(changed));

        async Task<string> Licensed(OpenCase its) =>
            (await its.AsOfficer())
                .GetProperty("findings")
                .EnumerateArray()
                .Single(f => f.GetProperty("rule").GetString() == "importing-state-has-licensed")
                .GetProperty("isMet")
                .GetBoolean()
                ? "met"
                : "not met";
    }

    [Fact]
    public async Task An_authorisation_that_is_stated_anew_goes_to_the_transit_States_before_the_change_is_issued()
    {
        var open = await new Lawful(demo) { Through = ["QP"], NoticeFrom = demo.Today }.Granted();
        var changed = await open.Changed(draft => Arrival(draft, open.Lawful.Arrival.AddDays(5)));
        var restated = open.Lawful.Confirmation();
        restated["goods"]![0]!["quantity"] = 60;
        await open.Confirm(restated);

        var refused = await changed.Recommend();
        Assert.Equal((422, "import-information-sent-in-advance"), (refused.Status, Rules(refused).Single()));
        Lawful.Must(await (await demo.Officer).AskAgain(changed.Id, "transit-states", "It is for 60 now."));
        await changed.Notify("QP", open.Lawful.Notice());
        Lawful.Must(await changed.Recommend());
        Lawful.Must(await changed.Decide());
        Assert.Equal(("replaced", "in-force"), (await open.LicenceStatus(), await changed.LicenceStatus()));
    }

    [Fact]
    public async Task No_more_is_licensed_than_the_authorisation_leaves_after_what_has_left()
    {
        var open = await new Lawful(demo).Granted();
        await open.Shipped(1, 15);

        // What is left does not suffice for it, so the importing State is asked, and says what it has said before.
        var changed = await open.Changed(draft => Quantity(draft, 36));
        Assert.Equal("open: Waiting for the importing State", await changed.Stands());
        await changed.Confirm(open.Lawful.Confirmation());

        var refused = await changed.Recommend();
        Assert.Equal(422, refused.Status);
        Assert.Equal(["authorisation-quantity-left"], Rules(refused));
    }

    [Fact]
    public async Task A_notice_that_is_taken_back_in_the_case_in_which_it_was_given_is_gone_for_the_new_licence_too()
    {
        var open = await new Lawful(demo) { Through = ["QP"], NoticeFrom = demo.Today }.Granted();
        var changed = await open.Changed(draft => Arrival(draft, open.Lawful.Arrival.AddDays(5)));
        var request = await open.TransitRequest("QP");
        Lawful.Must(await changed.Recommend());
        Lawful.Must(await changed.Decide());
        var again = await changed.Changed(draft => Arrival(draft, open.Lawful.Arrival.AddDays(6)));
        Lawful.Must(await again.Recommend());
        Lawful.Must(await again.Decide());
        var underway = await again.Shipped(1, 10);

        Lawful.Must(await (await demo.Of("qp")).WithdrawNotice(request, "Unrest."));

        Assert.Equal("suspended", await again.LicenceStatus());
        Assert.Equal(2, (await again.ShipmentSeen(underway)).GetProperty("recalls").GetArrayLength());
    }

    [Fact]
    public async Task A_notice_that_is_taken_back_before_the_decision_stops_it()
    {
        var open = await new Lawful(demo) { Through = ["QP"], NoticeFrom = demo.Today }.Granted();
        var changed = await open.Changed(draft => Arrival(draft, open.Lawful.Arrival.AddDays(5)));
        Lawful.Must(await changed.Recommend());

        Lawful.Must(await (await demo.Of("qp")).WithdrawNotice(await open.TransitRequest("QP"), "Unrest."));

        Assert.Equal("suspended", await open.LicenceStatus());
        var refused = await changed.Decide();
        Assert.Equal(422, refused.Status);
        Assert.Equal(["transit-state-has-not-objected", "import-information-sent-in-advance"], Rules(refused));
        await changed.AssertNoLicence();
    }

    [Fact]
    public async Task A_withdrawal_that_lies_on_the_desk_of_the_case_before_stops_the_new_licence()
    {
        var open = await new Lawful(demo) { Through = ["QP"], NoticeFrom = demo.Today }.Granted();
        var request = await open.TransitRequest("QP");
        var changed = await open.Changed(draft => Arrival(draft, open.Lawful.Arrival.AddDays(5)));
        Lawful.Must(await changed.Recommend());
        await OnTheDesk(open, request);

        var refused = await changed.Decide();

        Assert.Equal((422, "answer-outstanding"), (refused.Status, refused.Refusal!.Code));
        await changed.AssertNoLicence();
    }

    [Fact]
    public async Task Nothing_leaves_under_the_new_licence_while_a_withdrawal_lies_on_the_desk_of_the_case_before()
    {
        var open = await new Lawful(demo) { Through = ["QP"], NoticeFrom = demo.Today }.Granted();
        var request = await open.TransitRequest("QP");
        var changed = await open.Changed(draft => Arrival(draft, open.Lawful.Arrival.AddDays(5)));
        Lawful.Must(await changed.Recommend());
        Lawful.Must(await changed.Decide());
        var shipment = await changed.Declared(1, 10);
        await OnTheDesk(open, request);

        var refused = await changed.Release(shipment);

        Assert.Equal((422, "answer-outstanding"), (refused.Status, refused.Refusal!.Code));
    }

    [Fact]
    public async Task What_leaves_between_the_beginning_of_the_draft_and_its_submission_is_taken_off_too()
    {
        var open = await new Lawful(demo).Granted();
        var exporter = await demo.Halden;
        var begun = Lawful.Must(await exporter.ChangeLicence(open.Id)).Id("applicationId");
        await open.Shipped(1, 10);

        var submitted = Lawful.Must(
            await exporter.Submit(begun, Lawful.Must(await exporter.Draft(begun)).Id("version"))
        );

        var changed = new OpenCase(demo, open.Lawful, submitted.Id("caseId"), submitted.Text("number"));
        Assert.Equal(
            ["Line 1: 40 pieces applied for, 30 pieces still to be licensed."],
            (await changed.AsOfficer())
                .GetProperty("replacement")
                .GetProperty("leftSince")
                .EnumerateArray()
                .Select(l => l.GetString())
        );
    }

    [Fact]
    public async Task One_change_at_a_time_and_only_of_a_licence_that_is_open()
    {
        var open = await new Lawful(demo).Granted();
        var exporter = await demo.Halden;
        var second = Lawful.Must(await exporter.ChangeLicence(open.Id)).Id("applicationId");
        var changed = await open.Changed(_ => { });
        var again = await exporter.ChangeLicence(open.Id);
        Assert.Equal((422, "already-changing"), (again.Status, again.Refusal!.Code));
        var version = Lawful.Must(await exporter.Draft(second)).Id("version");
        var submitted = await exporter.Submit(second, version);
        Assert.Equal((422, "already-changing"), (submitted.Status, submitted.Refusal!.Code));

        Lawful.Must(await exporter.Withdraw(changed.Id, "Not needed."));
        Lawful.Must(await exporter.Submit(second, version));
        Lawful.Must(await exporter.SurrenderLicence(open.Id, "Not needed."));

        var late = await exporter.ChangeLicence(open.Id);
        Assert.Equal((422, "no-open-licence"), (late.Status, late.Refusal!.Code));
        Assert.Equal(404, (await (await demo.Door.SignIn("nordstern@qn.example")).ChangeLicence(open.Id)).Status);
    }

    [Fact]
    public async Task Where_the_change_is_refused_the_licence_stays_as_it_is()
    {
        var open = await new Lawful(demo).Granted();
        var changed = await open.Changed(_ => { });
        Lawful.Must(
            await (await demo.Officer).Recommend(
                changed.Id,
                await changed.Seen(),
                new Recommendation("refuse", "No.", Reasons: ["diversion-risk"])
            )
        );
        Lawful.Must(await (await demo.Senior).Decide(changed.Id, await changed.Seen(), "refuse", "Not now."));

        Assert.Equal("in-force", await open.LicenceStatus());
        await open.Shipped(1, 40);
    }

    private static IEnumerable<string> Rules(Answer answer) => answer.Refusal!.Findings.Select(f => f.Rule).Distinct();

    private async Task OnTheDesk(OpenCase open, Guid request)
    {
        var officer = await demo.Officer;
        var letter = Lawful.Must(
            await officer.AttachToCase(open.Id, "foreign-answer", "letter.pdf", Paper.Pdf("A letter"))
        );
        var authorities = await officer.AuthoritiesOf("QP");
        Lawful.Must(
            await officer.RecordAnswer(
                open.Id,
                new JsonObject
                {
                    ["requestId"] = request,
                    ["answer"] = new JsonObject { ["kind"] = "notice-withdrawal", ["reason"] = "Unrest." },
                    ["datedOn"] = Lawful.Day(demo.Today),
                    ["originalId"] = letter.Id("documentId"),
                    ["senderId"] = authorities["items"][0].GetProperty("id").GetGuid(),
                }
            )
        );
    }

    private static void Arrival(JsonObject draft, DateOnly on)
    {
        draft["expectedArrivalOn"] = Lawful.Day(on);
        draft["route"]!.AsArray()[^1]!["arrivesOn"] = Lawful.Day(on);
    }

    private static void Quantity(JsonObject draft, int pieces)
    {
        draft["lines"]![0]!["quantity"] = pieces;
        draft["lines"]![0]!["draws"]![0]!["amount"] = pieces;
    }

    private static JsonObject Leg(string to, DateOnly on) =>
        new()
        {
            ["to"] = to,
            ["mode"] = "sea",
            ["stop"] = "transshipment",
            ["kilometres"] = 700,
            ["arrivesOn"] = Lawful.Day(on),
        };

    private static IEnumerable<decimal> Quantities(System.Text.Json.JsonElement consignment) =>
        consignment
            .GetProperty("lines")
            .EnumerateArray()
            .Select(l => l.GetProperty("quantity").GetProperty("amount").GetDecimal());
}
