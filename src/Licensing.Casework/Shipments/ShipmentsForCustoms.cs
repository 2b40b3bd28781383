using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Returns;
using Licensing.Casework.Storage;
using Licensing.Domain.Article10;
using Licensing.Domain.Licences;
using Licensing.Domain.Shipments;
using Licensing.Domain.States;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Shipments;

/// <param name="IsHere">The goods are still in this State; else they are on their way to it or through it.</param>
public sealed record ShipmentSummary(
    Guid Id,
    string Number,
    string Licence,
    Country ExportingState,
    Country ImportingState,
    ShipmentStatus Status,
    bool IsHeld,
    DateOnly ShipsOn,
    DateOnly ArrivesOn,
    string ExitPost,
    string Conveyance,
    bool IsHere
);

/// <summary>A shipment as an officer at a post needs it.</summary>
/// <param name="MayLeave">Whether everything is met today but for the conditions that the officer has to see.</param>
/// <param name="Findings">Of today, met and unmet; empty for customs of another State, and once nothing more is to leave.</param>
/// <param name="ConditionsToSee">Those that the officer has to see to be met before the release.</param>
/// <param name="ComesHere">By the declared route it comes to this State, or through it, from another.</param>
/// <param name="StillToLeave">What may leave of what was released.</param>
public sealed record ShipmentForCustoms(
    Guid Id,
    string Number,
    ShipmentStatus Status,
    ShipmentDeclaration Declaration,
    bool ComesHere,
    bool MayLeave,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<string> ConditionsToSee,
    IReadOnlyList<ShippedLine> StillToLeave,
    IReadOnlyList<ExitView> Exits,
    IReadOnlyList<HoldView> Holds,
    IReadOnlyList<MovementView> Movements,
    bool IsRecalled
);

/// <summary>A licence as customs sees it: its signed particulars and conditions, and whether it is good today.</summary>
/// <param name="Status">As of today: one whose last day has passed is expired, whether or not that has been noted.</param>
/// <param name="Stay">Of goods that went for a while: what is to come back; null for other goods, and for customs of another State.</param>
/// <param name="IsOfThisState">Issued by this State; its customs releases, that of other States reports what it sees.</param>
public sealed record LicenceForCustoms(
    Guid CaseId,
    string Number,
    LicenceStatus Status,
    bool IsGoodToday,
    string Sha256,
    bool IsOfThisState,
    LicenceContent Content,
    IReadOnlyList<LineBalance> Balances,
    IReadOnlyList<ShipmentForCustoms> Shipments,
    StayForCustoms? Stay
);

/// <summary>What a customs officer sees: licences of the own State, and those whose goods come to it or cross it.</summary>
public sealed class ShipmentsForCustoms(Database database)
{
    /// <summary>What waits at the posts of this State, and what is on its way to it; what leaves first comes first.</summary>
    public async Task<Page<ShipmentSummary>> List(Acting acting, PageWanted page, CancellationToken cancel)
    {
        acting.Require(Role.CustomsOfficer);
        await using var db = database.Open();
        var state = acting.State;
        var throughHere = db
            .ExchangeDocuments.Where(d => d.To == state && d.Kind == ExchangeKind.TransitRequest)
            .Select(d => d.CaseId);
        var rows =
            from shipment in db.Shipments.AsNoTracking()
            join found in db.Cases.AsNoTracking() on shipment.CaseId equals found.Id
            join licence in db.Licences.AsNoTracking() on shipment.LicenceId equals licence.Id
            let isHere = found.ExportingState == state
            where
                (isHere && (shipment.Status == ShipmentStatus.Declared || shipment.Status == ShipmentStatus.Released))
                || (
                    !isHere
                    && shipment.SettledAt == null
                    && db.ShipmentExits.Any(e => e.ShipmentId == shipment.Id)
                    && (found.ImportingState == state || throughHere.Contains(found.Id))
                )
            orderby shipment.DeclaredAt, shipment.Id
            select new
            {
                shipment,
                licence.Number,
                found.ExportingState,
                found.ImportingState,
                isHeld = db.ShipmentHolds.Any(h => h.ShipmentId == shipment.Id && h.LiftedAt == null),
                isHere,
            };
        return (await rows.Take(page, cancel)).Select(r => new ShipmentSummary(
            r.shipment.Id,
            r.shipment.Number,
            r.Number,
            r.ExportingState,
            r.ImportingState,
            r.shipment.Status,
            r.isHeld,
            r.shipment.Declaration.ShipsOn,
            r.shipment.Declaration.ArrivesOn,
            r.shipment.Declaration.ExitPost,
            r.shipment.Declaration.Conveyance,
            r.isHere
        ));
    }

