using Licensing.Casework.Publishing;
using Licensing.Casework.StateDirectory;
using Licensing.Web.SignIn;

namespace Licensing.Web.Portal.Administrator;

/// <summary>Every version of every procedure and policy that was published.</summary>
public sealed class Published(ActingFor actingFor, PublishedFiles files, DirectoryOfStates directory)
    : PortalPage(actingFor)
{
    public IReadOnlyList<PublishedVersion> Versions { get; private set; } = [];
    public string TimeZone { get; private set; } = "UTC";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Versions = await files.List(Acting, cancel);
        TimeZone = new StateNames(await directory.States(cancel)).TimeZone(Acting.State);
    }
}
