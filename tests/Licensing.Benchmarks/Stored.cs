using System.Diagnostics;
using System.Globalization;
using System.Text;
using Licensing.Casework.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Licensing.Benchmarks;

/// <summary>What a journey costs on PostgreSQL as finished cases pile up. They are copies of one that went through, made by the database;
/// letters and the bytes of uploaded files are left out.</summary>
internal static class Stored
{
    private static readonly HashSet<string> LeftOut = ["Notices", "DocumentContents", "AcceptedActs"];

    public static async Task Measure(IReadOnlyList<int> sizes, TextWriter output)
    {
        await using var deployment = await Deployment.Open(DatabaseProvider.PostgreSql);
        await deployment.Journey();
        deployment.Recording.IsOn = true;
        await deployment.Journey();
        deployment.Recording.IsOn = false;
        var rows = Final(deployment.Recording.Transactions).Where(r => !LeftOut.Contains(r.Table)).ToList();
        var (stored, first) = (0, 0d);
        foreach (var size in sizes)
        {
            var began = Stopwatch.GetTimestamp();
            await Copy(deployment.Choice.ConnectionString, rows, stored, size);
            stored = size;
            var filled = Stopwatch.GetElapsedTime(began);
            var median = await Median(deployment);
            first = first == 0 ? median : first;
            await output.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"PostgreSql: {size} stored cases: a journey takes {median:0.0} ms, {median / first:0.00} times that at {sizes[0]} (filled in {filled.TotalSeconds:0} s)"
                )
            );
        }
    }

    private static async Task<double> Median(Deployment deployment)
    {
        for (var i = 0; i < 20; i++)
            await deployment.Journey();
        var taken = new List<double>();
        for (var i = 0; i < 60; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await deployment.Journey();
            taken.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        taken.Sort();
        return taken[taken.Count / 2];
    }

    // The rows as they are at the end: what was changed after it was written is put into the row.
    private static List<RowWritten> Final(IReadOnlyList<IReadOnlyList<RowWritten>> transactions)
    {
        var rows = new Dictionary<string, RowWritten>();
        foreach (var row in transactions.SelectMany(t => t))
        {
            var key = $"{row.Table} {string.Join(' ', row.Key.Select(k => k.Value))}";
            if (row.How == EntityState.Added)
                rows[key] = row;
            else if (rows.TryGetValue(key, out var there))
                rows[key] = there with
                {
                    Values =
                    [
                        .. there.Values.Select(v =>
                            row.Values.FirstOrDefault(c => c.Column == v.Column) is { Column: not null } c ? c : v
                        ),
                    ],
                };
        }
        return [.. rows.Values];
    }

    private static async Task Copy(string connectionString, List<RowWritten> rows, int from, int to)
    {
        var own = rows.SelectMany(r => r.Key).Select(k => k.Value).OfType<Guid>().ToHashSet();
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        foreach (var row in rows)
        {
            await using var command = new NpgsqlCommand { Connection = connection, CommandTimeout = 3600 };
            var columns = new StringBuilder();
            foreach (var (column, value) in row.Values)
            {
                columns.Append(columns.Length == 0 ? "" : ", ");
                var name = $"@p{command.Parameters.Count}";
                columns.Append(
                    value switch
                    {
                        Guid id when own.Contains(id) => $"md5({name} || n)::uuid",
                        string when column == "Number" => $"{name} || '#' || n",
                        _ => name,
                    }
                );
                command.Parameters.AddWithValue(
                    name,
                    value is Guid g && own.Contains(g) ? g.ToString() : value ?? DBNull.Value
                );
            }
            // What the columns are called and which tables there are is the model's word.
#pragma warning disable CA2100
            command.CommandText =
                $"INSERT INTO \"{row.Table}\" ({string.Join(", ", row.Values.Select(v => $"\"{v.Column}\""))}) "
                + $"SELECT {columns} FROM generate_series({from + 1}, {to}) n";
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync();
        }
        await using var analyze = new NpgsqlCommand("ANALYZE", connection) { CommandTimeout = 3600 };
        await analyze.ExecuteNonQueryAsync();
    }
}
