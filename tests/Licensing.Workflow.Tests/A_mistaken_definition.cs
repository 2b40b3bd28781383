using System.Text.Json.Nodes;

namespace Licensing.Workflow.Tests;

public sealed class A_mistaken_definition
{
    [Theory]
    [InlineData("id")]
    [InlineData("definitionId")]
    [InlineData("name")]
    [InlineData("version")]
    [InlineData("root")]
    public void lacks_a_member(string name) =>
        A.AssertMistakes(p => p.Remove(name), new Mistake(null, $"The procedure has no '{name}'. Add it."));

    [Theory]
    [InlineData("id")]
    [InlineData("type")]
    [InlineData("activities")]
    [InlineData("connections")]
    public void lacks_a_member_of_its_root(string name) =>
        A.AssertMistakes(
            p => p["root"]!.AsObject().Remove(name),
            new Mistake(null, $"The root has no '{name}'. Add it.")
        );

    [Theory]
    [InlineData("id")]
    [InlineData("definitionId")]
    [InlineData("name")]
    public void leaves_a_member_blank(string name) =>
        A.AssertMistakes(p => p[name] = " ", new Mistake(null, $"The procedure has no '{name}'. Add it."));

    [Theory]
    [InlineData("definitionId", "text")]
    [InlineData("description", "text")]
    [InlineData("variables", "a list")]
    [InlineData("root", "an object")]
    public void writes_a_member_in_another_form(string name, string form) =>
        A.AssertMistakes(
            p => p[name] = 7,
            new Mistake(null, $"The procedure has a '{name}' that is not {form}. Write {form}.")
        );

    [Fact]
    public void has_an_unknown_member() =>
        A.AssertMistakes(
            p => p["desciption"] = "From order to delivery",
            new Mistake(null, "The procedure has an unknown member 'desciption'. Remove it, or correct its spelling.")
        );

    [Fact]
    public void has_an_unknown_member_in_its_root() =>
        A.AssertMistakes(
            p => p["root"]!["start"] = "check",
            new Mistake(null, "The root has an unknown member 'start'. Remove it, or correct its spelling.")
        );

    [Fact]
    public void has_a_member_twice()
    {
        var json = A.Procedure().ToJsonString().Replace("\"version\":2,", "\"version\":2,\"version\":3,");
        Assert.Equal(
            [new Mistake(null, "The procedure has the member 'version' twice. Keep one of them.")],
            ProcedureReader.Read(json, A.Catalogue).Mistakes
        );
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("\"1\"")]
    [InlineData("99999999999")]
    public void has_a_version_below_1_or_no_number(string version) =>
        A.AssertMistakes(
            p => p["version"] = A.Parse(version),
            new Mistake(null, $"The version {version} is not a whole number of 1 or more. Count versions from 1.")
        );

    [Theory]
    [InlineData("variables")]
    [InlineData("inputs")]
    [InlineData("outputs")]
    [InlineData("outcomes")]
    public void keeps_values_of_its_own(string list) =>
        A.AssertMistakes(
            p => p[list] = new JsonArray("x"),
            new Mistake(null, $"The procedure has '{list}'. A procedure keeps no values of its own: empty this list.")
        );

    [Fact]
    public void keeps_variables_in_its_root() =>
        A.AssertMistakes(
            p => p["root"]!["variables"] = new JsonArray("x"),
            new Mistake(null, "The root has 'variables'. A procedure keeps no values of its own: empty this list.")
        );

    [Fact]
    public void is_no_flowchart() =>
        A.AssertMistakes(
            p => p["root"]!["type"] = "Elsa.Sequence",
            new Mistake(
                null,
                "The root is of the type 'Elsa.Sequence'. A procedure is one \"Elsa.Flowchart\": draw it as such."
            )
        );

    [Fact]
    public void hides_an_expression_among_its_custom_properties() =>
        A.AssertMistakes(
            p => p["customProperties"] = A.Parse("""{ "log": [{ "expression": { "type": "JavaScript" } }] }"""),
            new Mistake(null, "'customProperties' holds an expression. Only literals are allowed: remove it.")
        );
}
