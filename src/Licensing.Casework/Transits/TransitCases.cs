using Licensing.Casework.Acts;
using Licensing.Casework.Applications;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Notices;
using Licensing.Casework.Procedures;
using Licensing.Casework.Storage;
using Licensing.Domain.Licences;
using Licensing.Domain.States;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Transits;

/// <summary>The case that a resident transit State has of a request of an exporting State. It follows the case in which it is asked, in the
/// same acts: opened and renewed by a request, told of every answer of its State, ended with the end of that case.</summary>
internal static class TransitCases
{
    /// <summary>After a case has moved: whatever it has asked has reached the resident States, and so has its end.</summary>
    /// <param name="sent">What its steps have just written into the exchange.</param>
    /// <param name="hasEnded">Its procedure has come to an end.</param>
    public static async Task Follow(
        Act act,
        CaseFile asking,
        IProcedures procedures,
        IReadOnlyList<ExchangeDocument> sent,
        bool hasEnded
    )
    {
        foreach (var request in sent.Where(d => d.Kind == ExchangeKind.TransitRequest))
            if (await act.Db.States.SingleAsync(s => s.Code == request.To, act.Cancel) is { IsResident: true } state)
                await Ask(act, asking, request, state, procedures);
        if (hasEnded)
            await End(act, asking, procedures);
        // A refusal that may be contested asks for no answer, but what was answered may matter again.
        else if (asking.Case.Status is CaseStatus.Refused)
            await Say(act, asking, procedures, new RequestOver(ForGood: false));
    }

    // A notice goes on for a licence that takes the place of the one for which it was given: the State can take it back where it gave it
    // until the last of these cases has ended.
    private static async Task End(Act act, CaseFile asking, IProcedures procedures)
    {
        HashSet<Guid> over = [];
        foreach (var ended in asking.Ancestors.Prepend(asking))
        {
            if (ended.Case.GoesOn || await IsReliedOn(act, ended.Case.Id, over))
                return;
            await Say(act, ended, procedures, new RequestOver(ForGood: true));
            over.Add(ended.Case.Id);
        }
    }

    // By a licence that has taken its place, or by one that has taken the place of that one, however often.
    private static async Task<bool> IsReliedOn(Act act, Guid caseId, HashSet<Guid> over)
    {
        var line = await LineOfLicences.From(act.Db, caseId, act.Cancel);
        var others = line.Where(id => id != caseId && !over.Contains(id)).ToList();
        return await act.Db.Cases.Where(Case.StillGoes).AnyAsync(c => others.Contains(c.Id), act.Cancel);
    }

    private static async Task Say(Act act, CaseFile asking, IProcedures procedures, RequestOver over)
    {
        if (asking.Exchange.All(d => d.Kind != ExchangeKind.TransitRequest))
            return;
        foreach (var running in await Running(act, asking.Case.Id).ToListAsync(act.Cancel))
        {
            var file = (await CaseFile.Find(act.Db, running.Id, act.Cancel))!;
            Act.Touch(file.Case);
            await procedures.Deliver(act, file, over);
        }
    }

    /// <summary>A transit State has answered, in whatever way: its own case moves with its word.</summary>
    /// <param name="own">Its case, where the answer comes from there.</param>
    public static async Task Hear(
        Act act,
        CaseFile asking,
        ExchangeDocument said,
        IProcedures procedures,
        CaseFile? own
    )
    {
        if (!TransitExchange.IsAnswer(said.Kind))
            return;
        if (own is null)
        {
            var running = await Running(act, asking.Case.Id)
                .SingleOrDefaultAsync(c => c.State == said.From, act.Cancel);
            if (running is null)
                return;
            own = (await CaseFile.Find(act.Db, running.Id, act.Cancel))!;
            Write(act, own.Case, new TransitAnswerRecorded(said.Number, said.Kind, said.To.Code));
            await Tell.Officers(act, own.Case, "An answer of yours has been recorded from a document");
        }
        own.Exchange.Add(said);
        Act.Touch(own.Case);
        await procedures.Deliver(act, own, new StateAnswered(said.Kind, own.Day(act.Now)));
    }

    /// <summary>The latest case that the State itself has of the request; null where it has none, and answers by its correspondents or on
    /// paper.</summary>
    public static Task<OwnCase?> Of(LicensingDb db, ExchangeDocument request, CancellationToken cancel) =>
        db
            .Cases.Where(c =>
                request.Kind == ExchangeKind.TransitRequest
                && c.AskedInCaseId == request.CaseId
                && c.State == request.To
            )
            .OrderByDescending(c => c.SubmittedAt)
            .Select(c => new OwnCase(c.Number, c.PermittedActs != "" || c.MovingSince != null))
            .FirstOrDefaultAsync(cancel);

