using System.Data.Common;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Storage;

/// <summary>Opens the chosen database. Every act and every query opens its own context.</summary>
public sealed class Database(Func<LicensingDb> open)
{
    public LicensingDb Open() => open();

    /// <summary>What a failure means, however deep the database's own word lies in it; null when the database did not fail, or what was
    /// asked of it was broken off by whoever asked.</summary>
    public Fault? FaultIn(Exception failure)
    {
        if (failure is DbUpdateConcurrencyException)
            return Fault.Race;
        for (var inner = failure; inner is not null; inner = inner.InnerException)
            switch (inner)
            {
                case OperationCanceledException:
                    return null;
                case DbException database:
                    using (var db = Open())
                        return db.FaultOf(database);
                // A name that does not resolve, and a pool with no line left, are told without the database's own word for it.
                case SocketException or TimeoutException or InvalidOperationException when IsOfADriver(inner):
                    return Fault.OutOfReach;
            }
        return null;
    }

    private static bool IsOfADriver(Exception failure) =>
        failure.StackTrace is { } trace
        && (
            (failure is not InvalidOperationException && trace.Contains(" Npgsql.", StringComparison.Ordinal))
            || trace.Contains(" Microsoft.Data.SqlClient.", StringComparison.Ordinal)
        );
}
