using System.Text.Json;
using System.Text.Json.Nodes;
using Licensing.Journey;

namespace Licensing.Web.Tests.Journeys;

/// <summary>The importer applies in the importing State, and exporting States rely on what it issues: Art. 10(1), 10(2)(a), 10(3).</summary>
public abstract class ImportAuthorisations(RunningDemo demo) : JourneyTests(demo)
{
    [Fact]
    public async Task An_importer_gets_an_authorisation_with_the_particulars_of_Article_10_when_two_officers_have_decided()
    {
        var import = await new Import(demo).Granted();

        var authorisation = (await import.AsImporter()).GetProperty("authorisation");
        Assert.StartsWith("QN-IM-2027-", authorisation.GetProperty("number").GetString(), StringComparison.Ordinal);
        Assert.Equal("in-force", authorisation.GetProperty("status").GetString());
        var content = authorisation.GetProperty("content");
        Assert.Equal("Nordhaven", content.GetProperty("placeOfIssue").GetString());
        Assert.Equal(Lawful.Day(demo.Today), content.GetProperty("issuedOn").GetString());
        // The profile of Northmark lets it run for 365 days.
        Assert.Equal(Lawful.Day(demo.Today.AddDays(365)), content.GetProperty("expiresOn").GetString());
        Assert.Equal(("QM", "QN"), (content.Word("exportingState"), content.Word("issuedBy")));
        Assert.Equal("single-use", content.Word("use"));
        Assert.Equal("Nordstern Jagd & Sport", content.GetProperty("finalRecipient").Word("name"));
        var goods = Assert.Single(content.GetProperty("goods").EnumerateArray());
        Assert.Equal(40, goods.GetProperty("quantity").GetProperty("amount").GetDecimal());
        Assert.Equal("granted: Authorisation in force", await import.Stands());
    }

    [Fact]
    public async Task The_exporting_State_relies_on_it_as_it_was_issued_and_the_importing_State_sees_what_has_left()
    {
        var import = await new Import(demo).Granted("A seal of the importer.");
        var export = await import.ExportOf(40);

        Lawful.Must(await export.ConfirmFromRegister());
        Lawful.Must(await export.Recommend());
        Lawful.Must(await export.Decide());

        Assert.Equal(["QN: A seal of the importer."], await export.Conditions());
        await export.Shipped(1, 15);
        var balance = Assert.Single(
            (await import.AsImporter()).GetProperty("authorisation").GetProperty("balances").EnumerateArray()
        );
        Assert.Equal(
            (40, 15, 25),
            (
                balance.GetProperty("authorised").GetDecimal(),
                balance.GetProperty("left").GetDecimal(),
                balance.GetProperty("remaining").GetDecimal()
            )
        );
    }

    [Fact]
    public async Task Nobody_types_what_stands_in_the_register()
    {
        var import = await new Import(demo).Granted();
        var export = await import.ExportOf(40);
        var there = await demo.Of("qn");
        var request = await export.ImportRequest();
        var found = Lawful.Must(await there.Request(request)).Json.GetProperty("inRegister");
        Assert.Equal(import.Number, found.Word("number"));

        var typed = await there.ConfirmImport(request, export.Lawful.Confirmation());

        Assert.Equal(400, typed.Status);
        Assert.Equal(["confirmation"], typed.Refusal!.Errors.Keys);
        Lawful.Must(await export.ConfirmFromRegister());
    }

    [Fact]
    public async Task An_authorisation_for_one_licence_serves_one_and_its_rest_is_not_another_s()
    {
        var import = await new Import(demo).Granted();
        var first = await import.ExportGranted(10);
        var second = await import.ExportOf(10);
        Lawful.Must(await second.ConfirmFromRegister());

        Assert.Equal(["authorisation-for-one-licence"], Rules(await second.Recommend()));

        // Given back without anything having left, it is free for another.
        Lawful.Must(await (await demo.Halden).SurrenderLicence(first.Id, "The order was cancelled."));
        Lawful.Must(await second.Recommend());
    }

