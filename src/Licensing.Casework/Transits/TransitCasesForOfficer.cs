using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Clearances;
using Licensing.Casework.StateDirectory;
using Licensing.Casework.Storage;
using Licensing.Domain.States;
using Licensing.Domain.Transit;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Transits;

/// <summary>What passed between the two States about the transit.</summary>
/// <param name="GivenBy">Who gave it for this State; null for what the other State said or recorded, whose people are its own affair.</param>
public sealed record TransitDocumentView(
    Guid Id,
    string Number,
    ExchangeKind Kind,
    Country From,
    Country To,
    Guid? InReplyTo,
    DateOnly DatedOn,
    DateTimeOffset KnownAt,
    Provenance Provenance,
    string? GivenBy,
    string Content,
    string Sha256
);

/// <param name="Kind">The answer that is recommended: notice of no objection, or objection.</param>
/// <param name="Content">Of the answer; a notice will bear the day on which it is given.</param>
/// <param name="DecidedBy">Who gave that answer; null while nobody has.</param>
/// <param name="DecisionNote">What that one added for the officers' eyes.</param>
public sealed record NoticeRecommendationView(
    Guid Id,
    ExchangeKind Kind,
    string Content,
    string Note,
    string By,
    bool ByMe,
    DateTimeOffset At,
    string? ReturnedBecause,
    string? DecidedBy,
    DateTimeOffset? DecidedAt,
    string? DecisionNote
);

/// <summary>A transit State's case as its own authority sees it: what it was asked, and what it did about it.</summary>
/// <param name="MovingSince">Since when the procedure carries out what was done last; null where the case rests.</param>
/// <param name="Request">The latest one, with the information in the import licences (Art. 10(3)): all that this State knows.</param>
/// <param name="Notice">The notice of no objection that stands; null when there is none.</param>
public sealed record TransitCaseForOfficer(
    Guid Id,
    string Number,
    Guid Version,
    Country ExportingState,
    Country ImportingState,
    Progress Progress,
    bool IsOverdue,
    IReadOnlyList<string> PermittedActs,
    DateTimeOffset? MovingSince,
    string RequestNumber,
    DateOnly RequestedOn,
    TransitRequestContent Request,
    bool IsAcknowledged,
    NoObjection? Notice,
    IReadOnlyList<NoticeRecommendationView> Recommendations,
    IReadOnlyList<TransitDocumentView> Exchange,
    ReopeningView? Reopening
);

/// <summary>What an officer of a transit State sees of a request to it.</summary>
public sealed class TransitCasesForOfficer(Database database)
{
    /// <summary>Whether it is a transit of the State for which the person acts.</summary>
    public async Task<bool> Has(Acting acting, Guid id, CancellationToken cancel)
    {
        await using var db = database.Open();
        return await db.Cases.AnyAsync(c => c.Id == id && c.State == acting.State && c.AskedInCaseId != null, cancel);
    }

    /// <exception cref="NotFoundException">It is another State's, it is no transit, or there is none.</exception>
    public async Task<TransitCaseForOfficer> Case(Acting acting, Guid id, CancellationToken cancel)
    {
        acting.Require(Role.LicensingOfficer, Role.SeniorOfficer, Role.Auditor);
        await using var db = database.Open();
        var file = await CaseFile.Find(db, id, cancel);
        if (file is null || file.Case.State != acting.State || file.Case.AskedInCaseId is null)
            throw new NotFoundException("transit");
        var own = file.Exchange.Where(d => d.From == acting.State && d.Provenance == Provenance.GivenInSystem);
        var names = await NamesOf.People(
            db,
            [
                .. own.Select(d => (Guid?)d.GivenBy),
                .. file.Recommendations.Select(r => (Guid?)r.By),
                .. file.Decisions.Select(d => (Guid?)d.By),
                file.Case.ReopenedBy,
            ],
            cancel
        );
        return View(acting, file, person => names.GetValueOrDefault(person, ""));
    }

    private static TransitCaseForOfficer View(Acting acting, CaseFile file, Func<Guid, string> name)
    {
        var c = file.Case;
        var progress = Progress.Of(file, acting.Today, null);
        var request = file.Exchange.Last(d => d.Kind == ExchangeKind.TransitRequest);
        return new TransitCaseForOfficer(
            c.Id,
            c.Number,
            c.Version,
            c.ExportingState,
            c.ImportingState,
            progress,
            c.Status == CaseStatus.Open && progress.Clock.IsOver,
            c.ActsNow,
            c.MovingSince,
            request.Number,
            request.DatedOn,
            Wire.Read<TransitRequestContent>(request.Content),
            file.Exchange.Any(d => d.Kind == ExchangeKind.TransitAcknowledgement && d.InReplyTo == request.Id),
            file.Exchange.LastOrDefault(d => TransitExchange.IsAnswer(d.Kind))
                is { Kind: ExchangeKind.NoObjection } notice
                ? Wire.Read<NoObjection>(notice.Content)
                : null,
            [.. file.Recommendations.Select(r => View(acting, file, r, name))],
            [
                .. file.Exchange.Select(d => new TransitDocumentView(
                    d.Id,
                    d.Number,
                    d.Kind,
                    d.From,
                    d.To,
                    d.InReplyTo,
                    d.DatedOn,
                    d.KnownAt,
                    d.Provenance,
                    d.From == acting.State && d.Provenance == Provenance.GivenInSystem ? name(d.GivenBy) : null,
                    d.Content,
                    d.Sha256
                )),
            ],
            c is { ReopenedAt: { } at, ReopenedBy: { } by, ReopenedBecause: { } because }
                ? new ReopeningView(false, at, name(by), because, IHadAHand: false)
                : null
        );
    }

    private static NoticeRecommendationView View(
        Acting acting,
        CaseFile file,
        Recommendation recommendation,
        Func<Guid, string> name
    )
    {
        var decision = file.Decisions.Find(d => d.RecommendationId == recommendation.Id);
        return new NoticeRecommendationView(
            recommendation.Id,
            recommendation.Verdict == Verdict.Refuse ? ExchangeKind.Objection : ExchangeKind.NoObjection,
            recommendation.Answer!,
            recommendation.Note,
            name(recommendation.By),
            recommendation.By == acting.PersonId,
            recommendation.At,
            decision is null ? recommendation.ReturnedBecause : null,
            decision is null ? null : name(decision.By),
            decision?.At,
            decision is { Note.Length: > 0 } ? decision.Note : null
        );
    }
}
