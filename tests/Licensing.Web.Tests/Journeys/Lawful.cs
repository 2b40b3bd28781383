using System.Globalization;
using System.Text.Json.Nodes;
using Licensing.Journey;

namespace Licensing.Web.Tests.Journeys;

/// <summary>A lawful case: forty rifles to Northmark. A test spoils one fact of it.</summary>
internal sealed class Lawful(RunningDemo demo)
{
    private static int made;

    public string Number { get; init; } = $"QN-T-{Interlocked.Increment(ref made):0000}";
    public DateOnly Shipment { get; } = demo.Today.AddDays(60);
    public DateOnly Arrival { get; } = demo.Today.AddDays(75);

    /// <summary>The transit States in order; the goods go there by sea.</summary>
    public IReadOnlyList<string> Through { get; init; } = [];

    public int Quantity { get; init; } = 40;

    /// <summary>Kinds of parts of a pistol, one line each, in the place of the rifles.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>Whatever the screening raises, officers look at it before they recommend.</summary>
    public bool FlagsAreLookedAt { get; init; } = true;

    /// <summary>For what the goods go for a while, as sent; null where they go for good.</summary>
    public string? Purpose { get; init; }
    public DateOnly ReturnBy => Arrival.AddDays(30);

    /// <summary>First day of the notices; five days before the shipment when left out.</summary>
    public DateOnly? NoticeFrom { get; init; }

    public JsonObject Application()
    {
        var legs = Through
            .Select((state, i) => Leg(state, "transshipment", Shipment.AddDays(3 * (i + 1))))
            .Append(Leg("QN", "destination", Arrival));
        var application = new JsonObject
        {
            ["reference"] = Number,
            ["importingState"] = "QN",
            ["lines"] = new JsonArray(
                new JsonObject
                {
                    ["class"] = "firearm",
                    ["platform"] = "BH308",
                    ["hsCode"] = "9303.30",
                    ["calibre"] = ".308",
                    ["make"] = "Halden",
                    ["model"] = "BH308",
                    ["description"] = "bolt-action rifle",
                    ["quantity"] = Quantity,
                    ["unit"] = "piece",
                    ["unitValue"] = 870,
                    ["category"] = "C",
                    ["finish"] = "finished",
                    ["source"] = "manufacture",
                    ["serialsLater"] = true,
                    ["marking"] = "maker-place-serial",
                    ["draws"] = new JsonArray(new JsonObject { ["authorisation"] = Number, ["amount"] = Quantity }),
                }
            ),
            ["parties"] = new JsonArray(
                Party("exporter", "Halden Arms Works", "QM"),
                Party("importer", "Nordstern Jagd & Sport", "QN"),
                Party("consignee", "Nordstern Jagd & Sport", "QN"),
                Party("final-recipient", "Nordstern Jagd & Sport", "QN"),
                Party("carrier", "Blue Line Shipping", "QM")
            ),
            ["route"] = new JsonArray([.. legs]),
            ["directKilometres"] = 1400,
            ["plannedShipmentOn"] = Day(Shipment),
            ["expectedArrivalOn"] = Day(Arrival),
            ["endUse"] = "dealer-stock",
            ["endUseStatement"] = "For sale to licensed hunters.",
            ["endUserCertificate"] = new JsonObject
            {
                ["number"] = "EUC-1",
                ["signedBy"] = "Ingrid Solheim",
                ["signedOn"] = Day(demo.Today.AddDays(-20)),
                ["reexportClause"] = true,
            },
            ["orderChannel"] = "direct",
            ["currency"] = "EUR",
            ["paymentMethod"] = "letter-of-credit",
            ["freightCost"] = 1800,
            ["importAuthorisations"] = new JsonArray(new JsonObject { ["number"] = Number }),
        };
        if (Parts.Count > 0)
            application["lines"] = new JsonArray([.. Parts.Select(Part)]);
        if (Purpose is not null)
            application["temporary"] = Stay(Purpose, ReturnBy);
        return application;
    }

    private JsonObject Part(string part) =>
        new()
        {
            ["class"] = "part-or-component",
            ["part"] = part,
            ["platform"] = "AX9",
            ["hsCode"] = "9305.10",
            ["calibre"] = "9x19",
            ["make"] = "Halden",
            ["model"] = "AX9",
            ["description"] = $"{part} of a pistol",
            ["quantity"] = Quantity,
            ["unit"] = "piece",
            ["unitValue"] = 120,
            ["category"] = "C",
            ["finish"] = "finished",
            ["source"] = "manufacture",
            ["serialsLater"] = true,
            ["marking"] = "maker-place-serial",
            ["draws"] = new JsonArray(new JsonObject { ["authorisation"] = Number, ["amount"] = Quantity }),
        };