    [Fact]
    public async Task An_authorisation_for_one_licence_serves_the_one_that_takes_its_place_with_what_has_not_left()
    {
        var import = await new Import(demo).Granted();
        var first = await import.ExportGranted(30);
        var shipment = await first.Shipped(1, 10);

        var changed = await first.Changed(_ => { });
        Lawful.Must(await changed.Recommend());
        Lawful.Must(await changed.Decide());
        await changed.Shipped(11, 20);

        // What left under the one before goes on undisturbed when the importing State says something of the authorisation.
        await import.Amended(new JsonObject { ["lines"] = Line(1, 45), ["reason"] = "The shop has grown." });
        Assert.Equal(0, (await first.ShipmentSeen(shipment)).GetProperty("recalls").GetArrayLength());
        Assert.Equal("exhausted", await changed.LicenceStatus());
    }

    [Fact]
    public async Task An_authorisation_for_several_licences_serves_as_many_as_its_quantity_allows()
    {
        var import = await new Import(demo) { Use = "multiple-use" }.Granted();
        await import.ExportGranted(25);
        var tooMuch = await import.ExportOf(16);
        Lawful.Must(await tooMuch.ConfirmFromRegister());

        Assert.Equal(["authorisation-quantity-left"], Rules(await tooMuch.Recommend()));

        await import.ExportGranted(15);
    }

    [Fact]
    public async Task It_is_for_goods_from_the_State_that_it_names()
    {
        var import = await new Import(demo) { From = "QP" }.Granted();
        var export = await import.ExportOf(40);
        Lawful.Must(await export.ConfirmFromRegister());

        var refused = await export.Recommend();

        Assert.Contains("authorisation-for-export-from", Rules(refused));
    }

