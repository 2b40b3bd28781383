using Licensing.Domain.Clocks;
using Licensing.Domain.Licences;
using Licensing.Domain.Policies;
using Licensing.Domain.States;

namespace Licensing.Domain.Transit;

/// <summary>What a request for notice tells the transit State of its silence.</summary>
/// <param name="LastDay">The last day on which an objection or a question keeps it from counting, included.</param>
/// <param name="Instrument">Where the law says so.</param>
/// <param name="CoversTo">The last day of a passage that it would count for, included.</param>
public sealed record SilenceTold(DateOnly LastDay, string Instrument, DateOnly CoversTo)
{
    /// <summary>Null where silence is no consent, or where the working days of the period are not known to its end: nobody is told a day that
    /// may turn out to be another one.</summary>
    /// <param name="coversTo">The last day of a passage that is asked for.</param>
    public static SilenceTold? In(PolicyProfile profile, Calendar calendar, DateOnly askedOn, DateOnly coversTo)
    {
        if (profile.TransitSilence is not { } ground)
            return null;
        var last = LegalClock.LastDayOf(askedOn, profile.Periods.TransitNotice, calendar);
        return calendar.Knows(askedOn, last, profile.Periods.TransitNotice.Kind)
            ? new SilenceTold(last, ground.ToString(), coversTo)
            : null;
    }
}

/// <summary>One written request to a transit State.</summary>
/// <param name="DatedOn">The day that it bears: day 0 of the period.</param>
/// <param name="Told">What it tells the State of its silence; null where it says nothing of it.</param>
/// <param name="SentOn">The first day on which it is proved to have been on its way: a message with it was handed over, or the State acknowledged
/// it. Null while nothing proves it.</param>
/// <param name="BrokenOn">The first day on which the State said anything upon it that is more than an acknowledgement; null while it has not. A
/// letter counts by the day that it bears, where that is earlier than its arrival.</param>
/// <param name="ImportInformationSentOn">When the information in the import licences, as they are now, went with it; null when it did not.</param>
/// <param name="Modes">What was asked for: these modes of transport,</param>
/// <param name="Quantities">and so much of each goods line.</param>
public sealed record TransitRequest(
    DateOnly DatedOn,
    SilenceTold? Told,
    DateOnly? SentOn,
    DateOnly? BrokenOn,
    DateOnly? ImportInformationSentOn,
    IReadOnlyList<Routes.TransportMode> Modes,
    IReadOnlyList<LineQuantity> Quantities
);

/// <summary>A transit State that is taken to have no objection, because it was silent for the whole period.</summary>
/// <param name="On">The first day on which it is: the day after the last one for an answer.</param>
/// <param name="RequestedOn">The day of the request that it left unanswered.</param>
/// <param name="Scope">What it is taken to have no objection to: what was asked for.</param>
public sealed record DeemedNoObjection(
    DateOnly On,
    DateOnly RequestedOn,
    string Instrument,
    NoObjection Scope,
    DateOnly? ImportInformationSentOn
);

/// <summary>A transit State for which an export licence rests on its silence, as the licence states it.</summary>
public sealed record DeemedTransit(Country State, DateOnly On, string Instrument)
{
    public override string ToString() => $"{State}: no objection deemed on {On:yyyy-MM-dd} under {Instrument}";
}

/// <summary>What the silence of a transit State counts for on a day (interpretation point 1). Only where the exporting State's own profile says
/// so; under the Protocol alone it counts for nothing.</summary>
/// <param name="Deemed">Null where it counts for nothing yet, or not at all.</param>
/// <param name="Explanation">Why, as a person would work it out by hand.</param>
public sealed record Silence(DeemedNoObjection? Deemed, string Explanation)
{
    /// <returns>Null where the profile takes no silence for consent, or the State has not been asked.</returns>
    internal static Silence? Of(TransitClearance clearance, PolicyProfile profile, Calendar? calendar, DateOnly today)
    {
        var asked = clearance.Requests?.Where(r => r.DatedOn <= today).ToList() ?? [];
        if (profile.TransitSilence is null || asked.Count == 0)
            return null;
        var all = asked.ConvertAll(request => Of(request, profile.Periods.TransitNotice, calendar, today));
        // Asked again, it does not lose what it has been taken for; with the information as it is now, it is taken for that.
        return all.LastOrDefault(s => s.Deemed?.ImportInformationSentOn is not null)
            ?? all.LastOrDefault(s => s.Deemed is not null)
            ?? all[^1];
    }

    private static Silence Of(TransitRequest request, Period period, Calendar? calendar, DateOnly today)
    {
        if (request.Told is not { } told)
            return No($"the request of {request.DatedOn:yyyy-MM-dd} does not tell it that its silence counts");
        if (calendar is null)
            return No("the working days of this State are not known");
        var counted = LegalClock.LastDayOf(request.DatedOn, period, calendar);
        if (!calendar.Knows(request.DatedOn, counted, period.Kind))
            return No(
                $"the holidays are entered from {calendar.KnownFrom:yyyy-MM-dd} to {calendar.KnownTo:yyyy-MM-dd} only"
            );
        if (counted > told.LastDay)
            return No(
                $"it was told {told.LastDay:yyyy-MM-dd} as its last day, and by the holidays as they are now that is {counted:yyyy-MM-dd}"
            );
        if (request.SentOn is not { } sent)
            return No($"nothing proves that the request of {request.DatedOn:yyyy-MM-dd} has reached it");
        if (sent > request.DatedOn)
            return No(
                $"the request of {request.DatedOn:yyyy-MM-dd} went out on {sent:yyyy-MM-dd} only, so that its last day came too early"
            );
        if (request.BrokenOn is { } broken && broken <= told.LastDay && broken <= today)
            return No($"it has not been silent, but has written on {broken:yyyy-MM-dd}");
        var clock = LegalClock.On(
            today <= told.LastDay ? today : told.LastDay,
            new ClockEvents(request.DatedOn, period, []),
            calendar
        );
        return today <= told.LastDay
            ? new Silence(
                null,
                $"Unless it objects or asks by {told.LastDay:yyyy-MM-dd}, no objection is deemed then under {told.Instrument} ({clock.Explanation})."
            )
            : new Silence(
                new DeemedNoObjection(
                    told.LastDay.AddDays(1),
                    request.DatedOn,
                    told.Instrument,
                    new NoObjection(
                        told.LastDay.AddDays(1),
                        told.LastDay.AddDays(1),
                        told.CoversTo,
                        request.Modes,
                        request.Quantities,
                        []
                    ),
                    request.ImportInformationSentOn
                ),
                $"{clock.Explanation}, and nothing but acknowledgements came"
            );

        static Silence No(string because) =>
            new(null, $"Its silence counts for nothing: {because}. Ask it again, or wait for its notice.");
    }
}
