using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Clearances;
using Licensing.Casework.StateDirectory;
using Licensing.Casework.Storage;
using Licensing.Casework.Transits;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Officer.Cases;

/// <summary>The exporting State's authority answers the question of a transit State.</summary>
public sealed class AnswerTransit(
    ActingFor actingFor,
    DirectoryOfStates directory,
    CasesForOfficer cases,
    TransitQuestions questions
) : CasePage(actingFor, directory, cases)
{
    [FromRoute(Name = "questionId")]
    public Guid QuestionId { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    public ExchangeView Question { get; private set; } = null!;

    public bool IsAnswered => Case.Exchange.Any(d => d.InReplyTo == QuestionId);

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await Load("Answer a transit State");
        Question =
            Case.Exchange.FirstOrDefault(d => d.Id == QuestionId && d.Kind == ExchangeKind.TransitQuestion)
            ?? throw new NotFoundException("question");
        return page;
    }

    public Task<IActionResult> OnPostAsync() =>
        AttemptOnCase(
            () => questions.Answer(Acting, Id, QuestionId, Answer, Cancel),
            "The transit State has been answered.",
            OnGetAsync,
            "#transit-questions"
        );
}
