using System.Text.Json;

namespace Licensing.Workflow;

/// <summary>Reads the inputs set on an activity. Only literals pass: no expression, script or variable.</summary>
internal static class InputReading
{
    private const string Form =
        "{ \"typeName\": \"String\", \"expression\": { \"type\": \"Literal\", \"value\": \"…\" } }";

    internal static Dictionary<string, string> Read(Members activity, StepType type)
    {
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal);
        var given = new HashSet<StepInput>();
        foreach (var member in activity.Present.Where(member => !ActivityReading.Members.Contains(member.Name)))
        {
            if (Input(type, member.Name) is not { } input)
                activity.Refuse($"The step {type.Name} has no input '{member.Name}'. {Known(type)}");
            else if (IsLeftEmpty(member.Value))
                continue;
            else if (!given.Add(input))
                activity.Refuse($"The input '{input.Name}' is set twice. Keep one of them.");
            else if (Literal(member.Value) is { } literal)
                inputs[input.Name] = literal;
            else
                activity.Refuse($"The input '{input.Name}' is not a literal. Write it as {Form}.");
        }
        foreach (var missing in type.Inputs.Where(input => input.Required && !given.Contains(input)))
            activity.Refuse(
                $"The input '{missing.Name}' is missing. Write it as {Form}. {missing.Description}".TrimEnd()
            );
        return inputs;
    }

    private static StepInput? Input(StepType type, string name) =>
        type.Inputs.FirstOrDefault(input => input.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static string Known(StepType type) =>
        type.Inputs.Count == 0
            ? "It has none: remove it."
            : $"Use one of: {string.Join(", ", type.Inputs.Select(input => input.Name))}.";

    /// <summary>Elsa Studio writes an input that nobody filled in as a literal without a value.</summary>
    private static bool IsLeftEmpty(JsonElement input) =>
        ExpressionOf(input) is { } expression
        && (
            Member(expression, "value") is not { } value
            || (value.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(value.GetString()))
        );

    private static string? Literal(JsonElement input) =>
        ExpressionOf(input) is { } expression && Member(expression, "value") is { } value
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
                _ => null,
            }
            : null;

    /// <summary>
    /// The expression, when the input is of the form above and the expression is a literal. A memoryReference is
    /// Elsa's own number for the input, and carries nothing.
    /// </summary>
    private static JsonElement? ExpressionOf(JsonElement input) =>
        HasOnly(input, "typeName", "expression", "memoryReference")
        && Member(input, "expression") is { } expression
        && HasOnly(expression, "type", "value")
        && Member(expression, "type") is { ValueKind: JsonValueKind.String } type
        && type.ValueEquals("Literal")
            ? expression
            : null;

    private static bool HasOnly(JsonElement json, params string[] names) =>
        json.ValueKind == JsonValueKind.Object
        && json.EnumerateObject().All(member => names.Contains(member.Name))
        && json.EnumerateObject().Select(member => member.Name).Distinct().Count() == json.GetPropertyCount();

    private static JsonElement? Member(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
