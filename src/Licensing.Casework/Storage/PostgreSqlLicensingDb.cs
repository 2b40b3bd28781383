using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace Licensing.Casework.Storage;

/// <summary>PostgreSQL 15 or later, at its usual isolation (read committed): what a decision read is checked at its commit.</summary>
public sealed class PostgreSqlLicensingDb(DbContextOptions<PostgreSqlLicensingDb> options) : LicensingDb(options)
{
    public override Fault FaultOf(DbException failure) =>
        failure switch
        {
            PostgresException
            {
                SqlState: PostgresErrorCodes.UniqueViolation
                    or PostgresErrorCodes.SerializationFailure
                    or PostgresErrorCodes.DeadlockDetected
                    or PostgresErrorCodes.LockNotAvailable
            } => Fault.Race,
            // The server is going away or coming up, or the line to it is broken.
            PostgresException
            {
                SqlState: ['5', '7', 'P', '0', ..]
                    or ['5', '3', ..]
                    or ['0', '8', ..]
                    // Idle for too long within a transaction; and a server that has become a stand-by.
                    or "25P03"
                    or PostgresErrorCodes.ReadOnlySqlTransaction
            } => Fault.OutOfReach,
            PostgresException => Fault.Other,
            NpgsqlException => Fault.OutOfReach,
            _ => Fault.Other,
        };

    public override async Task<DateTimeOffset?> ServerClock(CancellationToken cancel)
    {
        var utc = await Database
            .SqlQueryRaw<DateTime>("SELECT now() AT TIME ZONE 'utc' AS \"Value\"")
            .SingleAsync(cancel);
        return new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc));
    }

    internal sealed class AtDesignTime : IDesignTimeDbContextFactory<PostgreSqlLicensingDb>
    {
        public PostgreSqlLicensingDb CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<PostgreSqlLicensingDb>().UseNpgsql("Host=design-time").Options);
    }
}
