using System.Globalization;
using Licensing.Journey;

const int AsWritten = 0;
const int Otherwise = 1;
const int NotReached = 2;

var address = new Uri("http://localhost:5080");
var files = new List<string>();
for (var i = 0; i < args.Length; i++)
    if (args[i] is "--help" or "-h")
        return Explain(AsWritten);
    else if (args[i] != "--url")
        files.Add(args[i]);
    else if (++i < args.Length && Uri.TryCreate(args[i], UriKind.Absolute, out var given))
        address = given;
    else
        return Explain(NotReached);

var now = DateTime.UtcNow;

// A licence uses up the authorisations that it draws on; a second run needs others.
var run = now.ToString("yyMMdd-HHmmss", CultureInfo.InvariantCulture);
var dossiers = new List<Dossier>();
try
{
    foreach (var file in files.Count > 0 ? files : DossierFile.Enclosed())
        dossiers.Add(DossierFile.Read(file, DateOnly.FromDateTime(now), run));
}
catch (DossierException e)
{
    Console.Error.WriteLine(e.Message);
    return NotReached;
}

using var door = new FrontDoor(address);
var journey = new CaseJourney(door, Console.Out);
var astray = new List<string>();
try
{
    foreach (var dossier in dossiers)
        if (await journey.Run(dossier) is { IsAsWritten: false } outcome)
            astray.Add(
                $"{dossier.Title}: it should end {outcome.Expected}, and came to {outcome.Reached?.ToString() ?? "a stop"}."
            );
}
catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
{
    Console.Error.WriteLine($"The system at {address} cannot be reached: {e.Message}");
    Console.Error.WriteLine("Start it with: dotnet run --project samples/Licensing.Demo");
    return NotReached;
}
catch (CannotSignInException e)
{
    Console.Error.WriteLine(e.Message);
    return NotReached;
}

Console.WriteLine($"\n{dossiers.Count - astray.Count} of {dossiers.Count} dossiers ended as they say.");
foreach (var line in astray)
    Console.WriteLine($"  {line}");
return astray.Count == 0 ? AsWritten : Otherwise;

static int Explain(int code)
{
    Console.WriteLine(
        """
        Takes dossiers through a running system, over its API, and prints each step.

          dotnet run --project samples/Licensing.Journey -- [--url http://localhost:5080] [dossier.json …]

        Without files: every dossier of samples/dossiers. Exit code 0: each ended as it says; 1: one did not; 2: the system cannot
        be reached, or a file cannot be read.
        """
    );
    return code;
}
