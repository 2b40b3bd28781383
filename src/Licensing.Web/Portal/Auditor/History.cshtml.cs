using Licensing.Casework;
using Licensing.Casework.Audit;
using Licensing.Casework.StateDirectory;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Auditor;

/// <summary>Everything that happened in the State, the latest first, and a search over it.</summary>
public sealed class History(ActingFor actingFor, HistoryForAuditor history, DirectoryOfStates directory)
    : PortalPage(actingFor)
{
    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? Number { get; set; }

    public Page<HistoryLine> Lines { get; private set; } = null!;
    public string TimeZone { get; private set; } = "UTC";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Lines = await history.OfState(Acting, Text, new PageWanted(Number, 50), cancel);
        TimeZone = new StateNames(await directory.States(cancel)).TimeZone(Acting.State);
    }
}
