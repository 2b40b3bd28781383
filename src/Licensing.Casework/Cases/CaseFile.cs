using System.Diagnostics.CodeAnalysis;
using Licensing.Casework.Acts;
using Licensing.Casework.Publishing;
using Licensing.Casework.Storage;
using Licensing.Casework.Transits;
using Licensing.Domain.Applications;
using Licensing.Domain.Clocks;
using Licensing.Domain.Licences;
using Licensing.Domain.Policies;
using Licensing.Domain.States;
using Licensing.Domain.Transit;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Cases;

/// <summary>A case with everything that an act or the law looks at. What carries a version is read first, so that whatever is
/// read after it cannot change unnoticed before the commit.</summary>
public sealed class CaseFile
{
    public required Case Case { get; init; }

    /// <summary>The case of the licence whose place this one's is to take, or has taken; null where there is none.</summary>
    public required CaseFile? Replaced { get; init; }

    /// <summary>What is applied for, and licensed: less, where it takes a licence's place, what has left under that one since; to be back by
    /// the day that the licence has now, where the goods go for a while.</summary>
    public Consignment Consignment =>
        (
            Replaced is null
                ? Case.Consignment
                : Replacement.Less(
                    Case.Consignment,
                    Replaced.Consignment,
                    [.. Replaced.Exits.Where(e => e.Sequence > Case.ReplacedExits).SelectMany(e => e.Lines)]
                )
        ).ToReturnBy(Licence?.ReturnBy);

    /// <summary>The same with the day of return that was applied for: other States have been told that one, whatever it was put off to since.</summary>
    public Consignment AsTold => Consignment with { Temporary = Case.Consignment.Temporary };

    /// <summary>The cases whose licences this one has replaced, the last one first: their notices may be what it rests on.</summary>
    public IEnumerable<CaseFile> Ancestors
    {
        get
        {
            for (var file = Replaced; file is not null; file = file.Replaced)
                yield return file;
        }
    }

    /// <summary>The State whose authority has the case.</summary>
    public required StateRecord State { get; init; }

    /// <summary>The applicant.</summary>
    /// <exception cref="InvalidOperationException">It is a transit: nobody has applied for it.</exception>
    [AllowNull]
    public required Company Company
    {
        get => field ?? throw new InvalidOperationException($"Case {Case.Number} is a transit: it has no applicant.");
        init;
    }
    public required IReadOnlyList<AuthorisationAnchor> Anchors { get; init; }
    public required PolicyProfile Profile { get; init; }

    /// <summary>Working days of that State, as known today.</summary>
    public required Calendar Calendar { get; init; }

    /// <summary>Exchange documents of this case, oldest first. Of a transit: what passed about it between this State and the one that asks,
    /// and nothing else of that one's case (Art. 12(5)).</summary>
    public required List<ExchangeDocument> Exchange { get; init; }

    /// <summary>When a message with a request of this case first was handed over to an address of its State, by the request. Read only where the
    /// profile's law may take silence for an answer.</summary>
    public required IReadOnlyDictionary<Guid, DateTimeOffset> HandedOver { get; init; }

    /// <summary>What the importing State has said to this State about these authorisations in other cases, oldest first.</summary>
    public required List<ExchangeDocument> SaidElsewhere { get; init; }

    /// <summary>What transit States have said of other changes of the licence that this one is to take the place of, oldest first; read where
    /// silence counts.</summary>
    public required IReadOnlyList<ExchangeDocument> SaidOfOtherChanges { get; init; }
    public required IReadOnlyList<HeldReservation> OtherReservations { get; init; }

    /// <summary>Those that the exporting State relies on: confirmed, for the days on which they apply.</summary>
    public required IReadOnlyList<LandlockedArrangement> Arrangements { get; set; }
    public required List<RecordedAnswer> RecordedAnswers { get; init; }
    public required List<InformationRequest> InformationRequests { get; init; }
    public required List<Referral> Referrals { get; init; }
    public required List<Recommendation> Recommendations { get; init; }

    /// <summary>How the screening for diversion risk came out last; null while it has not been screened.</summary>
    public required ScreeningRecord? Screening { get; set; }

    /// <summary>What officers have made of its flags, oldest first.</summary>
    public required List<DispositionRecord> Dispositions { get; init; }

