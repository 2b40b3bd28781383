using Licensing.Demo.Issuer;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Licensing.Web.Tests.SignIn;

public sealed class StartOfSignIn
{
    private static readonly Dictionary<string, string?> Complete = new()
    {
        ["AzureAd:Instance"] = "https://login.microsoftonline.com/",
        ["AzureAd:TenantId"] = "8f4b1f6e-0000-4000-8000-000000000001",
        ["AzureAd:ClientId"] = "8f4b1f6e-0000-4000-8000-000000000002",
        ["AzureAd:ClientSecret"] = "secret",
        ["AzureAd:Audience"] = "8f4b1f6e-0000-4000-8000-000000000003",
    };

    [Fact]
    public async Task Every_missing_value_is_named_in_one_message()
    {
        var problem = await ProblemAtStart(new() { ["AzureAd:Instance"] = "https://login.microsoftonline.com/" });

        Assert.StartsWith(
            "Sign-in with Entra ID is not configured. In section 'AzureAd': TenantId is missing; ClientId is missing; "
                + "ClientSecret is missing; Audience is missing. ",
            problem,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("AzureAd:TenantId", "common", "TenantId must name one tenant, not 'common'")]
    [InlineData("AzureAd:TenantId", "Organizations", "TenantId must name one tenant, not 'Organizations'")]
    [InlineData("AzureAd:Instance", "login", "Instance is not a URL, e.g. https://login.microsoftonline.com/")]
    public async Task A_value_that_cannot_be_right_is_named(string key, string value, string expected)
    {
        var problem = await ProblemAtStart(new(Complete) { [key] = value });

        Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_Entra_ID_alone_everything_is_strict()
    {
        var builder = Configured(Complete);
        await using var app = builder.Build();
        await app.StartAsync(TestContext.Current.CancellationToken);

        var bearer = Options<JwtBearerOptions>(app, JwtBearerDefaults.AuthenticationScheme);
        Assert.True(bearer.RequireHttpsMetadata);
        Assert.Equal("https://login.microsoftonline.com/8f4b1f6e-0000-4000-8000-000000000001/v2.0", bearer.Authority);
        Assert.NotNull(bearer.TokenValidationParameters.IssuerValidator);
        Assert.Equal(["8f4b1f6e-0000-4000-8000-000000000003"], bearer.TokenValidationParameters.ValidAudiences);

        var portal = Options<OpenIdConnectOptions>(app, OpenIdConnectDefaults.AuthenticationScheme);
        Assert.True(portal.RequireHttpsMetadata);
        Assert.Equal(bearer.Authority, portal.Authority);
        Assert.Equal("secret", portal.ClientSecret);
        Assert.NotNull(portal.TokenValidationParameters.IssuerValidator);
        Assert.Equal(CookieSecurePolicy.Always, portal.CorrelationCookie.SecurePolicy);
        Assert.Equal(CookieSecurePolicy.Always, portal.NonceCookie.SecurePolicy);

        var cookie = Options<CookieAuthenticationOptions>(
            app,
            CookieAuthenticationDefaults.AuthenticationScheme
        ).Cookie;
        Assert.Equal(CookieSecurePolicy.Always, cookie.SecurePolicy);
        Assert.Equal(SameSiteMode.Lax, cookie.SameSite);
        Assert.True(cookie.HttpOnly);
    }

    [Fact]
    public void The_demo_issuer_refuses_to_start_in_Production()
    {
        var builder = SignInHost.Builder("Production");
        builder.AddLicensingSignIn();

        var refusal = Assert.Throws<InvalidOperationException>(() =>
            builder.AddDemoIssuer([SignInHost.Officer], SignInHost.FreeAddress(), SignInHost.FreeAddress(), "")
        );

        Assert.StartsWith(
            "The demo does not start in the Production environment",
            refusal.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_demo_issuer_refuses_an_address_that_others_can_reach()
    {
        var builder = SignInHost.Builder("Development");
        builder.AddLicensingSignIn();

        Assert.Throws<ArgumentException>(
            "address",
            () =>
                builder.AddDemoIssuer([], new Uri("http://licensing.example"), new Uri("http://licensing.example"), "")
        );
    }

    [Fact]
    public void The_portal_and_the_API_know_nothing_of_the_demo()
    {
        var references = typeof(LicensingSignIn)
            .Assembly.GetReferencedAssemblies()
            .Select(assembly => assembly.Name!)
            .ToList();

        Assert.Contains("Microsoft.Identity.Web", references);
        Assert.DoesNotContain(references, name => name.StartsWith("OpenIddict", StringComparison.Ordinal));
        Assert.DoesNotContain("Licensing.Demo", references);
    }

    private static async Task<string> ProblemAtStart(Dictionary<string, string?> settings)
    {
        await using var app = Configured(settings).Build();
        return (
            await Assert.ThrowsAsync<OptionsValidationException>(() =>
                app.StartAsync(TestContext.Current.CancellationToken)
            )
        ).Message;
    }

    private static WebApplicationBuilder Configured(Dictionary<string, string?> settings)
    {
        var builder = SignInHost.Builder("Production");
        builder.WebHost.UseUrls(SignInHost.FreeAddress().AbsoluteUri);
        builder.Configuration.AddInMemoryCollection(settings);
        builder.AddLicensingSignIn();
        return builder;
    }

    private static T Options<T>(WebApplication app, string scheme) =>
        app.Services.GetRequiredService<IOptionsMonitor<T>>().Get(scheme);
}
