using Licensing.Casework;
using Licensing.Casework.Registers;
using Licensing.Casework.StateDirectory;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Auditor;

/// <summary>The registers of the State that the screening reads, with what counts no more.</summary>
public sealed class Registers(ActingFor actingFor, RegistersOnFile onFile, DirectoryOfStates directory)
    : PortalPage(actingFor)
{
    [BindProperty(SupportsGet = true)]
    public string? About { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? Number { get; set; }

    public Page<EntryView> List { get; private set; } = null!;
    public string TimeZone { get; private set; } = "UTC";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        List = await onFile.List(Acting, null, About, new PageWanted(Number), cancel);
        TimeZone = new StateNames(await directory.States(cancel)).TimeZone(Acting.State);
    }
}
