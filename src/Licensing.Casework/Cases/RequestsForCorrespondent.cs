using System.Text.Json;
using Licensing.Casework.Acts;
using Licensing.Casework.Clearances;
using Licensing.Casework.Storage;
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
/// <param name="MayGive">The kinds of answer that can be given as things stand.</param>
public sealed record RequestForCorrespondent(
    RequestSummary Summary,
    ImportConfirmationRequestContent? ImportConfirmation,
    TransitRequestContent? Transit,
    IReadOnlyList<AnswerView> Answers,
    IReadOnlyList<ExchangeKind> MayGive,
    string? LicenceNumber,
    LicenceStatus? LicenceStatus
);

/// <summary>What a State's correspondent sees: the requests to that State, and its own answers.</summary>
public sealed class RequestsForCorrespondent(Database database)
{
    /// <summary>Unanswered first, then the latest.</summary>
    public async Task<Page<RequestSummary>> Inbox(Acting acting, PageWanted page, CancellationToken cancel)
    {
        acting.Require(Role.StateCorrespondent);
        await using var db = database.Open();
        var requests = await db
            .ExchangeDocuments.AsNoTracking()
            .Where(d =>
                d.To == acting.State
                && (d.Kind == ExchangeKind.ImportConfirmationRequest || d.Kind == ExchangeKind.TransitRequest)
            )
            .OrderBy(d =>
                db.ExchangeDocuments.Any(a => a.InReplyTo == d.Id && a.Kind != ExchangeKind.TransitAcknowledgement)
            )
            .ThenByDescending(d => d.KnownAt)
            .ThenByDescending(d => d.Number)
            .Take(page, cancel);
        var summaries = new List<RequestSummary>();
        foreach (var request in requests.Items)
            summaries.Add(await Summary(db, request, cancel));
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
                .SingleOrDefaultAsync(
                    d =>
                        d.Id == id
                        && d.To == acting.State
                        && (d.Kind == ExchangeKind.ImportConfirmationRequest || d.Kind == ExchangeKind.TransitRequest),
                    cancel
                )
            ?? throw new NotFoundException("request");
        var answers = await Answers(db, request).ToListAsync(cancel);
        var licence = await db.Licences.AsNoTracking().SingleOrDefaultAsync(l => l.CaseId == request.CaseId, cancel);
        var file = await CaseFile.Find(db, request.CaseId, cancel) ?? throw new NotFoundException("case");
        var isImport = request.Kind == ExchangeKind.ImportConfirmationRequest;
        return new RequestForCorrespondent(
            await Summary(db, request, cancel),
            isImport ? Wire.Read<ImportConfirmationRequestContent>(request.Content) : null,
            isImport ? null : Wire.Read<TransitRequestContent>(request.Content),
            answers.ConvertAll(a => new AnswerView(
                a.Id,
                a.Number,
                a.Kind,
                a.DatedOn,
                a.KnownAt,
                a.Provenance,
                JsonSerializer.Deserialize<JsonElement>(a.Content)
            )),
            Answering.Possible(file, request),
            licence?.Number,
            licence?.Status
        );
    }

    private static IQueryable<ExchangeDocument> Answers(LicensingDb db, ExchangeDocument request) =>
        db
            .ExchangeDocuments.AsNoTracking()
            .Where(d => d.CaseId == request.CaseId && d.From == request.To && d.Authorisation == request.Authorisation)
            .OrderBy(d => d.Sequence);

    private static async Task<RequestSummary> Summary(
        LicensingDb db,
        ExchangeDocument request,
        CancellationToken cancel
    )
    {
        var answers = await Answers(db, request).Where(a => a.InReplyTo == request.Id).ToListAsync(cancel);
        var kind = request.Kind == ExchangeKind.TransitRequest ? DueKind.TransitNotices : DueKind.ImportConfirmation;
        var lastDay = await db
            .DueTimes.AsNoTracking()
            .Where(d => d.CaseId == request.CaseId && d.Kind == kind)
            .OrderByDescending(d => d.LastDay)
            .Select(d => (DateOnly?)d.LastDay)
            .FirstOrDefaultAsync(cancel);
        var superseded = await db
            .ExchangeDocuments.AsNoTracking()
            .AnyAsync(
                d =>
                    d.CaseId == request.CaseId
                    && d.Kind == request.Kind
                    && d.To == request.To
                    && d.Authorisation == request.Authorisation
                    && d.Sequence > request.Sequence,
                cancel
            );
        var isOpen = await db
            .Cases.AsNoTracking()
            .AnyAsync(c => c.Id == request.CaseId && c.Status == CaseStatus.Open, cancel);
        return new RequestSummary(
            request.Id,
            request.Number,
            request.Kind,
            request.From,
            request.Authorisation,
            request.DatedOn,
            answers.Count > 0,
            answers.LastOrDefault(a => a.Kind != ExchangeKind.TransitAcknowledgement)?.Kind,
            lastDay,
            superseded,
            isOpen
        );
    }
}
