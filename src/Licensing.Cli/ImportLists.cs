using System.CommandLine;
using System.Text.Json;
using Licensing.Casework;
using Licensing.Casework.Acts;
using Licensing.Casework.Screening;
using Licensing.Domain.States;
using Microsoft.Extensions.DependencyInjection;

namespace Licensing.Cli;

/// <summary>Loads lists of embargoes, sanctions, risks, denials and the tables of the screening.</summary>
internal static class ImportLists
{
    public static Command Command()
    {
        var lists = new Command("lists", "The reference data of the screening for diversion risk.");
        lists.Subcommands.Add(Import());
        return lists;
    }

    private static Command Import()
    {
        var file = new Argument<string>("file")
        {
            Description = "Lists and tables as JSON, as in samples/screening; only those that are in it are loaded.",
        };
        var state = new Option<string>("--state")
        {
            Description = "The State that uses them, e.g. QM.",
            Required = true,
        };
        var source = new Option<string>("--source")
        {
            Description = "Where they come from, in words.",
            Required = true,
        };
        var retrieved = new Option<DateOnly>("--retrieved-on")
        {
            Description = "The day on which they were fetched from there, e.g. 2026-11-28.",
            CustomParser = Clock.Day,
            Required = true,
        };
        var review = new Option<DateOnly?>("--review-by")
        {
            Description = "The last day on which they may be used without being looked through again. Left out: none.",
            CustomParser = result => Clock.Day(result),
        };
        var database = new WhichDatabase();
        var command = new Command(
            "import",
            "Loads lists and tables. Nothing is overwritten: they hold from today on, and cases that run are screened again with them."
        )
        {
            file,
            state,
            source,
            retrieved,
            review,
        };
        database.AddTo(command);
        command.SetAction(
            async (parsed, cancel) =>
            {
                await using var services = database.Open(parsed);
                var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
                var path = parsed.GetRequiredValue(file);
                if (!Country.TryParse(parsed.GetRequiredValue(state), out var of))
                {
                    error.WriteLine(
                        $"--state: \"{parsed.GetValue(state)}\" is no State: write it as two letters, e.g. QM."
                    );
                    return LicensingCommand.Unreadable;
                }
                try
                {
                    using var data = JsonDocument.Parse(await File.ReadAllTextAsync(path, cancel));
                    var receipt = await services
                        .GetRequiredService<ImportReference>()
                        .Run(
                            $"{Environment.UserName} at the command line",
                            of,
                            new ReferenceGiven(
                                data.RootElement,
                                parsed.GetRequiredValue(source),
                                parsed.GetValue(retrieved),
                                parsed.GetValue(review)
                            ),
                            TimeProvider.System.GetUtcNow(),
                            cancel
                        );
                    output.WriteLine(Told("loaded", receipt.Loaded));
                    output.WriteLine(Told("there already, exactly so", receipt.Unchanged));
                    return LicensingCommand.Done;
                }
                catch (MalformedException mistake)
                {
                    foreach (var problem in mistake.Problems)
                        error.WriteLine($"{path}: {problem.Field}: {problem.Text}");
                }
                catch (NotFoundException)
                {
                    error.WriteLine($"--state: no authority of {of} works here.");
                }
                catch (Exception mistake) when (mistake is JsonException or IOException or UnauthorizedAccessException)
                {
                    error.WriteLine($"{path}: {mistake.Message}");
                }
                return LicensingCommand.Unreadable;
            }
        );
        return command;
    }

    private static string Told(string what, IReadOnlyList<string> names) =>
        $"{what}: {(names.Count == 0 ? "none" : string.Join(", ", names))}";
}
