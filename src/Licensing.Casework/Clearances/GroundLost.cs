using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Notices;
using Licensing.Casework.Storage;
using Licensing.Domain.Transit;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Clearances;

/// <summary>When a notice is withdrawn, an import authorisation revoked or an arrangement ended, every licence that rests on it is suspended in the
/// same act. A new authorisation or notice does not lift that by itself.</summary>
internal static class GroundLost
{
    public static async Task SuspendWhatRestsOn(Act act, CaseFile file, ExchangeDocument document)
    {
        var licences = document.Kind switch
        {
            ExchangeKind.NoticeWithdrawal or ExchangeKind.Objection => act.Db.Licences.Where(l =>
                l.CaseId == file.Case.Id
            ),
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
        var because =
            document.Authorisation is { } number
                ? $"import authorisation {number} of {document.From} is no longer confirmed."
            // The applicant reads it: that a State has said no is that State's to release.
            : document.Kind == ExchangeKind.Objection
                ? $"there is no notice of no objection of {document.From} in force."
            : $"the notice of no objection of {document.From} is no longer in force.";
        foreach (var licence in await licences.Where(l => l.Status == LicenceStatus.InForce).ToListAsync(act.Cancel))
            await Suspend(
                act,
                licence,
                licence.CaseId == file.Case.Id
                    ? file.Case
                    : await act.Db.Cases.SingleAsync(c => c.Id == licence.CaseId, act.Cancel),
                because
            );
    }

    public static async Task SuspendWhatRestsOn(Act act, ArrangementRecord ended)
    {
        foreach (var (licence, file) in await RestingOn(act.Db, ended, act.Acting.Today, act.Cancel))
            await Suspend(
                act,
                licence,
                file.Case,
                $"the arrangement that stood in the place of the notice of {ended.Arrangement.Gateway} applies no longer."
            );
    }

    /// <summary>Licences in force through the gateway for which, once the arrangement has ended, nothing stands in the place of its
    /// notice.</summary>
    /// <param name="ended">As it is once it has ended, in the context.</param>
    public static async Task<IReadOnlyList<(LicenceRecord Licence, CaseFile File)>> RestingOn(
        LicensingDb db,
        ArrangementRecord ended,
        DateOnly today,
        CancellationToken cancel
    )
    {
        var (state, landlocked) = (ended.KeptBy, ended.Arrangement.LandlockedState);
        var licences = await db
            .Licences.Where(l => l.State == state && l.Status == LicenceStatus.InForce && l.ExpiresOn >= today)
            // It favours what goes to the landlocked State, or comes from it, and nothing else.
            .Where(l => state == landlocked || db.Cases.Any(c => c.Id == l.CaseId && c.ImportingState == landlocked))
            .OrderBy(l => l.Number)
            .ToListAsync(cancel);
        // Tracked, so that the one which is being ended is among them as it will be.
        var arrangements = (
            await db
                .Arrangements.Where(a =>
                    a.KeptBy == state && a.ConfirmedAt != null && (a.EndedAt == null || a.EndsOn != null)
                )
                .ToListAsync(cancel)
        ).ConvertAll(a => a.AsItApplies);
        var resting = new List<(LicenceRecord, CaseFile)>();
        foreach (
            var licence in licences.Where(l =>
                Wire.Read<LicenceContent>(l.Content).TransitStates.Contains(ended.Arrangement.Gateway)
            )
        )
        {
            var file = (await CaseFile.Find(db, licence.CaseId, cancel))!;
            var uncovered = file
                .Case.Consignment.Passages(file.Profile.PortCallIsTransit)
                .Where(passage => passage.State == ended.Arrangement.Gateway)
                .Any(passage =>
                    Gate.Clearance(file, passage.State) is var clearance
                    && clearance.Standing != TransitStanding.NoObjection
                    && LandlockedArrangement.InPlaceOfNotice(arrangements, passage, file.Case.Consignment, clearance)
                        is null
                );
            if (uncovered)
                resting.Add((licence, file));
        }
        return resting;
    }

    private static async Task Suspend(Act act, LicenceRecord licence, Case about, string because)
    {
        licence.Status = LicenceStatus.Suspended;
        licence.SuspendedBecause = because;
        Act.Touch(about);
        // Into the history of the licence's own case, which may be another one than the act is about.
        Act.Write(act.Db, act.Acting, about, null, new LicenceSuspended(licence.Number, because));
        const string suspended = "A licence has been suspended";
        await Tell.Officers(act, about, suspended);
        await Tell.Applicant(act, about, suspended);
        // Art. 11: the States that the goods are to cross or reach are told as well.
        var content = Wire.Read<LicenceContent>(licence.Content);
        foreach (var state in content.TransitStates.Prepend(about.ImportingState))
            await Tell.State(act, about, state, suspended);
    }
}