    /// <summary>In the order in which they were taken: there is a second where the law did not permit what the first had granted, or where
    /// a refusal was contested.</summary>
    public required List<Decision> Decisions { get; init; }
    public Decision? Decision => Decisions.LastOrDefault();
    public required List<DueTime> DueTimes { get; init; }

    /// <summary>The licence that the case became; null before it was issued.</summary>
    public required LicenceRecord? Licence { get; set; }

    /// <summary>What the licence has reserved, in the order of the licence.</summary>
    public required List<ReservationRecord> Reservations { get; init; }

    /// <summary>In the order in which they were declared.</summary>
    public required List<Shipment> Shipments { get; init; }
    public required List<ShipmentExit> Exits { get; init; }
    public required List<ShipmentHold> Holds { get; init; }

    /// <summary>What has become of goods that went for a while, or came in for a while, in the order in which it was written down.</summary>
    public required List<ReturnEntry> Returns { get; init; }
    public required IReadOnlyList<CompanyRegistration> Registrations { get; init; }
    public required IReadOnlyList<CompanyAuthority> Authorities { get; init; }

    /// <summary>The recommendation that awaits its decision.</summary>
    public Recommendation? Pending => Recommendations.LastOrDefault(r => r.ReturnedBecause is null);

    /// <summary>The legal period for the decision, as it stood on a day. A question to the applicant stops it; where a refusal was
    /// contested, it has begun anew. Of a transit it is the period for the answer, which each request begins anew and a question to the
    /// exporting State does not stop: that one's own period goes on as well.</summary>
    public LegalClock ClockOn(DateOnly day) =>
        LegalClock.On(
            day,
            new ClockEvents(
                Day(ClockStartedAt),
                Case.Kind == LicenceKind.Transit
                    ? Profile.Periods.TransitNotice
                    : Profile.Periods.DecisionOn(Case.Kind),
                [
                    .. InformationRequests
                        .Where(r => !(r.AskedAt < Case.ReopenedAt))
                        .Select(r => new Standstill(Day(r.AskedAt), Ended(r), "information")),
                ],
                Case.ExtendedOn is { } on && Profile.Periods.ExtendedDecisionOn(Case.Kind) is { } longer
                    ? new Extension(on, longer, Case.ExtendedBecause!)
                    : null,
                Case.Status == CaseStatus.Open ? null : Day(Case.PositionSince)
            ),
            Calendar
        );

    private DateTimeOffset ClockStartedAt =>
        Exchange.LastOrDefault(d => Case.Kind == LicenceKind.Transit && d.Kind == ExchangeKind.TransitRequest)
            is { } asked
        && !(asked.KnownAt < Case.ReopenedAt)
            ? asked.KnownAt
            : Case.ReopenedAt ?? Case.SubmittedAt;

    // With the answer, or with the day after the last one for it, whenever that came to be noted.
    private DateOnly Ended(InformationRequest request) =>
        request.AnsweredAt is { } answered && Day(answered) <= request.LastDay
            ? Day(answered)
            : request.LastDay.AddDays(1);

    /// <summary>The legal day of a moment in the State whose case it is.</summary>
    internal DateOnly Day(DateTimeOffset moment) => LegalDay.Of(moment, State.TimeZone);

    /// <summary>The case for an act. Its history is where a refused attempt is noted.</summary>
    /// <exception cref="NotFoundException">There is none.</exception>
    public static async Task<CaseFile> Open(Act act, Guid caseId)
    {
        var file = await Find(act.Db, caseId, act.Cancel) ?? throw new NotFoundException("case");
        act.About(file.Case);
        return file;
    }

    /// <summary>The case for an act of its own authority.</summary>
    public static async Task<CaseFile> OpenForOfficer(Act act, Guid caseId)
    {
        act.Acting.Require(Role.LicensingOfficer, Role.SeniorOfficer);
        var file = await Find(act.Db, caseId, act.Cancel);
        if (file is null || file.Case.State != act.Acting.State)
            throw new NotFoundException("case");
        act.About(file.Case);
        return file;
    }

