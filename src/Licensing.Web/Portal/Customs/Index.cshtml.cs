using Licensing.Casework;
using Licensing.Casework.Shipments;
using Licensing.Casework.StateDirectory;
using Licensing.Web.Portal.Officer;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Customs;

/// <summary>A licence is looked up; what waits at the posts of the State, and what is on its way to it or through it.</summary>
public sealed class Index(ActingFor actingFor, DirectoryOfStates directory, ShipmentsForCustoms shipments)
    : OfficerPage(actingFor, directory)
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public int? Wanted { get; set; }

    public Page<ShipmentSummary> Shipments { get; private set; } = null!;

    public IReadOnlyList<ShipmentSummary> Here => [.. Shipments.Items.Where(s => s.IsHere)];

    public IReadOnlyList<ShipmentSummary> Underway => [.. Shipments.Items.Where(s => !s.IsHere)];

    public async Task OnGetAsync()
    {
        await Speak();
        Under("Shipments");
        Shipments = await WithinRange(Wanted, page => shipments.List(Acting, page, Cancel));
    }
}
