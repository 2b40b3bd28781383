using System.Text.Json;
using System.Text.Json.Nodes;
using Licensing.Journey;

namespace Licensing.Web.Tests.Journeys;

/// <summary>What the applicant says besides reaches the dossier that is screened, and what was left out is not known there.</summary>
public abstract class WhatTheScreeningIsTold(RunningDemo demo) : JourneyTests(demo)
{
    [Fact]
    public async Task An_application_that_says_everything_is_screened_with_all_of_it()
    {
        var kit = Kit();
        var application = SayingEverything(kit);
        var exporter = await demo.Halden;
        var (id, _) = await kit.Drafted(exporter, application);
        var papers = new Dictionary<string, string>();
        foreach (
            var (kind, states) in new (string, (string, string)[])[]
            {
                ("invoice", [("number", "I-7"), ("pieces", "10")]),
                ("packing-list", [("number", "P-7"), ("pieces", "10"), ("netKg", "14.125")]),
                ("transport-document", [("number", "B/L 12"), ("pieces", "11"), ("netKg", "14")]),
                ("onward-delivery-undertaking", []),
            }
        )
            papers[kind] = Lawful.Must(await exporter.AttachStating(id, kind, Paper.Pdf(kind), states)).Text("sha256");
        var draft = await exporter.Draft(id);
        Assert.Empty(draft["problems"].EnumerateArray());
        var submitted = Lawful.Must(await exporter.Submit(id, draft.Id("version")));
        var open = new OpenCase(demo, kit, submitted.Id("caseId"), submitted.Text("number"));
        await open.Confirm(Confirmation(kit));
        await open.Notify("QP", kit.Notice());

        var it = await Screened(open);

        var line = it.GetProperty("lines")[0];
        Assert.Equal("UPPER_ASSEMBLY", line.Word("part_type"));
        Assert.False(line.TryGetProperty("platform", out _));
        Assert.Equal("rifle_split", line.Word("firearm_type"));
        Assert.Equal("BX-9", line.Word("compatible_model"));
        Assert.True(line.GetProperty("select_fire").GetBoolean());
        Assert.False(line.GetProperty("deactivated").GetBoolean());
        Assert.True(line.GetProperty("temporary").GetBoolean());
        Assert.Equal("B", line.Word("resulting_category"));
        Assert.Equal("""{"UPPER_RECEIVER":1,"BARREL":2}""", line.GetProperty("explodes_to").GetRawText());
        Assert.Equal("complete_firearm_kd", it.Word("declared_as"));
        Assert.Equal(14.125m, it.GetProperty("declared_net_kg").GetDecimal());
        Assert.Equal(Lawful.Day(demo.Today.AddDays(-40)), it.Word("order_date"));
        Assert.Equal(
            ("repair", Lawful.Day(kit.ReturnBy)),
            (
                it.GetProperty("simplified_procedure").Word("purpose"),
                it.GetProperty("simplified_procedure").Word("return_by")
            )
        );
        var leg = it.GetProperty("route").GetProperty("legs")[0];
        Assert.Equal(2.5m, leg.GetProperty("dwell_days").GetDecimal());
        Assert.True(leg.GetProperty("ftz").GetBoolean());
        Assert.True(it.GetProperty("onward_delivery_undertaking").GetBoolean());
        Assert.Equal(
            [
                $"invoice I-7 10  {papers["invoice"]}",
                $"packing_list P-7 10 14.125 {papers["packing-list"]}",
                $"transport_document B/L 12 11 14 {papers["transport-document"]}",
            ],
            it.GetProperty("documents")
                .EnumerateArray()
                .Select(d =>
                    $"{d.Word("kind")} {d.Word("number")} {Number(d, "qty")} {Number(d, "net_kg")} {d.Word("sha256")}"
                )
        );
        Assert.Equal(
            (await open.AsApplicant())
                .GetProperty("documents")
                .EnumerateArray()
                .Single(d => d.Word("kind") == "import-authorisation")
                .Word("sha256"),
            it.GetProperty("import_authorisation").Word("sha256")
        );
        var seen = await open.AsOfficer();
        Assert.Equal(" BX-9 ", seen.GetProperty("application").GetProperty("lines")[0].Word("compatibleModel"));
        Assert.Contains(
            seen.GetProperty("documents").EnumerateArray(),
            d => d.TryGetProperty("states", out var states) && states.Word("number") == "B/L 12"
        );
    }

