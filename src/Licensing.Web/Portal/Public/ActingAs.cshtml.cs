using Licensing.Web.SignIn;
using Licensing.Web.TagHelpers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Licensing.Web.Portal.Public;

/// <summary>For people with several capacities: which one is meant from now on. The cookie only chooses among the capacities that
/// the register gives this person; it grants nothing. Every role may
/// choose, so no role is named: whoever is not signed in is led to sign-in.</summary>
[AllowAnonymous]
public sealed class ActingAs(ActingFor actingFor) : PageModel
{
    [BindProperty]
    public Guid? Capacity { get; set; }

    public IReadOnlyList<Capacity> Capacities { get; private set; } = [];

    public IEnumerable<Choice> Choices =>
        Capacities.Select(c => new Choice(c.Id.ToString(), c.For, $"as {Written.Role(c.Role)}"));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (User.Identity is not { IsAuthenticated: true })
            return Challenge();
        Capacities = await actingFor.Capacities(HttpContext, cancel);
        Capacity = (await actingFor.Chosen(HttpContext, cancel))?.Id;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (User.Identity is not { IsAuthenticated: true })
            return Challenge();
        Capacities = await actingFor.Capacities(HttpContext, cancel);
        if (Capacities.FirstOrDefault(c => c.Id == Capacity) is not { } chosen)
        {
            ModelState.AddModelError(nameof(Capacity), "Choose for whom you act.");
            return Page();
        }
        Response.Cookies.Append(
            ActingFor.Cookie,
            chosen.Id.ToString(),
            new CookieOptions
            {
                HttpOnly = true,
                Secure = Request.IsHttps,
                SameSite = SameSiteMode.Lax,
                Path = Request.PathBase.Add("/"),
                IsEssential = true,
            }
        );
        return LocalRedirect(PortalSetup.Home(chosen.Role));
    }
}
