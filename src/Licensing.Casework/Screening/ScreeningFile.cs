using System.Text.Json;
using System.Text.RegularExpressions;

namespace Licensing.Casework.Screening;

/// <summary>Reads one screening file of whatever kind, and refuses it with every mistake by its field.</summary>
internal static partial class ScreeningFile
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <param name="file">As the messages name it.</param>
    /// <exception cref="UnreadableException">It is not JSON.</exception>
    public static JsonDocument Parse(string json, string file)
    {
        try
        {
            var document = JsonDocument.Parse(json, Strict);
            return NotText(document.RootElement, "") is { } place
                ? throw new UnreadableException(file, [$"{place}: holds half a character"])
                : document;
        }
        catch (Exception mistake) when (mistake is JsonException or InvalidOperationException)
        {
            // The name of a field that holds half a character is no JSON either.
            throw new UnreadableException(file, [$"it is not JSON: {mistake.Message}"]);
        }
    }

    /// <param name="place">Of the element in the file; empty for the whole file.</param>
    /// <exception cref="UnreadableException">It has another shape.</exception>
    public static T Read<T>(JsonElement element, string place, string file)
    {
        var mistakes = Shape.Mistakes(element, typeof(T), place).ToList();
        if (mistakes.Count > 0)
            throw new UnreadableException(file, mistakes);
        try
        {
            return element.Deserialize<T>(ScreeningJson.Options)!;
        }
        catch (JsonException mistake)
        {
            var path = QuotedName().Replace(mistake.Path ?? "", ".$1").TrimStart('$').TrimStart('.');
            var there = string.Join('.', new[] { place, path }.Where(p => p.Length > 0));
            throw new UnreadableException(
                file,
                [$"{(there.Length > 0 ? there : "the file")}: {mistake.Message.Split(" Path: ")[0]}"]
            );
        }
    }

    // An escape may name half of a character that takes two; nothing that is read from it afterwards would be text.
    private static string? NotText(JsonElement element, string place)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.Object => element
                    .EnumerateObject()
                    .Select(p => NotText(p.Value, place.Length == 0 ? p.Name : $"{place}.{p.Name}"))
                    .FirstOrDefault(p => p is not null),
                JsonValueKind.Array => element
                    .EnumerateArray()
                    .Select((e, i) => NotText(e, $"{place}[{i}]"))
                    .FirstOrDefault(p => p is not null),
                JsonValueKind.String when element.GetString() is null => place,
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            return place.Length == 0 ? "the file" : place;
        }
    }

    [GeneratedRegex(@"\['([^']*)'\]")]
    private static partial Regex QuotedName();
}
