using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Licensing.Casework.Storage;

/// <summary>The embedded default: one file, for trying it and for one office.</summary>
public sealed class SqliteLicensingDb(DbContextOptions<SqliteLicensingDb> options) : LicensingDb(options)
{
    internal sealed class AtDesignTime : IDesignTimeDbContextFactory<SqliteLicensingDb>
    {
        public SqliteLicensingDb CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<SqliteLicensingDb>().UseSqlite("Data Source=design-time.db").Options);
    }
}
