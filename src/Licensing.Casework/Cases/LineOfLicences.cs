using Licensing.Casework.Storage;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Cases;

/// <summary>A licence is changed by another that takes its place, and that one by another again: what a State has said in one case may go on in
/// those that came after it.</summary>
internal static class LineOfLicences
{
    /// <summary>The case, and those whose licences take the place of its licence, or are to take it, one after the other.</summary>
    public static async Task<List<Guid>> From(LicensingDb db, Guid caseId, CancellationToken cancel)
    {
        List<Guid> line = [caseId];
        for (var i = 0; i < line.Count; i++)
        {
            var before = line[i];
            line.AddRange(await db.Cases.Where(c => c.ReplacesCaseId == before).Select(c => c.Id).ToListAsync(cancel));
        }
        return line;
    }
}
