using Licensing.Casework.Cases;
using Licensing.Casework.Decisions;
using Licensing.Casework.StateDirectory;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Officer.Cases;

public sealed class Extend(
    ActingFor actingFor,
    DirectoryOfStates directory,
    CasesForOfficer cases,
    ExtendDecision extension
) : CasePage(actingFor, directory, cases)
{
    [BindProperty]
    public string? Reason { get; set; }

    public const string WhyNot =
        "The period can be extended once, before its last day is over and while the case is open, where the policy profile of the case knows a longer one.";

    public Task<IActionResult> OnGetAsync() => Load("Extend the period for the decision");

    public Task<IActionResult> OnPostAsync() =>
        AttemptOnCase(
            () => extension.Run(Acting, Id, Reason, Cancel),
            "The period for the decision has been extended; the applicant has been told.",
            OnGetAsync
        );
}
