using System.Text.Json.Nodes;

namespace Licensing.Journey;

/// <summary>What exporters do.</summary>
public sealed partial class Desk
{
    public Task<Answer> MyApplications() => Read("/api/exporter/applications");

    public Task<Answer> Begin(JsonNode draft, string? key = null) => Act("/api/exporter/applications", draft, key);

    public Task<Answer> Draft(Guid application) => Read($"/api/exporter/applications/{application}");

    public Task<Answer> Change(Guid application, Guid version, JsonNode draft, string? key = null) =>
        Act($"/api/exporter/applications/{application}", new { version, draft }, key, HttpMethod.Put);

    public Task<Answer> Discard(Guid application, string? key = null) =>
        Remove($"/api/exporter/applications/{application}", key);

    public Task<Answer> Attach(Guid application, string? kind, string fileName, byte[] bytes, string? key = null) =>
        Upload($"/api/exporter/applications/{application}/documents", kind, fileName, bytes, key);

    /// <summary>The same of a paper with what it states, by the names of the fields.</summary>
    public Task<Answer> AttachStating(
        Guid application,
        string kind,
        byte[] bytes,
        params (string Field, string Value)[] states
    ) => Upload($"/api/exporter/applications/{application}/documents", kind, $"{kind}.pdf", bytes, null, states);

    public Task<Answer> Submit(Guid application, Guid version, string? key = null) =>
        Act($"/api/exporter/applications/{application}/submission", new { version }, key);

    public Task<Answer> MyCase(Guid id) => Read($"/api/exporter/cases/{id}");

    public Task<Answer> AnswerTheAuthority(Guid id, Guid question, string answer, string? key = null) =>
        Act($"/api/exporter/cases/{id}/information-requests/{question}/answer", new { answer }, key);

    public Task<Answer> Appeal(Guid id, string? grounds, string? key = null) =>
        Act($"/api/exporter/cases/{id}/appeal", new { grounds }, key);

    public Task<Answer> Withdraw(Guid id, string reason, string? key = null) =>
        Act($"/api/exporter/cases/{id}/withdrawal", new { reason }, key);
}
