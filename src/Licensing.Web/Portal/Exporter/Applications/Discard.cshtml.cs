using Licensing.Casework.Applications;
using Licensing.Casework.Cases;
using Licensing.Casework.StateDirectory;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Exporter.Applications;

/// <summary>Asks whether the draft is to be discarded, and discards it.</summary>
public sealed class Discard(ActingFor actingFor, CasesForApplicant cases, DirectoryOfStates directory, Drafts drafts)
    : DraftPage(actingFor, cases, directory)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await Load(cancel) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        await Load(cancel)
        ?? await Try(
            async () =>
            {
                await drafts.Discard(Acting, Id, cancel);
                Done = "The draft has been discarded.";
                return Redirect("/exporter");
            },
            () => Task.FromResult<IActionResult>(Page())
        );
}
