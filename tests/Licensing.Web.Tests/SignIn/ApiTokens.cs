using System.Net;
using Licensing.Web.SignIn;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Licensing.Web.Tests.SignIn;

public sealed class ApiTokens(SignInHost host) : IClassFixture<SignInHost>
{
    [Fact]
    public async Task A_token_of_the_password_grant_says_who_is_calling()
    {
        using var response = await host.CallApi(await host.Token("ADA@authority.example"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var me = await Answer.Json(response);
        Assert.Equal(host.Address.AbsoluteUri, me.GetProperty("issuer").GetString());
        Assert.Equal("officer-1", me.GetProperty("subject").GetString());
        Assert.Equal("Ada <Officer>", me.GetProperty("name").GetString());
        Assert.Equal(
            [Roles.LicensingOfficer],
            me.GetProperty("roles").EnumerateArray().Select(role => role.GetString()!)
        );
    }

    [Fact]
    public async Task The_token_is_a_readable_JWT_with_the_claims_that_Entra_ID_sends()
    {
        var token = new JsonWebToken(await host.Token("egon@company.example"));

        Assert.Equal(host.Address.AbsoluteUri, token.Issuer);
        Assert.Equal(["api://licensing-demo"], token.Audiences);
        Assert.Equal("exporter-1", token.GetPayloadValue<string>("sub"));
        Assert.Equal("Egon Exporter", token.GetPayloadValue<string>("name"));
        Assert.Equal("egon@company.example", token.GetPayloadValue<string>("preferred_username"));
        Assert.Equal(Roles.Exporter, token.Claims.Single(claim => claim.Type == "roles").Value);
    }

    [Fact]
    public async Task A_role_opens_what_it_should_and_nothing_else()
    {
        using var officer = await host.CallApi(await host.Token("ada@authority.example"), "/api/cases");
        using var exporter = await host.CallApi(await host.Token("egon@company.example"), "/api/cases");

        Assert.Equal(HttpStatusCode.OK, officer.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, exporter.StatusCode);
    }

    [Fact]
    public async Task Without_a_token_the_API_answers_401_and_does_not_redirect()
    {
        using var response = await host.CallApi(null);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Fact]
    public async Task A_token_whose_claims_were_changed_is_refused()
    {
        var parts = (await host.Token("egon@company.example")).Split('.');
        var claims = Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Decode(parts[1]);
        var promoted = claims.Replace("\"exporter\"", "\"licensing-officer\"", StringComparison.Ordinal);
        Assert.NotEqual(claims, promoted);
        parts[1] = Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Encode(promoted);

        using var response = await host.CallApi(string.Join('.', parts));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Contains("signature", response.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_is_not_meant_for_this_API_is_refused()
    {
        using var response = await host.CallApi(await host.Token("ada@authority.example", scope: "openid"));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Contains("audience", response.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_from_yesterday_is_refused()
    {
        var yesterday = new FakeTimeProvider(DateTimeOffset.UtcNow.AddDays(-1));
        await using var late = new SignInHost(
            SignInHost.FreeAddress(),
            services => services.Configure<OpenIddictServerOptions>(options => options.TimeProvider = yesterday)
        );
        await late.InitializeAsync();

        using var response = await late.CallApi(await late.Token("ada@authority.example"));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Contains("expired", response.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_of_version_1_is_refused_because_it_names_another_issuer_than_the_portal_knows()
    {
        await using var first = new SignInHost(
            SignInHost.FreeAddress(),
            services =>
                services
                    .AddOpenIddict()
                    .AddServer(server =>
                        server.AddEventHandler<HandleTokenRequestContext>(handler =>
                            handler
                                .UseInlineHandler(context =>
                                {
                                    context.Principal?.SetClaim("ver", "1.0").SetDestinations(_ => ["access_token"]);
                                    return ValueTask.CompletedTask;
                                })
                                .SetOrder(int.MaxValue)
                        )
                    )
        );
        await first.InitializeAsync();

        using var response = await first.CallApi(await first.Token("ada@authority.example"));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_token_that_other_keys_have_signed_is_refused()
    {
        var before = await Restarted(async earlier => await earlier.Token("ada@authority.example"), host.Address);

        using var response = await host.CallApi(before);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("nobody@nowhere.example", "demo", "licensing-demo-api", HttpStatusCode.BadRequest, "invalid_grant")]
    [InlineData("ada@authority.example", "guess", "licensing-demo-api", HttpStatusCode.BadRequest, "invalid_grant")]
    [InlineData("ada@authority.example", "demo", "somebody-else", HttpStatusCode.Unauthorized, "invalid_client")]
    public async Task A_grant_that_is_not_due_gets_the_standard_error(
        string email,
        string password,
        string client,
        HttpStatusCode status,
        string error
    )
    {
        using var response = await host.Grant(email, password, client: client);

        Assert.Equal(status, response.StatusCode);
        var answer = await Answer.Json(response);
        Assert.Equal(error, answer.GetProperty("error").GetString());
        Assert.False(answer.TryGetProperty("access_token", out _));
    }

    // The earlier run had the same issuer address, but keys of its own; it listens elsewhere because the port is taken.
    private static async Task<T> Restarted<T>(Func<SignInHost, Task<T>> act, Uri address)
    {
        await using var earlier = new SignInHost(
            SignInHost.FreeAddress(),
            services => services.Configure<OpenIddictServerOptions>(options => options.Issuer = address)
        );
        await earlier.InitializeAsync();
        return await act(earlier);
    }
}
