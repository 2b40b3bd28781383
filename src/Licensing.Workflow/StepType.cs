namespace Licensing.Workflow;

/// <summary>What a case does when it enters a step.</summary>
public enum StepKind
{
    /// <summary>The host performs the step at once and the case moves on by its outcome.</summary>
    Doing,

    /// <summary>The case rests until a person, another State or a deadline gives the outcome.</summary>
    Waiting,

    /// <summary>The procedure is over; nothing follows.</summary>
    Ending,
}

/// <summary>A value that a procedure may set on a step, such as the name of the deadline it runs under.</summary>
/// <param name="Name">As in the definition's JSON; upper and lower case are not told apart.</param>
/// <param name="Required">Whether a definition that leaves it out is refused.</param>
/// <param name="Description">For the person who writes the procedure.</param>
public sealed record StepInput(string Name, bool Required, string Description);

/// <summary>A kind of step from which procedures are put together.</summary>
/// <param name="Name">The type in the definition, e.g. "Licensing.AwaitTransitNotices".</param>
/// <param name="Kind">Whether a case is moved through, rests or ends here.</param>
/// <param name="Outcomes">The ways out; a definition must connect each of them. None for an ending.</param>
/// <param name="Permits">The acts permitted while a case waits here; empty for steps that do not wait.</param>
/// <param name="Inputs">What a procedure may or must set.</param>
/// <param name="Description">For the person who writes the procedure.</param>
public sealed record StepType(
    string Name,
    StepKind Kind,
    IReadOnlyList<string> Outcomes,
    IReadOnlyList<string> Permits,
    IReadOnlyList<StepInput> Inputs,
    string Description
);
