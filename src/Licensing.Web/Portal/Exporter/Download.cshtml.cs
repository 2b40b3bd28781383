using Licensing.Casework.Documents;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Exporter;

/// <summary>Gives the exporter a document of its own company.</summary>
public sealed class Download(ActingFor actingFor, ReadDocument read) : PortalPage(actingFor)
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var file = await read.Run(Acting, id, cancel);
        return File(file.Bytes, file.MediaType, file.FileName);
    }
}
