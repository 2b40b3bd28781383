using Licensing.Casework.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using NpgsqlTypes;

namespace Licensing.Benchmarks;

/// <summary>Rows by the million, in the columns of the model: COPY on PostgreSQL, one prepared INSERT a table on SQLite.</summary>
internal static class Bulk
{
    private const int AtATime = 20_000;

    public static async Task Write(Database database, IEnumerable<object> rows)
    {
        await using var db = database.Open();
        await db.Database.OpenConnectionAsync();
        foreach (var some in rows.Chunk(AtATime))
            if (db.Database.GetDbConnection() is NpgsqlConnection postgres)
                foreach (var table in some.GroupBy(r => r.GetType()))
                    await Copy(postgres, new Table(db.Model.FindEntityType(table.Key)!), table);
            else
            {
                var sqlite = (SqliteConnection)db.Database.GetDbConnection();
                await using var transaction = (SqliteTransaction)await sqlite.BeginTransactionAsync();
                foreach (var table in some.GroupBy(r => r.GetType()))
                    await Insert(sqlite, transaction, new Table(db.Model.FindEntityType(table.Key)!), table);
                await transaction.CommitAsync();
            }
    }

    private static async Task Copy(NpgsqlConnection postgres, Table table, IEnumerable<object> rows)
    {
        await using var copy = await postgres.BeginBinaryImportAsync(
            $"COPY \"{table.Name}\" ({table.Columns}) FROM STDIN (FORMAT BINARY)"
        );
        foreach (var row in rows)
        {
            await copy.StartRowAsync();
            foreach (var value in table.ValuesOf(row))
                if (value is null)
                    await copy.WriteNullAsync();
                else
                    await copy.WriteAsync(value, TypeOf(value));
        }
        await copy.CompleteAsync();
    }

    private static NpgsqlDbType TypeOf(object value) =>
        value switch
        {
            string => NpgsqlDbType.Text,
            Guid => NpgsqlDbType.Uuid,
            int => NpgsqlDbType.Integer,
            decimal => NpgsqlDbType.Numeric,
            bool => NpgsqlDbType.Boolean,
            DateOnly => NpgsqlDbType.Date,
            DateTime => NpgsqlDbType.TimestampTz,
            _ => throw new NotSupportedException($"{value.GetType()} has no column type here."),
        };

    private static async Task Insert(
        SqliteConnection sqlite,
        SqliteTransaction transaction,
        Table table,
        IEnumerable<object> rows
    )
    {
        await using var insert = sqlite.CreateCommand();
        insert.Transaction = transaction;
        var parameters = Enumerable
            .Range(0, table.Width)
            .Select(i => new SqliteParameter { ParameterName = $"@p{i}" })
            .ToList();
        // What the tables and columns are called is the model's word.
#pragma warning disable CA2100
        insert.CommandText =
            $"INSERT INTO \"{table.Name}\" ({table.Columns}) VALUES ({string.Join(", ", parameters.Select(p => p.ParameterName))})";
#pragma warning restore CA2100
        insert.Parameters.AddRange(parameters);
        foreach (var row in rows)
        {
            foreach (var (parameter, value) in parameters.Zip(table.ValuesOf(row)))
                parameter.Value = value ?? DBNull.Value;
            await insert.ExecuteNonQueryAsync();
        }
    }

    private sealed class Table
    {
        private readonly List<Func<object, object?>> _columns;

        public Table(IEntityType type)
        {
            var properties = type.GetProperties().ToList();
            Name = type.GetTableName()!;
            Columns = string.Join(", ", properties.Select(p => $"\"{p.GetColumnName()}\""));
            _columns = [.. properties.Select(Value)];
        }

        public string Name { get; }
        public string Columns { get; }
        public int Width => _columns.Count;

        public IEnumerable<object?> ValuesOf(object row) => _columns.Select(c => c(row));

        private static Func<object, object?> Value(IProperty property)
        {
            var (getter, converter) = (property.GetGetter(), property.GetTypeMapping().Converter);
            return converter is null
                ? row => getter.GetClrValue(row)
                : row => getter.GetClrValue(row) is { } value ? converter.ConvertToProvider(value) : null;
        }
    }
}
