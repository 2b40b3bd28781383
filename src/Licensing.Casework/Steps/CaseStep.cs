using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Procedures;
using Licensing.Casework.Storage;
using Licensing.Domain.Clocks;
using Licensing.Workflow;

namespace Licensing.Casework.Steps;

/// <summary>A step of the catalogue: its type as definitions name it, and what it does to a case.</summary>
public abstract class CaseStep(StepType type)
{
    public StepType Type { get; } = type;
}

/// <summary>Does something at once. How it comes out follows from the case and the day alone; what it does then is written in the transaction of
/// the act.</summary>
public abstract class DoingStep(string name, IReadOnlyList<string> outcomes, string description)
    : CaseStep(new StepType($"Licensing.{name}", StepKind.Doing, outcomes, [], [], description))
{
    /// <summary>How it comes out on that day. Nothing is done yet.</summary>
    /// <returns>One of the outcomes of its type.</returns>
    public abstract string Outcome(CaseFile file, DateOnly today);

    /// <summary>Does it.</summary>
    /// <param name="outcome">How it comes out.</param>
    public abstract Task Do(Act act, CaseFile file, string outcome);
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
    /// <summary>What falls due for a case that arrives here on that day; null where the case waits for a person alone.</summary>
    public virtual Wait? Until(CaseFile file, Activity activity, DateOnly today) => null;

    /// <summary>What else becomes of a case that arrives here; mostly nothing.</summary>
    public virtual void Arrive(Act act, CaseFile file) { }

    /// <summary>Looks at the case after a stimulus.</summary>
    /// <returns>The outcome by which it leaves, or null when it goes on waiting.</returns>
    public abstract string? Look(CaseFile file, Stimulus stimulus, int visit);

    /// <summary>The period that the procedure names and the case's own policy profile measures, from that day.</summary>
    private protected static Wait Named(DueKind kind, CaseFile file, Activity activity, DateOnly today) =>
        new(kind, LegalClock.LastDayOf(today, file.Profile.Periods.Named(activity.Inputs["deadline"]), file.Calendar));

    private protected static readonly StepInput Deadline = new(
        "deadline",
        true,
        "Name of the period in the policy profile after which the case goes on without the answer."
    );
}

/// <summary>How long a case waits.</summary>
/// <param name="LastDay">Included: it goes on when this day is over.</param>
public sealed record Wait(DueKind Kind, DateOnly LastDay);
