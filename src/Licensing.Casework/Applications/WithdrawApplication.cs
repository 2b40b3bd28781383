using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Procedures;

namespace Licensing.Casework.Applications;

/// <summary>The applicant takes the application back, at any time before the decision.</summary>
public sealed class WithdrawApplication(ActRunner acts, IProcedures procedures)
{
    public Task<CaseReceipt> Run(Acting acting, Guid caseId, string? reason, CancellationToken cancel) =>
        acts.Run(
            acting,
            "withdraw the application",
            new { caseId, reason },
            async act =>
            {
                var file = await CaseFileOfApplicant.Open(act, caseId);
                var problems = new Problems();
                var because = problems.Text("reason", reason, "the reason for the withdrawal", 1000);
                problems.ThrowIfAny();
                file.RequirePermitted(CaseActs.Withdraw);
                act.Audit(new ApplicationWithdrawn(because));
                if (file.Pending is { } pending)
                    pending.ReturnedBecause = "The applicant withdrew the application.";
                await procedures.Deliver(act, file, new WithdrawalDeclared());
                return CaseReceipt.Of(file);
            },
            cancel
        );
}

/// <summary>A case for an act of its applicant.</summary>
internal static class CaseFileOfApplicant
{
    public static async Task<CaseFile> Open(Act act, Guid caseId)
    {
        var kind = act.Acting.AppliesFor;
        var file = await CaseFile.Find(act.Db, caseId, act.Cancel);
        if (file is null || file.Case.CompanyId != act.Acting.CompanyId || file.Case.Kind != kind)
            throw new NotFoundException("case");
        act.About(file.Case);
        return file;
    }
}
