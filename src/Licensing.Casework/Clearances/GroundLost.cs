using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Notices;
using Licensing.Casework.Storage;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Clearances;

/// <summary>When a notice is withdrawn or an import authorisation revoked, every licence that rests on it is suspended in the
/// same act. A new authorisation or notice does not lift that by itself.</summary>
internal static class GroundLost
{
    public static async Task SuspendWhatRestsOn(Act act, CaseFile file, ExchangeDocument document)
    {
        var licences = document.Kind switch
        {
            ExchangeKind.NoticeWithdrawal => act.Db.Licences.Where(l => l.CaseId == file.Case.Id),
            ExchangeKind.ImportRevocation => act.Db.Licences.Where(l =>
                act.Db.Reservations.Any(r =>
                    r.LicenceId == l.Id
                    && r.KeptBy == document.To
                    && r.IssuedBy == document.From
                    && r.Authorisation == document.Authorisation
                )
            ),
            _ => null,
        };
        if (licences is null)
            return;
        foreach (var licence in await licences.Where(l => l.Status == LicenceStatus.InForce).ToListAsync(act.Cancel))
        {
            var because = document.Authorisation is { } number
                ? $"import authorisation {number} of {document.From} is no longer confirmed."
                : $"the notice of no objection of {document.From} is no longer in force.";
            licence.Status = LicenceStatus.Suspended;
            licence.SuspendedBecause = because;
            var about =
                licence.CaseId == file.Case.Id
                    ? file.Case
                    : await act.Db.Cases.SingleAsync(c => c.Id == licence.CaseId, act.Cancel);
            Act.Touch(about);
            // Into the history of the licence's own case, which may be another one than the State answered in.
            Act.Write(act.Db, act.Acting, about, null, new LicenceSuspended(licence.Number, because));
            await Tell.Officers(act, about, "A licence has been suspended");
            await Tell.Applicant(act, about, "A licence has been suspended");
        }
    }
}
