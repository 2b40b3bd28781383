using System.Text.Json.Nodes;
using Licensing.Journey;

namespace Licensing.Web.Tests.Journeys;

/// <summary>Where several cases rest on one authorisation, or a paper arrives beside an answer given in the system, each State's last
/// word about that very thing is what counts.</summary>
public abstract class SeveralCasesAndPapers(RunningDemo demo) : JourneyTests(demo)
{
    [Fact]
    public async Task A_denial_in_one_case_is_not_cured_by_a_confirmation_in_another()
    {
        var first = new Lawful(demo) { Quantity = 10 };
        var denied = await first.Submitted();
        Lawful.Must(await (await demo.Of("qn")).DenyImport(await denied.ImportRequest(), "Not in this form."));
        await new Lawful(demo) { Quantity = 10, Number = first.Number }.WithOfficer();

        var answer = await denied.Recommend();

        Assert.Equal(422, answer.Status);
        Assert.Contains("importing-state-has-licensed", Rules(answer));
        await denied.AssertNoLicence();
    }

    [Fact]
    public async Task A_revocation_in_one_case_is_not_cured_by_a_confirmation_in_another()
    {
        var first = new Lawful(demo) { Quantity = 10 };
        var revoked = await first.WithOfficer();
        Lawful.Must(await (await demo.Of("qn")).RevokeImport(await revoked.ImportRequest(), "Taken back."));
        await new Lawful(demo) { Quantity = 10, Number = first.Number }.WithOfficer();

        var answer = await revoked.Recommend();

        Assert.Equal(422, answer.Status);
        Assert.Equal(["importing-state-has-licensed"], Rules(answer));
        await revoked.AssertNoLicence();
    }

    [Fact]
    public async Task A_denial_in_one_case_leaves_the_licence_of_another_alone()
    {
        var first = new Lawful(demo) { Quantity = 10 };
        var granted = await first.Granted();
        var other = await new Lawful(demo) { Quantity = 10, Number = first.Number }.Submitted();

        Lawful.Must(await (await demo.Of("qn")).DenyImport(await other.ImportRequest(), "Not for these goods."));

        Assert.Equal("in-force", (await granted.AsOfficer()).GetProperty("licence").GetProperty("status").GetString());
    }

    [Fact]
    public async Task What_was_drawn_stays_drawn_when_the_lines_are_stated_in_another_order()
    {
        var first = new Lawful(demo) { Quantity = 40 };
        await first.Granted();
        var second = new Lawful(demo) { Quantity = 40, Number = first.Number };
        var confirmation = second.Confirmation();
        var rifles = confirmation["goods"]![0]!.DeepClone();
        confirmation["goods"] = new JsonArray(
            new JsonObject
            {
                ["class"] = "part-or-component",
                ["part"] = "barrel",
                ["platform"] = "BH308",
                ["quantity"] = 50,
                ["unit"] = "piece",
            },
            rifles
        );

        var answer = await (await second.WithOfficer(confirmation)).Recommend();

        Assert.Equal(422, answer.Status);
        Assert.Equal(["authorisation-quantity-left"], Rules(answer));
    }

    [Fact]
    public async Task One_authorisation_is_not_two_by_another_spelling()
    {
        var first = new Lawful(demo) { Quantity = 40 };
        await first.Granted();
        var spelt = new Lawful(demo) { Quantity = 40, Number = $" {first.Number.ToLowerInvariant()} " };
        var same = await spelt.Submitted();
        Lawful.Must(
            await (await demo.Of("qn")).ConfirmImport(
                (await (await demo.Of("qn")).RequestAbout(same.Number, first.Number))!.Value,
                spelt.Confirmation()
            )
        );
        Assert.Equal(["authorisation-quantity-left"], Rules(await same.Recommend()));

        var dotted = new Lawful(demo) { Quantity = 40, Number = first.Number.Replace('-', '/') };
        var other = await dotted.Submitted();
        var answer = await (await demo.Of("qn")).ConfirmImport(await other.ImportRequest(), dotted.Confirmation());
        Assert.Equal((422, "spelt-otherwise"), (answer.Status, answer.Refusal!.Code));
    }

