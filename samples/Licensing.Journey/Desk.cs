using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Licensing.Journey;

/// <summary>The desk of somebody who is signed in: everything that the API offers, as the acts of the trade. Whether this person
/// may do it is the system's word, so every act can be tried from every desk.</summary>
/// <param name="http">To the system.</param>
/// <param name="token">Null for a stranger.</param>
/// <param name="person">Who sits here, in words.</param>
/// <param name="state">The two letters of the State the person acts for.</param>
/// <param name="patience">For how many seconds an answer may wait until what the act sets off has been carried out.</param>
public sealed partial class Desk(HttpClient http, string? token, string person, string state, int patience = 30)
{
    private static readonly JsonSerializerOptions Spelling = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public string Person { get; } = person;
    public string State { get; } = state;

    /// <summary>The same person, who would be answered at once.</summary>
    public Desk InAHurry() => new(http, token, Person, State, 0);

    public Task<Answer> Read(string path) => Send(HttpMethod.Get, path, null, null);

    /// <param name="body">Anything that is written as JSON, or a <see cref="JsonNode"/> as it is.</param>
    /// <param name="key">Idempotency key; a new one when left out.</param>
    public Task<Answer> Act(string path, object body, string? key = null, HttpMethod? method = null) =>
        ActAsWritten(
            path,
            body is JsonNode node ? node.ToJsonString() : JsonSerializer.Serialize(body, Spelling),
            key,
            method
        );

    /// <summary>Sends a body letter by letter, also one that is not JSON.</summary>
    public async Task<Answer> ActAsWritten(string path, string body, string? key = null, HttpMethod? method = null)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await Send(method ?? HttpMethod.Post, path, content, key ?? NewKey());
    }

    public Task<Answer> Remove(string path, string? key = null) => Send(HttpMethod.Delete, path, null, key ?? NewKey());

    private async Task<Answer> Upload(
        string path,
        string? kind,
        string fileName,
        byte[] bytes,
        string? key,
        params (string Field, string Value)[] states
    )
    {
        using var form = new MultipartFormDataContent();
        using var file = new ByteArrayContent(bytes);
        form.Add(file, "file", fileName);
        using var kindGiven = new StringContent(kind ?? "");
        if (kind is not null)
            form.Add(kindGiven, "kind");
        foreach (var (field, value) in states)
            form.Add(new StringContent(value), field);
        return await Send(HttpMethod.Post, path, form, key ?? NewKey());
    }

    // A case that moves is looked at again in a moment, as the answer says.
    private async Task<Answer> Send(HttpMethod method, string path, HttpContent? content, string? key)
    {
        var body = content is null ? null : await content.ReadAsByteArrayAsync();
        for (var attempt = 0; ; attempt++)
        {
            using var sent = body is null ? null : new ByteArrayContent(body);
            if (sent is not null)
                sent.Headers.ContentType = content!.Headers.ContentType;
            var answer = await SendOnce(method, path, sent, key);
            if (answer is not { Status: 409, Refusal.Code: "moving" } || attempt >= patience)
                return answer;
            await Task.Delay(1000);
        }
    }

    private async Task<Answer> SendOnce(HttpMethod method, string path, HttpContent? content, string? key)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        // Answered once everything that it sets off has been carried out, whichever engine does that.
        request.Headers.Add("Prefer", $"wait={patience}");
        using var response = await http.SendAsync(request);
        return new Answer((int)response.StatusCode, await Body(response));
    }

    private static async Task<JsonElement> Body(HttpResponseMessage response)
    {
        if (response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) is not true)
            return default;
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return json.RootElement.Clone();
    }

    private static string NewKey() => Guid.NewGuid().ToString();
}
