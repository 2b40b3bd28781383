using System.CommandLine;
using Licensing.Casework;
using Licensing.Casework.Publishing;
using Licensing.Casework.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Licensing.Cli;

internal static class Migrate
{
    public static Command Command()
    {
        var connection = LicensingCommand.Connection();
        var folder = LicensingCommand.Folder();
        var command = new Command(
            "migrate",
            "Brings a database to the version of this program and publishes the procedures and policies of a folder into it."
        )
        {
            folder,
            connection,
        };
        command.SetAction(
            (parsed, cancel) =>
                Run(
                    parsed.GetRequiredValue(connection),
                    parsed.GetRequiredValue(folder),
                    parsed.InvocationConfiguration.Output,
                    parsed.InvocationConfiguration.Error,
                    cancel
                )
        );
        return command;
    }

    private static async Task<int> Run(
        string connection,
        string folder,
        TextWriter output,
        TextWriter error,
        CancellationToken cancel
    )
    {
        await using var services = new ServiceCollection().AddCasework(connection).BuildServiceProvider();
        await using (var db = services.GetRequiredService<Database>().Open())
        {
            var pending = (await db.Database.GetPendingMigrationsAsync(cancel)).ToList();
            await db.Database.MigrateAsync(cancel);
            output.WriteLine($"{pending.Count} migrations applied.");
        }
        try
        {
            var publish = services.GetRequiredService<PublishWorkflows>();
            output.WriteLine(
                $"{await publish.Run(folder, TimeProvider.System.GetUtcNow(), cancel)} versions published."
            );
            return LicensingCommand.Done;
        }
        catch (CannotPublishException refusal)
        {
            error.WriteLine(refusal.Message);
            return LicensingCommand.HasMistakes;
        }
    }
}
