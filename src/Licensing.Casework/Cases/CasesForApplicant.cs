using Licensing.Casework.Acts;
using Licensing.Casework.Applications;
using Licensing.Casework.Documents;
using Licensing.Casework.Returns;
using Licensing.Casework.Shipments;
using Licensing.Casework.Storage;
using Licensing.Domain.Applications;
using Licensing.Domain.Article10;
using Licensing.Domain.Authorisations;
using Licensing.Domain.Licences;
using Licensing.Domain.States;
using Licensing.Domain.Transit;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Cases;

/// <param name="OtherState">Where the goods go, or for an import where they come from, as given so far.</param>
/// <param name="AwaitsApplicant">A question of the authority has not been answered.</param>
public sealed record ApplicationSummary(
    Guid Id,
    string Reference,
    LicenceKind Kind,
    string? OtherState,
    DateTimeOffset ChangedAt,
    Guid? CaseId,
    string? CaseNumber,
    CaseStatus? Status,
    string? Step,
    string? HeldBy,
    DateTimeOffset? Since,
    bool AwaitsApplicant
);

/// <param name="States">What it says of the goods; null where nobody has said.</param>
public sealed record DocumentSummary(
    Guid Id,
    DocumentKind Kind,
    string FileName,
    string MediaType,
    long Size,
    string Sha256,
    DateTimeOffset UploadedAt,
    bool IsOfTheApplicant,
    PaperStates? States
)
{
    internal static DocumentSummary Of(Document d) =>
        new(
            d.Id,
            d.Kind,
            d.FileName,
            d.MediaType,
            d.Size,
            d.Sha256,
            d.UploadedAt,
            d.CompanyId is not null,
            PaperStates.Of(d)
        );
}

/// <summary>A draft as its author sees it.</summary>
/// <param name="Replaces">The case of the licence whose place the applied-for one is to take; null where there is none.</param>
/// <param name="Problems">What keeps it from being submitted.</param>
/// <param name="Standing">Whether the applicant may apply for these goods today; empty until the goods are complete.</param>
public sealed record DraftForApplicant(
    Guid Id,
    Guid Version,
    LicenceKind Kind,
    ApplicationDraft Draft,
    IReadOnlyList<DocumentSummary> Documents,
    IReadOnlyList<DraftProblem> Problems,
    IReadOnlyList<ReleasedFinding> Standing,
    Guid? CaseId,
    RelatedCase? Replaces
);

/// <summary>A finding as the applicant may read it.</summary>
public sealed record ReleasedFinding(string Article, bool IsMet, string Text, string WhatToDo)
{
    internal static ReleasedFinding Of(Finding f) => new(f.Article, f.IsMet, f.ForApplicant, f.ApplicantMay);

    /// <summary>What is still missing, as far as the applicant is told of it.</summary>
    internal static IReadOnlyList<ReleasedFinding> Unmet(IEnumerable<Finding> findings) =>
        [.. findings.Where(f => !f.IsMet && !f.IsWithheld).Select(Of)];
}

/// <summary>What the applicant may know of a State's answer: whether the requirement is met, not why a State said what.</summary>
/// <param name="Deemed">The State has given no notice, and the law of the profile takes it to have no objection; else null.</param>
public sealed record ClearanceForApplicant(
    Country State,
    string About,
    DateOnly? AskedOn,
    bool Acknowledged,
    bool IsCleared,
    DateOnly? AnsweredOn,
    DeemedTransit? Deemed = null
);

public sealed record QuestionForApplicant(
    Guid Id,
    string Question,
    DateTimeOffset AskedAt,
    DateOnly LastDay,
    string? Answer,
    DateTimeOffset? AnsweredAt,
    bool Lapsed
);

public sealed record DecisionForApplicant(
    Verdict Verdict,
    IReadOnlyList<RefusalReason> Reasons,
    IReadOnlyList<string> Conditions,
    string Text,
    DateTimeOffset At
);

/// <param name="Content">The licence, particulars of Art. 10(3) and all.</param>
/// <param name="SuspendedBecause">Null while it is in force.</param>
public sealed record LicenceView(
    Guid Id,
    string Number,
    DateOnly IssuedOn,
    DateOnly ExpiresOn,
    LicenceStatus Status,
    string? SuspendedBecause,
    string? EndedBecause,
    string Sha256,
    LicenceContent Content
)
{
    /// <summary>Null where there is none, or it is an import authorisation.</summary>
    internal static LicenceView? Of(LicenceRecord? l) =>
        l is not { Kind: LicenceKind.Export }
            ? null
            : new(
                l.Id,
                l.Number,
                l.IssuedOn,
                l.ExpiresOn,
                l.Status,
                l.SuspendedBecause,
                l.EndedBecause,
                l.Sha256,
                ReleaseGate.Content(l)
            );
}

