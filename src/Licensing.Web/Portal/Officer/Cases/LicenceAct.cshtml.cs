using Licensing.Casework.Cases;
using Licensing.Casework.Licences;
using Licensing.Casework.StateDirectory;
using Licensing.Domain.Licences;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Officer.Cases;

/// <summary>How an act on a licence is spoken of.</summary>
/// <param name="Path">Last part of the page's address.</param>
/// <param name="Means">What it does.</param>
/// <param name="MeansForImport">What it does to an import authorisation.</param>
/// <param name="Hint">Who reads the reason; null where none is asked.</param>
public sealed record LicenceActWording(
    string Path,
    string Title,
    string Means,
    string MeansForImport,
    string? Hint,
    string Done,
    bool Warns
)
{
    /// <summary>The same of an import authorisation.</summary>
    public LicenceActWording For(LicenceKind kind) =>
        kind == LicenceKind.Export
            ? this
            : this with
            {
                Title = Title.Replace("licence", "authorisation", StringComparison.Ordinal),
                Means = MeansForImport,
            };
}

/// <summary>The acts on an issued licence: suspend, propose to reinstate, reinstate, revoke.</summary>
public sealed class LicenceAct(
    ActingFor actingFor,
    DirectoryOfStates directory,
    CasesForOfficer cases,
    LicenceLife life
) : CasePage(actingFor, directory, cases)
{
    public static readonly IReadOnlyList<LicenceActWording> All =
    [
        new(
            "suspend",
            "Suspend the licence",
            "Nothing leaves under it from now on. The exporter, customs and the States ahead are told at once, and what is on its way is called back.",
            "No exporting State may rely on it from now on. Those that do are told at once; they suspend their licences and call back what is on its way.",
            "The applicant and the exporting State read it.",
            "It is suspended; everybody concerned has been told.",
            true
        ),
        new(
            "propose-reinstatement",
            "Propose to reinstate the licence",
            "A second, senior officer decides. The licence can be reinstated only while what it rests on holds: the import authorisations and the notices of the transit States.",
            "A second, senior officer decides. The exporting States from which it was taken back are then told that it holds again.",
            "For the officer who decides.",
            "The proposal is with the senior officers.",
            false
        ),
        new(
            "reinstate",
            "Reinstate the licence",
            "The licence is in force again. What it rests on is looked at once more, now.",
            "The authorisation is in force again, and the exporting States from which it was taken back are told so. Each of them reinstates its own licences.",
            null,
            "It is in force again; everybody concerned has been told.",
            false
        ),
        new(
            "revoke",
            "Revoke the licence",
            "The licence ends for good. What has not left is given back to the import authorisations, and what is on its way is called back.",
            "The authorisation ends for good. The exporting States that rely on it are told at once; they suspend their licences and call back what is on its way.",
            "The applicant and the exporting State read it.",
            "It has been revoked; everybody concerned has been told.",
            true
        ),
    ];

    [FromRoute(Name = "act")]
    public string Path { get; set; } = "";

    [BindProperty]
    public string? Reason { get; set; }

    public string? Standing =>
        Case.Licence is { } licence ? $"{licence.Number}, {Casework.Words.Of(licence.Status)}"
        : Case.Authorisation is { } authorisation ? $"{authorisation.Number}, {Casework.Words.Of(authorisation.Status)}"
        : null;

    public LicenceActWording Wording => All.Single(a => a.Path == Path).For(Case.Kind);

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await Load("");
        ViewData["Title"] = Wording.Title;
        return page;
    }

    public Task<IActionResult> OnPostAsync() =>
        AttemptOnCase(Do, All.Single(a => a.Path == Path).Done, OnGetAsync, "#licence");

    private Task Do() =>
        Path switch
        {
            "suspend" => life.Suspend(Acting, Id, Reason, Cancel),
            "propose-reinstatement" => life.ProposeReinstatement(Acting, Id, Reason, Cancel),
            "reinstate" => life.Reinstate(Acting, Id, Seen, Cancel),
            _ => life.Revoke(Acting, Id, Seen, Reason, Cancel),
        };
}
