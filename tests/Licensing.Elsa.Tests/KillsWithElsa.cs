using System.Globalization;
using Licensing.Casework.Storage;
using Licensing.Demo;
using Licensing.Endurance;
using Licensing.Tests.Databases;
using Licensing.Web.Tests.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace Licensing.Elsa.Tests;

/// <summary>Journeys go on while nodes are killed in the middle of what Elsa does. At the end no case is stuck and none has moved twice.</summary>
public abstract class KillsWithElsa(DatabaseServers servers, DatabaseProvider provider)
{
    // For as long as one likes: KILLS=200 OUTAGE=60.
    private static readonly int Kills = Number("KILLS", 4);
    private static readonly int Outage = Number("OUTAGE", 3);

    [Fact]
    public async Task Nodes_that_are_killed_leave_no_case_stuck_and_none_moved_twice()
    {
        Assert.SkipWhen(servers.Missing(provider) is not null, servers.Missing(provider) ?? "");
        var told = new StringWriter();

        var held = await Endurance.Kills.Run(
            provider,
            Kills,
            TimeSpan.FromSeconds(Outage),
            told,
            TestContext.Current.CancellationToken,
            new OtherEngine(
                Path.Combine(AppContext.BaseDirectory, "Licensing.Demo.Elsa.dll"),
                // What is wrong is to be found at the end.
                ["--Elsa:ReconcileEvery", "00:00:00"],
                Reconcile
            )
        );

        TestContext.Current.TestOutputHelper?.WriteLine(told.ToString());
        Assert.True(held, told.ToString());
    }

    private static async Task<FoundInEngine> Reconcile(DatabaseChoice database, string folder, CancellationToken cancel)
    {
        await using var app = await DemoApplication.Build(
            SignInHost.FreeAddress(),
            folder,
            database: database,
            args: ["--Elsa:ReconcileEvery", "00:00:00"],
            engine: WithElsa.Elsa
        );
        await app.StartAsync(cancel);
        var reconciler = app.Services.GetRequiredService<Reconciler>();
        var before = await reconciler.Look(cancel);
        var mended = await reconciler.Run(cancel);
        var after = await reconciler.Look(cancel);
        await app.StopAsync(cancel);
        return new FoundInEngine(
            $"of {before.Cases} cases that go on, {Sum(before)} stuck in Elsa before reconciling ({InWords(before)}), "
                + $"{Sum(mended)} mended, {Sum(after)} stuck after it",
            [.. after.Wrong.Select(w => $"after reconciling, of {w.Value} instances: {w.Key}")]
        );
    }

    private static int Sum(Reconciled found) => found.Wrong.Values.Sum();

    private static string InWords(Reconciled found) =>
        found.Wrong.Count == 0 ? "none" : string.Join(", ", found.Wrong.Select(w => $"{w.Value}: {w.Key}"));

    private static int Number(string name, int otherwise) =>
        int.TryParse(
            Environment.GetEnvironmentVariable(name),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : otherwise;
}

public sealed class KillsWithElsa_on_SQLite(DatabaseServers servers) : KillsWithElsa(servers, DatabaseProvider.Sqlite);

public sealed class KillsWithElsa_on_PostgreSQL(DatabaseServers servers)
    : KillsWithElsa(servers, DatabaseProvider.PostgreSql);
