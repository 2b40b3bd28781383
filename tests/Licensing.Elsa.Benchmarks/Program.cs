using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Licensing.Casework.Storage;
using Licensing.Demo;
using Licensing.Elsa;
using Licensing.Journey;
using Licensing.Tests.Databases;
using Microsoft.AspNetCore.Builder;
using Npgsql;

if (args.Contains("--help"))
{
    Console.WriteLine(
        """
        Measures whole export journeys over HTTP, from the draft to the licence, a second: with the embedded engine and with Elsa, by turns, on
        the same server of PostgreSQL and then on SQLite.

          dotnet run -c Release --project tests/Licensing.Elsa.Benchmarks -- [--seconds 20] [--rounds 3]
        """
    );
    return;
}
var length = TimeSpan.FromSeconds(Number("--seconds", 20));
var rounds = Number("--rounds", 3);
Console.WriteLine($"{Environment.ProcessorCount} processors, .NET {Environment.Version}, {DateTime.UtcNow:yyyy-MM-dd}");
await using (var server = await ThrowAwayPostgreSql.Start())
    if (server is null)
        Console.WriteLine("PostgreSQL is not installed here.");
    else
        await Measure(DatabaseProvider.PostgreSql, name => New(server.ConnectionString, name));
await Measure(
    DatabaseProvider.Sqlite,
    name =>
        Task.FromResult(
            $"Data Source={Path.Combine(Directory.CreateTempSubdirectory("licensing-").FullName, $"{name}.db")}"
        )
);

async Task Measure(DatabaseProvider provider, Func<string, Task<string>> database)
{
    await using var embedded = await Site.Open(new DatabaseChoice(provider, await database("embedded")), null);
    await using var elsa = await Site.Open(
        new DatabaseChoice(provider, await database("elsa")),
        new DemoEngine(builder => builder.AddElsaEngine(), app => app.UseElsaEngine())
    );
    foreach (var atOnce in new[] { 1, 4 })
    {
        var (one, other) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            one.Add(await embedded.Rate(atOnce, length));
            other.Add(await elsa.Rate(atOnce, length));
        }
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{provider}: {atOnce} at a time, {rounds} rounds by turns of {length.TotalSeconds:0} s: embedded {Middle(one):0.00} journeys a second, Elsa {Middle(other):0.00}; {Middle(one) / Middle(other):0.0} times"
            )
        );
    }
}

static double Middle(List<double> rates) => rates.Order().ElementAt(rates.Count / 2);

static async Task<string> New(string server, string name)
{
    await using var connection = new NpgsqlConnection(server);
    await connection.OpenAsync();
    await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
    await command.ExecuteNonQueryAsync();
    return new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
}

int Number(string option, int usual) =>
    int.TryParse(
        args.SkipWhile(a => a != option).Skip(1).FirstOrDefault(),
        NumberStyles.None,
        CultureInfo.InvariantCulture,
        out var number
    )
        ? number
        : usual;

internal sealed class Site(WebApplication app, Uri address, string data) : IAsyncDisposable
{
    private static int numbered;

    public static async Task<Site> Open(DatabaseChoice database, DemoEngine? engine)
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var address = new Uri($"http://localhost:{((IPEndPoint)probe.LocalEndpoint).Port}");
        probe.Stop();
        var data = Directory.CreateTempSubdirectory("licensing-").FullName;
        var app = await DemoApplication.Build(address, data, database: database, engine: engine);
        await app.StartAsync();
        var site = new Site(app, address, data);
        // Until everything is compiled.
        await site.Rate(2, TimeSpan.FromSeconds(8));
        return site;
    }

    /// <returns>Journeys a second, each to its end.</returns>
    public async Task<double> Rate(int atOnce, TimeSpan length)
    {
        var began = Stopwatch.GetTimestamp();
        var done = await Task.WhenAll(
            Enumerable
                .Range(0, atOnce)
                .Select(async _ =>
                {
                    using var door = new FrontDoor(address);
                    var journey = new CaseJourney(door, TextWriter.Null);
                    var count = 0;
                    while (Stopwatch.GetElapsedTime(began) < length)
                    {
                        var outcome = await journey.Run(Dossier());
                        if (!outcome.IsAsWritten)
                            throw new InvalidOperationException($"A journey came to {outcome.Reached}.");
                        count++;
                    }
                    return count;
                })
        );
        return done.Sum() / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static Dossier Dossier() =>
        DossierFile.Read(
            DossierFile.Enclosed()[0],
            DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime),
            $"B{Interlocked.Increment(ref numbered)}"
        );

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }
}
