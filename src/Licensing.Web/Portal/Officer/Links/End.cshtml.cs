using Licensing.Casework.Screening;
using Licensing.Casework.StateDirectory;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Officer.Links;

/// <summary>Takes back that a link is refuted, or rejects what nobody has confirmed.</summary>
public sealed class End(ActingFor actingFor, DirectoryOfStates directory, RefutedLinks links, RefuteLink refute)
    : OfficerPage(actingFor, directory)
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public RefutedLinkView Found { get; private set; } = null!;

    public bool IsConfirmed => Found.ConfirmedBy is not null;

    public string Heading => IsConfirmed ? "Take the refutation back" : "Reject the refutation";

    public async Task<IActionResult> OnGetAsync()
    {
        await Speak();
        Found = await links.Find(Acting, Id, Cancel);
        Under(Heading, new("Cases", "/officer"), new("Refuted links", "/officer/links"));
        return Page();
    }

    public Task<IActionResult> OnPostAsync() =>
        Attempt(
            () => refute.TakeBack(Acting, Id, Reason, Cancel),
            "The link is followed.",
            "/officer/links",
            OnGetAsync
        );
}
