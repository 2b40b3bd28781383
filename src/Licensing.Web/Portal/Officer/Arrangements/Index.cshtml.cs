using Licensing.Casework;
using Licensing.Casework.Clearances;
using Licensing.Casework.StateDirectory;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Officer.Arrangements;

/// <summary>The landlocked arrangements that the State relies on, and their confirmation by a second officer.</summary>
public sealed class Index(
    ActingFor actingFor,
    DirectoryOfStates directory,
    ArrangementsOnFile onFile,
    Casework.Clearances.Arrangements arrangements
) : OfficerPage(actingFor, directory)
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public int? Number { get; set; }

    public Page<ArrangementView> List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        await Speak();
        Under("Landlocked arrangements");
        List = await onFile.List(Acting, new PageWanted(Number), Cancel);
        return Page();
    }

    public Task<IActionResult> OnPostConfirmAsync(Guid arrangement) =>
        Attempt(
            () => arrangements.Confirm(Acting, arrangement, Cancel),
            "The arrangement is confirmed. It counts from now on.",
            "/officer/arrangements",
            OnGetAsync
        );
}
