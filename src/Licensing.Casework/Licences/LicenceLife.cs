using Licensing.Casework.Acts;
using Licensing.Casework.Applications;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Clearances;
using Licensing.Casework.Decisions;
using Licensing.Casework.Notices;
using Licensing.Casework.Procedures;
using Licensing.Casework.Shipments;
using Licensing.Casework.Storage;
using Licensing.Domain.Article10;
using Licensing.Domain.Authorisations;
using Licensing.Domain.Licences;

namespace Licensing.Casework.Licences;

/// <summary>What becomes of a licence after it was issued: suspended, reinstated, revoked, surrendered.</summary>
public sealed class LicenceLife(ActRunner acts, IProcedures procedures)
{
    /// <summary>An officer stops a licence, at once and alone: to stop needs no second pair of eyes.</summary>
    public Task<CaseReceipt> Suspend(Acting acting, Guid caseId, string? because, CancellationToken cancel) =>
        acts.Run(
            acting,
            "suspend a licence",
            new { caseId, because },
            async act =>
            {
                var file = await CaseFile.OpenForOfficer(act, caseId);
                var reason = Problems.Reason(because);
                file.RequirePermitted(CaseActs.SuspendLicence);
                await Suspend(act, file, procedures, reason, null);
                return CaseReceipt.Of(file);
            },
            cancel
        );

    /// <summary>One officer would have the licence reinstated; a second, senior one decides.</summary>
    public Task<CaseReceipt> ProposeReinstatement(
        Acting acting,
        Guid caseId,
        string? because,
        CancellationToken cancel
    ) =>
        acts.Run(
            acting,
            "propose the reinstatement of a licence",
            new { caseId, because },
            async act =>
            {
                var file = await CaseFile.OpenForOfficer(act, caseId);
                var reason = Problems.Reason(because);
                file.RequirePermitted(CaseActs.ProposeReinstatement);
                (file.Licence!.ReinstatementBy, file.Licence.ReinstatementBecause) = (acting.PersonId, reason);
                act.Audit(new ReinstatementProposed(file.Licence.Number, reason));
                await Tell.Officers(act, file.Case, "A licence is proposed for reinstatement");
                return CaseReceipt.Of(file);
            },
            cancel
        );

    /// <summary>A second, senior officer reinstates the licence, if what it rests on holds again.</summary>
    /// <param name="seen">Version of the case that the officer looked at.</param>
    /// <exception cref="FourEyesException">The same person proposed it.</exception>
    /// <exception cref="NotPermittedException">What it rests on does not hold. Nothing was done.</exception>
    public Task<CaseReceipt> Reinstate(Acting acting, Guid caseId, Guid? seen, CancellationToken cancel) =>
        acts.Run(
            acting,
            "reinstate a licence",
            new { caseId, seen },
            async act =>
            {
                var file = await CaseFile.OpenForOfficer(act, caseId);
                acting.Require(Role.SeniorOfficer);
                var problems = new Problems();
                var version = problems.Required("seen", seen, "the version of the case that you looked at");
                problems.ThrowIfAny();
                file.RequirePermitted(CaseActs.ReinstateLicence);
                var licence = file.Licence!;
                var before = licence.ExpiresOn;
                PutInForce(file, version, acting.PersonId, acting.Today);
                // Whoever revokes an authorisation in another case looks for licences in force: it must see this one.
                foreach (var anchor in file.Anchors)
                    Act.Touch(anchor);
                act.Db.MustStillBe(file.Company);
                Issuing.HoldAncestors(act, file);
                // Whoever ends an arrangement that it rests on must see it, as when it was issued.
                Act.Touch(file.State);
                act.Audit(new LicenceReinstated(licence.Number, licence.ExpiresOn < before ? licence.ExpiresOn : null));
                await procedures.Deliver(act, file, new LicenceResumed());
                if (licence.Kind == LicenceKind.Import)
                    await RegisterStatements.ConfirmAgain(act, file, procedures);
                foreach (
                    var shipment in file.Shipments.Where(s =>
                        file.IsUnderway(s) && ReleaseGate.GroundHolds(file, s, acting.Today)
                    )
                )
                    await Recalls.Lift(act, file, shipment);
                await TellAll(act, file, "A licence has been reinstated");
                return CaseReceipt.Of(file);
            },
            cancel
        );

