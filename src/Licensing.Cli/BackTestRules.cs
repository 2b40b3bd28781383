using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Licensing.Casework.Screening;
using Licensing.Domain.States;
using Microsoft.Extensions.DependencyInjection;

namespace Licensing.Cli;

/// <summary>Replays a candidate rule set over every past decision.</summary>
internal static class BackTestRules
{
    public static Command Command()
    {
        var rules = new Option<string>("--rules")
        {
            Description = "The candidate: a rule set, as in workflows/screening.",
            Required = true,
        };
        var state = new Option<string?>("--state") { Description = "Of one State alone, e.g. QM. Left out: of all." };
        var format = new Option<string>("--format")
        {
            Description = "json or text.",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("json", "text");
        var database = new WhichDatabase();
        var command = new Command(
            "backtest",
            "Replays a candidate rule set over every past decision with what was known then: flags gained and lost, other bands, alert load. It changes nothing."
        )
        {
            rules,
            state,
            format,
        };
        database.AddTo(command);
        command.SetAction(
            async (parsed, cancel) =>
            {
                var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
                var (file, of) = (parsed.GetRequiredValue(rules), (Country?)null);
                if (parsed.GetValue(state) is { } given && !Country.TryParse(given, out of))
                {
                    error.WriteLine($"--state: \"{given}\" is no State: write it as two letters, e.g. QM.");
                    return LicensingCommand.Unreadable;
                }
                try
                {
                    var candidate = ReadRuleSet.RuleSetIn(await File.ReadAllTextAsync(file, cancel), file);
                    await using var services = database.Open(parsed);
                    var report = await services.GetRequiredService<BackTest>().Run(candidate, of, cancel);
                    output.WriteLine(
                        parsed.GetRequiredValue(format) == "json"
                            ? JsonSerializer.Serialize(report, Casework.Wire.Options)
                            : Text(report)
                    );
                    return LicensingCommand.Done;
                }
                catch (Exception mistake)
                    when (mistake is IOException or UnauthorizedAccessException or UnreadableException)
                {
                    error.WriteLine(mistake.Message);
                    return LicensingCommand.Unreadable;
                }
            }
        );
        return command;
    }

    private static string Text(BackTestReport it)
    {
        var text = new StringBuilder();
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"{it.RuleSet} version {it.Version} over {it.Decisions} decisions in {it.Seconds} seconds, at most {it.PeakBytes / 1_000_000} MB."
        );
        if (it.NotScreened > 0)
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"{it.NotScreened} more decisions were taken without a screening: they cannot be replayed."
            );
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"Flags above information per decision: {it.AlertsBefore} before, {it.AlertsAfter} with the candidate."
        );
        foreach (var rule in it.Rules)
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"{rule.Rule}: {Cases("gained", rule.Gained)}{(rule.Gained.Count > 0 && rule.Lost.Count > 0 ? "; " : "")}{Cases("lost", rule.Lost)}"
            );
        foreach (var band in it.Bands)
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"{band.Case} ({Casework.Words.Of(band.Verdict)}): {band.Before} before, {band.After} with the candidate."
            );
        if (it.Rules.Count == 0)
            text.AppendLine("No flag would have been another.");
        return text.ToString().TrimEnd();
    }

    private static string Cases(string what, IReadOnlyList<string> cases) =>
        cases.Count == 0 ? "" : $"{what} in {cases.Count}: {string.Join(", ", cases)}";
}
