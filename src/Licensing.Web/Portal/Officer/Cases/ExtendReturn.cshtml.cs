using System.ComponentModel.DataAnnotations;
using Licensing.Casework.Cases;
using Licensing.Casework.Returns;
using Licensing.Casework.StateDirectory;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Officer.Cases;

/// <summary>A senior officer gives goods that went for a while until a later day, once.</summary>
public sealed class ExtendReturn(
    ActingFor actingFor,
    DirectoryOfStates directory,
    CasesForOfficer cases,
    Casework.Returns.ExtendReturn extension
) : CasePage(actingFor, directory, cases)
{
    [BindProperty]
    [Display(Name = "The new last day")]
    public DateOnly? ReturnBy { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public Task<IActionResult> OnGetAsync() => Load("Extend the time for the return");

    public Task<IActionResult> OnPostAsync() =>
        AttemptOnCase(
            () => extension.Run(Acting, Id, new ReturnExtensionGiven(ReturnBy, Reason), Cancel),
            "The time for the return has been extended; the exporter and the other States have been told.",
            OnGetAsync,
            "#stay"
        );
}
