using System.Text.Json;

namespace Licensing.Domain.Screening;

/// <summary>What a parameter is. A rule says it of each of its own, and the reader of rule sets refuses any other.</summary>
public enum ParameterKind
{
    /// <summary>A whole number of 0 or more.</summary>
    Whole,

    /// <summary>A number of 0 or more.</summary>
    Number,
    Flag,
    Text,
    Words,

    /// <summary>Regular expressions that need no backtracking.</summary>
    Patterns,

    /// <summary>Numbers of 0 or more, by name.</summary>
    Table,

    /// <summary>Lists of words, by name.</summary>
    Matrix,

    /// <summary>A whole number of 0 or more, or null: the rule goes without.</summary>
    OptionalWhole,
}

public sealed record Parameter(string Name, ParameterKind Kind)
{
    /// <summary>What is wrong with a value for it, or null when it is right.</summary>
    public string? Mistake(JsonElement value) =>
        Kind switch
        {
            ParameterKind.Whole => IsWhole(value) ? null : "must be a whole number of 0 or more",
            ParameterKind.Number => IsNumber(value) ? null : "must be a number of 0 or more",
            ParameterKind.Flag => value.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? null
                : "must be true or false",
            ParameterKind.Text => value.ValueKind is JsonValueKind.String ? null : "must be text",
            ParameterKind.Words => IsWords(value) ? null : "must be a list of words",
            ParameterKind.Patterns => IsWords(value)
                ? value
                    .EnumerateArray()
                    .Select(p => Patterns.Mistake(p.GetString()!))
                    .FirstOrDefault(m => m is not null)
                : "must be a list of patterns",
            ParameterKind.Table => IsObjectOf(value, IsNumber) ? null : "must be numbers of 0 or more, by name",
            ParameterKind.Matrix => IsObjectOf(value, IsWords) ? null : "must be lists of words, by name",
            _ => value.ValueKind is JsonValueKind.Null || IsWhole(value)
                ? null
                : "must be a whole number of 0 or more, or null",
        };

    private static bool IsWhole(JsonElement value) =>
        value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var number) && number >= 0;

    private static bool IsNumber(JsonElement value) =>
        value.ValueKind is JsonValueKind.Number && value.TryGetDecimal(out var number) && number >= 0;

    private static bool IsWords(JsonElement value) =>
        value.ValueKind is JsonValueKind.Array
        && value.EnumerateArray().All(word => word.ValueKind is JsonValueKind.String);

    private static bool IsObjectOf(JsonElement value, Func<JsonElement, bool> all) =>
        value.ValueKind is JsonValueKind.Object && value.EnumerateObject().All(p => all(p.Value));
}

/// <summary>The parameters of one rule as the rule set has them. Asking for one that is not there, or is of another kind, is a mistake of
/// the rule, not of the dossier: the reader has checked them against what the rule declares.</summary>
public sealed record Parameters(IReadOnlyDictionary<string, JsonElement> Values)
{
    public static readonly Parameters None = new(new Dictionary<string, JsonElement>());

    public int Whole(string name) => Values[name].GetInt32();

    public int? OptionalWhole(string name) =>
        Values[name].ValueKind is JsonValueKind.Null ? null : Values[name].GetInt32();

    public decimal Number(string name) => Values[name].GetDecimal();

    public bool Flag(string name) => Values[name].GetBoolean();

    public string Text(string name) => Values[name].GetString()!;

    public IReadOnlyList<string> Words(string name) => WordsIn(Values[name]);

    public IReadOnlyDictionary<string, decimal> Table(string name) =>
        Values[name].EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetDecimal());

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Matrix(string name) =>
        Values[name].EnumerateObject().ToDictionary(p => p.Name, p => WordsIn(p.Value));

    /// <summary>The same with those of the other in place of its own.</summary>
    public Parameters With(Parameters other) =>
        new(
            Values
                .Where(own => !other.Values.ContainsKey(own.Key))
                .Concat(other.Values)
                .ToDictionary(p => p.Key, p => p.Value)
        );

    private static IReadOnlyList<string> WordsIn(JsonElement list) =>
        [.. list.EnumerateArray().Select(word => word.GetString()!)];
}
