using System.CommandLine;

namespace Licensing.Cli;

/// <summary>The command line. Exit codes: 0 done, 1 what was checked has mistakes, 2 what was given cannot be read.</summary>
public static class LicensingCommand
{
    public static RootCommand Make() =>
        new("Licensing of arms transfers under Article 10 of the Firearms Protocol, at the command line.")
        {
            CheckWorkflows.Command(),
            DrawWorkflow.Command(),
            Clock.Command(),
            Migrate.Command(),
            FillDirectoryFrom.Command(),
            Doctor.Command(),
            Backup.Command(),
            Screen.Command(),
            ImportLists.Command(),
            ImportRegisters.Command(),
            BackTestRules.Command(),
        };

    internal const int Done = 0;
    internal const int HasMistakes = 1;
    internal const int Unreadable = 2;

    internal static Argument<string> Folder() =>
        new("folder")
        {
            Description =
                "Folder with the procedures and, in policies/ and calendars/, the policy profiles and calendars.",
            DefaultValueFactory = _ => "workflows",
        };
}
