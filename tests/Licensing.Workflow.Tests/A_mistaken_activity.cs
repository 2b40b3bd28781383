using System.Text.Json.Nodes;

namespace Licensing.Workflow.Tests;

public sealed class A_mistaken_activity
{
    private const string Form =
        "{ \"typeName\": \"String\", \"expression\": { \"type\": \"Literal\", \"value\": \"…\" } }";

    internal const string DeadlineIsMissing =
        $"The input 'deadline' is missing. Write it as {Form}. Names the time limit.";

    [Fact]
    public void is_of_an_unknown_type() =>
        A.AssertMistakes(
            p => p.Activity("check")["type"] = "Orders.Chek",
            new Mistake(
                "check",
                "There is no step 'Orders.Chek'. "
                    + "Use one of: Elsa.Start, Elsa.End, Orders.Check, Orders.AwaitAnswer, Orders.Deliver."
            )
        );

    [Fact]
    public void has_no_type() =>
        A.AssertMistakes(
            p => p.Activity("check").Remove("type"),
            new Mistake("check", "This activity has no 'type'. Add it.")
        );

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void has_no_id(string? id) =>
        A.AssertMistakes(
            p => p.AddStep("x", "Elsa.End").Activity("x")["id"] = id,
            new Mistake(null, "Activity number 6 has no 'id'. Add it.")
        );

    [Fact]
    public void is_not_an_object() =>
        A.AssertMistakes(
            p => p.Activities().Add("check"),
            new Mistake(null, "Activity number 6 is not an object. Write it as { \"id\": …, \"type\": … }.")
        );

    [Fact]
    public void has_the_id_of_another() =>
        A.AssertMistakes(
            p => p.AddStep("close", "Orders.Deliver"),
            new Mistake("close", "2 activities have this id. Give each its own.")
        );

    [Fact]
    public void has_a_member_twice()
    {
        var json = A.Procedure()
            .ToJsonString()
            .Replace("\"name\":\"Deliver\",", "\"name\":\"Deliver\",\"name\":\"Send\",");
        Assert.Equal(
            [new Mistake("deliver", "This activity has the member 'name' twice. Keep one of them.")],
            ProcedureReader.Read(json, A.Catalogue).Mistakes
        );
    }

    [Theory]
    [InlineData("2")]
    [InlineData("\"1\"")]
    public void has_another_version_than_its_step(string version) =>
        A.AssertMistakes(
            p => p.Activity("check")["version"] = A.Parse(version),
            new Mistake("check", "This activity has a 'version' other than 1. Every step has version 1: write 1.")
        );

    [Fact]
    public void is_described_in_two_ways() =>
        A.AssertMistakes(
            p => p.Activity("check")["metadata"] = A.Parse("""{ "description": "House rule 5" }"""),
            new Mistake("check", "'description' and the metadata's 'description' differ. Keep one of them.")
        );

    [Theory]
    [InlineData("canStartWorkflow")]
    [InlineData("RunAsynchronously")]
    public void is_switched_to_run_by_itself(string name) =>
        A.AssertMistakes(
            p => p.Activity("check")["customProperties"] = new JsonObject { [name] = true },
            new Mistake("check", $"'{name}' is switched on. The procedure alone says what runs when: switch it off.")
        );

    [Fact]
    public void lacks_a_required_input() =>
        A.AssertMistakes(p => p.Activity("ask").Remove("deadline"), new Mistake("ask", DeadlineIsMissing));

    [Fact]
    public void leaves_a_required_input_blank() =>
        A.AssertMistakes(p => p.Activity("ask")["deadline"] = A.Literal(" "), new Mistake("ask", DeadlineIsMissing));

    [Fact]
    public void sets_an_unknown_input() =>
        A.AssertMistakes(
            p => p.Activity("ask")["deadlin"] = A.Literal("answer"),
            new Mistake("ask", "The step Orders.AwaitAnswer has no input 'deadlin'. Use one of: deadline, reminder.")
        );

    [Fact]
    public void sets_an_input_on_a_step_that_has_none() =>
        A.AssertMistakes(
            p => p.Activity("check")["deadline"] = A.Literal("answer"),
            new Mistake("check", "The step Orders.Check has no input 'deadline'. It has none: remove it.")
        );

    [Fact]
    public void sets_an_input_twice() =>
        A.AssertMistakes(
            p => p.Activity("ask")["Deadline"] = A.Literal("other"),
            new Mistake("ask", "The input 'deadline' is set twice. Keep one of them.")
        );

    [Theory]
    [InlineData("""{ "typeName": "String", "expression": { "type": "JavaScript", "value": "return 1" } }""")]
    [InlineData("""{ "typeName": "String", "expression": { "type": "Variable", "value": { "id": "x" } } }""")]
    [InlineData("""{ "typeName": "String", "expression": { "type": "Literal", "value": ["answer"] } }""")]
    [InlineData("""{ "typeName": "String", "expression": { "value": "answer" } }""")]
    [InlineData("""{ "typeName": "String", "expression": { "type": "Literal", "value": "answer", "script": "x" } }""")]
    [InlineData("\"answer\"")]
    [InlineData("7")]
    public void sets_an_input_to_something_other_than_a_literal(string input) =>
        A.AssertMistakes(
            p => p.Activity("ask")["deadline"] = A.Parse(input),
            new Mistake("ask", $"The input 'deadline' is not a literal. Write it as {Form}.")
        );
}
