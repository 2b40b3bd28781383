using System.Globalization;
using System.Text;
using Licensing.Domain.States;

namespace Licensing.Domain.Parties;

public enum PartyRole
{
    Exporter,
    Importer,

    /// <summary>Who takes the goods in at the end of the transport.</summary>
    Consignee,

    /// <summary>Art. 10(3): who keeps and uses them. Often, but not always, the consignee.</summary>
    FinalRecipient,

    /// <summary>Art. 15: named on the licence.</summary>
    Broker,
    Carrier,
    Payer,
}

/// <summary>A party to a consignment, as declared.</summary>
/// <param name="RegistrationNumber">In the register of its own State; null when it has none (a private person).</param>
public sealed record Party(
    PartyRole Role,
    string Name,
    string Address,
    Country State,
    string? RegistrationNumber,
    string? Email,
    string? Phone
);

/// <summary>A party as a State's own paper or register names it.</summary>
public sealed record NamedParty(string Name, Country State, string? RegistrationNumber)
{
    /// <summary>The same party: same State, same name but for case, accents and spacing, and, where this paper gives one, the same
    /// registration number. A doubtful match is no match: a name without the number that the paper gives may be a namesake.</summary>
    public bool IsSameAs(Party party) =>
        State == party.State
        && Plain(Name).Length > 0
        && Plain(Name) == Plain(party.Name)
        && (
            string.IsNullOrWhiteSpace(RegistrationNumber)
            || Compact(RegistrationNumber) == Compact(party.RegistrationNumber ?? "")
        );

    // Accents on Latin, Greek and Cyrillic letters are dropped; the vowel signs of other scripts make another word and stay.
    private static string Plain(string text) =>
        string.Concat(
            text.Normalize(NormalizationForm.FormKD)
                .Where(c => c is < '\u0300' or > '\u036f')
                .Where(c => char.IsLetterOrDigit(c) || IsMark(c))
                .Select(char.ToUpperInvariant)
        );

    private static string Compact(string text) =>
        string.Concat(text.Where(c => !char.IsWhiteSpace(c)).Select(char.ToUpperInvariant));

    private static bool IsMark(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
