using Licensing.Casework.Applications;
using Licensing.Casework.Cases;
using Licensing.Casework.StateDirectory;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Exporter.Cases;

/// <summary>Begins an application for a licence in the place of this one.</summary>
public sealed class Change(
    ActingFor actingFor,
    CasesForApplicant cases,
    DirectoryOfStates directory,
    ChangeLicence change
) : CasePage(actingFor, cases, directory)
{
    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => Show(cancel);

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Try(
            async () =>
            {
                var begun = await change.Begin(Acting, Id, cancel);
                return Redirect($"/exporter/applications/{begun.ApplicationId}");
            },
            () => Show(cancel)
        );
}
