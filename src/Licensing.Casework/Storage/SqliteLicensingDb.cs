using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
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

    internal sealed class AtDesignTime : IDesignTimeDbContextFactory<SqliteLicensingDb>
    {
        public SqliteLicensingDb CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<SqliteLicensingDb>().UseSqlite("Data Source=design-time.db").Options);
    }
}
