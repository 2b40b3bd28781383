using System.Text.Json;

namespace Licensing.Workflow;

/// <summary>The members of one JSON object of a definition; whatever is wrong with them joins the mistakes.</summary>
/// <param name="json">The object. Anything but an object has no members.</param>
/// <param name="subject">How mistakes name it, e.g. "The procedure".</param>
/// <param name="activity">The activity that mistakes are about; null for the procedure as a whole.</param>
/// <param name="mistakes">Where mistakes are added.</param>
internal sealed class Members(JsonElement json, string subject, string? activity, List<Mistake> mistakes)
{
    internal void Refuse(string text) => mistakes.Add(new Mistake(activity, text));

    /// <summary>A member that is null is one that is not there.</summary>
    internal IEnumerable<JsonProperty> Present =>
        json.ValueKind == JsonValueKind.Object
            ? json.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null)
            : [];

    internal JsonElement? Find(string name)
    {
        foreach (var member in Present)
            if (member.Name == name)
                return member.Value;
        return null;
    }

    internal void RefuseUnknown(params IEnumerable<string> known)
    {
        foreach (var name in Present.Select(member => member.Name).Except(known))
            Refuse($"{subject} has an unknown member '{name}'. Remove it, or correct its spelling.");
        RefuseRepeated();
    }

    internal void RefuseRepeated()
    {
        foreach (var repeated in Present.GroupBy(member => member.Name).Where(same => same.Count() > 1))
            Refuse($"{subject} has the member '{repeated.Key}' twice. Keep one of them.");
    }

    /// <returns>Null when it is missing, blank or not text, which is then among the mistakes.</returns>
    internal string? RequiredText(string name)
    {
        if (Find(name) is { ValueKind: not JsonValueKind.String })
            return OptionalText(name);
        if (OptionalText(name) is { } text && !string.IsNullOrWhiteSpace(text))
            return text;
        Refuse($"{subject} has no '{name}'. Add it.");
        return null;
    }

    internal string? OptionalText(string name) => Of(name, JsonValueKind.String, "text")?.GetString();

    internal JsonElement? RequiredObject(string name) => Required(name, JsonValueKind.Object, "an object");

    internal JsonElement? RequiredList(string name) => Required(name, JsonValueKind.Array, "a list");

    /// <summary>Lists that hold anything would make Elsa carry values that no step of ours knows of.</summary>
    internal void RefuseFilled(params IEnumerable<string> lists)
    {
        foreach (var name in lists)
            if (Of(name, JsonValueKind.Array, "a list") is { } list && list.GetArrayLength() > 0)
                Refuse($"{subject} has '{name}'. A procedure keeps no values of its own: empty this list.");
    }

    private JsonElement? Required(string name, JsonValueKind kind, string expected)
    {
        if (Find(name) is null)
            Refuse($"{subject} has no '{name}'. Add it.");
        return Of(name, kind, expected);
    }

    private JsonElement? Of(string name, JsonValueKind kind, string expected)
    {
        if (Find(name) is not { } value)
            return null;
        if (value.ValueKind == kind)
            return value;
        Refuse($"{subject} has a '{name}' that is not {expected}. Write {expected}.");
        return null;
    }
}
