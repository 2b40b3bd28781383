using System.Text.Json;
using System.Text.Json.Nodes;
using Licensing.Journey;

namespace Licensing.Web.Tests.Journeys;

/// <summary>A case that a test drives on, and looks at from each side.</summary>
internal sealed class OpenCase(RunningDemo demo, Lawful lawful, Guid id, string number)
{
    public Guid Id { get; } = id;
    public string Number { get; } = number;
    public Lawful Lawful { get; } = lawful;

    public async Task<Guid> ImportRequest() => await Asked("QN", Lawful.Number);

    public Task<Guid> TransitRequest(string state) => Asked(state, null);

    public async Task<Answer> Confirm(JsonObject confirmation) =>
        Lawful.Must(await (await demo.Of("qn")).ConfirmImport(await ImportRequest(), confirmation));

    /// <summary>As it stands in the importing State's own register.</summary>
    public async Task<Answer> ConfirmFromRegister() =>
        await (await demo.Of("qn")).ConfirmImport(await ImportRequest(), new JsonObject());

    public async Task<Answer> Notify(string state, JsonObject notice) =>
        Lawful.Must(await (await demo.Of(state)).GiveNotice(await TransitRequest(state), notice));

    /// <summary>An officer records what a transit State has said on paper.</summary>
    public async Task<Answer> Record(string state, string kind) =>
        await Record(
            state,
            await TransitRequest(state),
            new JsonObject
            {
                ["kind"] = kind,
                ["noObjection"] = kind == "no-objection" ? Lawful.Notice() : null,
                ["reason"] = kind == "no-objection" ? null : "It has thought better of it.",
            },
            demo.Today
        );

    public async Task<Answer> Record(string state, Guid request, JsonObject answer, DateOnly datedOn)
    {
        var officer = await demo.Officer;
        var original = Lawful.Must(
            await officer.AttachToCase(Id, "foreign-answer", "letter.pdf", Paper.Pdf("A letter"))
        );
        var authorities = await officer.AuthoritiesOf(state);
        return await officer.RecordAnswer(
            Id,
            new JsonObject
            {
                ["requestId"] = request,
                ["answer"] = answer,
                ["datedOn"] = Lawful.Day(datedOn),
                ["originalId"] = original.Id("documentId"),
                ["senderId"] = authorities["items"][0].GetProperty("id").GetGuid(),
            }
        );
    }

    public async Task<Answer> Recommend(Desk? officer = null)
    {
        officer ??= await demo.Officer;
        if (Lawful.FlagsAreLookedAt)
            await LookAtFlags();
        var seen = await AsOfficer();
        return await officer.Recommend(
            Id,
            seen.GetProperty("version").GetGuid(),
            new Recommendation("grant", "Every finding is met.", Checked: Desk.Checklist(seen))
        );
    }

    /// <summary>Flags of the screening that somebody has to look at before a licence is issued.</summary>
    public async Task<IReadOnlyList<string>> OutstandingFlags() =>
        (await AsOfficer()).TryGetProperty("screening", out var screening)
            ?
            [
                .. screening
                    .GetProperty("flags")
                    .EnumerateArray()
                    .Where(f => f.GetProperty("isOutstanding").GetBoolean())
                    .Select(f => f.GetProperty("rule").GetString()!),
            ]
            : [];

    /// <summary>An officer explains them; where one needs a second officer, a senior one agrees.</summary>
    public async Task LookAtFlags()
    {
        foreach (var rule in await OutstandingFlags())
            Lawful.Must(await (await demo.Officer).DisposeOfFlag(Id, rule, "explained", "The contract explains it."));
        foreach (var rule in await OutstandingFlags())
            Lawful.Must(await (await demo.OtherSenior).ClearFlag(Id, await Disposition(rule)));
        Assert.Empty(await OutstandingFlags());
        var seen = await AsOfficer();
        if (
            seen.TryGetProperty("screening", out var screening)
            && screening.TryGetProperty("referTo", out _)
            && seen.GetProperty("referrals").GetArrayLength() == 0
        )
            await Advised("Police liaison office");
    }

    /// <summary>Another agency has been asked, and has nothing against it.</summary>
    public async Task Advised(string agency)
    {
        var officer = await demo.Officer;
        var referral = Lawful.Must(await officer.Refer(Id, agency, "What is known of them?")).Id("created");
        Lawful.Must(await officer.RecordAdvice(Id, referral, "no-objection", "Nothing that speaks against it."));
    }

    private async Task<Guid> Disposition(string rule) =>
        (await AsOfficer())
            .GetProperty("screening")
            .GetProperty("flags")
            .EnumerateArray()
            .Single(f => f.GetProperty("rule").GetString() == rule)
            .GetProperty("disposition")
            .GetProperty("id")
            .GetGuid();

    public async Task<Answer> Decide(Desk? senior = null) =>
        await (senior ?? await demo.Senior).Decide(Id, await Seen(), "grant", null);

    public async Task<Guid> Seen() => (await AsOfficer()).GetProperty("version").GetGuid();

    public async Task<JsonElement> AsOfficer() => Lawful.Must(await (await demo.Officer).Case(Id)).Json;

