using Licensing.Domain.Applications;
using Licensing.Domain.Clocks;
using Licensing.Domain.Goods;
using Licensing.Domain.Policies;
using Licensing.Domain.Routes;
using Licensing.Domain.States;

namespace Licensing.Domain.Transit;

/// <summary>A transit State's written notice that it has no objection, Art. 10(2)(b).</summary>
/// <param name="DatedOn">The day that the notice bears.</param>
/// <param name="ValidFrom">First day, included.</param>
/// <param name="ValidTo">Last day, included.</param>
/// <param name="Quantities">At most so much of each goods line; a line that is not named is not covered.</param>
/// <param name="Conditions">Carried on to the licence.</param>
public sealed record NoObjection(
    DateOnly DatedOn,
    DateOnly ValidFrom,
    DateOnly ValidTo,
    IReadOnlyList<TransportMode> Modes,
    IReadOnlyList<LineQuantity> Quantities,
    IReadOnlyList<string> Conditions
);

/// <param name="Line">Number of the goods line.</param>
public sealed record LineQuantity(int Line, Quantity Quantity);

public enum TransitStanding
{
    /// <summary>The request has not gone out.</summary>
    NotAsked,

    /// <summary>Asked and silent, acknowledged or not. Silence is not notice in writing.</summary>
    Silent,
    NoObjection,
    Objected,

    /// <summary>A notice was given and has been taken back.</summary>
    Withdrawn,

    /// <summary>It has been silent for the whole period, and the profile's law takes that for no objection. No notice in writing, and never
    /// shown as one.</summary>
    Deemed,
}

/// <summary>What one transit State has said about one consignment, as known here.</summary>
/// <param name="ImportInformationSentOn">When the information in the import licence went to it, Art. 10(3); null when it has not.</param>
/// <param name="AnsweredOn">The day its last answer reached the exporting State.</param>
/// <param name="IsAcknowledged">It has said that the latest request has arrived, which is no answer.</param>
/// <param name="Reason">Of an objection or withdrawal, given in confidence to the exporting State (Art. 12(5)).</param>
/// <param name="GivenFor">Number of the case in which the notice was given, where that is one whose licence this replaces.</param>
/// <param name="Requests">Every written request to it, oldest first, where the profile's law may take its silence for an answer; null where
/// it does not.</param>
/// <param name="Silence">What its silence counts for on the day asked; null where it counts for nothing, or the State has spoken.</param>
public sealed record TransitClearance(
    Country State,
    TransitStanding Standing,
    DateOnly? AskedOn,
    DateOnly? ImportInformationSentOn,
    DateOnly? AnsweredOn,
    NoObjection? Notice,
    string? Reason,
    bool IsAcknowledged = false,
    string? GivenFor = null,
    IReadOnlyList<TransitRequest>? Requests = null,
    Silence? Silence = null
)
{
    /// <summary>The State has neither agreed nor said no.</summary>
    public bool IsUnanswered =>
        Standing is TransitStanding.NotAsked or TransitStanding.Silent or TransitStanding.Deemed;

    /// <summary>As a licence states it; null unless no objection is deemed.</summary>
    public DeemedTransit? AsDeemed =>
        this is { Standing: TransitStanding.Deemed, Silence.Deemed: { } deemed }
            ? new DeemedTransit(State, deemed.On, deemed.Instrument)
            : null;

    /// <summary>What it has no objection to: as it has written, or as it was asked where no objection is deemed.</summary>
    public NoObjection? Scope => Notice ?? (Standing == TransitStanding.Deemed ? Silence?.Deemed?.Scope : null);

    /// <summary>The same, with what its silence counts for on that day. What it has said goes before: silence undoes no "no", and is not
    /// needed where there is a notice.</summary>
    public TransitClearance On(DateOnly today, PolicyProfile profile, Calendar? calendar)
    {
        if (Standing != TransitStanding.Silent || Silence.Of(this, profile, calendar, today) is not { } silence)
            return this;
        return silence.Deemed is not { } deemed
            ? this with
            {
                Silence = silence,
            }
            : this with
            {
                Standing = TransitStanding.Deemed,
                ImportInformationSentOn = deemed.ImportInformationSentOn,
                Silence = silence,
            };
    }
}

public enum TransitDirection
{
    /// <summary>Goods on their way into the landlocked State.</summary>
    Inbound,

    /// <summary>Goods on their way out of the landlocked State.</summary>
    Outbound,
}

/// <summary>An agreement or unilateral arrangement that favours a landlocked State, which Art. 10(2)(b) leaves untouched. It
/// stands in the place of a notice only for what its own record says.</summary>
/// <param name="Clause">Where in the instrument the notice is dispensed with.</param>
/// <param name="Gateway">The State through which the goods pass.</param>
/// <param name="From">First day, included.</param>
/// <param name="To">Last day, included; null while it is open.</param>
public sealed record LandlockedArrangement(
    Country LandlockedState,
    Country Gateway,
    string Instrument,
    string Clause,
    IReadOnlyList<GoodsClass> Goods,
    IReadOnlyList<TransitDirection> Directions,
    DateOnly From,
    DateOnly? To
)
{
    /// <summary>Whether it covers these goods through this State on every day of the passage.</summary>
    public bool Covers(Passage passage, Country exporting, Country importing, IEnumerable<GoodsLine> lines) =>
        passage.State == Gateway
        && Favours(exporting, importing)
        && From <= passage.From
        && (To is null || passage.To <= To)
        && lines.All(line => Goods.Contains(line.Class));

    private bool Favours(Country exporting, Country importing) =>
        (LandlockedState == importing && Directions.Contains(TransitDirection.Inbound))
        || (LandlockedState == exporting && Directions.Contains(TransitDirection.Outbound));
}
