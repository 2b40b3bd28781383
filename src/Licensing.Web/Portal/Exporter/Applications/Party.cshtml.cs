using Licensing.Casework.Applications;
using Licensing.Casework.Cases;
using Licensing.Casework.StateDirectory;
using Licensing.Domain.Applications;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Exporter.Applications;

/// <summary>One party to the consignment.</summary>
public sealed class Party(ActingFor actingFor, CasesForApplicant cases, Drafts drafts, DirectoryOfStates directory)
    : SectionPage(actingFor, cases, drafts, directory)
{
    /// <summary>From 1; one more than there are is a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    [BindProperty]
    public DraftParty Declared { get; set; } = new();

    protected override string Onward => $"{Home}/parties";

    private string Path => $"parties[{Number - 1}]";

    protected override bool Fill(ApplicationDraft draft)
    {
        if (Number < 1 || Number > draft.Parties.Count + 1)
            return false;
        if (Number <= draft.Parties.Count)
            Declared = draft.Parties[Number - 1];
        return true;
    }

    protected override ApplicationDraft Written(ApplicationDraft draft) =>
        draft with
        {
            Parties = draft.Parties.With(Number, Declared),
        };

    protected override string? FieldOf(string path) =>
        path.StartsWith(Path + ".", StringComparison.Ordinal) ? At(nameof(Declared), path[(Path.Length + 1)..]) : null;
}
