using Licensing.Casework.Applications;
using Licensing.Casework.StateDirectory;
using Licensing.Domain.Applications;
using Licensing.Domain.Licences;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Exporter;

/// <summary>Begins an application with its reference and destination.</summary>
public sealed class Begin(ActingFor actingFor, Drafts drafts, DirectoryOfStates directory) : PortalPage(actingFor)
{
    [BindProperty]
    public ApplicationDraft Draft { get; set; } = new();

    public Atlas States { get; private set; } = null!;

    public bool IsImport => Acting.AppliesFor == LicenceKind.Import;

    public async Task OnGetAsync(CancellationToken cancel) => States = new Atlas(await directory.States(cancel));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        States = new Atlas(await directory.States(cancel));
        return await Try(
            async () =>
            {
                var given = new ApplicationDraft
                {
                    Reference = Draft.Reference,
                    ImportingState = IsImport ? null : Draft.ImportingState,
                    ExportingState = IsImport ? Draft.ExportingState : null,
                };
                var begun = await drafts.Begin(Acting, given, cancel);
                return Redirect($"/exporter/applications/{begun.ApplicationId}");
            },
            () => Task.FromResult<IActionResult>(Page()),
            nameof(Draft)
        );
    }
}
