using Licensing.Casework.Cases;
using Licensing.Casework.Decisions;
using Licensing.Casework.StateDirectory;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Exporter.Cases;

/// <summary>The applicant contests a refusal.</summary>
public sealed class Appeal(ActingFor actingFor, CasesForApplicant cases, DirectoryOfStates directory, Appeals appeals)
    : CasePage(actingFor, cases, directory)
{
    [BindProperty]
    public string? Grounds { get; set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => Show(cancel);

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Try(
            async () =>
            {
                await appeals.Lodge(Acting, Id, Grounds, cancel);
                Done = "Your appeal is with the authority.";
                return Redirect($"/exporter/cases/{Id}");
            },
            () => Show(cancel)
        );
}
