using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Procedures;
using Licensing.Workflow;

namespace Licensing.Casework.Steps;

/// <summary>A step of the catalogue: its type as definitions name it, and what it does to a case.</summary>
public abstract class CaseStep(StepType type)
{
    public StepType Type { get; } = type;
}

/// <summary>Does something at once and says how it came out.</summary>
public abstract class DoingStep(string name, IReadOnlyList<string> outcomes, string description)
    : CaseStep(new StepType($"Licensing.{name}", StepKind.Doing, outcomes, [], [], description))
{
    /// <returns>One of the outcomes of its type.</returns>
    public abstract Task<string> Do(Act act, CaseFile file);
}

/// <summary>Lets a case wait until something comes of it.</summary>
public abstract class WaitingStep(
    string name,
    IReadOnlyList<string> outcomes,
    IReadOnlyList<string> permits,
    IReadOnlyList<StepInput> inputs,
    string description
) : CaseStep(new StepType($"Licensing.{name}", StepKind.Waiting, outcomes, permits, inputs, description))
{
    /// <summary>Called when the case arrives here, e.g. to set the deadline.</summary>
    /// <param name="visit">Number of this arrival within the case.</param>
    public virtual void Arrive(Act act, CaseFile file, Activity activity, int visit) { }

    /// <summary>Looks at the case after a stimulus.</summary>
    /// <returns>The outcome by which it leaves, or null when it goes on waiting.</returns>
    public abstract string? Look(CaseFile file, Stimulus stimulus, int visit);

    private protected static readonly StepInput Deadline = new(
        "deadline",
        true,
        "Name of the period in the policy profile after which the case goes on without the answer."
    );
}
