using System.Text.Json;
using Licensing.Casework;
using Licensing.Casework.Acts;
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
            .AddEndpointFilter<RouteGroupBuilder, WhileItMoves>()
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

    /// <summary>A word of the address or query as the member that it names, spelt as everywhere in the API: <c>awaiting-decision</c>.</summary>
    /// <returns>Null when there is no word.</returns>
    /// <exception cref="MalformedException">No member has that name.</exception>
    public static T? Word<T>(string field, string? given)
        where T : struct, Enum
    {
        if (string.IsNullOrWhiteSpace(given))
            return null;
        foreach (var member in Enum.GetValues<T>())
            if (Spelt(member).Equals(given.Trim(), StringComparison.OrdinalIgnoreCase))
                return member;
        throw new MalformedException(field, $"Write one of {Words.And(Enum.GetValues<T>().Select(m => Spelt(m)))}.");
    }

    private static string Spelt(Enum member) => JsonNamingPolicy.KebabCaseLower.ConvertName(member.ToString());
}
