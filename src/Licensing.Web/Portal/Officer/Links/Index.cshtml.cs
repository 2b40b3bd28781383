using Licensing.Casework;
using Licensing.Casework.Screening;
using Licensing.Casework.StateDirectory;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Officer.Links;

/// <summary>The links that the State's screenings do not follow, or no longer, and their confirmation by a second officer.</summary>
public sealed class Index(ActingFor actingFor, DirectoryOfStates directory, RefutedLinks links, RefuteLink refute)
    : OfficerPage(actingFor, directory)
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public int? Number { get; set; }

    public Page<RefutedLinkView> List { get; private set; } = null!;

    /// <summary>Why this officer cannot confirm it; null when that is possible.</summary>
    public string? NotConfirming(RefutedLinkView item) =>
        item.RefutedByMe ? "You refuted it, so a second officer has to confirm it."
        : Acting.Role != Role.SeniorOfficer ? "A senior officer has to confirm it."
        : null;

    public async Task<IActionResult> OnGetAsync()
    {
        await Speak();
        Under("Refuted links");
        List = await WithinRange(Number, wanted => links.List(Acting, wanted, Cancel));
        return Page();
    }

    public Task<IActionResult> OnPostConfirmAsync(Guid link) =>
        Attempt(
            () => refute.Confirm(Acting, link, Cancel),
            "It is confirmed. The link is not followed from now on.",
            "/officer/links",
            OnGetAsync
        );
}
