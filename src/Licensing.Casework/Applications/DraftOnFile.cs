using Licensing.Casework.Storage;
using Licensing.Domain.Applications;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Applications;

/// <summary>Reads a stored draft as the application it would be today, with its attachments and the directory of States.</summary>
internal static class DraftOnFile
{
    public static async Task<DraftReading> Read(
        LicensingDb db,
        Application application,
        DateOnly today,
        CancellationToken cancel
    )
    {
        var known = await db.States.Select(s => s.Code).ToListAsync(cancel);
        var attached = await db
            .Documents.Where(d => d.ApplicationId == application.Id)
            .Select(d => d.Kind)
            .ToListAsync(cancel);
        return DraftReading.Of(application.Draft, application.State, today, attached, known.ToHashSet());
    }
}
