namespace Licensing.Domain.Screening;

/// <summary>Whether two numbered items are one.</summary>
public enum SerialMatch
{
    Different,
    Same,

    /// <summary>The serial numbers differ only by signs that are mistaken for each other.</summary>
    Near,

    /// <summary>The serial numbers are the same, but who made one of them is not known.</summary>
    Unknown,
}

/// <summary>A numbered item. Makers restart series, so that the number alone says nothing.</summary>
public sealed record NumberedItem(string? Maker, string? Model, string Serial);

public static class Serials
{
    /// <summary>Capitals, letters and digits alone.</summary>
    public static string Normal(string serial) =>
        string.Concat(serial.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant));

    /// <summary>It stands where a serial number should: it is none.</summary>
    public static bool IsPlaceholder(string serial, IReadOnlyList<string> placeholders) =>
        Normal(serial) is var normal && (normal.Length == 0 || placeholders.Any(p => Normal(p) == normal));

    /// <param name="confusable">Pairs of signs that are mistaken for each other, e.g. "O0,I1".</param>
    public static SerialMatch Compare(NumberedItem a, NumberedItem b, string confusable = "")
    {
        var same = Normal(a.Serial) == Normal(b.Serial);
        if (!same && Blurred(a.Serial, confusable) != Blurred(b.Serial, confusable))
            return SerialMatch.Different;
        if (Differ(a.Maker, b.Maker) || Differ(a.Model, b.Model))
            return SerialMatch.Different;
        if (a.Maker is null || b.Maker is null)
            return same ? SerialMatch.Unknown : SerialMatch.Different;
        return same ? SerialMatch.Same : SerialMatch.Near;
    }

    private static bool Differ(string? a, string? b) => a is not null && b is not null && Normal(a) != Normal(b);

    /// <summary>The same for all serial numbers that could be taken for each other.</summary>
    public static string Blurred(string serial, string confusable) =>
        confusable
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(pair => pair.Length == 2)
            .Aggregate(Normal(serial), (text, pair) => text.Replace(pair[0], pair[1]));
}
