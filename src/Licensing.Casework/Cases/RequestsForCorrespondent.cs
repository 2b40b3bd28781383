using System.Text.Json;
using Licensing.Casework.Acts;
using Licensing.Casework.Clearances;
using Licensing.Casework.Procedures;
using Licensing.Casework.Shipments;
using Licensing.Casework.Storage;
using Licensing.Casework.Transits;
using Licensing.Domain.Licences;
using Licensing.Domain.States;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Cases;

/// <param name="AnsweredBy">Kind of the last answer to it; null while there is none, or only an acknowledgement.</param>
/// <param name="Superseded">A newer request has taken its place.</param>
public sealed record RequestSummary(
    Guid Id,
    string Number,
    ExchangeKind Kind,
    Country From,
    string? Authorisation,
    DateOnly DatedOn,
    bool Acknowledged,
    ExchangeKind? AnsweredBy,
    DateOnly? LastDay,
    bool Superseded,
    bool IsOpen
);

public sealed record AnswerView(
    Guid Id,
    string Number,
    ExchangeKind Kind,
    DateOnly DatedOn,
    DateTimeOffset KnownAt,
    Provenance Provenance,
    JsonElement Content
);

/// <summary>A request with everything needed to answer it, and nothing of the exporting State's own file.</summary>
/// <param name="ImportConfirmation">What is asked of an importing State.</param>
/// <param name="Transit">What is asked of a transit State, with the import licence's information.</param>
/// <param name="Receipt">The shipment whose receipt is to be confirmed, Art. 10(4).</param>
/// <param name="Recall">The shipment that is to be stopped.</param>
/// <param name="InRegister">The authorisation in this State's own register: it is confirmed as it was issued. Null where it has none of
/// that number.</param>
/// <param name="Drawn">What has left so far on account of the import authorisation.</param>
/// <param name="OwnCase">The number of the case that this State's own officers have of the request, and in which they answer it; null
/// where they have none.</param>
/// <param name="MayGive">The kinds of answer that can be given here as things stand.</param>
public sealed record RequestForCorrespondent(
    RequestSummary Summary,
    ImportConfirmationRequestContent? ImportConfirmation,
    TransitRequestContent? Transit,
    ReceiptRequestContent? Receipt,
    RecallContent? Recall,
    IReadOnlyList<DrawDownContent> Drawn,
    InRegister? InRegister,
    string? OwnCase,
    IReadOnlyList<AnswerView> Answers,
    IReadOnlyList<ExchangeKind> MayGive,
    string? LicenceNumber,
    LicenceStatus? LicenceStatus
);

/// <summary>What a State's correspondent sees: the requests to that State, and its own answers.</summary>
public sealed class RequestsForCorrespondent(Database database)
{
    private static readonly ExchangeKind[] Requests =
    [
        ExchangeKind.ImportConfirmationRequest,
        ExchangeKind.TransitRequest,
        ExchangeKind.ReceiptRequest,
        ExchangeKind.Recall,
    ];

    private static readonly ExchangeKind[] Clearances =
    [
        ExchangeKind.ImportConfirmation,
        ExchangeKind.ImportDenial,
        ExchangeKind.ImportRevocation,
        ExchangeKind.TransitAcknowledgement,
        ExchangeKind.NoObjection,
        ExchangeKind.Objection,
        ExchangeKind.NoticeWithdrawal,
    ];

    /// <summary>Unanswered first, then the latest.</summary>
    public async Task<Page<RequestSummary>> Inbox(Acting acting, PageWanted page, CancellationToken cancel)
    {
        acting.Require(Role.StateCorrespondent);
        await using var db = database.Open();
        var requests = await db
            .ExchangeDocuments.AsNoTracking()
            .Where(d => d.To == acting.State && Requests.Contains(d.Kind))
            .OrderBy(d =>
                db.ExchangeDocuments.Any(a =>
                    a.CaseId == d.CaseId && a.InReplyTo == d.Id && a.Kind != ExchangeKind.TransitAcknowledgement
                )
            )
            .ThenByDescending(d => d.KnownAt)
            .ThenByDescending(d => d.Number)
            .Take(page, cancel);
        var summaries = await Summaries(db, requests.Items, cancel);
        return new Page<RequestSummary>(summaries, requests.Number, requests.Size, requests.Total);
    }

