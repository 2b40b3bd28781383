using System.Globalization;

namespace Licensing.Domain.Clocks;

public enum DayKind
{
    /// <summary>Every day counts.</summary>
    Calendar,

    /// <summary>Days on which the authority works, by the calendar of its State.</summary>
    Working,
}

/// <summary>A length of time in whole days. The day of the event that begins it is day 0; its last day counts in full.</summary>
/// <param name="Days">1 or more.</param>
public sealed record Period(int Days, DayKind Kind)
{
    /// <summary>As people write it: "30 days", "1 day", "20 working days".</summary>
    /// <exception cref="FormatException">It is not written so, or is less than a day.</exception>
    public static Period Parse(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var kind = words switch
        {
            [_, "day" or "days"] => DayKind.Calendar,
            [_, "working", "day" or "days"] => DayKind.Working,
            _ => (DayKind?)null,
        };
        return
            kind is { } known
            && int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            && days is >= 1 and <= 36525
            ? new Period(days, known)
            : throw new FormatException(
                $"\"{text}\" is no period: write it as \"30 days\" or \"20 working days\", at least one day."
            );
    }

    public override string ToString() =>
        $"{Days.ToString(CultureInfo.InvariantCulture)} {(Kind == DayKind.Working ? "working " : "")}{(Days == 1 ? "day" : "days")}";
}
