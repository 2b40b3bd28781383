using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Information;
using Licensing.Casework.StateDirectory;
using Licensing.Casework.Storage;
using Licensing.Web.SignIn;
using Licensing.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Officer.Cases;

public sealed class RecordAdvice(
    ActingFor actingFor,
    DirectoryOfStates directory,
    CasesForOfficer cases,
    Inquiries inquiries
) : CasePage(actingFor, directory, cases)
{
    public static readonly IReadOnlyList<Choice> Outcomes =
    [
        new(nameof(AdviceOutcome.NoObjection), "No objection"),
        new(nameof(AdviceOutcome.NoObjectionWithConditions), "No objection, with conditions"),
        new(nameof(AdviceOutcome.Objection), "Objection"),
        new(nameof(AdviceOutcome.NoView), "No view"),
    ];

    [FromRoute(Name = "referralId")]
    public Guid ReferralId { get; set; }

    [BindProperty]
    public AdviceOutcome? Outcome { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public ReferralView Referral { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await Load("Record advice");
        Referral = Case.Referrals.FirstOrDefault(r => r.Id == ReferralId) ?? throw new NotFoundException("referral");
        return page;
    }

    public Task<IActionResult> OnPostAsync() =>
        AttemptOnCase(
            () => inquiries.RecordAdvice(Acting, Id, ReferralId, Outcome, Text, Cancel),
            "The advice is on file.",
            OnGetAsync,
            "#referrals"
        );
}
