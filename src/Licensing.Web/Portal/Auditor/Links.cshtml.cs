using Licensing.Casework;
using Licensing.Casework.Screening;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Auditor;

/// <summary>The refuted links on record, with those that were taken back, rejected or are over.</summary>
public sealed class Links(ActingFor actingFor, RefutedLinks links) : PortalPage(actingFor)
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public int? Number { get; set; }

    public Page<RefutedLinkView> List { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) =>
        List = await links.List(Acting, new PageWanted(Number), cancel);
}
