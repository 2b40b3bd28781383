using Licensing.Casework;
using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Shipments;
using Licensing.Casework.StateDirectory;
using Licensing.Casework.Storage;
using Licensing.Web.SignIn;
using Licensing.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Officer.Cases;

/// <summary>A senior officer closes a shipment whose receipt was not confirmed as it left.</summary>
public sealed class Settle(
    ActingFor actingFor,
    DirectoryOfStates directory,
    CasesForOfficer cases,
    SettleShipment settle
) : CasePage(actingFor, directory, cases)
{
    public static readonly IReadOnlyList<Choice> Outcomes =
    [
        new(
            nameof(ShipmentOutcome.ReceiptAccepted),
            "Accept another proof of receipt",
            "A document of the importing State's customs, for example, or an explanation of the difference"
        ),
        new(nameof(ShipmentOutcome.NotReceived), "Find that the goods, or some of them, did not arrive"),
    ];

    [FromRoute]
    public Guid ShipmentId { get; set; }

    [BindProperty]
    public ShipmentOutcome? Outcome { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public ShipmentView Shipment =>
        Case.Shipments.FirstOrDefault(s => s.Id == ShipmentId) ?? throw new NotFoundException("shipment");

    public string? Obstacle =>
        !Shipment.IsUnderway ? "This shipment has been settled, or nothing of it has left."
        : Acting.Role != Role.SeniorOfficer ? "A senior officer has to do this."
        : null;

    public Task<IActionResult> OnGetAsync() => Load("Settle a shipment");

    public Task<IActionResult> OnPostAsync() =>
        AttemptOnCase(
            () => settle.Run(Acting, Id, ShipmentId, new SettlementGiven(Outcome, Reason), Cancel),
            "The shipment has been settled.",
            OnGetAsync,
            "#shipments"
        );
}
