using Licensing.Casework.Storage;

namespace Licensing.Endurance;

/// <summary>Nodes on which another engine moves the cases.</summary>
/// <param name="Program">The program that each node runs, in the place of the demo.</param>
/// <param name="Arguments">For it.</param>
/// <param name="AtTheEnd">Looks at the engine once the cases have come to rest, with the database and the data folder.</param>
public sealed record OtherEngine(
    string Program,
    IReadOnlyList<string> Arguments,
    Func<DatabaseChoice, string, CancellationToken, Task<FoundInEngine>> AtTheEnd
);

/// <param name="Told">For the report.</param>
/// <param name="Broken">A line for everything that does not hold.</param>
public sealed record FoundInEngine(string Told, IReadOnlyList<string> Broken);
