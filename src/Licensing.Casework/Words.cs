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

    public static string And(IEnumerable<string> items)
    {
        var list = items.ToList();
        return list.Count < 2 ? string.Concat(list) : $"{string.Join(", ", list[..^1])} and {list[^1]}";
    }
}
