namespace Licensing.Workflow;

/// <summary>One step at one place of a procedure.</summary>
/// <param name="Id">Unique in the procedure; a case's position is this id.</param>
/// <param name="Name">What people read: the designer's display text, else the activity's name, else its id.</param>
/// <param name="Description">Empty when the author wrote none.</param>
/// <param name="Inputs">The literals set on it, under the names of the step's inputs; those not set are absent.</param>
public sealed record Activity(
    string Id,
    string Name,
    string Description,
    StepType Type,
    IReadOnlyDictionary<string, string> Inputs
);

/// <summary>Leaving <paramref name="From"/> by <paramref name="Outcome"/>, a case enters <paramref name="To"/>.</summary>
public sealed record Connection(string From, string Outcome, string To);

/// <summary>
/// A procedure that has passed every check of <see cref="ProcedureReader"/>, the only place that makes one. So each
/// outcome leads to exactly one activity, every activity can be reached, and from each of them an ending can be.
/// </summary>
public sealed class ProcedureDefinition
{
    private readonly Dictionary<string, Activity> activities;
    private readonly Dictionary<(string From, string Outcome), string> next;

    internal ProcedureDefinition(
        string id,
        int version,
        string name,
        string description,
        IReadOnlyList<Activity> activities,
        IReadOnlyList<Connection> connections
    )
    {
        (Id, Version, Name, Description, Activities, Connections) = (
            id,
            version,
            name,
            description,
            activities,
            connections
        );
        Start = activities.Single(activity => activity.Type == StepCatalogue.Start).Id;
        this.activities = activities.ToDictionary(activity => activity.Id, StringComparer.Ordinal);
        next = connections.ToDictionary(
            connection => (connection.From, connection.Outcome),
            connection => connection.To
        );
    }

    /// <summary>Elsa's definitionId: the same for all versions of a procedure.</summary>
    public string Id { get; }

    /// <summary>1 or more. A case keeps the version it was opened under.</summary>
    public int Version { get; }

    public string Name { get; }

    /// <summary>Empty when the author wrote none.</summary>
    public string Description { get; }

    public IReadOnlyList<Activity> Activities { get; }

    public IReadOnlyList<Connection> Connections { get; }

    /// <summary>The id of the one Elsa.Start.</summary>
    public string Start { get; }

    /// <exception cref="ProcedureException">There is no such activity.</exception>
    public Activity Activity(string id) =>
        activities.GetValueOrDefault(id)
        ?? throw new ProcedureException($"Version {Version} of the procedure '{Id}' has no activity '{id}'.");

    /// <summary>The id of the activity entered on leaving <paramref name="activityId"/> by the outcome.</summary>
    /// <exception cref="ProcedureException">There is no such activity, or it has no such outcome.</exception>
    public string Next(string activityId, string outcome)
    {
        if (next.TryGetValue((activityId, outcome), out var entered))
            return entered;
        var outcomes = Activity(activityId).Type.Outcomes;
        throw new ProcedureException(
            $"The activity '{activityId}' of the procedure '{Id}' has no outcome '{outcome}'. "
                + (outcomes.Count == 0 ? "It is an ending." : $"It has: {string.Join(", ", outcomes)}.")
        );
    }
}
