using Licensing.Casework.Cases;
using Licensing.Casework.Documents;
using Licensing.Casework.StateDirectory;
using Licensing.Web.Api;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Exporter.Applications;

/// <summary>The files that go with an application.</summary>
public sealed class Documents(
    ActingFor actingFor,
    CasesForApplicant cases,
    DirectoryOfStates directory,
    AttachDocument attach
) : DraftPage(actingFor, cases, directory)
{
    /// <summary>Name of a <see cref="Domain.Applications.DocumentKind"/>.</summary>
    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public new IFormFile? File { get; set; }

    /// <summary>That the document bears.</summary>
    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public decimal? Pieces { get; set; }

    [BindProperty]
    public decimal? NetKg { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await Load(cancel) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        await Load(cancel) ?? (ModelState.IsValid ? await Attach(cancel) : Page());

    private Task<IActionResult> Attach(CancellationToken cancel) =>
        Try(
            async () =>
            {
                var upload = await Uploads.Read(File, Kind, cancel);
                upload = upload with { States = new PaperStates(Number, Pieces, NetKg) };
                var attached = await attach.ToDraft(Acting, Id, upload, cancel);
                Done = $"{attached.FileName} has been attached.";
                return Redirect(Request.Path);
            },
            () => Task.FromResult<IActionResult>(Page())
        );

    public async Task<IActionResult> OnPostRemoveAsync(Guid document, CancellationToken cancel) =>
        await Load(cancel)
        ?? await Try(
            async () =>
            {
                var removed = await attach.Remove(Acting, Id, document, cancel);
                Done = $"{removed.FileName} has been removed.";
                return Redirect(Request.Path);
            },
            () => Task.FromResult<IActionResult>(Page())
        );
}
