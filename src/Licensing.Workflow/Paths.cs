namespace Licensing.Workflow;

/// <summary>Checks where the paths of a procedure lead: each activity reached, each able to end, none spinning.</summary>
internal sealed class Paths
{
    private readonly IReadOnlyDictionary<string, StepType?> types;
    private readonly IReadOnlyCollection<string> starts;
    private readonly IReadOnlyCollection<string> mayEnd;
    private readonly ILookup<string, string> after;
    private readonly ILookup<string, string> before;

    /// <param name="types">By activity id; null where nothing is known about the step.</param>
    /// <param name="starts">The activities a case begins at.</param>
    /// <param name="mayEnd">The endings, and the activities of which one cannot say.</param>
    /// <param name="edges">Between activities that exist.</param>
    internal Paths(
        IReadOnlyDictionary<string, StepType?> types,
        IReadOnlyCollection<string> starts,
        IReadOnlyCollection<string> mayEnd,
        IEnumerable<(string From, string To)> edges
    )
    {
        (this.types, this.starts, this.mayEnd) = (types, starts, mayEnd);
        var pairs = edges.Distinct().ToList();
        after = pairs.ToLookup(pair => pair.From, pair => pair.To, StringComparer.Ordinal);
        before = pairs.ToLookup(pair => pair.To, pair => pair.From, StringComparer.Ordinal);
    }

    internal IEnumerable<Mistake> Check() => [.. Unreachable(), .. Endless(), .. Spinning()];

    private IEnumerable<Mistake> Unreachable()
    {
        if (starts.Count == 0)
            return [];
        var reached = Walk(starts, after);
        return types
            .Keys.Where(id => !reached.Contains(id))
            .Select(id => new Mistake(id, "No path from Elsa.Start leads here. Connect this activity, or remove it."));
    }

    private IEnumerable<Mistake> Endless()
    {
        if (!types.Values.Any(type => type is null or { Kind: StepKind.Ending }))
            return
            [
                new Mistake(
                    null,
                    "No activity is an ending. Add one, such as Elsa.End, and lead every path to an ending."
                ),
            ];
        var ending = Walk(mayEnd, before);
        return types
            .Keys.Where(id => !ending.Contains(id))
            .Select(id => new Mistake(
                id,
                "This is on a path that cannot end. Connect an outcome so that an ending can be reached."
            ));
    }

    /// <summary>One mistake for each group of doing steps that lie on loops with one another.</summary>
    private IEnumerable<Mistake> Spinning()
    {
        var doing = types.Where(activity => activity.Value?.Kind == StepKind.Doing).Select(activity => activity.Key);
        var inside = doing.Except(starts).ToHashSet(StringComparer.Ordinal);
        var reported = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in types.Keys.Where(inside.Contains))
        {
            if (reported.Contains(id))
                continue;
            var loop = Walk(after[id], after, inside);
            if (!loop.Contains(id))
                continue;
            loop.IntersectWith(Walk([id], before, inside));
            reported.UnionWith(loop);
            yield return new Mistake(
                id,
                $"A case could go round for ever without waiting: {string.Join(", ", types.Keys.Where(loop.Contains))}. "
                    + "Put a step that waits into this loop."
            );
        }
    }

    private static HashSet<string> Walk(
        IEnumerable<string> from,
        ILookup<string, string> edges,
        HashSet<string>? inside = null
    )
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(from);
        while (open.TryPop(out var id))
            if ((inside is null || inside.Contains(id)) && seen.Add(id))
                foreach (var neighbour in edges[id])
                    open.Push(neighbour);
        return seen;
    }
}
