using Licensing.Casework;
using Licensing.Casework.Publishing;
using Licensing.Casework.StateDirectory;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Administrator;

/// <summary>Every version of every procedure and policy that was published.</summary>
public sealed class Published(ActingFor actingFor, PublishedFiles files, DirectoryOfStates directory)
    : PortalPage(actingFor)
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public int? Number { get; set; }

    public Page<PublishedVersion> Versions { get; private set; } = null!;
    public string TimeZone { get; private set; } = "UTC";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Versions = await files.List(Acting, new PageWanted(Number), cancel);
        TimeZone = new StateNames(await directory.States(cancel)).TimeZone(Acting.State);
    }
}
