using Licensing.Casework.Applications;
using Licensing.Casework.Cases;
using Licensing.Casework.StateDirectory;
using Licensing.Domain.Applications;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Exporter.Applications;

/// <summary>Where the goods of an import come from, for how many consignments, and when.</summary>
public sealed class Origin(ActingFor actingFor, CasesForApplicant cases, Drafts drafts, DirectoryOfStates directory)
    : SectionPage(actingFor, cases, drafts, directory)
{
    [BindProperty]
    public ApplicationDraft Draft { get; set; } = new();

    protected override bool Fill(ApplicationDraft draft)
    {
        Draft = draft;
        return true;
    }

    protected override ApplicationDraft Written(ApplicationDraft draft) =>
        draft with
        {
            Reference = Draft.Reference,
            ExportingState = Draft.ExportingState,
            Use = Draft.Use,
            ExpectedArrivalOn = Draft.ExpectedArrivalOn,
            WantedUntil = Draft.WantedUntil,
        };

    protected override string? FieldOf(string path) =>
        path is "exportingState" or "use" or "expectedArrivalOn" or "wantedUntil" ? At(nameof(Draft), path) : null;
}
