using System.CommandLine;
using Microsoft.Data.Sqlite;

namespace Licensing.Cli;

internal static class Backup
{
    public static Command Command()
    {
        var file = new Argument<string>("file")
        {
            Description = "Where the copy is to be; there must be no such file yet.",
        };
        var connection = new Option<string>("--connection")
        {
            Description = "Connection string of the SQLite database, e.g. \"Data Source=licensing.db\".",
            Required = true,
        };
        var command = new Command(
            "backup",
            "Copies a SQLite database while it is in use, and checks the copy. For PostgreSQL and SQL Server use their own tools."
        )
        {
            file,
            connection,
        };
        command.SetAction(parsed =>
            Run(
                parsed.GetRequiredValue(file),
                parsed.GetRequiredValue(connection),
                parsed.InvocationConfiguration.Output,
                parsed.InvocationConfiguration.Error
            )
        );
        return command;
    }

    private static int Run(string file, string connection, TextWriter output, TextWriter error)
    {
        if (File.Exists(file))
        {
            error.WriteLine($"{file} is there already: name another file, or move it away.");
            return LicensingCommand.Unreadable;
        }
        // Under another name until it is whole: what bears the name is a backup.
        var aside = $"{file}.part";
        try
        {
            using var source = new SqliteConnection(
                new SqliteConnectionStringBuilder(connection)
                {
                    Mode = SqliteOpenMode.ReadOnly,
                    Pooling = false,
                }.ConnectionString
            );
            source.Open();
            using (var copy = new SqliteConnection($"Data Source={aside};Pooling=False"))
            {
                copy.Open();
                source.BackupDatabase(copy);
                using var check = copy.CreateCommand();
                check.CommandText = "PRAGMA integrity_check";
                if (check.ExecuteScalar() as string is not "ok" and var mistake)
                    throw new InvalidDataException($"The copy is damaged: {mistake}");
            }
            File.Move(aside, file);
            output.WriteLine($"{file}: {new FileInfo(file).Length} bytes, checked.");
            return LicensingCommand.Done;
        }
        catch (Exception mistake)
            when (mistake
                    is SqliteException
                        or IOException
                        or UnauthorizedAccessException
                        or InvalidDataException
                        or ArgumentException
            )
        {
            if (File.Exists(aside))
                File.Delete(aside);
            error.WriteLine(mistake.Message);
            return LicensingCommand.Unreadable;
        }
    }
}
