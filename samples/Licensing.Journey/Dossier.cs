using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Licensing.Journey;

/// <summary>A case from its application to its end, as somebody wrote it down: what is applied for, and what everybody does.</summary>
public sealed record Dossier
{
    public required string Title { get; init; }
    public required string Story { get; init; }

    /// <summary>The day on which every other day in the dossier was right. <see cref="DossierFile"/> moves them all by what has
    /// passed since.</summary>
    public required DateOnly WrittenOn { get; init; }

    /// <summary>The e-mail address with which the applicant signs in: an exporter, or an importer.</summary>
    public required string Applicant { get; init; }

    /// <summary>As sent over the API.</summary>
    public required JsonObject Application { get; init; }

    /// <summary>Kinds of the documents to be attached.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [];

    /// <summary>Landlocked arrangements that are put on record first, unless they are there.</summary>
    public IReadOnlyList<JsonObject> Arrangements { get; init; } = [];

    /// <summary>By number of the import authorisation.</summary>
    public IReadOnlyDictionary<string, ImportingStateSays> ImportingState { get; init; } =
        new Dictionary<string, ImportingStateSays>();

    /// <summary>By the two letters of the transit State.</summary>
    public IReadOnlyDictionary<string, TransitStateSays> TransitStates { get; init; } =
        new Dictionary<string, TransitStateSays>();
    public QuestionAndAnswer? Information { get; init; }
    public ReferralAndAdvice? Referral { get; init; }

    /// <summary>How an officer explains a flag of the screening, and a senior one agrees where it needs two, by rule. A flag that is not named
    /// here is left as it is, and keeps a licence from being issued.</summary>
    public IReadOnlyDictionary<string, string> Flags { get; init; } = new Dictionary<string, string>();

    /// <summary>The applicant's reason for taking the application back, when it does so after the States' answers.</summary>
    public string? Withdrawal { get; init; }

    /// <summary>The verdict; null where nobody recommends anything yet.</summary>
    public string? Recommend { get; init; }
    public string? Note { get; init; }
    public IReadOnlyList<string>? Conditions { get; init; }
    public IReadOnlyList<string>? Reasons { get; init; }
    public string? TextForApplicant { get; init; }

    /// <summary>What leaves under the licence, all of it at once, as declared over the API; null where nothing does.</summary>
    public JsonObject? Shipment { get; init; }

    /// <summary>What customs records as come back, as sent over the API.</summary>
    public IReadOnlyList<JsonObject> Returns { get; init; } = [];
    public required Ending Ends { get; init; }
}

/// <summary>Where a case stands when everybody has done what the dossier says.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Ending>))]
public enum Ending
{
    [JsonStringEnumMemberName("granted")]
    Granted,

    [JsonStringEnumMemberName("refused")]
    Refused,

    [JsonStringEnumMemberName("withdrawn")]
    Withdrawn,

    [JsonStringEnumMemberName("waiting-for-importing-state")]
    WaitingForImportingState,

    [JsonStringEnumMemberName("waiting-for-transit")]
    WaitingForTransit,

    [JsonStringEnumMemberName("with-officer")]
    WithOfficer,

    [JsonStringEnumMemberName("awaiting-decision")]
    AwaitingDecision,
}

/// <summary>Exactly one of the first three.</summary>
/// <param name="OnPaper">Set when the answer came as a document that two officers of the exporting State record.</param>
public sealed record ImportingStateSays(
    JsonObject? Confirmation = null,
    string? Denial = null,
    bool Silent = false,
    PaperAnswer? OnPaper = null
);

/// <summary>Exactly one of the first three.</summary>
/// <param name="Acknowledged">The State acknowledges the request first.</param>
/// <param name="OnPaper">Set when the answer came as a document that two officers of the exporting State record.</param>
public sealed record TransitStateSays(
    JsonObject? NoObjection = null,
    string? Objection = null,
    bool Silent = false,
    bool Acknowledged = false,
    PaperAnswer? OnPaper = null
);

/// <summary>A document that came by post. It bears the day of the request that it answers.</summary>
public sealed record PaperAnswer(string FileName);

/// <param name="Answer">Null while the applicant has not answered.</param>
public sealed record QuestionAndAnswer(string Question, string? Answer);

/// <param name="Outcome">no-objection, no-objection-with-conditions, objection or no-view.</param>
public sealed record ReferralAndAdvice(string Agency, string Question, string Outcome, string Advice);
