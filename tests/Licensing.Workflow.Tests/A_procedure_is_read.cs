using System.Text.Json.Nodes;

namespace Licensing.Workflow.Tests;

public sealed class A_procedure_is_read
{
    [Fact]
    public void with_its_activities_and_connections()
    {
        var definition = A.Definition();
        Assert.Equal(
            ("order", 2, "Order", "From order to delivery", "start"),
            (definition.Id, definition.Version, definition.Name, definition.Description, definition.Start)
        );
        Assert.Equal(["start", "check", "ask", "deliver", "close"], definition.Activities.Select(a => a.Id));
        Assert.Equal(
            [
                new Connection("start", "Done", "check"),
                new Connection("check", "Complete", "deliver"),
                new Connection("check", "Incomplete", "ask"),
                new Connection("ask", "Answered", "check"),
                new Connection("ask", "Lapsed", "close"),
            ],
            definition.Connections
        );
        var ask = definition.Activity("ask");
        Assert.Equal(
            ("Ask the customer", "", A.Catalogue.Find("Orders.AwaitAnswer")),
            (ask.Name, ask.Description, ask.Type)
        );
        Assert.Equal([KeyValuePair.Create("deadline", "answer")], ask.Inputs);
        Assert.Equal("House rule 4", definition.Activity("check").Description);
        Assert.Equal("close", definition.Activity("close").Name);
    }

    [Fact]
    public void with_everything_the_designer_writes_beside_it() =>
        A.AssertMistakes(procedure =>
        {
            procedure["$schema"] = "https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json";
            procedure["isSystem"] = false;
            procedure["options"] = A.Parse("""{ "autoUpdateConsumingWorkflows": false }""");
            procedure["customProperties"] = A.Parse("""{ "Elsa:WorkflowContextProviderTypes": [] }""");
            var root = procedure["root"]!;
            root["nodeId"] = "Workflow1:procedure";
            root["variables"] = new JsonArray();
            root["customProperties"] = A.Parse(
                """{ "source": "FlowchartJsonConverter.cs:45", "notFoundConnections": [], "canStartWorkflow": false }"""
            );
            var check = procedure.Activity("check");
            check["nodeId"] = "Workflow1:procedure:check";
            check["customProperties"] = A.Parse("""{ "canStartWorkflow": false, "runAsynchronously": false }""");
            check["metadata"] = A.Parse("""{ "designer": { "position": { "x": -24.5, "y": 0 } } }""");
            check["result"] = null;
            var ask = procedure.Activity("ask");
            ask["deadline"]!["memoryReference"] = A.Parse("""{ "id": "ask:input-1" }""");
            ask["reminder"] = A.Parse("""{ "typeName": "Int32", "expression": { "type": "Literal" } }""");
            procedure.Connection("start", "Done")["vertices"] = A.Parse("""[{ "x": 1, "y": 2 }]""");
        });

    [Fact]
    public void with_the_name_and_description_that_the_designer_shows()
    {
        var procedure = A.Procedure();
        procedure.Activity("close")["metadata"] = A.Parse(
            """{ "displayText": "Close the order", "description": "House rule 9" }"""
        );
        var close = A.Read(procedure).Definition!.Activity("close");
        Assert.Equal(("Close the order", "House rule 9"), (close.Name, close.Description));
    }

    [Theory]
    [InlineData("7", "7")]
    [InlineData("true", "true")]
    [InlineData("\"seven\"", "seven")]
    public void with_literals_of_any_kind_as_text(string value, string expected)
    {
        var procedure = A.Procedure();
        procedure.Activity("ask")["Reminder"] = A.Parse(
            $$"""{ "typeName": "Object", "expression": { "type": "Literal", "value": {{value}} } }"""
        );
        Assert.Equal(expected, A.Read(procedure).Definition!.Activity("ask").Inputs["reminder"]);
    }

    [Theory]
    [InlineData(
        "",
        1,
        "The input does not contain any JSON tokens. Expected the input to start with a valid JSON token, when isFinalBlock is true"
    )]
    [InlineData("{\n  \"id\": order\n}", 2, "'o' is an invalid start of a value")]
    [InlineData("{\n\n  \"id\": \"\\ud800\"\n}", 3, "a text is not valid Unicode")]
    public void or_refused_with_the_line_where_it_is_no_JSON(string json, int line, string reason) =>
        AssertNoJson(json, line, reason);

    [Fact]
    public void or_refused_with_the_line_that_holds_half_a_character() =>
        AssertNoJson("{\n  \"id\": \"" + '\ud800' + "\"\n}", 2, "a text is not valid Unicode");

    private static void AssertNoJson(string json, int line, string reason)
    {
        var reading = ProcedureReader.Read(json, A.Catalogue);
        Assert.Null(reading.Definition);
        Assert.Equal(
            [
                new Mistake(
                    null,
                    $"This is not JSON: line {line}: {reason}. Correct that line, or export the procedure again from the designer."
                ),
            ],
            reading.Mistakes
        );
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    public void or_refused_when_it_is_not_an_object(string json) =>
        Assert.Equal(
            [
                new Mistake(
                    null,
                    "This is not an Elsa definition: it is not one JSON object. Export it again from the designer."
                ),
            ],
            ProcedureReader.Read(json, A.Catalogue).Mistakes
        );

    [Fact]
    public void or_refused_with_all_its_mistakes_at_once() =>
        A.AssertMistakes(
            procedure =>
            {
                procedure["version"] = 0;
                procedure["variables"] = A.Parse("""[{ "name": "secret" }]""");
                procedure.Activity("ask").Remove("deadline");
                procedure.AddStep("stray", "Orders.Chek");
                procedure.Connection("check", "Complete")["source"]!["port"] = "Completed";
                procedure.Redirect("ask", "Lapsed", "closed");
            },
            new(null, "The version 0 is not a whole number of 1 or more. Count versions from 1."),
            new(null, "The procedure has 'variables'. A procedure keeps no values of its own: empty this list."),
            new("ask", A_mistaken_activity.DeadlineIsMissing),
            new(
                "stray",
                "There is no step 'Orders.Chek'. "
                    + "Use one of: Elsa.Start, Elsa.End, Orders.Check, Orders.AwaitAnswer, Orders.Deliver."
            ),
            new("check", "The step Orders.Check has no outcome 'Completed'. Connect one of: Complete, Incomplete."),
            new(
                "ask",
                "A connection leads to 'closed', which is no activity of this procedure. Correct its target, or remove it."
            ),
            new("check", "The outcome 'Complete' leads nowhere. Connect it to the step that follows."),
            new("close", A_mistaken_path.Unreachable),
            new("stray", A_mistaken_path.Unreachable)
        );
}
