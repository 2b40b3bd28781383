using Licensing.Casework.StateDirectory;
using Licensing.Casework.Transits;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Officer.Transit;

/// <summary>A second, senior officer reads the answer that another has recommended, and gives it for the State.</summary>
public sealed class Decide(
    ActingFor actingFor,
    DirectoryOfStates directory,
    TransitCasesForOfficer cases,
    DecideNotice decide
) : TransitPage(actingFor, directory, cases)
{
    [BindProperty]
    public string? Note { get; set; }

    public Task<IActionResult> OnGetAsync() => Load("Give the answer");

    public Task<IActionResult> OnPostAsync() =>
        Attempt(
            () => decide.Run(Acting, Id, Seen, Note, Cancel),
            "The answer has been given. The exporting State has been told.",
            Home,
            OnGetAsync
        );
}
