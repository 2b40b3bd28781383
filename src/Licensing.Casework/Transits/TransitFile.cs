using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Clearances;
using Licensing.Casework.Procedures;
using Licensing.Casework.Storage;

namespace Licensing.Casework.Transits;

/// <summary>A transit State's case with the case in which it is asked, for an act of the transit State.</summary>
/// <param name="Own">The act is about this one.</param>
/// <param name="Asking">The exporting State's: the State's word is written into it, and nothing else of it is shown.</param>
/// <param name="Request">The latest one.</param>
internal sealed record TransitFile(CaseFile Own, CaseFile Asking, ExchangeDocument Request)
{
    /// <exception cref="NotFoundException">It is another State's, it is no transit, or there is none.</exception>
    public static async Task<TransitFile> Open(Act act, Guid caseId)
    {
        var own = await CaseFile.OpenForOfficer(act, caseId);
        if (own.Case.AskedInCaseId is not { } asked)
            throw new NotFoundException("transit");
        var asking = (await CaseFile.Find(act.Db, asked, act.Cancel))!;
        return new TransitFile(own, asking, asking.LatestRequest(ExchangeKind.TransitRequest, own.Case.State)!);
    }

    /// <summary>Gives the State's word to the exporting State, as every State's word is given; the act of the officer is in both histories.</summary>
    /// <exception cref="ChangedException">The exporting State's case has moved on.</exception>
    /// <exception cref="RefusedException">It has been given already, or there is nothing to take back.</exception>
    public async Task<ExchangeDocument> Give(Act act, IProcedures procedures, ExchangeKind kind, string content)
    {
        var entry = Answering.Entry(Asking, Request, kind, act.Acting.Today, content);
        var document = await Answering.Take(act, Asking, procedures, entry, Own);
        Act.Touch(Asking.Case);
        act.Audit(
            new AnswerGiven(document.Number, kind, document.From.Code, null)
            {
                Conditions = Answering.ConditionsOf(document),
            }
        );
        return document;
    }
}
