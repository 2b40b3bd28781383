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

    internal void Register(IServiceCollection services)
    {
        switch (Provider)
        {
            case DatabaseProvider.PostgreSql:
                Register<PostgreSqlLicensingDb>(services, options => options.UseNpgsql(Prepared(ConnectionString)));
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

    // The acts ask the same questions over and over: the server plans each once for a connection, unless told otherwise.
    private static string Prepared(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (!settings.ShouldSerialize("Max Auto Prepare"))
            settings.MaxAutoPrepare = 200;
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
