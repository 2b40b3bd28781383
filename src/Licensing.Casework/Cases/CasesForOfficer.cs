using System.Linq.Expressions;
using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Clearances;
using Licensing.Casework.Decisions;
using Licensing.Casework.Returns;
using Licensing.Casework.Screening;
using Licensing.Casework.Shipments;
using Licensing.Casework.StateDirectory;
using Licensing.Casework.Storage;
using Licensing.Domain.Applications;
using Licensing.Domain.Article10;
using Licensing.Domain.Authorisations;
using Licensing.Domain.Clocks;
using Licensing.Domain.Licences;
using Licensing.Domain.States;
using Licensing.Domain.Transit;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Cases;

/// <param name="Applicant">Null for a transit.</param>
/// <param name="LastDay">For the authority's own decision or answer, while the case is open and that period runs; included.</param>
public sealed record CaseSummary(
    Guid Id,
    string Number,
    string Reference,
    string? Applicant,
    LicenceKind Kind,
    Country ExportingState,
    Country ImportingState,
    CaseStatus Status,
    string Step,
    DateTimeOffset SubmittedAt,
    DateTimeOffset Since,
    LicenceStatus? Licence,
    DateOnly? LastDay
);

/// <summary>On whose desk a case lies.</summary>
public enum Desk
{
    /// <summary>An officer can recommend: nothing that was asked is still open.</summary>
    AwaitingRecommendation,
    AwaitingDecision,

    /// <summary>Another State, the applicant or another agency has been asked and has time left.</summary>
    WaitingForOthers,
    Closed,
}

/// <param name="Decision">True: cases that await a decision; false: those that await a recommendation; null: whatever they await.</param>
public sealed record CaseFilter(
    CaseStatus? Status = null,
    bool? Decision = null,
    string? Text = null,
    Desk? Desk = null,
    LicenceKind? Kind = null
);

public sealed record ExchangeView(
    Guid Id,
    string Number,
    ExchangeKind Kind,
    Country From,
    Country To,
    string? Authorisation,
    Guid? InReplyTo,
    DateOnly DatedOn,
    DateTimeOffset KnownAt,
    Provenance Provenance,
    string GivenBy,
    string? ConfirmedBy,
    Guid? OriginalId,
    string Content,
    string Sha256
);

public sealed record RecordedAnswerView(
    Guid Id,
    ExchangeKind Kind,
    Country From,
    string? Authorisation,
    DateOnly DatedOn,
    string Content,
    Guid OriginalId,
    string Sender,
    string RecordedBy,
    bool RecordedByMe,
    DateTimeOffset RecordedAt,
    RecordingStatus Status,
    string? SettledBy,
    string? RejectedBecause
);

public sealed record InformationView(
    Guid Id,
    string Question,
    string AskedBy,
    DateTimeOffset AskedAt,
    DateOnly LastDay,
    string? Answer,
    DateTimeOffset? AnsweredAt,
    bool Lapsed
);

public sealed record ReferralView(
    Guid Id,
    string Agency,
    string Question,
    string ReferredBy,
    DateTimeOffset ReferredAt,
    DateOnly LastDay,
    AdviceOutcome? Advice,
    string? AdviceText,
    DateTimeOffset? AdvisedAt,
    bool Lapsed
);

public sealed record RecommendationView(
    Guid Id,
    Verdict Verdict,
    IReadOnlyList<string> Conditions,
    IReadOnlyList<RefusalReason> Reasons,
    string Note,
    DateOnly? ExpiresOn,
    string By,
    bool ByMe,
    DateTimeOffset At,
    string? ReturnedBecause,
    IReadOnlyList<string> Checked
);

public sealed record DecisionView(
    Verdict Verdict,
    IReadOnlyList<string> Conditions,
    IReadOnlyList<RefusalReason> Reasons,
    string TextForApplicant,
    string Note,
    string By,
    DateTimeOffset At
);

/// <summary>That a refused case was opened again, by whom and why.</summary>
/// <param name="IHadAHand">Whoever looks had a hand in what is appealed against, and has none in the appeal.</param>
public sealed record ReopeningView(bool OnAppeal, DateTimeOffset At, string By, string Because, bool IHadAHand);

/// <summary>An amendment of the import authorisation that awaits a second officer.</summary>
public sealed record AmendmentView(string By, bool ByMe, string Because, IReadOnlyList<string> Changes);

/// <summary>That an officer would have the licence reinstated; a second, senior one decides.</summary>
public sealed record ReinstatementView(string By, bool ByMe, string Because);

