using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Licensing.Casework.Acts;
using Licensing.Casework.Storage;

namespace Licensing.Benchmarks;

/// <summary>Journeys a second, beside the same rows written by hand, and what each act takes.</summary>
internal static class Throughput
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);

    public static async Task Measure(DatabaseProvider provider, TimeSpan length, TextWriter output)
    {
        await using var deployment = await Deployment.Open(provider);
        // As long as the whole of it is compiled as it will run from then on; then once to see what is written.
        await Rate(1, WarmUp, _ => deployment.Journey());
        deployment.Recording.IsOn = true;
        await deployment.Journey();
        deployment.Recording.IsOn = false;
        var byHand = new ByHand(deployment.Choice, deployment.Recording.Transactions);
        await output.WriteLineAsync(
            $"{provider}: a journey writes {byHand.Rows} rows in {deployment.Recording.Transactions.Count} transactions, after {deployment.Recording.Questions} questions"
        );

        var durations = new ConcurrentDictionary<string, ConcurrentBag<double>>();
        foreach (var atOnce in new[] { 1, 4, 16 })
        {
            using var listener = Listen(atOnce == 1 ? durations : null);
            var journeys = await Rate(atOnce, length, _ => deployment.Journey());
            var plain = await Hand(byHand, atOnce, length);
            await output.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{provider}: {atOnce, 2} at a time: {journeys:0.0} journeys a second, by hand {plain:0.0}: {plain / journeys:0.0} times"
                )
            );
        }
        foreach (var (act, taken) in durations.OrderByDescending(d => d.Value.Average()))
        {
            var sorted = taken.Order().ToList();
            await output.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{provider}: {act}: p50 {sorted[sorted.Count / 2]:0.0} ms, p99 {sorted[sorted.Count * 99 / 100]:0.0} ms"
                )
            );
        }
    }

    private static async Task<double> Hand(ByHand byHand, int atOnce, TimeSpan length)
    {
        var connections = new ConcurrentBag<System.Data.Common.DbConnection>();
        for (var i = 0; i < atOnce; i++)
        {
            var connection = byHand.Connect();
            await connection.OpenAsync();
            connections.Add(connection);
        }
        var rate = await Rate(
            atOnce,
            length,
            async _ =>
            {
                connections.TryTake(out var mine);
                await byHand.Run(mine!);
                connections.Add(mine!);
            }
        );
        foreach (var connection in connections)
            await connection.DisposeAsync();
        return rate;
    }

    private static async Task<double> Rate(int atOnce, TimeSpan length, Func<int, Task> once)
    {
        var done = 0;
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(
            Enumerable
                .Range(0, atOnce)
                .Select(worker =>
                    Task.Run(async () =>
                    {
                        while (Stopwatch.GetElapsedTime(began) < length)
                        {
                            await once(worker);
                            Interlocked.Increment(ref done);
                        }
                    })
                )
        );
        return done / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static MeterListener Listen(ConcurrentDictionary<string, ConcurrentBag<double>>? durations)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, l) =>
            {
                if (durations is not null && instrument.Meter.Name == Telemetry.Name)
                    l.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>(
            (instrument, value, tags, _) =>
            {
                if (instrument.Name != "licensing.act.duration")
                    return;
                foreach (var tag in tags)
                    if (tag.Key == "act")
                        durations!.GetOrAdd((string)tag.Value!, _ => []).Add(value);
            }
        );
        listener.Start();
        return listener;
    }
}
