using Licensing.Casework.Cases;
using Licensing.Casework.Screening;
using Licensing.Casework.StateDirectory;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Officer.Cases;

/// <summary>Has a case screened once more.</summary>
public sealed class Screen(ActingFor actingFor, DirectoryOfStates directory, CasesForOfficer cases, ScreenCase screen)
    : CasePage(actingFor, directory, cases)
{
    public Task<IActionResult> OnGetAsync() => Load("Screen the case again");

    public Task<IActionResult> OnPostAsync() =>
        AttemptOnCase(() => screen.Again(Acting, Id, Cancel), "The case has been screened.", OnGetAsync, "#screening");
}
