using Licensing.Casework.Applications;
using Licensing.Casework.Cases;
using Licensing.Casework.StateDirectory;
using Licensing.Domain.Applications;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Exporter.Applications;

/// <summary>The days of the journey and its legs, in the order of travel.</summary>
public sealed class Route(ActingFor actingFor, CasesForApplicant cases, Drafts drafts, DirectoryOfStates directory)
    : SectionPage(actingFor, cases, drafts, directory)
{
    [BindProperty]
    public ApplicationDraft Draft { get; set; } = new();

    public Task<IActionResult> OnPostUpAsync(int number, CancellationToken cancel) =>
        Arrange(
            draft => draft with { Route = draft.Route.MovedUp(number) },
            $"Leg {number} now comes before the one that was leg {number - 1}.",
            cancel
        );

    protected override bool Fill(ApplicationDraft draft)
    {
        Draft = draft;
        return true;
    }

    protected override ApplicationDraft Written(ApplicationDraft draft) =>
        draft with
        {
            PlannedShipmentOn = Draft.PlannedShipmentOn,
            ExpectedArrivalOn = Draft.ExpectedArrivalOn,
            DirectKilometres = Draft.DirectKilometres,
        };

    protected override string? FieldOf(string path) =>
        path is "plannedShipmentOn" or "expectedArrivalOn" or "directKilometres" ? At(nameof(Draft), path)
        : path is "route" ? ""
        : null;
}
