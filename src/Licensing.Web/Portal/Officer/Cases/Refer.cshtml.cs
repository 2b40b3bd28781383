using Licensing.Casework.Cases;
using Licensing.Casework.Information;
using Licensing.Casework.StateDirectory;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Officer.Cases;

public sealed class Refer(
    ActingFor actingFor,
    DirectoryOfStates directory,
    CasesForOfficer cases,
    Inquiries inquiries
) : CasePage(actingFor, directory, cases)
{
    [BindProperty]
    public string? Agency { get; set; }

    [BindProperty]
    public string? Question { get; set; }

    /// <summary>Included; the period of the policy profile when left empty.</summary>
    [BindProperty]
    public DateOnly? LastDay { get; set; }

    public Task<IActionResult> OnGetAsync() => Load("Refer to another agency");

    public Task<IActionResult> OnPostAsync() =>
        AttemptOnCase(
            () => inquiries.Refer(Acting, Id, Agency, Question, LastDay, Cancel),
            $"The referral to {Agency?.Trim()} is on file. Record the advice here when it comes.",
            OnGetAsync,
            "#referrals"
        );
}
