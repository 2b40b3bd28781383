namespace Licensing.Web.Portal.Exporter.Applications;

/// <summary>A list of a draft with one thing in it changed. Numbers are from 1, as people count.</summary>
internal static class Lists
{
    /// <summary>With another in its place, or after the last.</summary>
    public static IReadOnlyList<T> With<T>(this IReadOnlyList<T> list, int number, T item) =>
        number > list.Count ? [.. list, item] : [.. list.Take(number - 1), item, .. list.Skip(number)];

    public static IReadOnlyList<T> Without<T>(this IReadOnlyList<T> list, int number) =>
        [.. list.Take(number - 1), .. list.Skip(number)];

    /// <summary>With a thing and the one before it in each other's place.</summary>
    public static IReadOnlyList<T> MovedUp<T>(this IReadOnlyList<T> list, int number) =>
        number < 2 || number > list.Count
            ? list
            : [.. list.Take(number - 2), list[number - 1], list[number - 2], .. list.Skip(number)];
}
