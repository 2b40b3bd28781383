using System.ComponentModel.DataAnnotations;
using Licensing.Casework;
using Licensing.Casework.Screening;
using Licensing.Casework.StateDirectory;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Administrator;

/// <summary>The lists and tables of the screening that are in use, and a form that loads others.</summary>
public sealed class Reference(ActingFor actingFor, ImportReference reference, DirectoryOfStates directory)
    : PortalPage(actingFor)
{
    [BindProperty]
    public IFormFile? Data { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    [BindProperty]
    [Display(Name = "The day")]
    public DateOnly? RetrievedOn { get; set; }

    [BindProperty]
    [Display(Name = "The day")]
    public DateOnly? ReviewBy { get; set; }

    public IReadOnlyList<ReferenceSummary> Loaded { get; private set; } = [];
    public string TimeZone { get; private set; } = "UTC";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Loaded = await reference.List(Acting, cancel);
        TimeZone = new StateNames(await directory.States(cancel)).TimeZone(Acting.State);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Try(
            async () =>
            {
                var given = new ReferenceGiven(await JsonUpload.Read(Data, cancel), Source, RetrievedOn, ReviewBy);
                var receipt = await reference.Run(Acting, given, cancel);
                Done =
                    receipt.Loaded.Count == 0
                        ? "Everything in the file was there already, exactly so."
                        : $"Loaded: {Words.And(receipt.Loaded)}.";
                return Redirect("/administrator/reference");
            },
            () => OnGetAsync(cancel)
        );
}
