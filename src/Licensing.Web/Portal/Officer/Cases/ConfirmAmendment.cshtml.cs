using Licensing.Casework.Cases;
using Licensing.Casework.Licences;
using Licensing.Casework.StateDirectory;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Officer.Cases;

/// <summary>A second, senior officer confirms the amendment of an import authorisation.</summary>
public sealed class ConfirmAmendment(
    ActingFor actingFor,
    DirectoryOfStates directory,
    CasesForOfficer cases,
    AmendAuthorisation amend
) : CasePage(actingFor, directory, cases)
{
    public Task<IActionResult> OnGetAsync() => Load("Confirm the amendment");

    public Task<IActionResult> OnPostAsync() =>
        AttemptOnCase(
            () => amend.Confirm(Acting, Id, Seen, Cancel),
            "The authorisation is amended; everybody concerned has been told.",
            OnGetAsync,
            "#authorisation"
        );
}
