using Licensing.Casework.Cases;
using Licensing.Casework.Documents;
using Licensing.Casework.StateDirectory;
using Licensing.Domain.Applications;
using Licensing.Web.Api;
using Licensing.Web.SignIn;
using Licensing.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Officer.Cases;

/// <summary>Adds a document of the authority to the case. The applicant does not see it.</summary>
public sealed class Attach(
    ActingFor actingFor,
    DirectoryOfStates directory,
    CasesForOfficer cases,
    AttachDocument attach
) : CasePage(actingFor, directory, cases)
{
    public static readonly IReadOnlyList<Choice> Kinds =
    [
        new(nameof(DocumentKind.ForeignAnswer), "An answer of another State"),
        new(nameof(DocumentKind.ImportAuthorisation), "An import authorisation"),
        new(nameof(DocumentKind.EndUserCertificate), "An end-user certificate"),
        new(nameof(DocumentKind.Contract), "A contract"),
        new(nameof(DocumentKind.Invoice), "An invoice"),
        new(
            nameof(DocumentKind.PurposeEvidence),
            "Evidence of a temporary purpose, or of what has become of the goods"
        ),
        new(nameof(DocumentKind.Other), "Something else, such as an advice"),
    ];

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public new IFormFile? File { get; set; }

    public Task<IActionResult> OnGetAsync() => Load("Attach a document");

    public Task<IActionResult> OnPostAsync() =>
        AttemptOnCase(
            async () => await attach.ToCase(Acting, Id, await Uploads.Read(File, Kind, Cancel), Cancel),
            "The document is on file.",
            OnGetAsync,
            "#documents"
        );
}
