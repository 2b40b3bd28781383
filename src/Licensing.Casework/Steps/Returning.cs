using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Procedures;
using Licensing.Casework.Returns;

namespace Licensing.Casework.Steps;

/// <summary>Looks whether goods that went for a while are still to come back, or to leave again.</summary>
public sealed class CheckReturn()
    : DoingStep(
        nameof(CheckReturn),
        ["GoodsAway", "NothingAway"],
        "Looks whether goods that went for a while, or came in for a while, are outstanding, Art. 10(6)."
    )
{
    public override string Outcome(CaseFile file, DateOnly today) => Stay.IsOpen(file) ? "GoodsAway" : "NothingAway";

    public override Task Do(Act act, CaseFile file, string outcome) => Task.CompletedTask;
}

/// <summary>The licence has ended, and goods are still to come back. Their last day wakes the authority and ends nothing: only what has
/// become of the goods does.</summary>
public sealed class AwaitReturn()
    : WaitingStep(
        nameof(AwaitReturn),
        ["Accounted"],
        [CaseActs.RecordReturn, CaseActs.AccountForGoods, CaseActs.ExtendReturn, CaseActs.ReportMovement],
        [],
        "Waits until everything that went for a while is back, or an officer has accounted for it, Art. 10(6)."
    )
{
    public override string? Look(CaseFile file, Stimulus stimulus, int visit) =>
        stimulus is GoodsAccountedFor && !Stay.IsOpen(file) ? "Accounted" : null;
}
