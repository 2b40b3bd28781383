using System.Collections;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Licensing.Domain.Clocks;

namespace Licensing.Casework;

/// <summary>The one spelling of everything as JSON: over the API, in files and in stored content. A member that nobody knows is
/// refused, so that a misspelt field is not silently lost.</summary>
public static class Wire
{
    public static readonly JsonSerializerOptions Options = Configure(new JsonSerializerOptions());

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.RespectNullableAnnotations = true;
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.Converters.Add(new StorableText());
        options.Converters.Add(new PeriodInWords());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        var resolver = options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver();
        options.TypeInfoResolver = resolver.WithAddedModifier(RefuseNothingInLists);
        return options;
    }

    // Nullability is respected for members, but not for what a list holds: [null] would pass for a list of lines.
    private static void RefuseNothingInLists(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => typeof(IEnumerable).IsAssignableFrom(p.PropertyType)))
        {
            if (property.Set is not { } set || property.PropertyType == typeof(string))
                continue;
            property.Set = (owner, value) =>
            {
                if (value is IEnumerable items && items.Cast<object?>().Any(item => item is null))
                    throw new JsonException("An entry of this list is null: leave it out, or give it.");
                set(owner, value);
            };
        }
    }

    /// <summary>Text without the signs that <see cref="PlainText"/> names.</summary>
    private sealed class StorableText : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType is not JsonTokenType.String)
                throw new JsonException("The JSON value could not be converted to text.");
            var text = reader.GetString();
            return text is not null && text.Any(PlainText.IsForbidden)
                ? throw new JsonException($"This text holds the invisible character U+{(int)Sign(text):X4}: remove it.")
                : text;
        }

        private static char Sign(string text) => text.First(PlainText.IsForbidden);

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value);
    }

    /// <summary>"20 working days". A number alone is calendar days: so the first profiles were written, and cases run under them.</summary>
    private sealed class PeriodInWords : JsonConverter<Period>
    {
        public override Period Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            try
            {
                return Period.Parse(
                    reader.TokenType == JsonTokenType.Number ? $"{reader.GetInt32()} days" : reader.GetString() ?? ""
                );
            }
            catch (FormatException mistake)
            {
                throw new JsonException(mistake.Message, mistake);
            }
        }

        public override void Write(Utf8JsonWriter writer, Period value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <exception cref="JsonException">The text is not JSON of that shape; the message has the path.</exception>
    public static T Read<T>(string text) =>
        JsonSerializer.Deserialize<T>(text, Options) ?? throw new JsonException("The JSON text is null.");

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static string Hash(string text) => Hash(Encoding.UTF8.GetBytes(text));
}
