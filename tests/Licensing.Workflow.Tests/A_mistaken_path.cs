namespace Licensing.Workflow.Tests;

public sealed class A_mistaken_path
{
    internal const string Unreachable = "No path from Elsa.Start leads here. Connect this activity, or remove it.";

    private const string CannotEnd =
        "This is on a path that cannot end. Connect an outcome so that an ending can be reached.";

    [Fact]
    public void has_no_beginning() =>
        A.AssertMistakes(
            p =>
            {
                p.Activities().RemoveAt(0);
                p.Connections().RemoveAt(0);
            },
            new Mistake(null, "There is no Elsa.Start. Add one and connect it to the first step.")
        );

    [Fact]
    public void has_two_beginnings() =>
        A.AssertMistakes(
            p => p.AddStep("start-2", "Elsa.Start").Connect("start-2", "Done", "ask"),
            new Mistake("start-2", "This is a further Elsa.Start. A procedure begins in one place: remove it.")
        );

    [Fact]
    public void leaves_an_outcome_unconnected() =>
        A.AssertMistakes(
            p =>
            {
                p.Connections().Remove(p.Connection("check", "Complete"));
                p.Redirect("ask", "Lapsed", "deliver");
                p.Activities().RemoveAt(4);
            },
            new Mistake("check", "The outcome 'Complete' leads nowhere. Connect it to the step that follows.")
        );

    [Fact]
    public void leaves_an_ending_unreached_by_leaving_an_outcome_unconnected() =>
        A.AssertMistakes(
            p => p.Connections().Remove(p.Connection("check", "Complete")),
            new Mistake("check", "The outcome 'Complete' leads nowhere. Connect it to the step that follows."),
            new Mistake("deliver", Unreachable)
        );

    [Fact]
    public void leaves_by_an_outcome_that_the_step_does_not_have() =>
        A.AssertMistakes(
            p => p.Connect("check", "Perhaps", "ask"),
            new Mistake(
                "check",
                "The step Orders.Check has no outcome 'Perhaps'. Connect one of: Complete, Incomplete."
            )
        );

    [Fact]
    public void goes_on_after_an_ending() =>
        A.AssertMistakes(
            p => p.Connect("deliver", "Done", "ask"),
            new Mistake(
                "deliver",
                "The step Orders.Deliver has no outcome 'Done'. It is an ending: remove the connection."
            )
        );

    [Fact]
    public void forks() =>
        A.AssertMistakes(
            p => p.Connect("check", "Complete", "ask"),
            new Mistake(
                "check",
                "The outcome 'Complete' has 2 connections, to 'deliver' and 'ask'. "
                    + "A case is in one place at a time: keep one of them."
            )
        );

    [Fact]
    public void comes_from_an_unknown_activity() =>
        A.AssertMistakes(
            p => p.Connect("chekc", "Complete", "ask"),
            new Mistake(
                "ask",
                "A connection comes from 'chekc', which is no activity of this procedure. Correct its source, or remove it."
            )
        );

    [Fact]
    public void leads_to_an_unknown_activity() =>
        A.AssertMistakes(
            p => p.Redirect("ask", "Answered", "chekc"),
            new Mistake(
                "ask",
                "A connection leads to 'chekc', which is no activity of this procedure. Correct its target, or remove it."
            )
        );

    [Fact]
    public void leads_back_into_the_start() =>
        A.AssertMistakes(
            p => p.Redirect("ask", "Answered", "start"),
            new Mistake(
                "start",
                "A connection from 'ask' leads back into Elsa.Start. Connect it to the first step instead."
            )
        );

    [Fact]
    public void enters_by_another_port() =>
        A.AssertMistakes(
            p => p.Connection("ask", "Answered")["target"]!["port"] = "Out",
            new Mistake("ask", "Connection number 4 enters 'check' by the port 'Out'. Write the port \"In\".")
        );

    [Theory]
    [InlineData("activity")]
    [InlineData("port")]
    public void has_an_incomplete_target(string name) =>
        A.AssertMistakes(
            p => p.Connection("ask", "Answered")["target"]!.AsObject().Remove(name),
            new Mistake("ask", $"The target of connection number 4 has no '{name}'. Add it.")
        );

    [Fact]
    public void names_no_outcome() =>
        A.AssertMistakes(
            p => p.Connection("ask", "Answered")["source"]!["port"] = null,
            new Mistake("ask", "The source of connection number 4 has no 'port'. Add it."),
            new Mistake("ask", "The outcome 'Answered' leads nowhere. Connect it to the step that follows.")
        );

    [Fact]
    public void is_no_connection_at_all() =>
        A.AssertMistakes(
            p => p.Connections().Add("ask to check"),
            new Mistake(null, "Connection number 6 is not an object. Draw it again in the designer.")
        );

    [Fact]
    public void carries_an_unknown_member() =>
        A.AssertMistakes(
            p => p.Connection("ask", "Answered")["condition"] = "true",
            new Mistake(
                "ask",
                "Connection number 4 has an unknown member 'condition'. Remove it, or correct its spelling."
            )
        );

    [Fact]
    public void does_not_reach_an_activity() =>
        A.AssertMistakes(p => p.AddStep("stray", "Elsa.End"), new Mistake("stray", Unreachable));

    [Fact]
    public void does_not_reach_activities_that_only_lead_to_one_another() =>
        A.AssertMistakes(
            p =>
            {
                p.AddStep("b", "Orders.Check").AddStep("c", "Orders.AwaitAnswer").Activity("c")["deadline"] = A.Literal(
                    "x"
                );
                p.Connect("b", "Complete", "c").Connect("b", "Incomplete", "close");
                p.Connect("c", "Answered", "b").Connect("c", "Lapsed", "b");
            },
            new Mistake("b", Unreachable),
            new Mistake("c", Unreachable)
        );

    [Fact]
    public void cannot_end() =>
        A.AssertMistakes(
            p =>
            {
                p.AddStep("again", "Orders.AwaitAnswer").Activity("again")["deadline"] = A.Literal("x");
                p.Redirect("ask", "Answered", "again");
                p.Connect("again", "Answered", "again").Connect("again", "Lapsed", "again");
            },
            new Mistake("again", CannotEnd)
        );

    [Fact]
    public void has_no_ending_to_lead_to() =>
        A.AssertMistakes(
            p =>
            {
                p.Activities().RemoveAt(4);
                p.Activities().RemoveAt(3);
                p.Redirect("check", "Complete", "ask");
                p.Redirect("ask", "Lapsed", "ask");
            },
            new Mistake(null, "No activity is an ending. Add one, such as Elsa.End, and lead every path to an ending.")
        );

    [Fact]
    public void spins_in_one_step() =>
        A.AssertMistakes(
            p =>
                p.AddStep("recheck", "Orders.Check")
                    .Connect("recheck", "Incomplete", "recheck")
                    .Connect("recheck", "Complete", "ask")
                    .Redirect("check", "Incomplete", "recheck"),
            new Mistake(
                "recheck",
                "A case could go round for ever without waiting: recheck. Put a step that waits into this loop."
            )
        );

    [Fact]
    public void spins_through_several_steps_that_do_not_wait() =>
        A.AssertMistakes(
            p =>
                p.AddStep("recheck", "Orders.Check")
                    .Connect("recheck", "Incomplete", "check")
                    .Connect("recheck", "Complete", "ask")
                    .Redirect("check", "Incomplete", "recheck"),
            new Mistake(
                "check",
                "A case could go round for ever without waiting: check, recheck. Put a step that waits into this loop."
            )
        );
}
