namespace Licensing.Domain.Screening;

/// <summary>A rule of the catalogue: its id, the method that finds what it is about, and the parameters that the method reads.</summary>
/// <param name="Finds">Yields a sign for each thing it finds, what it lacks where it cannot tell, and nothing when it is clear.</param>
public sealed record Rule(
    string Id,
    Func<Facts, Parameters, IEnumerable<Result>> Finds,
    params IReadOnlyList<Parameter> Parameters
);
