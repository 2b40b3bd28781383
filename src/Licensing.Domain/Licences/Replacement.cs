using Licensing.Domain.Applications;
using Licensing.Domain.Goods;
using Licensing.Domain.Parties;
using Licensing.Domain.Routes;
using Licensing.Domain.Shipments;
using Licensing.Domain.States;
using Licensing.Domain.Transit;

namespace Licensing.Domain.Licences;

/// <summary>A licence is never altered: what is to change of it, its term included, is applied for as a licence that takes its place for
/// what has not left yet. Every requirement of Art. 10(2) and 10(3) is asked of that one as of any other. What a State has said in
/// writing need not be said twice: its notice goes on where nothing of what it was told has become another.</summary>
public static class Replacement
{
    private static readonly Money Nothing = new(0, "");
    private static readonly string[] NoSerials = [];
    private static readonly Draw[] NoDraws = [];

    /// <summary>What is still to be licensed: what is applied for, less what has left under the replaced licence since.</summary>
    /// <param name="applied">What was to leave under the changed licence, on the day of the application.</param>
    /// <param name="replaced">What the replaced licence licenses.</param>
    /// <param name="left">What has left under the replaced licence since the application.</param>
    /// <returns>Lines of which nothing remains are not in it; the others keep their numbers.</returns>
    public static Consignment Less(Consignment applied, Consignment replaced, IReadOnlyList<ShippedLine> left)
    {
        if (left.Count == 0)
            return applied;
        var lines = new List<GoodsLine>();
        var counted = new List<GoodsLine>();
        foreach (var line in applied.Lines)
        {
            // The same goods on several lines are one amount of goods: what has left of it is taken off once.
            var gone = Left(line, replaced, left) - counted.Where(c => IsSame(c, line)).Sum(c => c.Quantity.Amount);
            counted.Add(line);
            var off = Math.Min(Math.Max(gone, 0), line.Quantity.Amount);
            if (off < line.Quantity.Amount)
                lines.Add(off == 0 ? line : Less(line, off, Serials(line, replaced, left)));
        }
        return applied with { Lines = lines };
    }

    /// <summary>What a State that was asked about the replaced licence would have to be told anew: empty where its notice goes on. Days, modes
    /// of transport and quantities are not among it: the notice itself says for which it is given.</summary>
    /// <param name="told">What it was told.</param>
    /// <param name="now">What would be licensed now.</param>
    public static IReadOnlyList<string> NewTo(Country state, Consignment told, Consignment now)
    {
        var news = new List<string>();
        if (told.ExportingState != now.ExportingState || told.ImportingState != now.ImportingState)
            news.Add("the goods go from or to another State");
        if (!Passing(state, told).SequenceEqual(Passing(state, now)))
            news.Add($"the goods enter, cross or leave {state} otherwise");
        foreach (var role in Enum.GetValues<PartyRole>())
            if (!Parties(role, told).SequenceEqual(Parties(role, now)))
                news.Add($"another {Words(role)}");
        if (told.EndUse != now.EndUse || told.EndUseStatement != now.EndUseStatement)
            news.Add("another end use");
        if (told.Temporary != now.Temporary)
            news.Add("another purpose of a temporary movement, or another day of return");
        foreach (var number in now.AuthorisationNumbers.Except(told.AuthorisationNumbers))
            news.Add($"import authorisation {number}");
        foreach (var line in now.Lines.Where(line => !told.Lines.Any(t => IsSame(t, line))))
            news.Add($"the goods of line {line.Number}");
        return news;
    }

    /// <summary>The notice as it goes on: for the lines as they are numbered now, and for no more than it was given for, less what has left
    /// on it.</summary>
    /// <param name="left">Everything that has left under the replaced licence.</param>
    public static NoObjection Carried(
        NoObjection notice,
        Consignment told,
        Consignment now,
        IReadOnlyList<ShippedLine> left
    )
    {
        var quantities = new List<LineQuantity>();
        for (var i = 0; i < now.Lines.Count; i++)
        {
            var line = now.Lines[i];
            var rest = told
                .Lines.Where(t => IsSame(t, line))
                .Sum(t => Math.Max(Allowed(notice, t) - left.AmountOf(t.Number), 0));
            // The same goods on several lines share what is left for them, the first line first.
            rest -= now.Lines.Take(i).Where(l => IsSame(l, line)).Sum(l => l.Quantity.Amount);
            if (rest > 0)
                quantities.Add(new LineQuantity(line.Number, new Quantity(rest, line.Quantity.Unit)));
        }
        return notice with { Quantities = quantities };
    }

    private static decimal Allowed(NoObjection notice, GoodsLine line) =>
        notice
            .Quantities.Where(q => q.Line == line.Number && q.Quantity.Unit == line.Quantity.Unit)
            .Select(q => q.Quantity.Amount)
            .DefaultIfEmpty(0)
            .Max();

    private static decimal Left(GoodsLine line, Consignment replaced, IReadOnlyList<ShippedLine> left) =>
        replaced.Lines.Where(r => IsSame(r, line)).Sum(r => left.AmountOf(r.Number));

    private static HashSet<string> Serials(GoodsLine line, Consignment replaced, IReadOnlyList<ShippedLine> left) =>
        replaced
            .Lines.Where(r => IsSame(r, line))
            .SelectMany(r => left.SerialsOf(r.Number))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static GoodsLine Less(GoodsLine line, decimal off, HashSet<string> serials)
    {
        var draws = new List<Draw>();
        var rest = off;
        // In the order in which what leaves is drawn.
        foreach (var draw in line.Draws)
        {
            var taken = Math.Min(rest, draw.Amount);
            rest -= taken;
            if (taken < draw.Amount)
                draws.Add(draw with { Amount = draw.Amount - taken });
        }
        return line with
        {
            Quantity = new Quantity(line.Quantity.Amount - off, line.Quantity.Unit),
            Serials = [.. line.Serials.Where(s => !serials.Contains(s.Trim()))],
            Draws = draws,
        };
    }

    /// <summary>The same goods, however many and at whatever price.</summary>
    public static bool IsSame(GoodsLine one, GoodsLine other) => Without(one) == Without(other);

    private static GoodsLine Without(GoodsLine line) =>
        line with
        {
            Number = 0,
            Quantity = new Quantity(0, line.Quantity.Unit),
            UnitValue = Nothing,
            // Two lists are equal only when they are one.
            Serials = NoSerials,
            SerialsLater = false,
            Draws = NoDraws,
        };

    // Where from, by which places and where to.
    private static IEnumerable<(Country From, Stop Stop, string? Place, Country? To)> Passing(
        Country state,
        Consignment consignment
    )
    {
        var from = consignment.ExportingState;
        for (var i = 0; i < consignment.Route.Count; i++)
        {
            var leg = consignment.Route[i];
            if (leg.To == state)
                yield return (
                    from,
                    leg.Stop,
                    leg.Place,
                    i + 1 < consignment.Route.Count ? consignment.Route[i + 1].To : null
                );
            from = leg.To;
        }
    }

    private static IEnumerable<(string, string, Country, string?)> Parties(PartyRole role, Consignment consignment) =>
        consignment
            .Parties.Where(p => p.Role == role)
            .Select(p => (p.Name, p.Address, p.State, p.RegistrationNumber))
            .OrderBy(p => $"{p.Name}/{p.Address}/{p.State}/{p.RegistrationNumber}", StringComparer.Ordinal);

    private static string Words(PartyRole role) =>
        role == PartyRole.FinalRecipient ? "final recipient" : role.ToString().ToLowerInvariant();
}
