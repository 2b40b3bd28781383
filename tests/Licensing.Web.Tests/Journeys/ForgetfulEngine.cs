using Licensing.Casework;
using Licensing.Casework.Procedures;
using Licensing.Casework.Storage;
using Licensing.Demo;
using Licensing.Tests.Databases;
using Licensing.Workflow;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Licensing.Web.Tests.Journeys;

/// <summary>An engine outside the database that forgets everything between two steps: it begins again at the step where the case last rested,
/// stops in the middle every third time, and takes every case on twice at once.</summary>
internal sealed class ForgetfulEngine(
    MovingCases moving,
    StepsForEngine steps,
    Definitions definitions,
    Database database
) : BackgroundService
{
    private int _turns;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var caseId in moving.Announced.ReadAllAsync(stoppingToken))
        {
            _ = Carry(caseId, stoppingToken);
            _ = Carry(caseId, stoppingToken);
        }
    }

    private async Task Carry(Guid caseId, CancellationToken cancel)
    {
        try
        {
            while (await steps.Standing(caseId, cancel) is { Status: InstanceStatus.Moving } standing)
                if (!await FromItsLastRest(standing, cancel))
                    await Task.Yield();
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }

    /// <returns>False when it stopped on the way.</returns>
    private async Task<bool> FromItsLastRest(EngineStanding from, CancellationToken cancel)
    {
        await using var db = database.Open();
        var definition = await definitions.Of(db, from.DefinitionId, from.Version, cancel);
        try
        {
            var (at, visit) = (from.RestsAt, from.Rest);
            var outcome = await steps.Leave(from.CaseId, visit, cancel);
            while (outcome is not null)
            {
                if (Interlocked.Increment(ref _turns) % 3 == 0)
                    return false;
                at = definition.Next(at, outcome);
                if (definition.Activity(at).Type.Kind == StepKind.Ending)
                    break;
                outcome = await steps.Enter(from.CaseId, at, ++visit, cancel);
            }
            return true;
        }
        catch (OutOfStepException)
        {
            // The twin has come further since.
            return false;
        }
    }
}

/// <summary>Under an engine outside the database.</summary>
public sealed class OnAnEngineOutside(DatabaseServers servers) : RunningDemo(servers, DatabaseProvider.Sqlite)
{
    protected override RunningDemo Alike(DatabaseServers servers) => new OnAnEngineOutside(servers);

    protected override DemoEngine? Engine { get; } =
        new(builder => builder.Services.AddEngineOutside().AddHostedService<ForgetfulEngine>(), _ => { });
}
