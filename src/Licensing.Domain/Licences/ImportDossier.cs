using Licensing.Domain.Applications;
using Licensing.Domain.Authorisations;
using Licensing.Domain.Policies;
using Licensing.Domain.Traders;

namespace Licensing.Domain.Licences;

/// <summary>Everything that the law looks at before an import authorisation may be issued.</summary>
public sealed record ImportDossier(
    Consignment Consignment,
    TraderStanding Importer,
    LicenceTerms Terms,
    PolicyProfile Profile
)
{
    public AuthorisationUse Use => Consignment.Use ?? AuthorisationUse.SingleUse;

    /// <summary>The longest term that the profile allows for one of that use, and no longer than was asked for.</summary>
    public DateOnly LatestExpiry(DateOnly issuedOn)
    {
        var allowed = issuedOn.AddDays(Profile.ImportValidity(Use));
        return Consignment.WantedUntil is { } wanted && wanted < allowed ? wanted : allowed;
    }
}
