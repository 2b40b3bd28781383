using Licensing.Casework.Applications;
using Licensing.Casework.Cases;
using Licensing.Casework.StateDirectory;
using Licensing.Domain.Applications;
using Licensing.Domain.Licences;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Exporter.Applications;

/// <summary>What the goods are for, and the certificate of who will use them.</summary>
public sealed class EndUse(ActingFor actingFor, CasesForApplicant cases, Drafts drafts, DirectoryOfStates directory)
    : SectionPage(actingFor, cases, drafts, directory)
{
    [BindProperty]
    public ApplicationDraft Draft { get; set; } = new();

    /// <summary>Whether the goods come back, or leave again; what is written of it is kept only then.</summary>
    [BindProperty]
    public bool? IsTemporary { get; set; }

    public bool IsImport => Application.Kind == LicenceKind.Import;

    protected override bool Fill(ApplicationDraft draft)
    {
        Draft = draft;
        IsTemporary = draft.Temporary is not null;
        return true;
    }

    protected override ApplicationDraft Written(ApplicationDraft draft) =>
        draft with
        {
            EndUse = Draft.EndUse,
            EndUseStatement = Draft.EndUseStatement,
            EndUserCertificate = Draft.EndUserCertificate,
            Temporary = IsTemporary == true ? Draft.Temporary ?? new DraftTemporary() : null,
        };

    protected override string? FieldOf(string path) =>
        path.StartsWith("endUse", StringComparison.Ordinal) || path.StartsWith("temporary", StringComparison.Ordinal)
            ? At(nameof(Draft), path)
            : null;
}
