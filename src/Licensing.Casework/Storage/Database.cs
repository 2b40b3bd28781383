using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Storage;

/// <summary>Opens the chosen database. Every act and every query opens its own context.</summary>
public sealed class Database(Func<LicensingDb> open)
{
    public LicensingDb Open() => open();

    /// <summary>What a failure means, however deep the database's own word lies in it; null when the database did not fail.</summary>
    public Fault? FaultIn(Exception failure)
    {
        if (failure is DbUpdateConcurrencyException)
            return Fault.Race;
        for (var inner = failure; inner is not null; inner = inner.InnerException)
            if (inner is DbException database)
            {
                using var db = Open();
                return db.FaultOf(database);
            }
        return null;
    }
}
