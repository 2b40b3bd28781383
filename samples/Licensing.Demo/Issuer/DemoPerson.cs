namespace Licensing.Demo.Issuer;

/// <summary>Somebody who can sign in to the demo. Nobody here exists.</summary>
/// <param name="Email">The user name for the password grant. The password is <see cref="DemoIssuer.Password"/> for everybody.</param>
/// <param name="Role">One of <see cref="Web.SignIn.Roles"/>.</param>
/// <param name="Where">The State, company or office under which the sign-in page lists the person.</param>
public sealed record DemoPerson(string Subject, string Name, string Email, string Role, string Where);
