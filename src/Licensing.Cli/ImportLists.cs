using System.CommandLine;
using Licensing.Casework.Screening;
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
        var (state, database) = (WhichState.Option(), new WhichDatabase());
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
                return await WhichState.Load(
                    parsed.GetRequiredValue(state),
                    path,
                    error,
                    async (of, user, data) =>
                    {
                        var receipt = await services
                            .GetRequiredService<ImportReference>()
                            .Run(
                                user,
                                of,
                                new ReferenceGiven(
                                    data,
                                    parsed.GetRequiredValue(source),
                                    parsed.GetValue(retrieved),
                                    parsed.GetValue(review)
                                ),
                                TimeProvider.System.GetUtcNow(),
                                cancel
                            );
                        output.WriteLine(Told("loaded", receipt.Loaded));
                        output.WriteLine(Told("there already, exactly so", receipt.Unchanged));
                    },
                    cancel
                );
            }
        );
        return command;
    }

    private static string Told(string what, IReadOnlyList<string> names) =>
        $"{what}: {(names.Count == 0 ? "none" : string.Join(", ", names))}";
}
