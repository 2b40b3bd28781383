using System.Text.Json;
using System.Text.Json.Nodes;
using Licensing.Journey;

namespace Licensing.Web.Tests.Journeys;

/// <summary>A lawful import: forty rifles from Meridia, for which Nordstern asks its own State. A test spoils one fact of it.</summary>
internal sealed class Import(RunningDemo demo)
{
    public string Use { get; init; } = "single-use";
    public string From { get; init; } = "QM";

    /// <summary>For what the goods come in for a while, as sent; null where they come for good.</summary>
    public string? Purpose { get; init; }

    public Guid Id { get; private set; }
    public string CaseNumber { get; private set; } = "";

    /// <summary>Of the authorisation, once it is granted.</summary>
    public string Number { get; private set; } = "";

    public Task<Desk> Importer => demo.Door.SignIn("nordstern@qn.example");
    public Task<Desk> Officer => demo.Door.SignIn("officer@qn.example");

    public JsonObject Application()
    {
        var export = new Lawful(demo).Application();
        var line = export["lines"]![0]!.DeepClone().AsObject();
        line.Remove("draws");
        line.Remove("serialsLater");
        var exporter = Party("exporter", "Halden Arms Works", From, null);
        var application = new JsonObject
        {
            ["reference"] = "NJS-1",
            ["exportingState"] = From,
            ["use"] = Use,
            ["expectedArrivalOn"] = Lawful.Day(demo.Today.AddDays(75)),
            ["lines"] = new JsonArray(line),
            ["parties"] = new JsonArray(
                exporter,
                Party("importer", "Nordstern Jagd & Sport", "QN", "QN-88120"),
                Party("consignee", "Nordstern Jagd & Sport", "QN", "QN-88120"),
                Party("final-recipient", "Nordstern Jagd & Sport", "QN", "QN-88120")
            ),
        };
        foreach (
            var member in new[]
            {
                "endUse",
                "endUseStatement",
                "endUserCertificate",
                "orderChannel",
                "currency",
                "paymentMethod",
                "freightCost",
            }
        )
            application[member] = export[member]!.DeepClone();
        if (Purpose is not null)
            application["temporary"] = new Lawful(demo).Stay(Purpose, demo.Today.AddDays(120));
        return application;
    }

    public async Task<Answer> Submit(JsonObject? application = null)
    {
        var importer = await Importer;
        var id = Lawful.Must(await importer.Begin(application ?? Application())).Id("applicationId");
        Lawful.Must(await importer.Attach(id, "end-user-certificate", "certificate.pdf", Paper.Pdf("Certificate")));
        if (Purpose is not null)
            Lawful.Must(await importer.Attach(id, "purpose-evidence", "invitation.pdf", Paper.Pdf("Invitation INV-7")));
        return await importer.Submit(id, (await importer.Draft(id)).Id("version"));
    }

    public async Task<Import> Submitted(JsonObject? application = null)
    {
        var submitted = Lawful.Must(await Submit(application));
        (Id, CaseNumber) = (submitted.Id("caseId"), submitted.Text("number"));
        return this;
    }

    /// <summary>Recommended by one officer and decided by a second.</summary>
    public async Task Decided(
        string verdict,
        string? text,
        IReadOnlyList<string>? reasons = null,
        string? condition = null
    )
    {
        var recommendation = new Recommendation(
            verdict,
            "As the findings say.",
            reasons,
            condition is null ? null : [condition]
        );
        Lawful.Must(await (await Officer).Recommend(Id, await Seen(), recommendation));
        var senior = await demo.Door.SignIn("senior@qn.example");
        Lawful.Must(await senior.Decide(Id, await Seen(), verdict, text));
    }

    public async Task<Import> Granted(string? condition = null)
    {
        await Submitted();
        await Decided(condition is null ? "grant" : "grant-with-conditions", null, null, condition);
        Number = (await AsImporter()).GetProperty("authorisation").Word("number");
        return this;
    }

    /// <summary>Proposed by one officer and confirmed by a second.</summary>
    public async Task Amended(JsonObject amendment)
    {
        Lawful.Must(await (await Officer).ProposeAmendment(Id, amendment));
        Lawful.Must(await (await demo.Door.SignIn("senior@qn.example")).ConfirmAmendment(Id, await Seen()));
    }

    public async Task<JsonElement> AsImporter() => Lawful.Must(await (await Importer).MyCase(Id)).Json;

    public async Task<JsonElement> AsOfficer() => Lawful.Must(await (await Officer).Case(Id)).Json;

    public async Task<Guid> Seen() => (await AsOfficer()).GetProperty("version").GetGuid();

    public async Task<string> Stands()
    {
        var progress = (await AsOfficer()).GetProperty("progress");
        return $"{progress.Word("status")}: {progress.Word("step")}";
    }

    public async Task<IReadOnlyList<string>> Happened() =>
        [
            .. Lawful
                .Must(await (await demo.Door.SignIn("auditor@qn.example")).AuditedHistory(Id))["items"]
                .EnumerateArray()
                .Select(line => line.Word("sentence")),
        ];

    /// <summary>An export case of Meridia that draws on it; the importing State has been asked.</summary>
    public async Task<OpenCase> ExportOf(int pieces)
    {
        var lawful = new Lawful(demo) { Number = Number, Quantity = pieces };
        var application = lawful.Application();
        foreach (var party in application["parties"]!.AsArray().Where(p => (string?)p!["state"] == "QN"))
            party!["registrationNumber"] = "QN-88120";
        return await lawful.Submitted(application);
    }

    public async Task<OpenCase> ExportGranted(int pieces)
    {
        var export = await ExportOf(pieces);
        // One whose authorisation has been confirmed before is asked about all the same: for this case.
        Lawful.Must(await export.ConfirmFromRegister());
        Lawful.Must(await export.Recommend());
        Lawful.Must(await export.Decide());
        return export;
    }

    private static JsonObject Party(string role, string name, string state, string? registration)
    {
        var party = new JsonObject
        {
            ["role"] = role,
            ["name"] = name,
            ["address"] = "1 Quay Street",
            ["state"] = state,
        };
        if (registration is not null)
            party["registrationNumber"] = registration;
        return party;
    }
}
