using System.Net;
using System.Web;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Licensing.Web.Tests.SignIn;

public sealed class PortalSignIn(SignInHost host) : IClassFixture<SignInHost>
{
    [Fact]
    public async Task Somebody_who_opens_a_page_signs_in_and_lands_on_that_page()
    {
        using var browser = new DemoBrowser(host);
        using var page = await browser.Get("/desk?case=7");
        Assert.Equal("/sign-in", browser.Follow(page).AbsolutePath);

        using var signedIn = await browser.SignIn("officer-1", browser.Follow(page).PathAndQuery);

        Assert.Equal("/desk?case=7", signedIn.Headers.Location!.OriginalString);
        var desk = (await browser.Read("/desk?case=7")).Split('|');
        Assert.Equal([host.Address.AbsoluteUri, "officer-1", "Ada <Officer>", Roles.LicensingOfficer], desk[..4]);
    }

    [Fact]
    public async Task Sign_in_uses_a_code_with_proof_key_and_cookies_that_scripts_and_other_sites_cannot_use()
    {
        using var browser = new DemoBrowser(host);
        using var challenge = await browser.Get("/sign-in");
        var request = HttpUtility.ParseQueryString(challenge.Headers.Location!.Query);
        Assert.Equal("code", request["response_type"]);
        Assert.Equal("S256", request["code_challenge_method"]);

        using var signedIn = await browser.Get(await browser.Choose("officer-1", challenge.Headers.Location));

        var cookie = Assert.Single(
            signedIn.Headers.GetValues("Set-Cookie"),
            c => c.StartsWith("licensing=", StringComparison.Ordinal)
        );
        Assert.EndsWith("; path=/; samesite=lax; httponly", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sign_in_page_lists_people_by_place_without_inline_style_or_script()
    {
        using var browser = new DemoBrowser(host);
        using var challenge = await browser.Get("/sign-in");

        var page = await browser.Read(challenge.Headers.Location);

        Assert.Contains("<h1 class=\"govuk-heading-xl\">Sign in to the demo</h1>", page, StringComparison.Ordinal);
        Assert.Contains("<h2 class=\"govuk-heading-m\">Licensing authority</h2>", page, StringComparison.Ordinal);
        Assert.Contains(
            ">Ada &lt;Officer&gt;, licensing officer (ada@authority.example)</button>",
            page,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_the_demo_does_not_know_cannot_be_chosen()
    {
        using var browser = new DemoBrowser(host);
        using var challenge = await browser.Get("/sign-in");
        var fields = HttpUtility.ParseQueryString(challenge.Headers.Location!.Query);
        using var form = new FormUrlEncodedContent(
            fields
                .AllKeys.Select(key => KeyValuePair.Create(key!, fields[key]!))
                .Append(KeyValuePair.Create("demo_person", "nobody"))
        );

        using var answer = await browser.Post("/connect/authorize", form);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Choose whom to be", await Answer.Text(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("client_id", "somebody-else", HttpStatusCode.Unauthorized, "invalid_client")]
    [InlineData("redirect_uri", "https://evil.example/signin-oidc", HttpStatusCode.BadRequest, "invalid_request")]
    [InlineData("redirect_uri", "http://localhost/elsewhere", HttpStatusCode.BadRequest, "invalid_request")]
    public async Task The_issuer_sends_nobody_to_an_application_it_does_not_know(
        string field,
        string value,
        HttpStatusCode status,
        string error
    )
    {
        using var browser = new DemoBrowser(host);
        using var challenge = await browser.Get("/sign-in");
        var query = HttpUtility.ParseQueryString(challenge.Headers.Location!.Query);
        query[field] = value;

        using var answer = await browser.Get($"/connect/authorize?{query}");

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains($"error:{error}", await Answer.Text(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_issuer_insists_on_a_proof_key()
    {
        using var browser = new DemoBrowser(host);
        using var challenge = await browser.Get("/sign-in");
        var query = HttpUtility.ParseQueryString(challenge.Headers.Location!.Query);
        query.Remove("code_challenge");
        query.Remove("code_challenge_method");

        using var answer = await browser.Get($"/connect/authorize?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("'code_challenge' parameter is missing", await Answer.Text(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_stolen_on_its_way_back_is_of_no_use_in_another_browser()
    {
        using var victim = new DemoBrowser(host);
        using var thief = new DemoBrowser(host);
        var code = HttpUtility.ParseQueryString((await victim.ReturnFromIssuer("officer-1", "/sign-in")).Query)[
            "code"
        ]!;
        var own = HttpUtility.ParseQueryString((await thief.ReturnFromIssuer("exporter-1", "/sign-in")).Query);
        own["code"] = code;

        using var callback = await thief.Get($"/signin-oidc?{own}");

        Assert.StartsWith("/sign-in?again=true", callback.Headers.Location!.OriginalString, StringComparison.Ordinal);
        using var desk = await thief.Get("/desk");
        Assert.Equal("/sign-in", thief.Follow(desk).AbsolutePath);
    }

    [Fact]
    public async Task Sign_in_stays_at_the_address_that_the_browser_uses()
    {
        using var browser = new DemoBrowser(host);
        using var challenge = await browser.Get($"http://127.0.0.1:{host.Address.Port}/sign-in?returnUrl=/desk");

        Assert.StartsWith(
            $"http://127.0.0.1:{host.Address.Port}/connect/authorize?",
            challenge.Headers.Location!.OriginalString,
            StringComparison.Ordinal
        );
        using var signedIn = await browser.Get(await browser.Choose("officer-1", challenge.Headers.Location));
        Assert.Equal("/desk", signedIn.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_part_of_a_page_asked_for_after_the_session_ended_makes_the_page_load_anew()
    {
        using var http = host.Client();
        http.DefaultRequestHeaders.Add("Sec-Fetch-Mode", "cors");
        http.DefaultRequestHeaders.Add("HX-Request", "true");

        using var part = await http.GetAsync("/desk", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, part.StatusCode);
        Assert.Equal(["true"], part.Headers.GetValues("HX-Refresh"));
    }

    [Fact]
    public async Task The_cookie_of_the_portal_does_not_open_the_API()
    {
        using var browser = new DemoBrowser(host);
        (await browser.SignIn("officer-1", "/sign-in?returnUrl=/desk")).Dispose();
        using var desk = await browser.Get("/desk");
        Assert.Equal(HttpStatusCode.OK, desk.StatusCode);

        using var api = await browser.Get("/api/me");

        Assert.Equal(HttpStatusCode.Unauthorized, api.StatusCode);
    }

    [Fact]
    public async Task A_page_for_another_role_answers_403_and_not_a_redirect()
    {
        using var browser = new DemoBrowser(host);
        (await browser.SignIn("exporter-1", "/sign-in")).Dispose();

        using var page = await browser.Get("/desk/authority");

        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
    }

    [Theory]
    [InlineData("/desk?case=7", "/desk?case=7")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("//evil.example/", "/")]
    [InlineData("/\\evil.example/", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("", "/")]
    public async Task After_sign_in_the_browser_goes_to_a_local_address_only(string returnUrl, string destination)
    {
        using var browser = new DemoBrowser(host);
        var start = $"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}";

        using var first = await browser.SignIn("officer-1", start);
        using var already = await browser.Get(start);

        Assert.Equal(destination, first.Headers.Location!.OriginalString);
        Assert.Equal(destination, already.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_comes_back_to_the_start()
    {
        using var browser = new DemoBrowser(host);
        (await browser.SignIn("officer-1", "/sign-in?returnUrl=/desk")).Dispose();
        var token = (await browser.Read("/desk")).Split('|')[^1];
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);

        using var signOut = await browser.Post("/sign-out", form);
        using var issuer = await browser.Get(signOut.Headers.Location);
        using var back = await browser.Get(issuer.Headers.Location);

        Assert.Equal("/", back.Headers.Location!.OriginalString);
        using var desk = await browser.Get("/desk");
        Assert.Equal("/sign-in", browser.Follow(desk).AbsolutePath);
    }

    [Fact]
    public async Task Another_site_cannot_sign_somebody_out()
    {
        using var browser = new DemoBrowser(host);
        (await browser.SignIn("officer-1", "/sign-in")).Dispose();

        using var signOut = await browser.Post("/sign-out", null);

        Assert.Equal(HttpStatusCode.BadRequest, signOut.StatusCode);
        using var desk = await browser.Get("/desk");
        Assert.Equal(HttpStatusCode.OK, desk.StatusCode);
    }

    [Fact]
    public async Task A_sign_in_that_cannot_be_finished_begins_again_once_and_then_says_so()
    {
        using var browser = new DemoBrowser(host);
        var callback = await browser.ReturnFromIssuer("officer-1", "/sign-in?returnUrl=/desk");
        using var forgetful = new DemoBrowser(host);

        using var first = await forgetful.Get(callback);
        Assert.Equal("/sign-in?again=true&returnUrl=%2Fdesk", first.Headers.Location!.OriginalString);

        callback = await browser.ReturnFromIssuer("officer-1", first.Headers.Location.OriginalString);
        using var second = await forgetful.Get(callback);
        Assert.Equal(HttpStatusCode.BadRequest, second.StatusCode);
        Assert.StartsWith("You are not signed in:", await Answer.Text(second), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_whom_the_directory_refuses_is_told_so()
    {
        using var browser = new DemoBrowser(host);
        using var challenge = await browser.Get("/sign-in");
        var state = HttpUtility.ParseQueryString(challenge.Headers.Location!.Query)["state"]!;

        using var back = await browser.Get($"/signin-oidc?error=access_denied&state={Uri.EscapeDataString(state)}");

        Assert.Equal(HttpStatusCode.Forbidden, back.StatusCode);
        Assert.StartsWith("You are not signed in,", await Answer.Text(back), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_restart_an_old_cookie_leads_to_a_new_sign_in()
    {
        using var browser = new DemoBrowser(host);
        (await browser.SignIn("officer-1", "/sign-in")).Dispose();
        await using var restarted = await Restarted();
        using var later = new DemoBrowser(restarted, browser);

        using var desk = await later.Get("/desk");

        Assert.Equal(HttpStatusCode.Redirect, desk.StatusCode);
        Assert.Equal("/sign-in", later.Follow(desk).AbsolutePath);
    }

    [Fact]
    public async Task A_restart_in_the_middle_of_a_sign_in_leads_to_a_new_sign_in()
    {
        using var browser = new DemoBrowser(host);
        var callback = await browser.ReturnFromIssuer("officer-1", "/sign-in?returnUrl=/desk");
        await using var restarted = await Restarted();
        using var later = new DemoBrowser(restarted, browser);

        using var back = await later.Get(callback.PathAndQuery);

        Assert.Equal("/sign-in?again=true&returnUrl=%2F", back.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Sign_in_works_while_the_cases_run_on_another_clock()
    {
        var past = new FakeTimeProvider(new DateTimeOffset(2024, 3, 1, 9, 0, 0, TimeSpan.Zero));
        await using var simulated = new SignInHost(
            SignInHost.FreeAddress(),
            services => services.AddSingleton<TimeProvider>(past)
        );
        await simulated.InitializeAsync();
        using var browser = new DemoBrowser(simulated);

        using var signedIn = await browser.SignIn("officer-1", "/sign-in?returnUrl=/desk");

        Assert.Equal("/desk", signedIn.Headers.Location!.OriginalString);
        using var desk = await browser.Get("/desk");
        Assert.Equal(HttpStatusCode.OK, desk.StatusCode);
    }

    // Keys that protect cookies are lost too where nothing is kept on disk, as in a container: the hardest kind of restart.
    private static async Task<SignInHost> Restarted()
    {
        var restarted = new SignInHost(
            SignInHost.FreeAddress(),
            services => services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider())
        );
        await restarted.InitializeAsync();
        return restarted;
    }
}
