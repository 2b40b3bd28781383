using System.Globalization;
using System.Text.Json;
using Licensing.Domain.Screening;

namespace Licensing.Casework.Screening;

/// <summary>Reads dossiers and reference data from files.</summary>
public static class ReadScreening
{
    /// <summary>One dossier, or all of a file that holds several.</summary>
    /// <param name="IsMany">The file holds several, if only one of several.</param>
    public sealed record Dossiers(IReadOnlyList<ScreeningDossier> All, bool IsMany);

    /// <param name="file">As the messages name it.</param>
    /// <exception cref="UnreadableException">A field is missing, unknown, or not what it should be.</exception>
    public static Dossiers DossiersIn(string json, string file)
    {
        using var document = ScreeningFile.Parse(json, file);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("scenarios", out var scenarios))
            return new Dossiers([Dossier(root, "", file)], false);
        if (scenarios.ValueKind != JsonValueKind.Array)
            throw new UnreadableException(file, ["scenarios must be a list of dossiers"]);
        return new Dossiers(
            [.. scenarios.EnumerateArray().Select((s, i) => Dossier(s, $"scenarios[{i}]", file))],
            true
        );
    }

    /// <exception cref="UnreadableException">A field is unknown, or not what it should be.</exception>
    public static ReferenceData ReferenceIn(string json, string file)
    {
        using var document = ScreeningFile.Parse(json, file);
        var root = document.RootElement;
        var isInside = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("reference_data", out _);
        var element = isInside ? root.GetProperty("reference_data") : root;
        var place = isInside ? "reference_data" : "";
        var reference = ScreeningFile.Read<ReferenceData>(element, place, file);
        var wrong = OutOfRange(element, place)
            .Concat(Wrong(reference).Select(w => isInside ? $"{place}.{w}" : w))
            .ToList();
        if (wrong.Count > 0)
            throw new UnreadableException(file, wrong);
        return reference with { Hashes = Hashes(element) };
    }

    private static IEnumerable<string> Wrong(ReferenceData reference) =>
        (reference.MakerPatterns ?? new Dictionary<string, string>())
            .Select(p => (p.Key, Mistake: Patterns.Mistake(p.Value)))
            .Where(p => p.Mistake is not null)
            .Select(p => $"maker_patterns.{p.Key}: {p.Mistake}")
            .Concat(
                (reference.Templates ?? new Dictionary<string, IReadOnlyDictionary<string, decimal>>())
                    .SelectMany(t => t.Value.Select(p => (Place: $"templates.{t.Key}.{p.Key}", Number: p.Value)))
                    .Where(p => p.Number < 1)
                    .Select(p => $"{p.Place} must be 1 or more")
            );

    private static ScreeningDossier Dossier(JsonElement element, string place, string file)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw new UnreadableException(file, [$"{(place.Length > 0 ? place : "the file")} is not a dossier"]);
        // What a label expects is for whoever compares, not for the rules.
        var bare = new Dictionary<string, JsonElement>(
            element.EnumerateObject().Where(p => p.Name != "expected").Select(p => KeyValuePair.Create(p.Name, p.Value))
        );
        var dossier = ScreeningFile.Read<ScreeningDossier>(JsonSerializer.SerializeToElement(bare), place, file);
        var wrong = OutOfRange(element, place).ToList();
        return wrong.Count == 0 ? dossier : throw new UnreadableException(file, wrong);
    }

    // Nothing in a dossier, or in what it is compared with, counts less than nothing or more than a thousand million, pieces are whole, and no day is out of the question.
    internal static IEnumerable<string> OutOfRange(JsonElement element, string place) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element
                .EnumerateObject()
                .Where(p => p.Name != "expected")
                .SelectMany(p => OutOfRange(p.Value, place.Length == 0 ? p.Name : $"{place}.{p.Name}")),
            JsonValueKind.Array => element.EnumerateArray().SelectMany((e, i) => OutOfRange(e, $"{place}[{i}]")),
            JsonValueKind.Number when !element.TryGetDecimal(out var number) || number is < 0 or > 1_000_000_000 =>
            [
                $"{place} must be a number from 0 to 1000000000",
            ],
            JsonValueKind.Number
                when place.EndsWith("qty", StringComparison.Ordinal)
                    && decimal.Truncate(element.GetDecimal()) != element.GetDecimal() =>
            [
                $"{place} must be a whole number",
            ],
            JsonValueKind.String
                when DateOnly.TryParseExact(
                    element.GetString(),
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var day
                ) && day.Year is < 1900 or > 2200 => [$"{place} lies outside the years 1900 to 2200"],
            _ => [],
        };

    /// <summary>Of each table and each list, by its name.</summary>
    private static Dictionary<string, string> Hashes(JsonElement reference) =>
        reference
            .EnumerateObject()
            .Concat(
                reference.TryGetProperty("lists", out var lists) && lists.ValueKind == JsonValueKind.Object
                    ? lists.EnumerateObject()
                    : []
            )
            .GroupBy(p => p.Name)
            .ToDictionary(g => g.Key, g => Wire.Hash(g.First().Value.GetRawText()));
}