/// <param name="Stay">What is still to come back, or to leave again, and by when; null where the goods go for good.</param>
/// <param name="SilenceCountsUnder">Where the law says that the silence of a transit State counts as no objection; null where it does not.</param>
public sealed record CaseForApplicant(
    Guid Id,
    string Number,
    string Reference,
    LicenceKind Kind,
    DateTimeOffset SubmittedAt,
    Progress Progress,
    bool MayWithdraw,
    bool MayAppeal,
    DateTimeOffset? ReopenedAt,
    string? ReopenedBecause,
    Consignment Consignment,
    IReadOnlyList<ClearanceForApplicant> Clearances,
    string? SilenceCountsUnder,
    IReadOnlyList<ReleasedFinding> Outstanding,
    IReadOnlyList<QuestionForApplicant> Questions,
    DecisionForApplicant? Decision,
    LicenceView? Licence,
    AuthorisationView? Authorisation,
    StayView? Stay,
    MarkingView? Marking,
    bool MayDeclareShipment,
    bool MaySurrender,
    bool MayChange,
    RelatedCase? Replaces,
    RelatedCase? ReplacedBy,
    IReadOnlyList<LineBalance> Balances,
    IReadOnlyList<ShipmentForApplicant> Shipments,
    IReadOnlyList<DocumentSummary> Documents
);

/// <summary>What an applicant may see: its own company's applications and cases.</summary>
public sealed class CasesForApplicant(Database database)
{
    /// <summary>Drafts and cases, the latest change first.</summary>
    public async Task<Page<ApplicationSummary>> List(Acting acting, PageWanted page, CancellationToken cancel)
    {
        var kind = acting.AppliesFor;
        await using var db = database.Open();
        var rows =
            from application in db.Applications.AsNoTracking()
            where application.CompanyId == acting.CompanyId && application.Kind == kind
            join found in db.Cases.AsNoTracking() on application.CaseId equals (Guid?)found.Id into cases
            from found in cases.DefaultIfEmpty()
            orderby application.ChangedAt descending, application.Id descending
            select new
            {
                application,
                found,
                asked = db.InformationRequests.Any(r =>
                    (Guid?)r.CaseId == application.CaseId && r.AnsweredAt == null && r.LapsedAt == null
                ),
            };
        return (await rows.Take(page, cancel)).Select(row => new ApplicationSummary(
            row.application.Id,
            Drafts.NameOf(row.application.Draft),
            row.application.Kind,
            row.application.Kind == LicenceKind.Import
                ? row.application.Draft.ExportingState
                : row.application.Draft.ImportingState,
            row.application.ChangedAt,
            row.application.CaseId,
            row.found?.Number,
            row.found?.Status,
            row.found?.StepShown(row.found.IsShownAsWaitingOn(acting.Today)),
            row.found is { } c ? Progress.HolderInShort(c, row.asked, acting.Today) : null,
            row.found?.SinceShown(row.found.IsShownAsWaitingOn(acting.Today)),
            row.found?.Status == CaseStatus.Open && row.asked
        ));
    }

    /// <exception cref="NotFoundException">It is not this exporter's, or there is none.</exception>
    public async Task<DraftForApplicant> Draft(Acting acting, Guid id, CancellationToken cancel)
    {
        var kind = acting.AppliesFor;
        await using var db = database.Open();
        var application =
            await db
                .Applications.AsNoTracking()
                .SingleOrDefaultAsync(a => a.Id == id && a.CompanyId == acting.CompanyId && a.Kind == kind, cancel)
            ?? throw new NotFoundException("application");
        var reading = await DraftOnFile.Read(db, application, acting.Today, cancel);
        var documents = await db
            .Documents.AsNoTracking()
            .Where(d => d.ApplicationId == id)
            .OrderBy(d => d.UploadedAt)
            .ToListAsync(cancel);
        var standing = reading.Consignment is { } consignment
            ? await SubmitApplication.StandingOf(db, application, consignment, acting.Today, cancel)
            : [];
        return new DraftForApplicant(
            id,
            application.Version,
            application.Kind,
            application.Draft,
            documents.ConvertAll(DocumentSummary.Of),
            reading.Problems,
            [.. standing.Select(ReleasedFinding.Of)],
            application.CaseId,
            await Related(db, application.ReplacesCaseId, cancel)
        );
    }

