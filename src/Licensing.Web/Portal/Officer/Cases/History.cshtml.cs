using Licensing.Casework;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.StateDirectory;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Officer.Cases;

/// <summary>What happened on the case, who did it and why, as sentences. Refused attempts are there too.</summary>
public sealed class History(
    ActingFor actingFor,
    DirectoryOfStates directory,
    CasesForOfficer cases,
    HistoryForAuditor history
) : CasePage(actingFor, directory, cases)
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public int? Number { get; set; }

    public Page<HistoryLine> Lines { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await Load("History");
        Lines = await history.OfCase(Acting, Id, new PageWanted(Number), Cancel);
        return page;
    }
}
