using Licensing.Casework;
using Licensing.Web.SignIn;

namespace Licensing.Web.Api;

/// <summary>Every group of endpoints says for whom it is; anybody else is refused before it runs.</summary>
internal static class Audience
{
    public static RouteGroupBuilder MapAudience(
        this IEndpointRouteBuilder app,
        string path,
        string tag,
        params Role[] roles
    ) =>
        app.MapGroup($"/api/{path}")
            .WithTags(tag)
            .RequireAuthorization(policy => policy.RequireRole(roles.Select(Roles.Of)))
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden);

    /// <summary>The refusals that an act may answer with.</summary>
    public static RouteHandlerBuilder IsAct(this RouteHandlerBuilder endpoint) =>
        endpoint
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    public static PageWanted Page(int? page, int? size) => new(page, size);
}