    public static async Task<CaseFile?> Find(LicensingDb db, Guid caseId, CancellationToken cancel)
    {
        var head = await Head.Read(db, caseId, cancel);
        if (head is null)
            return null;
        var found = head.Case;
        var (exporting, importing) = (found.ExportingState, found.ImportingState);
        var replaced = found.ReplacesCaseId is { } before ? await Find(db, before, cancel) : null;
        var isTransit = found.Kind == LicenceKind.Transit;
        IReadOnlyList<string> numbers = isTransit ? [] : found.Consignment.AuthorisationNumbers;
        var anchors = await db
            .AuthorisationAnchors.Where(a =>
                a.KeptBy == exporting && a.IssuedBy == importing && numbers.Contains(a.Number)
            )
            .ToListAsync(cancel);
        var exchange = await (
            isTransit
                ? TransitExchange.Of(db, found)
                : db.ExchangeDocuments.Where(d =>
                    d.CaseId == caseId
                    || (
                        d.From == importing
                        && d.To == exporting
                        && d.Authorisation != null
                        && numbers.Contains(d.Authorisation)
                    )
                )
        )
            .OrderBy(d => d.Sequence)
            .ToListAsync(cancel);
        var profile = await Published.Policy(db, found.Profile, found.ProfileVersion, head.ProfileSha256, cancel);
        return new CaseFile
        {
            Case = found,
            Replaced = replaced,
            State = head.State,
            Company = head.Company,
            Anchors = anchors,
            Profile = profile,
            Calendar = await Published.Calendar(db, head.State.Calendar, head.CalendarSha256, cancel),
            Exchange = [.. exchange.Where(d => isTransit || d.CaseId == caseId)],
            HandedOver = (
                await Rows(
                    profile.TransitSilence is not null,
                    db.Notices.AsNoTracking()
                        .Where(n => n.CaseId == caseId && n.ExchangeId != null && n.SentAt != null)
                        .Select(n => new { Request = n.ExchangeId!.Value, SentAt = n.SentAt!.Value }),
                    cancel
                )
            )
                .GroupBy(n => n.Request)
                .ToDictionary(g => g.Key, g => g.Min(n => n.SentAt)),
            SaidElsewhere = [.. exchange.Where(d => !isTransit && d.CaseId != caseId)],
            SaidOfOtherChanges = await Rows(
                profile.TransitSilence is not null && found.ReplacesCaseId is not null,
                db.ExchangeDocuments.AsNoTracking()
                    .Where(d =>
                        d.CaseId != caseId
                        && d.To == exporting
                        && (
                            d.Kind == ExchangeKind.NoObjection
                            || d.Kind == ExchangeKind.Objection
                            || d.Kind == ExchangeKind.NoticeWithdrawal
                        )
                        && db.Cases.Any(c => c.Id == d.CaseId && c.FirstCaseId == found.FirstCaseId)
                    )
                    .OrderBy(d => d.KnownAt),
                cancel
            ),
            OtherReservations = await ReservationsOfOthers(db, found, numbers, cancel),
            Arrangements = head.HasArrangements ? await ArrangementsOf(db, exporting, cancel) : [],
            RecordedAnswers = await Rows(
                head.HasRecordedAnswers,
                db.RecordedAnswers.Where(a => a.CaseId == caseId).OrderBy(a => a.RecordedAt),
                cancel
            ),
            InformationRequests = await Rows(
                head.HasInformationRequests,
                db.InformationRequests.Where(r => r.CaseId == caseId).OrderBy(r => r.AskedAt),
                cancel
            ),
            Referrals = await Rows(
                head.HasReferrals,
                db.Referrals.Where(r => r.CaseId == caseId).OrderBy(r => r.ReferredAt),
                cancel
            ),
            Recommendations = await Rows(
                head.HasRecommendations,
                db.Recommendations.Where(r => r.CaseId == caseId).OrderBy(r => r.At).ThenBy(r => r.Id),
                cancel
            ),
            Screening = (
                await Rows(
                    head.HasScreening,
                    db.Screenings.AsNoTracking()
                        .Where(s => s.CaseId == caseId)
                        .OrderByDescending(s => s.Sequence)
                        .Take(1),
                    cancel
                )
            ).SingleOrDefault(),
            Dispositions = await Rows(
                head.HasScreening,
                db.Dispositions.Where(d => d.CaseId == caseId).OrderBy(d => d.At).ThenBy(d => d.Id),
                cancel
            ),
            Decisions = await Rows(
                head.HasDecisions,
                db.Decisions.Where(d => d.CaseId == caseId).OrderBy(d => d.At).ThenBy(d => d.Id),
                cancel
            ),
            DueTimes = await db.DueTimes.Where(d => d.CaseId == caseId).ToListAsync(cancel),
            Licence = (
                await Rows(head.HasLicence, db.Licences.Where(l => l.CaseId == caseId), cancel)
            ).SingleOrDefault(),
            Reservations = await Rows(
                head.HasLicence,
                db.Reservations.Where(r => r.CaseId == caseId).OrderBy(r => r.GoodsLine).ThenBy(r => r.Id),
                cancel
            ),
            Shipments = await Rows(
                head.HasShipments,
                db.Shipments.Where(s => s.CaseId == caseId).OrderBy(s => s.Sequence),
                cancel
            ),
            Exits = await Rows(
                head.HasShipments,
                db.ShipmentExits.Where(e => e.CaseId == caseId).OrderBy(e => e.Sequence),
                cancel
            ),
            Holds = await Rows(
                head.HasShipments,
                db.ShipmentHolds.Where(h => h.CaseId == caseId).OrderBy(h => h.At).ThenBy(h => h.Id),
                cancel
            ),
            Returns = await Rows(
                head.HasReturns,
                db.ReturnEntries.Where(r => r.CaseId == caseId).OrderBy(r => r.Sequence),
                cancel
            ),
            Registrations = await db
                .CompanyRegistrations.AsNoTracking()
                .Where(r => r.CompanyId == found.CompanyId)
                .ToListAsync(cancel),
            Authorities = await db
                .CompanyAuthorities.AsNoTracking()
                .Where(a => a.CompanyId == found.CompanyId)
                .ToListAsync(cancel),
        };
    }

