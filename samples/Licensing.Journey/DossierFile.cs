using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Licensing.Journey;

/// <summary>Reads dossiers. Their days move with the calendar, so that a dossier never goes stale.</summary>
public static class DossierFile
{
    private static readonly JsonSerializerOptions Spelling = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = false,
    };

    /// <summary>The dossiers that come with the program, in the order of their names.</summary>
    public static IReadOnlyList<string> Enclosed() =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "dossiers"), "*.json")
                .Order(StringComparer.Ordinal),
        ];

    /// <param name="today">The day to which the dossier's own day is moved, and every other day with it.</param>
    /// <param name="run">Put behind the number of every import authorisation, because a licence uses an authorisation up; null:
    /// the numbers stay as they are.</param>
    /// <exception cref="DossierException">The file cannot be read as a dossier; the message says where.</exception>
    public static Dossier Read(string path, DateOnly today, string? run = null)
    {
        var name = Path.GetFileName(path);
        try
        {
            var tree =
                JsonNode.Parse(File.ReadAllText(path)) as JsonObject
                ?? throw new DossierException(name, "the file", "it is not one JSON object.");
            var moved = new Moved(Day(name, tree), today, run, Numbers(tree));
            var dossier =
                moved.Of(tree).Deserialize<Dossier>(Spelling)
                ?? throw new DossierException(name, "the file", "it is empty.");
            RequireOneAnswerEach(name, dossier);
            return dossier;
        }
        catch (JsonException e)
        {
            var field = e.Path?.TrimStart('$', '.') is { Length: > 0 } p ? p : "the file";
            throw new DossierException(name, field, e.Message.Split(" Path:")[0]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DossierException(name, "the file", e.Message);
        }
    }

    private static DateOnly Day(string name, JsonObject tree) =>
        tree["writtenOn"] is JsonValue given
        && given.TryGetValue<string>(out var text)
        && Moved.IsDay(text, out var day)
            ? day
            : throw new DossierException(name, "writtenOn", "give the day of writing, such as 2026-11-23.");

    private static HashSet<string> Numbers(JsonObject tree) =>
        tree["application"]?["importAuthorisations"] is JsonArray given
            ?
            [
                .. given
                    .Select(a => (a as JsonObject)?["number"])
                    .OfType<JsonValue>()
                    .Select(n => n.TryGetValue<string>(out var number) ? number : null)
                    .OfType<string>(),
            ]
            : [];

    private static void RequireOneAnswerEach(string name, Dossier dossier)
    {
        foreach (var (number, says) in dossier.ImportingState)
            if (Given(says.Confirmation is not null, says.Denial is not null, says.Silent) != 1)
                throw new DossierException(
                    name,
                    $"importingState.{number}",
                    "give one of confirmation, denial and silent."
                );
        foreach (var (state, says) in dossier.TransitStates)
            if (Given(says.NoObjection is not null, says.Objection is not null, says.Silent) != 1)
                throw new DossierException(
                    name,
                    $"transitStates.{state}",
                    "give one of noObjection, objection and silent."
                );
    }

    private static int Given(params ReadOnlySpan<bool> answers) => answers.Count(true);

    private sealed record Moved(DateOnly WrittenOn, DateOnly Today, string? Run, IReadOnlySet<string> Numbers)
    {
        public JsonNode Of(JsonNode node) =>
            node switch
            {
                JsonObject o => new JsonObject(
                    o.Select(member => KeyValuePair.Create(Number(member.Key), member.Value is { } v ? Of(v) : null))
                ),
                JsonArray a => new JsonArray([.. a.Select(item => item is { } v ? Of(v) : null)]),
                JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(Text(text)),
                _ => node.DeepClone(),
            };

        private string Text(string text) =>
            IsDay(text, out var day)
                ? day.AddDays(Today.DayNumber - WrittenOn.DayNumber)
                    .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                : Number(text);

        private string Number(string text) => Run is not null && Numbers.Contains(text) ? $"{text}/{Run}" : text;

        public static bool IsDay(string text, out DateOnly day) =>
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }
}

/// <summary>A file that is no dossier.</summary>
public sealed class DossierException(string file, string field, string wrong) : Exception($"{file}, {field}: {wrong}");
