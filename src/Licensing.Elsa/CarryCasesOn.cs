using Licensing.Casework.Acts;
using Licensing.Casework.Procedures;

namespace Licensing.Elsa;

/// <summary>Carries cases on as soon as an act has set them moving in this process, and looks every few seconds for those that a node which is no
/// more has left.</summary>
internal sealed class CarryCasesOn(
    MovingCases moving,
    CasesInElsa cases,
    Reach reach,
    TimeProvider clock,
    ILogger<CarryCasesOn> log
) : BackgroundService
{
    private const int AtOnce = 8;

    // Some whose steps fail keep nobody else waiting.
    private const int Most = 10_000;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Left = TimeSpan.FromSeconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Announced(stoppingToken), Overlooked(stoppingToken));

    private Task Announced(CancellationToken cancel) =>
        Parallel.ForEachAsync(
            moving.Announced.ReadAllAsync(cancel),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
            async (caseId, stop) => await CarryOn(caseId, stop)
        );

    private async Task Overlooked(CancellationToken cancel)
    {
        // Real time paces the loop; what has been moving for long is told by the clock that everything is dated by.
        using var timer = new PeriodicTimer(Interval);
        // Whatever moves when the host starts, another process has left.
        var since = TimeSpan.Zero;
        do try
        {
            var left = await moving.Since(clock.GetUtcNow() - since, Most, cancel);
            since = Left;
            await Parallel.ForEachAsync(
                left,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
                async (caseId, stop) => await CarryOn(caseId, stop)
            );
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            Note(failure, "Cases that are moving cannot be looked for now");
        }
        while (await timer.WaitForNextTickAsync(cancel));
    }

    private async Task CarryOn(Guid caseId, CancellationToken cancel)
    {
        try
        {
            await cases.CarryOn(caseId, cancel);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            Note(failure, $"Case {caseId} cannot be carried on now; it is tried again");
        }
    }

    private void Note(Exception failure, string what)
    {
        if (reach.IsLost(failure))
            log.LogWarning("{What}: the database is out of reach", what);
        else
            log.LogError(failure, "{What}", what);
    }
}