    public JsonObject Stay(string purpose, DateOnly returnBy) =>
        new()
        {
            ["purpose"] = purpose,
            ["returnBy"] = Day(returnBy),
            ["evidence"] = new JsonObject
            {
                ["number"] = "INV-7",
                ["issuer"] = "Nordhaven Forest Office",
                ["issuedOn"] = Day(demo.Today.AddDays(-10)),
            },
        };

    public JsonObject Confirmation() =>
        new()
        {
            ["placeOfIssue"] = "Nordhaven",
            ["issuedOn"] = Day(demo.Today.AddDays(-30)),
            ["expiresOn"] = Day(Arrival.AddDays(100)),
            ["importer"] = new JsonObject { ["name"] = "Nordstern Jagd & Sport", ["state"] = "QN" },
            ["finalRecipient"] = new JsonObject { ["name"] = "Nordstern Jagd & Sport", ["state"] = "QN" },
            ["goods"] =
                Parts.Count > 0
                    ? new JsonArray([.. Parts.Select(Authorised)])
                    : new JsonArray(
                        new JsonObject
                        {
                            ["class"] = "firearm",
                            ["platform"] = "BH308",
                            ["quantity"] = 50,
                            ["unit"] = "piece",
                        }
                    ),
        };

    private static JsonObject Authorised(string part) =>
        new()
        {
            ["class"] = "part-or-component",
            ["part"] = part,
            ["platform"] = "AX9",
            ["quantity"] = 50,
            ["unit"] = "piece",
        };

    public JsonObject Notice() =>
        new()
        {
            ["validFrom"] = Day(NoticeFrom ?? Shipment.AddDays(-5)),
            ["validTo"] = Day(Arrival.AddDays(20)),
            ["modes"] = new JsonArray("sea"),
            ["quantities"] = new JsonArray(new JsonObject { ["line"] = 1, ["amount"] = Quantity }),
            ["conditions"] = new JsonArray("The container stays sealed."),
        };

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The application as a draft with its documents.</summary>
    public async Task<(Guid Application, Guid Version)> Drafted(Desk? exporter = null, JsonObject? application = null)
    {
        exporter ??= await demo.Halden;
        var begun = Must(await exporter.Begin(application ?? Application()));
        var id = begun.Id("applicationId");
        Must(await exporter.Attach(id, "end-user-certificate", "certificate.pdf", Paper.Pdf("Certificate")));
        Must(await exporter.Attach(id, "import-authorisation", "authorisation.pdf", Paper.Pdf(Number)));
        if (Purpose is not null)
            Must(await exporter.Attach(id, "purpose-evidence", "invitation.pdf", Paper.Pdf("Invitation INV-7")));
        return (id, (await exporter.Draft(id)).Id("version"));
    }

    public async Task<OpenCase> Submitted(JsonObject? application = null)
    {
        var exporter = await demo.Halden;
        var (id, version) = await Drafted(exporter, application);
        var submitted = Must(await exporter.Submit(id, version));
        return new OpenCase(demo, this, submitted.Id("caseId"), submitted.Text("number"));
    }

    /// <summary>Submitted and confirmed by the importing State: transit States have been asked.</summary>
    public async Task<OpenCase> Confirmed(JsonObject? confirmation = null)
    {
        var open = await Submitted();
        await open.Confirm(confirmation ?? Confirmation());
        return open;
    }

    /// <summary>Every State has answered: an officer has it.</summary>
    public async Task<OpenCase> WithOfficer(JsonObject? confirmation = null)
    {
        var open = await Confirmed(confirmation);
        foreach (var state in Through)
            await open.Notify(state, Notice());
        return open;
    }

    /// <summary>One officer has recommended to grant it.</summary>
    public async Task<OpenCase> BeforeDecision()
    {
        var open = await WithOfficer();
        Must(await open.Recommend());
        return open;
    }

    public async Task<OpenCase> Granted()
    {
        var open = await BeforeDecision();
        Must(await open.Decide());
        return open;
    }

    public static Answer Must(Answer answer)
    {
        Assert.True(answer.IsDone, string.Join("\n", answer.Refusal?.InWords() ?? []));
        return answer;
    }

    private static JsonObject Party(string role, string name, string state) =>
        new()
        {
            ["role"] = role,
            ["name"] = name,
            ["address"] = "1 Quay Street",
            ["state"] = state,
        };

    private static JsonObject Leg(string to, string stop, DateOnly arrives) =>
        new()
        {
            ["to"] = to,
            ["mode"] = "sea",
            ["stop"] = stop,
            ["kilometres"] = 700,
            ["arrivesOn"] = Day(arrives),
        };
}
