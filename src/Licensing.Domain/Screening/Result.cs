namespace Licensing.Domain.Screening;

/// <summary>What a rule says of a case. A rule that says nothing is clear; one that cannot tell says what it would have to know.</summary>
public abstract record Result
{
    /// <param name="missing">Inputs by their place in the dossier, e.g. case.lines[0].platform.</param>
    public static Result Missing(params IReadOnlyList<string> missing) => new NotAssessable(missing);

    public static Result Found(Severity severity, string text, Evidence evidence) => new Sign(severity, text, evidence);
}

/// <param name="Text">For the officer: what was found, in a sentence.</param>
public sealed record Sign(Severity Severity, string Text, Evidence Evidence) : Result;

public sealed record NotAssessable(IReadOnlyList<string> Inputs) : Result;

/// <summary>What a sign rests on.</summary>
/// <param name="Computed">Numbers, texts and days that the rule worked out, by name.</param>
/// <param name="Inputs">Where they come from.</param>
public sealed record Evidence(IReadOnlyDictionary<string, object> Computed, IReadOnlyList<Input> Inputs)
{
    /// <summary>Platforms, States or parties that it is about, for rules that stand back where this one speaks.</summary>
    public IReadOnlyList<string> Subjects { get; init; } = [];

    /// <summary>Party, what it shares, the next party …; empty where no link is involved.</summary>
    public IReadOnlyList<string> LinkPath { get; init; } = [];

    /// <summary>Names of the lists and tables of the reference data that were looked into.</summary>
    public IReadOnlyList<string> Lists { get; init; } = [];
}

/// <param name="Place">Path in the dossier (case.lines[0]) or reference of a record (EX-2026-0017).</param>
public sealed record Input(string Place, string Value);
