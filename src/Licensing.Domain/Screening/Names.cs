using System.Globalization;
using System.Text;

namespace Licensing.Domain.Screening;

/// <summary>Whether two names may be those of one party. A name alone identifies nobody.</summary>
public static class Names
{
    /// <summary>From 0 to 1: the share of signs that need not be changed to make one name of the other, whatever the case, accents,
    /// punctuation and order of the words.</summary>
    public static decimal Similarity(string a, string b)
    {
        var (one, other) = (Normal(a), Normal(b));
        var longest = Math.Max(one.Length, other.Length);
        return longest == 0 ? 0 : 1 - ((decimal)Changes(one, other) / longest);
    }

    private static string Normal(string name)
    {
        var plain = name.Normalize(NormalizationForm.FormKD)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            .Select(c => char.IsLetterOrDigit(c) ? char.ToUpperInvariant(c) : ' ');
        return string.Join(
            ' ',
            string.Concat(plain).Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)
        );
    }

    // The least number of signs to put in, take out or replace (Levenshtein), row by row.
    private static int Changes(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var replaced = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }
        return row[^1];
    }
}
