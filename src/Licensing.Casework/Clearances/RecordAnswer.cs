using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Documents;
using Licensing.Casework.Notices;
using Licensing.Casework.Procedures;
using Licensing.Casework.Storage;
using Licensing.Casework.Transits;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Clearances;

/// <summary>A State's answer as an officer read it from a document.</summary>
/// <param name="RequestId">The request that it answers.</param>
/// <param name="DatedOn">The day that the document bears.</param>
/// <param name="OriginalId">The document, attached to the case before.</param>
/// <param name="SenderId">The entry of the directory of authorities that it came from.</param>
public sealed record AnswerFromDocument(
    Guid? RequestId,
    StateAnswerGiven? Answer,
    DateOnly? DatedOn,
    Guid? OriginalId,
    Guid? SenderId
);

/// <summary>Interpretation point 1: a foreign answer may arrive on paper. One officer records it with its original and sender, a
/// second one confirms it; only then is it that State's answer.</summary>
public sealed class RecordAnswer(ActRunner acts, IProcedures procedures)
{
    /// <param name="upload">The original, when it is not on the case yet; it is kept only together with the record.</param>
    public Task<CaseReceipt> Record(
        Acting acting,
        Guid caseId,
        AnswerFromDocument recorded,
        CancellationToken cancel,
        Upload? upload = null
    ) =>
        acts.Run(
            acting,
            "record an answer from a document",
            new
            {
                caseId,
                recorded,
                upload = upload is null ? null : AttachDocument.Fingerprint(caseId, upload),
            },
            async act =>
            {
                var file = await CaseFile.OpenForOfficer(act, caseId);
                var request =
                    file.Exchange.FirstOrDefault(d => d.Id == recorded.RequestId && d.From == file.Case.ExportingState)
                    ?? throw new MalformedException("requestId", "Name the request of this case that is answered.");
                var problems = new Problems();
                var datedOn = problems.Required("datedOn", recorded.DatedOn, "the day that the document bears");
                if (recorded.DatedOn > acting.Today)
                    problems.Add("datedOn", "The document cannot bear a day after today.");
                if (recorded.Answer is null)
                    problems.Add("answer", "Give what the document says.");
                var original = upload is null
                    ? await Original(act, file, recorded, problems)
                    : AttachDocument.Keep(act, upload, file.Case.State, null, null, caseId);
                var sender = await Sender(act, request, recorded, datedOn, problems);
                var content = recorded.Answer?.Content(
                    request,
                    file.Consignment,
                    recorded.DatedOn ?? acting.Today,
                    await Answering.KnownStates(act.Db, cancel),
                    problems.Within("answer.")
                );
                problems.ThrowIfAny();
                await RequireNoRegister(act, request, recorded.Answer!.Kind);
                await TransitCases.RequireNone(act.Db, request, recorded.Answer.Kind, onPaper: true, cancel);
                var entry = Answering.Entry(file, request, recorded.Answer!.Kind, datedOn, content!);
                Answering.RequireNothingNewer(file, request, entry.Kind, content!, datedOn, act.Now);
                var answer = new RecordedAnswer
                {
                    Id = Guid.CreateVersion7(act.Now),
                    CaseId = caseId,
                    RequestId = request.Id,
                    Kind = entry.Kind,
                    From = entry.From,
                    Authorisation = entry.Authorisation,
                    DatedOn = datedOn,
                    Content = content!,
                    OriginalId = original!.Id,
                    SenderId = sender!.Id,
                    RecordedBy = acting.PersonId,
                    RecordedAt = act.Now,
                };
                act.Db.RecordedAnswers.Add(answer);
                act.Audit(new AnswerRecorded(entry.Kind, entry.From.Code, entry.Authorisation, original.FileName));
                return CaseReceipt.Of(file, answer.Id);
            },
            cancel
        );

    /// <summary>The second officer has compared the record with the original.</summary>
    public Task<CaseReceipt> Confirm(Acting acting, Guid caseId, Guid recordedId, CancellationToken cancel) =>
        acts.Run(
            acting,
            "confirm a recorded answer",
            new { caseId, recordedId },
            async act =>
            {
                var (file, recorded) = await Pending(act, caseId, recordedId);
                var request = file.Exchange.Single(d => d.Id == recorded.RequestId);
                await RequireNoRegister(act, request, recorded.Kind);
                await TransitCases.RequireNone(act.Db, request, recorded.Kind, onPaper: true, cancel);
                var entry = Confirmed(file, recorded, acting.PersonId);
                (recorded.Status, recorded.SettledBy, recorded.SettledAt) = (
                    RecordingStatus.Confirmed,
                    acting.PersonId,
                    act.Now
                );
                act.Audit(
                    new RecordedAnswerConfirmed(
                        $"{file.Case.Number}/{file.Case.ExchangeCount + 1}",
                        recorded.Kind,
                        recorded.From.Code,
                        recorded.Authorisation
                    )
                    {
                        Conditions =
                            recorded.Kind == ExchangeKind.NoObjection
                                ? Wire.Read<Domain.Transit.NoObjection>(recorded.Content).Conditions
                                : [],
                    }
                );
                await Tell.State(act, file.Case, entry.From, "An answer of yours has been recorded from a document");
                var answer = await Answering.Take(act, file, procedures, entry);
                return CaseReceipt.Of(file, answer.Id);
            },
            cancel
        );

