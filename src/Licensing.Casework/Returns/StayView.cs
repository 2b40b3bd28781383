using Licensing.Casework.Cases;
using Licensing.Casework.Storage;
using Licensing.Domain.Licences;
using Licensing.Domain.Shipments;
using Licensing.Domain.Temporary;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Returns;

/// <summary>A line of the account: what went is what is back, accounted for and outstanding together.</summary>
/// <param name="Serials">Of what is outstanding.</param>
public sealed record StayLine(
    int Line,
    decimal Went,
    decimal Back,
    decimal AccountedFor,
    decimal Outstanding,
    IReadOnlyList<string> Serials
)
{
    /// <summary>Of goods that came in for good, nothing is to leave again.</summary>
    internal static IReadOnlyList<StayLine> ForGood(CaseFile file)
    {
        var came = Stay.Account(file);
        return [.. came.Goods.Select(g => new StayLine(g.Number, came.Went.AmountOf(g.Number), 0, 0, 0, []))];
    }
}

/// <summary>Goods that went for a while, or came in for a while: for what, until when, and what has become of them.</summary>
/// <param name="ReturnBy">Last day, included, as it is now.</param>
/// <param name="FirstReturnBy">As it was when the licence was issued.</param>
/// <param name="ExtendedBecause">Null where it was not extended.</param>
/// <param name="IsOverdue">The last day has passed, and something is outstanding.</param>
public sealed record StayView(
    TemporaryMovement Movement,
    DateOnly ReturnBy,
    DateOnly FirstReturnBy,
    string? ExtendedBecause,
    bool IsOverdue,
    IReadOnlyList<StayLine> Lines
)
{
    /// <summary>Null where the goods go for good, or there is no licence yet.</summary>
    internal static StayView? Of(CaseFile file, DateOnly today)
    {
        if (file.Case.Consignment.Temporary is not { } movement || file.Licence?.ReturnBy is not { } last)
            return null;
        var account = Stay.Account(file);
        var outstanding = account.Outstanding;
        return new StayView(
            movement,
            last,
            movement.ReturnBy,
            file.Licence.ReturnExtendedBecause,
            Stay.IsOverdueOn(file, today),
            [
                .. account.Goods.Select(g => new StayLine(
                    g.Number,
                    account.Went.AmountOf(g.Number),
                    account.Back.AmountOf(g.Number),
                    account.AccountedFor.AmountOf(g.Number),
                    outstanding.AmountOf(g.Number),
                    [.. outstanding.Where(l => l.Line == g.Number).SelectMany(l => l.Serials)]
                )),
            ]
        );
    }
}

/// <summary>An entry of the account, for the authorities of its own State.</summary>
public sealed record ReturnEntryView(
    ReturnEntryKind Kind,
    IReadOnlyList<ShippedLine> Lines,
    DateOnly On,
    string? Post,
    NotReturned? Outcome,
    string? Because,
    string? Licence,
    Guid? DocumentId,
    int? MarkedYear,
    DateTimeOffset RecordedAt
)
{
    internal static IReadOnlyList<ReturnEntryView> Of(CaseFile file) =>
        [
            .. file.Returns.Select(r => new ReturnEntryView(
                r.Kind,
                r.Lines,
                r.On,
                r.Post,
                r.Outcome,
                r.Because,
                r.Licence,
                r.DocumentId,
                r.MarkedYear,
                r.RecordedAt
            )),
        ];
}

/// <summary>Another licence of the same company whose goods are overdue, or were not returned as they should have been: officers look at it
/// before they let more go.</summary>
/// <param name="Irregular">What became of goods that should have come back, each once.</param>
public sealed record EarlierStay(
    Guid CaseId,
    string CaseNumber,
    string Licence,
    LicenceKind Kind,
    DateOnly ReturnBy,
    bool IsOverdue,
    IReadOnlyList<NotReturned> Irregular
)
{
    /// <summary>In the records of that State, the latest last day first.</summary>
    internal static async Task<IReadOnlyList<EarlierStay>> Of(
        LicensingDb db,
        Case about,
        DateOnly today,
        CancellationToken cancel
    )
    {
        var rows = await (
            from licence in db.Licences.AsNoTracking()
            join found in db.Cases.AsNoTracking() on licence.CaseId equals found.Id
            where
                licence.CompanyId == about.CompanyId
                && licence.State == about.State
                && licence.CaseId != about.Id
                && licence.ReturnBy != null
            let isOverdue = licence.ReturnBy < today
                && licence.ReturnSettledAt == null
                && (db.ShipmentExits.Any(e => e.CaseId == found.Id) || db.ReturnEntries.Any(r => r.CaseId == found.Id))
            where isOverdue || db.ReturnEntries.Any(r => r.CaseId == found.Id && r.Kind == ReturnEntryKind.AccountedFor)
            orderby licence.ReturnBy descending, found.Number
            select new
            {
                found.Id,
                Case = found.Number,
                licence.Number,
                licence.Kind,
                licence.ReturnBy,
                isOverdue,
                Outcomes = db.ReturnEntries.Where(r => r.CaseId == found.Id).Select(r => r.Outcome).ToList(),
            }
        ).ToListAsync(cancel);
        return
        [
            .. rows.Select(r => new EarlierStay(
                    r.Id,
                    r.Case,
                    r.Number,
                    r.Kind,
                    r.ReturnBy!.Value,
                    r.isOverdue,
                    [.. r.Outcomes.OfType<NotReturned>().Where(o => !o.IsRegular()).Distinct().Order()]
                ))
                .Where(s => s.IsOverdue || s.Irregular.Count > 0),
        ];
    }
}
