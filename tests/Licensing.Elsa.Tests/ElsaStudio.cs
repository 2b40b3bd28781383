using System.Net;
using System.Text.Json.Nodes;
using Licensing.Casework.Steps;
using Licensing.Casework.Storage;
using Licensing.Journey;
using Licensing.Web.Tests.Journeys;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Elsa.Tests;

/// <summary>What Elsa Studio asks of the host: it shows the procedures, and what is saved there is held to what holds for a file.</summary>
public sealed class ElsaStudio(WithElsaOnSQLite demo) : IClassFixture<WithElsaOnSQLite>
{
    private const string Definitions = "/elsa/api/workflow-definitions";
    private const string Export = "export-authorisation";

    private Task<Desk> One => demo.Door.SignIn("administrator@qm.example");
    private Task<Desk> Other => demo.Door.SignIn("administrator2@qm.example");

    [Fact]
    public async Task Every_step_of_the_catalogue_is_an_activity_with_its_outcomes_as_ports()
    {
        var shown = (await (await One).Read("/elsa/api/descriptors/activities"))["items"]
            .EnumerateArray()
            .Where(d => d.GetProperty("category").GetString() == "Licensing")
            .ToDictionary(
                d => d.GetProperty("typeName").GetString()!,
                d => d.GetProperty("ports").EnumerateArray().Select(p => p.GetProperty("name").GetString()!).ToList()
            );

        Assert.Equal(Catalogue.Steps.Select(s => s.Type.Name).Order(), shown.Keys.Order());
        foreach (var step in Catalogue.Steps)
            Assert.Equal(step.Type.Outcomes, shown[step.Type.Name]);
    }

    [Theory]
    [InlineData("officer@qm.example")]
    [InlineData("auditor@qm.example")]
    [InlineData("halden@qm.example")]
    public async Task Nobody_but_administrators_gets_in(string person)
    {
        var desk = await demo.Door.SignIn(person);
        Assert.Equal(403, (await desk.Read(Definitions)).Status);
        Assert.Equal(403, (await desk.Act(Definitions, new JsonObject())).Status);
    }

    [Fact]
    public async Task A_stranger_is_asked_who_it_is()
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = demo.Address };
        using var answer = await http.GetAsync(
            new Uri(Definitions, UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("POST", $"{Definitions}/{Export}/execute")]
    [InlineData("POST", $"{Definitions}/{Export}/dispatch")]
    [InlineData("POST", $"{Definitions}/{Export}/retract")]
    [InlineData("DELETE", $"{Definitions}/{Export}")]
    [InlineData("POST", "/elsa/api/bulk-actions/cancel/workflow-instances")]
    [InlineData("POST", "/elsa/api/bulk-actions/delete/workflow-instances")]
    [InlineData("POST", "/elsa/api/events/any/trigger")]
    public async Task Nobody_starts_cancels_or_deletes_anything_there(string method, string path)
    {
        var answer = await (await One).Act(path, new JsonObject(), method: new HttpMethod(method));
        Assert.Equal(403, answer.Status);
    }

    [Fact]
    public async Task What_one_administrator_saves_another_publishes_and_new_cases_follow_it()
    {
        var (one, other) = (await One, await Other);
        var before = await new Lawful(demo).Submitted();
        var model = await Latest(one);
        model["name"] = "Export authorisation, redrawn";
        // As the designer moves things about.
        model["root"]!["activities"]![1]!["metadata"]!["designer"]!["position"]!["x"] = 4711;

        Assert.Equal(200, (await Save(one, model, publish: false)).Status);
        var own = await Save(one, model, publish: true);
        Assert.Equal(400, own.Status);
        Assert.Contains("another administrator publishes it", own.Json.GetRawText(), StringComparison.Ordinal);
        var altered = (JsonObject)model.DeepClone();
        altered["description"] = "Something else than was saved.";
        Assert.Contains(
            "Nobody has saved export-authorisation exactly so",
            (await Save(other, altered, publish: true)).Json.GetRawText(),
            StringComparison.Ordinal
        );
        var published = await Save(other, model, publish: true);
        Assert.True(published.IsDone, published.Json.GetRawText());

        var after = await new Lawful(demo).Submitted();
        await using var db = demo.OpenDatabase();
        var version = await Version(db, before);
        Assert.Equal(version + 1, await Version(db, after));
        await before.Confirm(before.Lawful.Confirmation());
        await after.Confirm(after.Lawful.Confirmation());
        Assert.Equal("open: With a licensing officer", await before.Stands());
        Assert.Equal("open: With a licensing officer", await after.Stands());
        Assert.Equal(
            $"published version {version + 1} of the procedure export-authorisation",
            (
                await db.AuditTrail.SingleAsync(
                    e => e.Event == "ProcedurePublished",
                    TestContext.Current.CancellationToken
                )
            )
                .Sentence.Split(" (")[0]
                .Split(", ")[^1]
        );
    }

    [Fact]
    public async Task What_breaks_the_law_of_procedures_is_refused_with_every_reason()
    {
        var one = await One;
        var model = await Latest(one);
        var connections = model["root"]!["connections"]!.AsArray();
        var granted = connections.Single(c => c!["source"]!["port"]!.GetValue<string>() == "Granted")!;
        var returned = connections.Single(c => c!["source"]!["port"]!.GetValue<string>() == "Returned")!;
        connections.Remove(granted);
        returned["source"]!["port"] = "Sent back";

        var answer = await Save(one, model, publish: true);

        Assert.Equal(400, answer.Status);
        var reasons = answer
            .Json.GetProperty("errors")
            .EnumerateObject()
            .SelectMany(field => field.Value.EnumerateArray())
            .Select(reason => reason.GetString()!)
            .ToList();
        Assert.Equal(
            [
                "await-decision: The step Licensing.AwaitDecision has no outcome 'Sent back'. Connect one of: Granted, Refused, Returned, Withdrawn.",
                "await-decision: The outcome 'Granted' leads nowhere. Connect it to the step that follows.",
                "await-decision: The outcome 'Returned' leads nowhere. Connect it to the step that follows.",
                "issue-licence: No path from Elsa.Start leads here. Connect this activity, or remove it.",
            ],
            reasons[..4]
        );
        Assert.All(reasons[4..], reason => Assert.Contains("No path from Elsa.Start leads here", reason));
    }

    private static async Task<int> Version(LicensingDb db, OpenCase of) =>
        (await db.ProcedureInstances.SingleAsync(i => i.CaseId == of.Id)).Version;

    private static async Task<JsonObject> Latest(Desk desk)
    {
        var found = await desk.Read($"{Definitions}/by-definition-id/{Export}?versionOptions=Latest");
        Assert.True(found.IsDone, found.Json.ToString());
        return JsonNode.Parse(found.Json.GetRawText())!.AsObject();
    }

    private static Task<Answer> Save(Desk desk, JsonObject model, bool publish) =>
        desk.Act(Definitions, new JsonObject { ["model"] = model.DeepClone(), ["publish"] = publish });
}
