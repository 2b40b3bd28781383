using Licensing.Casework.Clearances;
using Licensing.Casework.StateDirectory;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Officer.Arrangements;

/// <summary>Ends a landlocked arrangement, or rejects one that nobody has confirmed.</summary>
public sealed class End(
    ActingFor actingFor,
    DirectoryOfStates directory,
    ArrangementsOnFile onFile,
    Casework.Clearances.Arrangements arrangements
) : OfficerPage(actingFor, directory)
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Included.</summary>
    [BindProperty]
    public DateOnly? LastDay { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public ArrangementView Found { get; private set; } = null!;

    public bool IsConfirmed => Found.ConfirmedBy is not null;

    public string Heading => IsConfirmed ? "End the arrangement" : "Reject the arrangement";

    public async Task<IActionResult> OnGetAsync()
    {
        await Speak();
        Found = await onFile.Find(Acting, Id, Cancel);
        Under(Heading, new("Cases", "/officer"), new("Landlocked arrangements", "/officer/arrangements"));
        return Page();
    }

    /// <summary>Licences that would be suspended; null while the day has not been given.</summary>
    public IReadOnlyList<string>? Affected { get; private set; }

    /// <summary>Shows what would come of it, before it is done.</summary>
    public async Task<IActionResult> OnPostCheckAsync()
    {
        if (LastDay is { } lastDay && !string.IsNullOrWhiteSpace(Reason) && ModelState.IsValid)
            Affected = await onFile.RestingOn(Acting, Id, lastDay, Cancel);
        else
            return await OnPostAsync();
        return await OnGetAsync();
    }

    public Task<IActionResult> OnPostAsync() =>
        Attempt(
            () => arrangements.End(Acting, Id, LastDay, Reason, Cancel),
            "The arrangement no longer counts beyond its last day.",
            "/officer/arrangements",
            OnGetAsync
        );
}