    [Fact]
    public async Task What_an_application_leaves_out_is_not_known()
    {
        var lawful = new Lawful(demo);
        var open = await lawful.WithOfficer();

        var it = await Screened(open);

        Assert.All(
            [
                "declared_as",
                "declared_net_kg",
                "order_date",
                "simplified_procedure",
                "documents",
                "onward_delivery_undertaking",
                "landlocked_arrangement",
            ],
            member => Assert.False(it.TryGetProperty(member, out _), member)
        );
        Assert.All(
            ["compatible_model", "select_fire", "deactivated", "explodes_to", "resulting_category", "firearm_type"],
            member => Assert.False(it.GetProperty("lines")[0].TryGetProperty(member, out _), member)
        );
        Assert.All(
            ["dwell_days", "ftz"],
            member => Assert.False(it.GetProperty("route").GetProperty("legs")[0].TryGetProperty(member, out _), member)
        );
    }

    [Fact]
    public async Task A_consignee_who_is_not_the_final_recipient_has_undertaken_nothing_until_the_paper_is_on_file()
    {
        var lawful = new Lawful(demo);
        var application = lawful.Application();
        application["parties"]![2]!["name"] = "Nordhaven Forwarding";
        var open = await lawful.Submitted(application);
        await open.Confirm(lawful.Confirmation());

        Assert.False((await Screened(open)).GetProperty("onward_delivery_undertaking").GetBoolean());
    }

    [Fact]
    public async Task What_a_shipment_weighs_is_what_it_says_and_of_a_part_that_says_nothing_nobody_knows()
    {
        var lawful = new Lawful(demo);
        var application = lawful.Application();
        application["declaredNetKg"] = 160;
        var open = await lawful.Submitted(application);
        await open.Confirm(lawful.Confirmation());
        Lawful.Must(await open.Recommend());
        Lawful.Must(await open.Decide());
        Assert.Equal(160, (await Screened(open)).GetProperty("declared_net_kg").GetDecimal());
        var shipment = open.Shipment(1, 10);
        shipment["netKg"] = 41.5;
        Lawful.Must(await (await demo.Halden).DeclareShipment(open.Id, shipment));
        Lawful.Must(await (await demo.Officer).ScreenAgain(open.Id));
        Assert.Equal(41.5m, (await Screened(open)).GetProperty("declared_net_kg").GetDecimal());

        var wrong = open.Shipment(11, 10);
        wrong["netKg"] = 0;
        var refused = await (await demo.Halden).DeclareShipment(open.Id, wrong);
        Assert.Equal((400, "netKg"), (refused.Status, Assert.Single(refused.Refusal!.Errors).Key));
    }

    [Fact]
    public async Task A_change_of_a_licence_begins_with_all_that_was_said()
    {
        var lawful = new Lawful(demo);
        var application = lawful.Application();
        application["lines"]![0]!["selectFire"] = false;
        application["declaredNetKg"] = 160;
        application["orderDate"] = Lawful.Day(demo.Today.AddDays(-40));
        var exporter = await demo.Halden;
        var (id, _) = await lawful.Drafted(exporter, application);
        Lawful.Must(await exporter.AttachStating(id, "invoice", Paper.Pdf("I-7"), ("number", "I-7"), ("pieces", "40")));
        var submitted = Lawful.Must(await exporter.Submit(id, (await exporter.Draft(id)).Id("version")));
        var open = new OpenCase(demo, lawful, submitted.Id("caseId"), submitted.Text("number"));
        await open.Confirm(lawful.Confirmation());
        Lawful.Must(await open.Recommend());
        Lawful.Must(await open.Decide());

        var change = await exporter.Draft(Lawful.Must(await exporter.ChangeLicence(open.Id)).Id("applicationId"));

        var draft = change["draft"];
        Assert.False(draft.GetProperty("lines")[0].GetProperty("selectFire").GetBoolean());
        Assert.Equal(160, draft.GetProperty("declaredNetKg").GetDecimal());
        Assert.Equal(Lawful.Day(demo.Today.AddDays(-40)), draft.Word("orderDate"));
        var states = change["documents"]
            .EnumerateArray()
            .Single(d => d.Word("kind") == "invoice")
            .GetProperty("states");
        Assert.Equal(("I-7", "40"), (states.Word("number"), Number(states, "pieces")));
    }

