using System.Text.Json;
using System.Text.Json.Serialization;
using Licensing.Domain.Screening;

namespace Licensing.Casework.Screening;

/// <summary>The spelling of screening files: dossiers, reference data, rule sets, profiles. They come from many hands, in snake_case; a
/// member that nobody knows is refused, so that a misspelt one is not silently lost.</summary>
public static class ScreeningJson
{
    public static readonly JsonSerializerOptions Options = Make();

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions();
        // Ours stands before the one that Wire adds: the first that fits a type reads it.
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        options.Converters.Add(new ParametersAsObject());
        Wire.Configure(options);
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.AllowDuplicateProperties = false;
        options.RespectRequiredConstructorParameters = true;
        return options;
    }

    /// <summary>Parameters are the members of their object, by name.</summary>
    private sealed class ParametersAsObject : JsonConverter<Parameters>
    {
        public override Parameters Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(ref reader, options) ?? []);

        public override void Write(Utf8JsonWriter writer, Parameters value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Values, options);
    }
}

/// <summary>A screening file cannot be used. The message names the file, the field and what is wrong with it.</summary>
public sealed class UnreadableException(string file, IReadOnlyList<string> mistakes)
    : Exception(string.Join(Environment.NewLine, mistakes.Select(m => $"{file}: {m}")))
{
    public IReadOnlyList<string> Mistakes { get; } = mistakes;
}
