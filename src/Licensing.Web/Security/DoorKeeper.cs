using Licensing.Casework.Acts;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Licensing.Web.Security;

/// <summary>Whoever tries an act that is not for the role is turned away as ever, and the attempt stands in the history of the State.</summary>
public sealed class DoorKeeper(ActingFor actingFor, NoteAttempt note) : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler usual = new();

    public async Task HandleAsync(
        RequestDelegate next,
        HttpContext context,
        AuthorizationPolicy policy,
        PolicyAuthorizationResult authorizeResult
    )
    {
        if (
            authorizeResult.Forbidden
            && !HttpMethods.IsGet(context.Request.Method)
            && !HttpMethods.IsHead(context.Request.Method)
        )
            await Note(context);
        await usual.HandleAsync(next, context, policy, authorizeResult);
    }

    private async Task Note(HttpContext context)
    {
        // Who is appointed to nothing, or has not said in which capacity, has no history to stand in.
        // Nor does it help to hang up.
        if (await actingFor.Chosen(context, CancellationToken.None) is null)
            return;
        var acting = await actingFor.Acting(context, CancellationToken.None);
        var path = context.Request.Path.Value ?? "";
        await note.Run(acting, $"{context.Request.Method} {(path.Length > 200 ? path[..200] : path)}");
    }
}
