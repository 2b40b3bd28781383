using Licensing.Domain.Applications;
using Licensing.Domain.Authorisations;
using Licensing.Domain.Clocks;
using Licensing.Domain.Policies;
using Licensing.Domain.States;
using Licensing.Domain.Traders;
using Licensing.Domain.Transit;

namespace Licensing.Domain.Licences;

/// <summary>Everything that the law looks at before an export licence may be issued, gathered first and then judged.</summary>
/// <param name="Consignment">What is to be licensed; where the licence takes another's place, what has not left under that one.</param>
/// <param name="Screening">How it came out of the screening for diversion risk; null where it was not screened.</param>
/// <param name="Replaces">Number of the licence whose place it is to take; null where there is none.</param>
/// <param name="Calendar">Working days of the exporting State's authority; null where they are not known, and then no silence is counted.</param>
public sealed record ExportDossier(
    Consignment Consignment,
    TraderStanding Exporter,
    IReadOnlyList<KnownAuthorisation> Authorisations,
    IReadOnlyList<TransitClearance> Transit,
    IReadOnlyList<LandlockedArrangement> Arrangements,
    LicenceTerms Terms,
    PolicyProfile Profile,
    string? Replaces = null,
    Screening.ScreeningOutcome? Screening = null,
    Calendar? Calendar = null
)
{
    /// <summary>For one shipment, or for as many as its quantities allow, which it is where the application does not say.</summary>
    public AuthorisationUse Use => Consignment.Use ?? AuthorisationUse.MultipleUse;

    /// <summary>What a transit State has said, and on that day what its silence counts for; null where nothing is known of it.</summary>
    public TransitClearance? Clearance(Country state, DateOnly today) =>
        Transit.FirstOrDefault(t => t.State == state)?.On(today, Profile, Calendar);
}

/// <summary>What the issuing authority itself puts on the licence.</summary>
/// <param name="ExpiresOn">The day of expiry still counts.</param>
public sealed record LicenceTerms(string PlaceOfIssue, DateOnly ExpiresOn, IReadOnlyList<string> Conditions)
{
    /// <summary>The longest term that the law allows: the profile's limit for a licence of that use, and never beyond an authorisation it rests
    /// on.</summary>
    public static DateOnly LatestExpiry(
        DateOnly issuedOn,
        PolicyProfile profile,
        AuthorisationUse use,
        IEnumerable<KnownAuthorisation> authorisations
    )
    {
        var stated = authorisations.Where(a => a.AnsweredFor).Select(a => a.Particulars).OfType<ImportAuthorisation>();
        return stated
            .Select(a => a.ExpiresOn ?? UndatedUntil(issuedOn, profile))
            .OfType<DateOnly>()
            .Append(issuedOn.AddDays(profile.LicenceValidity(use)))
            .Min();
    }

    /// <summary>The shortest term: null where the authority may choose any.</summary>
    public static DateOnly? EarliestExpiry(
        DateOnly issuedOn,
        PolicyProfile profile,
        IReadOnlyList<KnownAuthorisation> authorisations
    ) =>
        // Where another authorisation has a last day, the licence ends with that one.
        profile.UndatedAuthorisation?.LeastDays
            is { } least
        && authorisations.Count > 0
        && authorisations.All(a => a is { AnsweredFor: true, Particulars.ExpiresOn: null })
            ? issuedOn.AddDays(least)
            : null;

    private static DateOnly? UndatedUntil(DateOnly issuedOn, PolicyProfile profile) =>
        profile.UndatedAuthorisation?.MostDays is { } most ? issuedOn.AddDays(most) : null;
}
