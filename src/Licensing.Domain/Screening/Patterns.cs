using System.Text.RegularExpressions;

namespace Licensing.Domain.Screening;

/// <summary>Looks for wording in descriptions.</summary>
public static class Patterns
{
    // Patterns come from files that administrators edit: none may hold up a screening, so that none may backtrack.
    private const RegexOptions Options =
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    /// <summary>The first of the patterns that the text contains, whatever its case; null when there is none.</summary>
    public static string? FirstIn(string text, IEnumerable<string> patterns) =>
        patterns.FirstOrDefault(p => Regex.IsMatch(text, p, Options));

    /// <summary>The pattern matches the whole text.</summary>
    public static bool MatchesAll(string text, string pattern) => Regex.IsMatch(text, $"^(?:{pattern})$", Options);

    /// <summary>What is wrong with a pattern, or null when it is right.</summary>
    public static string? Mistake(string pattern)
    {
        try
        {
            _ = new Regex(pattern, Options);
            return null;
        }
        catch (Exception mistake) when (mistake is ArgumentException or NotSupportedException)
        {
            return $"\"{pattern}\" is not a pattern that can be used: {mistake.Message}";
        }
    }
}
