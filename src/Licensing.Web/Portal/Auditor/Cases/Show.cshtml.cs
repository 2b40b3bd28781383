using Licensing.Casework;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.StateDirectory;
using Licensing.Casework.Transits;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Auditor.Cases;

/// <summary>One case: what it is, and everything that happened in it.</summary>
public sealed class Show(
    ActingFor actingFor,
    CasesForOfficer cases,
    TransitCasesForOfficer transits,
    HistoryForAuditor history,
    DirectoryOfStates directory
) : PortalPage(actingFor)
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public int? Number { get; set; }

    public CaseForOfficer Case { get; private set; } = null!;
    public Page<HistoryLine> Lines { get; private set; } = null!;
    public IReadOnlyList<ScreeningLine> Screenings { get; private set; } = [];
    public StateNames Names { get; private set; } = null!;

    /// <summary>What one State said to another is shown as its officers see it.</summary>
    public Officer.Wording Say { get; private set; } = null!;

    public string TimeZone => Names.TimeZone(Acting.State);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await transits.Has(Acting, id, cancel))
            return Redirect($"/auditor/transit/{id}");
        Case = await cases.Case(Acting, id, cancel);
        Screenings = await history.Screenings(Acting, id, cancel);
        Lines = await history.OfCase(Acting, id, new PageWanted(Number, 50), cancel);
        var states = await directory.States(cancel);
        (Names, Say) = (new StateNames(states), new Officer.Wording(states, Acting));
        return Page();
    }
}
