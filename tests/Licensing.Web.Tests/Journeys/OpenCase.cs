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

    public async Task<Answer> Notify(string state, JsonObject notice) =>
        Lawful.Must(await (await demo.Of(state)).GiveNotice(await TransitRequest(state), notice));

    public async Task<Answer> Recommend(Desk? officer = null)
    {
        officer ??= await demo.Officer;
        return await officer.Recommend(Id, await Seen(), new Recommendation("grant", "Every finding is met."));
    }

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

    private async Task<Guid> Asked(string state, string? authorisation)
    {
        var request = await (await demo.Of(state)).RequestAbout(Number, authorisation);
        Assert.NotNull(request);
        return request.Value;
    }
}
