using System.Collections.Concurrent;
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
internal sealed class Recording : SaveChangesInterceptor
{
    private readonly ConcurrentQueue<IReadOnlyList<RowWritten>> _transactions = new();
    private IReadOnlyList<RowWritten> _pending = [];

    /// <summary>Whether anything is written down at all.</summary>
    public bool IsOn { get; set; }

    public IReadOnlyList<IReadOnlyList<RowWritten>> Transactions => [.. _transactions];

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        if (IsOn)
            _pending =
            [
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
