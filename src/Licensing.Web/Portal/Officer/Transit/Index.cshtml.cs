using Licensing.Casework;
using Licensing.Casework.Audit;
using Licensing.Casework.Procedures;
using Licensing.Casework.StateDirectory;
using Licensing.Casework.Transits;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Officer.Transit;

/// <summary>The whole transit on one page: what is asked, what can be done, what passed between the two States, and the history.</summary>
public sealed class Index(
    ActingFor actingFor,
    DirectoryOfStates directory,
    TransitCasesForOfficer cases,
    HistoryForAuditor history
) : TransitPage(actingFor, directory, cases)
{
    private static readonly (string Act, string Path, string Title)[] Acts =
    [
        (CaseActs.DecideNotice, "decide", "Give the answer"),
        (CaseActs.DecideNotice, "return", "Return the recommendation"),
        (CaseActs.RecommendNotice, "recommend/no-objection", "Recommend no objection"),
        (CaseActs.RecommendNotice, "recommend/objection", "Recommend an objection"),
        (CaseActs.AcknowledgeRequest, "acknowledge", "Acknowledge the request"),
        (CaseActs.AskExportingState, "ask", "Ask the exporting State"),
        (CaseActs.WithdrawNotice, "withdraw", "Withdraw the notice"),
        (CaseActs.Reopen, "reopen", "Reopen the case"),
    ];

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? Number { get; set; }

    public Page<HistoryLine> Lines { get; private set; } = null!;

    /// <summary>What the procedure permits where the case stands, and why some of it cannot be done yet.</summary>
    public IEnumerable<(string Title, string Path, string? Because)> Possible =>
        Acts.Where(a =>
                Case.PermittedActs.Contains(a.Act)
                && !(a.Act == CaseActs.WithdrawNotice && Case.Notice is null)
                && !(a.Act == CaseActs.AcknowledgeRequest && Case.IsAcknowledged)
            )
            .Select(a => (a.Title, a.Path, a.Path == "return" ? NotSenior : NotNow(a.Act)));

    private string? NotSenior => Acting.Role == Role.SeniorOfficer ? null : "A senior officer has to do this.";

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await Load("Transit");
        Lines = await WithinRange(Number, wanted => history.OfCase(Acting, Id, wanted, Cancel));
        ViewData["Breadcrumbs"] = new Frontend.PortalLink[] { new("Cases", "/officer") };
        ViewData["Title"] = $"Transit {Case.Number}";
        return page;
    }
}
