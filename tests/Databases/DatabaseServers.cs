using Licensing.Casework.Storage;
using Licensing.Tests.Databases;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;

[assembly: AssemblyFixture(typeof(DatabaseServers))]

namespace Licensing.Tests.Databases;

/// <summary>Empty databases for tests, of every kind that can be had here: files of SQLite; PostgreSQL from a server that these tests start
/// and throw away, or the one that <c>LICENSING_TEST_POSTGRESQL</c> names; SQL Server where <c>LICENSING_TEST_SQLSERVER</c> names one.</summary>
public sealed class DatabaseServers : IAsyncLifetime
{
    private const string PostgreSqlSetting = "LICENSING_TEST_POSTGRESQL";
    private const string SqlServerSetting = "LICENSING_TEST_SQLSERVER";

    private ThrowAwayPostgreSql? _throwAway;
    private string? _postgreSql;
    private readonly string? _sqlServer = Environment.GetEnvironmentVariable(SqlServerSetting);

    public async ValueTask InitializeAsync()
    {
        _postgreSql = Environment.GetEnvironmentVariable(PostgreSqlSetting);
        if (!string.IsNullOrEmpty(_postgreSql))
            return;
        _throwAway = await ThrowAwayPostgreSql.Start();
        _postgreSql = _throwAway?.ConnectionString;
    }

    /// <summary>Why there is no database of that kind; null when there is.</summary>
    public string? Missing(DatabaseProvider provider) =>
        provider switch
        {
            DatabaseProvider.PostgreSql when string.IsNullOrEmpty(_postgreSql) =>
                $"not configured: PostgreSQL is not installed here, and {PostgreSqlSetting} names no server",
            DatabaseProvider.SqlServer when string.IsNullOrEmpty(_sqlServer) =>
                $"not configured: {SqlServerSetting} names no SQL Server",
            _ => null,
        };

    public async Task<TestDatabase> New(DatabaseProvider provider)
    {
        var name = $"licensing_{Guid.NewGuid():N}";
        switch (provider)
        {
            case DatabaseProvider.PostgreSql:
                await Ask(new NpgsqlConnection(_postgreSql), $"CREATE DATABASE {name}");
                return new TestDatabase(
                    provider,
                    new NpgsqlConnectionStringBuilder(_postgreSql)
                    {
                        Database = name,
                        MaxPoolSize = 40,
                    }.ConnectionString,
                    async () =>
                    {
                        NpgsqlConnection.ClearAllPools();
                        await Ask(new NpgsqlConnection(_postgreSql), $"DROP DATABASE {name} WITH (FORCE)");
                    }
                );
            case DatabaseProvider.SqlServer:
                await Ask(new SqlConnection(_sqlServer), $"CREATE DATABASE {name}");
                await Ask(new SqlConnection(_sqlServer), $"ALTER DATABASE {name} SET READ_COMMITTED_SNAPSHOT ON");
                return new TestDatabase(
                    provider,
                    new SqlConnectionStringBuilder(_sqlServer) { InitialCatalog = name }.ConnectionString,
                    async () =>
                    {
                        SqlConnection.ClearAllPools();
                        await Ask(new SqlConnection(_sqlServer), $"DROP DATABASE {name}");
                    }
                );
            default:
                var file = Path.Combine(Path.GetTempPath(), $"{name}.db");
                return new TestDatabase(
                    provider,
                    $"Data Source={file}",
                    () =>
                    {
                        SqliteConnection.ClearAllPools();
                        foreach (var part in new[] { file, $"{file}-wal", $"{file}-shm" })
                            File.Delete(part);
                        return Task.CompletedTask;
                    }
                );
        }
    }

    /// <summary>Folder of PostgreSQL's own programs; null where they are not installed.</summary>
    public static string? PostgreSqlTools => ThrowAwayPostgreSql.Programs();

    /// <summary>Runs one of PostgreSQL's own programs on a database.</summary>
    public static async Task Tool(string program, DatabaseChoice database, params string[] arguments)
    {
        var at = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        var start = new System.Diagnostics.ProcessStartInfo(Path.Combine(PostgreSqlTools!, program))
        {
            RedirectStandardError = true,
        };
        foreach (
            var argument in new[] { "-h", at.Host!, "-p", $"{at.Port}", "-U", at.Username!, "-d", at.Database! }.Concat(
                arguments
            )
        )
            start.ArgumentList.Add(argument);
        using var process = System.Diagnostics.Process.Start(start)!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, said);
    }

    private static async Task Ask(System.Data.Common.DbConnection connection, string sql)
    {
        await using (connection)
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            // The name is one of ours, made of hexadecimal digits.
#pragma warning disable CA2100
            command.CommandText = sql;
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_throwAway is not null)
            await _throwAway.DisposeAsync();
    }
}

/// <summary>An empty database that is gone after the test.</summary>
public sealed class TestDatabase(DatabaseProvider provider, string connectionString, Func<Task> drop) : IAsyncDisposable
{
    public DatabaseChoice Choice { get; } = new(provider, connectionString);

    public async ValueTask DisposeAsync() => await drop();
}
