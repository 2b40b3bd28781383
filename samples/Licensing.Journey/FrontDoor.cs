using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Licensing.Journey;

/// <summary>The way into a running demo: people sign in here and get their desk.</summary>
public sealed class FrontDoor : IDisposable
{
    private readonly HttpClient http;
    private readonly ConcurrentDictionary<string, Task<Desk>> desks = new(StringComparer.OrdinalIgnoreCase);

    public FrontDoor(Uri address)
        : this(address, new SocketsHttpHandler { UseProxy = !address.IsLoopback, AllowAutoRedirect = false })
    {
        http.Timeout = TimeSpan.FromSeconds(60);
    }

    /// <param name="way">How requests get there, and how long one may take.</param>
    public FrontDoor(Uri address, HttpMessageHandler way) =>
        http = new HttpClient(way, disposeHandler: false) { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Somebody who has not signed in.</summary>
    public Desk Stranger => new(http, null, "a stranger", "");

    /// <exception cref="CannotSignInException">The demo has no such person.</exception>
    public Task<Desk> SignIn(string email) => desks.GetOrAdd(email, Enter);

    private async Task<Desk> Enter(string email)
    {
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["grant_type"] = "password",
                ["client_id"] = "licensing-demo-api",
                ["username"] = email,
                ["password"] = "demo",
                ["scope"] = "openid licensing",
            }
        );
        using var response = await http.PostAsync(new Uri("/connect/token", UriKind.Relative), form);
        using var json = await Read(response);
        if (!response.IsSuccessStatusCode)
            throw new CannotSignInException($"{email} cannot sign in: {Why(json)}");
        var token = json!.RootElement.GetProperty("access_token").GetString()!;
        var nameless = new Desk(http, token, email, "");
        var me = await nameless.Read("/api/me");
        if (!me.IsDone || me["capacities"].GetArrayLength() == 0)
            throw new CannotSignInException($"{email} is not appointed to anything here.");
        var capacity = me["capacities"][0];
        var role = capacity.GetProperty("role").GetString()!.Replace('-', ' ');
        var person = $"{me.Text("name")}, {role} of {capacity.GetProperty("for").GetString()}";
        return new Desk(http, token, person, capacity.GetProperty("state").GetString()!);
    }

    private static async Task<JsonDocument?> Read(HttpResponseMessage response)
    {
        var isJson = response.Content.Headers.ContentType is MediaTypeHeaderValue { MediaType: "application/json" };
        return isJson ? JsonDocument.Parse(await response.Content.ReadAsStringAsync()) : null;
    }

    private static string? Why(JsonDocument? json) =>
        json is not null && json.RootElement.TryGetProperty("error_description", out var why)
            ? why.GetString()
            : "this is not the sign-in of the demo.";

    public void Dispose() => http.Dispose();
}

/// <summary>Nobody was let in.</summary>
public sealed class CannotSignInException(string message) : Exception(message);
