using Licensing.Domain.Policies;

namespace Licensing.Domain.Screening;

/// <summary>The reading of the law under which a case is screened. The rules report what the gate finds under it; none of them has an
/// exemption of its own.</summary>
/// <param name="Simplifications">Art. 10(6) permits simplified procedures and makes none: empty under the strict reading.</param>
/// <param name="ArrangementLifts">Findings that an arrangement in favour of a landlocked State lifts for the States it covers, besides the
/// notice of Art. 10(2)(b), which the gate itself leaves to it.</param>
public sealed record ScreeningProfile(
    PolicyProfile Policy,
    IReadOnlyList<Simplification> Simplifications,
    IReadOnlyList<string> ArrangementLifts
);

/// <summary>What a profile dispenses with for temporary movements.</summary>
/// <param name="Purposes">Lawful purposes, as dossiers name them.</param>
/// <param name="Instrument">The law that makes the simplification.</param>
/// <param name="Findings">Names of the gate's rules whose findings it dispenses with.</param>
public sealed record Simplification(IReadOnlyList<string> Purposes, string Instrument, IReadOnlyList<string> Findings)
{
    /// <summary>A declared purpose and a day of return, and no goods that are to stay.</summary>
    public bool AppliesTo(CaseSnapshot it) =>
        it.SimplifiedProcedure is { Purpose: { } purpose, ReturnBy: not null }
        && Purposes.Contains(purpose, StringComparer.OrdinalIgnoreCase)
        && it.Lines?.All(l => l.Temporary != false) is true;
}
