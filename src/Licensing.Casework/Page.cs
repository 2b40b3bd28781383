using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework;

/// <summary>A page of a list: as many as a person reads, not as many as there are.</summary>
/// <param name="Number">From 1.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Number, int Size, int Total)
{
    public int Pages => Math.Max(1, (Total + Size - 1) / Size);
}

/// <summary>Which page is wanted; what is out of range becomes the nearest that is in it.</summary>
public sealed record PageWanted
{
    public PageWanted(int? number = null, int? size = null) =>
        (Number, Size) = (Math.Clamp(number ?? 1, 1, 1_000_000), Math.Clamp(size ?? 25, 1, 100));

    public int Number { get; }
    public int Size { get; }
}

internal static class Paging
{
    public static async Task<Page<T>> Take<T>(this IQueryable<T> rows, PageWanted wanted, CancellationToken cancel)
    {
        var total = await rows.CountAsync(cancel);
        var items = await rows.Skip((wanted.Number - 1) * wanted.Size).Take(wanted.Size).ToListAsync(cancel);
        return new Page<T>(items, wanted.Number, wanted.Size, total);
    }

    public static Page<TOut> Select<TIn, TOut>(this Page<TIn> page, Func<TIn, TOut> each) =>
        new([.. page.Items.Select(each)], page.Number, page.Size, page.Total);
}
