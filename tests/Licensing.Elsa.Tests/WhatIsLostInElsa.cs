using Elsa.Workflows;
using Elsa.Workflows.Management;
using Elsa.Workflows.Management.Filters;
using Elsa.Workflows.Models;
using Elsa.Workflows.Runtime;
using Elsa.Workflows.Runtime.Filters;
using Elsa.Workflows.Runtime.Messages;
using Licensing.Web.Tests.Journeys;
using Microsoft.Extensions.DependencyInjection;

namespace Licensing.Elsa.Tests;

/// <summary>Whatever is lost in Elsa's own tables, the case is right: its instance is made anew when it is to move, and by the comparison.</summary>
public abstract class WhatIsLostInElsa(WithElsa demo)
{
    private Reconciler Reconciler => demo.Application.Services.GetRequiredService<Reconciler>();

    [Theory]
    [InlineData(Loss.Bookmark, "it waits for nothing, or for something else than the case")]
    [InlineData(Loss.Instance, "it is missing")]
    [InlineData(Loss.Everything, "it is missing")]
    [InlineData(Loss.Fault, "it is faulted")]
    [InlineData(Loss.Twin, "there are several")]
    [InlineData(Loss.Version, "it follows another version of the procedure")]
    public async Task The_comparison_finds_and_mends_it(Loss loss, string wrong)
    {
        if (demo.Missing is { } missing)
            Assert.Skip(missing);
        var open = await new Lawful(demo).Submitted();
        await Lose(open.Id, loss);

        var found = await Reconciler.Look(TestContext.Current.CancellationToken);
        var mended = await Reconciler.Run(TestContext.Current.CancellationToken);
        var after = await Reconciler.Look(TestContext.Current.CancellationToken);

        Assert.Equal([(wrong, 1)], found.Wrong.Select(w => (w.Key, w.Value)));
        Assert.Equal(found.Wrong, mended.Wrong);
        Assert.Empty(after.Wrong);
        await open.Confirm(open.Lawful.Confirmation());
        Assert.Equal("open: With a licensing officer", await open.Stands());
    }

    [Theory]
    [InlineData(Loss.Bookmark)]
    [InlineData(Loss.Instance)]
    [InlineData(Loss.Everything)]
    [InlineData(Loss.Fault)]
    [InlineData(Loss.Twin)]
    public async Task An_act_goes_through_without_waiting_for_the_comparison(Loss loss)
    {
        if (demo.Missing is { } missing)
            Assert.Skip(missing);
        var open = await new Lawful(demo).Submitted();
        await Lose(open.Id, loss);

        await open.Confirm(open.Lawful.Confirmation());

        Assert.Equal("open: With a licensing officer", await open.Stands());
        await Reconciler.Run(TestContext.Current.CancellationToken);
        Assert.Empty((await Reconciler.Look(TestContext.Current.CancellationToken)).Wrong);
    }

    [Fact]
    public async Task An_instance_that_goes_on_after_the_end_of_its_case_is_removed()
    {
        if (demo.Missing is { } missing)
            Assert.Skip(missing);
        var open = await new Lawful(demo).Submitted();
        Lawful.Must(await (await demo.Halden).Withdraw(open.Id, "The order was cancelled."));
        await Lose(open.Id, Loss.Twin);

        var mended = await Reconciler.Run(TestContext.Current.CancellationToken);

        Assert.Equal([("it goes on after the end of the case", 1)], mended.Wrong.Select(w => (w.Key, w.Value)));
        Assert.Empty((await Reconciler.Look(TestContext.Current.CancellationToken)).Wrong);
    }

    public enum Loss
    {
        Bookmark,
        Instance,
        Everything,
        Fault,
        Twin,
        Version,
    }

    // As a crash between two of Elsa's writes, or somebody at its tables, would leave it.
    private async Task Lose(Guid caseId, Loss loss)
    {
        var cancel = TestContext.Current.CancellationToken;
        // Elsa commits a moment after the case has come to rest.
        while ((await Reconciler.Look(cancel)).Wrong.Count > 0)
            await Task.Delay(20, cancel);
        await using var scope = demo.Application.Services.CreateAsyncScope();
        var instances = scope.ServiceProvider.GetRequiredService<IWorkflowInstanceStore>();
        var bookmarks = scope.ServiceProvider.GetRequiredService<IBookmarkStore>();
        var its = new WorkflowInstanceFilter { CorrelationId = caseId.ToString() };
        if (loss is Loss.Bookmark or Loss.Everything)
            await bookmarks.DeleteAsync(new BookmarkFilter { CorrelationId = caseId.ToString() }, cancel);
        if (loss is Loss.Instance or Loss.Everything)
            await instances.DeleteAsync(its, cancel);
        if (loss is Loss.Fault or Loss.Version)
        {
            var instance = (await instances.FindAsync(its, cancel))!;
            if (loss == Loss.Fault)
                (instance.Status, instance.SubStatus) = (WorkflowStatus.Finished, WorkflowSubStatus.Faulted);
            else
                instance.Version++;
            await instances.SaveAsync(instance, cancel);
        }
        if (loss == Loss.Twin)
        {
            var client = await scope.ServiceProvider.GetRequiredService<IWorkflowRuntime>().CreateClientAsync(cancel);
            await client.CreateInstanceAsync(
                new CreateWorkflowInstanceRequest
                {
                    WorkflowDefinitionHandle = WorkflowDefinitionHandle.ByDefinitionId("export-authorisation"),
                    CorrelationId = caseId.ToString(),
                },
                cancel
            );
        }
    }
}

public sealed class WhatIsLostInElsa_on_SQLite(WithElsaOnSQLite demo)
    : WhatIsLostInElsa(demo),
        IClassFixture<WithElsaOnSQLite>;

public sealed class WhatIsLostInElsa_on_PostgreSQL(WithElsaOnPostgreSQL demo)
    : WhatIsLostInElsa(demo),
        IClassFixture<WithElsaOnPostgreSQL>;
