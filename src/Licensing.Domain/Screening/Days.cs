namespace Licensing.Domain.Screening;

/// <summary>Spans of days. Both ends are included; an end that is null is open.</summary>
public static class Days
{
    public static bool Covers(DateOnly? from, DateOnly? to, DateOnly day) => !(day < from) && !(day > to);

    /// <summary>Every day of the second span is in the first.</summary>
    public static bool Cover(DateOnly? from, DateOnly? to, DateOnly first, DateOnly last) =>
        Covers(from, to, first) && Covers(from, to, last);

    /// <summary>The day lies in the window of so many calendar days back from a day, both included: 180 days back from 20 March
    /// reach 21 September.</summary>
    public static bool IsWithin(this DateOnly day, int window, DateOnly backFrom) =>
        day <= backFrom && backFrom.DayNumber - day.DayNumber <= window;

    /// <summary>Days from one day to another; less than zero when the second comes first.</summary>
    public static int Between(DateOnly from, DateOnly to) => to.DayNumber - from.DayNumber;
}
