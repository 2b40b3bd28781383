using Licensing.Casework.Applications;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Exporter;

/// <summary>Begins an application from a JSON file, spelled as the API spells it.</summary>
public sealed class FromFile(ActingFor actingFor, Drafts drafts) : PortalPage(actingFor)
{
    [BindProperty]
    public new IFormFile? File { get; set; }

    public void OnGet() { }

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Try(
            async () =>
            {
                var draft = await DraftFile.Read(File, cancel);
                var begun = await drafts.Begin(Acting, draft, cancel);
                Done = "The file has been read. Check each section before you submit.";
                return Redirect($"/exporter/applications/{begun.ApplicationId}");
            },
            () => Task.FromResult<IActionResult>(Page())
        );
}