    [Fact]
    public async Task Two_numbers_that_are_spelt_alike_are_two_when_their_State_says_so()
    {
        var first = new Lawful(demo);
        await first.Granted();
        var second = new Lawful(demo) { Number = first.Number.Replace('-', '/') };
        var open = await second.Submitted();
        var confirmation = second.Confirmation();
        confirmation["distinctFrom"] = first.Number;

        await open.Confirm(confirmation);

        Lawful.Must(await open.Recommend());
        Lawful.Must(await open.Decide());
    }

    [Fact]
    public async Task Two_letters_of_one_day_that_say_the_same_hold_each_in_its_case()
    {
        var first = new Lawful(demo) { Quantity = 10 };
        var (one, two) = (
            await first.Submitted(),
            await new Lawful(demo) { Quantity = 10, Number = first.Number }.Submitted()
        );
        foreach (var open in new[] { one, two })
        {
            var recorded = Lawful.Must(await RecordConfirmation(open, first.Confirmation(), demo.Today.AddDays(-3)));
            Lawful.Must(await (await demo.SecondOfficer).ConfirmRecorded(open.Id, recorded.Id("created")));
        }

        Assert.Equal("open: With a licensing officer", await one.Stands());
        Assert.Equal("open: With a licensing officer", await two.Stands());

        var other = await new Lawful(demo) { Quantity = 10, Number = first.Number }.Submitted();
        var less = first.Confirmation();
        less["goods"]![0]!["quantity"] = 15;
        var answer = await RecordConfirmation(other, less, demo.Today.AddDays(-3));
        Assert.Equal((422, "newer-answer"), (answer.Status, answer.Refusal!.Code));
    }

    [Fact]
    public async Task The_particulars_of_another_company_s_authorisation_do_not_travel_to_its_transit_States()
    {
        var first = new Lawful(demo) { Quantity = 10 };
        await first.Granted();
        var curious = await new Lawful(demo)
        {
            Quantity = 1,
            Number = first.Number,
            Through = ["QP"],
        }.Submitted();
        await demo.Pass(demo.Today.AddDays(30));
        Assert.Equal("open: With a licensing officer", await curious.Stands());

        Lawful.Must(await (await demo.Officer).AskAgain(curious.Id, "transit-states", "Let us see."));

        var request = Lawful.Must(await (await demo.Of("qp")).Request(await curious.TransitRequest("QP")));
        Assert.Empty(request["transit"].GetProperty("importLicences").EnumerateArray());
    }

    [Fact]
    public async Task The_applicant_does_not_see_by_a_last_day_that_another_agency_has_been_asked()
    {
        // Of its own, since the others move the clock.
        await using var alone = await demo.Another();
        var open = await new Lawful(alone).WithOfficer();
        // 60 working days for the decision, which both may know.
        Assert.Equal(("2027-05-21", "2027-05-21"), (By(await open.AsOfficer()), By(await open.AsApplicant())));

        Lawful.Must(await (await alone.Officer).Refer(open.Id, "Border Guard", "Do you know the carrier?"));

        Assert.Equal(("2027-03-17", "2027-05-21"), (By(await open.AsOfficer()), By(await open.AsApplicant())));

        static string? By(System.Text.Json.JsonElement seen) =>
            seen.GetProperty("progress").GetProperty("by").GetString();
    }

    [Fact]
    public async Task A_paper_that_is_confirmed_later_does_not_undo_an_objection_given_since()
    {
        var open = await new Lawful(demo) { Through = ["QP", "QR"] }.Confirmed();
        var recorded = Lawful.Must(await open.Record("QP", "no-objection")).Id("created");
        Lawful.Must(await (await demo.Of("qp")).ObjectToTransit(await open.TransitRequest("QP"), "Not now."));

        var answer = await (await demo.SecondOfficer).ConfirmRecorded(open.Id, recorded);

        Assert.Equal((422, "newer-answer"), (answer.Status, answer.Refusal!.Code));
    }

    [Fact]
    public async Task A_withdrawal_that_lies_on_the_desk_stops_the_decision()
    {
        var open = await new Lawful(demo) { Through = ["QP"] }.BeforeDecision();
        Lawful.Must(await open.Record("QP", "notice-withdrawal"));

        var answer = await open.Decide();

        Assert.Equal((422, "recording-outstanding"), (answer.Status, answer.Refusal!.Code));
        await open.AssertNoLicence();
    }

