using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Licensing.Domain.Screening;

namespace Licensing.Casework.Screening;

/// <summary>Whether JSON has the shape of what is to be read from it. The reader of JSON stops at the first mistake and tells it in terms of
/// programs; here every one is named by its field, in words.</summary>
internal static class Shape
{
    /// <param name="place">Of the element: "scenarios[0].case"; empty for the whole file.</param>
    public static IEnumerable<string> Mistakes(JsonElement element, Type type, string place) =>
        In(element, ScreeningJson.Options.GetTypeInfo(type), place);

    private static IEnumerable<string> In(JsonElement element, JsonTypeInfo type, string place) =>
        type.Kind switch
        {
            JsonTypeInfoKind.Object => element.ValueKind is JsonValueKind.Object
                ? InObject(element, type, place)
                : [$"{Named(place)}: must be an object"],
            JsonTypeInfoKind.Enumerable => element.ValueKind is JsonValueKind.Array
                ? element.EnumerateArray().SelectMany((entry, i) => InEntry(entry, type.ElementType!, $"{place}[{i}]"))
                : [$"{Named(place)}: must be a list"],
            JsonTypeInfoKind.Dictionary => element.ValueKind is JsonValueKind.Object
                ? element
                    .EnumerateObject()
                    .SelectMany(entry => InEntry(entry.Value, type.ElementType!, Join(place, entry.Name)))
                : [$"{Named(place)}: must be an object"],
            _ => Word(element, Nullable.GetUnderlyingType(type.Type) ?? type.Type) is { } must
                ? [$"{Named(place)}: must be {must}"]
                : [],
        };

    private static IEnumerable<string> InEntry(JsonElement entry, Type type, string place) =>
        entry.ValueKind is JsonValueKind.Null && type != typeof(JsonElement)
            ? [$"{place}: is null: leave it out, or give it"]
            : In(entry, ScreeningJson.Options.GetTypeInfo(type), place);

    private static IEnumerable<string> InObject(JsonElement element, JsonTypeInfo type, string place)
    {
        var fields = type.Properties.ToDictionary(p => p.Name);
        foreach (var missing in fields.Values.Where(f => IsRequired(f) && !element.TryGetProperty(f.Name, out _)))
            yield return $"{Join(place, missing.Name)}: is missing";
        foreach (var given in element.EnumerateObject())
        {
            var there = Join(place, given.Name);
            if (!fields.TryGetValue(given.Name, out var field))
                yield return $"{there}: there is no such field";
            else if (given.Value.ValueKind is not JsonValueKind.Null)
                foreach (var mistake in In(given.Value, ScreeningJson.Options.GetTypeInfo(field.PropertyType), there))
                    yield return mistake;
            else if (!MayBeNull(field))
                yield return $"{there}: is null: give it";
        }
    }

    private static bool IsRequired(JsonPropertyInfo field) =>
        field.IsRequired || field.AssociatedParameter is { HasDefaultValue: false };

    private static bool MayBeNull(JsonPropertyInfo field) =>
        field.AssociatedParameter is { } parameter
            ? parameter.IsNullable && (!parameter.ParameterType.IsValueType || IsNullableValue(parameter.ParameterType))
            : field.IsSetNullable && (!field.PropertyType.IsValueType || IsNullableValue(field.PropertyType));

    private static bool IsNullableValue(Type type) => Nullable.GetUnderlyingType(type) is not null;

    /// <summary>What a value must be, or null when it is that, or when its own reader has to tell.</summary>
    private static string? Word(JsonElement value, Type type)
    {
        if (type == typeof(string))
            return value.ValueKind is JsonValueKind.String ? null : "text";
        if (type == typeof(bool))
            return value.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : "true or false";
        if (type == typeof(int))
            return value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out _) ? null : "a whole number";
        if (type == typeof(decimal))
            return value.ValueKind is JsonValueKind.Number && value.TryGetDecimal(out _) ? null : "a number";
        if (type == typeof(DateOnly))
            return IsDay(value) ? null : "a day, as 2026-04-28";
        if (type == typeof(Parameters))
            return value.ValueKind is JsonValueKind.Object ? null : "an object";
        if (!type.IsEnum)
            return null;
        var words = Enum.GetNames(type).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName).ToList();
        return value.ValueKind is JsonValueKind.String && words.Contains(value.GetString()!)
            ? null
            : $"one of {string.Join(", ", words)}";
    }

    private static bool IsDay(JsonElement value) =>
        value.ValueKind is JsonValueKind.String
        && DateOnly.TryParseExact(
            value.GetString(),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out _
        );

    private static string Join(string place, string name) => place.Length == 0 ? name : $"{place}.{name}";

    private static string Named(string place) => place.Length == 0 ? "the file" : place;
}
