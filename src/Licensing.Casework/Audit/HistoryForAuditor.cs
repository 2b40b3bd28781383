using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Storage;
using Licensing.Domain.States;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Audit;

/// <summary>One line of the history, as a sentence.</summary>
/// <param name="Sequence">From 1 within the draft, then from 1 within the case.</param>
/// <param name="State">For which State the person acted.</param>
/// <param name="Refused">It was tried and not done.</param>
public sealed record HistoryLine(
    int Sequence,
    DateTimeOffset At,
    Country State,
    string Person,
    Role Role,
    string Event,
    string Sentence,
    bool Refused,
    Guid? CaseId,
    string? CaseNumber
);

/// <summary>Who, for which State, when, what, why. Auditors of the State whose case it is read all of it; its officers read their
/// cases.</summary>
public sealed class HistoryForAuditor(Database database)
{
    /// <summary>A case from its first draft on, oldest first.</summary>
    public async Task<Page<HistoryLine>> OfCase(Acting acting, Guid caseId, PageWanted page, CancellationToken cancel)
    {
        acting.Require(Role.Auditor, Role.LicensingOfficer, Role.SeniorOfficer);
        await using var db = database.Open();
        var found = await db
            .Cases.AsNoTracking()
            .Where(c => c.Id == caseId && c.State == acting.State)
            .Select(c => new { c.ApplicationId })
            .SingleOrDefaultAsync(cancel);
        if (found is null)
            throw new NotFoundException("case");
        var rows = db
            .AuditTrail.AsNoTracking()
            .Where(e =>
                e.CaseId == caseId
                // A transit has none, and what belongs to no application is not its own.
                || (e.CaseId == null && e.ApplicationId != null && e.ApplicationId == found.ApplicationId)
            )
            .OrderBy(e => e.CaseId != null)
            .ThenBy(e => e.Sequence);
        return await Lines(db, rows, acting.State).Take(page, cancel);
    }

    /// <summary>Everything of the State, the latest first: what its records hold, and what its people did in the cases of other States.</summary>
    public async Task<Page<HistoryLine>> OfState(Acting acting, string? text, PageWanted page, CancellationToken cancel)
    {
        acting.Require(Role.Auditor);
        await using var db = database.Open();
        var rows = db.AuditTrail.AsNoTracking().Where(e => e.KeptBy == acting.State || e.State == acting.State);
        if (Searched.For(text) is { } wanted)
            rows = rows.Where(e => e.Sentence.ToUpper().Contains(wanted));
        return await Lines(
                db,
                rows.OrderByDescending(e => e.At).ThenByDescending(e => e.Sequence).ThenByDescending(e => e.Id),
                acting.State
            )
            .Take(page, cancel);
    }

    /// <summary>The State's cases, the latest first.</summary>
    public async Task<Page<CaseSummary>> Cases(Acting acting, PageWanted page, CancellationToken cancel)
    {
        acting.Require(Role.Auditor);
        await using var db = database.Open();
        var rows = db
            .Cases.AsNoTracking()
            .Where(c => c.State == acting.State)
            .OrderByDescending(c => c.SubmittedAt)
            .ThenByDescending(c => c.Id);
        return await CasesForOfficer.Summaries(db, rows).Take(page, cancel);
    }

    // The case of another State is not this auditor's to open.
    private static IQueryable<HistoryLine> Lines(LicensingDb db, IQueryable<AuditEntry> rows, Country reader) =>
        rows.Select(e => new HistoryLine(
            e.Sequence,
            e.At,
            e.State,
            e.PersonName,
            e.Role,
            e.Event,
            e.Sentence,
            e.Refused,
            e.KeptBy == reader ? e.CaseId : null,
            db.Cases.Where(c => c.Id == e.CaseId).Select(c => c.Number).FirstOrDefault()
        ));
}
