using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Notices;
using Licensing.Casework.Procedures;
using Licensing.Casework.Storage;
using Licensing.Casework.Transits;
using Licensing.Domain.Authorisations;
using Licensing.Domain.States;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Clearances;

/// <summary>A State answers a request that was sent to it, by its correspondents. An answer can only come from that State.</summary>
public sealed class GiveAnswer(ActRunner acts, IProcedures procedures)
{
    public Task<CaseReceipt> Run(Acting acting, Guid requestId, StateAnswerGiven given, CancellationToken cancel) =>
        acts.Run(
            acting,
            Answering.Words(given.Kind),
            new { requestId, given },
            async act =>
            {
                acting.Require(Role.StateCorrespondent);
                var request = await act
                    .Db.ExchangeDocuments.AsNoTracking()
                    .SingleOrDefaultAsync(d => d.Id == requestId, cancel);
                if (request is null || !Answering.IsAsked(acting, request))
                    throw new NotFoundException("request");
                var file = await CaseFile.Open(act, request.CaseId);
                await TransitCases.RequireNone(act.Db, request, given.Kind, onPaper: false, cancel);
                if (given.Kind == ExchangeKind.ImportConfirmation)
                    await RegisterStatements.Hold(act, request);
                var content = await Answering.Content(act.Db, request, file, given, acting.Today, cancel);
                var entry = Answering.Entry(file, request, given.Kind, acting.Today, content);
                var answer = await Answering.Take(act, file, procedures, entry);
                return CaseReceipt.Of(file, answer.Id);
            },
            cancel
        );
}

/// <summary>What every answer of a State goes through, however it came.</summary>
internal static class Answering
{
    public static string Words(ExchangeKind kind) => $"give an answer ({Casework.Words.Of(kind)})";

    /// <summary>What is to be stored of the answer. What the State's own authority has issued is confirmed as it was issued, and as long as
    /// it holds: nobody types it again.</summary>
    /// <exception cref="MalformedException">Particulars are missing or wrong; it lists all of them.</exception>
    /// <exception cref="RefusedException">It is in the register, and not in force.</exception>
    public static async Task<string> Content(
        LicensingDb db,
        ExchangeDocument request,
        CaseFile file,
        StateAnswerGiven given,
        DateOnly today,
        CancellationToken cancel
    )
    {
        var own =
            given.Kind == ExchangeKind.ImportConfirmation
                ? await RegisterStatements.Find(db, request.To, request.Authorisation, cancel)
                : null;
        if (own is null)
            return given.Content(request, file.Consignment, today, await KnownStates(db, cancel));
        if (own.Number != request.Authorisation)
            throw new RefusedException(
                "spelt-otherwise",
                $"The register of this State has it as {own.Number}; the request says {request.Authorisation}.",
                "Deny the request: the applicant applies again with the right number."
            );
        if (given.Confirmation is { IsEmpty: false })
            throw new MalformedException(
                "confirmation",
                $"{own.Number} is in the register of this State: leave the particulars out, it is confirmed as it was issued."
            );
        return own.IsGoodOn(today)
            ? Wire.Write(own.Authorisation with { DistinctFrom = given.DistinctFrom })
            : throw new RefusedException(
                "authorisation-not-in-force",
                $"Import authorisation {own.Number} is {Casework.Words.Of(own.Status)}, and its last day is {own.ExpiresOn:yyyy-MM-dd}.",
                "Deny the request, or have the authorisation reinstated first."
            );
    }

    /// <summary>Nobody answers for another State.</summary>
    public static bool IsAsked(Acting acting, ExchangeDocument request) => request.To == acting.State;

    /// <summary>Checks that this answer can be given to that request as things stand.</summary>
    public static ExchangeEntry Entry(
        CaseFile file,
        ExchangeDocument request,
        ExchangeKind kind,
        DateOnly datedOn,
        string content
    ) =>
        Obstacle(file, request, kind) is { } obstacle
            ? throw obstacle
            : new ExchangeEntry(kind, request.To, request.From, datedOn, content, request.Authorisation, request.Id);

    /// <summary>A paper that is read later does not undo what its State has said since: the newer word is that State's word. Two letters
    /// that say the same do not undo each other, whatever their days.</summary>
    /// <param name="content">What the paper says.</param>
    /// <param name="knownSince">When the paper was on the desk here.</param>
    /// <exception cref="RefusedException">The State has said something else later, or on the same day.</exception>
    public static void RequireNothingNewer(
        CaseFile file,
        ExchangeDocument request,
        ExchangeKind kind,
        string content,
        DateOnly datedOn,
        DateTimeOffset knownSince
    )
    {
        // A no on paper is taken at any time: it can only stop something.
        if (kind is not (ExchangeKind.ImportConfirmation or ExchangeKind.NoObjection))
            return;
        var said =
            request.Kind == ExchangeKind.ImportConfirmationRequest
                ? Gate.Statements(file, request.Authorisation!)
                    .Concat(file.Exchange.Where(d => d.InReplyTo == request.Id))
                : file.Exchange.Where(d =>
                    d.From == request.To
                    && d.Kind is ExchangeKind.NoObjection or ExchangeKind.Objection or ExchangeKind.NoticeWithdrawal
                );
        var other = said.Where(d => d.Kind != kind || d.Content != content);
        if (other.Any(d => d.DatedOn >= datedOn || d.KnownAt > knownSince))
            throw new RefusedException(
                "newer-answer",
                $"{request.To} has said something else since, or on the same day: this paper does not undo it.",
                $"Ask the authority of {request.To} which of the two holds, and let it answer again."
            );
    }

