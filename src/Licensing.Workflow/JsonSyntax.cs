using System.Text;
using System.Text.Json;

namespace Licensing.Workflow;

/// <summary>Says whether a text is JSON whose every string can be read, and if not, in which line it stops being so.</summary>
internal static class JsonSyntax
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    internal static JsonDocument? Parse(string json, List<Mistake> mistakes)
    {
        try
        {
            var bytes = Strict.GetBytes(json);
            return Unreadable(bytes) is { } line
                ? Refuse(line, "a text is not valid Unicode")
                : JsonDocument.Parse(bytes);
        }
        catch (EncoderFallbackException broken)
        {
            return Refuse(LineAt(json.AsSpan(0, broken.Index)), "a text is not valid Unicode");
        }
        catch (JsonException broken)
        {
            return Refuse((broken.LineNumber ?? 0) + 1, broken.Message.Split(" LineNumber:")[0].TrimEnd('.'));
        }

        JsonDocument? Refuse(long line, string reason)
        {
            mistakes.Add(
                new Mistake(
                    null,
                    $"This is not JSON: line {line}: {reason}. Correct that line, or export the procedure again from the designer."
                )
            );
            return null;
        }
    }

    /// <summary>An escaped half of a surrogate pair is good syntax, yet reading that string would throw.</summary>
    private static long? Unreadable(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.String))
                continue;
            try
            {
                reader.GetString();
            }
            catch (InvalidOperationException)
            {
                return LineAt(Encoding.UTF8.GetString(json, 0, (int)reader.TokenStartIndex));
            }
        }
        return null;
    }

    private static long LineAt(ReadOnlySpan<char> before) => before.Count('\n') + 1;
}
