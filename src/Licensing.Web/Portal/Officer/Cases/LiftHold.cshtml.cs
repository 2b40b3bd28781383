using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Shipments;
using Licensing.Casework.StateDirectory;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Lifting = Licensing.Casework.Shipments.LiftHold;

namespace Licensing.Web.Portal.Officer.Cases;

/// <summary>The authority answers a hold by customs.</summary>
public sealed class LiftHold(ActingFor actingFor, DirectoryOfStates directory, CasesForOfficer cases, Lifting lift)
    : CasePage(actingFor, directory, cases)
{
    [FromRoute]
    public Guid HoldId { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public ShipmentView Shipment =>
        Case.Shipments.FirstOrDefault(s => s.Holds.Any(h => h.Id == HoldId)) ?? throw new NotFoundException("hold");

    public HoldView Hold => Shipment.Holds.Single(h => h.Id == HoldId);

    public string? Obstacle =>
        Hold.IsSeizure ? "The goods have been seized: a seizure is not lifted here."
        : Hold.LiftedAt is not null ? "This hold has been lifted already."
        : null;

    public Task<IActionResult> OnGetAsync() => Load("Answer a hold by customs");

    public Task<IActionResult> OnPostAsync() =>
        AttemptOnCase(
            () => lift.Run(Acting, Id, HoldId, Reason, Cancel),
            "The hold has been lifted; customs has been told.",
            OnGetAsync,
            "#shipments"
        );
}
