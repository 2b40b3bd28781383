using Licensing.Casework;
using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Shipments;
using Licensing.Casework.StateDirectory;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Officer.Cases;

/// <summary>One officer proposes to let a shipment go on that was called back, and a second, senior one lifts the recall.</summary>
public sealed class LiftRecall(
    ActingFor actingFor,
    DirectoryOfStates directory,
    CasesForOfficer cases,
    Casework.Shipments.LiftRecall lift
) : CasePage(actingFor, directory, cases)
{
    [FromRoute]
    public Guid ShipmentId { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public ShipmentView Shipment =>
        Case.Shipments.FirstOrDefault(s => s.Id == ShipmentId) ?? throw new NotFoundException("shipment");

    /// <summary>Another officer has proposed it.</summary>
    public bool Decides => Shipment.RecallLift is { ByMe: false };

    public string Heading => Decides ? "Lift the recall" : "Propose to lift the recall";

    public string? Obstacle =>
        !Shipment.MayLiftRecall ? "There is no recall that could be lifted now."
        : Shipment.RecallLift is { ByMe: true } ? "You proposed it yourself. Another, senior officer has to decide."
        : Decides && Acting.Role != Role.SeniorOfficer ? "A senior officer has to do this."
        : null;

    public Task<IActionResult> OnGetAsync() => Load("Let a shipment go on");

    public Task<IActionResult> OnPostAsync() =>
        AttemptOnCase(
            () =>
                Seen is { } seen
                    ? lift.Run(Acting, Id, ShipmentId, seen, Cancel)
                    : lift.Propose(Acting, Id, ShipmentId, Reason, Cancel),
            Seen is null ? "It is proposed to lift the recall." : "The recall has been lifted.",
            OnGetAsync,
            "#shipments"
        );
}
