using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.StateDirectory;
using Licensing.Web.SignIn;

namespace Licensing.Web.Portal.Correspondent.Requests;

/// <summary>That an answer was given: its number, and what it means.</summary>
public sealed class Given(ActingFor actingFor, RequestsForCorrespondent requests, DirectoryOfStates directory)
    : RequestPage(actingFor, requests, directory)
{
    public AnswerView Answer { get; private set; } = null!;

    public async Task OnGetAsync(Guid id, Guid document, CancellationToken cancel)
    {
        await Load(id, cancel);
        Answer = Asked.Answers.FirstOrDefault(a => a.Id == document) ?? throw new NotFoundException("answer");
    }
}
