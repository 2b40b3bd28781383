using Licensing.Casework.StateDirectory;
using Licensing.Web.SignIn;

namespace Licensing.Web.Portal.Administrator;

/// <summary>P13 with everything that is entered, also entries that no longer hold or do not hold yet.</summary>
public sealed class Directory(ActingFor actingFor, DirectoryOfStates directory) : PortalPage(actingFor)
{
    public IReadOnlyList<StateWithAuthorities> States { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => States = await directory.Everything(cancel);
}
