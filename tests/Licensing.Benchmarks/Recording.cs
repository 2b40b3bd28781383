using System.Collections.Concurrent;
using System.Data.Common;
using Licensing.Casework.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Licensing.Benchmarks;

/// <summary>One row as it was written: everything of a new one; of a changed one its key and what changed.</summary>
internal sealed record RowWritten(
    string Table,
    EntityState How,
    IReadOnlyList<(string Column, object? Value)> Key,
    IReadOnlyList<(string Column, object? Value)> Values
);

/// <summary>What each transaction of the acts writes, in the words of the database.</summary>
internal sealed class Recording : SaveChangesInterceptor, IDbCommandInterceptor
{
    private readonly ConcurrentQueue<IReadOnlyList<RowWritten>> _transactions = new();
    private readonly ConcurrentQueue<RowWritten> _numbers = new();
    private int _questions;
    private IReadOnlyList<RowWritten> _pending = [];

    /// <summary>Whether anything is written down at all.</summary>
    public bool IsOn { get; set; }

    public IReadOnlyList<IReadOnlyList<RowWritten>> Transactions => [.. _transactions];

    /// <summary>How often the database was asked before it was written to.</summary>
    public int Questions => _questions;

    public ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        if (IsOn && eventData.CommandSource == CommandSource.LinqQuery)
            Interlocked.Increment(ref _questions);
        return ValueTask.FromResult(result);
    }

    // A running number is taken by a statement of its own, in the same transaction.
    public ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        if (IsOn && eventData.CommandSource == CommandSource.ExecuteUpdate)
            _numbers.Enqueue(
                new RowWritten(
                    "Counters",
                    EntityState.Modified,
                    [("Name", command.Parameters.Cast<DbParameter>().Single(p => p.Value is string).Value)],
                    [("Version", Guid.CreateVersion7())]
                )
            );
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        if (IsOn)
            _pending =
            [
                .. _numbers,
                .. eventData
                    .Context!.ChangeTracker.Entries()
                    .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
                    .Select(Written),
            ];
        return base.SavingChangesAsync(eventData, result, cancellationToken);
    }

    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        if (IsOn && _pending.Count > 0)
            _transactions.Enqueue(_pending);
        _numbers.Clear();
        return base.SavedChangesAsync(eventData, result, cancellationToken);
    }

    private static RowWritten Written(EntityEntry entry)
    {
        var table = StoreObjectIdentifier.Create(entry.Metadata, StoreObjectType.Table)!.Value;
        return new RowWritten(
            table.Name,
            entry.State,
            [.. entry.Properties.Where(p => p.Metadata.IsPrimaryKey()).Select(Cell)],
            [.. entry.Properties.Where(p => entry.State == EntityState.Added || p.IsModified).Select(Cell)]
        );

        (string, object?) Cell(PropertyEntry property)
        {
            var converter = property.Metadata.GetTypeMapping().Converter;
            return (
                property.Metadata.GetColumnName(table)!,
                converter is null ? property.CurrentValue : converter.ConvertToProvider(property.CurrentValue)
            );
        }
    }
}
