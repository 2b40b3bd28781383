using Licensing.Casework.Applications;
using Licensing.Casework.Cases;
using Licensing.Casework.StateDirectory;
using Licensing.Domain.Applications;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Exporter.Applications;

/// <summary>The parties to the consignment.</summary>
public sealed class Parties(ActingFor actingFor, CasesForApplicant cases, Drafts drafts, DirectoryOfStates directory)
    : SectionPage(actingFor, cases, drafts, directory)
{
    protected override bool Fill(ApplicationDraft draft) => true;

    protected override ApplicationDraft Written(ApplicationDraft draft) => draft;

    protected override string? FieldOf(string path) => path is "parties" ? "" : null;
}
