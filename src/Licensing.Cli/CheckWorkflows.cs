using System.CommandLine;
using Licensing.Casework.Checking;
using Licensing.Casework.Publishing;

namespace Licensing.Cli;

internal static class CheckWorkflows
{
    public static Command Command()
    {
        var folder = LicensingCommand.Folder();
        var command = new Command(
            "check-workflows",
            "Reads every procedure, policy profile and calendar and lists every mistake. Where there is none, it explores every state that the procedures can reach, under each profile, and tells the shortest story that breaks what must hold."
        )
        {
            folder,
        };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(folder), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(string folder, TextWriter output)
    {
        var read = WorkflowFolder.Read(folder);
        foreach (var file in read.Files)
            output.WriteLine($"{file.FileName}: {file.Id} version {file.Version}, no mistakes");
        foreach (var mistake in read.Mistakes)
            output.WriteLine(mistake);
        if (read.Mistakes.Count > 0)
            output.WriteLine($"{read.Mistakes.Count} {(read.Mistakes.Count == 1 ? "mistake" : "mistakes")}.");
        // What cannot be read cannot be explored.
        return read.Mistakes.Count == 0 && CheckProcedures.Run(read, output)
            ? LicensingCommand.Done
            : LicensingCommand.HasMistakes;
    }
}
