using System.CommandLine;
using Licensing.Casework;
using Licensing.Casework.Registers;
using Microsoft.Extensions.DependencyInjection;

namespace Licensing.Cli;

/// <summary>Loads entries of other agencies into the registers that the screening reads.</summary>
internal static class ImportRegisters
{
    public static Command Command()
    {
        var registers = new Command("registers", "What an authority knows beside its cases; the screening reads it.");
        registers.Subcommands.Add(Import());
        return registers;
    }

    private static Command Import()
    {
        var file = new Argument<string>("file")
        {
            Description =
                $"JSON: by name of register, a list of entries. The registers are {Words.And(Register.All.Select(r => r.Name))}.",
        };
        var source = new Option<string>("--source")
        {
            Description = "Where they come from, in words.",
            Required = true,
        };
        var (state, database) = (WhichState.Option(), new WhichDatabase());
        var command = new Command(
            "import",
            "Loads entries. They count at once, but for those that could quieten a rule, which await an officer; what is there already, exactly so, stays as it is."
        )
        {
            file,
            state,
            source,
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
                            .GetRequiredService<KeepRegisters>()
                            .Load(
                                user,
                                of,
                                new EntriesGiven(data, parsed.GetRequiredValue(source)),
                                TimeProvider.System.GetUtcNow(),
                                cancel
                            );
                        output.WriteLine(
                            $"loaded: {(receipt.Loaded.Count == 0 ? "none" : string.Join(", ", receipt.Loaded.Select(l => $"{l.Key} ({l.Value})")))}"
                        );
                        output.WriteLine($"there already, exactly so: {receipt.Unchanged}");
                    },
                    cancel
                );
            }
        );
        return command;
    }
}
