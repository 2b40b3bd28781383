using Licensing.Casework;
using Licensing.Casework.Procedures;
using Licensing.Casework.StateDirectory;
using Licensing.Casework.Transits;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Officer.Transit;

/// <summary>A page about one transit. It always shows the case as it is now, and carries the version that was looked at.</summary>
public abstract class TransitPage(ActingFor actingFor, DirectoryOfStates directory, TransitCasesForOfficer cases)
    : OfficerPage(actingFor, directory)
{
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    /// <summary>Version of the case that the officer saw when the form was shown.</summary>
    [BindProperty]
    public Guid? Seen { get; set; }

    public TransitCaseForOfficer Case { get; private set; } = null!;

    /// <summary>The form was sent for an older version: what is shown below is new.</summary>
    public bool HasChanged { get; private set; }

    /// <summary>Where the case page is.</summary>
    public string Home => $"/officer/transit/{Id}";

    /// <summary>The recommendation that awaits its decision; null when there is none.</summary>
    public NoticeRecommendationView? Pending =>
        Case.PermittedActs.Contains(CaseActs.DecideNotice)
            ? Case.Recommendations.LastOrDefault(r => r is { ReturnedBecause: null, DecidedBy: null })
            : null;

    protected async Task<IActionResult> Load(string title)
    {
        await Speak();
        Case = await cases.Case(Acting, Id, Cancel);
        HasChanged = Seen is { } seen && seen != Case.Version;
        Seen = Case.Version;
        ModelState.Remove(nameof(Seen));
        Under($"{title} – {Case.Number}", new("Cases", "/officer"), new(Case.Number, Home));
        return Page();
    }

    /// <summary>Why the act cannot be done as things stand; null when it can. The acts themselves check it again.</summary>
    public string? NotNow(string act) =>
        !Case.PermittedActs.Contains(act) ? $"The case stands at “{Case.Progress.Step}”, where this cannot be done."
        : act == CaseActs.AcknowledgeRequest && Case.IsAcknowledged ? "The request has been acknowledged already."
        : act == CaseActs.WithdrawNotice && Case.Notice is null ? "There is no notice of no objection in force."
        : act is CaseActs.DecideNotice or CaseActs.Reopen && Acting.Role != Role.SeniorOfficer
            ? "A senior officer has to do this."
        : act == CaseActs.DecideNotice && Pending is { ByMe: true }
            ? "You recommended this answer yourself. Another senior officer has to give it."
        : null;

    /// <summary>Whether the form is shown. What somebody has already written is shown again even when it can no longer be done.</summary>
    public bool Offers(string act) => NotNow(act) is null || HttpMethods.IsPost(Request.Method);
}
