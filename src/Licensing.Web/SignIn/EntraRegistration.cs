using Microsoft.Extensions.Options;

namespace Licensing.Web.SignIn;

/// <summary>What the directory knows about this application: the configuration section <c>AzureAd</c>.</summary>
public sealed class EntraRegistration
{
    public const string Section = "AzureAd";

    /// <summary>Where the directory is, e.g. <c>https://login.microsoftonline.com/</c>.</summary>
    public string? Instance { get; set; }

    /// <summary>The one tenant whose people may sign in.</summary>
    public string? TenantId { get; set; }

    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }

    /// <summary>What an access token must be meant for. In tokens of version 2 that is the client id of the API.</summary>
    public string? Audience { get; set; }

    internal sealed class Completeness : IValidateOptions<EntraRegistration>
    {
        private static readonly string[] EveryTenant = ["common", "organizations", "consumers"];

        public ValidateOptionsResult Validate(string? name, EntraRegistration registration)
        {
            var wrong = Missing(registration).Concat(Unusable(registration)).ToList();
            return wrong.Count == 0
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail(
                    $"Sign-in with Entra ID is not configured. In section '{Section}': {string.Join("; ", wrong)}. "
                        + $"Set the values in appsettings.json or as environment variables such as {Section}__TenantId; "
                        + $"keep {Section}__ClientSecret out of files under version control."
                );
        }

        private static IEnumerable<string> Missing(EntraRegistration registration) =>
            new (string Name, string? Value)[]
            {
                (nameof(Instance), registration.Instance),
                (nameof(TenantId), registration.TenantId),
                (nameof(ClientId), registration.ClientId),
                (nameof(ClientSecret), registration.ClientSecret),
                (nameof(Audience), registration.Audience),
            }
                .Where(setting => string.IsNullOrWhiteSpace(setting.Value))
                .Select(setting => $"{setting.Name} is missing");

        private static IEnumerable<string> Unusable(EntraRegistration registration)
        {
            if (
                !string.IsNullOrWhiteSpace(registration.Instance)
                && !Uri.TryCreate(registration.Instance, UriKind.Absolute, out _)
            )
                yield return $"{nameof(Instance)} is not a URL, e.g. https://login.microsoftonline.com/";

            // These would let anybody with any Microsoft account sign in.
            if (EveryTenant.Contains(registration.TenantId?.Trim(), StringComparer.OrdinalIgnoreCase))
                yield return $"{nameof(TenantId)} must name one tenant, not '{registration.TenantId}'";
        }
    }
}
