using System.Diagnostics;
using System.Globalization;
using Licensing.Casework.Storage;
using Licensing.Endurance;

namespace Licensing.Benchmarks;

/// <summary>How soon after its start a node serves the first page, and how much memory it takes, at rest and after journeys.</summary>
internal static class FirstPage
{
    public static async Task Measure(TextWriter output)
    {
        await using var site = await Site.Open(DatabaseProvider.PostgreSql, 1, durable: true, default);
        var node = site.Nodes[0];
        var taken = new List<double>();
        for (var i = 0; i < 5; i++)
        {
            node.Kill();
            var began = Stopwatch.GetTimestamp();
            node.Start();
            await node.IsReady(default);
            using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = node.Address };
            (await http.GetAsync(new Uri("/", UriKind.Relative))).EnsureSuccessStatusCode();
            taken.Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
        }
        taken.Sort();
        var rest = node.MemoryInMegabytes;
        await Journeys(node);
        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"A node serves its first page {taken[2]:0.0} s after its start; it holds {rest} MB then, {node.MemoryInMegabytes} MB after 40 journeys over HTTP"
            )
        );
    }

    private static async Task Journeys(Node node)
    {
        using var door = new Journey.FrontDoor(node.Address);
        var journey = new Journey.CaseJourney(door, TextWriter.Null);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var file = Journey.DossierFile.Enclosed()[0];
        for (var i = 0; i < 40; i++)
            await journey.Run(Journey.DossierFile.Read(file, today, $"B{i}"));
    }
}
