using Licensing.Casework.Applications;
using Licensing.Casework.Cases;
using Licensing.Casework.StateDirectory;
using Licensing.Domain.Applications;
using Licensing.Domain.Authorisations;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Exporter.Applications;

/// <summary>Where the goods go, with how many shipments, and the name under which the exporter finds the application again.</summary>
public sealed class Destination(
    ActingFor actingFor,
    CasesForApplicant cases,
    Drafts drafts,
    DirectoryOfStates directory
) : SectionPage(actingFor, cases, drafts, directory)
{
    [BindProperty]
    public ApplicationDraft Draft { get; set; } = new();

    protected override bool Fill(ApplicationDraft draft)
    {
        Draft = draft with { Use = draft.Use ?? AuthorisationUse.MultipleUse };
        return true;
    }

    protected override ApplicationDraft Written(ApplicationDraft draft) =>
        draft with
        {
            Reference = Draft.Reference,
            ImportingState = Draft.ImportingState,
            Use = Draft.Use,
        };

    protected override string? FieldOf(string path) => path is "importingState" ? At(nameof(Draft), path) : null;
}
