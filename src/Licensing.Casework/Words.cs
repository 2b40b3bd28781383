using System.Text;

namespace Licensing.Casework;

/// <summary>Enum members as words in a sentence: <c>LicensingOfficer</c> reads "licensing officer".</summary>
public static class Words
{
    public static string Of(Enum value)
    {
        var words = new StringBuilder();
        foreach (var c in value.ToString())
        {
            if (char.IsUpper(c) && words.Length > 0)
                words.Append(' ');
            words.Append(char.ToLowerInvariant(c));
        }
        return words.ToString();
    }

    /// <summary>With its article: "an auditor".</summary>
    public static string A(Enum value) =>
        Of(value) is var words && words[0] is 'a' or 'e' or 'i' or 'o' ? $"an {words}" : $"a {words}";

    public static string And(IEnumerable<string> items)
    {
        var list = items.ToList();
        return list.Count < 2 ? string.Concat(list) : $"{string.Join(", ", list[..^1])} and {list[^1]}";
    }
}
