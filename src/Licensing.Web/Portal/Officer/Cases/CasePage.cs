using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.StateDirectory;
using Licensing.Web.Frontend;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Officer.Cases;

/// <summary>A page about one case. It always shows the case as it is now, and carries the version that was looked at.</summary>
public abstract class CasePage(ActingFor actingFor, DirectoryOfStates directory, CasesForOfficer cases)
    : OfficerPage(actingFor, directory)
{
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    /// <summary>Version of the case that the officer saw when the form was shown.</summary>
    [BindProperty]
    public Guid? Seen { get; set; }

    public CaseForOfficer Case { get; private set; } = null!;

    /// <summary>The form was sent for an older version: what is shown below is new.</summary>
    public bool HasChanged { get; private set; }

    /// <summary>Where the case page is.</summary>
    public string Home => $"/officer/cases/{Id}";

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

    /// <summary>Why the act of this page cannot be done where the case stands; null when it can.</summary>
    public string? NotNow(string path) =>
        Possible.On(Case, Acting).FirstOrDefault(p => p.Path == path) is { } possible
            ? possible.Because
            : $"The case stands at “{Case.Progress.Step}”, where this cannot be done.";

    /// <summary>Does the act and goes back to the case.</summary>
    protected Task<IActionResult> AttemptOnCase(
        Func<Task> act,
        string done,
        Func<Task<IActionResult>> again,
        string section = "",
        string prefix = ""
    ) => Attempt(act, done, Home + section, again, prefix);

    /// <summary>The same form sends two acts: each has its own key, so that each is done once.</summary>
    protected Acting ActingOn(string part) =>
        Acting.IdempotencyKey is { } key ? Acting with { IdempotencyKey = $"{key}-{part}" } : Acting;
}