    /// <exception cref="NotFoundException">It is another State's, or there is none.</exception>
    public async Task<RequestForCorrespondent> Request(Acting acting, Guid id, CancellationToken cancel)
    {
        acting.Require(Role.StateCorrespondent);
        await using var db = database.Open();
        var request =
            await db
                .ExchangeDocuments.AsNoTracking()
                .SingleOrDefaultAsync(d => d.Id == id && d.To == acting.State && Requests.Contains(d.Kind), cancel)
            ?? throw new NotFoundException("request");
        var answers = await Answers(db, request).ToListAsync(cancel);
        var licence = await db.Licences.AsNoTracking().SingleOrDefaultAsync(l => l.CaseId == request.CaseId, cancel);
        var file = await CaseFile.Find(db, request.CaseId, cancel) ?? throw new NotFoundException("case");
        var own = await TransitCases.Of(db, request, cancel);
        return new RequestForCorrespondent(
            (await Summaries(db, [request], cancel))[0],
            Content<ImportConfirmationRequestContent>(request, ExchangeKind.ImportConfirmationRequest),
            Content<TransitRequestContent>(request, ExchangeKind.TransitRequest),
            Content<ReceiptRequestContent>(request, ExchangeKind.ReceiptRequest),
            Content<RecallContent>(request, ExchangeKind.Recall),
            [
                .. file
                    .Exchange.Where(d =>
                        d.Kind == ExchangeKind.DrawDown
                        && d.To == acting.State
                        && request.Kind == ExchangeKind.ImportConfirmationRequest
                        && d.Authorisation == request.Authorisation
                    )
                    .Select(d => Wire.Read<DrawDownContent>(d.Content)),
            ],
            request.Kind == ExchangeKind.ImportConfirmationRequest
                ? await RegisterStatements.Find(db, acting.State, request.Authorisation, cancel)
                : null,
            own?.Number,
            answers.ConvertAll(a => new AnswerView(
                a.Id,
                a.Number,
                a.Kind,
                a.DatedOn,
                a.KnownAt,
                a.Provenance,
                JsonSerializer.Deserialize<JsonElement>(a.Content)
            )),
            [.. Answering.Possible(file, request).Where(kind => own?.IsWhereItSays(kind, onPaper: false) != true)],
            licence?.Number,
            licence?.Status
        );
    }

    private static T? Content<T>(ExchangeDocument request, ExchangeKind kind)
        where T : class => request.Kind == kind ? Wire.Read<T>(request.Content) : null;

    // A notice stands whichever request it answered; a receipt or a reply to a recall answers its own request alone.
    private static IQueryable<ExchangeDocument> Answers(LicensingDb db, ExchangeDocument request) =>
        db
            .ExchangeDocuments.AsNoTracking()
            .Where(d =>
                d.CaseId == request.CaseId
                && d.From == request.To
                && (
                    request.Kind == ExchangeKind.ReceiptRequest || request.Kind == ExchangeKind.Recall
                        ? d.InReplyTo == request.Id
                        : d.Authorisation == request.Authorisation && Clearances.Contains(d.Kind)
                )
            )
            .OrderBy(d => d.Sequence);

