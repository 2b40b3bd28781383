using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;
using static SQLitePCL.raw;

namespace Licensing.Casework.Storage;

/// <summary>The embedded default: one file, for trying it and for one office.</summary>
public sealed class SqliteLicensingDb(DbContextOptions<SqliteLicensingDb> options) : LicensingDb(options)
{
    public override Fault FaultOf(DbException failure) =>
        failure is not SqliteException sqlite ? Fault.Other
        : sqlite.SqliteErrorCode is SQLITE_BUSY or SQLITE_LOCKED ? Fault.Race
        : sqlite.SqliteExtendedErrorCode is SQLITE_CONSTRAINT_UNIQUE or SQLITE_CONSTRAINT_PRIMARYKEY ? Fault.Race
        : sqlite.SqliteErrorCode is SQLITE_IOERR or SQLITE_CANTOPEN or SQLITE_FULL ? Fault.OutOfReach
        : Fault.Other;

    public override Task<DateTimeOffset?> ServerClock(CancellationToken cancel) =>
        Task.FromResult<DateTimeOffset?>(null);

    /// <summary>Lets SQLite itself wait for the one writer that there can be: it looks again within milliseconds, where the driver
    /// sleeps for 150 each time.</summary>
    internal sealed class WaitInLine : DbConnectionInterceptor
    {
        private const int Milliseconds = 5000;

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
            Wait(connection);

        public override Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            Wait(connection);
            return Task.CompletedTask;
        }

        private static void Wait(DbConnection connection) =>
            sqlite3_busy_timeout(((SqliteConnection)connection).Handle, Milliseconds);
    }

    internal sealed class AtDesignTime : IDesignTimeDbContextFactory<SqliteLicensingDb>
    {
        public SqliteLicensingDb CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<SqliteLicensingDb>().UseSqlite("Data Source=design-time.db").Options);
    }
}
