using System.Linq.Expressions;
using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Storage;
using Licensing.Casework.Transits;
using Licensing.Workflow;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Procedures;

/// <summary>How a case stands with its procedure, for an engine that has to come after it.</summary>
/// <param name="Rest">The visit at which it waits, or waited last before it was set off; 0 where it has only begun.</param>
/// <param name="RestsAt">The activity of that visit; the beginning where it has only begun.</param>
public sealed record EngineStanding(
    Guid CaseId,
    string DefinitionId,
    int Version,
    InstanceStatus Status,
    int Rest,
    string RestsAt
);

/// <summary>What an engine outside asks for while it takes a case through its procedure. It may ask again whatever it has asked before, in any
/// number of processes at once: a step is done once for each case, activity and visit, and who asks again is told how it came out.</summary>
public sealed class StepsForEngine(
    ActRunner acts,
    Database database,
    Definitions definitions,
    OutboxProcedures procedures,
    TimeProvider clock
)
{
    /// <summary>The case enters an activity, and an ending that follows with it.</summary>
    /// <param name="visit">The number of activities entered with this one, 1 for the first.</param>
    /// <returns>The outcome by which it leaves; null when it stays.</returns>
    /// <exception cref="OutOfStepException">The case is not there, or has gone another way.</exception>
    public async Task<string?> Enter(Guid caseId, string activity, int visit, CancellationToken cancel)
    {
        var outcome = await EnterOnly(caseId, activity, visit, cancel);
        if (outcome is not null)
            await EndIfItEnds(caseId, activity, outcome, visit, cancel);
        return outcome;
    }

    private async Task<string?> EnterOnly(Guid caseId, string activity, int visit, CancellationToken cancel)
    {
        Acting? acting = null;
        while (acting is null)
        {
            if (await Known(caseId, activity, visit, cancel) is { } known)
                return known.Outcome;
            // Nobody's any more: another node has brought it to rest since, and then it is known.
            acting = await SetOff(caseId, cancel);
        }
        return await acts.Run(
            acting,
            "carry the case on",
            null,
            async act =>
            {
                // The case before the row: whoever takes the same step at this moment moves the version of the case, and one of us fails.
                var file = await CaseFile.Open(act, caseId);
                var row = await CaseMovement.Of(act, caseId);
                // Another node has come first.
                if (row.Visit >= visit)
                    return (await Known(caseId, activity, visit, cancel))?.Outcome;
                var definition = await definitions.Of(act.Db, row.DefinitionId, row.Version, cancel);
                Act.Touch(file.Case);
                var entered = definition.Activity(activity);
                if (entered.Type.Kind == StepKind.Doing)
                    return await CaseMovement.Do(act, file, entered, row, procedures);
                (file.Case.MovingSince, row.SetOff, row.ActId) = (null, null, null);
                await CaseMovement.Rest(act, file, definition, entered, row, procedures);
                return await Waiting(act, file, row);
            },
            cancel
        );
    }

    /// <summary>The case is to leave a visit at which it waited. An ending that follows is entered with it: no engine need know endings.</summary>
    /// <returns>The outcome by which it leaves; null when it stays, or there is no such case.</returns>
    public async Task<string?> Leave(Guid caseId, int visit, CancellationToken cancel)
    {
        await using var db = database.Open();
        var passage = await db
            .ProcedurePassages.AsNoTracking()
            .SingleOrDefaultAsync(p => p.CaseId == caseId && p.Visit == visit, cancel);
        if (passage is null)
            return null;
        await EndIfItEnds(caseId, passage.Activity, passage.Outcome, visit, cancel);
        return passage.Outcome;
    }

    private async Task EndIfItEnds(Guid caseId, string activity, string outcome, int visit, CancellationToken cancel)
    {
        await using var db = database.Open();
        var row = await db.ProcedureInstances.AsNoTracking().SingleAsync(i => i.CaseId == caseId, cancel);
        var definition = await definitions.Of(db, row.DefinitionId, row.Version, cancel);
        var next = definition.Activity(definition.Next(activity, outcome));
        if (next.Type.Kind == StepKind.Ending)
            await EnterOnly(caseId, next.Id, visit + 1, cancel);
    }

    /// <returns>Null when there is no such case.</returns>
    public async Task<EngineStanding?> Standing(Guid caseId, CancellationToken cancel) =>
        (await Standings(i => i.CaseId == caseId, 1, cancel)).SingleOrDefault();

    /// <summary>All cases whose procedures go on, in the order of their ids.</summary>
    /// <param name="after">The last id of the page before; empty for the first.</param>
    public Task<IReadOnlyList<EngineStanding>> Going(Guid after, int most, CancellationToken cancel) =>
        Standings(i => i.Status != nameof(InstanceStatus.Ended) && i.CaseId > after, most, cancel);

    private async Task<IReadOnlyList<EngineStanding>> Standings(
        Expression<Func<ProcedureInstance, bool>> which,
        int most,
        CancellationToken cancel
    )
    {
        await using var db = database.Open();
        var rows = await (
            from row in db.ProcedureInstances.AsNoTracking().Where(which).OrderBy(i => i.CaseId).Take(most)
            join passage in db.ProcedurePassages.AsNoTracking()
                on new { row.CaseId, Visit = row.LeftVisit ?? 0 } equals new { passage.CaseId, passage.Visit }
            orderby row.CaseId
            select new { row, passage.Activity }
        ).ToListAsync(cancel);
        return
        [
            .. rows.Select(r =>
                r.row.Status == nameof(InstanceStatus.Moving)
                    ? Of(r.row, r.row.LeftVisit ?? 0, r.Activity)
                    : Of(r.row, r.row.Visit, r.row.Position)
            ),
        ];
    }

    private static EngineStanding Of(ProcedureInstance row, int visit, string activity) =>
        new(row.CaseId, row.DefinitionId, row.Version, Enum.Parse<InstanceStatus>(row.Status), visit, activity);

    // What was said while it was moving is looked at where it has come to rest, in the order in which it was said.
    private async Task<string?> Waiting(Act act, CaseFile file, ProcedureInstance row)
    {
        var said = await act
            .Db.ProcedureStimuli.Where(s => s.CaseId == file.Case.Id)
            .OrderBy(s => s.Sequence)
            .ToListAsync(act.Cancel);
        foreach (var stimulus in said)
        {
            act.Db.ProcedureStimuli.Remove(stimulus);
            if (!await procedures.Leave(act, file, row, stimulus.Stimulus, stimulus.SetOff))
                continue;
            // It need not be announced: the engine that asks goes on with it.
            act.Moving.Remove(row.CaseId);
            return act.Db.ProcedurePassages.Local.Single(p => p.CaseId == row.CaseId && p.Visit == row.Visit).Outcome;
        }
        if (row.Status == nameof(InstanceStatus.Ended) && said.Any(s => s.Stimulus is RequestReplaced))
            await TransitCases.BeginAgain(
                act,
                file,
                (await CaseFile.Find(act.Db, file.Case.AskedInCaseId!.Value, act.Cancel))!,
                procedures
            );
        return null;
    }

    private async Task<Passed?> Known(Guid caseId, string activity, int visit, CancellationToken cancel)
    {
        await using var db = database.Open();
        var row =
            await db.ProcedureInstances.AsNoTracking().SingleOrDefaultAsync(i => i.CaseId == caseId, cancel)
            ?? throw new OutOfStepException($"There is no case {caseId}.");
        if (row.Visit + 1 < visit)
            throw new OutOfStepException($"Case {caseId} has made {row.Visit} steps, and is to make number {visit}.");
        var before = visit > row.Visit ? row.Visit : visit;
        var passage = await db
            .ProcedurePassages.AsNoTracking()
            .SingleOrDefaultAsync(p => p.CaseId == caseId && p.Visit == before, cancel);
        if (visit > row.Visit)
        {
            var definition = await definitions.Of(db, row.DefinitionId, row.Version, cancel);
            return passage is not null && definition.Next(row.Position, passage.Outcome) == activity
                ? null
                : throw new OutOfStepException($"Case {caseId} does not go from {row.Position} to {activity}.");
        }
        return (passage?.Activity ?? row.Position) == activity
            ? new Passed(passage?.Outcome)
            : throw new OutOfStepException($"Case {caseId} was not at {activity} with its step {visit}.");
    }

    private async Task<Acting?> SetOff(Guid caseId, CancellationToken cancel)
    {
        await using var db = database.Open();
        var by = await db.ProcedureInstances.Where(i => i.CaseId == caseId).Select(i => i.SetOff).SingleAsync(cancel);
        return by is null
            ? null
            : Acting.Of(
                by,
                await db.States.AsNoTracking().SingleAsync(s => s.Code == by.State, cancel),
                clock.GetUtcNow()
            );
    }

    private sealed record Passed(string? Outcome);
}

/// <summary>The engine is not where the case is. Its instance is to be replaced; the case is right.</summary>
public sealed class OutOfStepException(string message) : Exception(message);
