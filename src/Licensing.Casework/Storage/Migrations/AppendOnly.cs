using Microsoft.EntityFrameworkCore.Migrations;

namespace Licensing.Casework.Storage.Migrations;

/// <summary>Tables of which no row is ever changed or removed. The database refuses it, whoever asks.</summary>
internal static class AppendOnly
{
    private static readonly string[] Tables =
    [
        "AuditTrail",
        "ExchangeDocuments",
        "Decisions",
        "Reservations",
        "PublishedFiles",
    ];

    public static void OnSqlite(MigrationBuilder migration)
    {
        foreach (var table in Tables)
        foreach (var change in new[] { "UPDATE", "DELETE" })
            migration.Sql(
                $"CREATE TRIGGER \"{table}_no_{change}\" BEFORE {change} ON \"{table}\" "
                    + $"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;"
            );
    }
}
