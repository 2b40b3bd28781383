using System.Diagnostics.Metrics;
using Licensing.Casework.Acts;
using Licensing.Casework.Setup;

namespace Licensing.Web.Running;

/// <summary>What lies and waits, asked of the database whenever somebody collects the figures.</summary>
internal sealed class BacklogGauges : IHostedService, IDisposable
{
    private readonly Meter meter = new(Telemetry.Name);

    public BacklogGauges(Backlog backlog)
    {
        meter.CreateObservableGauge(
            "licensing.deadlines.overdue",
            () => Ask(backlog, b => b.Overdue),
            "{deadline}",
            "Last days that have passed and are not noted yet."
        );
        meter.CreateObservableGauge(
            "licensing.notices.unsent",
            () => Ask(backlog, b => b.Unsent),
            "{notice}",
            "Notices that have not gone yet."
        );
        meter.CreateObservableGauge(
            "licensing.notices.oldest",
            () => Ask(backlog, b => b.OldestUnsent.TotalSeconds),
            "s",
            "Age of the oldest of them."
        );
        meter.CreateObservableGauge(
            "licensing.cases.open",
            () => Ask(backlog, b => b.OpenCases),
            "{case}",
            "Cases that have not come to an end."
        );
    }

    // A database that is out of reach has no figure: the gap says so.
    private static IEnumerable<Measurement<T>> Ask<T>(Backlog backlog, Func<BacklogFigures, T> figure)
        where T : struct
    {
        try
        {
            return [new Measurement<T>(figure(backlog.Look()))];
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return [];
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => meter.Dispose();
}
