using Licensing.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Web;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Licensing.Web.SignIn;

/// <summary>People sign in to the portal through a browser; programs send the API an access token.</summary>
public static class LicensingSignIn
{
    private const string PortalOrApi = "PortalOrApi";

    public static WebApplicationBuilder AddLicensingSignIn(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<IValidateOptions<EntraRegistration>, EntraRegistration.Completeness>();
        services.AddOptions<EntraRegistration>().BindConfiguration(EntraRegistration.Section).ValidateOnStart();

        var section = builder.Configuration.GetSection(EntraRegistration.Section);
        var authentication = services
            .AddAuthentication(PortalOrApi)
            .AddPolicyScheme(PortalOrApi, null, options => options.ForwardDefaultSelector = SchemeFor);
        authentication.AddMicrosoftIdentityWebApi(section);
        authentication.AddMicrosoftIdentityWebApp(section);
        AcceptTokensOfThisApi(services);
        AskTheDirectoryWho(services);
        RememberInACookie(services);

        services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return builder;
    }

    // A browser sends the portal's cookie with every request to this host, also with one that a hostile page set off, and the
    // API has no antiforgery tokens. So under /api, and under that of an engine, the cookie counts for nothing: only a token, which a browser never adds
    // by itself, says who is asking. It also means that a program without a token gets 401 and not a redirect to a page.
    private static string SchemeFor(HttpContext context) =>
        ForPrograms.HasInterface(context.Request.Path)
        || context.Request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? JwtBearerDefaults.AuthenticationScheme
            : CookieAuthenticationDefaults.AuthenticationScheme;

    private static void AcceptTokensOfThisApi(IServiceCollection services) =>
        services
            .AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<IOptions<EntraRegistration>>(
                (options, registration) =>
                {
                    options.TimeProvider = TimeProvider.System;
                    options.MapInboundClaims = false;
                    ReadNameAndRoles(options.TokenValidationParameters);
                    options.TokenValidationParameters.AudienceValidator = null;
                    options.TokenValidationParameters.ValidAudiences = [registration.Value.Audience];

                    var validated = options.Events.OnTokenValidated;
                    options.Events.OnTokenValidated = async context =>
                    {
                        await validated(context);
                        // Version 1 names another issuer than the portal's sign-in does: one person would become two.
                        if (context.Principal?.HasClaim("ver", "1.0") is true)
                            context.Fail("The app registration must set requestedAccessTokenVersion to 2.");
                    };
                }
            );

    private static void AskTheDirectoryWho(IServiceCollection services) =>
        services.Configure<OpenIdConnectOptions>(
            OpenIdConnectDefaults.AuthenticationScheme,
            options =>
            {
                // Cases may run on another clock; a browser throws away a cookie that expires in its past.
                options.TimeProvider = TimeProvider.System;
                // Setting options.MapInboundClaims does not reach the handler that Microsoft.Identity.Web puts here.
                options.TokenHandler = new JsonWebTokenHandler { MapInboundClaims = false };
                ReadNameAndRoles(options.TokenValidationParameters);
                // Without this the handler drops the claim that says who vouches for the subject.
                options.ClaimActions.Remove("iss");

                options.ResponseType = OpenIdConnectResponseType.Code;
                options.UsePkce = true;
                // The answer comes back as a link, not as a form posted from another site, so that Lax cookies reach us.
                options.ResponseMode = OpenIdConnectResponseMode.Query;
                options.Scope.Clear();
                options.Scope.Add("openid");
                options.Scope.Add("profile");
                Harden(options.CorrelationCookie);
                Harden(options.NonceCookie);

                options.Events.OnRemoteFailure = UnfinishedSignIn.StartAgainOnce;
                options.Events.OnAccessDenied = UnfinishedSignIn.Refused;
            }
        );

    private static void RememberInACookie(IServiceCollection services)
    {
        services.Configure<CookieAuthenticationOptions>(
            CookieAuthenticationDefaults.AuthenticationScheme,
            options =>
            {
                options.TimeProvider = TimeProvider.System;
                options.Cookie.Name = "licensing";
                Harden(options.Cookie);
                // A working day: after it the roles are read again, so a role that was withdrawn does not outlive the day.
                options.ExpireTimeSpan = TimeSpan.FromHours(8);
                options.SlidingExpiration = false;
                options.LoginPath = "/sign-in";
                options.ReturnUrlParameter = "returnUrl";
                options.Events.OnRedirectToLogin = AskToSignIn;
                options.Events.OnRedirectToAccessDenied = context =>
                {
                    context.Response.StatusCode = StatusCodes.Status403Forbidden;
                    return Task.CompletedTask;
                };
            }
        );
        services.AddAntiforgery(options => options.Cookie.SecurePolicy = CookieSecurePolicy.Always);
    }

    // Only somebody who opens a page can be shown a sign-in. A picture, or a part of a page that a script asks for after the
    // session has ended, cannot; the script is told to load the page anew, which then leads through sign-in.
    private static Task AskToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        var mode = context.Request.Headers["Sec-Fetch-Mode"].ToString();
        if (mode is "" or "navigate")
        {
            context.Response.Redirect(context.RedirectUri);
            return Task.CompletedTask;
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        if (context.Request.Headers.ContainsKey("HX-Request"))
            context.Response.Headers["HX-Refresh"] = "true";
        return Task.CompletedTask;
    }

    private static void ReadNameAndRoles(TokenValidationParameters parameters)
    {
        parameters.NameClaimType = "name";
        parameters.RoleClaimType = "roles";
    }

    private static void Harden(CookieBuilder cookie)
    {
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = CookieSecurePolicy.Always;
    }
}