    [Fact]
    public async Task New_particulars_of_the_import_licence_want_a_new_notice_on_the_very_same_day()
    {
        var lawful = new Lawful(demo) { Through = ["QP"] };
        var open = await lawful.WithOfficer();
        var changed = lawful.Confirmation();
        changed["placeOfIssue"] = "Sornhaven";
        await open.Confirm(changed);
        Assert.Contains("import-information-sent-in-advance", Rules(await open.Recommend()));

        Lawful.Must(await (await demo.Officer).AskAgain(open.Id, "transit-states", "The import licence has changed."));

        Assert.Equal("open: Waiting for the transit States", await open.Stands());
        await open.Notify("QP", lawful.Notice());
        Assert.Equal("open: With a licensing officer", await open.Stands());
        Lawful.Must(await open.Recommend());
        Lawful.Must(await open.Decide());
    }

    [Fact]
    public async Task The_applicant_is_told_nothing_of_an_authorisation_that_is_not_confirmed_for_its_case()
    {
        var first = new Lawful(demo) { Quantity = 13 };
        await first.Granted();
        var curious = await new Lawful(demo) { Quantity = 1_000_000, Number = first.Number }.Submitted();

        var outstanding = (await curious.AsApplicant()).GetProperty("outstanding").EnumerateArray().ToList();

        Assert.Equal(
            [$"Import authorisation {first.Number} is not confirmed by QN."],
            outstanding.Select(finding => finding.GetProperty("text").GetString())
        );
    }

    [Fact]
    public async Task Nobody_applies_in_the_name_of_another_exporter()
    {
        var lawful = new Lawful(demo);
        var application = lawful.Application();
        application["parties"]![0]!["name"] = "Brevik Components";
        var (id, version) = await lawful.Drafted(application: application);

        var answer = await (await demo.Halden).Submit(id, version);

        Assert.Equal(400, answer.Status);
        Assert.Equal(["parties"], answer.Refusal!.Errors.Keys);
    }

    private static IEnumerable<string> Rules(Answer answer) => answer.Refusal!.Findings.Select(f => f.Rule).Distinct();

    [Fact]
    public async Task A_receipt_on_paper_counts_once_a_second_officer_has_confirmed_it()
    {
        var open = await new Lawful(demo).Granted();
        await open.Shipped(1, 40);
        var recorded = Lawful.Must(
            await open.Record(
                "QN",
                await open.ReceiptRequest(),
                new JsonObject
                {
                    ["kind"] = "receipt-confirmation",
                    ["receipt"] = new JsonObject
                    {
                        ["receivedOn"] = Lawful.Day(demo.Today),
                        ["lines"] = OpenCase.Rifles(1, 40),
                    },
                },
                demo.Today
            )
        );
        Assert.Equal("granted: Waiting for receipts", await open.Stands());

        Lawful.Must(await (await demo.SecondOfficer).ConfirmRecorded(open.Id, recorded.Id("created")));

        Assert.Equal("granted: Closed", await open.Stands());
    }

    [Fact]
    public async Task A_withdrawal_that_lies_on_the_desk_keeps_the_goods_here_until_it_is_settled()
    {
        var open = await new Lawful(demo) { Through = ["QP"], NoticeFrom = demo.Today }.Granted();
        var shipment = await open.Declared(1, 40);
        var recorded = Lawful.Must(await open.Record("QP", "notice-withdrawal"));

        Assert.Equal("answer-outstanding", (await open.Release(shipment)).Refusal!.Code);

        Lawful.Must(await (await demo.SecondOfficer).RejectRecorded(open.Id, recorded.Id("created"), "Not theirs."));
        Lawful.Must(await open.Release(shipment));
    }

    private static async Task<Answer> RecordConfirmation(OpenCase open, JsonObject confirmation, DateOnly datedOn) =>
        await open.Record(
            "QN",
            await open.ImportRequest(),
            new JsonObject { ["kind"] = "import-confirmation", ["confirmation"] = confirmation },
            datedOn
        );
}
