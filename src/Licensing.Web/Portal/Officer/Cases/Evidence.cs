using System.Text.Json;

namespace Licensing.Web.Portal.Officer.Cases;

/// <summary>The explanation record of a flag in rows that a person can read.</summary>
public static class Evidence
{
    public static IEnumerable<(string Name, string Value)> Of(JsonElement evidence)
    {
        foreach (
            var (member, name) in new[]
            {
                ("computed", "Computed"),
                ("thresholds", "Thresholds"),
                ("inputs", "Inputs"),
                ("link_path", "Linked by"),
                ("reference_data", "Lists and tables"),
                ("sources", "Sources"),
                ("ruleset", "Rule set"),
                ("rule_version", "Version of the rule"),
                ("as_of", "As of"),
            }
        )
            if (evidence.TryGetProperty(member, out var value) && Text(value) is { Length: > 0 } text)
                yield return (name, text);
    }

    /// <summary>Something that the flag says follows from a link between parties.</summary>
    public static bool RestsOnLinks(JsonElement evidence) =>
        IsLinked(evidence)
        || (evidence.TryGetProperty("further", out var further) && further.EnumerateArray().Any(IsLinked));

    private static bool IsLinked(JsonElement evidence) =>
        evidence.TryGetProperty("link_path", out var path) && path.GetArrayLength() > 0;

    private static string Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => string.Join(
                '\n',
                value.EnumerateObject().Select(p => $"{Plain(p.Name)}: {Inline(p.Value)}")
            ),
            JsonValueKind.Array => string.Join('\n', value.EnumerateArray().Select(Inline)),
            _ => value.ToString(),
        };

    private static string Inline(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => string.Join(
                ", ",
                value.EnumerateObject().Select(p => Inline(p.Value)).Where(t => t.Length > 0)
            ),
            JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Inline)),
            JsonValueKind.Null => "",
            _ => value.ToString(),
        };

    private static string Plain(string name) => name.Replace('_', ' ');
}
