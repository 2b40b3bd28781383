using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Claims;
using Licensing.Demo.Issuer;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Licensing.Web.Tests.SignIn;

/// <summary>The smallest application that has sign-in: one page and one API endpoint, over real HTTP on a free loopback port.</summary>
public sealed class SignInHost : IAsyncLifetime
{
    public static readonly DemoPerson Officer = new(
        "officer-1",
        "Ada <Officer>",
        "ada@authority.example",
        Roles.LicensingOfficer,
        "Licensing authority"
    );
    public static readonly DemoPerson Exporter = new(
        "exporter-1",
        "Egon Exporter",
        "egon@company.example",
        Roles.Exporter,
        "Company"
    );

    private readonly string keys = Directory.CreateTempSubdirectory("licensing-keys-").FullName;
    private WebApplication app = null!;

    public SignInHost()
        : this(FreeAddress(), _ => { }) { }

    internal SignInHost(Uri address, Action<IServiceCollection> change) => (Address, Change) = (address, change);

    public Uri Address { get; }

    private Action<IServiceCollection> Change { get; }

    public async ValueTask InitializeAsync()
    {
        var builder = Builder("Development");
        builder.WebHost.UseUrls(Address.AbsoluteUri);
        builder.AddLicensingSignIn();
        builder.AddDemoIssuer([Officer, Exporter], Address, Address, keys);
        Change(builder.Services);
        app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapLicensingSignIn();
        app.MapDemoIssuer();
        app.MapGet("/desk", (HttpContext http, IAntiforgery forms) => Desk(http, forms));
        app.MapGet("/desk/authority", () => "officers only")
            .RequireAuthorization(p => p.RequireRole(Roles.LicensingOfficer));
        app.MapGet("/api/me", (ClaimsPrincipal user) => Identity.From(user));
        app.MapGet("/api/cases", () => "officers only")
            .RequireAuthorization(p => p.RequireRole(Roles.LicensingOfficer));
        await app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Directory.Delete(keys, recursive: true);
    }

    internal static WebApplicationBuilder Builder(string environment)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        // Neither a settings file nor the environment of the machine has a say in what is tested here.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection();
        builder.Logging.ClearProviders();
        return builder;
    }

    internal static Uri FreeAddress()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        return new Uri(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}"));
    }

    /// <summary>A browser that shows redirects instead of following them.</summary>
    internal HttpClient Client(CookieContainer? cookies = null) =>
        new(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseProxy = false,
                CookieContainer = cookies ?? new CookieContainer(),
            }
        )
        {
            BaseAddress = Address,
        };

    internal async Task<HttpResponseMessage> Grant(
        string email,
        string password = DemoIssuer.Password,
        string scope = $"openid {DemoIssuer.ApiScope}",
        string client = DemoIssuer.ApiClient
    )
    {
        using var http = Client();
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["grant_type"] = "password",
                ["client_id"] = client,
                ["username"] = email,
                ["password"] = password,
                ["scope"] = scope,
            }
        );
        return await http.PostAsync("/connect/token", form);
    }

    internal async Task<string> Token(string email, string scope = $"openid {DemoIssuer.ApiScope}")
    {
        using var response = await Grant(email, scope: scope);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var answer = await Answer.Json(response);
        return answer.GetProperty("access_token").GetString()!;
    }

    internal async Task<HttpResponseMessage> CallApi(string? token, string path = "/api/me")
    {
        using var http = Client();
        if (token is not null)
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await http.GetAsync(path);
    }

    private static ContentHttpResult Desk(HttpContext http, IAntiforgery forms)
    {
        var person = Identity.From(http.User)!;
        var token = forms.GetAndStoreTokens(http).RequestToken;
        return TypedResults.Text(
            $"{person.Issuer}|{person.Subject}|{person.Name}|{string.Join(',', person.Roles)}|{token}"
        );
    }
}
