using Licensing.Casework.Cases;
using Licensing.Casework.Clearances;
using Licensing.Casework.StateDirectory;
using Licensing.Web.SignIn;
using Licensing.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Again = Licensing.Casework.Clearances.AskAgain;

namespace Licensing.Web.Portal.Officer.Cases;

public sealed class AskAgain(ActingFor actingFor, DirectoryOfStates directory, CasesForOfficer cases, Again ask)
    : CasePage(actingFor, directory, cases)
{
    [BindProperty]
    public Whom? Whom { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<Choice> Addressees =>
        [
            new(
                nameof(Casework.Clearances.Whom.ImportingState),
                $"The importing State, {Say.State(Case.Consignment.ImportingState)}",
                "About every import authorisation that it has not confirmed for this case. The transit States are asked after that."
            ),
            .. Case.Transit.Count == 0
                ? Array.Empty<Choice>()
                :
                [
                    new(
                        nameof(Casework.Clearances.Whom.TransitStates),
                        $"The transit States: {Casework.Words.And(Case.Transit.Select(t => Say.State(t.State)))}",
                        "Those whose notice still holds are not asked again."
                    ),
                ],
        ];

    public Task<IActionResult> OnGetAsync() => Load("Ask the other States again");

    public Task<IActionResult> OnPostAsync() =>
        AttemptOnCase(
            () => ask.Run(Acting, Id, Whom, Reason, Cancel),
            "The requests have gone out again.",
            OnGetAsync,
            "#exchange"
        );
}
