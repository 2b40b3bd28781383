using Licensing.Casework;
using Licensing.Casework.Cases;
using Licensing.Casework.StateDirectory;
using Licensing.Domain.Licences;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Officer;

/// <summary>The cases of the State, by what they wait for, the oldest first.</summary>
public sealed class Index(ActingFor actingFor, DirectoryOfStates directory, CasesForOfficer cases)
    : OfficerPage(actingFor, directory)
{
    public sealed record Tab(string Key, string Title, Desk? Desk, int Count);

    private static readonly (string Key, string Title, Desk? Desk)[] Desks =
    [
        ("recommendation", "Awaiting recommendation", Desk.AwaitingRecommendation),
        ("decision", "Awaiting decision", Desk.AwaitingDecision),
        ("others", "Waiting for others", Desk.WaitingForOthers),
        ("closed", "Closed", Desk.Closed),
        ("all", "All", null),
    ];

    /// <summary>Which tab is open; a senior officer begins at the decisions.</summary>
    [BindProperty(SupportsGet = true, Name = "show")]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true, Name = "search")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "kind")]
    public LicenceKind? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? Number { get; set; }

    public IReadOnlyList<Tab> Tabs { get; private set; } = [];
    public Tab Open { get; private set; } = null!;
    public Page<CaseSummary> Cases { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        await Speak();
        Under("Cases");
        var wanted = Show ?? (Acting.Role == Role.SeniorOfficer ? "decision" : "recommendation");
        var tabs = new List<Tab>();
        foreach (var (key, title, desk) in Desks)
        {
            var filter = new CaseFilter(Text: Search, Desk: desk, Kind: Kind);
            var chosen = key == wanted;
            var page = chosen
                ? await WithinRange(Number, at => cases.List(Acting, filter, at, Cancel))
                : await cases.List(Acting, filter, new PageWanted(1, 1), Cancel);
            tabs.Add(new Tab(key, title, desk, page.Total));
            if (chosen)
                (Open, Cases) = (tabs[^1], page);
        }
        Tabs = tabs;
        if (Open is null)
        {
            Open = tabs[^1];
            Cases = await WithinRange(
                Number,
                at => cases.List(Acting, new CaseFilter(Text: Search, Kind: Kind), at, Cancel)
            );
        }
    }
}
