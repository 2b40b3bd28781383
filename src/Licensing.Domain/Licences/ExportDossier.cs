using Licensing.Domain.Applications;
using Licensing.Domain.Authorisations;
using Licensing.Domain.Policies;
using Licensing.Domain.Traders;
using Licensing.Domain.Transit;

namespace Licensing.Domain.Licences;

/// <summary>Everything that the law looks at before an export licence may be issued, gathered first and then judged.</summary>
/// <param name="Consignment">What is to be licensed; where the licence takes another's place, what has not left under that one.</param>
/// <param name="Replaces">Number of the licence whose place it is to take; null where there is none.</param>
public sealed record ExportDossier(
    Consignment Consignment,
    TraderStanding Exporter,
    IReadOnlyList<KnownAuthorisation> Authorisations,
    IReadOnlyList<TransitClearance> Transit,
    IReadOnlyList<LandlockedArrangement> Arrangements,
    LicenceTerms Terms,
    PolicyProfile Profile,
    string? Replaces = null
);

/// <summary>What the issuing authority itself puts on the licence.</summary>
/// <param name="ExpiresOn">The day of expiry still counts.</param>
public sealed record LicenceTerms(string PlaceOfIssue, DateOnly ExpiresOn, IReadOnlyList<string> Conditions)
{
    /// <summary>The longest term that the law allows: the profile's limit, and never beyond an authorisation it rests on.</summary>
    public static DateOnly LatestExpiry(
        DateOnly issuedOn,
        PolicyProfile profile,
        IEnumerable<KnownAuthorisation> authorisations
    ) =>
        authorisations
            .Where(a => a.AnsweredFor)
            .Select(a => a.Particulars?.ExpiresOn)
            .OfType<DateOnly>()
            .Append(issuedOn.AddDays(profile.LicenceValidityDays))
            .Min();
}
