using Licensing.Casework.Publishing;
using Licensing.Casework.Setup;
using Licensing.Casework.Storage;
using Licensing.Tests.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Licensing.Casework.Tests;

/// <summary>A real database, migrated and gone after the test.</summary>
public sealed class ADatabase(DatabaseServers servers, DatabaseProvider provider) : IAsyncLifetime
{
    public static readonly DateTimeOffset Now = new(2026, 3, 20, 9, 0, 0, TimeSpan.Zero);
    private TestDatabase _database = null!;

    public ServiceProvider Services { get; private set; } = null!;
    public Database Database => Services.GetRequiredService<Database>();
    public DatabaseChoice Choice => _database.Choice;

    /// <summary>The folder <c>workflows/</c> of this repository.</summary>
    public static string Workflows { get; } = Path.Combine(Root(), "workflows");

    /// <summary>What the demo adds to it: a policy profile and calendars.</summary>
    public static string DemoWorkflows { get; } = Path.Combine(Root(), "samples", "Licensing.Demo", "workflows");

    public async ValueTask InitializeAsync()
    {
        _database = await servers.New(provider);
        Services = new ServiceCollection().AddCasework(_database.Choice).BuildServiceProvider();
        await using var db = Database.Open();
        await db.Database.MigrateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        await _database.DisposeAsync();
    }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public Task<int> Publish(string? folder = null) => Get<PublishWorkflows>().Run(folder ?? Workflows, Now, default);

    public Task<int> Fill(DirectoryFile file) => Get<FillDirectory>().Run(file, Now, default);

    private static string Root()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at!.FullName, "Licensing.sln")))
            at = at.Parent;
        return at.FullName;
    }
}

/// <summary>Tests that each have a database of their own; they are run on every kind, in <c>OnEachDatabase.cs</c>.</summary>
public abstract class WithADatabase : IAsyncLifetime
{
    protected WithADatabase(DatabaseServers servers, DatabaseProvider provider)
    {
        Assert.SkipWhen(servers.Missing(provider) is not null, servers.Missing(provider) ?? "");
        Kept = new ADatabase(servers, provider);
    }

    protected ADatabase Kept { get; }

    public ValueTask InitializeAsync() => Kept.InitializeAsync();

    public ValueTask DisposeAsync() => Kept.DisposeAsync();
}