/// <summary>The case with everything its own authority knows.</summary>
/// <param name="Licence">The export licence; null before it is issued, and for an import.</param>
/// <param name="Authorisation">The import authorisation; null before it is issued, and for an export.</param>
/// <param name="Stay">Of goods that go for a while, or come in for a while; null for all others, and before the licence.</param>
/// <param name="EarlierStays">Goods of the applicant under other licences that are overdue, or were not returned as they should have
/// been.</param>
/// <param name="MovingSince">Since when the procedure carries out what was done last; null where the case rests.</param>
/// <param name="ExtendableTo">The length to which the period for the decision can be extended now; null when it cannot.</param>
public sealed record CaseForOfficer(
    Guid Id,
    string Number,
    string Reference,
    LicenceKind Kind,
    Guid Version,
    string Applicant,
    Progress Progress,
    Period? ExtendableTo,
    IReadOnlyList<string> PermittedActs,
    DateTimeOffset? MovingSince,
    Consignment Consignment,
    ApplicationDraft Application,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<KnownAuthorisation> Authorisations,
    IReadOnlyList<TransitClearance> Transit,
    DateOnly LatestExpiry,
    IReadOnlyList<ExchangeView> Exchange,
    IReadOnlyList<RecordedAnswerView> RecordedAnswers,
    IReadOnlyList<InformationView> Information,
    IReadOnlyList<ReferralView> Referrals,
    ScreeningView? Screening,
    IReadOnlyList<RecommendationView> Recommendations,
    DecisionView? Decision,
    ReopeningView? Reopening,
    LicenceView? Licence,
    AuthorisationView? Authorisation,
    AmendmentView? Amendment,
    ReinstatementView? Reinstatement,
    ReplacementView? Replacement,
    RelatedCase? ReplacedBy,
    DateOnly? LastDayIfReinstated,
    StayView? Stay,
    IReadOnlyList<ReturnEntryView> Returns,
    MarkingView? Marking,
    bool MayExtendReturn,
    IReadOnlyList<EarlierStay> EarlierStays,
    IReadOnlyList<LineBalance> Balances,
    IReadOnlyList<ShipmentView> Shipments,
    IReadOnlyList<DocumentSummary> Documents
);

/// <summary>What an officer sees: the cases of the State for which the officer acts.</summary>
public sealed class CasesForOfficer(Database database)
{
    /// <summary>The oldest open cases first.</summary>
    public async Task<Page<CaseSummary>> List(
        Acting acting,
        CaseFilter filter,
        PageWanted page,
        CancellationToken cancel
    )
    {
        acting.Require(Role.LicensingOfficer, Role.SeniorOfficer);
        await using var db = database.Open();
        var cases = db.Cases.AsNoTracking().Where(c => c.State == acting.State);
        if (filter.Status is { } status)
            cases = cases.Where(c => c.Status == status);
        if (filter.Decision is { } decision)
        {
            cases = decision ? cases.Where(AwaitsDecision) : cases.Where(AwaitsRecommendation);
        }
        if (filter.Kind is { } kind)
            cases = cases.Where(c => c.Kind == kind);
        if (filter.Desk is { } desk)
            cases = In(desk, cases, db);
        if (Searched.For(filter.Text) is { } text)
            cases = cases.Where(c => c.Number.Contains(text) || c.Reference.ToUpper().Contains(text));
        return await Summaries(db, cases.OrderBy(c => c.SubmittedAt).ThenBy(c => c.Id)).Take(page, cancel);
    }

    internal static IQueryable<CaseSummary> Summaries(LicensingDb db, IQueryable<Case> cases) =>
        cases.Select(found => new CaseSummary(
            found.Id,
            found.Number,
            found.Reference,
            db.Companies.Where(c => c.Id == found.CompanyId).Select(c => c.Name).FirstOrDefault(),
            found.Kind,
            found.ExportingState,
            found.ImportingState,
            found.Status,
            found.PositionName,
            found.SubmittedAt,
            found.PositionSince,
            db.Licences.Where(l => l.CaseId == found.Id).Select(l => (LicenceStatus?)l.Status).FirstOrDefault(),
            found.Status == CaseStatus.Open
                ? db
                    .DueTimes.Where(d =>
                        d.CaseId == found.Id && d.Kind == DueKind.Decision && (d.SettledAt == null || d.HasPassed)
                    )
                    .Max(d => (DateOnly?)d.LastDay)
                : null
        ));

    private const string Decide = $" {Procedures.CaseActs.Decide} ";
    private const string DecideNotice = $" {Procedures.CaseActs.DecideNotice} ";
    private const string Recommend = $" {Procedures.CaseActs.Recommend} ";
    private const string RecommendNotice = $" {Procedures.CaseActs.RecommendNotice} ";

    private static readonly Expression<Func<Case, bool>> AwaitsDecision = c =>
        (" " + c.PermittedActs + " ").Contains(Decide) || (" " + c.PermittedActs + " ").Contains(DecideNotice);

