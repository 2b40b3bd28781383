namespace Licensing.Domain.Screening;

/// <summary>A rule of the catalogue: its id, the method that finds what it is about, and the parameters that the method reads.</summary>
/// <param name="Finds">Yields a sign for each thing it finds, what it lacks where it cannot tell, and nothing when it is clear.</param>
public sealed record Rule(
    string Id,
    Func<Facts, Parameters, IEnumerable<Result>> Finds,
    params IReadOnlyList<Parameter> Parameters
)
{
    /// <summary>A rule about the goods of the case: it cannot tell while the lines, or the kind of one of them, are not known.</summary>
    public static Rule OfGoods(
        string id,
        Func<Facts, Parameters, IEnumerable<Result>> finds,
        params IReadOnlyList<Parameter> parameters
    ) =>
        new(
            id,
            (facts, its) =>
                facts.Case.Lines is null
                    ? [Result.Missing("case.lines")]
                    :
                    [
                        .. finds(facts, its),
                        .. facts
                            .Lines.Where(l => l.Line.PartType is null)
                            .Select(l => Result.Missing($"{l.Place}.part_type")),
                    ],
            parameters
        );
}
