using Licensing.Domain.Article10;
using Licensing.Domain.Licences;

namespace Licensing.Domain.Screening;

/// <summary>What an officer has made of a flag.</summary>
public enum DispositionKind
{
    /// <summary>There is a lawful explanation, on record.</summary>
    Explained,

    /// <summary>Something was done about it: the reason says what.</summary>
    Mitigated,

    /// <summary>It is as the flag says. Whoever decides knows it.</summary>
    Confirmed,

    /// <summary>The rule was mistaken.</summary>
    FalsePositive,

    /// <summary>Somebody else has to look before the case can go on.</summary>
    Escalated,
}

/// <param name="IsCleared">A second officer, in the role that may clear the flag, agrees.</param>
public sealed record FlagDisposition(DispositionKind Kind, bool IsCleared);

/// <summary>A flag of a case with what was made of it.</summary>
/// <param name="MayBeClearedBy">Null for a finding of law: it is cured, never cleared.</param>
/// <param name="Disposition">The last one of this very flag; null while there is none.</param>
public sealed record RaisedFlag(
    string Rule,
    Severity Severity,
    string Text,
    string OfficerAction,
    string? MayBeClearedBy,
    FlagDisposition? Disposition
)
{
    /// <summary>What restates Article 10 is unmet there, and is cured there.</summary>
    public bool HasToBeLookedAt => MayBeClearedBy is not null && Severity > Severity.Info;

    public bool NeedsSecondOfficer => Severity >= Severity.High;

    public bool IsSettled =>
        Disposition switch
        {
            null or { Kind: DispositionKind.Escalated } => false,
            // A closed gate is opened by whoever may clear it; a gate that was found to be rightly closed stays so.
            { Kind: DispositionKind.Confirmed } when Severity == Severity.Blocking => false,
            { IsCleared: var cleared } => cleared || !NeedsSecondOfficer,
        };
}

/// <summary>How a consignment came out of the screening for diversion risk, as the law looks at it.</summary>
/// <param name="ReferTo">Agencies whose advice the band of its score asks for, any one where none is named; null where it asks for none.</param>
/// <param name="Advised">Agencies that have given their advice on the case.</param>
/// <param name="Checklist">What the band of its score has officers look into before they recommend a grant; null where it is nothing.</param>
public sealed record ScreeningOutcome(
    IReadOnlyList<RaisedFlag> Flags,
    IReadOnlyList<string>? ReferTo = null,
    IReadOnlyList<string>? Advised = null,
    IReadOnlyList<string>? Checklist = null
)
{
    /// <summary>What is left of the checklist; null where nothing is. It is asked of whoever recommends, and of whoever decides by that.</summary>
    /// <param name="worked">The items that the officer has looked into, word for word.</param>
    public Finding? LeftOf(IReadOnlyCollection<string> worked) => DiversionRisk.LeftOf(Checklist ?? [], worked);

    /// <summary>The flags that keep a licence from being issued until somebody has looked at them.</summary>
    public IReadOnlyList<RaisedFlag> Outstanding => [.. Flags.Where(f => f.HasToBeLookedAt && !f.IsSettled)];
}

/// <summary>Resolution 8/3, paragraph 10: nothing is licensed or leaves before it has been screened and before what was found has been
/// looked at. The screening itself grants nothing and refuses nothing.</summary>
internal static class DiversionRisk
{
    private const string Rule = "diversion-flag-looked-at";

    /// <summary>About the issue: once there is a licence, what is found is looked at by officers and customs.</summary>
    internal const string Referred = "diversion-risk-referred";

    /// <param name="isAsked">Whether the policy profile asks for it.</param>
    /// <param name="outcome">Null where it has not been screened.</param>
    public static IEnumerable<Finding> Verify(bool isAsked, ScreeningOutcome? outcome)
    {
        if (!isAsked)
            yield break;
        yield return outcome is not null
            ? Finding.Met(
                Law.PartsAndComponents,
                "screened-for-diversion",
                "the consignment",
                "The consignment has been screened for diversion risk."
            )
            : Unmet(
                "screened-for-diversion",
                "the consignment",
                "The consignment has not been screened for diversion risk.",
                "Screen the case. Where no rule set is in force, ask the administrator of the authority to publish one."
            );
        foreach (var flag in (outcome?.Flags ?? []).Where(f => f.HasToBeLookedAt))
            yield return Of(flag);
        if (outcome?.ReferTo is { } agencies)
            yield return OfReferral(agencies, outcome.Advised ?? []);
    }

    // Catalogue, 5.2: from its highest band on, other agencies are heard before a licence is issued.
    private static Finding OfReferral(IReadOnlyList<string> agencies, IReadOnlyList<string> advised)
    {
        var missing = agencies.Except(advised.Select(a => a.Trim()), StringComparer.OrdinalIgnoreCase).ToList();
        var isMet = missing.Count == 0 && advised.Count > 0;
        var whose = missing.Count == 0 ? "another agency" : string.Join(", ", missing);
        return isMet
            ? Finding.Met(
                Law.PartsAndComponents,
                Referred,
                "the consignment",
                $"The advice that the score of the screening asks for is on record: {string.Join(", ", advised)}."
            )
            : Unmet(
                Referred,
                "the consignment",
                $"The score of the screening asks for the advice of {whose} before a licence is issued; it is not on record.",
                $"Refer the case to {whose}, and record the advice."
            );
    }

    public static Finding? LeftOf(IReadOnlyList<string> checklist, IReadOnlyCollection<string> worked) =>
        checklist.Except(worked).ToList() is { Count: > 0 } left
            ? Unmet(
                "diversion-checklist",
                "the consignment",
                $"The score of the screening asks for more to be looked into: {string.Join(" ", left)}",
                "Look into each item, and mark it in the recommendation."
            )
            : null;

    private static Finding Of(RaisedFlag flag) =>
        flag.IsSettled
            ? Finding.Met(Law.PartsAndComponents, Rule, flag.Rule, $"{flag.Rule} has been looked at: {flag.Text}")
            : Unmet(Rule, flag.Rule, $"{flag.Rule}: {flag.Text}", WhatToDo(flag));

    // What the authority suspects, and that it suspects anything, is not the applicant's to read.
    private static Finding Unmet(string rule, string subject, string text, string whatToDo) =>
        Finding.Unmet(
            Law.PartsAndComponents,
            rule,
            subject,
            text,
            whatToDo,
            "The authority has not finished examining the consignment.",
            "Wait for the authority; it asks you if it needs anything."
        ) with
        {
            IsWithheld = true,
        };

    private static string WhatToDo(RaisedFlag flag) =>
        flag.Disposition switch
        {
            null => $"{flag.OfficerAction} Then record what you found"
                + (flag.NeedsSecondOfficer ? "; a second officer who may clear it agrees." : "."),
            { Kind: DispositionKind.Escalated } => "It has been passed on: record what came of it.",
            { Kind: DispositionKind.Confirmed } when flag.Severity == Severity.Blocking =>
                "It was confirmed, and it closes the gate: refuse the application.",
            _ => "A second officer who may clear it agrees, or records otherwise.",
        };
}
