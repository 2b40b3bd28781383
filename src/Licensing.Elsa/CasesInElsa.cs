using System.Globalization;
using Elsa.Common.Models;
using Elsa.Workflows;
using Elsa.Workflows.Management;
using Elsa.Workflows.Management.Entities;
using Elsa.Workflows.Management.Filters;
using Elsa.Workflows.Management.Models;
using Elsa.Workflows.Models;
using Elsa.Workflows.Runtime;
using Elsa.Workflows.Runtime.Entities;
using Elsa.Workflows.Runtime.Filters;
using Elsa.Workflows.Runtime.Messages;
using Licensing.Casework.Acts;
using Licensing.Casework.Procedures;
using Licensing.Workflow;
using Medallion.Threading;

namespace Licensing.Elsa;

/// <summary>Brings Elsa's instance of a case after the case. All of it may be done again, on any node: what a step does is done once, and of each
/// case one node at a time takes care.</summary>
internal sealed class CasesInElsa(
    IServiceScopeFactory scopes,
    StepsForEngine steps,
    IDistributedLockProvider locks,
    Reach reach,
    ILogger<CasesInElsa> log
)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Carries a case on that is moving, until it rests.</summary>
    public async Task CarryOn(Guid caseId, CancellationToken cancel)
    {
        // Most announcements find that another node has done it.
        if (await steps.Standing(caseId, cancel) is not { Status: InstanceStatus.Moving })
            return;
        await using var mine = await locks.AcquireLockAsync($"licensing-case-{caseId:N}", Patience, cancel);
        EngineStanding? before = null;
        while (await steps.Standing(caseId, cancel) is { Status: InstanceStatus.Moving } standing)
        {
            await using var scope = scopes.CreateAsyncScope();
            var elsa = new InScope(scope.ServiceProvider);
            // Set off anew since it has come to rest, it is resumed as often; what was tried and left it where it is was of no use.
            var isStuck = before?.Rest == standing.Rest;
            if (isStuck || !await Resumed(elsa, standing, cancel))
            {
                await Replace(elsa, standing, "it does not come after the case", cancel);
                if (
                    await steps.Standing(caseId, cancel) is { Status: InstanceStatus.Moving } still
                    && still.Rest == standing.Rest
                )
                    throw new InvalidOperationException($"A step of case {caseId} fails.");
            }
            before = standing;
        }
    }

    /// <returns>Whether there was an instance to go on with, or none to be had yet.</returns>
    private async Task<bool> Resumed(InScope elsa, EngineStanding standing, CancellationToken cancel)
    {
        try
        {
            if (await elsa.Bookmark(standing, cancel) is { } bookmark)
                await elsa.Resume(bookmark, cancel);
            else if (standing.Rest == 0 && !await elsa.HasInstance(standing.CaseId, cancel))
                await elsa.Begin(standing, cancel);
            else
                return false;
            return true;
        }
        // Half of an instance, or one that can no longer be read: it is made anew. A database that is away is not mended so.
        catch (Exception failure) when (!cancel.IsCancellationRequested && !reach.IsLost(failure))
        {
            log.LogWarning(failure, "The instance of case {CaseId} cannot be resumed", standing.CaseId);
            return false;
        }
    }

    /// <summary>Compares a case with its instances and mends what is wrong.</summary>
    /// <returns>What was wrong; null when nothing was.</returns>
    public async Task<string?> Mend(Guid caseId, CancellationToken cancel)
    {
        await using var mine = await locks.AcquireLockAsync($"licensing-case-{caseId:N}", Patience, cancel);
        await using var scope = scopes.CreateAsyncScope();
        var elsa = new InScope(scope.ServiceProvider);
        if (await steps.Standing(caseId, cancel) is not { } standing)
            return null;
        var wrong = await elsa.WrongWith(standing, cancel);
        if (wrong is null)
            return null;
        await Replace(elsa, standing, wrong, cancel);
        return wrong;
    }

    /// <summary>What is wrong with the instances of a case; null when nothing is.</summary>
    public async Task<string?> WrongWith(Guid caseId, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await steps.Standing(caseId, cancel) is { } standing
            ? await new InScope(scope.ServiceProvider).WrongWith(standing, cancel)
            : null;
    }

    /// <summary>Those of the cases with whose instances something seems to be wrong.</summary>
    public async Task<IReadOnlyList<Guid>> Wrong(IReadOnlyList<EngineStanding> standings, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await new InScope(scope.ServiceProvider).Wrong(standings, cancel);
    }

    /// <summary>The cases of instances that run, a page of them.</summary>
    public async Task<IReadOnlyList<Guid>> OfRunning(int page, int size, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await new InScope(scope.ServiceProvider).CasesOfRunning(page, size, cancel);
    }

    private async Task Replace(InScope elsa, EngineStanding standing, string because, CancellationToken cancel)
    {
        log.LogWarning("The instance of case {CaseId} is replaced: {Reason}", standing.CaseId, because);
        await elsa.RemoveInstances(standing.CaseId, cancel);
        if (standing.Status != InstanceStatus.Ended)
            await elsa.Begin(standing, cancel);
    }

    /// <summary>Elsa's services within one unit of work.</summary>
    internal sealed class InScope(IServiceProvider services)
    {
        private readonly IWorkflowRuntime _runtime = services.GetRequiredService<IWorkflowRuntime>();
        private readonly IBookmarkStore _bookmarks = services.GetRequiredService<IBookmarkStore>();
        private readonly IWorkflowInstanceStore _instances = services.GetRequiredService<IWorkflowInstanceStore>();

        /// <summary>Where the instance waits at the step at which the case last rested.</summary>
        public async Task<StoredBookmark?> Bookmark(EngineStanding standing, CancellationToken cancel) =>
            (await Bookmarks(standing.CaseId, cancel)).FirstOrDefault(b => VisitOf(b) == standing.Rest);

        public Task<RunWorkflowInstanceResponse> Resume(StoredBookmark bookmark, CancellationToken cancel) =>
            Run(bookmark.WorkflowInstanceId, bookmark.Id, cancel);

        private async Task<RunWorkflowInstanceResponse> Run(string instance, string bookmark, CancellationToken cancel)
        {
            var client = await _runtime.CreateClientAsync(instance, cancel);
            return await client.RunInstanceAsync(new RunWorkflowInstanceRequest { BookmarkId = bookmark }, cancel);
        }

        public async Task<bool> HasInstance(Guid caseId, CancellationToken cancel) =>
            await _instances.CountAsync(Of(caseId), cancel) > 0;

        /// <summary>A new instance, which begins at the step at which the case last rested.</summary>
        public async Task Begin(EngineStanding standing, CancellationToken cancel)
        {
            // Published since this host started, e.g. at the command line; a draft of that number is not it.
            var known = await services
                .GetRequiredService<IWorkflowDefinitionStore>()
                .FindAsync(Definition(standing).ToFilter(), cancel);
            if (known is null or { IsLatest: true, IsPublished: false })
                await services.GetRequiredService<IWorkflowDefinitionStorePopulator>().PopulateStoreAsync(cancel);
            await Create(standing, cancel);
        }

        private static WorkflowDefinitionHandle Definition(EngineStanding standing) =>
            WorkflowDefinitionHandle.ByDefinitionId(
                standing.DefinitionId,
                VersionOptions.SpecificVersion(standing.Version)
            );

        private async Task Create(EngineStanding standing, CancellationToken cancel)
        {
            var client = await _runtime.CreateClientAsync(cancel);
            await client.CreateAndRunInstanceAsync(
                new CreateAndRunWorkflowInstanceRequest
                {
                    WorkflowDefinitionHandle = Definition(standing),
                    CorrelationId = standing.CaseId.ToString(),
                    TriggerActivityId = standing.Rest == 0 ? null : standing.RestsAt,
                    Properties = new Dictionary<string, object>
                    {
                        [CaseStep.Visit] = Math.Max(0, standing.Rest - 1).ToString(CultureInfo.InvariantCulture),
                    },
                },
                cancel
            );
        }

        public async Task RemoveInstances(Guid caseId, CancellationToken cancel)
        {
            var ids = (await _instances.SummarizeManyAsync(Of(caseId), cancel)).Select(i => i.Id).ToList();
            // Removed, not cancelled: to cancel them they would have to be understood.
            await services
                .GetRequiredService<IWorkflowInstanceManager>()
                .BulkDeleteAsync(new WorkflowInstanceFilter { CorrelationId = caseId.ToString() }, cancel);
            await _bookmarks.DeleteAsync(new BookmarkFilter { WorkflowInstanceIds = ids }, cancel);
            await _bookmarks.DeleteAsync(new BookmarkFilter { CorrelationId = caseId.ToString() }, cancel);
        }

        public async Task<string?> WrongWith(EngineStanding standing, CancellationToken cancel) =>
            WrongWith(
                standing,
                [.. await _instances.SummarizeManyAsync(Of(standing.CaseId), cancel)],
                await Bookmarks(standing.CaseId, cancel)
            );

        /// <summary>Those of the cases with whose instances something is wrong.</summary>
        public async Task<IReadOnlyList<Guid>> Wrong(IReadOnlyList<EngineStanding> standings, CancellationToken cancel)
        {
            var filter = new WorkflowInstanceFilter
            {
                CorrelationIds = [.. standings.Select(s => s.CaseId.ToString())],
            };
            var instances = (await _instances.SummarizeManyAsync(filter, cancel)).ToLookup(i => i.CorrelationId);
            var ids = instances.SelectMany(i => i).Select(i => i.Id).ToList();
            var bookmarks = (
                await _bookmarks.FindManyAsync(new BookmarkFilter { WorkflowInstanceIds = ids }, cancel)
            ).ToLookup(b => b.CorrelationId);
            return
            [
                .. standings
                    .Where(s =>
                        WrongWith(s, [.. instances[s.CaseId.ToString()]], [.. bookmarks[s.CaseId.ToString()]])
                            is not null
                    )
                    .Select(s => s.CaseId),
            ];
        }

        /// <summary>The cases of instances that run.</summary>
        public async Task<IReadOnlyList<Guid>> CasesOfRunning(int page, int size, CancellationToken cancel)
        {
            var found = await _instances.SummarizeManyAsync(
                new WorkflowInstanceFilter { WorkflowStatus = WorkflowStatus.Running },
                PageArgs.FromPage(page, size),
                cancel
            );
            return [.. found.Items.Select(i => Guid.TryParse(i.CorrelationId, out var id) ? id : Guid.Empty)];
        }

        // What does not fit between a case that rests and its instances; null when everything does.
        private static string? WrongWith(
            EngineStanding standing,
            IReadOnlyList<WorkflowInstanceSummary> instances,
            IReadOnlyList<StoredBookmark> bookmarks
        )
        {
            var running = instances.Where(i => i.Status == WorkflowStatus.Running).ToList();
            // One that is moving is carried on, not mended; what is wrong shows once it rests.
            if (standing.Status == InstanceStatus.Moving)
                return null;
            if (standing.Status == InstanceStatus.Ended)
                return running.Count == 0 ? null : "it goes on after the end of the case";
            if (instances.Any(i => i.SubStatus == WorkflowSubStatus.Faulted))
                return "it is faulted";
            if (running.Count == 0)
                return "it is missing";
            if (running.Count > 1)
                return "there are several";
            if (running[0].DefinitionId != standing.DefinitionId || running[0].Version != standing.Version)
                return "it follows another version of the procedure";
            return
                bookmarks.Count == 1
                && VisitOf(bookmarks[0]) == standing.Rest
                && bookmarks[0].WorkflowInstanceId == running[0].Id
                ? null
                : "it waits for nothing, or for something else than the case";
        }

        // By way of the instances: Elsa has no index of bookmarks by correlation.
        private async Task<IReadOnlyList<StoredBookmark>> Bookmarks(Guid caseId, CancellationToken cancel)
        {
            var ids = (await _instances.SummarizeManyAsync(Of(caseId), cancel)).Select(i => i.Id).ToList();
            return ids.Count == 0
                ? []
                : [.. await _bookmarks.FindManyAsync(new BookmarkFilter { WorkflowInstanceIds = ids }, cancel)];
        }

        private static WorkflowInstanceFilter Of(Guid caseId) => new() { CorrelationId = caseId.ToString() };

        private static int? VisitOf(StoredBookmark bookmark) =>
            bookmark.Metadata?.TryGetValue(CaseStep.Visit, out var visit) == true
            && int.TryParse(visit, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : null;
    }
}
