using Licensing.Casework.Cases;
using Licensing.Casework.Decisions;
using Licensing.Casework.StateDirectory;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Officer.Cases;

/// <summary>Gives the case back for another recommendation.</summary>
public sealed class Return(
    ActingFor actingFor,
    DirectoryOfStates directory,
    CasesForOfficer cases,
    DecideCase decide
) : CasePage(actingFor, directory, cases)
{
    [BindProperty]
    public string? Reason { get; set; }

    public RecommendationView? Recommendation =>
        Case.Recommendations.LastOrDefault(r => r.ReturnedBecause is null);

    public Task<IActionResult> OnGetAsync() => Load("Return the recommendation");

    public Task<IActionResult> OnPostAsync() =>
        AttemptOnCase(
            () => decide.Return(Acting, Id, Seen, Reason, Cancel),
            "The case is back with the officers for another recommendation.",
            OnGetAsync,
            "#decision"
        );
}
