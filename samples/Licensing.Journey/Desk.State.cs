using System.Text.Json;
using System.Text.Json.Nodes;

namespace Licensing.Journey;

/// <summary>What correspondents do: answer for their State the requests that were sent to it.</summary>
public sealed partial class Desk
{
    public Task<Answer> Requests(int page = 1) => Read($"/api/correspondent/requests?page={page}&size=100");

    public Task<Answer> Request(Guid id) => Read($"/api/correspondent/requests/{id}");

    public Task<Answer> ConfirmImport(Guid request, JsonNode confirmation, string? key = null) =>
        AnswerRequest(request, "confirmation", confirmation, key);

    public Task<Answer> DenyImport(Guid request, string reason, string? key = null) =>
        AnswerRequest(request, "denial", new { reason }, key);

    public Task<Answer> RevokeImport(Guid request, string reason, string? key = null) =>
        AnswerRequest(request, "revocation", new { reason }, key);

    public Task<Answer> Acknowledge(Guid request, string? key = null) =>
        AnswerRequest(request, "acknowledgement", new { }, key);

    public Task<Answer> GiveNotice(Guid request, JsonNode noObjection, string? key = null) =>
        AnswerRequest(request, "no-objection", noObjection, key);

    public Task<Answer> ObjectToTransit(Guid request, string reason, string? key = null) =>
        AnswerRequest(request, "objection", new { reason }, key);

    public Task<Answer> WithdrawNotice(Guid request, string reason, string? key = null) =>
        AnswerRequest(request, "withdrawal", new { reason }, key);

    /// <param name="kind">The last word of the address: <c>confirmation</c>, <c>objection</c> …</param>
    public Task<Answer> AnswerRequest(Guid request, string kind, object body, string? key = null) =>
        Act($"/api/correspondent/requests/{request}/{kind}", body, key);

    /// <summary>Looks through the inbox for the request of a case that has no newer one in its place.</summary>
    /// <param name="authorisation">The import authorisation it is about; null for a transit.</param>
    /// <returns>Null when this State has not been asked.</returns>
    /// <param name="kind">Where not one of these: <c>receipt-request</c> or <c>recall</c>.</param>
    public async Task<Guid?> RequestAbout(string caseNumber, string? authorisation = null, string? kind = null)
    {
        for (var page = 1; ; page++)
        {
            var inbox = await Requests(page);
            if (!inbox.IsDone)
                return null;
            foreach (var request in inbox["items"].EnumerateArray())
                if (IsAbout(request, caseNumber, authorisation, kind))
                    return request.GetProperty("id").GetGuid();
            if (page >= inbox["pages"].GetInt32())
                return null;
        }
    }

    private static bool IsAbout(JsonElement request, string caseNumber, string? authorisation, string? kind) =>
        request.GetProperty("number").GetString()!.StartsWith(caseNumber + "/", StringComparison.Ordinal)
        && !request.GetProperty("superseded").GetBoolean()
        && (
            kind is null
                ? request.GetProperty("kind").GetString() is not ("receipt-request" or "recall")
                : request.GetProperty("kind").GetString() == kind
        )
        // The system writes numbers in capitals.
        && string.Equals(
            request.TryGetProperty("authorisation", out var number) ? number.GetString() : null,
            authorisation,
            StringComparison.OrdinalIgnoreCase
        );
}