    [Theory]
    [InlineData("contract", "number", "7", "number")]
    [InlineData("end-user-certificate", "pieces", "7", "pieces")]
    [InlineData("invoice", "pieces", "7.5", "pieces")]
    [InlineData("invoice", "pieces", "-7", "pieces")]
    [InlineData("packing-list", "netKg", "0", "netKg")]
    [InlineData("packing-list", "netKg", "1.0005", "netKg")]
    [InlineData("packing-list", "netKg", "heavy", "netKg")]
    public async Task What_no_paper_can_state_is_refused_and_nothing_is_kept(
        string kind,
        string field,
        string value,
        string wrong
    )
    {
        var exporter = await demo.Halden;
        var id = Lawful.Must(await exporter.Begin(new Lawful(demo).Application())).Id("applicationId");

        var refused = await exporter.AttachStating(id, kind, Paper.Pdf(kind), (field, value));

        Assert.Equal((400, wrong), (refused.Status, Assert.Single(refused.Refusal!.Errors).Key));
        Assert.Empty((await exporter.Draft(id))["documents"].EnumerateArray());
    }

    [Fact]
    public async Task A_later_case_knows_of_the_goods_what_the_earlier_one_has_said()
    {
        await using var fresh = await demo.Another();
        var first = new Lawful(fresh);
        var application = first.Application();
        application["lines"]![0]!["deactivated"] = true;
        var earlier = await first.Submitted(application);
        await earlier.Confirm(first.Confirmation());

        var later = await new Lawful(fresh).WithOfficer();

        var line = Assert.Single((await Dossier(fresh, later)).GetProperty("history").EnumerateArray());
        Assert.Equal(earlier.Number, line.Word("ref"));
        Assert.True(line.GetProperty("deactivated").GetBoolean());
    }

    /// <summary>Upper assemblies of a platform that is not known go to be repaired, by way of Portavia.</summary>
    private Lawful Kit() =>
        new(demo)
        {
            Parts = ["upper-assembly"],
            Quantity = 10,
            Through = ["QP"],
            Purpose = "repair",
        };

    private JsonObject SayingEverything(Lawful kit)
    {
        var application = kit.Application();
        var line = application["lines"]![0]!.AsObject();
        line.Remove("platform");
        line["firearmType"] = "Rifle split";
        line["compatibleModel"] = " BX-9 ";
        line["selectFire"] = true;
        line["deactivated"] = false;
        line["resultingCategory"] = "B";
        line["consistsOf"] = new JsonArray(
            new JsonObject { ["part"] = "upper-receiver", ["amount"] = 1 },
            new JsonObject { ["part"] = "barrel", ["amount"] = 2 }
        );
        application["declaredAs"] = "firearms-taken-apart";
        application["declaredNetKg"] = 14.125;
        application["orderDate"] = Lawful.Day(demo.Today.AddDays(-40));
        application["route"]![0]!["dwellDays"] = 2.5;
        application["route"]![0]!["freeTradeZone"] = true;
        application["parties"]![2]!["name"] = "Nordhaven Forwarding";
        return application;
    }

    private static JsonObject Confirmation(Lawful kit)
    {
        var confirmation = kit.Confirmation();
        confirmation["goods"]![0]!.AsObject().Remove("platform");
        return confirmation;
    }

    private Task<JsonElement> Screened(OpenCase open) => Screened(demo, open);

    private static async Task<JsonElement> Screened(RunningDemo demo, OpenCase open) =>
        (await Dossier(demo, open)).GetProperty("case");

    /// <summary>As it was kept with the last screening.</summary>
    private static async Task<JsonElement> Dossier(RunningDemo demo, OpenCase open)
    {
        await using var db = demo.OpenDatabase();
        var kept = db
            .Screenings.Where(s => s.CaseId == open.Id)
            .OrderBy(s => s.Sequence)
            .Select(s => s.Dossier)
            .ToList();
        using var json = JsonDocument.Parse(kept[^1]);
        return json.RootElement.Clone();
    }

    private static string Number(JsonElement at, string member) =>
        at.TryGetProperty(member, out var number) ? number.GetDecimal().ToString("0.###", null) : "";
}
