using System.CommandLine;
using Licensing.Casework.Publishing;
using Licensing.Casework.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace Licensing.Cli;

internal static class Migrate
{
    public static Command Command()
    {
        var database = new WhichDatabase();
        var folder = LicensingCommand.Folder();
        var script = new Option<bool>("--script")
        {
            Description = "Print the SQL instead of running it. It may be run again: it does what is still to be done.",
        };
        var command = new Command(
            "migrate",
            "Brings a database to the version of this program and publishes the procedures, policies and calendars of a folder into it."
        )
        {
            folder,
            script,
        };
        database.AddTo(command);
        command.SetAction(
            async (parsed, cancel) =>
            {
                await using var services = database.Open(parsed);
                var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
                if (!parsed.GetValue(script))
                    return await Run(services, parsed.GetRequiredValue(folder), output, error, cancel);
                if (database.Of(parsed).Provider == DatabaseProvider.Sqlite)
                {
                    error.WriteLine("SQLite cannot ask in a script what has been done: run migrate without --script.");
                    return LicensingCommand.Unreadable;
                }
                output.Write(Script(services));
                return LicensingCommand.Done;
            }
        );
        return command;
    }

    /// <summary>The whole script, from an empty database on; each step asks whether it has been done.</summary>
    internal static string Script(IServiceProvider services)
    {
        using var db = services.GetRequiredService<Database>().Open();
        return db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
    }

    private static async Task<int> Run(
        ServiceProvider services,
        string folder,
        TextWriter output,
        TextWriter error,
        CancellationToken cancel
    )
    {
        await using (var db = services.GetRequiredService<Database>().Open())
        {
            output.WriteLine($"{await Schema.Upgrade(db, cancel)} migrations applied.");
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
