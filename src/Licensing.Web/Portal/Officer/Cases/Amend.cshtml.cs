using System.ComponentModel.DataAnnotations;
using Licensing.Casework.Cases;
using Licensing.Casework.Licences;
using Licensing.Casework.StateDirectory;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Officer.Cases;

/// <summary>Proposes another last day or other quantities of an import authorisation.</summary>
public sealed class Amend(
    ActingFor actingFor,
    DirectoryOfStates directory,
    CasesForOfficer cases,
    AmendAuthorisation amend
) : CasePage(actingFor, directory, cases)
{
    public sealed class AmendedLine
    {
        public int Line { get; set; }

        [Display(Name = "Quantity")]
        public decimal? Quantity { get; set; }
    }

    [BindProperty]
    [Display(Name = "The last day")]
    public DateOnly? ExpiresOn { get; set; }

    [BindProperty]
    [Display(Name = "The day by which the goods leave again")]
    public DateOnly? LeavesAgainBy { get; set; }

    [BindProperty]
    public List<AmendedLine> Lines { get; set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await Load("Amend the authorisation");
        if (!HttpMethods.IsPost(Request.Method) && Case.Authorisation is { } now)
        {
            ExpiresOn = now.ExpiresOn;
            LeavesAgainBy = now.Content.LeavesAgainBy;
            Lines = [.. now.Balances.Select(b => new AmendedLine { Line = b.Line, Quantity = b.Authorised })];
        }
        return page;
    }

    public Task<IActionResult> OnPostAsync() =>
        AttemptOnCase(
            () =>
                amend.Propose(
                    Acting,
                    Id,
                    new AmendmentGiven(
                        ExpiresOn,
                        [.. Lines.Select(l => new AmendedLineGiven(l.Line, l.Quantity))],
                        Reason,
                        LeavesAgainBy
                    ),
                    Cancel
                ),
            "The amendment is with the senior officers. One of them has to confirm it.",
            OnGetAsync,
            "#authorisation"
        );
}
