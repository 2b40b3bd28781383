using System.Text.Json;

namespace Licensing.Workflow;

/// <summary>A connection as far as it could be read; what is missing or blank is null.</summary>
internal sealed record ReadConnection(string? From, string? Outcome, string? To);

/// <summary>Reads one connection of the flowchart.</summary>
internal static class ConnectionReading
{
    /// <param name="number">Counted from 1, to name the connection.</param>
    internal static ReadConnection Read(JsonElement json, int number, List<Mistake> mistakes)
    {
        var activity = ActivityAt(json, "source") ?? ActivityAt(json, "target");
        var subject = $"Connection number {number}";
        var members = new Members(json, subject, activity, mistakes);
        if (json.ValueKind != JsonValueKind.Object)
        {
            members.Refuse($"{subject} is not an object. Draw it again in the designer.");
            return new ReadConnection(null, null, null);
        }
        // The bends of the line on the designer's canvas are its vertices.
        members.RefuseUnknown("source", "target", "vertices");

        var (from, outcome) = Read("source");
        var (to, port) = Read("target");
        if (port is not null && port != "In")
            members.Refuse($"{subject} enters '{to}' by the port '{port}'. Write the port \"In\".");
        return new ReadConnection(from, outcome, to);

        (string? Activity, string? Port) Read(string name)
        {
            if (members.RequiredObject(name) is not { } end)
                return (null, null);
            var ends = new Members(end, $"The {name} of connection number {number}", activity, mistakes);
            ends.RefuseUnknown("activity", "port");
            return (ends.RequiredText("activity"), ends.RequiredText("port"));
        }
    }

    private static string? ActivityAt(JsonElement json, string end) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty(end, out var at)
        && at.ValueKind == JsonValueKind.Object
        && at.TryGetProperty("activity", out var id)
        && id.ValueKind == JsonValueKind.String
        && !string.IsNullOrWhiteSpace(id.GetString())
            ? id.GetString()
            : null;
}
