using System.Security.Cryptography;
using Licensing.Web.SignIn;
using Microsoft.Extensions.Options;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Licensing.Demo.Issuer;

/// <summary>
/// Stands in for the directory, in the same process, so that the demo runs without one. Its client secret is made at each start and
/// kept in memory; its keys are in the data folder.
/// </summary>
public static class DemoIssuer
{
    public const string Password = "demo";
    public const string ApiClient = "licensing-demo-api";
    public const string ApiScope = "licensing";

    internal const string PortalClient = "licensing-demo-portal";
    internal const string Audience = "api://licensing-demo";

    /// <summary>To be called after <see cref="LicensingSignIn.AddLicensingSignIn"/>, whose directory it replaces.</summary>
    /// <param name="address">Where this application listens, on a loopback address, e.g. http://localhost:5080.</param>
    /// <param name="issuer">The name by which the tokens call their issuer: of several nodes, the same.</param>
    /// <param name="data">Folder with the issuer's keys.</param>
    public static WebApplicationBuilder AddDemoIssuer(
        this WebApplicationBuilder builder,
        IReadOnlyList<DemoPerson> people,
        Uri address,
        Uri issuer,
        string data
    )
    {
        RefuseWhereItWouldBeUnsafe(builder, address);
        var secret = RandomNumberGenerator.GetHexString(64);

        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                [$"{EntraRegistration.Section}:Instance"] = address.AbsoluteUri,
                [$"{EntraRegistration.Section}:TenantId"] = "demo",
                [$"{EntraRegistration.Section}:ClientId"] = PortalClient,
                [$"{EntraRegistration.Section}:ClientSecret"] = secret,
                [$"{EntraRegistration.Section}:Audience"] = Audience,
            }
        );
        builder.Services.TrustLoopbackIssuer(address, issuer);
        builder.Services.AddSingleton(new DemoPeople(people));
        AddServer(builder.Services, issuer, data, new DemoClients(address, secret));
        return builder;
    }

    public static WebApplication MapDemoIssuer(this WebApplication app)
    {
        app.MapMethods(DemoSignIn.Path, [HttpMethods.Get, HttpMethods.Post], DemoSignIn.ChoosePerson)
            .AllowAnonymous()
            .ExcludeFromDescription();
        return app;
    }

    private static void RefuseWhereItWouldBeUnsafe(WebApplicationBuilder builder, Uri address)
    {
        if (builder.Environment.IsProduction())
            throw new InvalidOperationException(
                "The demo does not start in the Production environment, because it lets anybody sign in as anybody. "
                    + "To try the demo, set ASPNETCORE_ENVIRONMENT=Development. "
                    + "To license real exports, run Licensing.Web with Entra ID."
            );

        if (!address.IsLoopback)
            throw new ArgumentException(
                $"The demo issuer speaks plain HTTP, so its address must be on this machine, e.g. http://localhost:5080, not {address}.",
                nameof(address)
            );

        if (builder.Services.All(service => service.ServiceType != typeof(IValidateOptions<EntraRegistration>)))
            throw new InvalidOperationException($"Call AddLicensingSignIn before {nameof(AddDemoIssuer)}.");
    }

    private static void AddServer(IServiceCollection services, Uri issuer, string data, DemoClients clients) =>
        services
            .AddOpenIddict()
            .AddServer(server =>
            {
                server
                    .SetIssuer(issuer)
                    .SetAuthorizationEndpointUris(DemoSignIn.Path)
                    .SetTokenEndpointUris("/connect/token")
                    .SetEndSessionEndpointUris("/connect/sign-out")
                    .AllowAuthorizationCodeFlow()
                    .RequireProofKeyForCodeExchange()
                    .AllowPasswordFlow()
                    .RegisterScopes("profile", ApiScope)
                    .SetAccessTokenLifetime(TimeSpan.FromHours(8))
                    .AddSigningKey(DemoKeys.Of(data, "signing"))
                    .AddEncryptionKey(DemoKeys.Of(data, "encryption"))
                    .DisableAccessTokenEncryption();
                // Two clients that never change and no consent: there is nothing to store.
                server.EnableDegradedMode();
                // Tokens are checked against the real clock, whatever clock the cases run on.
                server.Configure(options => options.TimeProvider = TimeProvider.System);
                server.UseAspNetCore().DisableTransportSecurityRequirement().EnableAuthorizationEndpointPassthrough();

                server.AddEventHandler<ValidateAuthorizationRequestContext>(handler =>
                    handler.UseInlineHandler(clients.ValidateSignIn)
                );
                server.AddEventHandler<ValidateTokenRequestContext>(handler =>
                    handler.UseInlineHandler(clients.ValidateToken)
                );
                server.AddEventHandler<ValidateEndSessionRequestContext>(handler =>
                    handler.UseInlineHandler(clients.ValidateSignOut)
                );
                server.AddEventHandler<HandleTokenRequestContext>(handler => handler.UseSingletonHandler<DemoTokens>());
                // The issuer remembers nobody, so there is no session of its own to end: it sends the browser back.
                server.AddEventHandler<HandleEndSessionRequestContext>(handler =>
                    handler.UseInlineHandler(context =>
                    {
                        context.SignOut();
                        return ValueTask.CompletedTask;
                    })
                );
            });
}
