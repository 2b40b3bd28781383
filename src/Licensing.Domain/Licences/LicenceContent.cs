using Licensing.Domain.Applications;
using Licensing.Domain.Authorisations;
using Licensing.Domain.Shipments;
using Licensing.Domain.States;
using Licensing.Domain.Transit;

namespace Licensing.Domain.Licences;

/// <summary>An export licence as it is read back: its stored particulars. No licence can be made from it.</summary>
/// <param name="Simplified">What a simplified procedure has dispensed with; null or empty where none has.</param>
/// <param name="ExpiresOn">The day of expiry still counts.</param>
/// <param name="Replaces">Number of the licence whose place it has taken; null where there was none.</param>
/// <param name="Deemed">Transit States that have given no notice and are deemed to have no objection; null where there are none.</param>
public sealed record LicenceContent(
    string Number,
    string PlaceOfIssue,
    DateOnly IssuedOn,
    DateOnly ExpiresOn,
    Consignment Consignment,
    IReadOnlyList<Country> TransitStates,
    IReadOnlyList<string> Conditions,
    IReadOnlyList<Reservation> Reservations,
    string Profile,
    string? Replaces = null,
    IReadOnlyList<SimplifiedFinding>? Simplified = null,
    IReadOnlyList<DeemedTransit>? Deemed = null
)
{
    /// <summary>Only one shipment may leave under it. One whose application did not say so is for as many as its quantities allow.</summary>
    public bool IsForOneShipment => Consignment.Use == AuthorisationUse.SingleUse;

    /// <summary>As other States see it: what was paid is not theirs to know.</summary>
    public LicenceContent WithoutValues() =>
        this with
        {
            Consignment = Consignment with
            {
                Lines = [.. Consignment.Lines.Select(l => l with { UnitValue = l.UnitValue with { Amount = 0 } })],
            },
        };

    /// <summary>Its status on a day: one whose last day has passed has expired, whether or not that has been noted.</summary>
    public LicenceStatus StandingOn(LicenceStatus noted, DateOnly day) =>
        noted == LicenceStatus.InForce && ExpiresOn < day ? LicenceStatus.Expired : noted;

    /// <summary>Goods may leave under it on that day.</summary>
    public bool IsGoodOn(LicenceStatus noted, DateOnly day) =>
        IssuedOn <= day && StandingOn(noted, day) == LicenceStatus.InForce;

    /// <summary>All that it licenses is among what has left.</summary>
    public bool IsExhaustedBy(IReadOnlyList<ShippedLine> gone) =>
        Consignment.Lines.All(line => gone.AmountOf(line.Number) >= line.Quantity.Amount);
}

/// <summary>Where a licence stands in its life. Only one in force lets goods leave.</summary>
public enum LicenceStatus
{
    InForce,

    /// <summary>Something that it rests on has given way, or the authority has stopped it.</summary>
    Suspended,

    /// <summary>All that it licenses has left.</summary>
    Exhausted,

    /// <summary>Its last day has passed.</summary>
    Expired,

    /// <summary>The authority has taken it back for good.</summary>
    Revoked,

    /// <summary>The exporter has given it back.</summary>
    Surrendered,

    /// <summary>A licence with other particulars has taken its place.</summary>
    Replaced,
}
