using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Procedures;

namespace Licensing.Casework.Clearances;

public enum Whom
{
    ImportingState,
    TransitStates,
}

/// <summary>The officer sends the requests once more: after a silence, an objection that has been cleared up, or other
/// particulars of the import authorisation. States whose answer still holds are not asked again.</summary>
public sealed class AskAgain(ActRunner acts, IProcedures procedures)
{
    public Task<CaseReceipt> Run(Acting acting, Guid caseId, Whom? whom, string? because, CancellationToken cancel) =>
        acts.Run(
            acting,
            "ask again",
            new
            {
                caseId,
                whom,
                because,
            },
            async act =>
            {
                var file = await CaseFile.OpenForOfficer(act, caseId);
                var problems = new Problems();
                var asked = problems.Required(
                    "whom",
                    whom,
                    "whom to ask again: the importing State or the transit States"
                );
                var reason = problems.Text("reason", because, "the reason", 1000);
                problems.ThrowIfAny();
                file.RequirePermitted(CaseActs.AskAgain);
                act.Audit(new AskedAgain($"the {Words.Of(asked)}", reason));
                await procedures.Deliver(act, file, new AskAgainWanted(asked == Whom.ImportingState));
                return CaseReceipt.Of(file);
            },
            cancel
        );
}
