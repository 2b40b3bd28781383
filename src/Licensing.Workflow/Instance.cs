namespace Licensing.Workflow;

/// <summary>Whether a case is to be moved on at once, rests, or is through.</summary>
public enum InstanceStatus
{
    /// <summary>The step at the position is still to be performed.</summary>
    Moving,

    /// <summary>The case rests at the position until its outcome is known.</summary>
    Waiting,

    /// <summary>The position is an ending.</summary>
    Ended,
}

/// <summary>Where one case stands in its procedure.</summary>
/// <param name="DefinitionId">The procedure.</param>
/// <param name="Version">The version of the procedure that the case was opened under.</param>
/// <param name="Position">The id of the activity the case is at.</param>
/// <param name="Status">Follows from the kind of step at the position.</param>
/// <param name="Visit">
/// The number of activities entered so far, this one included: 1 at the first, Elsa.Start not counted. A step's
/// effects are keyed by activity and visit, so that a retry does nothing twice and a second round does everything anew.
/// </param>
public sealed record Instance(string DefinitionId, int Version, string Position, InstanceStatus Status, int Visit);

/// <summary>A case came to an activity.</summary>
/// <param name="Activity">The activity entered.</param>
/// <param name="From">The activity it left, which for the first one is the Elsa.Start.</param>
/// <param name="Outcome">The outcome by which it left.</param>
public sealed record Entered(string Activity, string? From, string? Outcome);

/// <summary>Where the case stands now, and how it came there.</summary>
public sealed record Move(Instance Instance, IReadOnlyList<Entered> Happened);
