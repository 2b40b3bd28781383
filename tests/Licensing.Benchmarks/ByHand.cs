using System.Data.Common;
using Licensing.Casework.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Licensing.Benchmarks;

/// <summary>The same rows in the same number of transactions as a journey writes, by SQL alone: no reading, no law, no checks. What a
/// journey costs beside it is what the law and the checks cost.</summary>
internal sealed class ByHand(DatabaseChoice database, IReadOnlyList<IReadOnlyList<RowWritten>> journey)
{
    // Columns under a unique index: each run needs texts of its own.
    private static readonly HashSet<(string, string)> Unique =
    [
        ("Cases", "Number"),
        ("ExchangeDocuments", "Number"),
        ("Licences", "Number"),
        ("AuthorisationAnchors", "Number"),
    ];

    private readonly HashSet<Guid> _own =
    [
        .. journey
            .SelectMany(t => t)
            .Where(r => r.How == EntityState.Added)
            .SelectMany(r => r.Key)
            .Select(k => k.Value)
            .OfType<Guid>(),
    ];
    private int _runs;

    public int Rows => journey.Sum(t => t.Count);

    public async Task Run(DbConnection connection)
    {
        var run = Interlocked.Increment(ref _runs);
        var ids = new Dictionary<Guid, Guid>();
        foreach (var transaction in journey)
        {
            await using var begun = await connection.BeginTransactionAsync();
            if (connection is NpgsqlConnection postgres)
            {
                // All of it in one round trip, as whoever writes by hand for speed would.
                await using var batch = new NpgsqlBatch(postgres, (NpgsqlTransaction)begun);
                foreach (var row in transaction)
                    batch.BatchCommands.Add(
                        Command(
                            row,
                            () => new NpgsqlBatchCommand(),
                            (c, n, v) => ((NpgsqlBatchCommand)c).Parameters.AddWithValue(n, v)
                        )
                    );
                await batch.ExecuteNonQueryAsync();
            }
            else
                foreach (var row in transaction)
                {
                    await using var command = connection.CreateCommand();
                    command.Transaction = begun;
                    var parts = Parts(row);
                    command.CommandText = parts.Sql;
                    foreach (var (name, value) in parts.Parameters)
                        ((SqliteCommand)command).Parameters.AddWithValue(name, value);
                    await command.ExecuteNonQueryAsync();
                }
            await begun.CommitAsync();
        }

        NpgsqlBatchCommand Command(RowWritten row, Func<NpgsqlBatchCommand> make, Action<object, string, object> add)
        {
            var command = make();
            var parts = Parts(row);
            command.CommandText = parts.Sql;
            foreach (var (name, value) in parts.Parameters)
                add(command, name, value);
            return command;
        }

        (string Sql, List<(string, object)> Parameters) Parts(RowWritten row)
        {
            var parameters = new List<(string, object)>();
            string P((string Column, object? Value) cell)
            {
                var name = $"@p{parameters.Count}";
                parameters.Add((name, Mine(row.Table, cell) ?? DBNull.Value));
                return name;
            }
            var where = () => string.Join(" AND ", row.Key.Select(k => $"\"{k.Column}\" = {P(k)}"));
            var sql = row.How switch
            {
                EntityState.Added =>
                    $"INSERT INTO \"{row.Table}\" ({string.Join(", ", row.Values.Select(v => $"\"{v.Column}\""))}) "
                        + $"VALUES ({string.Join(", ", row.Values.Select(P))})",
                EntityState.Deleted => $"DELETE FROM \"{row.Table}\" WHERE {where()}",
                _ =>
                    $"UPDATE \"{row.Table}\" SET {string.Join(", ", row.Values.Select(v => $"\"{v.Column}\" = {P(v)}"))} WHERE {where()}",
            };
            return (sql, parameters);
        }

        object? Mine(string table, (string Column, object? Value) cell) =>
            cell.Value switch
            {
                Guid id when _own.Contains(id) => ids.TryGetValue(id, out var mine)
                    ? mine
                    : ids[id] = Guid.CreateVersion7(),
                string text when Unique.Contains((table, cell.Column)) => $"{text}#{run}",
                var other => other,
            };
    }

    public DbConnection Connect() =>
        database.Provider == DatabaseProvider.Sqlite
            ? new SqliteConnection(database.ConnectionString)
            : new NpgsqlConnection(database.ConnectionString);
}
