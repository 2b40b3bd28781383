using Licensing.Domain.Policies;

namespace Licensing.Domain.Screening;

/// <summary>The reading of the law under which a case is screened. The rules report what the gate finds under it; none of them has an
/// exemption of its own.</summary>
/// <param name="ArrangementLifts">Findings that an arrangement in favour of a landlocked State lifts for the States it covers, besides the
/// notice of Art. 10(2)(b), which the gate itself leaves to it.</param>
public sealed record ScreeningProfile(PolicyProfile Policy, IReadOnlyList<string> ArrangementLifts);
