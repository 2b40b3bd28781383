using System.CommandLine;
using System.Data.Common;
using Licensing.Casework.Acts;
using Licensing.Casework.Setup;
using Licensing.Casework.Storage;
using Licensing.Cli;
using Licensing.Tests.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Licensing.Casework.Tests;

/// <summary>A copy, made while the original is in use, is the whole of it and guards its history as well.</summary>
public sealed class BackupTests(DatabaseServers servers)
{
    [Fact]
    public async Task The_backup_of_a_SQLite_database_is_the_whole_of_it()
    {
        await using var original = await Filled(DatabaseProvider.Sqlite);
        var copy = Path.Combine(Path.GetTempPath(), $"backup-{Guid.NewGuid():N}.db");

        Assert.Equal(0, await Run("backup", copy, "--connection", original.Choice.ConnectionString));

        await AssertWhole(new DatabaseChoice(DatabaseProvider.Sqlite, $"Data Source={copy};Pooling=False"));
        Assert.Equal(2, await Run("backup", copy, "--connection", original.Choice.ConnectionString));
        File.Delete(copy);
    }

    [Fact]
    public async Task A_backup_into_a_folder_that_is_not_there_is_told_so()
    {
        await using var original = await Filled(DatabaseProvider.Sqlite);
        Assert.Equal(2, await Run("backup", "/nowhere/copy.db", "--connection", original.Choice.ConnectionString));
    }

    [Fact]
    public async Task A_backup_of_what_is_not_there_leaves_nothing()
    {
        var copy = Path.Combine(Path.GetTempPath(), $"backup-{Guid.NewGuid():N}.db");

        Assert.Equal(2, await Run("backup", copy, "--connection", "Data Source=/nowhere/licensing.db"));

        Assert.False(File.Exists(copy));
        Assert.False(File.Exists($"{copy}.part"));
    }

    [Fact]
    public async Task What_pg_dump_wrote_and_pg_restore_read_is_the_whole_of_it()
    {
        Assert.SkipWhen(
            servers.Missing(DatabaseProvider.PostgreSql) is not null,
            servers.Missing(DatabaseProvider.PostgreSql) ?? ""
        );
        Assert.SkipWhen(
            DatabaseServers.PostgreSqlTools is null,
            "not configured: pg_dump and pg_restore are not installed"
        );
        await using var original = await Filled(DatabaseProvider.PostgreSql);
        await using var restored = await servers.New(DatabaseProvider.PostgreSql);
        var dump = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.dump");

        await DatabaseServers.Tool("pg_dump", original.Choice, "--format=custom", "--file", dump);
        await DatabaseServers.Tool("pg_restore", restored.Choice, "--exit-on-error", dump);

        await AssertWhole(restored.Choice);
        File.Delete(dump);
    }

    private async Task<TestDatabase> Filled(DatabaseProvider provider)
    {
        var database = await servers.New(provider);
        await using var services = new ServiceCollection().AddCasework(database.Choice).BuildServiceProvider();
        await using var db = services.GetRequiredService<Database>().Open();
        await db.Database.MigrateAsync();
        foreach (var folder in new[] { ADatabase.Workflows, ADatabase.DemoWorkflows })
            await services.GetRequiredService<Publishing.PublishWorkflows>().Run(folder, ADatabase.Now, default);
        await services.GetRequiredService<FillDirectory>().Run(CheckupTests.Directory, ADatabase.Now, default);
        Act.Write(db, StorageTests.Somebody(), null, null, new Audit.ApplicationDrafted("A-1"));
        await db.SaveChangesAsync();
        return database;
    }

    private static async Task AssertWhole(DatabaseChoice copy)
    {
        await using var services = new ServiceCollection().AddCasework(copy).BuildServiceProvider();
        Assert.All(await services.GetRequiredService<Checkup>().Run(default), d => Assert.True(d.IsWell, d.Finding));
        await using var db = services.GetRequiredService<Database>().Open();
        Assert.Equal(
            "Ada Lovelace, licensing officer of Meridia, began an application (A-1).",
            (await db.AuditTrail.AsNoTracking().SingleAsync()).Sentence
        );
        await Assert.ThrowsAnyAsync<DbException>(() => db.Database.ExecuteSqlRawAsync("DELETE FROM \"AuditTrail\""));
    }

    private static Task<int> Run(params string[] arguments) =>
        LicensingCommand
            .Make()
            .Parse(arguments)
            .InvokeAsync(new InvocationConfiguration { Output = TextWriter.Null, Error = TextWriter.Null });
}