    [Fact]
    public async Task Revoked_it_suspends_the_licences_that_rest_on_it_at_once_and_calls_back_what_is_on_its_way()
    {
        var import = await new Import(demo).Granted();
        var export = await import.ExportGranted(40);
        var shipment = await export.Shipped(1, 10);

        Lawful.Must(
            await (await demo.Door.SignIn("senior@qn.example")).RevokeLicence(
                import.Id,
                await import.Seen(),
                "Forged papers."
            )
        );

        Assert.Equal("suspended", await export.LicenceStatus());
        Assert.Equal(1, (await export.ShipmentSeen(shipment)).GetProperty("recalls").GetArrayLength());
        Assert.DoesNotContain("Forged", (await export.AsApplicant()).GetRawText(), StringComparison.Ordinal);
        Assert.Contains("Forged", (await export.AsOfficer()).GetRawText(), StringComparison.Ordinal);
        Assert.Equal("granted: Closed", await import.Stands());
        Assert.Contains(
            await export.Happened(),
            s => s.Contains($"revoked import authorisation {import.Number}", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            await import.Happened(),
            s => s.Contains("revoked import authorisation", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Suspended_it_cannot_be_confirmed_and_reinstated_it_is_confirmed_again_by_itself()
    {
        var import = await new Import(demo) { Use = "multiple-use" }.Granted();
        var relying = await import.ExportGranted(10);
        var asking = await import.ExportOf(10);
        var (officer, senior) = (await import.Officer, await demo.Door.SignIn("senior@qn.example"));

        Lawful.Must(await officer.SuspendLicence(import.Id, "A question of the police."));

        Assert.Equal("suspended", await relying.LicenceStatus());
        Assert.Equal("authorisation-not-in-force", (await asking.ConfirmFromRegister()).Refusal!.Code);
        Lawful.Must(await officer.ProposeReinstatement(import.Id, "Answered."));
        Lawful.Must(await senior.ReinstateLicence(import.Id, await import.Seen()));
        Assert.Equal("granted: Authorisation in force", await import.Stands());
        // Each State reinstates its own licences.
        Assert.Equal("suspended", await relying.LicenceStatus());
        Lawful.Must(await (await demo.Officer).ProposeReinstatement(relying.Id, "It holds again."));
        Lawful.Must(await (await demo.Senior).ReinstateLicence(relying.Id, await relying.Seen()));
        Lawful.Must(await asking.ConfirmFromRegister());
    }

    [Fact]
    public async Task What_a_correspondent_has_revoked_is_not_confirmed_again_by_the_register()
    {
        var import = await new Import(demo).Granted();
        var export = await import.ExportOf(40);
        Lawful.Must(await export.ConfirmFromRegister());
        Lawful.Must(await (await demo.Of("qn")).RevokeImport(await export.ImportRequest(), "Sanctions."));
        Lawful.Must(await (await import.Officer).SuspendLicence(import.Id, "A question of the police."));
        Lawful.Must(await (await import.Officer).ProposeReinstatement(import.Id, "Answered."));

        Lawful.Must(
            await (await demo.Door.SignIn("senior@qn.example")).ReinstateLicence(import.Id, await import.Seen())
        );

        Assert.Contains("importing-state-has-licensed", Rules(await export.Recommend()));
    }

    [Fact]
    public async Task No_letter_goes_round_the_register_and_customs_finds_no_export_licence_in_it()
    {
        var import = await new Import(demo).Granted();
        var export = await import.ExportOf(40);
        var officer = await demo.Officer;
        var original = Lawful.Must(
            await officer.AttachToCase(export.Id, "foreign-answer", "letter.pdf", Paper.Pdf("Confirmed"))
        );
        var sender = (await officer.AuthoritiesOf("QN"))["items"][0].GetProperty("id").GetGuid();

        var recorded = await officer.RecordAnswer(
            export.Id,
            new JsonObject
            {
                ["requestId"] = await export.ImportRequest(),
                ["answer"] = new JsonObject
                {
                    ["kind"] = "import-confirmation",
                    ["confirmation"] = export.Lawful.Confirmation(),
                },
                ["datedOn"] = Lawful.Day(demo.Today),
                ["originalId"] = original.Id("documentId"),
                ["senderId"] = sender,
            }
        );

        Assert.Equal("in-the-register", recorded.Refusal!.Code);
        Assert.Equal(404, (await (await demo.CustomsOf("qn")).LookUpLicence(import.Number)).Status);
    }

    [Fact]
    public async Task Nobody_is_authorised_for_longer_than_was_asked_for()
    {
        var import = new Import(demo);
        var application = import.Application();
        application["wantedUntil"] = Lawful.Day(demo.Today.AddDays(90));
        await import.Submitted(application);

        await import.Decided("grant", null);

        Assert.Equal(
            Lawful.Day(demo.Today.AddDays(90)),
            (await import.AsImporter()).GetProperty("authorisation").Word("expiresOn")
        );
    }

    [Fact]
    public async Task The_importer_gives_it_back_and_nothing_more_may_come_on_it()
    {
        var import = await new Import(demo).Granted();
        var export = await import.ExportGranted(40);

        Lawful.Must(await (await import.Importer).SurrenderLicence(import.Id, "The shop closes."));

        Assert.Equal("surrendered", (await import.AsImporter()).GetProperty("authorisation").Word("status"));
        Assert.Equal("suspended", await export.LicenceStatus());
        Assert.Equal(409, (await (await import.Importer).SurrenderLicence(import.Id, "Again.")).Status);
    }

    [Fact]
    public async Task Whoever_recommended_it_does_not_decide_it()
    {
        var import = await new Import(demo).Submitted();
        var senior = await demo.Door.SignIn("senior@qn.example");
        Lawful.Must(await senior.Recommend(import.Id, await import.Seen(), new Recommendation("grant", "All is met.")));

        var alone = await senior.Decide(import.Id, await import.Seen(), "grant", null);

        Assert.Equal(422, alone.Status);
        Assert.False((await import.AsImporter()).TryGetProperty("authorisation", out _));
        Lawful.Must(
            await (await demo.Door.SignIn("senior2@qn.example")).Decide(import.Id, await import.Seen(), "grant", null)
        );
    }

    [Fact]
    public async Task It_is_refused_with_a_reason_and_withdrawn_by_the_importer()
    {
        var refused = await new Import(demo).Submitted();
        await refused.Decided("refuse", "The end use is not credible: name the buyers.", ["end-use-not-credible"]);
        Assert.Equal("refused: Refused, open to appeal", await refused.Stands());
        var decision = (await refused.AsImporter()).GetProperty("decision");
        Assert.Equal("The end use is not credible: name the buyers.", decision.Word("text"));

        var withdrawn = await new Import(demo).Submitted();
        Lawful.Must(await (await withdrawn.Importer).Withdraw(withdrawn.Id, "The order was cancelled."));
        Assert.Equal("withdrawn: Withdrawn by the applicant", await withdrawn.Stands());
    }

    [Fact]
    public async Task What_is_missing_or_wrong_is_said_by_field()
    {
        var application = new Import(demo).Application();
        application["exportingState"] = "QN";
        application.Remove("use");
        application["expectedArrivalOn"] = Lawful.Day(demo.Today.AddDays(-1));
        application["lines"]![0]!["draws"] = new JsonArray(new JsonObject { ["authorisation"] = "X", ["amount"] = 1 });
        application["parties"]![1]!["name"] = "Somebody Else";

        var begun = Lawful.Must(await (await demo.Door.SignIn("nordstern@qn.example")).Begin(application));

        Assert.Equal(
            ["documents", "expectedArrivalOn", "exportingState", "lines[0].draws", "parties", "use"],
            begun.Json.GetProperty("problems").EnumerateArray().Select(p => p.Word("field")).Distinct().Order()
        );
    }

    [Fact]
    public async Task Goods_for_which_the_importer_has_no_authority_are_not_applied_for()
    {
        var import = new Import(demo);
        var application = import.Application();
        application["lines"]![0]!["category"] = "A";

        var refused = await import.Submit(application);

        Assert.Equal(422, refused.Status);
        Assert.Equal(["importer-authorised"], Rules(refused));
    }

    [Fact]
    public async Task It_is_the_importing_State_s_own_case_and_nobody_else_s()
    {
        var import = await new Import(demo).Submitted();

        Assert.Equal(404, (await (await demo.Officer).Case(import.Id)).Status);
        Assert.Equal(404, (await (await demo.Auditor).AuditedCase(import.Id)).Status);
        Assert.Equal(404, (await (await demo.Halden).MyCase(import.Id)).Status);
        Assert.Equal(403, (await (await demo.Of("qn")).Case(import.Id)).Status);
        Assert.Equal(404, (await (await demo.Senior).Decide(import.Id, Guid.NewGuid(), "grant", null)).Status);
        Assert.DoesNotContain(import.CaseNumber, (await (await demo.Officer).Cases()).Json.GetRawText());
        Assert.Contains(import.CaseNumber, (await (await import.Officer).Cases()).Json.GetRawText());
    }

    [Fact]
    public async Task Amended_by_two_officers_it_is_restated_to_those_who_rely_on_it()
    {
        var import = await new Import(demo) { Use = "multiple-use" }.Granted();
        var first = await import.ExportGranted(25);
        var second = await import.ExportOf(25);
        Lawful.Must(await second.ConfirmFromRegister());
        Assert.Equal(["authorisation-quantity-left"], Rules(await second.Recommend()));

        await import.Amended(new JsonObject { ["lines"] = Line(1, 50), ["reason"] = "The shop has grown." });

        Lawful.Must(await second.Recommend());
        Assert.Equal("in-force", await first.LicenceStatus());
        var balance = (await import.AsImporter()).GetProperty("authorisation").GetProperty("balances")[0];
        Assert.Equal(50, balance.GetProperty("authorised").GetDecimal());
        Assert.Contains(
            await import.Happened(),
            s => s.Contains("(line 1: 50 pieces instead of 40 pieces): The shop has grown.", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Reduced_below_what_is_licensed_or_cut_short_it_suspends_the_licence()
    {
        var reduced = await new Import(demo).Granted();
        var one = await reduced.ExportGranted(40);
        var shortened = await new Import(demo).Granted();
        var other = await shortened.ExportGranted(40);

        await reduced.Amended(new JsonObject { ["lines"] = Line(1, 39), ["reason"] = "One is for another shop." });
        await shortened.Amended(
            new JsonObject { ["expiresOn"] = Lawful.Day(demo.Today.AddDays(100)), ["reason"] = "The law has changed." }
        );

        Assert.Equal("suspended", await one.LicenceStatus());
        Assert.Equal("suspended", await other.LicenceStatus());
        Assert.Equal(
            Lawful.Day(demo.Today.AddDays(100)),
            (await other.AsOfficer()).GetProperty("lastDayIfReinstated").GetString()
        );
    }

    [Fact]
    public async Task What_has_left_is_not_taken_back_and_nobody_confirms_what_they_proposed()
    {
        var import = await new Import(demo).Granted();
        var export = await import.ExportGranted(40);
        await export.Shipped(1, 10);
        var senior = await demo.Door.SignIn("senior@qn.example");
        var reason = "A slip of the pen.";

        Assert.Equal(
            ["amendment-leaves-what-has-left"],
            Rules(
                await senior.ProposeAmendment(import.Id, new JsonObject { ["lines"] = Line(1, 9), ["reason"] = reason })
            )
        );
        Assert.Equal("not-proposed", (await senior.ConfirmAmendment(import.Id, await import.Seen())).Refusal!.Code);
        Assert.Equal(
            400,
            (
                await senior.ProposeAmendment(
                    import.Id,
                    new JsonObject { ["lines"] = Line(1, 40), ["reason"] = reason }
                )
            ).Status
        );
        var wrong = new JsonObject { ["lines"] = new JsonArray(new JsonObject { ["line"] = 7, ["quantity"] = 1 }) };
        Assert.Equal(
            ["lines[0].line", "reason"],
            (await senior.ProposeAmendment(import.Id, wrong)).Refusal!.Errors.Keys.Order()
        );
        Lawful.Must(
            await senior.ProposeAmendment(import.Id, new JsonObject { ["lines"] = Line(1, 10), ["reason"] = reason })
        );
        Assert.Equal(422, (await senior.ConfirmAmendment(import.Id, await import.Seen())).Status);
        Assert.Equal("in-force", await export.LicenceStatus());
        Lawful.Must(
            await (await demo.Door.SignIn("senior2@qn.example")).ConfirmAmendment(import.Id, await import.Seen())
        );
        Assert.Equal("suspended", await export.LicenceStatus());
    }

    [Fact]
    public async Task Cut_short_it_ends_on_its_new_last_day()
    {
        await using var fresh = await demo.Another();
        var import = await new Import(fresh).Granted();
        var last = fresh.Today.AddDays(80);
        await import.Amended(new JsonObject { ["expiresOn"] = Lawful.Day(last), ["reason"] = "The law has changed." });

        await fresh.Pass(last);

        Assert.Equal("expired", (await import.AsImporter()).GetProperty("authorisation").Word("status"));
    }

    [Fact]
    public async Task It_ends_after_its_last_day()
    {
        await using var fresh = await demo.Another();
        var import = await new Import(fresh).Granted();
        var last = fresh.Today.AddDays(365);

        await fresh.Pass(last);
        await fresh.WakeWhatIsDue();

        Assert.Equal("expired", (await import.AsImporter()).GetProperty("authorisation").Word("status"));
        Assert.Equal("granted: Closed", await import.Stands());
    }

    private static JsonArray Line(int line, int quantity) =>
        new(new JsonObject { ["line"] = line, ["quantity"] = quantity });

    private static IEnumerable<string> Rules(Answer answer) =>
        answer.Json.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("rule").GetString()!);
}

internal static class Reading
{
    public static string Word(this JsonElement element, string member) => element.GetProperty(member).GetString()!;
}
