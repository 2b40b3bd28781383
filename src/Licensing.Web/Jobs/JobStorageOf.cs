using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.SqlServer;
using Licensing.Casework.Storage;

namespace Licensing.Web.Jobs;

/// <summary>Where Hangfire keeps its jobs: beside the cases, so that all nodes share them. On SQLite there is one node, and what it is to
/// do it finds in the database at each start.</summary>
internal static class JobStorageOf
{
    private const string Schema = "hangfire";
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    public static void Use(this IGlobalConfiguration hangfire, DatabaseChoice database)
    {
        switch (database.Provider)
        {
            case DatabaseProvider.PostgreSql:
                hangfire.UsePostgreSqlStorage(
                    storage => storage.UseNpgsqlConnection(database.ConnectionString),
                    new PostgreSqlStorageOptions
                    {
                        SchemaName = Schema,
                        QueuePollInterval = LookEvery,
                        InvisibilityTimeout = TimeSpan.FromMinutes(5),
                        DistributedLockTimeout = TimeSpan.FromMinutes(1),
                    }
                );
                break;
            case DatabaseProvider.SqlServer:
                hangfire.UseSqlServerStorage(
                    database.ConnectionString,
                    new SqlServerStorageOptions { SchemaName = Schema, QueuePollInterval = LookEvery }
                );
                break;
            default:
                hangfire.UseInMemoryStorage();
                break;
        }
    }
}
