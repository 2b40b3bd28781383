using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Procedures;
using Licensing.Casework.Returns;

namespace Licensing.Casework.Steps;

/// <summary>Looks whether firearms that came in for good are still to be marked.</summary>
public sealed class CheckMarking()
    : DoingStep(
        nameof(CheckMarking),
        ["Unmarked", "Marked"],
        "Looks whether firearms that came in for good do not bear the import marking yet, Art. 8(1)(b)."
    )
{
    public override string Outcome(CaseFile file, DateOnly today) => Markings.IsOpen(file) ? "Unmarked" : "Marked";

    public override Task Do(Act act, CaseFile file, string outcome) => Task.CompletedTask;
}

/// <summary>The authorisation has ended, and firearms that came in under it are still to be marked. Their last day wakes the authority and
/// ends nothing: only the marking does, or a waiver with its reason.</summary>
public sealed class AwaitMarking()
    : WaitingStep(
        nameof(AwaitMarking),
        ["Marked"],
        [CaseActs.RecordMarking, CaseActs.WaiveMarking],
        [],
        "Waits until every firearm that came in for good bears the import marking, or need not, Art. 8(1)(b)."
    )
{
    public override string? Look(CaseFile file, Stimulus stimulus, int visit) =>
        stimulus is ImportsAreMarked && !Markings.IsOpen(file) ? "Marked" : null;
}
