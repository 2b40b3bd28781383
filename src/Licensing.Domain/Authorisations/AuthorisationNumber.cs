using System.Globalization;
using System.Text;

namespace Licensing.Domain.Authorisations;

/// <summary>The number that a State gave to an import authorisation. One authorisation has one balance, so that one number must not
/// pass for two by its spelling.</summary>
public static class AuthorisationNumber
{
    /// <summary>Capitals, no spaces, one kind of dash.</summary>
    public static string Canonical(string number) =>
        string.Concat(
            number
                .Normalize(NormalizationForm.FormKC)
                .Where(c => !char.IsWhiteSpace(c))
                .Select(c =>
                    char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation ? '-' : char.ToUpperInvariant(c)
                )
        );

    /// <summary>Its letters and digits alone: two numbers with the same key are one number, or deserve a question.</summary>
    public static string Key(string number) => string.Concat(Canonical(number).Where(char.IsLetterOrDigit));
}
