using Licensing.Domain.Screening;

namespace Licensing.Web.Portal.Officer.Cases;

/// <param name="X">Left edge, in pixels, as all numbers of a drawing.</param>
/// <param name="Y">Upper edge.</param>
public sealed record DrawnParty(PicturedParty Party, int X, int Y, string Name);

/// <param name="Path">As SVG writes it.</param>
/// <param name="Label">What the two share, in words.</param>
/// <param name="X">Of the middle of the label.</param>
public sealed record DrawnLink(string Path, string Label, int X, int Y, bool IsRefuted);

/// <summary>The picture of who is linked to whom, in pixels: boxes for parties and a line, with its label, for what two of them share.</summary>
public sealed record LinkDrawing(
    int Width,
    int Height,
    IReadOnlyList<DrawnParty> Parties,
    IReadOnlyList<DrawnLink> Links
)
{
    public const int BoxWidth = 230;
    public const int BoxHeight = 48;
    private const int Gap = 150;
    private const int RowHeight = 70;
    private const int Margin = 6;

    /// <summary>How far a line between two boxes of one column swings out to the right of it.</summary>
    private const int Swing = 90;

    /// <summary>As many characters of a name as fit into its box; the table has all of it.</summary>
    private const int NameLength = 26;

    public static LinkDrawing Of(LinkPicture picture)
    {
        var places = LinkLayout.Of(picture);
        var parties = picture.Parties.Select(p => Box(p, places[p.Id])).ToList();
        var boxes = parties.ToDictionary(p => p.Party.Id);
        var swings = picture.Links.Any(l => boxes[l.Link.From].X == boxes[l.Link.To].X);
        return new LinkDrawing(
            parties.Max(p => p.X) + BoxWidth + (swings ? Gap : Margin),
            parties.Max(p => p.Y) + BoxHeight + Margin,
            parties,
            [
                .. picture
                    .Links.GroupBy(l => (l.Link.From, l.Link.To))
                    .SelectMany(pair =>
                        pair.GroupBy(l => l.IsRefuted)
                            .OrderBy(g => g.Key)
                            .Select((g, i) => Line(boxes[pair.Key.From], boxes[pair.Key.To], [.. g], i))
                    ),
            ]
        );
    }

    private static DrawnParty Box(PicturedParty party, Place place) =>
        new(
            party,
            Margin + place.Column * (BoxWidth + Gap),
            Margin + (int)(place.Row * RowHeight),
            party.Name.Length <= NameLength ? party.Name : $"{party.Name[..(NameLength - 1)].TrimEnd()}…"
        );

    /// <param name="beside">What the same two share besides is drawn so many lines lower.</param>
    private static DrawnLink Line(DrawnParty from, DrawnParty to, IReadOnlyList<PicturedLink> links, int beside)
    {
        var (left, right) = from.X <= to.X ? (from, to) : (to, from);
        var (x, y) = (left.X + BoxWidth, left.Y + BoxHeight / 2 + beside * 16);
        var (endX, endY) = (right.X, right.Y + BoxHeight / 2 + beside * 16);
        var isRefuted = links[0].IsRefuted;
        var label = Label(links) + (isRefuted ? " (refuted)" : "");
        // Nearer to the party that is further out: there lines from one party have spread.
        return left.X == right.X
            ? new DrawnLink(
                $"M {x} {y} C {x + Swing} {y} {x + Swing} {endY} {x} {endY}",
                label,
                x + Swing * 3 / 4,
                (y + endY) / 2 + 5,
                isRefuted
            )
            : new DrawnLink(
                $"M {x} {y} L {endX} {endY}",
                label,
                x + (endX - x) * 55 / 100,
                y + (endY - y) * 55 / 100 + 5,
                isRefuted
            );
    }

    private static string Label(IReadOnlyList<PicturedLink> links)
    {
        var words = links.Select(l => l.Link.Attribute.Word()).Distinct().ToList();
        return words.Count <= 2 ? string.Join(", ", words) : $"{words[0]} and {words.Count - 1} more";
    }
}
