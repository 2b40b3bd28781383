using Licensing.Casework.Acts;
using Licensing.Casework.Storage;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework;

/// <summary>Running numbers. Two acts that take the same one at once: the second commit fails and takes the next.</summary>
internal static class Numbers
{
    /// <returns>Series, year and number, e.g. QM-EX-2026-000001.</returns>
    public static async Task<string> Next(Act act, string series, int year)
    {
        var name = $"{series}-{year}";
        var counter = await act.Db.Counters.SingleOrDefaultAsync(c => c.Name == name, act.Cancel);
        if (counter is null)
        {
            counter = new Counter { Name = name };
            act.Db.Counters.Add(counter);
        }
        counter.Last++;
        Act.Touch(counter);
        return $"{name}-{counter.Last:000000}";
    }
}