    // Asked for all requests of the page together.
    private static async Task<IReadOnlyList<RequestSummary>> Summaries(
        LicensingDb db,
        IReadOnlyList<ExchangeDocument> requests,
        CancellationToken cancel
    )
    {
        var cases = requests.Select(r => r.CaseId).Distinct().ToList();
        var exchange = await db
            .ExchangeDocuments.AsNoTracking()
            .Where(d => cases.Contains(d.CaseId))
            .OrderBy(d => d.Sequence)
            .Select(d => new
            {
                d.Id,
                d.CaseId,
                d.Sequence,
                d.Kind,
                d.From,
                d.To,
                d.Authorisation,
                d.InReplyTo,
            })
            .ToListAsync(cancel);
        var lastDays = await db
            .DueTimes.AsNoTracking()
            .Where(d => cases.Contains(d.CaseId))
            .GroupBy(d => new
            {
                d.CaseId,
                d.Kind,
                d.SubjectId,
            })
            .Select(g => new
            {
                g.Key.CaseId,
                g.Key.Kind,
                g.Key.SubjectId,
                LastDay = g.Max(d => d.LastDay),
            })
            .ToListAsync(cancel);
        var found = await db
            .Cases.AsNoTracking()
            .Where(c => cases.Contains(c.Id))
            .Select(c => new
            {
                c.Id,
                c.Status,
                c.PermittedActs,
            })
            .ToDictionaryAsync(c => c.Id, cancel);
        var shipments = await db
            .Shipments.AsNoTracking()
            .Where(s => cases.Contains(s.CaseId) && s.ReceiptRequestId != null)
            .Select(s => new
            {
                s.Id,
                s.ReceiptRequestId,
                s.SettledAt,
            })
            .ToListAsync(cancel);
        return [.. requests.Select(Summary)];

        RequestSummary Summary(ExchangeDocument request)
        {
            var answers = exchange.FindAll(d => d.InReplyTo == request.Id && d.From == request.To);
            var due = request.Kind switch
            {
                ExchangeKind.TransitRequest => DueKind.TransitNotices,
                ExchangeKind.ReceiptRequest => DueKind.Receipt,
                ExchangeKind.ImportConfirmationRequest => DueKind.ImportConfirmation,
                _ => (DueKind?)null,
            };
            var shipment = shipments.Find(s => s.ReceiptRequestId == request.Id);
            var answered = answers.FindLast(a => a.Kind != ExchangeKind.TransitAcknowledgement)?.Kind;
            var its = found[request.CaseId];
            var superseded =
                request.Kind is ExchangeKind.ImportConfirmationRequest or ExchangeKind.TransitRequest
                && exchange.Exists(d =>
                    d.CaseId == request.CaseId
                    && d.Kind == request.Kind
                    && d.To == request.To
                    && d.Authorisation == request.Authorisation
                    && d.Sequence > request.Sequence
                );
            var lifted = exchange.Exists(d =>
                d.Kind == ExchangeKind.RecallLifted
                && d.CaseId == request.CaseId
                && d.To == request.To
                && d.Sequence > request.Sequence
                && d.InReplyTo == request.Id
            );
            var owed = lastDays.FindAll(d => d.CaseId == request.CaseId && d.Kind == due);
            return new RequestSummary(
                request.Id,
                request.Number,
                request.Kind,
                request.From,
                request.Authorisation,
                request.DatedOn,
                answers.Count > 0,
                answered,
                (
                    owed.Find(d => d.SubjectId == (shipment?.Id ?? request.Id)) ?? owed.Find(d => d.SubjectId is null)
                )?.LastDay,
                superseded,
                request.Kind switch
                {
                    ExchangeKind.ReceiptRequest => shipment is { SettledAt: null },
                    ExchangeKind.Recall => answered is null && !lifted,
                    // Asked again after the licence, it is open until it is answered.
                    _ => its.Status == CaseStatus.Open
                        || (
                            answered is null
                            && !superseded
                            && its.PermittedActs.Split(' ')
                                .Contains(
                                    request.Kind == ExchangeKind.TransitRequest
                                        ? CaseActs.AnswerTransit
                                        : CaseActs.AnswerImport
                                )
                        ),
                }
            );
        }
    }
}
