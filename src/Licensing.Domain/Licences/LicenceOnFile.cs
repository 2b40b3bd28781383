using Licensing.Domain.Applications;
using Licensing.Domain.Authorisations;
using Licensing.Domain.States;

namespace Licensing.Domain.Licences;

/// <summary>An export licence as it is read back: its stored particulars. No licence can be made from it.</summary>
/// <param name="ExpiresOn">The day of expiry still counts.</param>
public sealed record LicenceContent(
    string Number,
    string PlaceOfIssue,
    DateOnly IssuedOn,
    DateOnly ExpiresOn,
    Consignment Consignment,
    IReadOnlyList<Country> TransitStates,
    IReadOnlyList<string> Conditions,
    IReadOnlyList<Reservation> Reservations,
    string Profile
);

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
}