    /// <summary>What other licences hold of the same authorisations.</summary>
    internal static async Task<IReadOnlyList<HeldReservation>> ReservationsOfOthers(
        LicensingDb db,
        Case found,
        IReadOnlyList<string> numbers,
        CancellationToken cancel
    ) =>
        await db
            .Reservations.AsNoTracking()
            .Where(r =>
                r.KeptBy == found.ExportingState
                && r.IssuedBy == found.ImportingState
                && r.CaseId != found.Id
                && numbers.Contains(r.Authorisation)
            )
            .Select(r =>
                HeldReservation.Of(
                    r,
                    // A licence that this one replaces ends when this one is issued.
                    r.CaseId == found.ReplacesCaseId
                        || db.Licences.Any(l => l.Id == r.LicenceId && l.EndedAt != null),
                    db.DrawDowns.Where(d => d.ReservationId == r.Id).Sum(d => (decimal?)d.Amount) ?? 0,
                    db.Cases.Any(c => c.Id == r.CaseId && c.FirstCaseId == found.FirstCaseId)
                )
            )
            .ToListAsync(cancel);

    /// <summary>Those that the State relies on.</summary>
    internal static async Task<IReadOnlyList<LandlockedArrangement>> ArrangementsOf(
        LicensingDb db,
        Country exporting,
        CancellationToken cancel
    ) =>
        [
            .. (
                await db
                    .Arrangements.AsNoTracking()
                    .Where(a =>
                        a.KeptBy == exporting && a.ConfirmedAt != null && (a.EndedAt == null || a.EndsOn != null)
                    )
                    .OrderBy(a => a.RecordedAt)
                    .ToListAsync(cancel)
            ).Select(a => a.AsItApplies),
        ];

