using Microsoft.Extensions.Primitives;

namespace Licensing.Web.Security;

/// <summary>
/// Endpoint metadata: a policy for an endpoint that cannot live with the strict one, such as somebody else's viewer.
/// Our own pages never need it.
/// </summary>
public sealed record ContentSecurityPolicy(string Policy);

public static class SecurityHeaders
{
    /// <summary>
    /// Origins besides our own that a form may lead to. A sign-in or sign-out form is redirected to the identity
    /// provider, and browsers apply form-action to that redirect as well.
    /// </summary>
    public const string FormTargets = "Security:FormTargets";

    /// <summary>
    /// Puts the headers on every answer, error pages included; so it comes first. What an endpoint has set itself stays.
    /// </summary>
    public static WebApplication UseSecurityHeaders(this WebApplication app)
    {
        var policy = Policy(app.Configuration.GetSection(FormTargets).Get<string[]>() ?? []);
        app.Use(
            (context, next) =>
            {
                context.Response.OnStarting(() => Set(context, policy));
                return next(context);
            }
        );
        return app;
    }

    /// <summary>Scripts, styles and everything else from here alone; nothing inline.</summary>
    public static string Policy(IEnumerable<string> formTargets) =>
        string.Join(
            "; ",
            "default-src 'self'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "object-src 'none'",
            "base-uri 'none'",
            string.Join(' ', formTargets.Select(Origin).Prepend("form-action 'self'")),
            "frame-ancestors 'none'"
        );

    private static Task Set(HttpContext context, string policy)
    {
        var headers = context.Response.Headers;
        headers.TryAdd(
            "Content-Security-Policy",
            context.GetEndpoint()?.Metadata.GetMetadata<ContentSecurityPolicy>()?.Policy ?? policy
        );
        headers.TryAdd("X-Content-Type-Options", "nosniff");
        headers.TryAdd("Referrer-Policy", "strict-origin-when-cross-origin");
        headers.TryAdd("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
        headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
        // A case left open on a shared computer must not come back with the "back" button.
        if (StringValues.IsNullOrEmpty(headers.CacheControl))
            headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    private static string Origin(string target) =>
        Uri.TryCreate(target, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"
            ? uri.GetLeftPart(UriPartial.Authority)
            : throw new InvalidOperationException(
                $"{FormTargets} holds \"{target}\", which is not an address. Write the identity provider's origin, like https://login.example.org."
            );
}
