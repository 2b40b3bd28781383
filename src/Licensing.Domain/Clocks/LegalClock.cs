namespace Licensing.Domain.Clocks;

/// <summary>A time during which a clock stood still.</summary>
/// <param name="From">The day on which it stopped; that day itself is used, if it is one that counts.</param>
/// <param name="To">The day on which it went on: like the day on which the clock started, it does not count itself. Null while the
/// clock stands still.</param>
/// <param name="Why">As in "stopped for …": "information".</param>
public sealed record Standstill(DateOnly From, DateOnly? To, string Why);

/// <summary>A period made longer, for a reason on record.</summary>
/// <param name="On">The day of the extension.</param>
/// <param name="To">The whole length from then on, not what was added.</param>
public sealed record Extension(DateOnly On, Period To, string Because);

/// <summary>What happened to one period: enough to say for any day, past or to come, how much of it was used.</summary>
/// <param name="StartedOn">The day of the event that began it: day 0.</param>
/// <param name="Length">Null where the law sets no limit: then the days are counted, all of them.</param>
/// <param name="EndedOn">The day on which what was to be done was done; null while it is not.</param>
public sealed record ClockEvents(
    DateOnly StartedOn,
    Period? Length,
    IReadOnlyList<Standstill> Stops,
    Extension? Extension = null,
    DateOnly? EndedOn = null
);

/// <summary>A legal period as it stood on a day. Computed from what happened and from a calendar, and never counted by a job, so that
/// anyone comes to the same for any day.</summary>
/// <param name="DaysUsed">Days that counted, up to and including the day in question.</param>
/// <param name="Limit">Null where the law sets none.</param>
/// <param name="LastDay">The last day in time, included; null where there is no limit, and where it depends on when a clock that stands still
/// goes on.</param>
/// <param name="Explanation">As a person would work it out by hand.</param>
/// <param name="IsOver">The last day was before the day in question.</param>
public sealed record LegalClock(
    int DaysUsed,
    Period? Limit,
    DateOnly? LastDay,
    bool IsStopped,
    bool IsOver,
    string Explanation
)
{
    /// <param name="today">The day in question. What happened after it is not looked at.</param>
    public static LegalClock On(DateOnly today, ClockEvents events, Calendar calendar)
    {
        var extension = events.Extension is { } made && made.On <= today ? made : null;
        var limit = extension?.To ?? events.Length;
        var kind = limit?.Kind ?? DayKind.Calendar;
        var stops = events.Stops.Where(s => s.From <= today).OrderBy(s => s.From).ToList();
        var ended = events.EndedOn is { } end && end <= today ? end : (DateOnly?)null;
        var until = ended ?? today;
        var used = 0;
        var holidays = new List<(DateOnly Day, Holiday Holiday)>();
        for (var day = events.StartedOn.AddDays(1); day <= until; day = day.AddDays(1))
        {
            if (stops.Any(s => Stands(s, day)))
                continue;
            if (Counts(day, kind, calendar))
                used++;
            else if (!calendar.WeekEnd.Contains(day.DayOfWeek) && calendar.HolidayOn(day) is { } holiday)
                holidays.Add((day, holiday));
        }
        var stands = stops.Any(s => s.To is null || s.To > today);
        var isStopped = ended is null && stands;
        // A clock that stops after the whole period has been used stops nothing.
        DateOnly? lastDay =
            limit is null || (stands && used < limit.Days) ? null : LastDayOf(events.StartedOn, limit, stops, calendar);
        return new LegalClock(
            used,
            limit,
            lastDay,
            isStopped,
            lastDay < until || used > limit?.Days,
            string.Concat(Words(events, extension, limit, used, stops, today, holidays, lastDay, calendar))
        );
    }

    /// <summary>The last day, included, of a period that begins with what happens on a day.</summary>
    public static DateOnly LastDayOf(DateOnly startedOn, Period length, Calendar calendar) =>
        LastDayOf(startedOn, length, [], calendar);

    private static DateOnly LastDayOf(DateOnly startedOn, Period length, List<Standstill> stops, Calendar calendar)
    {
        var day = startedOn;
        for (var left = length.Days; left > 0; )
        {
            day = day.AddDays(1);
            if (Counts(day, length.Kind, calendar) && !stops.Any(s => Stands(s, day)))
                left--;
        }
        return day;
    }

    private static bool Counts(DateOnly day, DayKind kind, Calendar calendar) =>
        kind == DayKind.Calendar || calendar.IsWorkingDay(day);

    private static bool Stands(Standstill stop, DateOnly day) => stop.From < day && (stop.To is null || day <= stop.To);

    private static IEnumerable<string> Words(
        ClockEvents events,
        Extension? extension,
        Period? limit,
        int used,
        List<Standstill> stops,
        DateOnly today,
        List<(DateOnly Day, Holiday Holiday)> holidays,
        DateOnly? lastDay,
        Calendar calendar
    )
    {
        yield return limit is null ? $"day {used}" : $"day {used} of {limit}";
        yield return $": started {events.StartedOn:yyyy-MM-dd}";
        foreach (var why in stops.GroupBy(s => s.Why))
            yield return $", stopped for {why.Key} {string.Join(" and ", why.Select(s => Span(s, today)))}";
        foreach (var free in holidays.GroupBy(h => h.Holiday))
            yield return $", {Days([.. free.Select(f => f.Day)])} {free.Key.Name}";
        if (extension is not null)
            yield return $", extended on {extension.On:yyyy-MM-dd} from {events.Length} ({extension.Because})";
        if (lastDay is { } last)
            yield return $"; the last day is {last:yyyy-MM-dd}";
        if (limit?.Kind == DayKind.Working && events.StartedOn < calendar.KnownFrom)
            yield return $"; holidays before {calendar.KnownFrom:yyyy-MM-dd} are not entered";
        if (limit?.Kind == DayKind.Working && (lastDay ?? today) > calendar.KnownTo)
            yield return $"; holidays after {calendar.KnownTo:yyyy-MM-dd} are not entered yet";
    }

    private static string Span(Standstill stop, DateOnly today) =>
        stop.To is { } to && to <= today
            ? $"{stop.From:yyyy-MM-dd} to {to:yyyy-MM-dd}"
            : $"since {stop.From:yyyy-MM-dd}";

    private static string Days(IReadOnlyList<DateOnly> days) =>
        days.Count == 1 ? $"{days[0]:yyyy-MM-dd}" : $"{days[0]:yyyy-MM-dd} to {days[^1]:yyyy-MM-dd}";
}
