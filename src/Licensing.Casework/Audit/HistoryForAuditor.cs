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

/// <summary>A screening as it was kept.</summary>
/// <param name="AsOf">The legal day whose lists and history it looked at.</param>
/// <param name="Lists">By name of list or table, SHA-256 of what was read.</param>
/// <param name="Flags">Rules that raised a flag, the gravest first.</param>
public sealed record ScreeningLine(
    int Sequence,
    DateTimeOffset At,
    DateOnly AsOf,
    Domain.Screening.Stage Stage,
    string RuleSet,
    int RuleSetVersion,
    string Band,
    int Points,
    bool IsBlocked,
    IReadOnlyList<string> Flags,
    int NotAssessed,
    IReadOnlyDictionary<string, string> Lists,
    string Sha256
)
{
    internal static ScreeningLine Of(ScreeningRecord it) =>
        new(
            it.Sequence,
            it.At,
            it.AsOf,
            it.Stage,
            it.RuleSet,
            it.RuleSetVersion,
            it.Band,
            it.Points,
            it.IsBlocked,
            [.. Screening.ScreeningOnFile.Flags(it).OrderByDescending(f => f.Severity).Select(f => f.Rule)],
            Screening.ScreeningOnFile.NotAssessed(it).Count,
            System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string>>(it.Lists)!,
            it.Sha256
        );
}

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

    /// <summary>How a case came out of the screening for diversion risk whenever it came out otherwise, oldest first: which rule set judged
    /// it, when, and with which lists.</summary>
    public async Task<IReadOnlyList<ScreeningLine>> Screenings(Acting acting, Guid caseId, CancellationToken cancel)
    {
        acting.Require(Role.Auditor, Role.LicensingOfficer, Role.SeniorOfficer);
        await using var db = database.Open();
        if (!await db.Cases.AnyAsync(c => c.Id == caseId && c.State == acting.State, cancel))
            throw new NotFoundException("case");
        return
        [
            .. (
                await db
                    .Screenings.AsNoTracking()
                    .Where(s => s.CaseId == caseId)
                    .OrderBy(s => s.Sequence)
                    .ToListAsync(cancel)
            ).Select(ScreeningLine.Of),
        ];
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
