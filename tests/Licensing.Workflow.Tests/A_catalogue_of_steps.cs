namespace Licensing.Workflow.Tests;

public sealed class A_catalogue_of_steps
{
    private static readonly StepType Sound = new("Orders.Check", StepKind.Doing, ["Done"], [], [], "");

    private static void AssertRefused(StepType type, params string[] contradictions)
    {
        var refusal = Assert.Throws<ArgumentException>(() => new StepCatalogue([type]));
        Assert.Equal($"{string.Join(Environment.NewLine, contradictions)} (Parameter 'types')", refusal.Message);
    }

    [Fact]
    public void holds_the_host_s_steps_and_Elsa_s_beginning_and_end()
    {
        var catalogue = new StepCatalogue([Sound]);
        Assert.Equal([StepCatalogue.Start, StepCatalogue.End, Sound], catalogue.Types);
        Assert.Equal(Sound, catalogue.Find("Orders.Check"));
        Assert.Null(catalogue.Find("orders.check"));
    }

    [Fact]
    public void lists_every_contradiction()
    {
        var refusal = Assert.Throws<ArgumentException>(() =>
            new StepCatalogue([Sound, Sound, Sound with { Name = "Orders.Pack", Outcomes = [] }])
        );
        Assert.Equal(
            string.Join(
                Environment.NewLine,
                "Orders.Check: there are two steps of this name.",
                "Orders.Pack: a step that is not an ending needs an outcome. (Parameter 'types')"
            ),
            refusal.Message
        );
    }

    [Fact]
    public void refuses_a_second_Elsa_Start() =>
        AssertRefused(Sound with { Name = "Elsa.Start" }, "Elsa.Start: there are two steps of this name.");

    [Fact]
    public void refuses_a_step_without_a_name() => AssertRefused(Sound with { Name = " " }, "A step has no name.");

    [Fact]
    public void refuses_an_ending_with_an_outcome() =>
        AssertRefused(Sound with { Kind = StepKind.Ending }, "Orders.Check: an ending has no outcomes.");

    [Fact]
    public void refuses_permits_where_nobody_waits() =>
        AssertRefused(Sound with { Permits = ["Answer"] }, "Orders.Check: only a waiting step permits acts.");

    [Fact]
    public void refuses_outcomes_permits_and_inputs_given_twice_or_blank() =>
        AssertRefused(
            new StepType(
                "Orders.Ask",
                StepKind.Waiting,
                ["Done", "Done"],
                [""],
                [new("days", false, ""), new("Days", false, "")],
                ""
            ),
            "Orders.Ask: the outcome 'Done' is blank or given twice.",
            "Orders.Ask: the permitted act '' is blank or given twice.",
            "Orders.Ask: the input 'days' is blank or given twice."
        );

    [Fact]
    public void refuses_an_input_named_like_a_member_of_every_activity() =>
        AssertRefused(
            Sound with
            {
                Inputs = [new("Version", false, "")],
            },
            "Orders.Check: the input 'Version' has the name of a member that every activity has."
        );
}
