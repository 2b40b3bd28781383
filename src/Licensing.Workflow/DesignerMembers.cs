using System.Text.Json;

namespace Licensing.Workflow;

/// <summary>
/// What Elsa Studio writes beside the procedure itself (places on the canvas, sizes, switches) is let through,
/// unless an Elsa server would execute something because of it.
/// </summary>
internal static class DesignerMembers
{
    private static readonly string[] Switches = ["canStartWorkflow", "runAsynchronously"];

    /// <param name="owner">The members beside which, or in whose customProperties, the designer writes.</param>
    internal static void RefuseExecutable(Members owner)
    {
        var custom = owner.Find("customProperties");
        var switchedOn = owner.Present.Concat(MembersOf(custom)).Where(IsSwitchedOn).Select(member => member.Name);
        foreach (var name in switchedOn)
            owner.Refuse($"'{name}' is switched on. The procedure alone says what runs when: switch it off.");
        if (custom is { } properties && HoldsExpression(properties))
            owner.Refuse("'customProperties' holds an expression. Only literals are allowed: remove it.");
    }

    private static bool IsSwitchedOn(JsonProperty member) =>
        member.Value.ValueKind == JsonValueKind.True
        && Switches.Contains(member.Name, StringComparer.OrdinalIgnoreCase);

    private static bool HoldsExpression(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Object => MembersOf(json)
                .Any(member => IsExpression(member) || HoldsExpression(member.Value)),
            JsonValueKind.Array => json.EnumerateArray().Any(HoldsExpression),
            _ => false,
        };

    private static bool IsExpression(JsonProperty member) =>
        member.Name.Equals("expression", StringComparison.OrdinalIgnoreCase)
        && MembersOf(member.Value).Any(type => type.Name == "type" && type.Value.ToString() != "Literal");

    private static JsonProperty[] MembersOf(JsonElement? json) =>
        json is { ValueKind: JsonValueKind.Object } found ? [.. found.EnumerateObject()] : [];
}