    /// <summary>A suspended licence is in force again, if a second person says so and its ground holds.</summary>
    /// <exception cref="FourEyesException">The same person proposed it.</exception>
    /// <exception cref="NotPermittedException">What it rests on does not hold.</exception>
    internal static void PutInForce(CaseFile file, Guid seen, Guid by, DateOnly today)
    {
        var licence = file.Licence!;
        if (licence.ReinstatementBy is not { } first)
            throw new RefusedException(
                "not-proposed",
                "Nobody has proposed to reinstate the licence.",
                "Another officer proposes it first, with a reason."
            );
        file.RequireNoRefusalOnTheDesk();
        FourEyes.Require(first, by, "reinstate", "proposed to reinstate");
        file.RequireSeen(seen);
        licence.ExpiresOn = LastDayIfReinstated(file, today);
        var unmet = Ground(file, today).Where(f => !f.IsMet).ToList();
        if (unmet.Count > 0)
            throw new NotPermittedException(unmet);
        (licence.Status, licence.SuspendedBecause) = (LicenceStatus.InForce, null);
        (licence.ReinstatementBy, licence.ReinstatementBecause) = (null, null);
    }

    /// <summary>A senior officer takes the licence back for good; the applicant reads the reason.</summary>
    /// <param name="seen">Version of the case that the officer looked at.</param>
    public Task<CaseReceipt> Revoke(
        Acting acting,
        Guid caseId,
        Guid? seen,
        string? because,
        CancellationToken cancel
    ) =>
        acts.Run(
            acting,
            "revoke a licence",
            new
            {
                caseId,
                seen,
                because,
            },
            async act =>
            {
                var file = await CaseFile.OpenForOfficer(act, caseId);
                acting.Require(Role.SeniorOfficer);
                var problems = new Problems();
                var version = problems.Required("seen", seen, "the version of the case that you looked at");
                var reason = problems.Text("reason", because, "the reason", 1000);
                problems.ThrowIfAny();
                file.RequirePermitted(CaseActs.RevokeLicence);
                file.RequireSeen(version);
                await End(act, file, procedures, LicenceStatus.Revoked, reason);
                return CaseReceipt.Of(file);
            },
            cancel
        );

    /// <summary>The exporter gives the licence back. What has not left is free again on the import authorisations.</summary>
    public Task<CaseReceipt> Surrender(Acting acting, Guid caseId, string? because, CancellationToken cancel) =>
        acts.Run(
            acting,
            "surrender a licence",
            new { caseId, because },
            async act =>
            {
                var file = await CaseFileOfApplicant.Open(act, caseId);
                var reason = Problems.Reason(because);
                file.RequirePermitted(CaseActs.SurrenderLicence);
                if (file.Holds.Any(h => h is { LiftedAt: null, IsSeizure: false }))
                    throw new RefusedException(
                        "held",
                        "Customs holds a shipment under this licence.",
                        "Wait for the answer of the authority."
                    );
                await End(act, file, procedures, LicenceStatus.Surrendered, reason);
                return CaseReceipt.Of(file);
            },
            cancel
        );

    /// <summary>The last day that the licence would have if it were reinstated: its own, but never beyond an authorisation that it rests on.</summary>
    internal static DateOnly LastDayIfReinstated(CaseFile file, DateOnly today)
    {
        if (file.Case.Kind == LicenceKind.Import)
            return file.Licence!.ExpiresOn;
        var latest = LicenceTerms.LatestExpiry(
            today,
            file.Profile,
            file.Case.Consignment.Use ?? AuthorisationUse.MultipleUse,
            Gate.Authorisations(file)
        );
        return latest < file.Licence!.ExpiresOn ? latest : file.Licence.ExpiresOn;
    }

