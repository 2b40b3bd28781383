using Licensing.Casework.Applications;
using Licensing.Casework.Cases;
using Licensing.Casework.StateDirectory;
using Licensing.Domain.Applications;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Exporter.Applications;

/// <summary>One leg of the route.</summary>
public sealed class Leg(ActingFor actingFor, CasesForApplicant cases, Drafts drafts, DirectoryOfStates directory)
    : SectionPage(actingFor, cases, drafts, directory)
{
    /// <summary>From 1; one more than there are is a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    [BindProperty]
    public DraftLeg Travelled { get; set; } = new();

    protected override string Onward => $"{Home}/route";

    private string Path => $"route[{Number - 1}]";

    protected override bool Fill(ApplicationDraft draft)
    {
        if (Number < 1 || Number > draft.Route.Count + 1)
            return false;
        if (Number <= draft.Route.Count)
            Travelled = draft.Route[Number - 1];
        return true;
    }

    protected override ApplicationDraft Written(ApplicationDraft draft) =>
        draft with
        {
            Route = draft.Route.With(Number, Travelled),
        };

    protected override string? FieldOf(string path) =>
        path.StartsWith(Path + ".", StringComparison.Ordinal) ? At(nameof(Travelled), path[(Path.Length + 1)..]) : null;
}
