using Licensing.Casework;
using Licensing.Casework.Audit;
using Licensing.Casework.StateDirectory;
using Licensing.Casework.Transits;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Auditor.Transit;

/// <summary>One transit: what was asked and answered, and everything that happened in it.</summary>
public sealed class Show(
    ActingFor actingFor,
    TransitCasesForOfficer cases,
    HistoryForAuditor history,
    DirectoryOfStates directory
) : PortalPage(actingFor)
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public int? Number { get; set; }

    public TransitCaseForOfficer Case { get; private set; } = null!;
    public Page<HistoryLine> Lines { get; private set; } = null!;

    /// <summary>It is shown as its officers see it.</summary>
    public Officer.Wording Say { get; private set; } = null!;
    public string TimeZone { get; private set; } = "";

    public async Task OnGetAsync(Guid id, CancellationToken cancel)
    {
        Case = await cases.Case(Acting, id, cancel);
        Lines = await history.OfCase(Acting, id, new PageWanted(Number, 50), cancel);
        var states = await directory.States(cancel);
        (Say, TimeZone) = (new Officer.Wording(states, Acting), new StateNames(states).TimeZone(Acting.State));
    }
}
