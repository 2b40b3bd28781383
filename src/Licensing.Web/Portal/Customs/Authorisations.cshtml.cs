using Licensing.Casework.Acts;
using Licensing.Casework.Returns;
using Licensing.Casework.StateDirectory;
using Licensing.Web.Portal.Officer;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Customs;

/// <summary>An import authorisation of the own State by its number: what it lets in, and what is to leave again.</summary>
public sealed class Authorisations(ActingFor actingFor, DirectoryOfStates directory, StaysForCustoms stays)
    : OfficerPage(actingFor, directory)
{
    [BindProperty(SupportsGet = true, Name = "number")]
    public string? Number { get; set; }

    /// <summary>Null while nothing was asked, and when this State has no such authorisation.</summary>
    public AuthorisationForCustoms? Found { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        await Speak();
        Under("Look up an import authorisation", new Frontend.PortalLink("Shipments", "/customs"));
        if (!Request.Query.ContainsKey("number"))
            return Page();
        try
        {
            Found = await stays.Authorisation(Acting, Number, Cancel);
        }
        catch (MalformedException refusal)
        {
            ModelState.AddModelError(nameof(Number), refusal.Message);
            return Page();
        }
        catch (NotFoundException)
        {
            ModelState.AddModelError(
                nameof(Number),
                $"{Acting.StateName} has issued no import authorisation with this number. Check the number."
            );
            var page = Page();
            page.StatusCode = StatusCodes.Status404NotFound;
            return page;
        }
        Under($"Import authorisation {Found.Number}", new Frontend.PortalLink("Shipments", "/customs"));
        return Page();
    }
}