    private static readonly Expression<Func<Case, bool>> AwaitsRecommendation = c =>
        (" " + c.PermittedActs + " ").Contains(Recommend) || (" " + c.PermittedActs + " ").Contains(RecommendNotice);

    private static IQueryable<Case> In(Desk desk, IQueryable<Case> cases, LicensingDb db)
    {
        var asked = db
            .InformationRequests.Where(r => r.AnsweredAt == null && r.LapsedAt == null)
            .Select(r => r.CaseId)
            .Concat(db.Referrals.Where(r => r.AdvisedAt == null && r.LapsedAt == null).Select(r => r.CaseId));
        var open = cases.Where(c => c.Status == CaseStatus.Open);
        return desk switch
        {
            Desk.AwaitingDecision => open.Where(AwaitsDecision),
            Desk.AwaitingRecommendation => open.Where(AwaitsRecommendation).Where(c => !asked.Contains(c.Id)),
            Desk.WaitingForOthers => open.Where(c =>
                !(" " + c.PermittedActs + " ").Contains(Decide)
                && !(" " + c.PermittedActs + " ").Contains(DecideNotice)
                && !(" " + c.PermittedActs + " ").Contains(RecommendNotice)
                && (!(" " + c.PermittedActs + " ").Contains(Recommend) || asked.Contains(c.Id))
            ),
            _ => cases.Where(c => c.Status != CaseStatus.Open),
        };
    }

    /// <exception cref="NotFoundException">It is another State's, or there is none.</exception>
    public async Task<CaseForOfficer> Case(Acting acting, Guid id, CancellationToken cancel)
    {
        acting.Require(Role.LicensingOfficer, Role.SeniorOfficer, Role.Auditor);
        await using var db = database.Open();
        var file = await CaseFile.Find(db, id, cancel);
        // A transit has no application: it is read as what it is.
        if (file is null || file.Case.State != acting.State || file.Case.Kind == LicenceKind.Transit)
            throw new NotFoundException("case");
        var names = await NamesOf.People(db, WhoDidSomething(file), cancel);
        var senders = file.RecordedAnswers.ConvertAll(a => a.SenderId);
        var authorities = await db
            .Authorities.AsNoTracking()
            .Where(a => senders.Contains(a.Id))
            .ToDictionaryAsync(a => a.Id, a => a.Name, cancel);
        var application = await db
            .Applications.AsNoTracking()
            .SingleAsync(a => a.Id == file.Case.ApplicationId, cancel);
        var licence = await db.Licences.AsNoTracking().SingleOrDefaultAsync(l => l.CaseId == id, cancel);
        var documents = await db
            .Documents.AsNoTracking()
            .Where(d => d.ApplicationId == file.Case.ApplicationId || d.CaseId == id)
            .OrderBy(d => d.UploadedAt)
            .ToListAsync(cancel);
        var drawn = await AuthorisationView.ToldOf(db, file, cancel);
        var by = await ReplacementView.By(db, id, cancel);
        var earlier = await EarlierStay.Of(db, file.Case, acting.Today, cancel);
        return View(acting, file, Name, authorities, application, licence, by, drawn, earlier, documents);

        string Name(Guid person) => names.GetValueOrDefault(person, "The timetable");
    }

    private static IEnumerable<Guid?> WhoDidSomething(CaseFile file) =>
        [
            .. file.Exchange.SelectMany(d => new[] { d.GivenBy, d.ConfirmedBy }),
            .. file.RecordedAnswers.SelectMany(a => new[] { a.RecordedBy, a.SettledBy }),
            .. file.InformationRequests.Select(r => (Guid?)r.AskedBy),
            .. file.Referrals.Select(r => (Guid?)r.ReferredBy),
            .. file.Recommendations.Select(r => (Guid?)r.By),
            .. file.Dispositions.SelectMany(d => new[] { d.By, d.ClearedBy }),
            file.Decision?.By,
            file.Licence?.ReinstatementBy,
            file.Licence?.AmendmentBy,
            file.Case.ReopenedBy,
        ];