    public async Task<JsonElement> AsApplicant() => Lawful.Must(await (await demo.Halden).MyCase(Id)).Json;

    /// <summary>Where it stands: open, granted … and the step.</summary>
    public async Task<string> Stands()
    {
        var progress = (await AsOfficer()).GetProperty("progress");
        return $"{progress.GetProperty("status").GetString()}: {progress.GetProperty("step").GetString()}";
    }

    public async Task<IReadOnlyList<JsonElement>> History() =>
        [.. Lawful.Must(await (await demo.Auditor).AuditedHistory(Id))["items"].EnumerateArray()];

    public async Task AssertNoLicence()
    {
        Assert.False((await AsOfficer()).TryGetProperty("licence", out _));
        Assert.False((await AsApplicant()).TryGetProperty("licence", out _));
        Assert.DoesNotContain(await History(), line => line.GetProperty("event").GetString() == "LicenceIssued");
        await using var db = demo.OpenDatabase();
        Assert.DoesNotContain(db.Licences, licence => licence.CaseId == Id);
        Assert.DoesNotContain(db.Reservations, reservation => reservation.CaseId == Id);
    }

    /// <summary>All rifles of the line from a number on, e.g. BH-001 to BH-040.</summary>
    public static JsonArray Serials(int from, int count) =>
        [.. Enumerable.Range(from, count).Select(n => JsonValue.Create($"BH-{n:000}"))];

    public static JsonArray Rifles(int from, int count) =>
        [
            new JsonObject
            {
                ["line"] = 1,
                ["amount"] = count,
                ["serials"] = Serials(from, count),
            },
        ];

    /// <summary>A shipment on the licensed days, by the licensed route.</summary>
    public JsonObject Shipment(int from, int count) =>
        new()
        {
            ["lines"] = Rifles(from, count),
            ["shipsOn"] = Lawful.Day(Lawful.Shipment),
            ["arrivesOn"] = Lawful.Day(Lawful.Arrival),
            ["carrier"] = "Blue Line Shipping",
            ["conveyance"] = "MV Aurora, container MSKU 123456-7",
            ["exitPost"] = "Meridia harbour",
        };

    public async Task<Guid> Declared(int from, int count) =>
        Lawful.Must(await (await demo.Halden).DeclareShipment(Id, Shipment(from, count))).Id("created");

    /// <summary>The conditions of the licence, as it has them.</summary>
    public async Task<IReadOnlyList<string>> Conditions() =>
        [
            .. (await AsOfficer())
                .GetProperty("licence")
                .GetProperty("content")
                .GetProperty("conditions")
                .EnumerateArray()
                .Select(c => c.GetString()!),
        ];

    public async Task<Answer> Release(Guid shipment) =>
        await (await demo.Customs).ReleaseShipment(shipment, await Conditions());

    public async Task<Answer> Leave(Guid shipment, int from, int count, bool last = false) =>
        await (await demo.Customs).RecordExit(
            shipment,
            new JsonObject { ["lines"] = Rifles(from, count), ["last"] = last }
        );

    /// <summary>Applied for: a licence in the place of this one's.</summary>
    public async Task<OpenCase> Changed(Action<JsonObject> change)
    {
        var exporter = await demo.Halden;
        var application = Lawful.Must(await exporter.ChangeLicence(Id)).Id("applicationId");
        var begun = Lawful.Must(await exporter.Draft(application));
        var draft = JsonNode.Parse(begun["draft"].GetRawText())!.AsObject();
        change(draft);
        var saved = Lawful.Must(await exporter.Change(application, begun.Id("version"), draft));
        var submitted = Lawful.Must(await exporter.Submit(application, saved.Id("version")));
        return new OpenCase(demo, Lawful, submitted.Id("caseId"), submitted.Text("number"));
    }

    /// <summary>Declared, released and gone, all of it.</summary>
    public async Task<Guid> Shipped(int from, int count)
    {
        var shipment = await Declared(from, count);
        Lawful.Must(await Release(shipment));
        Lawful.Must(await Leave(shipment, from, count));
        return shipment;
    }

    public async Task<Guid> ReceiptRequest() =>
        (await (await demo.Of("qn")).RequestAbout(Number, null, "receipt-request"))!.Value;

    public async Task<Answer> Receive(int from, int count) =>
        await (await demo.Of("qn")).ConfirmReceipt(
            await ReceiptRequest(),
            new JsonObject { ["receivedOn"] = Lawful.Day(demo.Today), ["lines"] = Rifles(from, count) }
        );

    public async Task<JsonElement> ShipmentSeen(Guid id) =>
        (await AsOfficer()).GetProperty("shipments").EnumerateArray().Single(s => s.GetProperty("id").GetGuid() == id);

    public async Task<string> LicenceStatus() =>
        (await AsOfficer()).GetProperty("licence").GetProperty("status").GetString()!;

    public async Task<IReadOnlyList<string>> Happened() =>
        [.. (await History()).Select(line => line.GetProperty("sentence").GetString()!)];

    private async Task<Guid> Asked(string state, string? authorisation)
    {
        var request = await (await demo.Of(state)).RequestAbout(Number, authorisation);
        Assert.NotNull(request);
        return request.Value;
    }
}
