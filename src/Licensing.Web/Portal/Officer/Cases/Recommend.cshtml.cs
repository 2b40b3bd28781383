using Licensing.Casework.Cases;
using Licensing.Casework.Decisions;
using Licensing.Casework.StateDirectory;
using Licensing.Casework.Storage;
using Licensing.Domain.Licences;
using Licensing.Web.SignIn;
using Licensing.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Officer.Cases;

/// <summary>One officer recommends; a second one will decide.</summary>
public sealed class Recommend(
    ActingFor actingFor,
    DirectoryOfStates directory,
    CasesForOfficer cases,
    RecommendDecision recommend
) : CasePage(actingFor, directory, cases)
{
    public static readonly IReadOnlyList<Choice> Verdicts =
    [
        new(nameof(Casework.Storage.Verdict.Grant), "Grant the licence"),
        new(nameof(Casework.Storage.Verdict.GrantWithConditions), "Grant the licence with conditions"),
        new(nameof(Casework.Storage.Verdict.Refuse), "Refuse the licence"),
    ];

    public static readonly IReadOnlyList<Choice> RefusalReasons =
    [
        .. Enum.GetValues<RefusalReason>().Select(r => new Choice(r.ToString(), Wording.Of(r), Wording.Article(r))),
    ];

    [BindProperty]
    public Verdict? Verdict { get; set; }

    /// <summary>One a line.</summary>
    [BindProperty]
    public string? Conditions { get; set; }

    [BindProperty]
    public List<RefusalReason> Reasons { get; set; } = [];

    /// <summary>Included; the latest lawful day when left empty.</summary>
    [BindProperty]
    public DateOnly? ExpiresOn { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    /// <summary>Items of the checklist, word for word.</summary>
    [BindProperty]
    public List<string> Checked { get; set; } = [];

    public IReadOnlyList<Choice> Checklist =>
        [.. (Case.Screening?.Checklist ?? []).Select(item => new Choice(item, item))];

    public int Unmet => Case.Findings.Count(f => !f.IsMet);

    public Task<IActionResult> OnGetAsync() => Load("Recommend a decision");

    public Task<IActionResult> OnPostAsync() =>
        AttemptOnCase(
            () => recommend.Run(Acting, Id, Given, Cancel),
            "Your recommendation is with the senior officers. One of them has to decide.",
            OnGetAsync,
            "#decision"
        );

    private RecommendationGivenBy Given =>
        new(
            Seen,
            Verdict,
            Reasons,
            (Conditions ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            ExpiresOn,
            Note,
            Checked
        );
}
