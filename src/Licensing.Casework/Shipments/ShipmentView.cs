using Licensing.Casework.Cases;
using Licensing.Casework.Storage;
using Licensing.Domain.Article10;
using Licensing.Domain.Shipments;
using Licensing.Domain.States;

namespace Licensing.Casework.Shipments;

public sealed record ExitView(
    DateOnly LeftOn,
    string Post,
    IReadOnlyList<ShippedLine> Lines,
    DateTimeOffset RecordedAt
);

/// <param name="LastDay">For the licensing authority's answer; null for a seizure.</param>
public sealed record HoldView(
    Guid Id,
    bool IsSeizure,
    string Because,
    string Post,
    DateTimeOffset At,
    DateOnly? LastDay,
    DateTimeOffset? LiftedAt,
    string? LiftedBecause
);

/// <summary>What customs on the way has reported.</summary>
/// <param name="Differences">Where what was counted is not what had left; empty where nothing was counted.</param>
public sealed record MovementView(
    Country State,
    MovementContent Content,
    DateTimeOffset KnownAt,
    IReadOnlyList<string> Differences
);

public sealed record RecallView(
    Country State,
    DateOnly AskedOn,
    RecallOutcome? Outcome,
    string? Remark,
    DateTimeOffset? AnsweredAt,
    DateOnly? LiftedOn
);

/// <param name="Differences">Where the receipt is not what left; empty while there is none.</param>
/// <param name="NotReceived">The importing State's last answer is that it has not arrived.</param>
public sealed record ReceiptView(
    DateOnly AskedOn,
    DateOnly? LastDay,
    Receipt? Receipt,
    bool NotReceived,
    IReadOnlyList<string> Differences
);

/// <summary>That an officer would let the shipment go on.</summary>
public sealed record RecallLiftView(bool ByMe, string Because);

/// <summary>A shipment as the authorities of its own State see it.</summary>
/// <param name="MayLiftRecall">It is called back, and the procedure permits to lift that, once its ground holds.</param>
public sealed record ShipmentView(
    Guid Id,
    string Number,
    ShipmentStatus Status,
    ShipmentDeclaration Declaration,
    DateTimeOffset DeclaredAt,
    DateTimeOffset? ReleasedAt,
    string? ReleasedAtPost,
    IReadOnlyList<string> ConditionsMet,
    string? EndedBecause,
    IReadOnlyList<ExitView> Exits,
    IReadOnlyList<HoldView> Holds,
    IReadOnlyList<MovementView> Movements,
    IReadOnlyList<RecallView> Recalls,
    bool MayLiftRecall,
    RecallLiftView? RecallLift,
    ReceiptView? Receipt,
    bool IsUnderway,
    ShipmentOutcome? Outcome,
    string? SettledBecause
)
{
    internal static ShipmentView Of(CaseFile file, Shipment s, Guid? me = null) =>
        new(
            s.Id,
            s.Number,
            s.Status,
            s.Declaration,
            s.DeclaredAt,
            s.ReleasedAt,
            s.ReleasedAtPost,
            s.ConditionsMet,
            s.EndedBecause,
            [
                .. file
                    .Exits.Where(e => e.ShipmentId == s.Id)
                    .Select(e => new ExitView(e.LeftOn, e.Post, e.Lines, e.RecordedAt)),
            ],
            [
                .. file
                    .Holds.Where(h => h.ShipmentId == s.Id)
                    .Select(h => new HoldView(
                        h.Id,
                        h.IsSeizure,
                        h.Because,
                        h.Post,
                        h.At,
                        h.LastDay,
                        h.LiftedAt,
                        h.LiftedBecause
                    )),
            ],
            MovementsOf(file, s),
            RecallsOf(file, s),
            LiftRecall.IsPossible(file, s),
            s is { RecallLiftBy: { } first, RecallLiftBecause: { } why } ? new RecallLiftView(first == me, why) : null,
            ReceiptOf(file, s),
            file.IsUnderway(s),
            s.Outcome,
            s.SettledBecause
        );

    internal static IReadOnlyList<MovementView> MovementsOf(CaseFile file, Shipment s) =>
        [
            .. ReportMovement
                .Of(file, s)
                .Select(m => new MovementView(
                    m.Document.From,
                    m.Content,
                    m.Document.KnownAt,
                    [.. ReportMovement.Differences(file, s, m.Content).Select(d => d.Text)]
                )),
        ];

    private static IReadOnlyList<RecallView> RecallsOf(CaseFile file, Shipment s) =>
        [
            .. file
                .Exchange.Where(d =>
                    d.Kind == ExchangeKind.Recall && Wire.Read<RecallContent>(d.Content).Shipment == s.Number
                )
                .Select(d =>
                {
                    var after = file.Exchange.FindAll(a => a.InReplyTo == d.Id);
                    var reply = after.FindLast(a => a.Kind == ExchangeKind.RecallReply);
                    var content = reply is null ? null : Wire.Read<RecallReplyContent>(reply.Content);
                    var lifted = after.Find(a => a.Kind == ExchangeKind.RecallLifted);
                    return new RecallView(
                        d.To,
                        d.DatedOn,
                        content?.Outcome,
                        content?.Remark,
                        reply?.KnownAt,
                        lifted?.DatedOn
                    );
                }),
        ];

    private static ReceiptView? ReceiptOf(CaseFile file, Shipment s)
    {
        if (file.Exchange.FirstOrDefault(d => d.Id == s.ReceiptRequestId) is not { } request)
            return null;
        var answer = file.Exchange.LastOrDefault(d => d.InReplyTo == request.Id);
        var receipt = Receipts.Received(file, s);
        return new ReceiptView(
            request.DatedOn,
            file.DueTimes.Where(d => d.Kind == DueKind.Receipt && d.SubjectId == s.Id && d.SettledAt is null)
                .Select(d => (DateOnly?)d.LastDay)
                .Min(),
            receipt,
            answer?.Kind == ExchangeKind.NonReceipt,
            receipt is null ? [] : [.. Receipts.Differences(file, s, receipt).Select(d => d.Text)]
        );
    }
}