    /// <summary>The kinds of answer that can be given to the request as things stand.</summary>
    public static IReadOnlyList<ExchangeKind> Possible(CaseFile file, ExchangeDocument request) =>
        [.. Enum.GetValues<ExchangeKind>().Where(kind => Obstacle(file, request, kind) is null)];

    /// <summary>Why that answer cannot be given to the request as things stand; null when it can.</summary>
    internal static Exception? Obstacle(CaseFile file, ExchangeDocument request, ExchangeKind kind)
    {
        if (file.Case.MovingSince is not null)
            return new MovingException(file.Case.Number, file.Case.State);
        var isImport = request.Kind == ExchangeKind.ImportConfirmationRequest;
        var fits = kind switch
        {
            ExchangeKind.ImportConfirmation or ExchangeKind.ImportDenial or ExchangeKind.ImportRevocation => isImport,
            ExchangeKind.TransitAcknowledgement
            or ExchangeKind.NoObjection
            or ExchangeKind.Objection
            or ExchangeKind.NoticeWithdrawal => request.Kind == ExchangeKind.TransitRequest,
            ExchangeKind.ReceiptConfirmation or ExchangeKind.NonReceipt => request.Kind == ExchangeKind.ReceiptRequest,
            ExchangeKind.RecallReply => request.Kind == ExchangeKind.Recall,
            _ => false,
        };
        if (!fits)
            return new MalformedException("kind", $"{Casework.Words.Of(kind)} is no answer to this request.");
        // Where the goods are can be said at any time, and as often as it changes.
        if (kind == ExchangeKind.RecallReply)
            return null;
        if (request.Kind == ExchangeKind.ReceiptRequest)
            return NoReceiptExpected(file, request);
        if (file.LatestRequest(request.Kind, request.To, request.Authorisation)?.Id != request.Id)
            return new ChangedException("A newer request has taken the place of this one: answer that.");
        if (kind is ExchangeKind.ImportRevocation or ExchangeKind.NoticeWithdrawal)
            return NothingToTakeBack(file, request, kind);
        if (kind == ExchangeKind.TransitAcknowledgement && file.Exchange.Any(d => d.InReplyTo == request.Id))
            return new RefusedException(
                "already-acknowledged",
                "This request has already been acknowledged or answered.",
                "Give the answer itself, or nothing."
            );
        // A licence that rests on its silence, which an arrangement allows, rests on nothing once it has spoken.
        if (
            kind == ExchangeKind.Objection
            && file.Case.Status == CaseStatus.Granted
            && Gate.Clearance(file, request.To).Standing == Domain.Transit.TransitStanding.Silent
        )
            return null;
        // The step at which the exporting State's procedure stands is not another State's to know.
        return file.Obstacle(isImport ? CaseActs.AnswerImport : CaseActs.AnswerTransit) is null
            ? null
            : new ChangedException("This request no longer takes an answer: the case has moved on or is closed.");
    }

    private static ChangedException? NoReceiptExpected(CaseFile file, ExchangeDocument request) =>
        file.Shipments.FirstOrDefault(s => s.ReceiptRequestId == request.Id) is { } shipment
        && file.IsUnderway(shipment)
        && file.Obstacle(CaseActs.AnswerReceipt) is null
            ? null
            : new ChangedException("This shipment has been settled: its receipt is no longer asked for.");

    // What a State has given it can take back at any time, also after the licence.
    private static RefusedException? NothingToTakeBack(CaseFile file, ExchangeDocument request, ExchangeKind kind)
    {
        var given =
            kind == ExchangeKind.ImportRevocation
                ? Gate.Statements(file, request.Authorisation!).LastOrDefault()?.Kind == ExchangeKind.ImportConfirmation
                : Gate.Clearance(file, request.To).Notice is not null;
        return given
            ? null
            : new RefusedException(
                "nothing-to-take-back",
                kind == ExchangeKind.ImportRevocation
                    ? $"Import authorisation {request.Authorisation} is not confirmed, so there is nothing to revoke."
                    : $"There is no notice of no objection from {request.To} in force, so there is nothing to withdraw.",
                "Answer the request instead."
            );
    }