    /// <summary>What the licence rests on as long as it is open; while it is suspended, what it would rest on if it were reinstated.</summary>
    internal static IReadOnlyList<Finding> Ground(CaseFile file, DateOnly today)
    {
        if (file.Case.Kind == LicenceKind.Import)
            return ImportRequirements.Verify(
                Gate.ImportDossier(file, new LicenceTerms(file.State.PlaceOfIssue, file.Licence!.ExpiresOn, [])),
                today
            );
        var licence = ReleaseGate.Content(file);
        var last =
            file.Licence!.Status == LicenceStatus.Suspended ? LastDayIfReinstated(file, today) : licence.ExpiresOn;
        return StandingGround.Verify(
            Gate.Dossier(file, new LicenceTerms(licence.PlaceOfIssue, last, licence.Conditions)),
            today
        );
    }

    /// <summary>Stops the licence and calls back what is on its way.</summary>
    /// <param name="lost">What of it has lost its ground in the word of other States; null where an officer stops the licence, and with it
    /// everything.</param>
    internal static async Task Suspend(
        Act act,
        CaseFile file,
        IProcedures procedures,
        string because,
        IReadOnlyList<Shipment>? lost
    )
    {
        var licence = file.Licence!;
        if (licence.Status != LicenceStatus.InForce)
            throw new ChangedException($"Licence {licence.Number} is {Words.Of(licence.Status)} already.");
        (licence.Status, licence.SuspendedBecause) = (LicenceStatus.Suspended, because);
        Act.Touch(file.Case);
        // Into the history of the licence's own case, which may be another one than the act is about.
        Act.Write(
            act.Db,
            act.Acting,
            file.Case,
            null,
            lost is null ? new LicenceStopped(licence.Number, because) : new LicenceSuspended(licence.Number, because)
        );
        await TellAll(act, file, "A licence has been suspended");
        if (licence.Kind == LicenceKind.Import)
            await RegisterStatements.TakeBack(act, file, procedures, because);
        await Recalls.Open(act, file, lost ?? [.. file.Shipments.Where(file.IsUnderway)]);
        await procedures.Deliver(act, file, new LicenceStoppedNow());
    }

    /// <summary>The licence ends. The procedure gives back what has not shipped and goes on with what is on its way.</summary>
    /// <param name="because">The applicant reads it; null where the end explains itself.</param>
    internal static async Task End(Act act, CaseFile file, IProcedures procedures, LicenceStatus how, string? because)
    {
        (file.Licence!.Status, file.Licence.EndedBecause) = (how, because);
        await procedures.Deliver(act, file, new LicenceOver());
        if (file.Licence.Kind == LicenceKind.Import)
            await RegisterStatements.TakeBack(act, file, procedures, how == LicenceStatus.Surrendered ? null : because);
    }

    /// <summary>Ends the licence whose place a new one has just taken. Never both: what the new licence is for was judged as what the old
    /// one no longer lets leave.</summary>
    internal static async Task EndReplaced(Act act, CaseFile file, IProcedures procedures)
    {
        if (file.Licence is not { } licence || file.Replaced is not { Licence.IsOpen: true } before)
            return;
        act.About(before.Case);
        await End(
            act,
            before,
            procedures,
            LicenceStatus.Replaced,
            $"Export licence {licence.Number} has taken its place."
        );
        act.About(file.Case);
    }

    /// <summary>Notes that the licence is over: as it was ended, or else expired.</summary>
    internal static void Close(Act act, CaseFile file)
    {
        var licence = file.Licence!;
        Close(licence, act.Now);
        act.Audit(new LicenceEnded(licence.Number, licence.Status, licence.EndedBecause));
    }

    internal static void Close(LicenceRecord licence, DateTimeOffset now)
    {
        if (licence.IsOpen)
            licence.Status = LicenceStatus.Expired;
        licence.EndedAt = now;
        licence.SuspendedBecause = null;
    }

    /// <summary>Everybody whom it concerns: the officers, the exporter, customs, and the States that the goods are to cross or reach (Art.
    /// 11).</summary>
    internal static async Task TellAll(Act act, CaseFile file, string subject)
    {
        await Tell.Officers(act, file.Case, subject);
        await Tell.Applicant(act, file.Case, subject);
        await Tell.Customs(act, file.Case, file.Case.State, subject);
        // Those who rely on an import authorisation are told by what its State says to them of it.
        if (file.Licence!.Kind == LicenceKind.Import)
            return;
        foreach (var state in ReleaseGate.Content(file).TransitStates.Prepend(file.Case.ImportingState))
            await Tell.State(act, file.Case, state, subject);
    }
}
