using Licensing.Casework.Documents;
using Licensing.Casework.StateDirectory;
using Licensing.Web.SignIn;

namespace Licensing.Web.Api;

/// <summary>What anybody who is signed in may ask: who am I, which States are there, and the documents that are mine to read.</summary>
public static class SharedApi
{
    public sealed record Me(string Name, IReadOnlyList<Capacity> Capacities);

    public static void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api").WithTags("Everybody").RequireAuthorization();
        api.MapGet(
                "/me",
                async (HttpContext http, ActingFor acting, CancellationToken cancel) =>
                    new Me(Identity.From(http.User)?.Name ?? "", await acting.Capacities(http, cancel))
            )
            .WithSummary("Says who is signed in, and in which capacities.");
        api.MapGet(
                "/states",
                (DirectoryOfStates directory, int? page, int? size, CancellationToken cancel) =>
                    directory.States(Audience.Page(page, size), cancel)
            )
            .WithSummary("Lists the States in the directory.");
        api.MapGet(
                "/states/{code}/authorities",
                (string code, DirectoryOfStates directory, int? page, int? size, CancellationToken cancel) =>
                    directory.Authorities(code, Audience.Page(page, size), cancel)
            )
            .WithSummary("Lists the competent authorities of a State, with the days between which each entry holds.");
        api.MapGet(
                "/documents/{id:guid}",
                async (Guid id, Caller who, ReadDocument read, CancellationToken cancel) =>
                {
                    var file = await read.Run(who.Acting, id, cancel);
                    return Results.File(file.Bytes, file.MediaType, file.FileName);
                }
            )
            .WithSummary("Returns an uploaded document.");
    }
}
