using Licensing.Casework;
using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Screening;
using Licensing.Casework.StateDirectory;
using Licensing.Domain.Screening;
using Licensing.Web.SignIn;
using Licensing.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Officer.Cases;

/// <summary>A flag of the screening with everything that it rests on, and what is made of it.</summary>
public sealed class Flag(
    ActingFor actingFor,
    DirectoryOfStates directory,
    CasesForOfficer cases,
    DisposeOfFlag dispose,
    RefutedLinks refuted
) : CasePage(actingFor, directory, cases)
{
    public static readonly IReadOnlyList<Choice> Kinds =
    [
        new(nameof(DispositionKind.Explained), "Explained", "There is a lawful explanation"),
        new(nameof(DispositionKind.Mitigated), "Mitigated", "Something was done about it: say what"),
        new(nameof(DispositionKind.Confirmed), "Confirmed", "It is as the flag says"),
        new(nameof(DispositionKind.FalsePositive), "False positive", "The rule was mistaken"),
        new(nameof(DispositionKind.Escalated), "Escalated", "Somebody else has to look first: say who"),
    ];

    [FromRoute]
    public string Rule { get; set; } = "";

    [BindProperty]
    public DispositionKind? Kind { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public FlagView Raised =>
        Case.Screening?.Flags.FirstOrDefault(f => f.Rule == Rule) ?? throw new NotFoundException("flag");

    /// <summary>It is recorded, and a second officer has still to agree.</summary>
    public bool AwaitsSecond =>
        Raised is { Severity: >= Severity.High, Disposition: { ClearedBy: null, Kind: not DispositionKind.Escalated } };

    public string? NotClearing =>
        Raised.Disposition?.ByMe == true ? "You recorded it yourself. Another officer has to agree."
        : Raised.MayBeClearedBy == Role.SeniorOfficer && Acting.Role != Role.SeniorOfficer
            ? "A senior officer has to agree."
        : null;

    /// <summary>Who is linked to whom; null where the flag rests on no link.</summary>
    public LinksOfCase? Links { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await Load("Flag");
        if (Evidence.RestsOnLinks(Raised.Evidence))
            Links = await refuted.OfCase(Acting, Id, Cancel);
        return page;
    }

    public Task<IActionResult> OnPostAsync() =>
        AttemptOnCase(
            () => dispose.Record(Acting, Id, new DispositionGiven(Rule, Kind, Reason), Cancel),
            $"What was made of {Rule} is on record.",
            OnGetAsync,
            "#screening"
        );

    public Task<IActionResult> OnPostAgreeAsync(Guid disposition) =>
        AttemptOnCase(
            () => dispose.Clear(Acting, Id, disposition, Cancel),
            $"You have agreed to what was made of {Rule}.",
            OnGetAsync,
            "#screening"
        );
}
