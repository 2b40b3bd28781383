using Licensing.Casework.Cases;
using Licensing.Casework.Decisions;
using Licensing.Casework.StateDirectory;
using Licensing.Casework.Storage;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Officer.Cases;

/// <summary>A second, senior officer decides what another recommended: writes to the applicant, reads it as the applicant will,
/// and decides.</summary>
public sealed class Decide(ActingFor actingFor, DirectoryOfStates directory, CasesForOfficer cases, DecideCase decide)
    : CasePage(actingFor, directory, cases)
{
    /// <summary>The recommendation's, which the decision follows.</summary>
    [BindProperty]
    public Verdict? Verdict { get; set; }

    [BindProperty]
    public string? TextForApplicant { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    /// <summary>The text has been written; it is now read as the applicant will read it.</summary>
    public bool IsPreview { get; private set; }

    public RecommendationView? Recommendation { get; private set; }

    /// <summary>As the licence will have them: those recommended, and those that the transit States attached to their notices.</summary>
    public IEnumerable<string> Conditions =>
        (Recommendation?.Conditions ?? []).Concat(
            Case.Transit.SelectMany(t => (t.Notice?.Conditions ?? []).Select(c => $"{Say.State(t.State)}: {c}"))
        );

    public int Unmet => Case.Findings.Count(f => !f.IsMet);

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await Load("Decide");
        Recommendation = Case.Recommendations.LastOrDefault(r => r.ReturnedBecause is null);
        if (!HttpMethods.IsPost(Request.Method) && Recommendation is { Verdict: not Casework.Storage.Verdict.Refuse })
            TextForApplicant = "The licence is granted.";
        if (HasChanged || !HttpMethods.IsPost(Request.Method))
        {
            Verdict = Recommendation?.Verdict;
            ModelState.Remove(nameof(Verdict));
        }
        return page;
    }

    public async Task<IActionResult> OnPostPreviewAsync()
    {
        var page = await OnGetAsync();
        if (Recommendation?.Verdict == Casework.Storage.Verdict.Refuse && string.IsNullOrWhiteSpace(TextForApplicant))
            ModelState.AddModelError(
                nameof(TextForApplicant),
                "Tell the applicant which rule is not met, which fact it is about, and what they can do next."
            );
        IsPreview = ModelState.IsValid && !HasChanged;
        return page;
    }

    public Task<IActionResult> OnPostChangeAsync() => OnGetAsync();

    public Task<IActionResult> OnPostAsync() =>
        AttemptOnCase(
            () => decide.Decide(Acting, Id, new DecisionGiven(Seen, Verdict, TextForApplicant, Note), Cancel),
            Verdict == Casework.Storage.Verdict.Refuse
                ? "The licence has been refused. The applicant has been told."
                : "The licence has been issued. The applicant and the States concerned have been told.",
            OnGetAsync
        );
}
