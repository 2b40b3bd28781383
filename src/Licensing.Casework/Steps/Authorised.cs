using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Licences;
using Licensing.Casework.Procedures;
using Licensing.Casework.Storage;
using Licensing.Domain.Licences;
using Licensing.Workflow;

namespace Licensing.Casework.Steps;

/// <summary>The import authorisation is in force: exporting States rely on it, and goods come on it, until it ends.</summary>
public sealed class AwaitUse()
    : WaitingStep(
        nameof(AwaitUse),
        ["Suspended", "Ended"],
        [
            CaseActs.ProposeAmendment,
            CaseActs.ConfirmAmendment,
            CaseActs.RecordEntry,
            CaseActs.RecordReturn,
            CaseActs.AccountForGoods,
            CaseActs.RecordMarking,
            CaseActs.WaiveMarking,
            CaseActs.SuspendLicence,
            CaseActs.RevokeLicence,
            CaseActs.SurrenderLicence,
        ],
        [],
        "The import authorisation is in force until it expires, is given or taken back."
    )
{
    public override Wait? Until(CaseFile file, Activity activity, DateOnly today) => Expiry.Of(file);

    public override string? Look(CaseFile file, Stimulus stimulus, int visit) =>
        stimulus switch
        {
            LicenceStoppedNow => "Suspended",
            LicenceOver => "Ended",
            DeadlineReached d when d.Kind == DueKind.LicenceExpiry && d.Visit == visit => "Ended",
            _ => null,
        };
}

/// <summary>The import authorisation is suspended: no exporting State may rely on it until two officers have reinstated it.</summary>
public sealed class AwaitRestoration()
    : WaitingStep(
        nameof(AwaitRestoration),
        ["Reinstated", "Ended"],
        [
            CaseActs.RecordReturn,
            CaseActs.AccountForGoods,
            CaseActs.RecordMarking,
            CaseActs.WaiveMarking,
            CaseActs.ProposeReinstatement,
            CaseActs.ReinstateLicence,
            CaseActs.RevokeLicence,
            CaseActs.SurrenderLicence,
        ],
        [],
        "The import authorisation is suspended until two officers have reinstated it."
    )
{
    public override Wait? Until(CaseFile file, Activity activity, DateOnly today) => Expiry.Of(file);

    public override string? Look(CaseFile file, Stimulus stimulus, int visit) =>
        stimulus switch
        {
            LicenceResumed => "Reinstated",
            LicenceOver => "Ended",
            DeadlineReached d when d.Kind == DueKind.LicenceExpiry && d.Visit == visit => "Ended",
            _ => null,
        };
}

/// <summary>Ends the import authorisation. What has come on it has come; nothing more may.</summary>
public sealed class EndAuthorisation()
    : DoingStep(
        nameof(EndAuthorisation),
        ["Done"],
        "Ends the import authorisation and tells everybody who relies on it."
    )
{
    public override string Outcome(CaseFile file, DateOnly today) => "Done";

    public override async Task Do(Act act, CaseFile file, string outcome)
    {
        LicenceLife.Close(act, file);
        await LicenceLife.TellAll(act, file, $"An import authorisation is {Words.Of(file.Licence!.Status)}");
    }
}
