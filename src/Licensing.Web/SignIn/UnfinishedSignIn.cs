using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.WebUtilities;

namespace Licensing.Web.SignIn;

/// <summary>
/// What to do when somebody comes back from the directory and cannot be signed in. Mostly nothing is wrong: the page was left
/// open too long, "back" was pressed, or the application was restarted meanwhile. Then signing in once more is the cure.
/// </summary>
internal static class UnfinishedSignIn
{
    /// <summary>Marks a sign-in that was begun for the second time, so that a lasting fault does not go round in circles.</summary>
    internal const string Again = "again";

    internal static Task StartAgainOnce(RemoteFailureContext context)
    {
        context.HandleResponse();
        if (context.Properties?.Items.ContainsKey(Again) is true)
            return GiveUp(context);

        var query = new Dictionary<string, string?>
        {
            [Again] = "true",
            ["returnUrl"] = context.Properties?.RedirectUri ?? "/",
        };
        context.Response.Redirect(QueryHelpers.AddQueryString($"{context.Request.PathBase}/sign-in", query));
        return Task.CompletedTask;
    }

    internal static Task Refused(AccessDeniedContext context)
    {
        context.HandleResponse();
        return Say(
            context.HttpContext,
            StatusCodes.Status403Forbidden,
            "You are not signed in, because the sign-in was cancelled or the directory does not let you use this application. "
                + "Open the portal again to try once more, or ask the administrator for access."
        );
    }

    private static Task GiveUp(RemoteFailureContext context)
    {
        context
            .HttpContext.RequestServices.GetRequiredService<ILoggerFactory>()
            .CreateLogger(typeof(UnfinishedSignIn))
            .LogWarning(context.Failure, "Sign-in failed twice in a row");
        return Say(
            context.HttpContext,
            StatusCodes.Status400BadRequest,
            "You are not signed in: signing in failed twice in a row. Allow cookies for this site, then open the portal again. "
                + $"If it goes on, give the administrator this reference: {context.HttpContext.TraceIdentifier}"
        );
    }

    private static Task Say(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }
}
