namespace Licensing.Domain.Clocks;

/// <summary>A time during which the clock stood still, because the applicant had been asked for information.</summary>
/// <param name="From">The day of asking; it still counts as used.</param>
/// <param name="To">The day the clock went on, which counts as used; null while it stands still.</param>
public sealed record Pause(DateOnly From, DateOnly? To);

/// <summary>How many calendar days an authority has used: computed from what happened, for any day, and never counted by a
/// job. The day of submission is day 0.</summary>
public sealed record CaseClock(int DaysUsed, bool IsStopped, string Explanation)
{
    public static CaseClock On(DateOnly today, DateOnly submittedOn, DateOnly? closedOn, IEnumerable<Pause> pauses)
    {
        var last = closedOn is { } closed && closed < today ? closed : today;
        var until = last < submittedOn ? submittedOn : last;
        // A pause that begins and ends on one day stops nothing; one that has begun today and is open stands still from now on.
        var stops = pauses
            .Where(p => p.From < until || (p.From == until && p.To is null))
            .OrderBy(p => p.From)
            .ToList();
        var stopped = Standing(stops, until);
        var used = until.DayNumber - submittedOn.DayNumber - stopped;
        var isStopped = closedOn is null && stops.Any(p => p.To is null || p.To > today);
        var spans = stops.Select(p =>
            p.To is { } to ? $"{p.From:yyyy-MM-dd} to {to:yyyy-MM-dd}" : $"since {p.From:yyyy-MM-dd}"
        );
        var because = stops.Count == 0 ? "" : $", stopped for information {string.Join(" and ", spans)}";
        return new CaseClock(used, isStopped, $"day {used}: started {submittedOn:yyyy-MM-dd}{because}");
    }

    // Pauses may overlap; a day stands still once.
    private static int Standing(IReadOnlyList<Pause> stops, DateOnly until)
    {
        var days = 0;
        var reached = DateOnly.MinValue;
        foreach (var pause in stops)
        {
            var from = pause.From > reached ? pause.From : reached;
            var to = pause.To is { } end && end < until ? end : until;
            if (to <= from)
                continue;
            days += to.DayNumber - from.DayNumber;
            reached = to;
        }
        return days;
    }
}
