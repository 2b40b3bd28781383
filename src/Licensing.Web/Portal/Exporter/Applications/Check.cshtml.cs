using Licensing.Casework.Acts;
using Licensing.Casework.Applications;
using Licensing.Casework.Cases;
using Licensing.Casework.StateDirectory;
using Licensing.Domain.Applications;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Exporter.Applications;

/// <summary>Everything that was answered, what is missing, whether the exporter may apply; and the submission.</summary>
public sealed class Check(
    ActingFor actingFor,
    CasesForApplicant cases,
    DirectoryOfStates directory,
    SubmitApplication submit
) : DraftPage(actingFor, cases, directory)
{
    [BindProperty]
    public bool Declared { get; set; }

    public IEnumerable<(Chapter Chapter, IReadOnlyList<DraftProblem> Problems)> Open =>
        Chapters
            .For(Application.Kind)
            .Select(chapter =>
                (
                    chapter,
                    (IReadOnlyList<DraftProblem>)[.. Application.Problems.Where(p => p.Section == chapter.Section)]
                )
            )
            .Where(open => open.Item2.Count > 0);

    /// <summary>What a refusal says to the applicant.</summary>
    public IReadOnlyList<ReleasedFinding> Refused =>
        [.. Refusal.Select(f => new ReleasedFinding(f.Article, f.IsMet, f.ForApplicant, f.ApplicantMay))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await Load(cancel) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await Load(cancel) is { } elsewhere)
            return elsewhere;
        if (!Declared)
            ModelState.AddModelError(nameof(Declared), "Confirm the declaration before you submit.");
        return ModelState.IsValid ? await Submit(cancel) : Page();
    }

    private Task<IActionResult> Submit(CancellationToken cancel) =>
        Try(
            async () =>
            {
                try
                {
                    var receipt = await submit.Run(Acting, Id, Seen, cancel);
                    return Redirect($"/exporter/cases/{receipt.CaseId}/submitted");
                }
                catch (ChangedException)
                {
                    LostRace = true;
                    throw;
                }
            },
            () => Task.FromResult<IActionResult>(Page())
        );
}
