using System.Data.Common;
using Licensing.Domain.States;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Licensing.Casework.Storage;

/// <summary>SQL Server 2022 or later, best with READ_COMMITTED_SNAPSHOT on, so that reading does not wait for writing.</summary>
public sealed class SqlServerLicensingDb(DbContextOptions<SqlServerLicensingDb> options) : LicensingDb(options)
{
    // Numbers, keys and subjects of tokens are the same only when every sign is: the server's usual collation takes a for A.
    private const string SignBySign = "Latin1_General_100_BIN2";

    public override Fault FaultOf(DbException failure) =>
        failure is not SqlException sql
            ? Fault.Other
            : sql.Number switch
            {
                // Unique index, unique key, deadlock, lock time-out, snapshot conflict.
                2601 or 2627 or 1205 or 1222 or 3960 => Fault.Race,
                // Time-out, broken or refused connection, database starting up or failing over.
                -2
                or -1
                or 2
                or 20
                or 53
                or 64
                or 121
                or 233
                or 258
                or 596
                or 921
                or 922
                or 983
                or 3906
                or 4060
                or 6005
                or 10053
                or 10054
                or 10060
                or 10061
                or 10928
                or 10929
                or 11001
                or 40197
                or 40501
                or 40613 => Fault.OutOfReach,
                _ => Fault.Other,
            };

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<string>().UseCollation(SignBySign);
        configurationBuilder.Properties<Country>().UseCollation(SignBySign);
        configurationBuilder.Properties<Enum>().UseCollation(SignBySign);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
            if (Migrations.AppendOnly.Tables.Contains(entity.GetTableName()))
                modelBuilder
                    .Entity(entity.ClrType)
                    .ToTable(table => table.HasTrigger(Migrations.AppendOnly.TriggerOf(entity.GetTableName()!)));
    }

    public override async Task<DateTimeOffset?> ServerClock(CancellationToken cancel)
    {
        var utc = await Database.SqlQueryRaw<DateTime>("SELECT SYSUTCDATETIME() AS [Value]").SingleAsync(cancel);
        return new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc));
    }

    internal sealed class AtDesignTime : IDesignTimeDbContextFactory<SqlServerLicensingDb>
    {
        public SqlServerLicensingDb CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<SqlServerLicensingDb>().UseSqlServer("Server=design-time").Options);
    }
}
