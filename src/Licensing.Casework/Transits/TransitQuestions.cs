using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Clearances;
using Licensing.Casework.Notices;
using Licensing.Casework.Procedures;
using Licensing.Casework.Storage;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Transits;

/// <summary>A transit State asks the exporting State before it answers, and is answered: in confidence between the two authorities (Art.
/// 12(5)). A question is no answer, and an open one keeps nobody from deciding; but who asks is not silent, where silence counts.</summary>
public sealed class TransitQuestions(ActRunner acts)
{
    public Task<CaseReceipt> Ask(Acting acting, Guid caseId, string? question, CancellationToken cancel) =>
        acts.Run(
            acting,
            "ask the exporting State",
            new { caseId, question },
            async act =>
            {
                var (own, asking, _) = await TransitFile.Open(act, caseId);
                var text = Text("question", question, "the question");
                own.RequirePermitted(CaseActs.AskExportingState);
                if (asking.Obstacle(CaseActs.AnswerTransit) is { } obstacle)
                    throw obstacle is MovingException
                        ? obstacle
                        : new ChangedException(
                            "The case of the exporting State has moved on: it takes no question now."
                        );
                var asked = Exchange.Add(
                    act,
                    asking,
                    new ExchangeEntry(
                        ExchangeKind.TransitQuestion,
                        own.Case.State,
                        asking.Case.State,
                        acting.Today,
                        Wire.Write(new TransitQuestionContent(text))
                    )
                );
                Act.Touch(asking.Case);
                var happened = new TransitQuestionAsked(asked.Number, asked.From.Code, asked.To.Code, text);
                act.Audit(happened);
                Act.Write(act.Db, acting, asking.Case, null, happened);
                await Tell.Officers(act, asking.Case, "A transit State asks a question");
                return CaseReceipt.Of(own, asked.Id);
            },
            cancel
        );

    /// <param name="caseId">The exporting State's own case.</param>
    /// <param name="questionId">The exchange document with the question.</param>
    public Task<CaseReceipt> Answer(
        Acting acting,
        Guid caseId,
        Guid questionId,
        string? answer,
        CancellationToken cancel
    ) =>
        acts.Run(
            acting,
            "answer a transit State",
            new
            {
                caseId,
                questionId,
                answer,
            },
            async act =>
            {
                var file = await CaseFile.OpenForOfficer(act, caseId);
                var question =
                    file.Exchange.FirstOrDefault(d =>
                        d.Id == questionId && d.Kind == ExchangeKind.TransitQuestion && d.To == file.Case.State
                    ) ?? throw new NotFoundException("question");
                var text = Text("answer", answer, "the answer");
                if (file.Exchange.Any(d => d.InReplyTo == questionId))
                    throw new ChangedException("This question has already been answered.");
                if (
                    await TransitCases.Running(act, caseId).SingleOrDefaultAsync(c => c.State == question.From, cancel)
                    is not { } its
                )
                    throw new ChangedException($"The case of {question.From} is closed: it no longer waits for this.");
                var said = Exchange.Add(
                    act,
                    file,
                    new ExchangeEntry(
                        ExchangeKind.TransitQuestionAnswer,
                        file.Case.State,
                        question.From,
                        acting.Today,
                        Wire.Write(new TransitQuestionContent(text)),
                        InReplyTo: questionId
                    )
                );
                Act.Touch(its);
                act.Audit(new TransitQuestionAnswered(said.Number, said.To.Code, text));
                TransitCases.Write(act, its, new TransitAnswerReceived(said.Number, said.From.Code, text));
                await Tell.Officers(act, its, "The exporting State has answered your question");
                return CaseReceipt.Of(file, said.Id);
            },
            cancel
        );

    private static string Text(string field, string? given, string what)
    {
        var problems = new Problems();
        var text = problems.Text(field, given, what);
        problems.ThrowIfAny();
        return text;
    }
}
