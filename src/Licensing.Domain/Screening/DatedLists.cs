namespace Licensing.Domain.Screening;

/// <summary>Looks into dated lists.</summary>
public static class DatedLists
{
    /// <summary>The rows in force on a day.</summary>
    public static IEnumerable<T> On<T>(this IEnumerable<T> rows, DateOnly day)
        where T : DatedEntry => rows.Where(r => r.IsInForceOn(day));
}
