using System.Text.Json.Nodes;
using Licensing.Casework.Storage;
using Licensing.Journey;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Demo;

/// <summary>Gives a newcomer cases to look at, in every position. They are made as anybody would make them: over the API, by the
/// people whose acts they are.</summary>
public static class DemoCases
{
    /// <summary>Takes the enclosed dossiers through the application, which must be listening. Does nothing where there are cases.</summary>
    /// <returns>What came of each; empty when nothing was done.</returns>
    public static async Task<IReadOnlyList<Outcome>> Bring(WebApplication app, Uri address)
    {
        await using var db = app.Services.GetRequiredService<Database>().Open();
        if (await db.Cases.AnyAsync())
            return [];
        var clock = app.Services.GetRequiredService<TimeProvider>();
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        using var door = new FrontDoor(address);
        await LoadLists(door, today);
        var journey = new CaseJourney(door, TextWriter.Null);
        var outcomes = new List<Outcome>();
        Console.Write("  First start: making cases to look at ");
        foreach (var file in DossierFile.Enclosed())
        {
            outcomes.Add(await journey.Run(DossierFile.Read(file, today)));
            Console.Write('.');
        }
        Console.WriteLine($" {outcomes.Count(o => o.IsAsWritten)} of {outcomes.Count}.");
        return outcomes;
    }

    // Fictional samples, dated: the product itself is shipped with none.
    private static async Task LoadLists(FrontDoor door, DateOnly today)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "screening", "reference.json");
        var data = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
        var administrator = await door.SignIn("administrator@qm.example");
        var answer = await administrator.LoadReference(data, today);
        if (!answer.IsDone)
            throw new InvalidOperationException($"The sample lists could not be loaded: {answer.Json}");
    }
}
