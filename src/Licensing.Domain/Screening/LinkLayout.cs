namespace Licensing.Domain.Screening;

/// <summary>Where a party stands in a picture.</summary>
/// <param name="Column">From 0, by how many links it is away.</param>
/// <param name="Row">From 0; halves, where a shorter column is set in the middle of the tallest.</param>
public sealed record Place(int Column, decimal Row);

/// <summary>Sets the parties of a picture out in columns and rows: the case on the left, each further link a column, and in each column
/// those together that were reached from the same party. The ways by which parties were reached never cross.</summary>
public static class LinkLayout
{
    public static IReadOnlyDictionary<string, Place> Of(LinkPicture picture)
    {
        var rows = new Dictionary<string, int>();
        var columns = picture.Parties.GroupBy(p => p.Steps).OrderBy(g => g.Key).ToList();
        foreach (var column in columns)
        foreach (var (row, party) in column.OrderBy(p => p.ReachedFrom is { } from ? rows[from] : 0).Index())
            rows.Add(party.Id, row);
        var tallest = columns.Select(c => c.Count()).DefaultIfEmpty().Max();
        return columns
            .SelectMany(c => c.Select(p => (p.Id, Place: new Place(c.Key, rows[p.Id] + (tallest - c.Count()) / 2m))))
            .ToDictionary(p => p.Id, p => p.Place);
    }
}
