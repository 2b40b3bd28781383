using Licensing.Casework.Cases;
using Licensing.Casework.StateDirectory;
using Licensing.Web.SignIn;

namespace Licensing.Web.Portal.Correspondent;

/// <summary>A page about one request to the person's State.</summary>
public abstract class RequestPage(ActingFor actingFor, RequestsForCorrespondent requests, DirectoryOfStates directory)
    : PortalPage(actingFor)
{
    public RequestForCorrespondent Asked { get; private set; } = null!;
    public StateNames Names { get; private set; } = null!;

    public string Address => $"/correspondent/requests/{Asked.Summary.Id}";

    protected async Task Load(Guid id, CancellationToken cancel)
    {
        Asked = await requests.Request(Acting, id, cancel);
        Names = new StateNames(await directory.States(cancel));
    }
}
