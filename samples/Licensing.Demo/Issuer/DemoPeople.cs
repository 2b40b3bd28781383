using System.Collections.Immutable;
using System.Security.Claims;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Licensing.Demo.Issuer;

internal sealed class DemoPeople(IReadOnlyList<DemoPerson> people)
{
    internal IEnumerable<IGrouping<string, DemoPerson>> ByPlace => people.GroupBy(person => person.Where);

    internal DemoPerson? WithSubject(string? subject) => people.FirstOrDefault(person => person.Subject == subject);

    internal DemoPerson? WithEmail(string? email) =>
        people.FirstOrDefault(person => string.Equals(person.Email, email, StringComparison.OrdinalIgnoreCase));

    /// <summary>The claims that Entra ID would send, so that the application needs no second way of reading them.</summary>
    internal static ClaimsPrincipal Vouch(DemoPerson person, ImmutableArray<string> scopes)
    {
        var identity = new ClaimsIdentity("demo", Claims.Name, "roles");
        identity
            .SetClaim(Claims.Subject, person.Subject)
            .SetClaim(Claims.Name, person.Name)
            .SetClaim(Claims.PreferredUsername, person.Email)
            .SetClaims("roles", [person.Role]);
        identity.SetScopes(scopes);
        // The portal asks for no scope of the API, so what it receives opens nothing there.
        if (scopes.Contains(DemoIssuer.ApiScope))
            identity.SetResources(DemoIssuer.Audience);
        identity.SetDestinations(static _ => [Destinations.AccessToken, Destinations.IdentityToken]);
        return new ClaimsPrincipal(identity);
    }
}
