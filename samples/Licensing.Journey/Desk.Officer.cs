using System.Text.Json;
using System.Text.Json.Nodes;

namespace Licensing.Journey;

/// <summary>What officers and auditors do.</summary>
public sealed partial class Desk
{
    public Task<Answer> Cases() => Read("/api/officer/cases?size=100");

    public Task<Answer> Case(Guid id) => Read($"/api/officer/cases/{id}");

    public Task<Answer> CaseHistory(Guid id) => Read($"/api/officer/cases/{id}/history?size=100");

    public Task<Answer> AttachToCase(Guid id, string kind, string fileName, byte[] bytes, string? key = null) =>
        Upload($"/api/officer/cases/{id}/documents", kind, fileName, bytes, key);

    public Task<Answer> AskApplicant(Guid id, string question, DateOnly? lastDay = null, string? key = null) =>
        Act($"/api/officer/cases/{id}/information-requests", new { question, lastDay }, key);

    public Task<Answer> Refer(Guid id, string agency, string question, DateOnly? lastDay = null, string? key = null) =>
        Act(
            $"/api/officer/cases/{id}/referrals",
            new
            {
                agency,
                question,
                lastDay,
            },
            key
        );

    public Task<Answer> RecordAdvice(Guid id, Guid referral, string outcome, string text, string? key = null) =>
        Act($"/api/officer/cases/{id}/referrals/{referral}/advice", new { outcome, text }, key);

    /// <param name="recorded">requestId, answer, datedOn, originalId, senderId.</param>
    public Task<Answer> RecordAnswer(Guid id, JsonNode recorded, string? key = null) =>
        Act($"/api/officer/cases/{id}/recorded-answers", recorded, key);

    public Task<Answer> ConfirmRecorded(Guid id, Guid recorded, string? key = null) =>
        Act($"/api/officer/cases/{id}/recorded-answers/{recorded}/confirmation", new { }, key);

    public Task<Answer> RejectRecorded(Guid id, Guid recorded, string reason, string? key = null) =>
        Act($"/api/officer/cases/{id}/recorded-answers/{recorded}/rejection", new { reason }, key);

    public Task<Answer> Arrangements() => Read("/api/officer/arrangements?size=100");

    public Task<Answer> RecordArrangement(JsonNode arrangement, string? key = null) =>
        Act("/api/officer/arrangements", arrangement, key);

    public Task<Answer> ConfirmArrangement(Guid id, string? key = null) =>
        Act($"/api/officer/arrangements/{id}/confirmation", new { }, key);

    /// <param name="lastDay">Included; null for one that was never confirmed.</param>
    public Task<Answer> EndArrangement(Guid id, DateOnly? lastDay, string reason, string? key = null) =>
        Act($"/api/officer/arrangements/{id}/end", new { lastDay, reason }, key);

    /// <param name="whom"><c>importing-state</c> or <c>transit-states</c>.</param>
    public Task<Answer> AskAgain(Guid id, string whom, string reason, string? key = null) =>
        Act($"/api/officer/cases/{id}/requests", new { whom, reason }, key);

    public Task<Answer> ExtendDecision(Guid id, string? reason, string? key = null) =>
        Act($"/api/officer/cases/{id}/extension", new { reason }, key);

    /// <param name="amendment">expiresOn, lines, reason.</param>
    public Task<Answer> ProposeAmendment(Guid id, JsonNode amendment, string? key = null) =>
        Act($"/api/officer/cases/{id}/amendment", amendment, key);

    public Task<Answer> ConfirmAmendment(Guid id, Guid seen, string? key = null) =>
        Act($"/api/officer/cases/{id}/amendment/confirmation", new { seen }, key);

    public Task<Answer> Reopen(Guid id, string? reason, string? key = null) =>
        Act($"/api/officer/cases/{id}/reopening", new { reason }, key);

    public Task<Answer> ScreenAgain(Guid id, string? key = null) =>
        Act($"/api/officer/cases/{id}/screening", new { }, key);

    public Task<Answer> ScreeningsOf(Guid caseId) => Read($"/api/auditor/cases/{caseId}/screenings");

