using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Licensing.Web.Portal;

/// <summary>The front door. Whoever is signed in is led on to where that person begins.</summary>
[AllowAnonymous]
public sealed class Index(ActingFor actingFor) : PageModel
{
    /// <summary>Null when nobody is signed in.</summary>
    public Identity? Person { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Person = Identity.From(User);
        if (Person is null)
            return Page();
        if (await actingFor.Chosen(HttpContext, cancel) is not { } capacity)
            return (await actingFor.Capacities(HttpContext, cancel)).Count > 1
                ? RedirectToPage("/Public/ActingAs")
                : Page();
        return LocalRedirect(PortalSetup.Home(capacity.Role));
    }
}
