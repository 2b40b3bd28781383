using System.Globalization;

namespace Licensing.Web.Frontend;

/// <summary>A day as somebody typed it: three boxes, of which any may be empty or wrong.</summary>
internal readonly record struct DateParts(string Day, string Month, string Year)
{
    public static readonly string[] Names = ["Day", "Month", "Year"];

    public static DateParts Of(DateOnly day) => new($"{day.Day}", $"{day.Month}", $"{day.Year:0000}");

    public string this[string part] =>
        part switch
        {
            "Day" => Day,
            "Month" => Month,
            _ => Year,
        };

    public bool Empty => Day.Length + Month.Length + Year.Length == 0;

    /// <summary>The parts that have to be looked at again. Empty when this is a day.</summary>
    public IReadOnlyList<string> Wrong() => Read().Wrong;

    /// <summary>The day, or what is wrong with it as the end of a sentence that begins with the question's name.</summary>
    public (DateOnly? Value, string? Problem, IReadOnlyList<string> Wrong) Read()
    {
        var parts = this;
        var missing = Names.Where(part => parts[part].Length == 0).ToArray();
        if (missing.Length > 0)
            return (null, $"must include a {string.Join(" and a ", missing).ToLowerInvariant()}", missing);

        var (day, month, year) = (Number(Day), MonthNumber(Month), Number(Year));
        if (Year.Length != 4 || year is null or 0)
            return (null, "must have a year of 4 digits, like 2027", ["Year"]);
        if (month is null or < 1 or > 12)
            return (null, "must be a real date: the month is a number from 1 to 12 or its name", ["Month"]);
        if (day is null || day < 1 || day > DateTime.DaysInMonth(year.Value, month.Value))
            return (null, "must be a real date: that month has no such day", ["Day"]);
        return (new DateOnly(year.Value, month.Value, day.Value), null, []);
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int? MonthNumber(string text)
    {
        if (Number(text) is { } number)
            return number;
        if (text.Length < 3)
            return null;
        var names = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;
        var index = Array.FindIndex(names, name => name.StartsWith(text, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : index + 1;
    }
}
