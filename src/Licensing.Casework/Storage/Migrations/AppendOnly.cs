using Microsoft.EntityFrameworkCore.Migrations;

namespace Licensing.Casework.Storage.Migrations;

/// <summary>Tables of which no row is ever changed or removed. The database refuses it, whoever asks.</summary>
internal static class AppendOnly
{
    public static readonly IReadOnlyList<string> Tables =
    [
        "AuditTrail",
        "ExchangeDocuments",
        "Decisions",
        "Reservations",
        "ShipmentExits",
        "DrawDowns",
        "LicenceAmendments",
        "Screenings",
        "ScreenedGoods",
        "ScreenedParties",
        "ReferenceImports",
        "ReturnEntries",
        "PublishedFiles",
        "ProcedurePassages",
    ];

    public static string TriggerOf(string table) => $"{table}_append_only";

    public static void OnSqlite(MigrationBuilder migration)
    {
        foreach (var table in Tables)
        foreach (var change in new[] { "UPDATE", "DELETE" })
            migration.Sql(
                $"CREATE TRIGGER \"{table}_no_{change}\" BEFORE {change} ON \"{table}\" "
                    + $"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;"
            );
    }

    public static void OnPostgreSql(MigrationBuilder migration)
    {
        migration.Sql(
            """
            CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;
            """
        );
        // Per statement as well: TRUNCATE visits no row.
        foreach (var table in Tables)
            migration.Sql(
                $"CREATE TRIGGER \"{TriggerOf(table)}\" BEFORE UPDATE OR DELETE OR TRUNCATE ON \"{table}\" "
                    + "FOR EACH STATEMENT EXECUTE FUNCTION append_only();"
            );
    }

    public static void OnSqlServer(MigrationBuilder migration)
    {
        // A trigger must be the only statement of its batch, also in a script that asks first whether it is needed.
        foreach (var table in Tables)
            migration.Sql(
                $"EXEC(N'CREATE TRIGGER [{TriggerOf(table)}] ON [{table}] INSTEAD OF UPDATE, DELETE AS "
                    + $"THROW 51000, N''{table} is append-only'', 1;');"
            );
    }
}
