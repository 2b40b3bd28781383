using Licensing.Casework;
using Licensing.Casework.Cases;
using Licensing.Casework.StateDirectory;
using Licensing.Casework.Storage;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Correspondent;

/// <summary>Requests to the person's State, unanswered first.</summary>
public sealed class Index(ActingFor actingFor, RequestsForCorrespondent requests, DirectoryOfStates directory)
    : PortalPage(actingFor)
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public int? Number { get; set; }

    public Page<RequestSummary> Requests { get; private set; } = null!;
    public StateNames Names { get; private set; } = null!;

    public IEnumerable<RequestSummary> Waiting => Requests.Items.Where(IsWaiting);

    public IEnumerable<RequestSummary> Others => Requests.Items.Where(r => !IsWaiting(r));

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Requests = await requests.Inbox(Acting, new PageWanted(Number), cancel);
        Names = new StateNames(await directory.States(cancel));
    }

    public static string Title(RequestSummary request) => $"{AnswerWording.About(request)}, {request.Number}";

    public string Hint(RequestSummary request) =>
        $"From {Names[request.From]}, {Written.Day(request.DatedOn)}."
        + (IsWaiting(request) && request.LastDay is { } last ? $" Last day to answer: {Written.Day(last)}." : "");

    private static bool IsWaiting(RequestSummary request) =>
        request is { AnsweredBy: null, IsOpen: true, Superseded: false };
}