    private static CaseForOfficer View(
        Acting acting,
        CaseFile file,
        Func<Guid, string> name,
        Dictionary<Guid, string> authorities,
        Application application,
        LicenceRecord? licence,
        RelatedCase? replacedBy,
        IReadOnlyList<DrawDownContent> drawn,
        IReadOnlyList<EarlierStay> earlier,
        List<Document> documents
    ) =>
        new(
            file.Case.Id,
            file.Case.Number,
            file.Case.Reference,
            file.Case.Kind,
            file.Case.Version,
            file.Company.Name,
            Progress.Of(file, acting.Today, licence?.Status),
            ExtendDecision.Possible(file, acting.Today),
            file.Case.ActsNow,
            file.Case.MovingSince,
            file.Consignment,
            application.Draft,
            // Once the licence is there, it is what the licence rests on; what leaves is judged when it leaves.
            file.Licence
                is null
                ? Gate.Findings(file, acting.Today)
                : Licences.LicenceLife.Ground(file, acting.Today),
            Gate.Authorisations(file),
            [.. Gate.TransitStates(file).Select(state => Gate.Clearance(file, state, acting.Today))],
            Gate.UsualTerms(file, acting.Today).ExpiresOn,
            [
                .. file.Exchange.Select(d => new ExchangeView(
                    d.Id,
                    d.Number,
                    d.Kind,
                    d.From,
                    d.To,
                    d.Authorisation,
                    d.InReplyTo,
                    d.DatedOn,
                    d.KnownAt,
                    d.Provenance,
                    name(d.GivenBy),
                    d.ConfirmedBy is { } second ? name(second) : null,
                    d.OriginalId,
                    d.Content,
                    d.Sha256
                )),
            ],
            [
                .. file.RecordedAnswers.Select(a => new RecordedAnswerView(
                    a.Id,
                    a.Kind,
                    a.From,
                    a.Authorisation,
                    a.DatedOn,
                    a.Content,
                    a.OriginalId,
                    authorities.GetValueOrDefault(a.SenderId, ""),
                    name(a.RecordedBy),
                    a.RecordedBy == acting.PersonId,
                    a.RecordedAt,
                    a.Status,
                    a.SettledBy is { } settled ? name(settled) : null,
                    a.RejectedBecause
                )),
            ],
            [
                .. file.InformationRequests.Select(r => new InformationView(
                    r.Id,
                    r.Question,
                    name(r.AskedBy),
                    r.AskedAt,
                    r.LastDay,
                    r.Answer,
                    r.AnsweredAt,
                    r.LapsedAt is not null
                )),
            ],
            [
                .. file.Referrals.Select(r => new ReferralView(
                    r.Id,
                    r.Agency,
                    r.Question,
                    name(r.ReferredBy),
                    r.ReferredAt,
                    r.LastDay,
                    r.Advice,
                    r.AdviceText,
                    r.AdvisedAt,
                    r.LapsedAt is not null
                )),
            ],
            ScreeningView.Of(file, acting.PersonId, name),
            [
                .. file.Recommendations.Select(r => new RecommendationView(
                    r.Id,
                    r.Verdict,
                    r.Conditions,
                    r.Reasons,
                    r.Note,
                    r.ExpiresOn,
                    name(r.By),
                    r.By == acting.PersonId,
                    r.At,
                    r.ReturnedBecause,
                    r.Checked
                )),
            ],
            file.Decision is { } decision
                ? new DecisionView(
                    decision.Verdict,
                    decision.Conditions,
                    decision.Reasons,
                    decision.TextForApplicant,
                    decision.Note,
                    name(decision.By),
                    decision.At
                )
                : null,
            file.Case is { ReopenedAt: { } reopened, ReopenedBy: { } reopener, ReopenedBecause: { } contested }
                ? new ReopeningView(
                    file.Case.IsOnAppeal,
                    reopened,
                    name(reopener),
                    contested,
                    Appeals.HadAHand(file, acting.PersonId)
                )
                : null,
            LicenceView.Of(licence),
            AuthorisationView.Of(licence, drawn),
            licence is { AmendmentBy: { } amender, AmendmentBecause: { } why, AmendmentContent: { } proposed }
                ? new AmendmentView(
                    name(amender),
                    amender == acting.PersonId,
                    why,
                    Licences.AmendAuthorisation.Changes(
                        InRegister.Content(licence).Authorisation,
                        Wire.Read<ImportLicenceContent>(proposed).Authorisation
                    )
                )
                : null,
            licence is { ReinstatementBy: { } proposer, ReinstatementBecause: { } reason }
                ? new ReinstatementView(name(proposer), proposer == acting.PersonId, reason)
                : null,
            ReplacementView.Of(file),
            replacedBy,
            file.Licence is { Status: LicenceStatus.Suspended }
                ? Licences.LicenceLife.LastDayIfReinstated(file, acting.Today)
                : null,
            StayView.Of(file, acting.Today),
            ReturnEntryView.Of(file),
            MarkingView.Of(file, acting.Today),
            ExtendReturn.IsPossible(file, acting.Today),
            earlier,
            licence is { Kind: LicenceKind.Export } ? LineBalance.Of(file) : [],
            [.. file.Shipments.Select(s => ShipmentView.Of(file, s, acting.PersonId))],
            documents.ConvertAll(DocumentSummary.Of)
        );
}
