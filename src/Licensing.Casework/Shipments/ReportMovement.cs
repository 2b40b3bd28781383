using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Clearances;
using Licensing.Casework.Notices;
using Licensing.Casework.Procedures;
using Licensing.Casework.Storage;
using Licensing.Domain.Shipments;
using Licensing.Domain.States;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Shipments;

public enum Movement
{
    /// <summary>The goods have entered the State for transit.</summary>
    TransitEntry,

    /// <summary>They have left it on their way on.</summary>
    TransitExit,

    /// <summary>They have entered the importing State.</summary>
    ImportEntry,

    /// <summary>Customs there holds them.</summary>
    Held,

    /// <summary>Customs there has seized them.</summary>
    Seized,

    /// <summary>They go on by another way than declared; the remark says which.</summary>
    RouteChanged,
}

/// <summary>What customs on the way saw, as sent.</summary>
/// <param name="On">The day there; not after today.</param>
/// <param name="Lines">What was counted; left out where nothing was.</param>
public sealed record MovementGiven(
    Movement? What,
    DateOnly? On,
    string? Post,
    IReadOnlyList<ShippedLineGiven>? Lines,
    string? Remark
);

/// <summary>The report, and the number under which it is on record. Where the case stands is not another State's to know.</summary>
public sealed record MovementReceipt(Guid Id, string Number);

public sealed record MovementContent(
    string Licence,
    string Shipment,
    Movement What,
    DateOnly On,
    string Post,
    IReadOnlyList<ShippedLine> Lines,
    string? Remark
);

/// <summary>Customs of a transit State or of the importing State tells the exporting State what it has seen of a shipment.</summary>
public sealed class ReportMovement(ActRunner acts)
{
    public Task<MovementReceipt> Run(Acting acting, Guid shipmentId, MovementGiven given, CancellationToken cancel) =>
        acts.Run(
            acting,
            "report a movement",
            new { shipmentId, given },
            async act =>
            {
                acting.Require(Role.CustomsOfficer);
                var shipmentRow = await act
                    .Db.Shipments.AsNoTracking()
                    .SingleOrDefaultAsync(s => s.Id == shipmentId, cancel);
                var file = shipmentRow is null ? null : await CaseFile.Find(act.Db, shipmentRow.CaseId, cancel);
                if (file is null || !IsOnTheWay(file, file.Shipment(shipmentId), acting.State))
                    throw new NotFoundException("shipment");
                act.About(file.Case);
                var shipment = file.Shipment(shipmentId);
                var content = Read(file, shipment, given, acting);
                file.RequirePermitted(CaseActs.ReportMovement);
                if (!file.HasLeft(shipment))
                    throw new RefusedException(
                        "not-left",
                        $"Nothing has left {file.State.Name} under shipment {shipment.Number} yet.",
                        "If the goods are before you, hold them and ask the exporting State."
                    );
                var document = Exchange.Add(
                    act,
                    file,
                    new ExchangeEntry(
                        ExchangeKind.MovementReport,
                        acting.State,
                        file.Case.ExportingState,
                        acting.Today,
                        Wire.Write(content)
                    )
                );
                act.Audit(
                    new MovementReported(
                        document.Number,
                        acting.State.Code,
                        shipment.Number,
                        content.What,
                        content.On,
                        content.Post
                    )
                );
                if (
                    content.What is Movement.Held or Movement.Seized or Movement.RouteChanged
                    || Differences(file, shipment, content).Count > 0
                )
                    await Tell.Officers(act, file.Case, "Customs on the way reports a shipment");
                Act.Touch(file.Case);
                file.Case.ScreenedAt = null;
                return new MovementReceipt(document.Id, document.Number);
            },
            cancel
        );

    /// <summary>What customs on the way has reported of a shipment, oldest first.</summary>
    internal static IEnumerable<(ExchangeDocument Document, MovementContent Content)> Of(
        CaseFile file,
        Shipment shipment
    ) =>
        file
            .Exchange.Where(d => d.Kind == ExchangeKind.MovementReport)
            .Select(d => (Document: d, Content: Wire.Read<MovementContent>(d.Content)))
            .Where(m => m.Content.Shipment == shipment.Number);

    /// <summary>Where what was counted is not what has left. Nothing was counted where no line is given.</summary>
    internal static IReadOnlyList<Discrepancy> Differences(CaseFile file, Shipment shipment, MovementContent content) =>
        content.Lines.Count == 0
            ? []
            : Discrepancy.Between(
                Shipped.Sum(ReleaseGate.Gone(file, shipment)),
                new Receipt(content.On, content.Lines, null)
            );

    /// <summary>Whether that State's customs may meet the goods: the importing State, or a State through which they go.</summary>
    internal static bool IsOnTheWay(CaseFile file, Shipment shipment, Country state) =>
        state != file.Case.ExportingState
        && shipment.Declaration.Route.Select(l => l.To).Append(file.Case.ImportingState).Contains(state);

    private static MovementContent Read(CaseFile file, Shipment shipment, MovementGiven given, Acting acting)
    {
        var problems = new Problems();
        var what = problems.Required("what", given.What, "what happened");
        var on = problems.Required("on", given.On, "the day on which it happened");
        var post = problems.Text("post", given.Post, "the customs post", 200);
        if (given.On > acting.Today)
            problems.Add("on", "It cannot have happened after today.");
        if (
            file.Exits.Where(e => e.ShipmentId == shipment.Id).Min(e => (DateOnly?)e.LeftOn) is { } left
            && on < left.AddDays(-1)
        )
            problems.Add("on", $"The goods left on {left:yyyy-MM-dd}: they cannot have been there before.");
        var lines = given.Lines is { Count: > 0 } counted
            ? ShippedLineGiven.Read(counted, file.Consignment.Lines, problems)
            : [];
        var isImport = acting.State == file.Case.ImportingState;
        if (given.What == Movement.ImportEntry && !isImport)
            problems.Add("what", $"The goods are imported by {file.Case.ImportingState}: here they are in transit.");
        if (given.What is Movement.TransitEntry or Movement.TransitExit && isImport)
            problems.Add("what", "Here the goods are imported: report their import entry.");
        var remark = string.IsNullOrWhiteSpace(given.Remark) ? null : given.Remark.Trim();
        if (given.What is Movement.Held or Movement.Seized or Movement.RouteChanged && remark is null)
            problems.Add("remark", "Say why, or by which way.");
        if (remark?.Length > 1000)
            problems.Add("remark", "This is longer than 1000 characters: shorten it.");
        problems.ThrowIfAny();
        return new MovementContent(file.Licence!.Number, shipment.Number, what, on, post, lines, remark);
    }
}
