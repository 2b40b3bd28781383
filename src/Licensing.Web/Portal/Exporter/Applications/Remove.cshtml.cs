using Licensing.Casework.Applications;
using Licensing.Casework.Cases;
using Licensing.Casework.StateDirectory;
using Licensing.Domain.Applications;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Exporter.Applications;

/// <summary>Asks whether a line, a party or a leg is to be removed, and removes it.</summary>
public sealed class Remove(ActingFor actingFor, CasesForApplicant cases, Drafts drafts, DirectoryOfStates directory)
    : SectionPage(actingFor, cases, drafts, directory)
{
    /// <summary>goods, parties or route.</summary>
    [BindProperty(SupportsGet = true)]
    public string What { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    /// <summary>What would be removed, in words.</summary>
    public string Item { get; private set; } = "";

    protected override string Onward => $"{Home}/{What}";

    protected override bool Fill(ApplicationDraft draft)
    {
        var items = What switch
        {
            "goods" => draft.Lines.Select((line, i) => $"line {i + 1}: {Summary.Of(line)}"),
            "parties" => draft.Parties.Select(party => Summary.Of(party)),
            _ => draft.Route.Select((leg, i) => $"leg {i + 1}: {Summary.Of(leg, States)}"),
        };
        Item = items.ElementAtOrDefault(Number - 1) ?? "";
        return Number > 0 && Item.Length > 0;
    }

    protected override ApplicationDraft Written(ApplicationDraft draft) =>
        What switch
        {
            "goods" => draft with { Lines = draft.Lines.Without(Number) },
            "parties" => draft with { Parties = draft.Parties.Without(Number) },
            _ => draft with { Route = draft.Route.Without(Number) },
        };

    protected override string? FieldOf(string path) => null;
}
