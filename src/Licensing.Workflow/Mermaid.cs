using System.Globalization;
using System.Text;

namespace Licensing.Workflow;

/// <summary>Draws a procedure as Mermaid text, for the handbook and for the page of a case.</summary>
public static class Mermaid
{
    /// <summary>Start is a circle, doing a box, waiting a rounded box, an ending a double circle.</summary>
    /// <param name="definition">The procedure.</param>
    /// <param name="position">The activity to highlight; null highlights none.</param>
    /// <exception cref="ProcedureException">There is no activity at the position.</exception>
    public static string Draw(ProcedureDefinition definition, string? position = null)
    {
        ArgumentNullException.ThrowIfNull(definition);
        // Nodes are numbered, since an activity's id may hold characters and words that Mermaid keeps for itself.
        var nodes = definition
            .Activities.Select((activity, number) => (activity.Id, Node: $"n{number}"))
            .ToDictionary(pair => pair.Id, pair => pair.Node, StringComparer.Ordinal);
        var lines = new List<string> { "flowchart TD" };
        lines.AddRange(definition.Activities.Select(activity => $"  {nodes[activity.Id]}{Shape(activity)}"));
        lines.AddRange(
            definition.Connections.Select(connection =>
                $"  {nodes[connection.From]} -->|{Label(connection.Outcome)}| {nodes[connection.To]}"
            )
        );
        if (position is not null)
        {
            lines.Add("  classDef position fill:#fff7bf,stroke:#0b0c0c,stroke-width:4px,color:#0b0c0c");
            lines.Add($"  class {nodes[definition.Activity(position).Id]} position");
        }
        return string.Join('\n', lines) + "\n";
    }

    private static string Shape(Activity activity)
    {
        var label = Label(activity.Name);
        return activity.Type.Kind switch
        {
            StepKind.Waiting => $"([{label}])",
            StepKind.Ending => $"((({label})))",
            _ when activity.Type == StepCatalogue.Start => $"(({label}))",
            _ => $"[{label}]",
        };
    }

    private static string Label(string text)
    {
        var label = new StringBuilder("\"");
        var onlyDigitsSoFar = true;
        foreach (var rune in text.Trim().EnumerateRunes())
        {
            // "1. Check", "1) Check" and "- Check" would be drawn as a Markdown list.
            var plain = onlyDigitsSoFar ? " ,/('" : " ,/('.)-";
            if (Rune.IsLetterOrDigit(rune) || (rune.IsAscii && plain.Contains((char)rune.Value)))
                label.Append(rune);
            else if (Rune.IsWhiteSpace(rune))
                label.Append(' ');
            else
                label.Append(CultureInfo.InvariantCulture, $"#{rune.Value};");
            onlyDigitsSoFar &= Rune.IsDigit(rune);
        }
        return label.Append('"').ToString();
    }
}
