using System.Text.Json;

namespace Licensing.Workflow;

/// <summary>
/// Reads the profile of an Elsa 3 definition that procedures are written in: one flowchart of catalogued steps,
/// literal inputs only, no expressions, no variables, no forks.
/// </summary>
public static class ProcedureReader
{
    private static readonly string[] ValueLists = ["variables", "inputs", "outputs", "outcomes"];

    /// <summary>Members of an Elsa definition that say nothing about the procedure.</summary>
    private static readonly string[] Bookkeeping =
    [
        "$schema",
        "createdAt",
        "customProperties",
        "isLatest",
        "isPublished",
        "isReadonly",
        "isSystem",
        "metadata",
        "options",
        "tenantId",
        "toolVersion",
    ];

    /// <summary>Never throws because of what the text holds: every mistake in it is in the answer, all at once.</summary>
    public static ProcedureReading Read(string json, StepCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(catalogue);
        var mistakes = new List<Mistake>();
        using var document = JsonSyntax.Parse(json, mistakes);
        var definition = document is null ? null : Definition(document.RootElement, catalogue, mistakes);
        return new ProcedureReading(mistakes.Count == 0 ? definition?.Invoke() : null, mistakes);
    }

    private static Func<ProcedureDefinition>? Definition(
        JsonElement json,
        StepCatalogue catalogue,
        List<Mistake> mistakes
    )
    {
        var members = new Members(json, "The procedure", null, mistakes);
        if (json.ValueKind != JsonValueKind.Object)
        {
            members.Refuse(
                "This is not an Elsa definition: it is not one JSON object. Export it again from the designer."
            );
            return null;
        }
        members.RefuseUnknown([
            "id",
            "definitionId",
            "name",
            "description",
            "version",
            "root",
            .. ValueLists,
            .. Bookkeeping,
        ]);
        // The row id of this version in Elsa's own storage: Elsa needs it, we do not.
        members.RequiredText("id");
        var id = members.RequiredText("definitionId");
        var name = members.RequiredText("name");
        var description = members.OptionalText("description");
        var version = Version(members);
        members.RefuseFilled(ValueLists);
        DesignerMembers.RefuseExecutable(members);
        if (members.RequiredObject("root") is not { } root)
            return null;
        var (activities, connections) = Flowchart(root, catalogue, mistakes);
        return () =>
            new ProcedureDefinition(
                id!,
                version,
                name!,
                description ?? "",
                [
                    .. activities.Select(read => new Activity(
                        read.Id!,
                        read.Name,
                        read.Description,
                        read.Type!,
                        read.Inputs
                    )),
                ],
                [.. connections.Select(read => new Connection(read.From!, read.Outcome!, read.To!))]
            );
    }

    private static int Version(Members members)
    {
        if (members.Find("version") is not { } version)
            members.Refuse("The procedure has no 'version'. Add it.");
        else if (version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number) && number >= 1)
            return number;
        else
            members.Refuse(
                $"The version {version.GetRawText()} is not a whole number of 1 or more. Count versions from 1."
            );
        return 0;
    }

    private static (List<ReadActivity> Activities, List<ReadConnection> Connections) Flowchart(
        JsonElement root,
        StepCatalogue catalogue,
        List<Mistake> mistakes
    )
    {
        var members = new Members(root, "The root", null, mistakes);
        members.RefuseUnknown(
            "id",
            "nodeId",
            "name",
            "type",
            "version",
            "customProperties",
            "metadata",
            "variables",
            "activities",
            "connections"
        );
        members.RequiredText("id");
        if (members.RequiredText("type") is { } type && type != "Elsa.Flowchart")
            members.Refuse(
                $"The root is of the type '{type}'. A procedure is one \"Elsa.Flowchart\": draw it as such."
            );
        members.RefuseFilled("variables");
        DesignerMembers.RefuseExecutable(members);

        var activityList = members.RequiredList("activities");
        var connectionList = members.RequiredList("connections");
        List<ReadActivity> activities = [.. Items(activityList).Select(ReadActivity)];
        List<ReadConnection> connections = [.. Items(connectionList).Select(ReadConnection)];
        if (activityList is not null && connectionList is not null)
            new Flow(activities, connections).Check(mistakes);
        return (activities, connections);

        ReadActivity ReadActivity(JsonElement json, int index) =>
            ActivityReading.Read(json, index + 1, catalogue, mistakes);
        ReadConnection ReadConnection(JsonElement json, int index) => ConnectionReading.Read(json, index + 1, mistakes);
    }

    private static JsonElement[] Items(JsonElement? list) => list is { } found ? [.. found.EnumerateArray()] : [];
}
