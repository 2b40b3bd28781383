using Licensing.Casework.Cases;
using Licensing.Casework.StateDirectory;
using Licensing.Domain.Applications;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Exporter.Applications;

/// <summary>A page about one draft of the exporter's own company.</summary>
public abstract class DraftPage(ActingFor actingFor, CasesForApplicant cases, DirectoryOfStates directory)
    : PortalPage(actingFor)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Version of the draft that the person is looking at, sent back with every form.</summary>
    [BindProperty]
    public Guid Seen { get; set; }

    public DraftForApplicant Application { get; private set; } = null!;
    public Atlas States { get; private set; } = null!;

    /// <summary>Somebody saved another version while the person was writing; nothing of either was lost.</summary>
    public bool LostRace { get; protected set; }

    protected ApplicationDraft OnFile => Application.Draft;
    public string Home => $"/exporter/applications/{Id}";

    /// <returns>Where to go instead: a submitted application is looked at as its case.</returns>
    protected async Task<IActionResult?> Load(CancellationToken cancel)
    {
        Application = await cases.Draft(Acting, Id, cancel);
        States = new Atlas(await directory.States(cancel));
        if (Seen == Guid.Empty)
            Seen = Application.Version;
        return Application.CaseId is { } submitted ? Redirect($"/exporter/cases/{submitted}") : null;
    }
}