    /// <summary>A State that has a case of the request says yes there and nowhere else, with the four eyes of its own officers.</summary>
    /// <param name="onPaper">A paper of the State is read.</param>
    /// <exception cref="RefusedException">The State has a case of it.</exception>
    public static async Task RequireNone(
        LicensingDb db,
        ExchangeDocument request,
        ExchangeKind kind,
        bool onPaper,
        CancellationToken cancel
    )
    {
        if (await Of(db, request, cancel) is not { } own || !own.IsWhereItSays(kind, onPaper))
            return;
        throw new RefusedException(
            "answered-in-its-own-case",
            onPaper
                ? $"The authority of {request.To} works here and has this request as a case of its own."
                : $"The authority of {request.To} has this request as case {own.Number}.",
            onPaper ? $"Ask the authority of {request.To} to answer it there." : "Its officers answer it there."
        );
    }

    /// <summary>The case that a State has of what is asked here, as long as it goes on.</summary>
    public static IQueryable<Case> Running(Act act, Guid asking) =>
        act.Db.Cases.Where(Case.StillGoes).Where(c => c.AskedInCaseId == asking);

    /// <summary>Into the history of the State's own case. Who set it off in the other State is not this one's to know.</summary>
    internal static void Write(Act act, Case transit, AuditEvent happened) =>
        Act.Write(act.Db, act.Acting.AsTheProcedure(), transit, null, happened);

    private static async Task Ask(
        Act act,
        CaseFile asking,
        ExchangeDocument request,
        StateRecord state,
        IProcedures procedures
    )
    {
        var running = await Running(act, asking.Case.Id).SingleOrDefaultAsync(c => c.State == request.To, act.Cancel);
        if (running is null)
        {
            await Begin(act, asking.Case, request, state, procedures);
            return;
        }
        var file = (await CaseFile.Find(act.Db, running.Id, act.Cancel))!;
        file.Exchange.Add(request);
        foreach (var undecided in file.Recommendations.Where(r => IsUndecided(file, r)))
            undecided.ReturnedBecause = "The exporting State has sent a newer request.";
        Act.Touch(file.Case);
        Write(act, file.Case, Requested(request));
        await procedures.Deliver(act, file, new RequestReplaced());
        await Tell.Officers(act, file.Case, "A newer request for notice of no objection to a transit");
    }

    /// <summary>A request to which the State has no case that goes on becomes a new one.</summary>
    private static async Task Begin(
        Act act,
        Case asking,
        ExchangeDocument request,
        StateRecord state,
        IProcedures procedures
    )
    {
        var begun = await Open(act, asking, request, state);
        Write(act, begun.Case, Requested(request));
        await procedures.Start(act, begun);
        await Tell.Officers(act, begun.Case, "A request for notice of no objection to a transit");
    }

    /// <summary>A case has ended while a newer request was on its way to it: that request is a new case.</summary>
    public static Task BeginAgain(Act act, CaseFile ended, CaseFile asking, IProcedures procedures) =>
        asking.LatestRequest(ExchangeKind.TransitRequest, ended.Case.State) is { } request
            ? Begin(act, asking.Case, request, ended.State, procedures)
            : Task.CompletedTask;

    private static TransitRequested Requested(ExchangeDocument request) => new(request.Number, request.From.Code);

    private static bool IsUndecided(CaseFile file, Recommendation recommendation) =>
        recommendation.ReturnedBecause is null && file.Decisions.All(d => d.RecommendationId != recommendation.Id);

    private static async Task<CaseFile> Open(Act act, Case asking, ExchangeDocument request, StateRecord state)
    {
        // Each authority works under its own reading of the law, and by its own calendar.
        var (profile, calendar) = await SubmitApplication.RulesInForce(act, state);
        var id = Guid.CreateVersion7(act.Now);
        var found = new Case
        {
            Id = id,
            Number = await Numbers.Next(act, state.Code.Code, LegalDay.Of(act.Now, state.TimeZone).Year),
            Kind = LicenceKind.Transit,
            State = state.Code,
            ExportingState = asking.ExportingState,
            ImportingState = asking.ImportingState,
            CompanyId = null,
            ApplicationId = null,
            FirstCaseId = id,
            Reference = request.Number,
            Consignment = null,
            AskedInCaseId = asking.Id,
            Profile = profile.Id,
            ProfileVersion = profile.Version,
            SubmittedAt = act.Now,
            SubmittedBy = Guid.Empty,
            Version = Guid.CreateVersion7(),
        };
        act.Db.Cases.Add(found);
        return CaseFile.Begun(found, null, state, null, profile, calendar, [request], [], [], []);
    }
}

/// <summary>The case that a transit State has of a request.</summary>
internal sealed record OwnCase(string Number, bool GoesOn)
{
    /// <summary>Whether the answer is given there alone. A no can only stop something: it is taken from a paper at any time, and from
    /// correspondents once there is no case any more in which it could be said.</summary>
    public bool IsWhereItSays(ExchangeKind kind, bool onPaper) =>
        kind is not (ExchangeKind.Objection or ExchangeKind.NoticeWithdrawal) || (GoesOn && !onPaper);
}
