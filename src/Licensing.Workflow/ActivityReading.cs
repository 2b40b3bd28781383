using System.Text.Json;

namespace Licensing.Workflow;

/// <summary>An activity as far as it could be read.</summary>
/// <param name="Id">Null when it has none.</param>
/// <param name="Type">Null when the catalogue does not have it.</param>
internal sealed record ReadActivity(
    string? Id,
    StepType? Type,
    string Name,
    string Description,
    IReadOnlyDictionary<string, string> Inputs
);

/// <summary>Reads one activity of the flowchart.</summary>
internal static class ActivityReading
{
    /// <summary>The members that every activity may have; all others are inputs of its step.</summary>
    internal static readonly string[] Members =
    [
        "id",
        "nodeId",
        "name",
        "description",
        "type",
        "version",
        "metadata",
        "customProperties",
        "canStartWorkflow",
        "runAsynchronously",
    ];

    /// <param name="number">Counted from 1, to name an activity that has no id.</param>
    internal static ReadActivity Read(JsonElement json, int number, StepCatalogue catalogue, List<Mistake> mistakes)
    {
        var id = IdOf(json);
        var subject = id is null ? $"Activity number {number}" : "This activity";
        var members = new Members(json, subject, id, mistakes);
        if (json.ValueKind != JsonValueKind.Object)
        {
            members.Refuse($"{subject} is not an object. Write it as {{ \"id\": …, \"type\": … }}.");
            return new ReadActivity(null, null, "", "", new Dictionary<string, string>());
        }

        members.RefuseRepeated();
        members.RequiredText("id");
        var type = TypeOf(members, catalogue);
        if (members.Find("version") is { } version && !(version.ValueKind == JsonValueKind.Number && IsOne(version)))
            members.Refuse($"{subject} has a 'version' other than 1. Every step has version 1: write 1.");
        DesignerMembers.RefuseExecutable(members);

        var shown = new Members(members.Find("metadata") ?? default, $"{subject}'s metadata", id, mistakes);
        var name = Filled(shown.OptionalText("displayText")) ?? Filled(members.OptionalText("name")) ?? id ?? "";
        var inputs = type is null ? new Dictionary<string, string>() : InputReading.Read(members, type);
        return new ReadActivity(id, type, name, Description(members, shown), inputs);
    }

    private static string? IdOf(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty("id", out var id)
        && id.ValueKind == JsonValueKind.String
            ? Filled(id.GetString())
            : null;

    private static StepType? TypeOf(Members members, StepCatalogue catalogue)
    {
        if (members.RequiredText("type") is not { } name)
            return null;
        var type = catalogue.Find(name);
        if (type is null)
            members.Refuse(
                $"There is no step '{name}'. Use one of: {string.Join(", ", catalogue.Types.Select(known => known.Name))}."
            );
        return type;
    }

    /// <summary>By hand it is written beside the name, in Elsa Studio it ends up in the metadata.</summary>
    private static string Description(Members members, Members shown)
    {
        var byHand = Filled(members.OptionalText("description"));
        var inDesigner = Filled(shown.OptionalText("description"));
        if (byHand is not null && inDesigner is not null && byHand != inDesigner)
            members.Refuse("'description' and the metadata's 'description' differ. Keep one of them.");
        return byHand ?? inDesigner ?? "";
    }

    private static bool IsOne(JsonElement number) => number.TryGetInt32(out var value) && value == 1;

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
