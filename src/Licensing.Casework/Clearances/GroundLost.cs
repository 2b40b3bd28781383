using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Licences;
using Licensing.Casework.Procedures;
using Licensing.Casework.Shipments;
using Licensing.Casework.Storage;
using Licensing.Domain.Article10;
using Licensing.Domain.Licences;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Clearances;

/// <summary>When a notice is withdrawn, an import authorisation revoked or an arrangement ended, every licence that rests on it is suspended in the
/// same act, and what has left on that ground is called back. A new authorisation or notice does not lift that by itself.</summary>
internal static class GroundLost
{
    /// <summary>Looks at every licence to which the answer matters, with the answer in its file: where what it rests on no longer holds, it
    /// is suspended. So a smaller authorisation, one that ends earlier or a narrower notice counts as much as one that was taken back.</summary>
    public static async Task SuspendWhatRestsOn(
        Act act,
        CaseFile file,
        ExchangeDocument document,
        IProcedures procedures
    )
    {
        var reach = Of(document.Kind);
        var ofItsLine = reach == Reach.ItsOwnLine ? await LineOfLicences.From(act.Db, file.Case.Id, act.Cancel) : [];
        var licences = reach switch
        {
            Reach.ItsOwnLine => act.Db.Licences.Where(l => ofItsLine.Contains(l.CaseId)),
            Reach.EveryCase => act.Db.Licences.Where(l =>
                act.Db.Reservations.Any(r =>
                    r.LicenceId == l.Id
                    && r.KeptBy == document.To
                    && r.IssuedBy == document.From
                    && r.Authorisation == document.Authorisation
                )
                // One that was issued without it, in a simplified procedure, has reserved nothing.
                || act.Db.ExchangeDocuments.Any(d =>
                    d.CaseId == l.CaseId
                    && d.Kind == ExchangeKind.ImportConfirmationRequest
                    && d.From == document.To
                    && d.To == document.From
                    && d.Authorisation == document.Authorisation
                )
            ),
            _ => null,
        };
        if (licences is null)
            return;
        foreach (var caseId in await WithSomethingToLose(act.Db, licences, act.Cancel))
        {
            var its = caseId == file.Case.Id ? file : await FileWith(act, caseId, document);
            // Issued since the file was read: the commit will find that out, and the answer is taken again.
            if (its.Licence is not null)
                await Stop(act, Lost.Of(its, act.Now), Because(document), procedures);
        }
    }

    internal enum Reach
    {
        Nothing,

        /// <summary>Its own case, and those whose licences have taken the place of its licence.</summary>
        ItsOwnLine,

        /// <summary>Every licence that has reserved on the authorisation.</summary>
        EveryCase,
    }

    /// <summary>Whose ground such an answer can take away.</summary>
    internal static Reach Of(ExchangeKind answer) =>
        answer switch
        {
            ExchangeKind.NoObjection
            or ExchangeKind.NoticeWithdrawal
            or ExchangeKind.Objection
            or ExchangeKind.ImportDenial => Reach.ItsOwnLine,
            ExchangeKind.ImportRevocation or ExchangeKind.ImportConfirmation => Reach.EveryCase,
            _ => Reach.Nothing,
        };

    public static async Task SuspendWhatRestsOn(Act act, ArrangementRecord ended, IProcedures procedures)
    {
        foreach (var lost in await RestingOn(act.Db, ended, act.Now, act.Cancel))
            await Stop(
                act,
                lost,
                $"the arrangement that stood in the place of the notice of {ended.Arrangement.Gateway} applies no longer.",
                procedures
            );
    }

    /// <summary>What would lose its ground, once the arrangement has ended, because nothing stands in the place of the gateway's notice.</summary>
    /// <param name="ended">As it is once it has ended, in the context.</param>
    public static async Task<IReadOnlyList<Lost>> RestingOn(
        LicensingDb db,
        ArrangementRecord ended,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        var (state, landlocked) = (ended.KeptBy, ended.Arrangement.LandlockedState);
        // It favours what goes to the landlocked State, or comes from it, and nothing else.
        var licences = db.Licences.Where(l =>
            l.Kind == LicenceKind.Export
            && l.State == state
            && (state == landlocked || db.Cases.Any(c => c.Id == l.CaseId && c.ImportingState == landlocked))
        );
        // Tracked, so that the one which is being ended is among them as it will be.
        var arrangements = (
            await db
                .Arrangements.Where(a =>
                    a.KeptBy == state && a.ConfirmedAt != null && (a.EndedAt == null || a.EndsOn != null)
                )
                .ToListAsync(cancel)
        ).ConvertAll(a => a.AsItApplies);
        var resting = new List<Lost>();
        foreach (var caseId in await WithSomethingToLose(db, licences, cancel))
        {
            var file = (await CaseFile.Find(db, caseId, cancel))!;
            if (!ReleaseGate.Content(file).TransitStates.Contains(ended.Arrangement.Gateway))
                continue;
            file.Arrangements = arrangements;
            if (Lost.Of(file, now) is { IsNothing: false } lost)
                resting.Add(lost);
        }
        return resting;
    }

    private static async Task Stop(Act act, Lost lost, string because, IProcedures procedures)
    {
        if (lost.Licence)
            await LicenceLife.Suspend(act, lost.File, procedures, because, lost.Underway);
        else
            await Recalls.Open(act, lost.File, lost.Underway);
    }

    // Licences in force, and those with goods on their way that may have ended meanwhile.
    private static Task<List<Guid>> WithSomethingToLose(
        LicensingDb db,
        IQueryable<LicenceRecord> licences,
        CancellationToken cancel
    ) =>
        licences
            .Where(l =>
                l.Status == LicenceStatus.InForce
                || db.Shipments.Any(s =>
                    s.LicenceId == l.Id && s.SettledAt == null && db.ShipmentExits.Any(e => e.ShipmentId == s.Id)
                )
            )
            .OrderBy(l => l.Number)
            .Select(l => l.CaseId)
            .ToListAsync(cancel);

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

    // The answer is not in the database yet.
    private static async Task<CaseFile> FileWith(Act act, Guid caseId, ExchangeDocument document)
    {
        var other = (await CaseFile.Find(act.Db, caseId, act.Cancel))!;
        foreach (var its in other.Ancestors.Prepend(other))
            (its.Case.Id == document.CaseId ? its.Exchange : its.SaidElsewhere).Add(document);
        return other;
    }
}

/// <summary>What of a case has lost its ground in the word of other States.</summary>
/// <param name="Licence">The licence is in force and must not stay so.</param>
/// <param name="Underway">What is on its way and must not go on.</param>
internal sealed record Lost(CaseFile File, bool Licence, IReadOnlyList<Shipment> Underway)
{
    public bool IsNothing => !Licence && Underway.Count == 0;

    public static Lost Of(CaseFile file, DateTimeOffset now)
    {
        var today = LegalDay.Of(now, file.State.TimeZone);
        return new Lost(
            file,
            file.Licence!.Status == LicenceStatus.InForce
                && LicenceLife.Ground(file, today).Any(f => !f.IsMet && StandingGround.IsOfStates(f)),
            [.. file.Shipments.Where(s => file.IsUnderway(s) && !ReleaseGate.GroundHolds(file, s, today))]
        );
    }
}
