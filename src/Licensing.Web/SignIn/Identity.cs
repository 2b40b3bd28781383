using System.Collections.Frozen;
using System.Security.Claims;

namespace Licensing.Web.SignIn;

/// <summary>Who is asking, as the directory vouches for it.</summary>
/// <param name="Issuer">Who vouches. A subject means something only together with its issuer.</param>
/// <param name="Subject">Stays the same for a person through changes of name, e-mail address and role.</param>
/// <param name="Name">For display only: it is neither unique nor stable.</param>
/// <param name="Roles">See <see cref="SignIn.Roles"/>. The directory may send others, which mean nothing here.</param>
public sealed record Identity(string Issuer, string Subject, string Name, IReadOnlySet<string> Roles)
{
    /// <summary>Null when nobody is signed in, or when the directory did not say who somebody is.</summary>
    public static Identity? From(ClaimsPrincipal principal)
    {
        if (principal.Identity is not { IsAuthenticated: true })
            return null;

        var issuer = principal.FindFirstValue("iss");
        // In Entra ID `sub` differs from one application to the next; `oid` is the same in the portal and in the API.
        var subject = principal.FindFirstValue("oid") ?? principal.FindFirstValue("sub");
        if (string.IsNullOrEmpty(issuer) || string.IsNullOrEmpty(subject))
            return null;

        // A machine, such as a customs system, has no name: its application id is what can be looked up.
        var name =
            principal.FindFirstValue("name")
            ?? principal.FindFirstValue("preferred_username")
            ?? principal.FindFirstValue("azp")
            ?? subject;
        var roles = principal.FindAll("roles").Select(role => role.Value).ToFrozenSet(StringComparer.Ordinal);
        return new Identity(issuer, subject, name, roles);
    }
}
