using System.CommandLine;
using Licensing.Casework.Setup;
using Microsoft.Extensions.DependencyInjection;

namespace Licensing.Cli;

internal static class Doctor
{
    public static Command Command()
    {
        var database = new WhichDatabase();
        var command = new Command(
            "doctor",
            "Looks a deployment over: schema, clock, directory, stuck or overdue cases, unsent notices. It changes nothing."
        );
        database.AddTo(command);
        command.SetAction(
            async (parsed, cancel) =>
            {
                await using var services = database.Open(parsed);
                var found = await services.GetRequiredService<Checkup>().Run(cancel);
                foreach (var diagnosis in found)
                    parsed.InvocationConfiguration.Output.WriteLine(diagnosis);
                return found.All(d => d.IsWell) ? LicensingCommand.Done : LicensingCommand.HasMistakes;
            }
        );
        return command;
    }
}
