namespace Licensing.Workflow.Tests;

public sealed class A_case_moves
{
    private static readonly ProcedureDefinition Definition = A.Definition();

    private static Instance At(string position, InstanceStatus status, int visit) =>
        new("order", 2, position, status, visit);

    private static void AssertRefused(string text, Func<object> move) =>
        Assert.Equal(text, Assert.Throws<ProcedureException>(move).Message);

    [Fact]
    public void past_the_start_into_the_first_step()
    {
        var move = Runner.Start(Definition);
        Assert.Equal(At("check", InstanceStatus.Moving, 1), move.Instance);
        Assert.Equal([new Entered("check", "start", "Done")], move.Happened);
    }

    [Fact]
    public void on_until_a_step_waits()
    {
        var move = Runner.Complete(Definition, At("check", InstanceStatus.Moving, 1), "Incomplete");
        Assert.Equal(At("ask", InstanceStatus.Waiting, 2), move.Instance);
        Assert.Equal([new Entered("ask", "check", "Incomplete")], move.Happened);
    }

    [Fact]
    public void back_to_a_step_as_a_further_visit() =>
        Assert.Equal(
            At("check", InstanceStatus.Moving, 3),
            Runner.Complete(Definition, At("ask", InstanceStatus.Waiting, 2), "Answered").Instance
        );

    [Fact]
    public void to_an_ending() =>
        Assert.Equal(
            At("close", InstanceStatus.Ended, 3),
            Runner.Complete(Definition, At("ask", InstanceStatus.Waiting, 2), "Lapsed").Instance
        );

    [Fact]
    public void and_permits_acts_only_while_it_waits()
    {
        Assert.Equal(["Answer", "Withdraw"], Runner.Permits(Definition, At("ask", InstanceStatus.Waiting, 2)));
        Assert.Empty(Runner.Permits(Definition, At("check", InstanceStatus.Moving, 1)));
        Assert.Empty(Runner.Permits(Definition, At("close", InstanceStatus.Ended, 3)));
    }

    [Fact]
    public void by_no_outcome_that_its_step_does_not_have() =>
        AssertRefused(
            "The activity 'ask' of the procedure 'order' has no outcome 'Complete'. It has: Answered, Lapsed.",
            () => Runner.Complete(Definition, At("ask", InstanceStatus.Waiting, 2), "Complete")
        );

    [Fact]
    public void no_more_once_it_has_ended() =>
        AssertRefused(
            "The case has ended at 'close' of the procedure 'order'. An ended case moves no more.",
            () => Runner.Complete(Definition, At("close", InstanceStatus.Ended, 3), "Done")
        );

    [Theory]
    [InlineData("order", 1)]
    [InlineData("return", 2)]
    public void by_no_other_procedure_or_version(string id, int version)
    {
        var instance = At("ask", InstanceStatus.Waiting, 2) with { DefinitionId = id, Version = version };
        var text =
            $"The case follows version {version} of the procedure '{id}', not version 2 of 'order'. "
            + "Move it by the version it was opened under.";
        AssertRefused(text, () => Runner.Complete(Definition, instance, "Answered"));
        AssertRefused(text, () => Runner.Permits(Definition, instance));
    }

    [Fact]
    public void from_no_place_that_the_procedure_does_not_have() =>
        AssertRefused(
            "Version 2 of the procedure 'order' has no activity 'nowhere'.",
            () => Runner.Complete(Definition, At("nowhere", InstanceStatus.Waiting, 2), "Answered")
        );
}
