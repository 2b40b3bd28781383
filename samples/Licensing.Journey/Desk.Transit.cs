using System.Text.Json.Nodes;

namespace Licensing.Journey;

/// <summary>What officers of a transit State do with the cases that they have of other States' requests, and what the exporting State
/// answers them.</summary>
public sealed partial class Desk
{
    public Task<Answer> Transit(Guid id) => Read($"/api/officer/transit/{id}");

    public Task<Answer> TransitCases() => Read("/api/officer/cases?kind=transit&size=100");

    public Task<Answer> AcknowledgeRequest(Guid id, string? remark = null, string? key = null) =>
        Act($"/api/officer/transit/{id}/acknowledgement", new { remark }, key);

    public Task<Answer> AskExportingState(Guid id, string question, string? key = null) =>
        Act($"/api/officer/transit/{id}/questions", new { question }, key);

    /// <param name="caseId">The exporting State's own case.</param>
    /// <param name="question">The exchange document with the question.</param>
    public Task<Answer> AnswerTransitState(Guid caseId, Guid question, string answer, string? key = null) =>
        Act($"/api/officer/cases/{caseId}/transit-questions/{question}/answer", new { answer }, key);

    /// <param name="seen">Version of the case that the officer looked at.</param>
    /// <param name="answer">kind, and noObjection or reason.</param>
    public Task<Answer> RecommendNotice(Guid id, Guid seen, JsonNode answer, string note, string? key = null) =>
        Act(
            $"/api/officer/transit/{id}/recommendation",
            new JsonObject
            {
                ["seen"] = seen,
                ["answer"] = answer,
                ["note"] = note,
            },
            key
        );

    /// <param name="seen">Version of the case that the officer looked at.</param>
    public Task<Answer> DecideNotice(Guid id, Guid seen, string? key = null) =>
        Act($"/api/officer/transit/{id}/decision", new { seen }, key);

    public Task<Answer> WithdrawOwnNotice(Guid id, string reason, string? key = null) =>
        Act($"/api/officer/transit/{id}/withdrawal", new { reason }, key);
}