/// <summary>A shipment as its exporter sees it: what is missing, and not what customs suspects or another State has said.</summary>
/// <param name="Outstanding">What keeps it from leaving today, apart from the conditions that customs looks at; empty once nothing more
/// is to leave.</param>
public sealed record ShipmentForApplicant(
    Guid Id,
    string Number,
    ShipmentStatus Status,
    ShipmentDeclaration Declaration,
    DateTimeOffset DeclaredAt,
    DateTimeOffset? ReleasedAt,
    bool IsHeld,
    string? EndedBecause,
    IReadOnlyList<ExitView> Exits,
    ShipmentOutcome? Outcome,
    IReadOnlyList<ReleasedFinding> Outstanding
)
{
    internal static ShipmentForApplicant Of(CaseFile file, Shipment s, DateOnly today)
    {
        var view = ShipmentView.Of(file, s);
        return new ShipmentForApplicant(
            s.Id,
            s.Number,
            s.Status,
            s.Declaration,
            s.DeclaredAt,
            s.ReleasedAt,
            file.IsHeld(s),
            s.EndedBecause,
            view.Exits,
            s.Outcome,
            s.Status is ShipmentStatus.Declared or ShipmentStatus.Released
                ? ReleasedFinding.Unmet(ReleaseGate.Findings(file, s, null, today))
                : []
        );
    }
}

/// <summary>How much of a line of a licence may still be shipped.</summary>
/// <param name="Committed">Released, and not left yet.</param>
public sealed record LineBalance(int Line, decimal Licensed, decimal Left, decimal Committed, decimal Remaining)
{
    internal static IReadOnlyList<LineBalance> Of(CaseFile file)
    {
        var (gone, committed) = (ReleaseGate.Gone(file), ReleaseGate.AllCommitted(file));
        return
        [
            .. file.Consignment.Lines.Select(l => new LineBalance(
                l.Number,
                l.Quantity.Amount,
                gone.AmountOf(l.Number),
                committed.AmountOf(l.Number) - gone.AmountOf(l.Number),
                l.Quantity.Amount - committed.AmountOf(l.Number)
            )),
        ];
    }
}
