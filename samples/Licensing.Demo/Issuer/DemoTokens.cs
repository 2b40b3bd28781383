using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Licensing.Demo.Issuer;

internal sealed class DemoTokens(DemoPeople people) : IOpenIddictServerHandler<HandleTokenRequestContext>
{
    public ValueTask HandleAsync(HandleTokenRequestContext context)
    {
        if (context.Request.IsAuthorizationCodeGrantType())
        {
            // Whom the code stands for was written into it when the person was chosen.
            context.SignIn(context.Principal!);
            return ValueTask.CompletedTask;
        }

        var person = people.WithEmail(context.Request.Username);
        if (person is null || context.Request.Password != DemoIssuer.Password)
            context.Reject(
                Errors.InvalidGrant,
                $"The user name or the password is wrong. Use the e-mail address of a demo person and the password '{DemoIssuer.Password}'."
            );
        else
            context.SignIn(DemoPeople.Vouch(person, context.Request.GetScopes()));
        return ValueTask.CompletedTask;
    }
}
