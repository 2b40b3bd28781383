using Licensing.Casework.Decisions;
using Licensing.Casework.Procedures;
using Licensing.Casework.StateDirectory;
using Licensing.Casework.Transits;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Officer.Transit;

/// <summary>How an act that consists of one text is spoken of.</summary>
/// <param name="Path">Last part of the page's address.</param>
/// <param name="Act">As the procedure permits it.</param>
/// <param name="Field">Under which name the act complains of the text.</param>
/// <param name="Hint">Who reads it.</param>
public sealed record TransitActWording(
    string Path,
    string Act,
    string Title,
    string Means,
    string Field,
    string Label,
    string Hint,
    string Done,
    bool Warns = false
);

/// <summary>The acts on a transit that consist of one text: acknowledge, ask, withdraw, return, reopen.</summary>
public sealed class InWords(
    ActingFor actingFor,
    DirectoryOfStates directory,
    TransitCasesForOfficer cases,
    AnswerFromCase answer,
    TransitQuestions questions,
    DecideCase decide,
    Appeals appeals
) : TransitPage(actingFor, directory, cases)
{
    private static readonly TransitActWording[] All =
    [
        new(
            "acknowledge",
            CaseActs.AcknowledgeRequest,
            "Acknowledge the request",
            "The exporting State learns that its request has arrived. It is not a notice, and the transit is not cleared by it (Art. 10(2)(b)).",
            "Remark",
            "Remark (optional)",
            "For example, when your answer can be expected. The exporting State reads it.",
            "The request has been acknowledged."
        ),
        new(
            "ask",
            CaseActs.AskExportingState,
            "Ask the exporting State",
            "The question goes to the exporting State's authority. You need not wait for the answer. Where silence counts under its law, a question within the period keeps yours from counting.",
            "Question",
            "Your question",
            "In confidence between the two authorities (Art. 12(5)).",
            "The exporting State has been asked."
        ),
        new(
            "withdraw",
            CaseActs.WithdrawNotice,
            "Withdraw the notice of no objection",
            "Your State takes back its notice. No export licence can be issued on it any more, and one that rests on it is suspended at once (Art. 10(2)(b)).",
            "Reason",
            "Reason",
            "The exporting State reads it, in confidence (Art. 12(5)).",
            "The notice has been withdrawn. The exporting State has been told.",
            Warns: true
        ),
        new(
            "return",
            CaseActs.DecideNotice,
            "Return the recommendation",
            "The case goes back for another recommendation.",
            "Reason",
            "Reason",
            "For the officers of your authority.",
            "The case has been returned."
        ),
        new(
            "reopen",
            CaseActs.Reopen,
            "Reopen the case",
            "The case is with an officer again, who recommends anew. What your State has said stands until it says another thing.",
            "Reason",
            "Reason",
            "For the officers of your authority.",
            "The case is open again."
        ),
    ];

    [FromRoute(Name = "act")]
    public string Path { get; set; } = "";

    [BindProperty]
    public string? Remark { get; set; }

    [BindProperty]
    public string? Question { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public TransitActWording Wording => All.Single(a => a.Path == Path);

    /// <summary>Whoever recommended may return it as well: nothing is given by that.</summary>
    public string? Obstacle =>
        Path == "return" && Acting.Role == Casework.Role.SeniorOfficer && Pending is not null
            ? null
            : NotNow(Wording.Act);

    public Task<IActionResult> OnGetAsync() => Load(Wording.Title);

    public Task<IActionResult> OnPostAsync() => Attempt(Do, Wording.Done, Home, OnGetAsync);

    private Task Do() =>
        Path switch
        {
            "acknowledge" => answer.Acknowledge(Acting, Id, Remark, Cancel),
            "ask" => questions.Ask(Acting, Id, Question, Cancel),
            "withdraw" => answer.Withdraw(Acting, Id, Reason, Cancel),
            "return" => decide.Return(Acting, Id, Seen, Reason, Cancel),
            _ => appeals.Reopen(Acting, Id, Reason, Cancel),
        };
}
