namespace Licensing.Workflow;

/// <summary>
/// Checks how the activities of a procedure are connected. An activity that is itself mistaken (of an unknown type, with an id used twice, with
/// a way out that leads nowhere) gets the benefit of the doubt, so that one slip is not reported at every activity
/// before it.
/// </summary>
internal sealed class Flow
{
    private readonly IReadOnlyList<ReadActivity> activities;
    private readonly IReadOnlyList<ReadConnection> connections;

    /// <summary>By id; null where the type is unknown or the id is used twice.</summary>
    private readonly Dictionary<string, StepType?> types = new(StringComparer.Ordinal);

    private readonly List<string> starts;

    internal Flow(IReadOnlyList<ReadActivity> activities, IReadOnlyList<ReadConnection> connections)
    {
        (this.activities, this.connections) = (activities, connections);
        foreach (var activity in activities.Where(activity => activity.Id is not null))
            if (!types.TryAdd(activity.Id!, activity.Type))
                types[activity.Id!] = null;
        starts = [.. activities.Where(IsStart).Select(activity => activity.Id).OfType<string>()];
    }

    internal void Check(List<Mistake> mistakes)
    {
        mistakes.AddRange(UsedTwice());
        mistakes.AddRange(Starts());
        mistakes.AddRange(connections.SelectMany(Connection));
        mistakes.AddRange(types.SelectMany(activity => Outcomes(activity.Key, activity.Value)));
        mistakes.AddRange(new Paths(types, starts, [.. types.Keys.Where(MayEnd)], Edges()).Check());
    }

    private IEnumerable<Mistake> UsedTwice() =>
        activities
            .Where(activity => activity.Id is not null)
            .CountBy(activity => activity.Id!, StringComparer.Ordinal)
            .Where(id => id.Value > 1)
            .Select(id => new Mistake(id.Key, $"{id.Value} activities have this id. Give each its own."));

    private IEnumerable<Mistake> Starts()
    {
        var all = activities.Where(IsStart).ToList();
        if (all.Count == 0)
            yield return new Mistake(null, "There is no Elsa.Start. Add one and connect it to the first step.");
        foreach (var further in all.Skip(1))
            yield return new Mistake(
                further.Id,
                "This is a further Elsa.Start. A procedure begins in one place: remove it."
            );
    }

    private IEnumerable<Mistake> Connection(ReadConnection connection)
    {
        var (from, outcome, to) = connection;
        if (from is not null && !IsKnown(from))
            yield return new Mistake(
                IsKnown(to) ? to : null,
                $"A connection comes from '{from}', which is no activity of this procedure. Correct its source, or remove it."
            );
        if (to is not null && !IsKnown(to))
            yield return new Mistake(
                IsKnown(from) ? from : null,
                $"A connection leads to '{to}', which is no activity of this procedure. Correct its target, or remove it."
            );
        if (to is not null && starts.Contains(to))
            yield return new Mistake(
                to,
                $"A connection from '{from}' leads back into Elsa.Start. Connect it to the first step instead."
            );
        if (TypeOf(from) is { } type && outcome is not null && !type.Outcomes.Contains(outcome))
            yield return new Mistake(from, $"The step {type.Name} has no outcome '{outcome}'. {Known(type)}");
    }

    private static string Known(StepType type) =>
        type.Kind == StepKind.Ending
            ? "It is an ending: remove the connection."
            : $"Connect one of: {string.Join(", ", type.Outcomes)}.";

    private IEnumerable<Mistake> Outcomes(string id, StepType? type)
    {
        var leaving = connections.Where(connection => connection.From == id).ToLookup(connection => connection.Outcome);
        foreach (var outcome in type?.Outcomes ?? [])
            if (!leaving.Contains(outcome))
                yield return new Mistake(
                    id,
                    $"The outcome '{outcome}' leads nowhere. Connect it to the step that follows."
                );
        foreach (var fork in leaving.Where(same => same.Key is not null && same.Count() > 1))
            if (type is null || type.Outcomes.Contains(fork.Key!))
                yield return new Mistake(
                    id,
                    $"The outcome '{fork.Key}' has {fork.Count()} connections, to {string.Join(" and ", fork.Select(to => $"'{to.To}'"))}. "
                        + "A case is in one place at a time: keep one of them."
                );
    }

    private IEnumerable<(string From, string To)> Edges() =>
        from edge in connections
        where IsKnown(edge.From) && IsKnown(edge.To) && !starts.Contains(edge.To!)
        select (edge.From!, edge.To!);

    /// <summary>An ending; or an activity so mistaken that one cannot say.</summary>
    private bool MayEnd(string id) =>
        types[id] is not { } type
        || type.Kind == StepKind.Ending
        || connections.Any(way => way.From == id && !IsKnown(way.To))
        || type.Outcomes.Any(outcome => !connections.Any(way => way.From == id && way.Outcome == outcome));

    private bool IsKnown(string? id) => id is not null && types.ContainsKey(id);

    private StepType? TypeOf(string? id) => id is null ? null : types.GetValueOrDefault(id);

    private static bool IsStart(ReadActivity activity) => activity.Type == StepCatalogue.Start;
}
