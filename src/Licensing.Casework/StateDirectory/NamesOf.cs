using Licensing.Casework.Storage;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.StateDirectory;

internal static class NamesOf
{
    /// <summary>Names by id; whoever is not in the register is left out.</summary>
    public static async Task<Dictionary<Guid, string>> People(
        LicensingDb db,
        IEnumerable<Guid?> ids,
        CancellationToken cancel
    )
    {
        var wanted = ids.OfType<Guid>().Distinct().ToList();
        return await db
            .People.AsNoTracking()
            .Where(p => wanted.Contains(p.Id))
            .Select(p => new { p.Id, p.Name })
            .ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
    }
}
