namespace Licensing.Workflow;

/// <summary>All the steps a procedure may be made of: the host's own, and Elsa's beginning and end.</summary>
public sealed class StepCatalogue
{
    /// <summary>Where every procedure begins. It does nothing; it only says which step is the first.</summary>
    public static readonly StepType Start = new(
        "Elsa.Start",
        StepKind.Doing,
        ["Done"],
        [],
        [],
        "Begins the procedure."
    );

    /// <summary>Ends a procedure without any effect of its own.</summary>
    public static readonly StepType End = new("Elsa.End", StepKind.Ending, [], [], [], "Ends the procedure.");

    private readonly Dictionary<string, StepType> byName;

    /// <exception cref="ArgumentException">Two types share a name or a type contradicts itself; all are listed.</exception>
    public StepCatalogue(IEnumerable<StepType> types)
    {
        StepType[] all = [Start, End, .. types];
        string[] contradictions = [.. Repeated(all.Select(type => type.Name)).Select(Duplicate), .. all.SelectMany(In)];
        if (contradictions.Length > 0)
            throw new ArgumentException(string.Join(Environment.NewLine, contradictions), nameof(types));
        byName = all.ToDictionary(type => type.Name, StringComparer.Ordinal);
    }

    public IReadOnlyCollection<StepType> Types => byName.Values;

    /// <returns>Null when there is no step of that name; names are case-sensitive, as in Elsa.</returns>
    public StepType? Find(string name) => byName.GetValueOrDefault(name);

    private static string Duplicate(string name) => $"{name}: there are two steps of this name.";

    private static IEnumerable<string> In(StepType type)
    {
        if (string.IsNullOrWhiteSpace(type.Name))
            yield return "A step has no name.";
        if (type.Kind == StepKind.Ending && type.Outcomes.Count > 0)
            yield return $"{type.Name}: an ending has no outcomes.";
        if (type.Kind != StepKind.Ending && type.Outcomes.Count == 0)
            yield return $"{type.Name}: a step that is not an ending needs an outcome.";
        if (type.Kind != StepKind.Waiting && type.Permits.Count > 0)
            yield return $"{type.Name}: only a waiting step permits acts.";
        foreach (var outcome in Blank(type.Outcomes).Concat(Repeated(type.Outcomes)))
            yield return $"{type.Name}: the outcome '{outcome}' is blank or given twice.";
        foreach (var act in Blank(type.Permits).Concat(Repeated(type.Permits)))
            yield return $"{type.Name}: the permitted act '{act}' is blank or given twice.";
        var inputs = type.Inputs.Select(input => input.Name).ToList();
        foreach (var input in Blank(inputs).Concat(Repeated(inputs, StringComparer.OrdinalIgnoreCase)))
            yield return $"{type.Name}: the input '{input}' is blank or given twice.";
        foreach (var input in inputs.Intersect(ActivityReading.Members, StringComparer.OrdinalIgnoreCase))
            yield return $"{type.Name}: the input '{input}' has the name of a member that every activity has.";
    }

    private static IEnumerable<string> Blank(IEnumerable<string> names) => names.Where(string.IsNullOrWhiteSpace);

    private static IEnumerable<string> Repeated(IEnumerable<string> names, StringComparer? comparer = null) =>
        names.GroupBy(name => name, comparer ?? StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key);
}
