using Licensing.Casework.Publishing;
using Licensing.Casework.Setup;
using Licensing.Casework.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Licensing.Casework.Tests;

/// <summary>A real SQLite database in a file of its own, migrated and gone after the test.</summary>
public sealed class ADatabase : IAsyncLifetime
{
    public static readonly DateTimeOffset Now = new(2026, 3, 20, 9, 0, 0, TimeSpan.Zero);
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"licensing-{Guid.NewGuid():N}.db");

    public ServiceProvider Services { get; private set; } = null!;
    public Database Database => Services.GetRequiredService<Database>();

    /// <summary>The folder <c>workflows/</c> of this repository.</summary>
    public static string Workflows { get; } = Path.Combine(Root(), "workflows");

    public async ValueTask InitializeAsync()
    {
        Services = new ServiceCollection()
            .AddCasework(new DatabaseChoice(DatabaseProvider.Sqlite, $"Data Source={_file};Pooling=False"))
            .BuildServiceProvider();
        await using var db = Database.Open();
        await db.Database.MigrateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        File.Delete(_file);
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
