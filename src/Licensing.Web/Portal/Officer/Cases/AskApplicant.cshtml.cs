using Licensing.Casework.Cases;
using Licensing.Casework.Information;
using Licensing.Casework.StateDirectory;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Officer.Cases;

public sealed class AskApplicant(
    ActingFor actingFor,
    DirectoryOfStates directory,
    CasesForOfficer cases,
    Inquiries inquiries
) : CasePage(actingFor, directory, cases)
{
    [BindProperty]
    public string? Question { get; set; }

    /// <summary>Included; the period of the policy profile when left empty.</summary>
    [BindProperty]
    public DateOnly? LastDay { get; set; }

    public Task<IActionResult> OnGetAsync() => Load("Ask the applicant");

    public Task<IActionResult> OnPostAsync() =>
        AttemptOnCase(
            () => inquiries.AskApplicant(Acting, Id, Question, LastDay, Cancel),
            "The applicant has been asked. The clock of the case stands still until the answer.",
            OnGetAsync,
            "#information"
        );
}
