using Licensing.Casework.Cases;
using Licensing.Casework.StateDirectory;
using Licensing.Web.SignIn;

namespace Licensing.Web.Portal.Correspondent.Requests;

/// <summary>A request with everything needed to answer it.</summary>
public sealed class Show(ActingFor actingFor, RequestsForCorrespondent requests, DirectoryOfStates directory)
    : RequestPage(actingFor, requests, directory)
{
    public Task OnGetAsync(Guid id, CancellationToken cancel) => Load(id, cancel);

    /// <summary>Why nothing can be answered now.</summary>
    public string NothingAsked =>
        Asked.Summary.Superseded ? "A newer request has taken the place of this one. You find it among your requests."
        : !Asked.Summary.IsOpen ? "Nothing is asked of you here any more."
        : "The case has moved on. Nothing is asked of you now.";
}
