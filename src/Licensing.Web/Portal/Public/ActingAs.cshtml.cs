using Licensing.Casework;
using Licensing.Web.SignIn;
using Licensing.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Licensing.Web.Portal.Public;

/// <summary>For people with several capacities: which one is meant from now on. The cookie only chooses among the capacities that
/// the register gives this person; it grants nothing.</summary>
public sealed class ActingAs(ActingFor actingFor) : PageModel
{
    [BindProperty]
    public Guid? Capacity { get; set; }

    public IReadOnlyList<Capacity> Capacities { get; private set; } = [];

    public IEnumerable<Choice> Choices =>
        Capacities.Select(c => new Choice(c.Id.ToString(), c.For, $"as {Words.Of(c.Role)}"));

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Capacities = await actingFor.Capacities(HttpContext, cancel);
        Capacity = (await actingFor.Chosen(HttpContext, cancel))?.Id;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
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
