using Licensing.Casework;
using Licensing.Casework.Publishing;
using Licensing.Casework.Setup;
using Licensing.Casework.Storage;
using Licensing.Demo.People;
using Licensing.Endurance;
using Licensing.Tests.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Licensing.Benchmarks;

/// <summary>A database of its own, filled with the demo's directory, with what its transactions write at hand.</summary>
internal sealed class Deployment : IAsyncDisposable
{
    private readonly ThrowAwayPostgreSql? _server;
    private readonly string _folder;
    private readonly ServiceProvider _services;

    private Deployment(ThrowAwayPostgreSql? server, string folder, DatabaseChoice database)
    {
        (_server, _folder, Choice) = (server, folder, database);
        var services = new ServiceCollection().AddCasework(database);
        services.ConfigureDbContext<PostgreSqlLicensingDb>(options => options.AddInterceptors(Recording));
        services.ConfigureDbContext<SqliteLicensingDb>(options => options.AddInterceptors(Recording));
        _services = services.BuildServiceProvider();
        Lawful = new Lawful(_services);
    }

    public DatabaseChoice Choice { get; }
    public Recording Recording { get; } = new();
    public Lawful Lawful { get; }

    /// <exception cref="InvalidOperationException">PostgreSQL is not installed here.</exception>
    public static async Task<Deployment> Open(DatabaseProvider provider)
    {
        var folder = Directory.CreateTempSubdirectory("licensing-benchmark-").FullName;
        // It waits for the disk, as a real one does.
        var server =
            provider == DatabaseProvider.PostgreSql
                ? await ThrowAwayPostgreSql.Start(durable: true)
                    ?? throw new InvalidOperationException("PostgreSQL is not installed here.")
                : null;
        var choice = new DatabaseChoice(
            provider,
            server is null ? $"Data Source={Path.Combine(folder, "licensing.db")}" : server.ConnectionString
        );
        var deployment = new Deployment(server, folder, choice);
        await using (var db = deployment.Database.Open())
            await db.Database.MigrateAsync();
        var now = TimeProvider.System.GetUtcNow();
        await deployment
            ._services.GetRequiredService<PublishWorkflows>()
            .Run(Path.Combine(AppContext.BaseDirectory, "workflows"), now, default);
        await deployment
            ._services.GetRequiredService<FillDirectory>()
            .Run(DemoDirectory.Make(new Uri("http://licensing.invalid")), now, default);
        return deployment;
    }

    public Database Database => _services.GetRequiredService<Database>();

    /// <summary>A whole journey: from the draft to the licence, through one transit State.</summary>
    public async Task Journey()
    {
        var open = await Lawful.BeforeDecision(Lawful.NewNumber(), "QP");
        await Lawful
            .Act<Casework.Decisions.DecideCase>()
            .Decide(
                await Lawful.Person("senior@qm.example"),
                open.CaseId,
                new Casework.Decisions.DecisionGiven(open.Version, Verdict.Grant, null, null),
                default
            );
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_server is not null)
            await _server.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
