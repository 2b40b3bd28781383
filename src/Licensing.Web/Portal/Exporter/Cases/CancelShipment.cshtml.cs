using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Shipments;
using Licensing.Casework.StateDirectory;
using Licensing.Casework.Storage;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Exporter.Cases;

/// <summary>Nothing more is to leave under a shipment.</summary>
public sealed class CancelShipment(
    ActingFor actingFor,
    CasesForApplicant cases,
    DirectoryOfStates directory,
    DeclareShipment declare
) : CasePage(actingFor, cases, directory)
{
    [FromRoute]
    public Guid ShipmentId { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public ShipmentForApplicant Shipment =>
        Case.Shipments.FirstOrDefault(s => s.Id == ShipmentId) ?? throw new NotFoundException("shipment");

    public bool CanBeCancelled =>
        Shipment is { Status: ShipmentStatus.Declared or ShipmentStatus.Released, IsHeld: false };

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => Show(cancel);

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Try(
            async () =>
            {
                await declare.Cancel(Acting, Id, ShipmentId, Reason, cancel);
                Done = "Nothing more leaves under this shipment.";
                return Redirect($"/exporter/cases/{Id}#shipments");
            },
            () => Show(cancel)
        );
}