    public Task<Answer> DisposeOfFlag(Guid id, string rule, string kind, string reason, string? key = null) =>
        Act(
            $"/api/officer/cases/{id}/flags",
            new
            {
                rule,
                kind,
                reason,
            },
            key
        );

    public Task<Answer> ClearFlag(Guid id, Guid disposition, string? key = null) =>
        Act($"/api/officer/cases/{id}/flags/{disposition}/clearance", new { }, key);

    public Task<Answer> LinksOf(Guid id) => Read($"/api/officer/cases/{id}/links");

    /// <param name="link">partyA, partyB, attribute, value, reason, lastDay.</param>
    public Task<Answer> RefuteLink(Guid id, JsonNode link, string? key = null) =>
        Act($"/api/officer/cases/{id}/refuted-links", link, key);

    public Task<Answer> ConfirmRefutation(Guid refutation, string? key = null) =>
        Act($"/api/officer/refuted-links/{refutation}/confirmation", new { }, key);

    public Task<Answer> TakeRefutationBack(Guid refutation, string? reason, string? key = null) =>
        Act($"/api/officer/refuted-links/{refutation}/end", new { reason }, key);

    public Task<Answer> RefutedLinks() => Read("/api/officer/refuted-links?size=100");

    public Task<Answer> AuditedRefutedLinks() => Read("/api/auditor/refuted-links?size=100");

    public Task<Answer> LoadReference(JsonNode data, DateOnly retrievedOn, string? key = null) =>
        Act(
            "/api/administrator/reference",
            new
            {
                data,
                source = "Invented for a demonstration",
                retrievedOn,
            },
            key
        );

    /// <param name="seen">Version of the case that the officer looked at.</param>
    public Task<Answer> Recommend(Guid id, Guid seen, Recommendation recommendation, string? key = null) =>
        Act(
            $"/api/officer/cases/{id}/recommendation",
            new
            {
                seen,
                recommendation.Verdict,
                recommendation.Reasons,
                recommendation.Conditions,
                recommendation.ExpiresOn,
                recommendation.Note,
                recommendation.Checked,
            },
            key
        );

    /// <summary>What the score of the screening has the officer look into before a grant is recommended.</summary>
    /// <param name="seen">The case as an officer sees it.</param>
    public static IReadOnlyList<string> Checklist(JsonElement seen) =>
        seen.TryGetProperty("screening", out var screening) && screening.TryGetProperty("checklist", out var items)
            ? [.. items.EnumerateArray().Select(i => i.GetString()!)]
            : [];

    /// <param name="seen">Version of the case that the officer looked at.</param>
    public Task<Answer> Decide(Guid id, Guid seen, string verdict, string? textForApplicant, string? key = null) =>
        Act(
            $"/api/officer/cases/{id}/decision",
            new
            {
                seen,
                verdict,
                textForApplicant,
            },
            key
        );

    public Task<Answer> Return(Guid id, Guid seen, string reason, string? key = null) =>
        Act($"/api/officer/cases/{id}/return", new { seen, reason }, key);

    public Task<Answer> AuditedCases() => Read("/api/auditor/cases?size=100");

    public Task<Answer> AuditedCase(Guid id) => Read($"/api/auditor/cases/{id}");

    public Task<Answer> AuditedHistory(Guid id) => Read($"/api/auditor/cases/{id}/history?size=100");

    public Task<Answer> EverythingThatHappened(string? text = null) =>
        Read($"/api/auditor/history?size=100&text={Uri.EscapeDataString(text ?? "")}");

    public Task<Answer> AuthoritiesOf(string state) => Read($"/api/states/{state}/authorities");

    public Task<Answer> Document(Guid id) => Read($"/api/documents/{id}");
}

/// <summary>What an officer recommends to the second one.</summary>
/// <param name="Verdict"><c>grant</c>, <c>grant-with-conditions</c> or <c>refuse</c>.</param>
/// <param name="Note">Why; for the second officer only.</param>
/// <param name="Checked">Items of the checklist of the screening that were looked into.</param>
public sealed record Recommendation(
    string Verdict,
    string Note,
    IReadOnlyList<string>? Reasons = null,
    IReadOnlyList<string>? Conditions = null,
    DateOnly? ExpiresOn = null,
    IReadOnlyList<string>? Checked = null
);
