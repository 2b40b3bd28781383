using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Licensing.Web.SignIn;

public static class SignInEndpoints
{
    public static WebApplication MapLicensingSignIn(this WebApplication app)
    {
        app.MapGet("/sign-in", SignIn).AllowAnonymous().ExcludeFromDescription();
        app.MapPost("/sign-out", SignOut).AllowAnonymous().ExcludeFromDescription();
        return app;
    }

    private static IResult SignIn(HttpContext http, string? returnUrl)
    {
        // A link to our sign-in must not carry somebody off to a page of somebody else afterwards.
        var destination = RedirectHttpResult.IsLocalUrl(returnUrl) ? returnUrl : Home(http);
        if (http.User.Identity is { IsAuthenticated: true })
            return TypedResults.LocalRedirect(destination);

        var properties = new AuthenticationProperties { RedirectUri = destination };
        if (http.Request.Query.ContainsKey(UnfinishedSignIn.Again))
            properties.Items[UnfinishedSignIn.Again] = "true";
        return TypedResults.Challenge(properties, [OpenIdConnectDefaults.AuthenticationScheme]);
    }

    private static async Task<IResult> SignOut(HttpContext http, IAntiforgery antiforgery)
    {
        // The session may have ended before the button was pressed.
        if (http.User.Identity is not { IsAuthenticated: true })
            return TypedResults.LocalRedirect(Home(http));

        if (!await antiforgery.IsRequestValidAsync(http))
            return TypedResults.Problem(
                statusCode: StatusCodes.Status400BadRequest,
                title: "You are still signed in",
                detail: "The request to sign out did not come from a current page of the portal. Reload the page and sign out again."
            );

        // The directory's session ends too: at a shared desk the next person would otherwise be signed in as this one.
        return TypedResults.SignOut(
            new AuthenticationProperties { RedirectUri = Home(http) },
            [CookieAuthenticationDefaults.AuthenticationScheme, OpenIdConnectDefaults.AuthenticationScheme]
        );
    }

    private static string Home(HttpContext http) => $"{http.Request.PathBase}/";
}
