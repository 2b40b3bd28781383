using Licensing.Casework.Procedures;
using Medallion.Threading;
using Microsoft.Extensions.Options;

namespace Licensing.Elsa;

/// <summary>What a comparison of cases with Elsa's instances has found.</summary>
/// <param name="Cases">That go on.</param>
/// <param name="Wrong">How many instances were wrong, by what was wrong with them.</param>
public sealed record Reconciled(int Cases, IReadOnlyDictionary<string, int> Wrong);

/// <summary>Compares every case that goes on with Elsa's instances, and mends those that were lost: stuck without a bookmark, faulted, missing,
/// duplicated, on another version. The case is right; the instance is made anew at the step at which the case rests.</summary>
public sealed class Reconciler
{
    private const int Page = 200;
    private const int PageOfInstances = 2000;
    private readonly StepsForEngine _steps;
    private readonly CasesInElsa _cases;

    internal Reconciler(StepsForEngine steps, CasesInElsa cases) => (_steps, _cases) = (steps, cases);

    public Task<Reconciled> Run(CancellationToken cancel) => Compare(_cases.Mend, cancel);

    /// <summary>The same, and nothing is changed.</summary>
    public Task<Reconciled> Look(CancellationToken cancel) => Compare(_cases.WrongWith, cancel);

    private async Task<Reconciled> Compare(
        Func<Guid, CancellationToken, Task<string?>> settle,
        CancellationToken cancel
    )
    {
        var wrongs = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var seen = new HashSet<Guid>();
        for (var page = await Next(Guid.Empty); page.Count > 0; page = await Next(page[^1].CaseId))
        {
            seen.UnionWith(page.Select(s => s.CaseId));
            foreach (var caseId in await _cases.Wrong(page, cancel))
                await Mend(caseId);
        }
        // And the other way round: an instance may go on after the end of its case.
        var over = new HashSet<Guid>();
        for (var number = 0; ; number++)
        {
            var running = await _cases.OfRunning(number, PageOfInstances, cancel);
            over.UnionWith(running.Where(id => id != Guid.Empty && !seen.Contains(id)));
            if (running.Count < PageOfInstances)
                break;
        }
        foreach (var caseId in over)
            await Mend(caseId);
        return new Reconciled(seen.Count, wrongs);

        Task<IReadOnlyList<EngineStanding>> Next(Guid last) => _steps.Going(last, Page, cancel);

        async Task Mend(Guid caseId)
        {
            if (await settle(caseId, cancel) is { } wrong)
                wrongs[wrong] = wrongs.GetValueOrDefault(wrong) + 1;
        }
    }
}

/// <summary>How often the comparison runs.</summary>
public sealed class ElsaSettings
{
    public const string Section = "Elsa";

    /// <summary>Once at the start, and then after so long; never where it is nothing.</summary>
    public TimeSpan ReconcileEvery { get; set; } = TimeSpan.FromMinutes(5);
}

/// <summary>Runs the comparison when the host has started, and now and then.</summary>
internal sealed class ReconcileNowAndThen(
    Reconciler reconciler,
    IDistributedLockProvider locks,
    IOptions<ElsaSettings> settings,
    ILogger<ReconcileNowAndThen> log
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Value.ReconcileEvery <= TimeSpan.Zero)
            return;
        using var timer = new PeriodicTimer(settings.Value.ReconcileEvery);
        do try
        {
            // One node at a time does it; the others need not do it again.
            await using var mine = await locks.TryAcquireLockAsync(
                "licensing-reconcile",
                cancellationToken: stoppingToken
            );
            if (mine is null)
                continue;
            var found = await reconciler.Run(stoppingToken);
            foreach (var (wrong, count) in found.Wrong)
                log.LogWarning("{Count} of {Cases} instances were made anew: {Wrong}", count, found.Cases, wrong);
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            log.LogError(failure, "Cases could not be compared with Elsa's instances; it is tried again");
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
