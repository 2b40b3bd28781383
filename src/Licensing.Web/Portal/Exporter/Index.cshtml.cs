using Licensing.Casework;
using Licensing.Casework.Cases;
using Licensing.Casework.StateDirectory;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Exporter;

/// <summary>The company's drafts and cases, and the ways to begin.</summary>
public sealed class Index(ActingFor actingFor, CasesForApplicant cases, DirectoryOfStates directory)
    : PortalPage(actingFor)
{
    /// <summary>Number of the page, from 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int? P { get; set; }

    public Page<ApplicationSummary> Applications { get; private set; } = null!;
    public Atlas States { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Applications = await cases.List(Acting, new PageWanted(P), cancel);
        States = new Atlas(await directory.States(cancel));
    }
}