    /// <exception cref="NotFoundException">It is not this exporter's, or there is none.</exception>
    public async Task<CaseForApplicant> Case(Acting acting, Guid id, CancellationToken cancel)
    {
        var kind = acting.AppliesFor;
        await using var db = database.Open();
        var file = await CaseFile.Find(db, id, cancel);
        if (file is null || file.Case.CompanyId != acting.CompanyId || file.Case.Kind != kind)
            throw new NotFoundException("case");
        var c = file.Case;
        var licence = await db.Licences.AsNoTracking().SingleOrDefaultAsync(l => l.CaseId == id, cancel);
        var documents = await db
            .Documents.AsNoTracking()
            .Where(d => d.ApplicationId == c.ApplicationId)
            .OrderBy(d => d.UploadedAt)
            .ToListAsync(cancel);
        return new CaseForApplicant(
            c.Id,
            c.Number,
            c.Reference,
            c.Kind,
            c.SubmittedAt,
            Progress.Of(file, acting.Today, licence?.Status, forApplicant: true),
            c.Offers(Procedures.CaseActs.Withdraw),
            c.Offers(Procedures.CaseActs.Appeal),
            c.ReopenedAt,
            c.IsOnAppeal ? null : c.ReopenedBecause,
            c.Consignment,
            [
                .. Imports(file, AskedBefore(file, acting.Today)),
                .. Transits(file, AskedBefore(file, acting.Today), acting.Today),
            ],
            file.Profile.TransitSilence?.ToString(),
            c.Status == CaseStatus.Open ? ReleasedFinding.Unmet(Gate.Findings(file, acting.Today)) : [],
            [
                .. file.InformationRequests.Select(r => new QuestionForApplicant(
                    r.Id,
                    r.Question,
                    r.AskedAt,
                    r.LastDay,
                    r.Answer,
                    r.AnsweredAt,
                    r.LapsedAt is not null
                )),
            ],
            file.Decision is { } d && c.Status is CaseStatus.Granted or CaseStatus.Refused
                ? new DecisionForApplicant(d.Verdict, d.Reasons, d.Conditions, d.TextForApplicant, d.At)
                : null,
            LicenceView.Of(licence),
            // Under which licences and in which shipments it came is the exporter's affair.
            AuthorisationView.Of(licence, await AuthorisationView.ToldOf(db, file, cancel))
                is { } authorisation
                ? authorisation with
                {
                    Drawn = [],
                }
                : null,
            StayView.Of(file, acting.Today),
            MarkingView.Of(file, acting.Today),
            c.Offers(Procedures.CaseActs.DeclareShipment),
            c.Offers(Procedures.CaseActs.SurrenderLicence),
            await ChangeLicence.Obstacle(db, file, cancel) is null,
            await Related(db, c.ReplacesCaseId, cancel),
            await ReplacementView.By(db, id, cancel),
            licence is { Kind: LicenceKind.Export } ? LineBalance.Of(file) : [],
            [.. file.Shipments.Select(s => ShipmentForApplicant.Of(file, s, acting.Today))],
            documents.ConvertAll(DocumentSummary.Of)
        );
    }

    private static async Task<RelatedCase?> Related(LicensingDb db, Guid? caseId, CancellationToken cancel)
    {
        var found = await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == caseId, cancel);
        return found is null
            ? null
            : ReplacementView.Related(
                found,
                await db.Licences.AsNoTracking().SingleOrDefaultAsync(l => l.CaseId == caseId, cancel)
            );
    }

    // While a State's "no" is hidden behind its time to answer, so is that it was asked once more because of it.
    private static Func<ExchangeDocument, bool> AskedBefore(CaseFile file, DateOnly today) =>
        file.Case.IsShownAsWaitingOn(today) ? request => request.KnownAt <= file.Case.ShownSince : _ => true;

    private static DateOnly? AskedOn(
        CaseFile file,
        Func<ExchangeDocument, bool> shown,
        Func<ExchangeDocument, bool> about
    ) => file.Exchange.LastOrDefault(d => about(d) && shown(d))?.DatedOn;

    private static IEnumerable<ClearanceForApplicant> Imports(CaseFile file, Func<ExchangeDocument, bool> shown) =>
        Gate.Authorisations(file)
            .Select(a => new ClearanceForApplicant(
                a.IssuedBy,
                $"Import authorisation {a.Number}",
                AskedOn(
                    file,
                    shown,
                    d => d.Kind == ExchangeKind.ImportConfirmationRequest && d.Authorisation == a.Number
                ),
                a is { Standing: AuthorisationStanding.Confirmed, AnsweredFor: true },
                a is { Standing: AuthorisationStanding.Confirmed, AnsweredFor: true },
                a is { Standing: AuthorisationStanding.Confirmed, AnsweredFor: true }
                    ? Gate.Statements(file, a.Number).LastOrDefault()?.DatedOn
                    : null
            ));

    private static IEnumerable<ClearanceForApplicant> Transits(
        CaseFile file,
        Func<ExchangeDocument, bool> shown,
        DateOnly today
    ) =>
        Gate.TransitStates(file)
            .Select(state => Gate.Clearance(file, state, today))
            .Select(t => new ClearanceForApplicant(
                t.State,
                "Transit",
                AskedOn(file, shown, d => d.Kind == ExchangeKind.TransitRequest && d.To == t.State),
                t.Standing == TransitStanding.NoObjection
                    || file.Exchange.Any(d => d.From == t.State && d.Kind == ExchangeKind.TransitAcknowledgement),
                t.Standing is TransitStanding.NoObjection or TransitStanding.Deemed,
                t.Standing == TransitStanding.NoObjection ? t.AnsweredOn : null,
                t.AsDeemed
            ));
}
