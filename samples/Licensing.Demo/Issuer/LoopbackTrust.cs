using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Licensing.Demo.Issuer;

/// <summary>Everything in which the demo is less strict than the product, and why: its issuer speaks HTTP on this machine.</summary>
internal static class LoopbackTrust
{
    /// <param name="address">Where the issuer answers: this very process.</param>
    /// <param name="issuer">What it calls itself.</param>
    internal static void TrustLoopbackIssuer(this IServiceCollection services, Uri address, Uri issuer)
    {
        var metadata = new Uri(address, "/.well-known/openid-configuration").AbsoluteUri;

        // Configure, not PostConfigure: the framework's own post-configuration would already have insisted on HTTPS.
        services.Configure<JwtBearerOptions>(
            JwtBearerDefaults.AuthenticationScheme,
            options =>
            {
                options.RequireHttpsMetadata = false;
                options.MetadataAddress = metadata;
                options.BackchannelHttpHandler = WithoutProxy();
                ExpectIssuer(options.TokenValidationParameters, issuer);
            }
        );
        services.Configure<OpenIdConnectOptions>(
            OpenIdConnectDefaults.AuthenticationScheme,
            options =>
            {
                options.RequireHttpsMetadata = false;
                options.MetadataAddress = metadata;
                options.BackchannelHttpHandler = WithoutProxy();
                ExpectIssuer(options.TokenValidationParameters, issuer);
                options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                options.Events.OnRedirectToIdentityProvider = StayAtTheSameAddress(
                    options.Events.OnRedirectToIdentityProvider
                );
                options.Events.OnRedirectToIdentityProviderForSignOut = StayAtTheSameAddress(
                    options.Events.OnRedirectToIdentityProviderForSignOut
                );
            }
        );
        services.Configure<CookieAuthenticationOptions>(
            CookieAuthenticationDefaults.AuthenticationScheme,
            options => options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest
        );
        services.Configure<AntiforgeryOptions>(options =>
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest
        );
    }

    // The validators that are replaced know only the issuers of Entra ID.
    private static void ExpectIssuer(TokenValidationParameters parameters, Uri issuer)
    {
        parameters.IssuerValidator = null;
        parameters.IssuerValidatorUsingConfiguration = null;
        parameters.ValidIssuer = issuer.AbsoluteUri;
    }

    // The browser may say 127.0.0.1 where the configuration says localhost, or use the port of a container. Were it sent to the
    // issuer's own address, the way back would be one to another site, which a strict content security policy stops.
    private static Func<RedirectContext, Task> StayAtTheSameAddress(Func<RedirectContext, Task> redirecting) =>
        async context =>
        {
            await redirecting(context);
            var page = new Uri(context.ProtocolMessage.IssuerAddress);
            context.ProtocolMessage.IssuerAddress =
                $"{context.Request.Scheme}://{context.Request.Host}{page.PathAndQuery}";
        };

    // A proxy for the way out of a company network cannot reach this machine's loopback address.
    private static SocketsHttpHandler WithoutProxy() => new() { UseProxy = false };
}
