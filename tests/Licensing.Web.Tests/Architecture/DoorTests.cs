using Licensing.Demo;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Licensing.Web.Tests.Architecture;

/// <summary>Every endpoint and page says who may use it. The lists are read from the application itself, so that a new one without
/// a rule fails here.</summary>
public sealed class DoorTests : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("licensing-doors").FullName;
    private WebApplication _app = null!;

    public async ValueTask InitializeAsync() =>
        _app = await DemoApplication.Build(new Uri("http://localhost:5081"), _data);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
    }

    // What anybody may open. /api/me, the directory of States and a document (whose query asks whose it is) need a signed-in person
    // but no role.
    private static readonly string[] Open =
    [
        "/",
        "connect/authorize",
        "demo/inbox",
        "health",
        "health/live",
        "health/ready",
        "index",
        "openapi/{documentName}.json",
        "public/",
        "scalar",
        "sign-in",
        "sign-out",
    ];
    private static readonly string[] AnyRole =
    [
        "api/documents/{id:guid}",
        "api/me",
        "api/states",
        "api/states/{code}/authorities",
    ];

    [Fact]
    public void Only_what_is_listed_here_is_open_to_everybody()
    {
        var open = Routes().Where(r => r.IsOpen).Select(r => r.Path).Distinct();
        Assert.All(
            open,
            path =>
                Assert.Contains(
                    Open,
                    allowed =>
                        path == allowed || (allowed.Length > 1 && path.StartsWith(allowed, StringComparison.Ordinal))
                )
        );
    }

    [Fact]
    public void Everything_else_names_the_roles_that_may_use_it()
    {
        var unnamed = Routes().Where(r => !r.IsOpen && r.Roles.Count == 0).Select(r => r.Path).Distinct().Order();
        Assert.Equal(AnyRole, unnamed.Where(p => p.StartsWith("api/", StringComparison.Ordinal)));
        Assert.DoesNotContain(unnamed, p => !p.StartsWith("api/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("api/exporter/", new[] { "exporter", "importer" })]
    [InlineData("exporter", new[] { "exporter", "importer" })]
    [InlineData("api/officer/", new[] { "licensing-officer", "senior-officer" })]
    [InlineData("officer", new[] { "licensing-officer", "senior-officer" })]
    [InlineData("api/correspondent/", new[] { "state-correspondent" })]
    [InlineData("correspondent", new[] { "state-correspondent" })]
    [InlineData("api/customs/", new[] { "customs-officer" })]
    [InlineData("customs", new[] { "customs-officer" })]
    [InlineData("api/auditor/", new[] { "auditor" })]
    [InlineData("auditor", new[] { "auditor" })]
    [InlineData("administrator", new[] { "administrator" })]
    [InlineData("api/administrator/", new[] { "administrator" })]
    [InlineData("jobs", new[] { "administrator" })]
    public void Every_door_of_an_audience_is_for_its_roles_alone(string beginning, string[] roles)
    {
        var doors = Routes().Where(r => r.Path.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)).ToList();
        Assert.NotEmpty(doors);
        Assert.All(doors, door => Assert.Equal(roles, door.Roles.Order()));
    }

    private sealed record Door(string Path, bool IsOpen, IReadOnlyList<string> Roles);

    private IEnumerable<Door> Routes() =>
        ((IEndpointRouteBuilder)_app)
            .DataSources.SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Select(endpoint => new Door(
                endpoint.RoutePattern.RawText is { Length: > 0 } text
                    ? text.TrimStart('/') is { Length: > 0 } p
                        ? p
                        : "/"
                    : "/",
                endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null,
                [.. RolesOf(endpoint)]
            ));

    private IEnumerable<string> RolesOf(RouteEndpoint endpoint)
    {
        var policies = _app.Services.GetRequiredService<IAuthorizationPolicyProvider>();
        var named = endpoint
            .Metadata.GetOrderedMetadata<IAuthorizeData>()
            .Where(a => a.Policy is not null)
            .Select(a => (AuthorizationPolicy)policies.GetPolicyAsync(a.Policy!).GetAwaiter().GetResult()!);
        return endpoint
            .Metadata.GetOrderedMetadata<AuthorizationPolicy>()
            .Concat(named)
            .SelectMany(policy => policy.Requirements)
            .OfType<RolesAuthorizationRequirement>()
            .SelectMany(requirement => requirement.AllowedRoles)
            .Distinct();
    }
}
