namespace Licensing.Domain.Article10;

/// <summary>What one rule of law says of one subject on one day. Met and unmet findings are both kept: an officer signs for
/// what was looked at, not only for what was wrong.</summary>
/// <param name="Row">Id of the row of law, e.g. P10.2a.</param>
/// <param name="Article">Where it stands, e.g. Art. 10(2)(a).</param>
/// <param name="Rule">Name of the rule that found it.</param>
/// <param name="Subject">The State, authorisation, line or party it is about.</param>
/// <param name="Text">For the officer.</param>
/// <param name="ForApplicant">The same for the applicant: without a State's reasons, which only that State releases (Art. 12(5)).</param>
/// <param name="WhatToDo">How an officer has it cured. A legal finding is cured, never overridden.</param>
/// <param name="ApplicantMay">What the applicant can do about it; it gives away no more than <paramref name="ForApplicant"/>.</param>
public sealed record Finding(
    string Row,
    string Article,
    string Rule,
    string Subject,
    bool IsMet,
    string Text,
    string ForApplicant,
    string WhatToDo,
    string ApplicantMay
)
{
    /// <summary>The instrument of the simplified procedure that dispenses with it, Art. 10(6): it counts as met for that reason alone. Null
    /// for every other finding.</summary>
    public string? SimplifiedUnder { get; init; }

    /// <summary>The applicant is not told that there is such a finding: that there is one tells what the authority suspects.</summary>
    public bool IsWithheld { get; init; }

    /// <summary>A State has said no, which is more than that it has not said yes.</summary>
    internal bool IsRefusal { get; init; }

    internal static Finding Met(Law law, string rule, string subject, string text) =>
        new(law.Row, law.Article, rule, subject, true, text, text, "", "");

    internal static Finding Unmet(
        Law law,
        string rule,
        string subject,
        string text,
        string whatToDo,
        string? forApplicant = null,
        string? applicantMay = null
    ) =>
        new(law.Row, law.Article, rule, subject, false, text, forApplicant ?? text, whatToDo, applicantMay ?? whatToDo);

    /// <summary>The finding of a condition: the same subject either way.</summary>
    internal static Finding When(
        bool met,
        Law law,
        string rule,
        string subject,
        string ifMet,
        string ifUnmet,
        string whatToDo,
        string? forApplicant = null
    ) => met ? Met(law, rule, subject, ifMet) : Unmet(law, rule, subject, ifUnmet, whatToDo, forApplicant);
}
