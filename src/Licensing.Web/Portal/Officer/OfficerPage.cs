using Licensing.Casework;
using Licensing.Casework.StateDirectory;
using Licensing.Web.Frontend;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Officer;

/// <summary>A page of an authority: of licensing officers, or of customs.</summary>
public abstract class OfficerPage(ActingFor actingFor, DirectoryOfStates directory) : PortalPage(actingFor)
{
    public Wording Say { get; private set; } = null!;

    protected DirectoryOfStates Directory => directory;

    protected CancellationToken Cancel => HttpContext.RequestAborted;

    /// <summary>The page's title, and the way back to where it belongs.</summary>
    protected void Under(string title, params PortalLink[] trail)
    {
        ViewData["Title"] = title;
        if (trail.Length > 0)
            ViewData["Breadcrumbs"] = trail;
    }

    protected async Task<Wording> Speak() => Say = new Wording(await directory.States(Cancel), Acting);

    /// <summary>The page of a list; the last one when the list has become shorter than the address says.</summary>
    protected static async Task<Page<T>> WithinRange<T>(int? number, Func<PageWanted, Task<Page<T>>> list)
    {
        var page = await list(new PageWanted(number));
        return page.Number <= page.Pages ? page : await list(new PageWanted(page.Pages));
    }

    /// <summary>Shows the page again when an answer cannot be read at all; else does the act and goes on to
    /// <paramref name="next"/>, where <paramref name="done"/> is said.</summary>
    protected async Task<IActionResult> Attempt(
        Func<Task> act,
        string done,
        string next,
        Func<Task<IActionResult>> again,
        string prefix = ""
    )
    {
        if (!ModelState.IsValid)
            return await again();
        return await Try(
            async () =>
            {
                await act();
                Done = done;
                return Redirect(next);
            },
            again,
            prefix
        );
    }
}
