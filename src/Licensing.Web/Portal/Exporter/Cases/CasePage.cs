using Licensing.Casework.Cases;
using Licensing.Casework.StateDirectory;
using Licensing.Domain.Licences;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Exporter.Cases;

/// <summary>A page about one case of the exporter's own company.</summary>
public abstract class CasePage(ActingFor actingFor, CasesForApplicant cases, DirectoryOfStates directory)
    : PortalPage(actingFor)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public CaseForApplicant Case { get; private set; } = null!;
    public Atlas States { get; private set; } = null!;

    /// <summary>The State whose authority decides; its clocks are the case's.</summary>
    public StateView Authority =>
        States[Case.Kind == LicenceKind.Import ? Case.Consignment.ImportingState : Case.Consignment.ExportingState];

    protected async Task<IActionResult> Show(CancellationToken cancel)
    {
        Case = await cases.Case(Acting, Id, cancel);
        States = new Atlas(await directory.States(cancel));
        return Page();
    }
}
