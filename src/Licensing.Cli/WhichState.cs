using System.CommandLine;
using System.Text.Json;
using Licensing.Casework.Acts;
using Licensing.Domain.States;

namespace Licensing.Cli;

/// <summary>Files that are loaded for one State's authority.</summary>
internal static class WhichState
{
    public static Option<string> Option() =>
        new("--state") { Description = "The State that uses them, e.g. QM.", Required = true };

    /// <summary>Reads the file and hands it over; says what is wrong with it, or with the State.</summary>
    /// <param name="load">State, who does it as the history is to name it, what is in the file.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> Load(
        string state,
        string path,
        TextWriter error,
        Func<Country, string, JsonElement, Task> load,
        CancellationToken cancel
    )
    {
        if (!Country.TryParse(state, out var of))
        {
            error.WriteLine($"--state: \"{state}\" is no State: write it as two letters, e.g. QM.");
            return LicensingCommand.Unreadable;
        }
        try
        {
            using var data = JsonDocument.Parse(await File.ReadAllTextAsync(path, cancel));
            await load(of, $"{Environment.UserName} at the command line", data.RootElement);
            return LicensingCommand.Done;
        }
        catch (MalformedException mistake)
        {
            foreach (var problem in mistake.Problems)
                error.WriteLine($"{path}: {problem.Field}: {problem.Text}");
        }
        catch (NotFoundException)
        {
            error.WriteLine($"--state: no authority of {of} works here.");
        }
        catch (Exception mistake) when (mistake is JsonException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"{path}: {mistake.Message}");
        }
        return LicensingCommand.Unreadable;
    }
}
