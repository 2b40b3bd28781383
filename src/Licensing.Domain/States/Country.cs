using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Licensing.Domain.States;

/// <summary>A State, by its ISO 3166-1 alpha-2 code. User-assigned codes (XA, QM …) are accepted: whether a State exists is
/// the directory's word, not the code's.</summary>
[JsonConverter(typeof(CountryJson))]
public sealed record Country
{
    private Country(string code) => Code = code;

    /// <summary>Two capital letters.</summary>
    public string Code { get; }

    /// <exception cref="FormatException">The text is not two letters.</exception>
    public static Country Parse(string text) =>
        TryParse(text, out var country)
            ? country
            : throw new FormatException($"'{text}' is not a State: write its two-letter ISO 3166-1 code.");

    public static bool TryParse(string? text, [NotNullWhen(true)] out Country? country)
    {
        var code = text?.Trim().ToUpperInvariant() ?? "";
        country = code.Length == 2 && code.All(char.IsAsciiLetterUpper) ? new Country(code) : null;
        return country is not null;
    }

    public override string ToString() => Code;
}

internal sealed class CountryJson : JsonConverter<Country>
{
    public override Country Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Country.TryParse(reader.GetString(), out var country)
            ? country
            : throw new JsonException("A State is written as its two-letter ISO 3166-1 code.");

    public override void Write(Utf8JsonWriter writer, Country value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Code);
}
