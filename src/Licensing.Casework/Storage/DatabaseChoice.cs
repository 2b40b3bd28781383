using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Licensing.Casework.Storage;

/// <summary>The databases that the system runs on.</summary>
public enum DatabaseProvider
{
    /// <summary>The embedded default: one file, one node.</summary>
    Sqlite,
    PostgreSql,
    SqlServer,
}

/// <summary>Which database, and where it is.</summary>
/// <param name="ConnectionString">In the provider's own spelling.</param>
public sealed record DatabaseChoice(DatabaseProvider Provider, string ConnectionString)
{
    /// <summary>The names by which configuration and command line call the providers.</summary>
    public static readonly IReadOnlyList<string> Names = ["sqlite", "postgresql", "sqlserver"];

    /// <summary>The provider of that name, or null when there is none.</summary>
    public static DatabaseProvider? Provided(string? name) =>
        Names.Contains(name?.Trim().ToLowerInvariant() ?? "")
            ? Enum.Parse<DatabaseProvider>(name!.Trim(), ignoreCase: true)
            : null;

    /// <summary>What is wrong with the way the connection string is written; null when nothing is. Nothing is connected to.</summary>
    public string? Mistake()
    {
        try
        {
            DbConnectionStringBuilder _ = Provider switch
            {
                DatabaseProvider.PostgreSql => new NpgsqlConnectionStringBuilder(ConnectionString),
                DatabaseProvider.SqlServer => new SqlConnectionStringBuilder(ConnectionString),
                _ => new SqliteConnectionStringBuilder(ConnectionString),
            };
            return null;
        }
        catch (Exception mistake) when (mistake is ArgumentException or FormatException)
        {
            return mistake.Message;
        }
    }

    internal void Register(IServiceCollection services)
    {
        switch (Provider)
        {
            case DatabaseProvider.PostgreSql:
                Register<PostgreSqlLicensingDb>(services, options => options.UseNpgsql(Settled(ConnectionString)));
                break;
            case DatabaseProvider.SqlServer:
                Register<SqlServerLicensingDb>(services, options => options.UseSqlServer(ConnectionString));
                break;
            default:
                Register<SqliteLicensingDb>(
                    services,
                    options => options.UseSqlite(ConnectionString).AddInterceptors(new SqliteLicensingDb.WaitInLine())
                );
                break;
        }
    }

    // What may be said better in the connection string itself stays as it is there.
    private static string Settled(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        // The acts ask the same questions over and over: the server plans each once for a connection.
        if (!settings.ShouldSerialize("Max Auto Prepare"))
            settings.MaxAutoPrepare = 200;
        // They ask for little each: to start other processes for that takes longer than to find it.
        // A node that loses its power while it holds a running number would hold it until the server misses it: by default after hours.
        if (string.IsNullOrEmpty(settings.Options))
            settings.Options =
                "-c max_parallel_workers_per_gather=0 -c idle_in_transaction_session_timeout=15000 -c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3";
        return settings.ConnectionString;
    }

    private static void Register<T>(IServiceCollection services, Action<DbContextOptionsBuilder> options)
        where T : LicensingDb
    {
        services.AddPooledDbContextFactory<T>(options);
        services.AddSingleton(provider =>
        {
            var factory = provider.GetRequiredService<IDbContextFactory<T>>();
            return new Database(factory.CreateDbContext);
        });
    }
}
