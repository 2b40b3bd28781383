using System.CommandLine;
using Licensing.Casework.Steps;
using Licensing.Workflow;

namespace Licensing.Cli;

internal static class DrawWorkflow
{
    public static Command Command()
    {
        var file = new Argument<string>("file")
        {
            Description = "A procedure, e.g. workflows/export-authorisation.json.",
        };
        var at = new Option<string?>("--at") { Description = "Id of an activity to mark as the position of a case." };
        var command = new Command("draw-workflow", "Prints a procedure as a Mermaid diagram.") { file, at };
        command.SetAction(parsed =>
            Run(
                parsed.GetRequiredValue(file),
                parsed.GetValue(at),
                parsed.InvocationConfiguration.Output,
                parsed.InvocationConfiguration.Error
            )
        );
        return command;
    }

    private static int Run(string path, string? at, TextWriter output, TextWriter error)
    {
        if (!File.Exists(path))
        {
            error.WriteLine($"There is no file {path}.");
            return LicensingCommand.Unreadable;
        }
        var reading = ProcedureReader.Read(File.ReadAllText(path), Catalogue.Types);
        if (reading.Definition is not { } procedure)
        {
            foreach (var mistake in reading.Mistakes)
                error.WriteLine(mistake.Activity is null ? mistake.Text : $"{mistake.Activity}: {mistake.Text}");
            return LicensingCommand.HasMistakes;
        }
        if (at is not null && procedure.Activities.All(a => a.Id != at))
        {
            error.WriteLine($"There is no activity {at} in {path}.");
            return LicensingCommand.Unreadable;
        }
        output.Write(Mermaid.Draw(procedure, at));
        return LicensingCommand.Done;
    }
}
