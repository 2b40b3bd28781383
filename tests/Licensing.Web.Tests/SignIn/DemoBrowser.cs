using System.Net;
using System.Text.RegularExpressions;
using System.Web;

namespace Licensing.Web.Tests.SignIn;

/// <summary>Walks through sign-in step by step, as a browser with cookies does.</summary>
internal sealed partial class DemoBrowser(SignInHost host) : IDisposable
{
    private readonly CookieContainer cookies = new();
    private HttpClient? http;

    /// <summary>The same browser, when the application has been started anew.</summary>
    internal DemoBrowser(SignInHost restarted, DemoBrowser before)
        : this(restarted)
    {
        foreach (Cookie cookie in before.cookies.GetAllCookies())
            cookies.Add(new Cookie(cookie.Name, cookie.Value, cookie.Path, restarted.Address.Host));
    }

    private HttpClient Http => http ??= host.Client(cookies);

    internal Task<HttpResponseMessage> Get(string address) => Http.GetAsync(address);

    internal Task<HttpResponseMessage> Get(Uri? address) => Http.GetAsync(address);

    internal Task<HttpResponseMessage> Post(string address, HttpContent? form) => Http.PostAsync(address, form);

    internal Task<string> Read(string address) => Http.GetStringAsync(address);

    internal Task<string> Read(Uri? address) => Http.GetStringAsync(address);

    /// <summary>The answer of the portal to the person's coming back from the issuer.</summary>
    internal async Task<HttpResponseMessage> SignIn(string subject, string start)
    {
        var callback = await ReturnFromIssuer(subject, start);
        return await Http.GetAsync(callback);
    }

    /// <summary>The link with which the issuer sends the person back.</summary>
    internal async Task<Uri> ReturnFromIssuer(string subject, string start)
    {
        using var challenge = await Http.GetAsync(start);
        Assert.Equal(HttpStatusCode.Redirect, challenge.StatusCode);
        return await Choose(subject, challenge.Headers.Location!);
    }

    internal async Task<Uri> Choose(string subject, Uri issuerPage)
    {
        var page = await Http.GetStringAsync(issuerPage);
        var fields = HiddenField()
            .Matches(page)
            .ToDictionary(field => Decoded(field, "name"), field => Decoded(field, "value"));
        fields["demo_person"] = subject;
        using var form = new FormUrlEncodedContent(fields);
        using var chosen = await Http.PostAsync(new Uri(issuerPage, "/connect/authorize"), form);
        Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        return chosen.Headers.Location!;
    }

    internal Uri Follow(HttpResponseMessage response) => new(host.Address, response.Headers.Location!);

    public void Dispose() => http?.Dispose();

    private static string Decoded(Match field, string group) => HttpUtility.HtmlDecode(field.Groups[group].Value);

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]*)" value="(?<value>[^"]*)">""")]
    private static partial Regex HiddenField();
}
