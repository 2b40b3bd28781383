using Licensing.Domain.Temporary;

namespace Licensing.Domain.Policies;

/// <summary>A simplified procedure for temporary movements, which Art. 10(6) permits and a State's own law makes.</summary>
/// <param name="Purposes">For which lawful purposes.</param>
/// <param name="Instrument">The law that makes it.</param>
/// <param name="Findings">Names of the rules of Art. 10(2) and (3) whose findings it dispenses with, among <see cref="Possible"/>.</param>
public sealed record Simplification(
    IReadOnlyList<TemporaryPurpose> Purposes,
    string Instrument,
    IReadOnlyList<string> Findings
)
{
    private const string ImportLicensed = "importing-state-has-licensed";
    private const string LineDraws = "line-draws-on-authorisations";

    /// <summary>What can be dispensed with: another State's word, asked for beforehand. What a State has said all the same stands.</summary>
    public static readonly IReadOnlyList<string> Possible =
    [
        ImportLicensed,
        LineDraws,
        "transit-state-has-not-objected",
        "import-information-sent-in-advance",
    ];

    public bool AppliesTo(TemporaryMovement movement) => Purposes.Contains(movement.Purpose);

    /// <summary>Every mistake in it, by member.</summary>
    internal IEnumerable<string> Mistakes()
    {
        if (Purposes is not { Count: > 0 })
            yield return "purposes names none";
        else if (Purposes.Contains(TemporaryPurpose.Other))
            yield return "purposes must name each purpose: what is simplified for any other is simplified for all";
        if (string.IsNullOrWhiteSpace(Instrument))
            yield return "instrument is missing: Art. 10(6) permits a simplification and makes none";
        if (Findings is not { Count: > 0 })
            yield return "findings names none";
        foreach (var unknown in (Findings ?? []).Except(Possible))
            yield return $"findings: {unknown} is not one that can be simplified ({string.Join(", ", Possible)})";
        // Goods that no authorisation need be issued for cannot draw on one when they leave.
        if (Findings?.Contains(ImportLicensed) == true && !Findings.Contains(LineDraws))
            yield return $"findings: {ImportLicensed} needs {LineDraws} beside it";
    }
}
