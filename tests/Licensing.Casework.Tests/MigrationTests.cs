using System.CommandLine;
using Licensing.Casework.Storage;
using Licensing.Cli;
using Licensing.Tests.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Npgsql;

namespace Licensing.Casework.Tests;

public sealed class MigrationTests(DatabaseServers servers)
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite, "Data Source=none.db")]
    [InlineData(DatabaseProvider.PostgreSql, "Host=none")]
    [InlineData(DatabaseProvider.SqlServer, "Server=none")]
    public void The_migrations_are_those_of_the_model(DatabaseProvider provider, string nowhere)
    {
        using var services = new ServiceCollection()
            .AddCasework(new DatabaseChoice(provider, nowhere))
            .BuildServiceProvider();
        using var db = services.GetRequiredService<Database>().Open();
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task A_lock_that_a_killed_process_has_left_on_a_SQLite_database_keeps_nobody_waiting()
    {
        await using var database = await servers.New(DatabaseProvider.Sqlite);
        await using var services = new ServiceCollection().AddCasework(database.Choice).BuildServiceProvider();
        await using (var db = services.GetRequiredService<Database>().Open())
            await db.Database.ExecuteSqlRawAsync(
                """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01');
                """,
                TestContext.Current.CancellationToken
            );
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await using var again = services.GetRequiredService<Database>().Open();

        Assert.Equal(1, await Schema.Upgrade(again, patience.Token));
        Assert.Equal(0, await Schema.Upgrade(again, patience.Token));
    }

    [Fact]
    public async Task A_database_whose_name_does_not_resolve_is_out_of_reach()
    {
        await using var services = new ServiceCollection()
            .AddCasework(new DatabaseChoice(DatabaseProvider.PostgreSql, "Host=no-such-host.invalid;Username=x"))
            .BuildServiceProvider();
        await Assert.ThrowsAsync<Acts.OutOfReachException>(() =>
            services
                .GetRequiredService<Acts.ActRunner>()
                .Run(
                    StorageTests.Somebody(),
                    "count",
                    "one",
                    _ => Task.FromResult(1),
                    TestContext.Current.CancellationToken
                )
        );
        var found = await services.GetRequiredService<Setup.Checkup>().Run(TestContext.Current.CancellationToken);
        Assert.Equal(("database", false), (Assert.Single(found).What, found[0].IsWell));
    }

    [Fact]
    public async Task The_script_for_SQL_Server_is_Transact_SQL_from_beginning_to_end()
    {
        var script = await Script("sqlserver", "Server=none");
        Assert.Empty(Mistakes(script));
        Assert.Equal(14, script.Split("INSTEAD OF UPDATE, DELETE").Length - 1);
        Assert.Single(
            Mistakes(script.Replace("INSTEAD OF UPDATE", "INSTEAD UPDATE", StringComparison.Ordinal)).Distinct()
        );
    }

    [Fact]
    public async Task The_script_for_PostgreSQL_does_what_is_to_be_done_and_nothing_when_run_again()
    {
        Assert.SkipWhen(
            servers.Missing(DatabaseProvider.PostgreSql) is not null,
            servers.Missing(DatabaseProvider.PostgreSql) ?? ""
        );
        await using var database = await servers.New(DatabaseProvider.PostgreSql);
        var script = await Script("postgresql", database.Choice.ConnectionString);
        for (var run = 1; run <= 2; run++)
        {
            await using var connection = new NpgsqlConnection(database.Choice.ConnectionString);
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = new NpgsqlCommand(script, connection);
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        await using var services = new ServiceCollection().AddCasework(database.Choice).BuildServiceProvider();
        await using var db = services.GetRequiredService<Database>().Open();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await db.Cases.ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task SQLite_has_no_script_and_says_what_to_do()
    {
        using var error = new StringWriter();
        var exit = await LicensingCommand
            .Make()
            .Parse(["migrate", "--script", "--connection", "Data Source=none.db"])
            .InvokeAsync(new InvocationConfiguration { Error = error }, TestContext.Current.CancellationToken);
        Assert.Equal(2, exit);
        Assert.Contains("run migrate without --script", error.ToString(), StringComparison.Ordinal);
    }

    private static async Task<string> Script(string provider, string connection)
    {
        using var output = new StringWriter();
        var exit = await LicensingCommand
            .Make()
            .Parse(["migrate", "--script", "--provider", provider, "--connection", connection])
            .InvokeAsync(new InvocationConfiguration { Output = output }, TestContext.Current.CancellationToken);
        Assert.Equal(0, exit);
        return output.ToString();
    }

    // What stands in a string that is executed is read as well: the server would read it only when it runs.
    private static List<string> Mistakes(string script)
    {
        using var reader = new StringReader(script);
        var parsed = new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var mistakes);
        var inside = new Executed();
        parsed?.Accept(inside);
        return [.. mistakes.Select(m => $"{m.Line}: {m.Message}"), .. inside.Statements.SelectMany(Mistakes)];
    }

    private sealed class Executed : TSqlFragmentVisitor
    {
        public List<string> Statements { get; } = [];

        public override void Visit(ExecutableStringList node) =>
            Statements.Add(string.Concat(node.Strings.OfType<StringLiteral>().Select(s => s.Value)));
    }
}
