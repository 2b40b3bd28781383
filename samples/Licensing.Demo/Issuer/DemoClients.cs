using System.Security.Cryptography;
using System.Text;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Licensing.Demo.Issuer;

/// <summary>The two programs that may ask the issuer for tokens: the portal with its secret, and anybody's API client.</summary>
internal sealed class DemoClients(Uri issuer, string portalSecret)
{
    internal ValueTask ValidateSignIn(ValidateAuthorizationRequestContext context)
    {
        if (context.ClientId != DemoIssuer.PortalClient)
            context.Reject(Errors.InvalidClient, $"Only the client '{DemoIssuer.PortalClient}' may sign people in.");
        else if (!IsOurs(context.RedirectUri, "/signin-oidc"))
            context.Reject(Errors.InvalidRequest, $"The redirect_uri must be {new Uri(issuer, "/signin-oidc")}.");
        return ValueTask.CompletedTask;
    }

    internal ValueTask ValidateToken(ValidateTokenRequestContext context)
    {
        if (context.Request.IsAuthorizationCodeGrantType())
        {
            if (context.ClientId != DemoIssuer.PortalClient || !IsPortalSecret(context.ClientSecret))
                context.Reject(Errors.InvalidClient, "The client id or the client secret is wrong.");
        }
        else if (context.ClientId != DemoIssuer.ApiClient || !string.IsNullOrEmpty(context.ClientSecret))
            context.Reject(
                Errors.InvalidClient,
                $"For a user name and password, send client_id={DemoIssuer.ApiClient} without a client secret."
            );
        return ValueTask.CompletedTask;
    }

    internal ValueTask ValidateSignOut(ValidateEndSessionRequestContext context)
    {
        if (!IsOurs(context.PostLogoutRedirectUri, "/signout-callback-oidc"))
            context.Reject(
                Errors.InvalidRequest,
                $"The post_logout_redirect_uri must be {new Uri(issuer, "/signout-callback-oidc")}."
            );
        return ValueTask.CompletedTask;
    }

    // Whatever name and port the browser has for this machine, nothing leaves it.
    private static bool IsOurs(string? address, string path) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IsLoopback && uri.PathAndQuery == path;

    private bool IsPortalSecret(string? secret) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(secret ?? ""),
            Encoding.UTF8.GetBytes(portalSecret)
        );
}