    /// <summary>A case that is being opened: nothing has happened in it yet.</summary>
    /// <param name="replaced">The case of the licence whose place this one's is to take; null where there is none.</param>
    /// <param name="company">The applicant; null for a transit.</param>
    /// <param name="exchange">The request with which a transit begins; empty for all others.</param>
    /// <param name="saidElsewhere">What the importing State has said in other cases, it has said.</param>
    /// <param name="otherReservations">What other licences hold of the same authorisations they hold.</param>
    /// <param name="arrangements">Those that the State relies on.</param>
    internal static CaseFile Begun(
        Case found,
        CaseFile? replaced,
        StateRecord state,
        Company? company,
        PolicyProfile profile,
        Calendar calendar,
        List<ExchangeDocument> exchange,
        List<ExchangeDocument> saidElsewhere,
        IReadOnlyList<HeldReservation> otherReservations,
        IReadOnlyList<LandlockedArrangement> arrangements
    ) =>
        new()
        {
            Case = found,
            Replaced = replaced,
            State = state,
            Company = company,
            Anchors = [],
            Profile = profile,
            Calendar = calendar,
            Exchange = exchange,
            HandedOver = new Dictionary<Guid, DateTimeOffset>(),
            SaidElsewhere = saidElsewhere,
            SaidOfOtherChanges = [],
            OtherReservations = otherReservations,
            Arrangements = arrangements,
            RecordedAnswers = [],
            InformationRequests = [],
            Referrals = [],
            Recommendations = [],
            Screening = null,
            Dispositions = [],
            Decisions = [],
            DueTimes = [],
            Licence = null,
            Reservations = [],
            Shipments = [],
            Exits = [],
            Holds = [],
            Returns = [],
            Registrations = [],
            Authorities = [],
        };

    private static async Task<List<T>> Rows<T>(bool any, IQueryable<T> rows, CancellationToken cancel) =>
        any ? await rows.ToListAsync(cancel) : [];

    /// <summary>The case and what it belongs to, with word of what else there is of it. Most cases have little of most kinds, and a
    /// question that is not asked costs nothing.</summary>
    private sealed class Head
    {
        public required Case Case { get; init; }
        public required StateRecord State { get; init; }
        public required Company? Company { get; init; }
        public required string ProfileSha256 { get; init; }
        public required string? CalendarSha256 { get; init; }
        public required bool HasArrangements { get; init; }
        public required bool HasRecordedAnswers { get; init; }
        public required bool HasInformationRequests { get; init; }
        public required bool HasReferrals { get; init; }
        public required bool HasRecommendations { get; init; }
        public required bool HasDecisions { get; init; }
        public required bool HasScreening { get; init; }
        public required bool HasLicence { get; init; }
        public required bool HasShipments { get; init; }
        public required bool HasReturns { get; init; }

        public static Task<Head?> Read(LicensingDb db, Guid caseId, CancellationToken cancel) =>
            (
                from c in db.Cases
                join state in db.States on c.State equals state.Code
                join company in db.Companies on c.CompanyId equals (Guid?)company.Id into applicants
                from company in applicants.DefaultIfEmpty()
                where c.Id == caseId
                select new Head
                {
                    Case = c,
                    State = state,
                    Company = company,
                    ProfileSha256 = db
                        .PublishedFiles.Where(f =>
                            f.Kind == PublishedKind.Policy && f.Id == c.Profile && f.Version == c.ProfileVersion
                        )
                        .Select(f => f.Sha256)
                        .Single(),
                    CalendarSha256 = db
                        .PublishedFiles.Where(f => f.Kind == PublishedKind.Calendar && f.Id == state.Calendar)
                        .OrderByDescending(f => f.Version)
                        .Select(f => f.Sha256)
                        .FirstOrDefault(),
                    HasArrangements = db.Arrangements.Any(a =>
                        a.KeptBy == c.ExportingState && a.ConfirmedAt != null && (a.EndedAt == null || a.EndsOn != null)
                    ),
                    HasRecordedAnswers = db.RecordedAnswers.Any(a => a.CaseId == c.Id),
                    HasInformationRequests = db.InformationRequests.Any(r => r.CaseId == c.Id),
                    HasReferrals = db.Referrals.Any(r => r.CaseId == c.Id),
                    HasRecommendations = db.Recommendations.Any(r => r.CaseId == c.Id),
                    HasDecisions = db.Decisions.Any(d => d.CaseId == c.Id),
                    HasScreening = db.Screenings.Any(s => s.CaseId == c.Id),
                    HasLicence = db.Licences.Any(l => l.CaseId == c.Id),
                    HasShipments = db.Shipments.Any(s => s.CaseId == c.Id),
                    HasReturns = db.ReturnEntries.Any(r => r.CaseId == c.Id),
                }
            ).SingleOrDefaultAsync(cancel);
    }

    /// <exception cref="ChangedException">The procedure does not permit the act where the case stands.</exception>
    public void RequirePermitted(string act)
    {
        if (Obstacle(act) is { } obstacle)
            throw obstacle;
    }

