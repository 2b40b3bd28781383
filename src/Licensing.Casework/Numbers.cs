using Licensing.Casework.Acts;
using Licensing.Casework.Storage;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework;

/// <summary>Running numbers, without gaps. Whoever takes one holds the series until the act is committed, and the next waits: were
/// they left to race, an act that reads more than the others could lose every time.</summary>
internal static class Numbers
{
    /// <returns>Series, year and number, e.g. QM-EX-2026-000001.</returns>
    public static async Task<string> Next(Act act, string series, int year)
    {
        var name = $"{series}-{year}";
        var db = act.Db;
        if (db.Database.CurrentTransaction is null)
            await db.Database.BeginTransactionAsync(act.Cancel);
        var counters = db.Counters.Where(c => c.Name == name);
        var taken = await counters.ExecuteUpdateAsync(
            set => set.SetProperty(c => c.Last, c => c.Last + 1).SetProperty(c => c.Version, Guid.CreateVersion7()),
            act.Cancel
        );
        if (taken == 0)
            // The first of a year: of two at once, one finds the name taken and looks again.
            db.Counters.Add(
                new Counter
                {
                    Name = name,
                    Last = 1,
                    Version = Guid.CreateVersion7(),
                }
            );
        var last = taken == 0 ? 1 : await counters.Select(c => c.Last).SingleAsync(act.Cancel);
        return $"{name}-{last:000000}";
    }
}
