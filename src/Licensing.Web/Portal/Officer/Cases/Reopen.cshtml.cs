using Licensing.Casework.Cases;
using Licensing.Casework.Decisions;
using Licensing.Casework.StateDirectory;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Officer.Cases;

/// <summary>The authority thinks better of a refusal.</summary>
public sealed class Reopen(ActingFor actingFor, DirectoryOfStates directory, CasesForOfficer cases, Appeals appeals)
    : CasePage(actingFor, directory, cases)
{
    [BindProperty]
    public string? Reason { get; set; }

    public Task<IActionResult> OnGetAsync() => Load("Reopen the case");

    public Task<IActionResult> OnPostAsync() =>
        AttemptOnCase(
            () => appeals.Reopen(Acting, Id, Reason, Cancel),
            "The case is open again; the applicant has been told.",
            OnGetAsync
        );
}
