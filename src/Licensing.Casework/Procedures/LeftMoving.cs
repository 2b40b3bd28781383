using Licensing.Casework.Storage;
using Licensing.Workflow;

namespace Licensing.Casework.Procedures;

/// <summary>Brings to rest what an engine outside has left moving, where this host has none: another host served the database before.</summary>
public sealed class LeftMoving(
    MovingCases moving,
    StepsForEngine steps,
    Definitions definitions,
    Database database,
    TimeProvider clock
)
{
    /// <summary>Until nothing moves any more: a case that comes to rest may have set off others.</summary>
    public async Task Rest(CancellationToken cancel)
    {
        while (await moving.Since(clock.GetUtcNow(), int.MaxValue, cancel) is { Count: > 0 } left)
            foreach (var caseId in left)
                await Rest(caseId, cancel);
    }

    /// <summary>Brings one case to rest, and nothing that it sets off.</summary>
    public async Task Rest(Guid caseId, CancellationToken cancel)
    {
        while (await steps.Standing(caseId, cancel) is { Status: InstanceStatus.Moving } standing)
            await CarryOn(standing, cancel);
    }

    private async Task CarryOn(EngineStanding from, CancellationToken cancel)
    {
        await using var db = database.Open();
        var definition = await definitions.Of(db, from.DefinitionId, from.Version, cancel);
        var (at, visit) = (from.RestsAt, from.Rest);
        var outcome = await steps.Leave(from.CaseId, visit, cancel);
        while (outcome is not null)
        {
            at = definition.Next(at, outcome);
            // It has been entered with the step before it.
            if (definition.Activity(at).Type.Kind == StepKind.Ending)
                return;
            outcome = await steps.Enter(from.CaseId, at, ++visit, cancel);
        }
    }
}
