using Licensing.Web.Frontend;
using Licensing.Web.Security;

namespace Licensing.Web.Tests.Browser;

public sealed class Headers_are_strict(SpecimenSite site)
{
    [Fact]
    public async Task A_page_is_not_kept_and_an_asset_with_its_hash_is()
    {
        using var client = new HttpClient { BaseAddress = new(site.Form) };
        var stop = TestContext.Current.CancellationToken;
        using var page = await client.GetAsync("/Specimen", stop);
        using var asset = await client.GetAsync(Assets.Url("site.css"), stop);
        using var bare = await client.GetAsync("/assets/site.css", stop);

        Assert.True(page.Headers.CacheControl!.NoStore);
        Assert.Equal(SecurityHeaders.Policy([]), page.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", page.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("public, max-age=31536000, immutable", asset.Headers.CacheControl!.ToString());
        Assert.Equal("no-cache", bare.Headers.CacheControl!.ToString());
    }

    [Fact]
    public void The_policy_lets_forms_lead_to_the_identity_provider_only_by_its_origin() =>
        Assert.Equal(
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
                + "form-action 'self' https://login.example.org; frame-ancestors 'none'",
            SecurityHeaders.Policy(["https://login.example.org/tenant; script-src *"])
        );

    [Fact]
    public void A_form_target_that_is_no_address_stops_the_start() =>
        Assert.Equal(
            "Security:FormTargets holds \"login\", which is not an address. Write the identity provider's origin, like https://login.example.org.",
            Assert.Throws<InvalidOperationException>(() => SecurityHeaders.Policy(["login"])).Message
        );
}
