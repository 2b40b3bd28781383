using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Clearances;
using Licensing.Casework.Procedures;
using Licensing.Casework.Storage;

namespace Licensing.Casework.Transits;

/// <summary>What one officer of a transit State says alone: that the request has arrived, which is no answer, and that the notice is taken
/// back, since to stop needs no second pair of eyes.</summary>
public sealed class AnswerFromCase(ActRunner acts, IProcedures procedures)
{
    /// <param name="remark">The exporting State reads it; may be left out.</param>
    public Task<CaseReceipt> Acknowledge(Acting acting, Guid caseId, string? remark, CancellationToken cancel) =>
        acts.Run(
            acting,
            Answering.Words(ExchangeKind.TransitAcknowledgement),
            new { caseId, remark },
            async act =>
            {
                var file = await TransitFile.Open(act, caseId);
                if (remark?.Length > 1000)
                    throw new MalformedException("remark", "This is longer than 1000 characters: shorten it.");
                file.Own.RequirePermitted(CaseActs.AcknowledgeRequest);
                var content = new AcknowledgementContent(string.IsNullOrWhiteSpace(remark) ? null : remark.Trim());
                var said = await file.Give(act, procedures, ExchangeKind.TransitAcknowledgement, Wire.Write(content));
                return CaseReceipt.Of(file.Own, said.Id);
            },
            cancel
        );

    /// <summary>Licences that rest on the notice are suspended in the same act.</summary>
    /// <param name="because">In confidence to the exporting State.</param>
    public Task<CaseReceipt> Withdraw(Acting acting, Guid caseId, string? because, CancellationToken cancel) =>
        acts.Run(
            acting,
            Answering.Words(ExchangeKind.NoticeWithdrawal),
            new { caseId, because },
            async act =>
            {
                var file = await TransitFile.Open(act, caseId);
                var reason = Problems.Reason(because, 4000);
                file.Own.RequirePermitted(CaseActs.WithdrawNotice);
                var said = await file.Give(
                    act,
                    procedures,
                    ExchangeKind.NoticeWithdrawal,
                    Wire.Write(new ReasonContent(reason))
                );
                return CaseReceipt.Of(file.Own, said.Id);
            },
            cancel
        );
}
