using System.CommandLine;
using System.Text.Json.Nodes;
using Licensing.Casework;
using Licensing.Casework.Screening;
using Licensing.Domain.Screening;
using Licensing.Domain.States;

namespace Licensing.Cli;

/// <summary>Screens a dossier for diversion risk, away from any database.</summary>
internal static class Screen
{
    public static Command Command()
    {
        var dossier = new Argument<string>("dossier")
        {
            Description = "A dossier, or a file with several in \"scenarios\".",
        };
        var reference = new Option<string>("--reference")
        {
            Description = "The reference data, or a file that holds them in \"reference_data\".",
            Required = true,
        };
        var rules = new Option<string?>("--rules")
        {
            Description = "A rule set; left out: the newest in workflows/screening.",
        };
        var profile = new Option<string?>("--profile")
        {
            Description =
                "The reading of the law to screen under; left out: workflows/screening/profiles/simplified-temporary.json, which "
                + "waives import authorisation and transit notice for temporary movements with a lawful purpose.",
        };
        var format = new Option<string>("--format")
        {
            Description = "json or text.",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("json", "text");
        var command = new Command(
            "screen",
            "Screens a dossier for diversion risk: flags, what could not be assessed, score and band."
        )
        {
            dossier,
            reference,
            rules,
            profile,
            format,
        };
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            try
            {
                output.WriteLine(
                    Run(
                        parsed.GetRequiredValue(dossier),
                        parsed.GetRequiredValue(reference),
                        RuleSet(parsed.GetValue(rules)),
                        Profile(parsed.GetValue(profile)),
                        parsed.GetRequiredValue(format) == "json"
                    )
                );
                return LicensingCommand.Done;
            }
            catch (Exception mistake)
                when (mistake is IOException or UnauthorizedAccessException or UnreadableException)
            {
                error.WriteLine(mistake.Message);
                return LicensingCommand.Unreadable;
            }
        });
        return command;
    }

    private static string Run(
        string dossierFile,
        string referenceFile,
        RuleSet rules,
        ScreeningProfile profile,
        bool asJson
    )
    {
        var dossiers = ReadScreening.DossiersIn(TextOf(dossierFile, "dossier"), dossierFile);
        RequireAuthority(dossiers, rules, dossierFile);
        var reference = ReadScreening.ReferenceIn(TextOf(referenceFile, "--reference"), referenceFile);
        var reports = dossiers
            .All.Select(d => (Id: dossiers.IsMany ? d.Id : null, Report: ScreeningRun.Of(d, reference, rules, profile)))
            .ToList();
        if (!asJson)
            return string.Join('\n', reports.Select(r => WriteReport.AsText(r.Report, r.Id)));
        var json = reports.Select(r => (JsonNode)WriteReport.AsJson(r.Report, r.Id)).ToArray();
        return (dossiers.IsMany ? new JsonArray(json) : json[0]).ToJsonString(ScreeningJson.Options);
    }

    // Whose overrides count is not guessed: one that is passed over might be the one that raises the alarm.
    private static void RequireAuthority(ReadScreening.Dossiers dossiers, RuleSet rules, string file)
    {
        var states = rules.Overrides.Select(o => o.State).OfType<string>().Distinct().ToList();
        if (states.Count == 0)
            return;
        var mistakes = dossiers
            .All.Select((d, i) => (d.Authority, Place: dossiers.IsMany ? $"scenarios[{i}].authority" : "authority"))
            .Where(d => !(Country.TryParse(d.Authority, out var state) && state.Code == d.Authority))
            .Select(d =>
                $"{d.Place}: must be the two-letter code of the State that judges, as QM: the rule set has overrides of "
                + string.Join(", ", states)
            )
            .ToList();
        if (mistakes.Count > 0)
            throw new UnreadableException(file, mistakes);
    }

    private static RuleSet RuleSet(string? file) =>
        file is not null
            ? ReadRuleSet.RuleSetIn(TextOf(file, "--rules"), file)
            : Directory
                .EnumerateFiles(Folder(), "*.json")
                .Select(f => ReadRuleSet.RuleSetIn(File.ReadAllText(f), f))
                .OrderByDescending(r => r.ValidFrom)
                .ThenByDescending(r => r.Version)
                .FirstOrDefault()
                ?? throw new FileNotFoundException($"There is no rule set in {Folder()}: give one with --rules.");

    private static ScreeningProfile Profile(string? file)
    {
        var path = file ?? Path.Combine(Folder(), "profiles", "simplified-temporary.json");
        return ReadRuleSet.ProfileIn(TextOf(path, "--profile"), path);
    }

    private static string TextOf(string file, string argument) =>
        string.IsNullOrWhiteSpace(file)
            ? throw new UnreadableException(argument, ["no file is named"])
            : File.ReadAllText(file);

    // In the folder where one works, as for the other commands, or else next to the program.
    private static string Folder() =>
        new[] { "workflows", Path.Combine(AppContext.BaseDirectory, "workflows") }
            .Select(w => Path.Combine(w, "screening"))
            .FirstOrDefault(Directory.Exists)
        ?? throw new DirectoryNotFoundException("There is no folder workflows/screening, here or next to the program.");
}
