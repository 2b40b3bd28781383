using Licensing.Casework;
using Licensing.Casework.Clearances;
using Licensing.Casework.StateDirectory;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Auditor;

/// <summary>The landlocked arrangements on record, ended and rejected ones too.</summary>
public sealed class Arrangements(ActingFor actingFor, ArrangementsOnFile onFile, DirectoryOfStates directory)
    : PortalPage(actingFor)
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public int? Number { get; set; }

    public Page<ArrangementView> List { get; private set; } = null!;
    public StateNames Names { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        List = await onFile.List(Acting, new PageWanted(Number), cancel);
        Names = new StateNames(await directory.States(cancel));
    }
}
