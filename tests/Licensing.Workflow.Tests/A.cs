using System.Text.Json.Nodes;

namespace Licensing.Workflow.Tests;

/// <summary>A sound procedure to start from: an order is checked, its customer asked, and it is delivered or closed.</summary>
internal static class A
{
    public static readonly StepCatalogue Catalogue = new([
        new StepType("Orders.Check", StepKind.Doing, ["Complete", "Incomplete"], [], [], "Looks for gaps."),
        new StepType(
            "Orders.AwaitAnswer",
            StepKind.Waiting,
            ["Answered", "Lapsed"],
            ["Answer", "Withdraw"],
            [
                new StepInput("deadline", true, "Names the time limit."),
                new StepInput("reminder", false, "Days before a reminder."),
            ],
            "Waits for the customer."
        ),
        new StepType("Orders.Deliver", StepKind.Ending, [], [], [], "Delivers the order."),
    ]);

    public static JsonObject Procedure() =>
        JsonNode
            .Parse(
                """
                {
                  "id": "order-2", "definitionId": "order", "name": "Order", "description": "From order to delivery",
                  "version": 2, "toolVersion": "3.8.0.0", "createdAt": "2026-11-23T00:00:00+00:00", "isLatest": true,
                  "isPublished": true, "isReadonly": false, "inputs": [], "outputs": [], "outcomes": [],
                  "variables": [], "customProperties": {}, "options": {},
                  "root": {
                    "id": "procedure", "type": "Elsa.Flowchart", "version": 1, "customProperties": {}, "metadata": {},
                    "activities": [
                      { "id": "start", "type": "Elsa.Start", "version": 1 },
                      { "id": "check", "name": "Check the order", "type": "Orders.Check", "version": 1,
                        "description": "House rule 4" },
                      { "id": "ask", "name": "Ask the customer", "type": "Orders.AwaitAnswer", "version": 1,
                        "deadline": { "typeName": "String", "expression": { "type": "Literal", "value": "answer" } } },
                      { "id": "deliver", "name": "Deliver", "type": "Orders.Deliver", "version": 1 },
                      { "id": "close", "type": "Elsa.End", "version": 1 }
                    ],
                    "connections": []
                  }
                }
                """
            )!
            .AsObject()
            .Connect("start", "Done", "check")
            .Connect("check", "Complete", "deliver")
            .Connect("check", "Incomplete", "ask")
            .Connect("ask", "Answered", "check")
            .Connect("ask", "Lapsed", "close");

    public static ProcedureDefinition Definition() => Read(Procedure()).Definition!;

    public static ProcedureReading Read(JsonNode procedure) =>
        ProcedureReader.Read(procedure.ToJsonString(), Catalogue);

    public static JsonArray Activities(this JsonObject procedure) => procedure["root"]!["activities"]!.AsArray();

    public static JsonArray Connections(this JsonObject procedure) => procedure["root"]!["connections"]!.AsArray();

    public static JsonObject Activity(this JsonObject procedure, string id) =>
        procedure.Activities().First(activity => activity!["id"]!.GetValue<string>() == id)!.AsObject();

    public static JsonObject Connection(this JsonObject procedure, string from, string outcome) =>
        procedure
            .Connections()
            .Select(connection => connection!.AsObject())
            .First(connection =>
                connection["source"]!["activity"]!.GetValue<string>() == from
                && connection["source"]!["port"]!.GetValue<string>() == outcome
            );

    public static JsonObject Connect(this JsonObject procedure, string from, string outcome, string to)
    {
        procedure
            .Connections()
            .Add(
                Parse(
                    $$"""{ "source": { "activity": "{{from}}", "port": "{{outcome}}" }, "target": { "activity": "{{to}}", "port": "In" } }"""
                )
            );
        return procedure;
    }

    public static JsonObject AddStep(this JsonObject procedure, string id, string type)
    {
        procedure.Activities().Add(Parse($$"""{ "id": "{{id}}", "type": "{{type}}", "version": 1 }"""));
        return procedure;
    }

    public static void Redirect(this JsonObject procedure, string from, string outcome, string to) =>
        procedure.Connection(from, outcome)["target"]!["activity"] = to;

    public static JsonNode Parse(string json) => JsonNode.Parse(json)!;

    public static JsonNode Literal(string value) =>
        Parse($$"""{ "typeName": "String", "expression": { "type": "Literal", "value": "{{value}}" } }""");

    /// <summary>Spoils the sound procedure, and expects exactly these mistakes and so no definition.</summary>
    public static void AssertMistakes(Action<JsonObject> spoil, params Mistake[] expected)
    {
        var procedure = Procedure();
        spoil(procedure);
        var reading = Read(procedure);
        Assert.Equal(expected, reading.Mistakes);
        Assert.Equal(expected.Length == 0, reading.Definition is not null);
    }
}
