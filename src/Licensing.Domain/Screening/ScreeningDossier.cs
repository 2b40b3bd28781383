namespace Licensing.Domain.Screening;

/// <summary>Everything that the rules look at: one case with its parties, and what is on record about them. What is null is not known,
/// which is not the same as nothing: an empty history says that there is none.</summary>
/// <param name="Id">Of the scenario, in a file that holds several.</param>
/// <param name="AsOf">The day on which it is judged. Nothing that became known later counts.</param>
/// <param name="Authority">The State whose authority judges.</param>
/// <param name="Arrangements">In favour of landlocked States, as the authority itself has put them on record; they stand beside those of the
/// reference data.</param>
/// <param name="ListMeta">By name of list, how fresh the copy in use is.</param>
/// <param name="LinksNotFollowed">Ids of parties of which nobody has looked up who else shares something with them: what counts as one with them
/// is not whole.</param>
public sealed record ScreeningDossier(
    DateOnly AsOf,
    Stage Stage,
    CaseSnapshot Case,
    IReadOnlyList<PartyRecord>? Parties = null,
    IReadOnlyList<HistoryLine>? History = null,
    IReadOnlyList<SerialRecord>? SerialRegister = null,
    IReadOnlyList<Seizure>? Seizures = null,
    IReadOnlyList<AuthorisationUse>? ImportAuthUsage = null,
    IReadOnlyList<WatchRecord>? Watch = null,
    IReadOnlyList<DrawDownMessage>? Drawdown = null,
    IReadOnlyList<Incident>? Incidents = null,
    IReadOnlyList<PostShipmentCheck>? PsvResults = null,
    IReadOnlyList<RegisteredDocument>? DocumentRegister = null,
    IReadOnlyDictionary<string, ListMeta>? ListMeta = null,
    IReadOnlyList<RefutedLink>? RefutedLinks = null,
    IReadOnlyList<ArrangementEntry>? Arrangements = null,
    IReadOnlyList<string>? LinksNotFollowed = null,
    string? Authority = null,
    string? Id = null,
    string? Title = null,
    string? Remark = null
);

/// <summary>A party with what its own State and we know of it.</summary>
/// <param name="Type">As in the end-use matrix: government, dealer, private_individual …</param>
/// <param name="Fleet">Firearms in service, by platform.</param>
/// <param name="Holdings">Firearms held, by category of the law.</param>
/// <param name="Quota">Firearms it may hold, by category of the law.</param>
/// <param name="AddressKey">The address in the form in which equal addresses are equal.</param>
/// <param name="Listed">Its shares are traded on an exchange, so that owners need not be disclosed.</param>
/// <param name="ContactChangedOn">The last day on which its phone or e-mail changed.</param>
/// <param name="KnownAt">When this record became known; null: it always was.</param>
public sealed record PartyRecord(
    string Id,
    string? Name = null,
    string? Type = null,
    string? Country = null,
    IReadOnlyList<PartyAuthorisation>? Authorisations = null,
    DateOnly? RegisteredOn = null,
    string? BeneficialOwner = null,
    IReadOnlyDictionary<string, decimal>? Quota = null,
    IReadOnlyDictionary<string, decimal>? Holdings = null,
    IReadOnlyDictionary<string, decimal>? Fleet = null,
    string? Phone = null,
    string? Email = null,
    string? AddressKey = null,
    string? AddressType = null,
    bool? AddressFtz = null,
    string? BankAccount = null,
    string? RegistrationNo = null,
    bool? BusinessArms = null,
    bool? Listed = null,
    DateOnly? BirthDate = null,
    DateOnly? ContactChangedOn = null,
    DateOnly? KnownAt = null,
    string? Remark = null
)
{
    /// <summary>As an officer would call it.</summary>
    public string Called => Name ?? Id;

    public bool IsPrivatePerson => Type == PartyTypes.PrivateIndividual;

    /// <summary>Whether it holds an authorisation of that kind for the category on that day; null when its authorisations are not
    /// known.</summary>
    public bool? IsAuthorised(string kind, string? category, DateOnly day) =>
        Authorisations?.Any(a => a.Kind == kind && a.Category == category && a.HoldsOn(day));

    /// <summary>Whether it may keep a stock of firearms of any category on that day; null when its authorisations are not known.</summary>
    public bool? IsLicensedDealer(DateOnly day) =>
        Authorisations?.Any(a => a.Kind == AuthorisationKinds.DealerStock && a.HoldsOn(day));
}

/// <param name="ValidFrom">First day, included; null: since ever.</param>
/// <param name="ValidTo">Last day, included; null: without end.</param>
public sealed record PartyAuthorisation(
    string Kind,
    string? Category = null,
    DateOnly? ValidFrom = null,
    DateOnly? ValidTo = null,
    string? Remark = null
)
{
    public bool HoldsOn(DateOnly day) => Days.Covers(ValidFrom, ValidTo, day);
}

public static class PartyTypes
{
    public const string Government = "government";
    public const string Manufacturer = "manufacturer";
    public const string Dealer = "dealer";
    public const string PrivateIndividual = "private_individual";
    public const string TradingCompany = "trading_company";
    public const string FreightForwarder = "freight_forwarder";
    public const string Courier = "courier";
    public const string Bank = "bank";
    public const string MailForwarding = "mail_forwarding";
}

/// <summary>What an authorisation of a party lets it do.</summary>
public static class AuthorisationKinds
{
    public const string Manufacture = "MANUFACTURE";
    public const string DealerStock = "DEALER_STOCK";
    public const string Possession = "POSSESSION";
    public const string Government = "GOVERNMENT";
    public const string Storage = "STORAGE";
}

/// <summary>How fresh the copy of a list is.</summary>
/// <param name="ReviewBy">The last day on which it may be used without being looked through again.</param>
public sealed record ListMeta(DateOnly? RetrievedOn = null, DateOnly? ReviewBy = null, string? Remark = null);

/// <summary>A link between two parties that an officer has looked into and found to mean nothing.</summary>
/// <param name="Attribute">One of <see cref="LinkKind"/>, in the spelling of the party's field: phone, address_key …</param>
/// <param name="ValidTo">Last day on which the refutation holds, included. It always has one.</param>
/// <param name="Value">What they share, where nothing else of that kind was looked into; null: whatever of that kind they share.</param>
public sealed record RefutedLink(
    string PartyA,
    string PartyB,
    string Attribute,
    string Reason,
    string Author,
    DateOnly ValidTo,
    DateOnly? KnownAt = null,
    string? Value = null
);
