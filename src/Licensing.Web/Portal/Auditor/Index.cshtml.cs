using Licensing.Casework;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.StateDirectory;
using Licensing.Casework.Storage;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Auditor;

/// <summary>The State's cases, the latest first.</summary>
public sealed class Index(ActingFor actingFor, HistoryForAuditor history, DirectoryOfStates directory)
    : PortalPage(actingFor)
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public int? Number { get; set; }

    public Page<CaseSummary> Cases { get; private set; } = null!;
    public StateNames Names { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Cases = await history.Cases(Acting, new PageWanted(Number), cancel);
        Names = new StateNames(await directory.States(cancel));
    }

    public static string Colour(CaseStatus status) =>
        status switch
        {
            CaseStatus.Open => "blue",
            CaseStatus.Granted => "green",
            CaseStatus.Refused => "red",
            _ => "grey",
        };
}
