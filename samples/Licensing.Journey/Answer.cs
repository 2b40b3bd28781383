using System.Text.Json;

namespace Licensing.Journey;

/// <summary>What the system answered: what was asked for, or why it was not done. A refusal is an answer, not an exception.</summary>
/// <param name="Status">Of HTTP.</param>
/// <param name="Json">The body; undefined when there was none.</param>
public sealed record Answer(int Status, JsonElement Json)
{
    public bool IsDone => Status is >= 200 and < 300;

    /// <summary>Null when it was done.</summary>
    public Refusal? Refusal => IsDone ? null : Journey.Refusal.Of(Status, Json);

    public JsonElement this[string member] => Json.GetProperty(member);

    public Guid Id(string member) => Json.GetProperty(member).GetGuid();

    public string Text(string member) => Json.GetProperty(member).GetString()!;
}

/// <summary>A rule of law that is not met, as the system reports it.</summary>
/// <param name="Rule">The name of the rule; empty where the reader is not told it.</param>
public sealed record UnmetFinding(string Article, string Rule, string Subject, string Text, string WhatToDo);

/// <summary>Why something was not done.</summary>
/// <param name="Code">A word for programs; null where there is none.</param>
/// <param name="Errors">Field → what is wrong with it.</param>
public sealed record Refusal(
    int Status,
    string Title,
    string Detail,
    string? Code,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Errors,
    IReadOnlyList<UnmetFinding> Findings
)
{
    internal static Refusal Of(int status, JsonElement problem) =>
        new(
            status,
            Member(problem, "title") ?? $"HTTP {status}",
            Member(problem, "detail") ?? "",
            Member(problem, "code"),
            Fields(problem).ToDictionary(f => f.Name, f => Texts(f.Value), StringComparer.Ordinal),
            [.. Unmet(problem)]
        );

    /// <summary>The refusal as lines to read: what, and then every field or finding.</summary>
    public IEnumerable<string> InWords() =>
        [
            $"{Title} ({Status}). {Detail}".TrimEnd(),
            .. Errors.SelectMany(field => field.Value.Select(text => $"{field.Key}: {text}")),
            .. Findings.Select(f => $"{f.Article}: {f.Text} {f.WhatToDo}"),
        ];

    private static JsonElement.ObjectEnumerator Fields(JsonElement problem) =>
        problem.ValueKind == JsonValueKind.Object && problem.TryGetProperty("errors", out var errors)
            ? errors.EnumerateObject()
            : default;

    private static IEnumerable<UnmetFinding> Unmet(JsonElement problem) =>
        problem.ValueKind == JsonValueKind.Object && problem.TryGetProperty("findings", out var findings)
            ? findings
                .EnumerateArray()
                .Select(f => new UnmetFinding(
                    Member(f, "article") ?? "",
                    Member(f, "rule") ?? "",
                    Member(f, "subject") ?? "",
                    Member(f, "text") ?? "",
                    Member(f, "whatToDo") ?? ""
                ))
            : [];

    private static IReadOnlyList<string> Texts(JsonElement array) =>
        [.. array.EnumerateArray().Select(text => text.GetString()!)];

    private static string? Member(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object
        && from.TryGetProperty(name, out var member)
        && member.ValueKind == JsonValueKind.String
            ? member.GetString()
            : null;
}
