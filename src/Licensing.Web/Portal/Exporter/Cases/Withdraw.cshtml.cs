using Licensing.Casework.Applications;
using Licensing.Casework.Cases;
using Licensing.Casework.StateDirectory;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Exporter.Cases;

/// <summary>Takes the application back.</summary>
public sealed class Withdraw(
    ActingFor actingFor,
    CasesForApplicant cases,
    DirectoryOfStates directory,
    WithdrawApplication withdraw
) : CasePage(actingFor, cases, directory)
{
    [BindProperty]
    public string? Reason { get; set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => Show(cancel);

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Try(
            async () =>
            {
                await withdraw.Run(Acting, Id, Reason, cancel);
                Done = "The application has been withdrawn.";
                return Redirect($"/exporter/cases/{Id}");
            },
            () => Show(cancel)
        );
}