    /// <summary>Why the act cannot be done where the case stands; null when it can.</summary>
    internal ChangedException? Obstacle(string act) =>
        Case.Permits(act) ? null
        : Case.MovingSince is not null ? new MovingException(Case.Number, Case.State)
        : Case.PermittedActs.Length > 0
            ? new ChangedException(
                $"Case {Case.Number} stands at \"{Case.PositionName}\", where this cannot be done. Look at the case again."
            )
        : new ChangedException($"Case {Case.Number} is closed ({Words.Of(Case.Status)}).");

    /// <summary>For decisions: what the person was looking at must be what is there.</summary>
    /// <param name="seen">Version of the case that the person saw.</param>
    public void RequireSeen(Guid seen)
    {
        if (seen != Case.Version)
            throw new ChangedException(
                $"Case {Case.Number} has changed since you looked at it. Look at it again before you act."
            );
    }

    /// <exception cref="NotFoundException">The case has no such shipment.</exception>
    public Shipment Shipment(Guid id) =>
        Shipments.FirstOrDefault(s => s.Id == id) ?? throw new NotFoundException("shipment");

    /// <summary>Customs holds it, or has seized it.</summary>
    public bool IsHeld(Shipment shipment) => Holds.Any(h => h.ShipmentId == shipment.Id && h.LiftedAt is null);

    public bool HasLeft(Shipment shipment) => Exits.Any(e => e.ShipmentId == shipment.Id);

    /// <summary>Goods of it have left, and nobody has proved or settled that they arrived.</summary>
    public bool IsUnderway(Shipment shipment) => shipment.SettledAt is null && HasLeft(shipment);

    /// <summary>There is still something to find out about it: whether it has arrived, or what becomes of what customs holds.</summary>
    public bool IsPending(Shipment shipment) =>
        IsUnderway(shipment)
        || (shipment.Status is ShipmentStatus.Declared or ShipmentStatus.Released && IsHeld(shipment));

    /// <summary>The request to stop it that stands; null when there is none, or it has been lifted.</summary>
    public IReadOnlyList<ExchangeDocument> RecallsOf(Shipment shipment) =>
        [
            .. Exchange.Where(d =>
                d.Kind == ExchangeKind.Recall
                && Wire.Read<Shipments.RecallContent>(d.Content).Shipment == shipment.Number
                && !Exchange.Exists(l => l.Kind == ExchangeKind.RecallLifted && l.InReplyTo == d.Id)
            ),
        ];

    /// <summary>A State's no that lies on the desk, recorded from its paper and not yet confirmed, is settled before anything is granted or leaves;
    /// also where it lies in a case whose licence this one takes the place of.</summary>
    /// <exception cref="RefusedException">There is one.</exception>
    public void RequireNoRefusalOnTheDesk()
    {
        if (
            Ancestors
                .Prepend(this)
                .SelectMany(file => file.RecordedAnswers)
                .Any(a =>
                    a.Status == RecordingStatus.Pending
                    && a.Kind
                        is ExchangeKind.ImportDenial
                            or ExchangeKind.ImportRevocation
                            or ExchangeKind.Objection
                            or ExchangeKind.NoticeWithdrawal
                )
        )
            throw new RefusedException(
                "answer-outstanding",
                "An answer of a State has been recorded from a document and is neither confirmed nor rejected.",
                "A second officer of the licensing authority compares it with its original first."
            );
    }

    /// <summary>The latest request to a State of that kind, or null.</summary>
    public ExchangeDocument? LatestRequest(ExchangeKind kind, Country to, string? authorisation = null) =>
        Exchange.LastOrDefault(d => d.Kind == kind && d.To == to && d.Authorisation == authorisation);
}

/// <summary>What a licence of another case holds of an import authorisation.</summary>
/// <param name="Amount">All that it has reserved while it is open; what it has shipped once it has ended: the rest is given back.</param>
/// <param name="IsOfOneLine">That licence has replaced this case's, or this case's it, directly or through others: they are one to an
/// authorisation for one licence.</param>
public sealed record HeldReservation(ReservationRecord Reservation, decimal Amount, bool IsOfOneLine)
{
    public static HeldReservation Of(ReservationRecord reservation, bool hasEnded, decimal shipped, bool isOfOneLine) =>
        new(reservation, hasEnded ? shipped : reservation.Amount, isOfOneLine);
}
