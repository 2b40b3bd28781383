using System.CommandLine;
using System.Text.Json;
using Licensing.Casework;
using Licensing.Casework.Setup;
using Microsoft.Extensions.DependencyInjection;

namespace Licensing.Cli;

internal static class FillDirectoryFrom
{
    public static Command Command()
    {
        var file = new Argument<string>("file")
        {
            Description = "States, authorities, companies and people as one JSON file.",
        };
        var database = new WhichDatabase();
        var command = new Command(
            "fill-directory",
            "Adds the States, authorities, companies and people of a file to a database. What is there already is left as it is."
        )
        {
            file,
        };
        database.AddTo(command);
        command.SetAction(
            async (parsed, cancel) =>
            {
                await using var services = database.Open(parsed);
                return await Run(
                    parsed.GetRequiredValue(file),
                    services,
                    parsed.InvocationConfiguration.Output,
                    parsed.InvocationConfiguration.Error,
                    cancel
                );
            }
        );
        return command;
    }

    private static async Task<int> Run(
        string path,
        ServiceProvider services,
        TextWriter output,
        TextWriter error,
        CancellationToken cancel
    )
    {
        try
        {
            var file = Wire.Read<DirectoryFile>(await File.ReadAllTextAsync(path, cancel));
            var added = await services
                .GetRequiredService<FillDirectory>()
                .Run(file, TimeProvider.System.GetUtcNow(), cancel);
            output.WriteLine($"{added} rows added.");
            return LicensingCommand.Done;
        }
        catch (Exception mistake) when (mistake is JsonException or InvalidDataException or IOException)
        {
            error.WriteLine($"{path}: {mistake.Message}");
            return LicensingCommand.Unreadable;
        }
    }
}
