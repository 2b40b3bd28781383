namespace Licensing.Domain.Screening;

/// <summary>What the rules compare with: platforms and templates, rates, prices, dated lists. What is null has not been loaded, which is
/// not the same as empty.</summary>
/// <param name="Templates">By name, what one working firearm needs of each part.</param>
/// <param name="HsByPlatform">By group of platforms, the HS codes of their parts.</param>
/// <param name="SpareRates">Expected replacement a year, by part, as a share of the fleet.</param>
/// <param name="PriceMedians">By "PART|platform", "PART|platform|semi_finished" for unfinished goods, per unit.</param>
/// <param name="PriceSamples">By the same keys, single prices that were found right.</param>
/// <param name="SharedValuesIgnored">Addresses, phones … that link nobody, e.g. of a freight terminal.</param>
/// <param name="MakerPatterns">By maker, the regular expression of its serial numbers.</param>
/// <param name="Hashes">By name of list or table, SHA-256 of what was read.</param>
public sealed record ReferenceData(
    IReadOnlyDictionary<string, ReferenceState>? States = null,
    IReadOnlyDictionary<string, Platform>? Platforms = null,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>>? Templates = null,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? HsByPlatform = null,
    IReadOnlyDictionary<string, decimal>? SpareRates = null,
    IReadOnlyDictionary<string, decimal>? PartKg = null,
    IReadOnlyDictionary<string, decimal>? PriceMedians = null,
    IReadOnlyDictionary<string, IReadOnlyList<decimal>>? PriceSamples = null,
    string? PriceCurrency = null,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? EndUseMatrix = null,
    IReadOnlyList<string>? SharedValuesIgnored = null,
    ReferenceLists? Lists = null,
    IReadOnlyDictionary<string, string>? MakerPatterns = null,
    IReadOnlyList<string>? Signatories = null,
    IReadOnlyList<CompetentAuthority>? CompetentAuthorities = null,
    IReadOnlyList<string>? WebmailDomains = null,
    IReadOnlyDictionary<string, ListMeta>? ListMeta = null,
    string? Note = null,
    IReadOnlyDictionary<string, string>? Hashes = null
)
{
    /// <summary>Two States border each other, as either of them has it; null when the borders of neither are known, or one of the States
    /// is not.</summary>
    public bool? IsNextTo(string? a, string? b)
    {
        if (a is null || b is null)
            return null;
        var (bordersOfA, bordersOfB) = (States?.GetValueOrDefault(a)?.Borders, States?.GetValueOrDefault(b)?.Borders);
        return bordersOfA?.Contains(b) is true || bordersOfB?.Contains(a) is true ? true
            : bordersOfA is null && bordersOfB is null ? null
            : false;
    }
}

/// <param name="PhonePrefix">With its plus: "+47".</param>
public sealed record ReferenceState(
    string? Name = null,
    string? Role = null,
    bool? Landlocked = null,
    IReadOnlyList<string>? Borders = null,
    string? PhonePrefix = null,
    string? Remark = null
);

/// <param name="Template">Name of the template that its essential parts follow.</param>
/// <param name="HsGroup">pistol, long, military: the group of HS codes of its parts.</param>
public sealed record Platform(
    string? Name = null,
    string? Template = null,
    string? Category = null,
    string? HsGroup = null,
    string? Remark = null
);

/// <summary>The dated lists. Shipped empty: each State loads its own.</summary>
public sealed record ReferenceLists(
    IReadOnlyList<EmbargoEntry>? Embargo = null,
    IReadOnlyList<RiskEntry>? HighRisk = null,
    IReadOnlyList<HubEntry>? Hubs = null,
    IReadOnlyList<ArrangementEntry>? LandlockedArrangements = null,
    IReadOnlyList<ModelEntry>? ConvertibleModels = null,
    IReadOnlyList<BrokerEntry>? Brokers = null,
    IReadOnlyList<ThresholdEntry>? Thresholds = null,
    IReadOnlyList<CarrierEntry>? Carriers = null,
    IReadOnlyList<SanctionEntry>? Sanctions = null
);

/// <summary>A row of a dated list. It is closed, never overwritten.</summary>
public abstract record DatedEntry
{
    public string? Id { get; init; }

    /// <summary>First day, included; null: since ever.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day, included; null: open.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>When the row became known; null: it always was.</summary>
    public DateOnly? KnownAt { get; init; }
    public string? Source { get; init; }
    public string? Remark { get; init; }

    public bool IsInForceOn(DateOnly day) => Days.Covers(ValidFrom, ValidTo, day);
}

/// <param name="Target">territory, non_state_actors, listed_parties.</param>
/// <param name="GoodsScope">Part types that it covers; null: all goods.</param>
/// <param name="Exemptions">Types of recipients that it exempts.</param>
public sealed record EmbargoEntry(
    string? State = null,
    string? Target = null,
    IReadOnlyList<string>? GoodsScope = null,
    IReadOnlyList<string>? Exemptions = null
) : DatedEntry;

/// <param name="Level">high or elevated.</param>
public sealed record RiskEntry(string? State = null, string? Level = null) : DatedEntry;

public sealed record HubEntry(string? State = null) : DatedEntry;

/// <param name="State">The landlocked State.</param>
/// <param name="Gateways">The States through which the goods pass.</param>
public sealed record ArrangementEntry(string? State = null, IReadOnlyList<string>? Gateways = null) : DatedEntry;

/// <summary>A blank-firing model that can be converted.</summary>
public sealed record ModelEntry(string? Model = null) : DatedEntry;

public sealed record BrokerEntry(string? Party = null) : DatedEntry;

/// <param name="Measure">order_value, in the currency of the case.</param>
public sealed record ThresholdEntry(string? Measure = null, decimal? Value = null) : DatedEntry;

public sealed record CarrierEntry(string? Carrier = null) : DatedEntry;

public sealed record SanctionEntry(
    string? Name = null,
    string? Country = null,
    string? RegistrationNo = null,
    DateOnly? RegisteredOn = null,
    DateOnly? BirthDate = null
) : DatedEntry;

public sealed record CompetentAuthority(string? State = null, string? Name = null, string? Remark = null);
