using System.Text.Json;
using System.Text.Json.Nodes;
using Licensing.Journey;

namespace Licensing.Web.Tests.Journeys;

/// <summary>What an authority knows beside its cases, and what becomes of goods that have left: the screening reads both.</summary>
public abstract class Registers(RunningDemo demo) : JourneyTests(demo)
{
    private const string Recipient = "QN/Nordstern Jagd & Sport";

    [Fact]
    public async Task An_item_that_went_to_a_recipient_and_was_seized_blocks_its_next_licence()
    {
        await using var fresh = await demo.Another();
        var first = await new Lawful(fresh).Granted();
        await first.Shipped(1, 40);
        var open = await new Lawful(fresh) { FlagsAreLookedAt = false }.WithOfficer();
        Assert.Contains("DR-S05", NotAssessed(await open.AsOfficer()));

        Counts(
            true,
            await Record(
                await fresh.Officer,
                "seizures",
                new JsonObject
                {
                    ["maker"] = "Halden",
                    ["model"] = "BH308",
                    ["serial"] = "BH 007",
                    ["recovered_on"] = Lawful.Day(fresh.Today),
                    ["place"] = "Port Vesta",
                }
            )
        );
        Assert.True(await fresh.ScreenAnew() >= 1);

        var flag = Flag(await open.AsOfficer(), "DR-S05");
        Assert.Contains(
            "1 recovered item is of this case or went to its recipients",
            flag.Word("text"),
            StringComparison.Ordinal
        );
        Assert.Contains("Port Vesta", flag.GetProperty("evidence").GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("DR-S05", NotAssessed(await open.AsOfficer()));
        Assert.Equal(422, (await open.Recommend()).Status);
    }

    [Fact]
    public async Task What_could_quieten_a_rule_counts_only_once_a_second_officer_has_confirmed_it()
    {
        await using var fresh = await demo.Another();
        await Tables(fresh);
        var open = await new Lawful(fresh)
        {
            Parts = ["frame", "slide", "barrel"],
            Quantity = 10,
            FlagsAreLookedAt = false,
        }.WithOfficer();
        Assert.Equal("high", Flag(await open.AsOfficer(), "DR-P01").Word("severity"));
        var officer = await fresh.Officer;
        var recorded = await Record(
            officer,
            "parties",
            new JsonObject
            {
                ["id"] = Recipient,
                ["authorisations"] = new JsonArray(new JsonObject { ["kind"] = "MANUFACTURE", ["category"] = "B" }),
            }
        );
        var id = Counts(false, recorded);

        Lawful.Must(await officer.ScreenAgain(open.Id));
        Assert.Equal("high", Flag(await open.AsOfficer(), "DR-P01").Word("severity"));
        var own = await officer.Act($"/api/officer/registers/entries/{id}/confirmation", new { });
        Assert.Equal((422, "four-eyes"), (own.Status, own.Refusal!.Code));
        Lawful.Must(
            await (await fresh.SecondOfficer).Act($"/api/officer/registers/entries/{id}/confirmation", new { })
        );
        Assert.Equal(1, await fresh.ScreenAnew());

        Assert.Equal("info", Flag(await open.AsOfficer(), "DR-P01").Word("severity"));
        Lawful.Must(
            await officer.Act($"/api/officer/registers/entries/{id}/end", new { reason = "It was another company." })
        );
        Assert.Equal(422, (await officer.Act($"/api/officer/registers/entries/{id}/confirmation", new { })).Status);
        Lawful.Must(await (await fresh.Senior).Act($"/api/officer/registers/entries/{id}/confirmation", new { }));
        Assert.Equal(1, await fresh.ScreenAnew());
        Assert.Equal("high", Flag(await open.AsOfficer(), "DR-P01").Word("severity"));
        Assert.Equal(
            ["ended"],
            Lawful
                .Must(
                    await (await fresh.Auditor).Read($"/api/auditor/registers?about={Uri.EscapeDataString(Recipient)}")
                )["items"]
                .EnumerateArray()
                .Select(e => e.Word("standing"))
        );
    }

    [Fact]
    public async Task Goods_on_their_way_are_screened_by_what_customs_and_the_importing_State_report()
    {
        await using var fresh = await demo.Another();
        var open = await new Lawful(fresh) { Through = ["QP"], NoticeFrom = fresh.Today }.Granted();
        var shipment = await open.Shipped(1, 40);
        fresh.Clock.Advance(TimeSpan.FromDays(2));
        await fresh.ScreenAnew();
        Assert.DoesNotContain("DR-R10", Raised(await open.AsOfficer()));
        Assert.Equal("in-transit", await StageOf(fresh, open));

        Lawful.Must(
            await (await fresh.CustomsOf("qp")).Act(
                $"/api/customs/shipments/{shipment}/movements",
                new
                {
                    what = "route-changed",
                    on = Lawful.Day(fresh.Today),
                    post = "Pass of Quint",
                    remark = "On by road to the east.",
                }
            )
        );
        Assert.Equal(1, await fresh.ScreenAnew());
        Assert.Contains(
            "while the goods were under way, has not been approved",
            Flag(await open.AsOfficer(), "DR-R10").Word("text"),
            StringComparison.Ordinal
        );
        Lawful.Must(
            await (await fresh.Of("qn")).ConfirmReceipt(
                await open.ReceiptRequest(),
                new JsonObject
                {
                    ["receivedOn"] = Lawful.Day(fresh.Today),
                    ["lines"] = OpenCase.Rifles(1, 39),
                    ["handedTo"] = "another",
                    ["handedToName"] = "Harbour Storage",
                }
            )
        );
        Assert.Equal(1, await fresh.ScreenAnew());

        Assert.Equal("post-shipment", await StageOf(fresh, open));
        var seen = await open.AsOfficer();
        Assert.Contains("Of 40", Flag(seen, "DR-S02").Word("text"), StringComparison.Ordinal);
        Assert.Contains("BH-040", Flag(seen, "DR-S03").Word("text"), StringComparison.Ordinal);
        Assert.Contains("QN/HARBOURSTORAGE", Flag(seen, "DR-S04").Word("text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receipt_that_stays_away_is_raised_as_the_days_go_by()
    {
        await using var fresh = await demo.Another();
        var open = await new Lawful(fresh).Granted();
        await open.Shipped(1, 40);
        await fresh.ScreenAnew();
        Assert.DoesNotContain("DR-S01", Raised(await open.AsOfficer()));

        await fresh.Pass(fresh.Today.AddDays(200));
        await fresh.ScreenAnew();

        Assert.Contains(
            "Receipt is not proved",
            Flag(await open.AsOfficer(), "DR-S01").Word("text"),
            StringComparison.Ordinal
        );
        Assert.Equal(0, await fresh.ScreenAnew());
    }

    [Fact]
    public async Task A_companys_report_reaches_the_officers_and_the_rules()
    {
        await using var fresh = await demo.Another();
        var open = await new Lawful(fresh).Granted();
        await open.Shipped(1, 40);
        await fresh.ScreenAnew();

        var reported = Lawful.Must(await (await fresh.Halden).Act("/api/company/reports", Theft(fresh, open.Number)));

        Assert.Equal(1, await fresh.ScreenAnew());
        Assert.Contains(
            "A theft of goods of this case is on record",
            Flag(await open.AsOfficer(), "DR-S06").Word("text"),
            StringComparison.Ordinal
        );
        Assert.Equal("QM-IN-2027-000001", reported.Text("number"));
        await using var db = fresh.OpenDatabase();
        Assert.Contains(db.Notices, n => n.Subject == $"A company reports a theft: {open.Number}");
        Assert.Contains(
            await open.Happened(),
            s => s.EndsWith($"reported a theft, about {open.Number}.", StringComparison.Ordinal)
        );
        var foreign = await (await fresh.Brevik).Act("/api/company/reports", Theft(fresh, open.Number));
        Assert.Equal(["case"], foreign.Refusal!.Errors.Keys);
        Assert.Equal(403, (await (await fresh.Officer).Act("/api/company/reports", Theft(fresh, null))).Status);
    }

    [Fact]
    public async Task A_broker_reports_a_suspicion_of_somebody()
    {
        await using var fresh = await demo.Another();
        var broker = await fresh.Door.SignIn("broker@qm.example");

        Lawful.Must(
            await broker.Act(
                "/api/company/reports",
                new
                {
                    what = "suspicion",
                    on = Lawful.Day(fresh.Today),
                    party = Recipient,
                    text = "They asked for delivery to another address, in cash.",
                }
            )
        );

        var entry = Assert.Single(
            Lawful
                .Must(await (await fresh.Officer).Read("/api/officer/registers?register=incidents"))["items"]
                .EnumerateArray()
        );
        Assert.Equal("QN/NORDSTERNJAGDSPORT", entry.Word("subject"));
        Assert.Equal("suspected", entry.GetProperty("content").Word("status"));
        Assert.Equal("report of Marlow Brokers", entry.Word("source"));
        Assert.Equal(403, (await broker.Begin(new Lawful(fresh).Application())).Status);
    }

    [Fact]
    public async Task A_file_of_entries_is_loaded_once_or_not_at_all()
    {
        await using var fresh = await demo.Another();
        var administrator = await fresh.Door.SignIn("administrator@qm.example");
        JsonObject Seizures(params JsonObject[] entries) => new() { ["seizures"] = new JsonArray([.. entries]) };
        JsonObject Seizure(string serial) => new() { ["maker"] = "Halden", ["serial"] = serial };

        var wrong = await Load(
            administrator,
            Seizures(Seizure("A1"), new() { ["maker"] = "Halden", ["colour"] = "black" })
        );

        Assert.Equal(400, wrong.Status);
        Assert.Equal(["data.seizures[1].colour"], wrong.Refusal!.Errors.Keys);
        Assert.Equal(
            ["data.robberies"],
            (await Load(administrator, new() { ["robberies"] = new JsonArray() })).Refusal!.Errors.Keys
        );
        var loaded = Lawful.Must(await Load(administrator, Seizures(Seizure("A1"), Seizure("A1"), Seizure("B2"))));
        Assert.Equal(2, loaded["loaded"].GetProperty("seizures").GetInt32());
        var again = Lawful.Must(await Load(administrator, Seizures(Seizure("A1"), Seizure("B2"))));
        Assert.Equal(2, again["unchanged"].GetInt32());
        Assert.Equal(403, (await Load(await fresh.Officer, Seizures(Seizure("C3")))).Status);
        await using var db = fresh.OpenDatabase();
        Assert.Equal(2, db.RegisterEntries.Count());
    }

    private static object Theft(RunningDemo fresh, string? about) =>
        new
        {
            what = "theft",
            on = Lawful.Day(fresh.Today),
            @case = about,
            text = "A crate was opened at the harbour.",
        };

    private static Task<Answer> Load(Desk desk, JsonObject data) =>
        desk.Act("/api/administrator/registers", new { data, source = "Police, by letter" });

    private static Task<Answer> Record(Desk desk, string register, JsonObject content) =>
        desk.Act($"/api/officer/registers/{register}", new { content, source = "Police, by letter" });

    private static Guid Counts(bool counts, Answer answer)
    {
        Assert.Equal(counts, Lawful.Must(answer)["counts"].GetBoolean());
        return answer.Id("entryId");
    }

    private static async Task<string> StageOf(RunningDemo fresh, OpenCase open)
    {
        var kept = Lawful.Must(await (await fresh.Auditor).ScreeningsOf(open.Id)).Json.EnumerateArray();
        return kept.Last().Word("stage");
    }

    private static async Task Tables(RunningDemo fresh)
    {
        var file = JsonNode.Parse(
            await File.ReadAllTextAsync(Path.Combine(Repository.Root, "samples/screening/labelled-dossiers.json"))
        )!;
        var data = file["reference_data"]!.DeepClone().AsObject();
        data.Remove("lists");
        Lawful.Must(await (await fresh.Door.SignIn("administrator@qm.example")).LoadReference(data, fresh.Today));
    }

    private static IReadOnlyList<string> Raised(JsonElement seen) =>
        [.. seen.GetProperty("screening").GetProperty("flags").EnumerateArray().Select(f => f.Word("rule"))];

    private static IReadOnlyList<string> NotAssessed(JsonElement seen) =>
        [.. seen.GetProperty("screening").GetProperty("notAssessed").EnumerateArray().Select(f => f.Word("rule"))];

    private static JsonElement Flag(JsonElement seen, string rule) =>
        seen.GetProperty("screening").GetProperty("flags").EnumerateArray().Single(f => f.Word("rule") == rule);
}
