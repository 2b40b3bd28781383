using Licensing.Casework.Cases;
using Licensing.Casework.StateDirectory;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Exporter.Cases;

/// <summary>Says that the application has arrived, under which number, and what happens next.</summary>
public sealed class Submitted(ActingFor actingFor, CasesForApplicant cases, DirectoryOfStates directory)
    : CasePage(actingFor, cases, directory)
{
    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => Show(cancel);
}
