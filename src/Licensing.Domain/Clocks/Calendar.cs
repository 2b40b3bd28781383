namespace Licensing.Domain.Clocks;

/// <summary>On which days the authorities of a State work. Read from <c>workflows/calendars</c>; another year's holidays are another
/// version, which holds the days of the years before as well.</summary>
/// <param name="WeekEnd">Days of the week on which nobody works, e.g. Friday and Saturday.</param>
/// <param name="KnownFrom">First day for which the holidays are entered, included.</param>
/// <param name="KnownTo">Last day for which the holidays are entered, included. A period that reaches beyond it is counted with
/// week-ends alone, and says so.</param>
public sealed record Calendar(
    string Id,
    int Version,
    string Title,
    IReadOnlyList<DayOfWeek> WeekEnd,
    DateOnly KnownFrom,
    DateOnly KnownTo,
    IReadOnlyList<Holiday> Holidays
)
{
    public bool IsWorkingDay(DateOnly day) => !WeekEnd.Contains(day.DayOfWeek) && HolidayOn(day) is null;

    public Holiday? HolidayOn(DateOnly day) => Holidays.FirstOrDefault(h => h.From <= day && day <= h.LastDay);

    /// <summary>Whether the holidays are entered for every day from the one to the other, both included; calendar days need none.</summary>
    public bool Knows(DateOnly from, DateOnly to, DayKind kind) =>
        kind == DayKind.Calendar || (KnownFrom <= from && to <= KnownTo);

    /// <summary>Every mistake in it; empty when it may be used. What a file leaves out is null here.</summary>
    public IReadOnlyList<string> Mistakes() =>
        WeekEnd is null || Holidays is null || Holidays.Any(h => h is null)
            ? ["weekEnd and holidays must be given; an empty list is written as []"]
            :
            [
                .. new[]
                {
                    string.IsNullOrWhiteSpace(Id) ? "id is missing" : null,
                    string.IsNullOrWhiteSpace(Title) ? "title is missing" : null,
                    Version < 1 ? "version must be 1 or more" : null,
                    WeekEnd.Distinct().Count() >= 7 ? "weekEnd leaves no day on which anybody works" : null,
                    KnownTo < KnownFrom ? "knownTo is before knownFrom" : null,
                }.OfType<string>(),
                .. Holidays
                    .Where(h => string.IsNullOrWhiteSpace(h.Name))
                    .Select(h => $"the holiday of {h.From:yyyy-MM-dd} has no name"),
                .. Holidays.Where(h => h.To < h.From).Select(h => $"{h.Name} ends before it begins"),
                .. Holidays
                    .Where(h => h.From < KnownFrom || h.LastDay > KnownTo)
                    .Select(h => $"{h.Name} of {h.From:yyyy-MM-dd} lies outside knownFrom and knownTo"),
                .. Holidays
                    .Where(h => h.LastDay.DayNumber - h.From.DayNumber > 60)
                    .Select(h => $"{h.Name} of {h.From:yyyy-MM-dd} lasts longer than 60 days"),
            ];
}

/// <param name="From">First day, included.</param>
/// <param name="To">Last day, included; null when it is one day.</param>
public sealed record Holiday(DateOnly From, string Name, DateOnly? To = null)
{
    public DateOnly LastDay => To ?? From;
}
