using Licensing.Casework.Acts;
using Licensing.Casework.Storage;
using Licensing.Domain.States;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Screening;

/// <summary>Running cases that something new is known of are screened within a minute. Those that are only linked to them have their turn with
/// the next day; and whatever is licensed or leaves meanwhile is screened in the act itself.</summary>
internal static class DueForScreening
{
    /// <param name="parties">Keys of parties that send or get goods.</param>
    /// <param name="numbers">Of cases or licences.</param>
    public static async Task Make(Act act, Country state, IEnumerable<string> parties, IEnumerable<string> numbers)
    {
        foreach (var some in parties.Distinct().Chunk(500))
            await Due(c =>
                act.Db.ScreenedGoods.Any(g =>
                    g.CaseId == c.Id
                    && (some.Contains(g.FinalRecipient) || some.Contains(g.Consignee) || some.Contains(g.Exporter))
                )
            );
        foreach (var some in numbers.Distinct().Chunk(500))
            await Due(c =>
                some.Contains(c.Number) || act.Db.Licences.Any(l => l.CaseId == c.Id && some.Contains(l.Number))
            );

        async Task Due(System.Linq.Expressions.Expression<Func<Case, bool>> which)
        {
            foreach (
                var its in await act
                    .Db.Cases.Where(c => c.State == state)
                    .Where(Case.StillGoes)
                    .Where(which)
                    .ToListAsync(act.Cancel)
            )
            {
                its.ScreenedAt = null;
                // Whoever screens, grants or releases it at this moment has not read the news: one of the two looks again.
                Act.Touch(its);
            }
        }
    }
}
