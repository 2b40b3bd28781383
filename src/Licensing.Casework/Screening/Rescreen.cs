using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Notices;
using Licensing.Casework.Storage;
using Licensing.Domain.Licences;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Screening;

/// <summary>A new rule set, a new list, news of a shipment or of a party, and every new day may say otherwise of cases that run and of licences
/// that are open: they are screened again, and the officers are told of what is new. It may run late, twice, or on several machines at
/// once: what comes out as before is written down once.</summary>
public sealed class Rescreen(ActRunner acts, Database database)
{
    /// <summary>So many cases at a time: the rest are for the next time.</summary>
    private const int AtATime = 200;

    /// <returns>How many cases were screened again.</returns>
    /// <exception cref="AggregateException">Some could not be screened; the others were, and these are tried again.</exception>
    public async Task<int> Run(DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = database.Open();
        var (done, faults) = (0, new List<Exception>());
        foreach (var state in await db.States.AsNoTracking().Where(s => s.IsResident).ToListAsync(cancel))
        {
            var acting = Acting.OfTheTimetable(state, now);
            foreach (var caseId in await Judged(db, state, acting.Today, cancel))
                try
                {
                    done += await acts.Run(acting, "screen a case anew", caseId, act => Again(act, caseId), cancel)
                        ? 1
                        : 0;
                }
                catch (Exception fault) when (fault is not OperationCanceledException)
                {
                    faults.Add(new InvalidOperationException($"Case {caseId} could not be screened anew.", fault));
                }
        }
        return faults.Count == 0 ? done : throw new AggregateException(faults);
    }

    // By another rule set, with other lists than today's, on another day or before the latest news, and still to be decided, shipped or
    // received.
    private static async Task<List<Guid>> Judged(
        LicensingDb db,
        StateRecord state,
        DateOnly today,
        CancellationToken cancel
    )
    {
        if (await Publishing.Published.RulesInForce(db, today, cancel) is not { } rules)
            return [];
        var lists = ScreenCase.Lists(await ReferenceOnFile.Hashes(db, state.Code, today, cancel));
        var dayBegan = LegalDay.Begins(today, state.TimeZone);
        return await (
            from its in db.Cases
            join screening in db.Screenings on its.Id equals screening.CaseId
            where
                its.State == state.Code
                && its.Kind == LicenceKind.Export
                && its.PermittedActs != ""
                && (its.Status == CaseStatus.Open || its.Status == CaseStatus.Granted)
                && screening.Sequence == db.Screenings.Where(o => o.CaseId == its.Id).Max(o => o.Sequence)
                && (
                    screening.RuleSet != rules.Id
                    || screening.RuleSetVersion != rules.Version
                    || screening.Lists != lists
                    || its.ScreenedAt == null
                    || its.ScreenedAt < dayBegan
                )
            // News first, wherever a database puts what is null.
            orderby its.ScreenedAt != null, its.ScreenedAt
            select its.Id
        )
            .Take(AtATime)
            .ToListAsync(cancel);
    }

    private static async Task<bool> Again(Act act, Guid caseId)
    {
        var file = await CaseFile.Open(act, caseId);
        if (file.Screening is not { } before)
            return false;
        await ScreenCase.IfAsked(act, file);
        if (file.Screening == before)
            return false;
        if (ScreeningOnFile.News(before, file.Screening).Any(f => f.Severity > Domain.Screening.Severity.Info))
            await Tell.Officers(act, file.Case, "A case was screened anew, and something is new in it");
        return true;
    }
}
