using System.Security.Claims;
using Licensing.Web.SignIn;

namespace Licensing.Web.Tests.SignIn;

public sealed class WhoIsAsking
{
    [Fact]
    public void The_object_id_of_the_directory_wins_over_the_subject()
    {
        var identity = Identity.From(
            SignedIn(("iss", "https://i/"), ("oid", "object"), ("sub", "pairwise"), ("name", "Ada"))
        );

        Assert.Equal(("https://i/", "object", "Ada"), (identity!.Issuer, identity.Subject, identity.Name));
    }

    [Fact]
    public void All_roles_are_kept()
    {
        var identity = Identity.From(
            SignedIn(("iss", "https://i/"), ("sub", "s"), ("roles", Roles.Auditor), ("roles", Roles.SeniorOfficer))
        );

        Assert.Equal([Roles.Auditor, Roles.SeniorOfficer], identity!.Roles.Order());
    }

    [Fact]
    public void A_machine_without_a_name_is_called_by_its_application_id()
    {
        var identity = Identity.From(SignedIn(("iss", "https://i/"), ("sub", "s"), ("azp", "customs-gateway")));

        Assert.Equal("customs-gateway", identity!.Name);
    }

    [Fact]
    public void Nobody_is_signed_in_without_a_valid_sign_in() =>
        Assert.Null(
            Identity.From(new ClaimsPrincipal(new ClaimsIdentity([new("iss", "https://i/"), new("sub", "s")])))
        );

    [Theory]
    [InlineData("iss")]
    [InlineData("sub")]
    public void Half_an_identity_is_none(string only) => Assert.Null(Identity.From(SignedIn((only, "value"))));

    private static ClaimsPrincipal SignedIn(params (string Type, string Value)[] claims) =>
        new(new ClaimsIdentity(claims.Select(claim => new Claim(claim.Type, claim.Value)), "test"));
}