    /// <param name="own">The case that a transit State has of the request, where the answer comes from there.</param>
    /// <returns>The answer as it was written. What the case does upon it may have added further documents after it.</returns>
    public static async Task<ExchangeDocument> Take(
        Act act,
        CaseFile file,
        IProcedures procedures,
        ExchangeEntry entry,
        CaseFile? own = null
    )
    {
        if (file.Anchors.SingleOrDefault(a => a.Number == entry.Authorisation) is { } anchor)
        {
            if (entry.Kind == ExchangeKind.ImportConfirmation)
                await RequireOneSpelling(act, anchor, Wire.Read<ImportAuthorisation>(entry.Content).DistinctFrom);
            if (entry.Kind is ExchangeKind.ImportConfirmation or ExchangeKind.ImportRevocation)
                entry = entry with { Statement = ++anchor.Statements };
            Act.Touch(anchor);
        }
        if (entry.Kind != ExchangeKind.TransitAcknowledgement && Repeated(file, entry) is { } last)
            throw new RefusedException(
                "already-given",
                $"{entry.From} has given this very answer already, in document {last.Number}.",
                "There is nothing more to do; to change it, give another answer."
            );
        var document = Exchange.Add(act, file, entry);
        // What is said of an authorisation is said to every case, also to those whose notices this one relies on.
        if (document.Statement is not null)
            foreach (var before in file.Ancestors)
                before.SaidElsewhere.Add(document);
        if (entry.IsOfTheRegister)
            Act.Write(
                act.Db,
                act.Acting.AsTheProcedure(),
                file.Case,
                null,
                new RegisterStated(document.Number, document.Kind, document.From.Code, document.Authorisation)
            );
        // Who recorded an answer did not give it: the line about the record says whose answer it is.
        else if (entry.Provenance == Provenance.GivenInSystem)
            // Into the history of its own case: what a State does with its own authorisation answers in others' cases.
            Act.Write(
                act.Db,
                act.Acting,
                file.Case,
                null,
                new AnswerGiven(document.Number, document.Kind, document.From.Code, document.Authorisation)
                {
                    Conditions = ConditionsOf(document),
                }
            );
        if (entry.Kind == ExchangeKind.TransitAcknowledgement)
            return document;
        if (entry.Kind is ExchangeKind.ReceiptConfirmation or ExchangeKind.NonReceipt)
        {
            await Shipments.Receipts.Take(act, file, document, procedures);
            return document;
        }
        if (entry.Kind == ExchangeKind.RecallReply)
        {
            await Tell.Officers(act, file.Case, "A State has answered a recall");
            return document;
        }
        Steps.Deadlines.Settle(file, act.Now, d => d.SubjectId is not null && d.SubjectId == document.InReplyTo);
        await GroundLost.SuspendWhatRestsOn(act, file, document, procedures);
        await procedures.Deliver(act, file, new StateAnswered(entry.Kind, file.Day(act.Now)));
        await TransitCases.Hear(act, file, document, procedures, own);
        await Tell.Officers(act, file.Case, "A State has answered");
        // Of a no the applicant hears when silence would have been heard of as well.
        if (entry.Kind is ExchangeKind.ImportConfirmation or ExchangeKind.NoObjection)
            await Tell.Applicant(act, file.Case, "Your case has moved");
        return document;
    }

    /// <summary>The document in which the State has given this very answer to this very request, if that is its last word still. What it
    /// says of an authorisation it says of it in every case: after another word in another case this one is no repetition.</summary>
    internal static ExchangeDocument? Repeated(CaseFile file, ExchangeEntry entry)
    {
        var here = file.Exchange.LastOrDefault(d => d.InReplyTo == entry.InReplyTo && d.From == entry.From);
        var everywhere = entry.Kind is ExchangeKind.ImportConfirmation or ExchangeKind.ImportRevocation
            ? Gate.Statements(file, entry.Authorisation!).LastOrDefault()
            : here;
        return Same(here) && Same(everywhere) ? here : null;

        bool Same(ExchangeDocument? said) => said?.Kind == entry.Kind && said.Content == entry.Content;
    }

    public static async Task<IReadOnlySet<Country>> KnownStates(LicensingDb db, CancellationToken cancel) =>
        (await db.States.Select(s => s.Code).ToListAsync(cancel)).ToHashSet();

    internal static IReadOnlyList<string> ConditionsOf(ExchangeDocument document) =>
        document.Kind == ExchangeKind.NoObjection
            ? Wire.Read<Domain.Transit.NoObjection>(document.Content).Conditions
            : [];

    // One authorisation has one balance. Where another spelling of the number has been confirmed before, this one is not: the
    // State says which is right.
    private static async Task RequireOneSpelling(Act act, AuthorisationAnchor anchor, string? distinctFrom)
    {
        var other = await act
            .Db.AuthorisationAnchors.Where(a =>
                a.KeptBy == anchor.KeptBy
                && a.IssuedBy == anchor.IssuedBy
                && a.Key == anchor.Key
                && a.Number != anchor.Number
            )
            .ToListAsync(act.Cancel);
        if (other.FirstOrDefault(a => a.Statements > 0 && a.Number != distinctFrom) is { } known)
            throw new RefusedException(
                "spelt-otherwise",
                $"An authorisation {known.Number} has been confirmed before; {anchor.Number} is the same but for its spelling.",
                "If they are one, deny this request: the applicant applies again with the right number. If they are two, confirm it "
                    + $"and say that it is not {known.Number}."
            );
        foreach (var silent in other)
            act.Db.MustStillBe(silent);
    }
}
