using Licensing.Casework.Cases;
using Licensing.Casework.Licences;
using Licensing.Casework.StateDirectory;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Exporter.Cases;

/// <summary>Gives the licence back.</summary>
public sealed class Surrender(
    ActingFor actingFor,
    CasesForApplicant cases,
    DirectoryOfStates directory,
    LicenceLife life
) : CasePage(actingFor, cases, directory)
{
    [BindProperty]
    public string? Reason { get; set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => Show(cancel);

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Try(
            async () =>
            {
                await life.Surrender(Acting, Id, Reason, cancel);
                Done = "The licence has been surrendered.";
                return Redirect($"/exporter/cases/{Id}");
            },
            () => Show(cancel)
        );
}
