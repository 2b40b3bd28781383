using System.Text;
using System.Text.Json;
using Licensing.Casework;
using Licensing.Casework.Acts;
using Licensing.Domain.Applications;
using Licensing.Web.Api;

namespace Licensing.Web.Portal.Exporter;

/// <summary>An application in a file: one JSON object, UTF-8. What cannot be read is answered with the path of the field.</summary>
internal static class DraftFile
{
    /// <summary>In bytes: 1 MiB. An application of 500 lines with their serial numbers is smaller.</summary>
    public const int Largest = 1024 * 1024;

    /// <exception cref="MalformedException">There is no file, or it cannot be read as an application.</exception>
    public static async Task<ApplicationDraft> Read(IFormFile? file, CancellationToken cancel)
    {
        if (file is null || file.Length == 0)
            throw Mistake("Choose a file that is not empty.");
        if (file.Length > Largest)
            throw Mistake("The file is larger than 1 MB: split the application.");
        try
        {
            using var reader = new StreamReader(
                file.OpenReadStream(),
                new UTF8Encoding(false, throwOnInvalidBytes: true)
            );
            var text = await reader.ReadToEndAsync(cancel);
            text = ApplicationIn(text);
            RefuseGaps(text);
            return Wire.Read<ApplicationDraft>(text);
        }
        catch (DecoderFallbackException)
        {
            throw Mistake("The file is not written in UTF-8: save it again in that encoding.");
        }
        catch (JsonException mistake)
        {
            var problem = Problems.FieldOf(mistake, "The file");
            var line = mistake.LineNumber is { } number ? $" (line {number + 1} of the file)" : "";
            throw Mistake($"{problem.Field}{line}: {problem.Text}");
        }
    }

    // A dossier of the samples holds an application among other things.
    private static string ApplicationIn(string text)
    {
        using var json = JsonDocument.Parse(text);
        return
            json.RootElement.ValueKind == JsonValueKind.Object
            && json.RootElement.TryGetProperty("application", out var application)
            && json.RootElement.TryGetProperty("writtenOn", out _)
            ? application.GetRawText()
            : text;
    }

    // A list may be empty, but what is in it must be there.
    private static void RefuseGaps(string text)
    {
        using var json = JsonDocument.Parse(text);
        var gaps = Gaps(json.RootElement, "").ToList();
        if (gaps.Count > 0)
            throw new MalformedException([
                .. gaps.Select(path => new FieldProblem("file", $"{path}: This is null: remove it from the list.")),
            ]);
    }

    private static IEnumerable<string> Gaps(JsonElement at, string path) =>
        at.ValueKind switch
        {
            JsonValueKind.Object => at.EnumerateObject()
                .SelectMany(m => Gaps(m.Value, path.Length == 0 ? m.Name : $"{path}.{m.Name}")),
            JsonValueKind.Array => at.EnumerateArray()
                .SelectMany(
                    (item, i) => item.ValueKind == JsonValueKind.Null ? [$"{path}[{i}]"] : Gaps(item, $"{path}[{i}]")
                ),
            _ => [],
        };

    private static MalformedException Mistake(string text) => new("file", text);
}
