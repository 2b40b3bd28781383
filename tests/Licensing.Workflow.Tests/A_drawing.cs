namespace Licensing.Workflow.Tests;

public sealed class A_drawing
{
    private const string Plain = """
        flowchart TD
          n0(("start"))
          n1["Check the order"]
          n2(["Ask the customer"])
          n3((("Deliver")))
          n4((("close")))
          n0 -->|"Done"| n1
          n1 -->|"Complete"| n3
          n1 -->|"Incomplete"| n2
          n2 -->|"Answered"| n1
          n2 -->|"Lapsed"| n4

        """;

    [Fact]
    public void shows_each_kind_of_step_in_its_own_shape() => Assert.Equal(Plain, Mermaid.Draw(A.Definition()));

    [Fact]
    public void highlights_the_position() =>
        Assert.Equal(
            Plain
                + """
                  classDef position fill:#fff7bf,stroke:#0b0c0c,stroke-width:4px,color:#0b0c0c
                  class n2 position

                """,
            Mermaid.Draw(A.Definition(), "ask")
        );

    [Fact]
    public void has_no_position_outside_the_procedure() =>
        Assert.Throws<ProcedureException>(() => Mermaid.Draw(A.Definition(), "nowhere"));

    [Theory]
    [InlineData("\"]; click n1 <b>&", "#34;#93;#59; click n1 #60;b#62;#38;")]
    [InlineData("#quot;", "#35;quot#59;")]
    [InlineData("`_a_`\nb", "#96;#95;a#95;#96; b")]
    [InlineData("1. Check (10-2), e.g. this", "1#46; Check (10-2), e.g. this")]
    [InlineData("- Check", "#45; Check")]
    [InlineData("Vérifier 審査 🔫", "Vérifier 審査 #128299;")]
    public void escapes_what_Mermaid_would_take_for_its_own(string name, string label)
    {
        var procedure = A.Procedure();
        procedure.Activity("check")["name"] = name;
        Assert.Equal(
            Plain.Replace("Check the order", label, StringComparison.Ordinal),
            Mermaid.Draw(A.Read(procedure).Definition!)
        );
    }
}
