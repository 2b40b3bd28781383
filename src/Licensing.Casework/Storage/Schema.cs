using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Licensing.Casework.Storage;

/// <summary>Brings a database to the version of the program.</summary>
public static class Schema
{
    /// <returns>How many migrations were applied.</returns>
    public static async Task<int> Upgrade(LicensingDb db, CancellationToken cancel)
    {
        // Asked first, so that an ordinary start takes no lock on the schema.
        var pending = (await db.Database.GetPendingMigrationsAsync(cancel)).Count();
        if (pending == 0)
            return 0;
        // SQLite's lock is a row that a process which is killed leaves behind, and every later one would wait for it for ever. One
        // process uses the file, so that whatever lock is there when it starts is nobody's.
        if (db is SqliteLicensingDb && await db.GetService<IRelationalDatabaseCreator>().ExistsAsync(cancel))
            await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancel);
        await db.Database.MigrateAsync(cancel);
        return pending;
    }
}
