using Licensing.Domain.Goods;

namespace Licensing.Domain.Authorisations;

/// <summary>A quantity that a licence takes from one line of an import authorisation, in that line's unit.</summary>
public sealed record Reservation(string Authorisation, int AuthorisedLine, int GoodsLine, decimal Amount);

/// <summary>How the draws of a consignment fall on the lines of its authorisations.</summary>
/// <param name="Shortfalls">Draws that found too little: the line, the authorisation, what it covers at all, what is left, what is missing.</param>
public sealed record Allocation(IReadOnlyList<Reservation> Reservations, IReadOnlyList<Shortfall> Shortfalls)
{
    /// <summary>Takes each draw from the covering lines of its authorisation, the most specific first, so that a line for one
    /// platform is used up before a line for any. Where that leaves a later draw short, earlier ones move over to other lines that
    /// cover them: a draw is short only when no distribution whatever would serve it.</summary>
    public static Allocation Of(IReadOnlyList<GoodsLine> lines, IReadOnlyList<KnownAuthorisation> authorisations)
    {
        var reservations = new List<Reservation>();
        var shortfalls = new List<Shortfall>();
        foreach (var authorisation in authorisations.DistinctBy(a => a.Number))
        {
            if (authorisation.Particulars is not { } particulars)
                continue;
            var distribution = new Distribution(authorisation, particulars.Goods);
            foreach (var line in lines)
            foreach (var draw in line.Draws.Where(d => d.Authorisation == authorisation.Number))
            {
                var found = distribution.Take(line, draw.Amount);
                if (found < draw.Amount)
                    shortfalls.Add(
                        new Shortfall(
                            line.Number,
                            particulars.Number,
                            particulars.Goods.Any(g => g.Covers(line)),
                            draw.Amount,
                            found
                        )
                    );
            }
            reservations.AddRange(distribution.Reservations(particulars.Number));
        }
        return new Allocation([.. reservations.OrderBy(r => r.GoodsLine)], shortfalls);
    }

    /// <summary>Who takes how much from which line of one authorisation.</summary>
    private sealed class Distribution(KnownAuthorisation authorisation, IReadOnlyList<AuthorisedGoods> goods)
    {
        private readonly Dictionary<(GoodsLine Line, AuthorisedGoods Goods), decimal> _taken = [];

        /// <returns>How much of it could be served.</returns>
        public decimal Take(GoodsLine line, decimal wanted)
        {
            var found = 0m;
            while (found < wanted && WayToRoom(line) is { } way)
                found += Move(way, wanted - found);
            return found;
        }

        public IEnumerable<Reservation> Reservations(string number) =>
            from taken in _taken
            where taken.Value > 0
            orderby taken.Key.Line.Number, Width(taken.Key.Goods), taken.Key.Goods.Number
            select new Reservation(number, taken.Key.Goods.Number, taken.Key.Line.Number, taken.Value);

        /// <summary>A goods line takes from a line of the authorisation; with a step before it, it leaves that step's for this one.</summary>
        private sealed record Step(GoodsLine Line, AuthorisedGoods Onto, Step? Before);

        // Breadth first: straight to a line with room where there is one, else over as few goods lines as possible.
        private Step? WayToRoom(GoodsLine line)
        {
            var seen = new HashSet<AuthorisedGoods>();
            var steps = new Queue<Step>(From(line, null));
            while (steps.TryDequeue(out var step))
            {
                if (Room(step.Onto) > 0)
                    return step;
                foreach (
                    var holder in _taken.Where(t => t.Key.Goods == step.Onto && t.Value > 0).Select(t => t.Key.Line)
                )
                foreach (var next in From(holder, step))
                    steps.Enqueue(next);
            }
            return null;

            IEnumerable<Step> From(GoodsLine leaving, Step? before) =>
                goods
                    .Where(g => g.Covers(leaving))
                    .OrderBy(Width)
                    .ThenBy(g => g.Number)
                    .Where(seen.Add)
                    .Select(g => new Step(leaving, g, before));
        }

        private decimal Move(Step way, decimal wanted)
        {
            var amount = Math.Min(wanted, Room(way.Onto));
            for (var step = way; step.Before is { } before; step = before)
                amount = Math.Min(amount, _taken[(step.Line, before.Onto)]);
            for (var step = way; step is not null; step = step.Before)
            {
                _taken[(step.Line, step.Onto)] = _taken.GetValueOrDefault((step.Line, step.Onto)) + amount;
                if (step.Before is { } before)
                    _taken[(step.Line, before.Onto)] -= amount;
            }
            return amount;
        }

        private decimal Room(AuthorisedGoods line) =>
            authorisation.Left(line) - _taken.Where(t => t.Key.Goods == line).Sum(t => t.Value);
    }

    private static int Width(AuthorisedGoods goods) =>
        (goods.Platform is null ? 1 : 0) + (goods.Calibre is null ? 1 : 0);
}

/// <param name="IsCovered">False when no line of the authorisation covers the goods at all.</param>
public sealed record Shortfall(int GoodsLine, string Authorisation, bool IsCovered, decimal Wanted, decimal Found);
