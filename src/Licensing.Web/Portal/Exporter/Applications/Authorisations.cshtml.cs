using Licensing.Casework.Applications;
using Licensing.Casework.Cases;
using Licensing.Casework.StateDirectory;
using Licensing.Domain.Applications;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Exporter.Applications;

/// <summary>The importing State's authorisations, as far as the exporter knows them: a row each.</summary>
public sealed class Authorisations(
    ActingFor actingFor,
    CasesForApplicant cases,
    Drafts drafts,
    DirectoryOfStates directory
) : SectionPage(actingFor, cases, drafts, directory)
{
    [BindProperty]
    public List<DraftAuthorisation> Rows { get; set; } = [];

    protected override bool Fill(ApplicationDraft draft)
    {
        Rows = [.. draft.ImportAuthorisations];
        if (More || Rows.Count == 0)
            Rows.Add(new DraftAuthorisation());
        return true;
    }

    protected override ApplicationDraft Written(ApplicationDraft draft) =>
        draft with
        {
            ImportAuthorisations = [.. Rows.Where(row => row != new DraftAuthorisation())],
        };

    protected override string? FieldOf(string path) =>
        !path.StartsWith("importAuthorisations", StringComparison.Ordinal) ? null
        : path["importAuthorisations".Length..] is { Length: > 0 } row ? Row(row)
        : "";

    // "[1].expiresOn" is "Rows[1].ExpiresOn".
    private static string Row(string rest) =>
        At(nameof(Rows) + rest[..rest.IndexOf('.')], rest[(rest.IndexOf('.') + 1)..]);
}
