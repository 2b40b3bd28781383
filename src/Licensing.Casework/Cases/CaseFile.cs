using Licensing.Casework.Acts;
using Licensing.Casework.Storage;
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
    public required StateRecord ExportingState { get; init; }
    public required Company Company { get; init; }
    public required IReadOnlyList<AuthorisationAnchor> Anchors { get; init; }
    public required PolicyProfile Profile { get; init; }

    /// <summary>Exchange documents of this case, oldest first.</summary>
    public required List<ExchangeDocument> Exchange { get; init; }

    /// <summary>What the importing State has said to this State about these authorisations in other cases, oldest first.</summary>
    public required IReadOnlyList<ExchangeDocument> SaidElsewhere { get; init; }
    public required IReadOnlyList<ReservationRecord> OtherReservations { get; init; }

    /// <summary>Those that the exporting State relies on: confirmed, for the days on which they apply.</summary>
    public required IReadOnlyList<LandlockedArrangement> Arrangements { get; init; }
    public required List<RecordedAnswer> RecordedAnswers { get; init; }
    public required List<InformationRequest> InformationRequests { get; init; }
    public required List<Referral> Referrals { get; init; }
    public required List<Recommendation> Recommendations { get; init; }

    /// <summary>The last one. There is a second only where the law did not permit what the first had granted.</summary>
    public required Decision? Decision { get; set; }
    public required List<DueTime> DueTimes { get; init; }
    public required IReadOnlyList<CompanyRegistration> Registrations { get; init; }
    public required IReadOnlyList<CompanyAuthority> Authorities { get; init; }

    /// <summary>The recommendation that awaits its decision.</summary>
    public Recommendation? Pending => Recommendations.LastOrDefault(r => r.ReturnedBecause is null);

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
        if (file is null || file.Case.ExportingState != act.Acting.State)
            throw new NotFoundException("case");
        act.About(file.Case);
        return file;
    }

    public static async Task<CaseFile?> Find(LicensingDb db, Guid caseId, CancellationToken cancel)
    {
        var found = await db.Cases.SingleOrDefaultAsync(c => c.Id == caseId, cancel);
        if (found is null)
            return null;
        var (exporting, importing) = (found.ExportingState, found.ImportingState);
        var numbers = found.Consignment.AuthorisationNumbers;
        var state = await db.States.SingleAsync(s => s.Code == exporting, cancel);
        var company = await db.Companies.SingleAsync(c => c.Id == found.CompanyId, cancel);
        var anchors = await db
            .AuthorisationAnchors.Where(a =>
                a.KeptBy == exporting && a.IssuedBy == importing && numbers.Contains(a.Number)
            )
            .ToListAsync(cancel);
        var exchange = await db
            .ExchangeDocuments.Where(d =>
                d.CaseId == caseId
                || (
                    d.From == importing
                    && d.To == exporting
                    && d.Authorisation != null
                    && numbers.Contains(d.Authorisation)
                )
            )
            .OrderBy(d => d.Sequence)
            .ToListAsync(cancel);
        var profile = await db
            .PublishedFiles.AsNoTracking()
            .SingleAsync(
                f => f.Kind == PublishedKind.Policy && f.Id == found.Profile && f.Version == found.ProfileVersion,
                cancel
            );
        return new CaseFile
        {
            Case = found,
            ExportingState = state,
            Company = company,
            Anchors = anchors,
            Profile = Wire.Read<PolicyProfile>(profile.Content),
            Exchange = [.. exchange.Where(d => d.CaseId == caseId)],
            SaidElsewhere = [.. exchange.Where(d => d.CaseId != caseId)],
            OtherReservations = await db
                .Reservations.AsNoTracking()
                .Where(r =>
                    r.KeptBy == exporting
                    && r.IssuedBy == importing
                    && r.CaseId != caseId
                    && numbers.Contains(r.Authorisation)
                )
                .ToListAsync(cancel),
            Arrangements =
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
            ],
            RecordedAnswers = await db
                .RecordedAnswers.Where(a => a.CaseId == caseId)
                .OrderBy(a => a.RecordedAt)
                .ToListAsync(cancel),
            InformationRequests = await db
                .InformationRequests.Where(r => r.CaseId == caseId)
                .OrderBy(r => r.AskedAt)
                .ToListAsync(cancel),
            Referrals = await db
                .Referrals.Where(r => r.CaseId == caseId)
                .OrderBy(r => r.ReferredAt)
                .ToListAsync(cancel),
            Recommendations = await db
                .Recommendations.Where(r => r.CaseId == caseId)
                .OrderBy(r => r.At)
                .ThenBy(r => r.Id)
                .ToListAsync(cancel),
            Decision = await db
                .Decisions.Where(d => d.CaseId == caseId)
                .OrderByDescending(d => d.At)
                .ThenByDescending(d => d.Id)
                .FirstOrDefaultAsync(cancel),
            DueTimes = await db.DueTimes.Where(d => d.CaseId == caseId).ToListAsync(cancel),
            Registrations = await db
                .CompanyRegistrations.AsNoTracking()
                .Where(r => r.CompanyId == company.Id)
                .ToListAsync(cancel),
            Authorities = await db
                .CompanyAuthorities.AsNoTracking()
                .Where(a => a.CompanyId == company.Id)
                .ToListAsync(cancel),
        };
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
        : Case.Status == CaseStatus.Open
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

    /// <summary>The latest request to a State of that kind, or null.</summary>
    public ExchangeDocument? LatestRequest(ExchangeKind kind, Country to, string? authorisation = null) =>
        Exchange.LastOrDefault(d => d.Kind == kind && d.To == to && d.Authorisation == authorisation);
}