    /// <param name="number">The licence's number, or that of a shipment under it, whatever its case and blanks.</param>
    /// <exception cref="NotFoundException">There is none, or its goods neither leave, cross nor reach this State.</exception>
    public async Task<LicenceForCustoms> Licence(Acting acting, string? number, CancellationToken cancel)
    {
        acting.Require(Role.CustomsOfficer);
        var wanted = string.Concat((number ?? "").Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        if (wanted.Length is 0 or > 50)
            throw new MalformedException("number", "Give the number of the licence, as it is printed on it.");
        await using var db = database.Open();
        var licence = wanted.Split('/')[0];
        var caseId = await db
            .Licences.Where(l => l.Number == licence && l.Kind == LicenceKind.Export)
            .Select(l => (Guid?)l.CaseId)
            .SingleOrDefaultAsync(cancel);
        return await View(db, acting, caseId, null, cancel);
    }

    /// <summary>The same, with this shipment alone.</summary>
    /// <exception cref="NotFoundException">There is none, or its goods neither leave, cross nor reach this State.</exception>
    public async Task<LicenceForCustoms> Shipment(Acting acting, Guid shipmentId, CancellationToken cancel)
    {
        acting.Require(Role.CustomsOfficer);
        await using var db = database.Open();
        var caseId = await db
            .Shipments.Where(s => s.Id == shipmentId)
            .Select(s => (Guid?)s.CaseId)
            .SingleOrDefaultAsync(cancel);
        return await View(db, acting, caseId, shipmentId, cancel);
    }

    private static async Task<LicenceForCustoms> View(
        LicensingDb db,
        Acting acting,
        Guid? caseId,
        Guid? shipmentId,
        CancellationToken cancel
    )
    {
        var file = caseId is { } id ? await CaseFile.Find(db, id, cancel) : null;
        if (file?.Licence is not { } licence)
            throw new NotFoundException("licence");
        var whole = ReleaseGate.Content(file);
        var own = file.Case.ExportingState == acting.State;
        var concerned =
            own
            || file.Case.ImportingState == acting.State
            || whole.TransitStates.Contains(acting.State)
            || file.Shipments.Any(s => ReportMovement.IsOnTheWay(file, s, acting.State));
        if (!concerned)
            throw new NotFoundException("licence");
        // What was paid is the exporter's affair and its own authority's.
        var content = own ? whole : whole.WithoutValues();
        // The legal day of the licence is that of the State that issued it.
        var today = own ? acting.Today : LegalDay.Of(acting.Now, file.State.TimeZone);
        return new LicenceForCustoms(
            file.Case.Id,
            licence.Number,
            content.StandingOn(licence.Status, today),
            content.IsGoodOn(licence.Status, today),
            licence.Sha256,
            own,
            content,
            LineBalance.Of(file),
            [
                .. file
                    .Shipments.Where(s => shipmentId is null || s.Id == shipmentId)
                    .Where(s => own || (file.HasLeft(s) && ReportMovement.IsOnTheWay(file, s, acting.State)))
                    .Select(s => Of(file, s, acting.State, own, today)),
            ],
            own ? StaysForCustoms.Of(file, today) : null
        );
    }

    private static ShipmentForCustoms Of(CaseFile file, Shipment s, Country state, bool own, DateOnly today)
    {
        var view = ShipmentView.Of(file, s);
        var leaving = own && s.Status is ShipmentStatus.Declared or ShipmentStatus.Released;
        var findings = leaving
            ? ReleaseGate
                .Findings(file, s, s.Status == ShipmentStatus.Declared ? null : s.ConditionsMet, today)
                .Where(f => s.Status != ShipmentStatus.Declared || f.Rule != "condition-met")
                .ToList()
            : [];
        return new ShipmentForCustoms(
            s.Id,
            s.Number,
            s.Status,
            s.Declaration,
            ReportMovement.IsOnTheWay(file, s, state),
            leaving && findings.All(f => f.IsMet),
            findings,
            own && s.Status == ShipmentStatus.Declared ? ReleaseGate.Conditions(file, s) : [],
            s.Status == ShipmentStatus.Released ? ReleaseGate.Released(file, s) : [],
            view.Exits,
            // Why another State's customs has stopped it is that State's own.
            own ? view.Holds : [],
            [.. view.Movements.Where(m => own || m.State == state)],
            view.Recalls.Any(r => r.LiftedOn is null)
        );
    }
}
