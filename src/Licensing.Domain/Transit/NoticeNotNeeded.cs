using Licensing.Domain.Applications;
using Licensing.Domain.Policies;
using Licensing.Domain.Routes;

namespace Licensing.Domain.Transit;

/// <summary>What stands in the place of a transit State's notice: an arrangement that favours a landlocked State, Art. 10(2)(b), or the
/// exemption of the profile's law for goods that stay on board. Either dispenses with a notice; neither overrules a State that has spoken
/// all the same, nor does it dispense with the information of Art. 10(3).</summary>
public static class NoticeNotNeeded
{
    /// <returns>Why, in words; null where the State must give notice.</returns>
    public static string? Because(
        IEnumerable<LandlockedArrangement> arrangements,
        PolicyProfile profile,
        Consignment consignment,
        Passage passage,
        TransitClearance? clearance
    )
    {
        if (clearance is { IsUnanswered: false })
            return null;
        var arrangement = arrangements.FirstOrDefault(a =>
            a.Covers(passage, consignment.ExportingState, consignment.ImportingState, consignment.Lines)
        );
        if (arrangement is not null)
            return $"{arrangement.Instrument}, {arrangement.Clause}, in favour of {arrangement.LandlockedState}";
        return profile.ExemptTransit is { } exempt && exempt.Covers(passage)
            ? $"the goods stay on board of the same means of transport, {exempt.Ground}"
            : null;
    }
}
