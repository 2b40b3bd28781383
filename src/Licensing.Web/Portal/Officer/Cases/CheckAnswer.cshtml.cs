using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.StateDirectory;
using Licensing.Casework.Storage;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Recording = Licensing.Casework.Clearances.RecordAnswer;

namespace Licensing.Web.Portal.Officer.Cases;

/// <summary>A second officer compares a recorded answer with its original, and confirms or rejects it.</summary>
public sealed class CheckAnswer(
    ActingFor actingFor,
    DirectoryOfStates directory,
    CasesForOfficer cases,
    Recording record
) : CasePage(actingFor, directory, cases)
{
    [FromRoute(Name = "recordedId")]
    public Guid RecordedId { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public RecordedAnswerView Recorded { get; private set; } = null!;

    public bool IsPending => Recorded.Status == RecordingStatus.Pending;

    public DocumentSummary? Original => Case.Documents.FirstOrDefault(d => d.Id == Recorded.OriginalId);

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await Load("Check a recorded answer");
        Recorded = Case.RecordedAnswers.FirstOrDefault(a => a.Id == RecordedId) ?? throw new NotFoundException("record");
        return page;
    }

    public Task<IActionResult> OnPostConfirmAsync() =>
        AttemptOnCase(
            () => record.Confirm(Acting, Id, RecordedId, Cancel),
            "Confirmed. The answer now counts as that State's.",
            OnGetAsync,
            "#exchange"
        );

    public Task<IActionResult> OnPostRejectAsync() =>
        AttemptOnCase(
            () => record.Reject(Acting, Id, RecordedId, Reason, Cancel),
            "Rejected. The record stays on file and counts for nothing.",
            OnGetAsync,
            "#exchange"
        );
}
