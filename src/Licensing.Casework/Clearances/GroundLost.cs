using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Licences;
using Licensing.Casework.Procedures;
using Licensing.Casework.Storage;
using Licensing.Domain.Article10;
using Licensing.Domain.Licences;
using Licensing.Domain.Transit;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Clearances;

/// <summary>When a notice is withdrawn, an import authorisation revoked or an arrangement ended, every licence that rests on it is suspended in the
/// same act. A new authorisation or notice does not lift that by itself.</summary>
internal static class GroundLost
{
    /// <summary>Looks at every licence in force to which the answer matters, with the answer in its file: where what it rests on no longer
    /// holds, it is suspended. So a smaller authorisation or a narrower notice counts as much as one that was taken back.</summary>
    public static async Task SuspendWhatRestsOn(
        Act act,
        CaseFile file,
        ExchangeDocument document,
        IProcedures procedures
    )
    {
        var ofThisCase =
            document.Kind
            is ExchangeKind.NoObjection
                or ExchangeKind.NoticeWithdrawal
                or ExchangeKind.Objection
                or ExchangeKind.ImportDenial;
        var licences = document.Kind switch
        {
            _ when ofThisCase => act.Db.Licences.Where(l => l.CaseId == file.Case.Id),
            ExchangeKind.ImportRevocation or ExchangeKind.ImportConfirmation => act.Db.Licences.Where(l =>
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
        // Also one that has ended, while goods that left under it are on their way.
        var resting = await licences
            .Where(l =>
                l.Status == LicenceStatus.InForce
                || (
                    l.EndedAt != null
                    && act.Db.Shipments.Any(s =>
                        s.LicenceId == l.Id
                        && s.SettledAt == null
                        && act.Db.ShipmentExits.Any(e => e.ShipmentId == s.Id)
                    )
                )
            )
            .OrderBy(l => l.Number)
            .Select(l => l.CaseId)
            .ToListAsync(act.Cancel);
        foreach (var caseId in resting)
        {
            var its = caseId == file.Case.Id ? file : await FileWith(act, caseId, document);
            // Issued since the file was read: the commit will find that out, and the answer is taken again.
            if (its.Licence is null)
                continue;
            var today = LegalDay.Of(act.Now, its.ExportingState.TimeZone);
            if (LicenceLife.Ground(its, today).Where(IsOfStates).All(f => f.IsMet))
                continue;
            // As it is now: it may have ended, or been suspended, since it was looked for.
            if (its.Licence!.Status == LicenceStatus.InForce)
                await LicenceLife.Suspend(act, its, procedures, Because(document), byTheProcedure: true);
            else if (!its.Licence.IsOpen)
                await Shipments.Recalls.Open(act, its);
        }
    }

    // The applicant reads it: whether a State has said no, or how much of its yes it has taken back, is that State's to release.
    private static string Because(ExchangeDocument document) =>
        document.Authorisation is { } number
            ? document.Kind == ExchangeKind.ImportConfirmation
                ? $"import authorisation {number} of {document.From} no longer covers what is licensed."
                : $"import authorisation {number} of {document.From} is no longer confirmed."
            : document.Kind == ExchangeKind.Objection
                ? $"there is no notice of no objection of {document.From} in force."
                : document.Kind == ExchangeKind.NoObjection
                    ? $"the notice of no objection of {document.From} no longer covers what is licensed."
                    : $"the notice of no objection of {document.From} is no longer in force.";

    // Whatever else is to be met, the release looks at again: the exporter's entry, and that other particulars of an authorisation have
    // gone to the transit States.
    private static bool IsOfStates(Finding finding) =>
        finding.Row == Law.ImportingState.Row || finding.Row == Law.TransitStates.Row;

    // The answer is not in the database yet.
    private static async Task<CaseFile> FileWith(Act act, Guid caseId, ExchangeDocument document)
    {
        var other = (await CaseFile.Find(act.Db, caseId, act.Cancel))!;
        other.SaidElsewhere.Add(document);
        return other;
    }

    public static async Task SuspendWhatRestsOn(Act act, ArrangementRecord ended, IProcedures procedures)
    {
        foreach (var (_, file) in await RestingOn(act.Db, ended, act.Acting.Today, act.Cancel))
            await LicenceLife.Suspend(
                act,
                file,
                procedures,
                $"the arrangement that stood in the place of the notice of {ended.Arrangement.Gateway} applies no longer.",
                byTheProcedure: true
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
}
