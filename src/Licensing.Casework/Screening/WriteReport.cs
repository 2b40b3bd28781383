using System.Text.Json;
using System.Text.Json.Nodes;
using Licensing.Domain.Screening;

namespace Licensing.Casework.Screening;

/// <summary>A report of screening as JSON and as text.</summary>
public static class WriteReport
{
    /// <param name="id">Of the dossier in a file that holds several; null leaves it out.</param>
    public static JsonObject AsJson(ScreeningReport report, string? id = null)
    {
        var json = new JsonObject();
        if (id is not null)
            json["id"] = id;
        json["flags"] = new JsonArray([.. report.Flags.Select(Flag)]);
        json["notAssessed"] = new JsonArray([
            .. report.NotAssessed.Select(n => new JsonObject { ["rule"] = n.Rule, ["missing"] = Json(n.Missing) }),
        ]);
        json["score"] = report.Score.Points;
        json["band"] = report.Score.Band;
        json["blocked"] = report.Score.IsBlocked;
        json["disposition"] = report.Score.Disposition;
        return json;
    }

    public static string AsText(ScreeningReport report, string? id = null)
    {
        var score = report.Score;
        var lines = new List<string>
        {
            $"{(id is null ? "" : $"{id}: ")}{score.Disposition} (score {score.Points}, band {score.Band}{(score.IsBlocked ? ", a gate is closed" : "")})",
        };
        foreach (var flag in report.Flags.OrderByDescending(f => f.Severity))
        {
            lines.Add($"  {flag.Severity.ToString().ToLowerInvariant()}: {flag.Text} [{flag.Rule}]");
            if (flag.Severity > Severity.Info)
                lines.Add($"    what to do: {flag.OfficerAction}");
        }
        foreach (var one in report.NotAssessed)
            lines.Add($"  not assessed: {one.Rule}, because it is not known: {string.Join(", ", one.Missing)}");
        return string.Join('\n', lines);
    }

    private static JsonObject Flag(Flag flag)
    {
        var evidence = flag.Evidence;
        return new JsonObject
        {
            ["rule"] = flag.Rule,
            ["severity"] = Json(flag.Severity),
            ["stage"] = Json(flag.Stage),
            ["text"] = flag.Text,
            ["evidence"] = new JsonObject
            {
                ["rule_version"] = evidence.RuleVersion,
                ["ruleset"] = evidence.Ruleset,
                ["case"] = evidence.Case,
                ["as_of"] = Json(evidence.AsOf),
                ["computed"] = Json(evidence.Computed),
                ["thresholds"] = Json(evidence.Thresholds.Values),
                ["inputs"] = Json(evidence.Inputs),
                ["link_path"] = Json(evidence.LinkPath),
                ["reference_data"] = Json(evidence.ReferenceData),
                ["sources"] = Json(evidence.Sources),
                ["further"] = new JsonArray([
                    .. evidence.Further.Select(s => new JsonObject
                    {
                        ["severity"] = Json(s.Severity),
                        ["text"] = s.Text,
                        ["computed"] = Json(s.Evidence.Computed),
                        ["inputs"] = Json(s.Evidence.Inputs),
                        ["link_path"] = Json(s.Evidence.LinkPath),
                    }),
                ]),
                ["officer_action"] = flag.OfficerAction,
                ["false_positives"] = flag.FalsePositives,
                ["may_be_cleared_by"] = flag.MayBeClearedBy,
            },
        };
    }

    private static JsonNode? Json<T>(T value) => JsonSerializer.SerializeToNode(value, ScreeningJson.Options);
}
