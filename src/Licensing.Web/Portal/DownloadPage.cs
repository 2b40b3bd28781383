using Licensing.Casework.Documents;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal;

/// <summary>A document, to be saved by whoever may read it: what was uploaded is never opened inside the portal.</summary>
public abstract class DownloadPage(ActingFor actingFor, ReadDocument read) : PortalPage(actingFor)
{
    public async Task<IActionResult> OnGetAsync([FromRoute] Guid id)
    {
        var file = await read.Run(Acting, id, HttpContext.RequestAborted);
        return File(file.Bytes, file.MediaType, file.FileName);
    }
}
