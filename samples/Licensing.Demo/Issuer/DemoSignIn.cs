using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;

namespace Licensing.Demo.Issuer;

/// <summary>The page on which a visitor of the demo chooses whom to be. It needs no script and no style of its own.</summary>
internal static class DemoSignIn
{
    internal const string Path = "/connect/authorize";
    private const string Chosen = "demo_person";

    internal static IResult ChoosePerson(HttpContext http, DemoPeople people)
    {
        var request = http.GetOpenIddictServerRequest()!;
        var person = HttpMethods.IsPost(http.Request.Method) ? people.WithSubject((string?)request[Chosen]) : null;
        if (person is null)
            return TypedResults.Content(Page(request, people), "text/html; charset=utf-8");

        return TypedResults.SignIn(
            DemoPeople.Vouch(person, request.GetScopes()),
            authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme
        );
    }

    private static string Page(OpenIddictRequest request, DemoPeople people) =>
        $"""
            <!DOCTYPE html>
            <html lang="en" class="govuk-template">
            <head>
              <meta charset="utf-8">
              <title>Sign in to the demo</title>
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <link rel="icon" href="data:,">
              <link rel="stylesheet" href="/assets/site.css">
            </head>
            <body class="govuk-template__body">
              <div class="govuk-width-container">
                <main class="govuk-main-wrapper" id="main-content">
                  <h1 class="govuk-heading-xl">Sign in to the demo</h1>
                  <p class="govuk-body">Choose whom to be. The people, companies and States are invented, and no password is needed.</p>
                  <form method="post" action="{Path}">
            {OriginalRequest(request)}{Buttons(people)}      </form>
                </main>
              </div>
            </body>
            </html>
            """;

    // The form carries the whole request, so that the issuer has nothing to remember between the page and the choice.
    private static string OriginalRequest(OpenIddictRequest request) =>
        Lines(
            from parameter in request.GetParameters()
            where parameter.Key != Chosen
            let value = (string?)parameter.Value
            where value is not null
            select $"""        <input type="hidden" name="{Html(parameter.Key)}" value="{Html(value)}">"""
        );

    private static string Buttons(DemoPeople people) =>
        Lines(
            people.ByPlace.SelectMany(place =>
                place
                    .Select(person =>
                        $"""
                                <p class="govuk-body">
                                  <button type="submit" class="govuk-button govuk-button--secondary" name="{Chosen}" value="{Html(
                            person.Subject
                        )}">{Html(person.Name)}, {Html(person.Role.Replace('-', ' '))} ({Html(person.Email)})</button>
                                </p>
                        """
                    )
                    .Prepend($"""        <h2 class="govuk-heading-m">{Html(place.Key)}</h2>""")
            )
        );

    private static string Lines(IEnumerable<string> lines) =>
        lines.Aggregate(new StringBuilder(), (page, line) => page.Append(line).Append('\n')).ToString();

    private static string Html(string? text) => HtmlEncoder.Default.Encode(text ?? "");
}
