using Licensing.Casework.Shipments;
using Licensing.Casework.StateDirectory;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Customs.Shipments;

/// <summary>May this leave now? And if not, why, and what was declared, has left, was stopped and was seen on the way.</summary>
public sealed class Show(ActingFor actingFor, DirectoryOfStates directory, ShipmentsForCustoms shipments)
    : ShipmentPage(actingFor, directory, shipments)
{
    public Task<IActionResult> OnGetAsync() => Load();
}