    /// <summary>The answer that it is once that officer has confirmed it.</summary>
    /// <exception cref="Domain.Licences.FourEyesException">The same person recorded it.</exception>
    internal static ExchangeEntry Confirmed(CaseFile file, RecordedAnswer recorded, Guid by)
    {
        Domain.Licences.FourEyes.Require(recorded.RecordedBy, by, "confirm", "recorded");
        var request = file.Exchange.Single(d => d.Id == recorded.RequestId);
        Answering.RequireNothingNewer(
            file,
            request,
            recorded.Kind,
            recorded.Content,
            recorded.DatedOn,
            recorded.RecordedAt
        );
        return Answering.Entry(file, request, recorded.Kind, recorded.DatedOn, recorded.Content) with
        {
            Provenance = Provenance.RecordedFromDocument,
            GivenBy = recorded.RecordedBy,
            ConfirmedBy = by,
            OriginalId = recorded.OriginalId,
            SenderId = recorded.SenderId,
        };
    }

    // What a letter says of an authorisation is older than what the register of its State says of it here.
    private static async Task RequireNoRegister(Act act, ExchangeDocument request, ExchangeKind kind)
    {
        if (
            kind == ExchangeKind.ImportConfirmation
            && await RegisterStatements.Find(act.Db, request.To, request.Authorisation, act.Cancel) is { } found
        )
            throw new RefusedException(
                "in-the-register",
                $"Import authorisation {found.Number} stands in the register of {request.To}, which works here.",
                $"Ask the authority of {request.To} to confirm it from its register."
            );
    }

    /// <summary>The second officer finds that the record does not agree with the original.</summary>
    public Task<CaseReceipt> Reject(
        Acting acting,
        Guid caseId,
        Guid recordedId,
        string? because,
        CancellationToken cancel
    ) =>
        acts.Run(
            acting,
            "reject a recorded answer",
            new
            {
                caseId,
                recordedId,
                because,
            },
            async act =>
            {
                var (file, recorded) = await Pending(act, caseId, recordedId);
                recorded.RejectedBecause = Problems.Reason(because);
                (recorded.Status, recorded.SettledBy, recorded.SettledAt) = (
                    RecordingStatus.Rejected,
                    acting.PersonId,
                    act.Now
                );
                act.Audit(new RecordedAnswerRejected(recorded.Kind, recorded.From.Code, recorded.RejectedBecause));
                return CaseReceipt.Of(file, recordedId);
            },
            cancel
        );

    private static async Task<(CaseFile, RecordedAnswer)> Pending(Act act, Guid caseId, Guid recordedId)
    {
        var file = await CaseFile.OpenForOfficer(act, caseId);
        var recorded =
            file.RecordedAnswers.FirstOrDefault(a => a.Id == recordedId) ?? throw new NotFoundException("record");
        if (recorded.Status != RecordingStatus.Pending)
            throw new ChangedException($"This record has already been {Words.Of(recorded.Status)}.");
        return (file, recorded);
    }

    private static async Task<Document?> Original(
        Act act,
        CaseFile file,
        AnswerFromDocument recorded,
        Problems problems
    )
    {
        var original = await act.Db.Documents.SingleOrDefaultAsync(
            d => d.Id == recorded.OriginalId && d.CaseId == file.Case.Id,
            act.Cancel
        );
        if (original is null)
            problems.Add("originalId", "Attach the original to the case first, and name it.");
        return original;
    }

    // The sender is checked against the directory as it was on the day that the document bears.
    private static async Task<Authority?> Sender(
        Act act,
        ExchangeDocument request,
        AnswerFromDocument recorded,
        DateOnly datedOn,
        Problems problems
    )
    {
        var sender = await act.Db.Authorities.SingleOrDefaultAsync(
            a =>
                a.Id == recorded.SenderId
                && a.State == request.To
                && a.From <= datedOn
                && (a.To == null || a.To >= datedOn),
            act.Cancel
        );
        if (sender is null)
            problems.Add(
                "senderId",
                $"Name the authority of {request.To} that sent it, as the directory had it on the day of the document."
            );
        return sender;
    }
}
