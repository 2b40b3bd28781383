using Licensing.Casework.Acts;
using Licensing.Casework.Shipments;
using Licensing.Casework.StateDirectory;
using Licensing.Web.Portal.Officer;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Customs;

/// <summary>A licence by its number: whether it is good today, what stands on it, and what is left of it.</summary>
public sealed class Licences(ActingFor actingFor, DirectoryOfStates directory, ShipmentsForCustoms shipments)
    : OfficerPage(actingFor, directory)
{
    [BindProperty(SupportsGet = true, Name = "number")]
    public string? Number { get; set; }

    /// <summary>Null while nothing was asked, and when there is no such licence for this State.</summary>
    public LicenceForCustoms? Found { get; private set; }

    /// <summary>The number of a shipment was asked for, which is not among those of the licence.</summary>
    public bool IsOfUnknownShipment => Plain.Contains('/', StringComparison.Ordinal);

    private string Plain => string.Concat((Number ?? "").Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();

    public async Task<IActionResult> OnGetAsync()
    {
        await Speak();
        Under("Look up a licence", new Frontend.PortalLink("Shipments", "/customs"));
        if (!Request.Query.ContainsKey("number"))
            return Page();
        try
        {
            Found = await shipments.Licence(Acting, Number, Cancel);
        }
        catch (MalformedException refusal)
        {
            ModelState.AddModelError(nameof(Number), refusal.Message);
            return Page();
        }
        catch (NotFoundException)
        {
            // The same whether there is none or its goods are nothing to this State.
            ModelState.AddModelError(
                nameof(Number),
                $"No licence with this number has goods that leave, cross or reach {Acting.StateName}. Check the number."
            );
            var page = Page();
            page.StatusCode = StatusCodes.Status404NotFound;
            return page;
        }
        if (Found.Shipments.FirstOrDefault(s => s.Number == Plain) is { } shipment)
            return Redirect($"/customs/shipments/{shipment.Id}");
        Under($"Licence {Found.Number}", new Frontend.PortalLink("Shipments", "/customs"));
        return Page();
    }
}
