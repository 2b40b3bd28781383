using Licensing.Domain.Authorisations;
using Licensing.Domain.Goods;
using Licensing.Domain.Parties;
using Licensing.Domain.Routes;
using Licensing.Domain.Temporary;

namespace Licensing.Domain.Applications;

/// <summary>An application as its author has it so far. Everything may be missing; nothing here has been checked. The same
/// shape is stored, sent over the API and read from a file.</summary>
public sealed record ApplicationDraft
{
    /// <summary>The applicant's own reference, for finding it again.</summary>
    public string? Reference { get; init; }

    /// <summary>Two-letter code. For an import it is the applicant's own State, and need not be given.</summary>
    public string? ImportingState { get; init; }

    /// <summary>Two-letter code; asked for an import only.</summary>
    public string? ExportingState { get; init; }

    /// <summary>For an import, whether the authorisation is for one export licence or for several, which has to be said. For an export, whether
    /// the licence is for one shipment or for several; several where it is left out.</summary>
    public AuthorisationUse? Use { get; init; }

    /// <summary>Asked for an import only: the last day that the applicant would have on the authorisation. The authority decides.</summary>
    public DateOnly? WantedUntil { get; init; }
    public IReadOnlyList<DraftLine> Lines { get; init; } = [];

    /// <summary>What the goods are together, where that is more than their lines say one by one.</summary>
    public DeclaredAs? DeclaredAs { get; init; }

    /// <summary>Net weight of all goods in kilograms, with at most three decimals.</summary>
    public decimal? DeclaredNetKg { get; init; }
    public IReadOnlyList<DraftParty> Parties { get; init; } = [];

    /// <summary>In the order of travel; the last leg ends in the importing State.</summary>
    public IReadOnlyList<DraftLeg> Route { get; init; } = [];

    /// <summary>Distance by the shortest usual way, for comparison with the route.</summary>
    public decimal? DirectKilometres { get; init; }
    public DateOnly? PlannedShipmentOn { get; init; }
    public DateOnly? ExpectedArrivalOn { get; init; }
    public EndUse? EndUse { get; init; }

    /// <summary>What the end user will do with the goods, in the applicant's words.</summary>
    public string? EndUseStatement { get; init; }

    /// <summary>For what and until when, where the goods are to come back (Art. 10(6)); left out where they go for good.</summary>
    public DraftTemporary? Temporary { get; init; }
    public DraftEndUserCertificate? EndUserCertificate { get; init; }
    public OrderChannel? OrderChannel { get; init; }
    public string? OrderReference { get; init; }

    /// <summary>The day on which the goods were ordered.</summary>
    public DateOnly? OrderDate { get; init; }

    /// <summary>ISO 4217, for every value in the application.</summary>
    public string? Currency { get; init; }
    public PaymentMethod? PaymentMethod { get; init; }
    public string? PayerState { get; init; }
    public decimal? FreightCost { get; init; }
    public IReadOnlyList<DraftAuthorisation> ImportAuthorisations { get; init; } = [];
}

public sealed record DraftLine
{
    public GoodsClass? Class { get; init; }
    public PartKind? Part { get; init; }
    public string? Platform { get; init; }
    public string? EssentialBecause { get; init; }
    public string? HsCode { get; init; }
    public string? Calibre { get; init; }
    public string? Make { get; init; }
    public string? Model { get; init; }
    public string? Description { get; init; }
    public decimal? Quantity { get; init; }
    public Unit? Unit { get; init; }
    public decimal? UnitValue { get; init; }
    public string? Category { get; init; }
    public FinishState? Finish { get; init; }
    public GoodsSource? Source { get; init; }
    public IReadOnlyList<string> Serials { get; init; } = [];
    public bool SerialsLater { get; init; }
    public MarkingForm? Marking { get; init; }

    /// <summary>Model of the blank-firing or deactivated weapon that a part fits.</summary>
    public string? CompatibleModel { get; init; }

    /// <summary>Whether it can fire automatically, or belongs to what can.</summary>
    public bool? SelectFire { get; init; }

    /// <summary>Whether it has been made permanently unable to fire.</summary>
    public bool? Deactivated { get; init; }

    /// <summary>Of an assembly or kit, what one unit of the line consists of; empty where nobody has said.</summary>
    public IReadOnlyList<DraftComponent> ConsistsOf { get; init; } = [];

    /// <summary>The category, under the law of the exporting State, of a firearm into which the part or kit has been fitted.</summary>
    public string? ResultingCategory { get; init; }

    /// <summary>The type of firearm that a part fits, where its platform is not known; it stands in the platform's place then.</summary>
    public string? FirearmType { get; init; }
    public IReadOnlyList<DraftDraw> Draws { get; init; } = [];
}

/// <summary>So many parts of one kind in one unit of an assembly or kit.</summary>
public sealed record DraftComponent
{
    public PartKind? Part { get; init; }

    /// <summary>In pieces.</summary>
    public decimal? Amount { get; init; }
}

public sealed record DraftDraw
{
    public string? Authorisation { get; init; }
    public decimal? Amount { get; init; }
}

public sealed record DraftParty
{
    public PartyRole? Role { get; init; }
    public string? Name { get; init; }
    public string? Address { get; init; }
    public string? State { get; init; }
    public string? RegistrationNumber { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
}

public sealed record DraftLeg
{
    public string? To { get; init; }
    public TransportMode? Mode { get; init; }
    public Stop? Stop { get; init; }
    public decimal? Kilometres { get; init; }
    public string? Place { get; init; }
    public DateOnly? ArrivesOn { get; init; }

    /// <summary>How many days the goods stay where the leg ends.</summary>
    public decimal? DwellDays { get; init; }

    /// <summary>Whether the leg ends in a free-trade zone.</summary>
    public bool? FreeTradeZone { get; init; }
}

public sealed record DraftEndUserCertificate
{
    public string? Number { get; init; }
    public string? SignedBy { get; init; }
    public DateOnly? SignedOn { get; init; }

    /// <summary>Whether it binds the end user not to re-export without consent.</summary>
    public bool? ReexportClause { get; init; }
}

public sealed record DraftTemporary
{
    public TemporaryPurpose? Purpose { get; init; }

    /// <summary>In words, for a purpose that is not on the list.</summary>
    public string? OtherPurpose { get; init; }

    /// <summary>Last day, included, on which the goods are back.</summary>
    public DateOnly? ReturnBy { get; init; }
    public DraftEvidence? Evidence { get; init; }
}

/// <summary>The document that bears the purpose out.</summary>
public sealed record DraftEvidence
{
    public string? Number { get; init; }
    public string? Issuer { get; init; }
    public DateOnly? IssuedOn { get; init; }
}

/// <summary>What the applicant knows of an import authorisation; the importing State's own word replaces it.</summary>
public sealed record DraftAuthorisation
{
    public string? Number { get; init; }
    public DateOnly? IssuedOn { get; init; }
    public DateOnly? ExpiresOn { get; init; }
}

/// <summary>What goods are that are given part by part.</summary>
public enum DeclaredAs
{
    /// <summary>Complete firearms, taken apart for the journey.</summary>
    FirearmsTakenApart,
}

public enum EndUse
{
    DealerStock,
    FleetSpares,
    HuntingPersonal,
    SportPersonal,
    Sport,
    Security,
    Police,
    Military,
    Manufacture,
    Repair,
    Training,
    Collection,
}

public enum OrderChannel
{
    Direct,
    WebShopVerified,
    OnlineMarketplace,
    SocialMedia,
    Broker,
}

public enum PaymentMethod
{
    LetterOfCredit,
    Wire,
    Card,
    Cash,
    Crypto,
    OpenAccount,
}

/// <summary>What an uploaded document is.</summary>
public enum DocumentKind
{
    EndUserCertificate,
    ImportAuthorisation,
    Contract,
    Invoice,
    PackingList,

    /// <summary>Bill of lading, air waybill, consignment note.</summary>
    TransportDocument,

    /// <summary>In which the consignee undertakes to hand the goods to the final recipient.</summary>
    OnwardDeliveryUndertaking,

    /// <summary>What bears out the purpose of a temporary movement: an invitation, an entry to a match, a repair order.</summary>
    PurposeEvidence,

    /// <summary>The original of an answer that a State gave on paper.</summary>
    ForeignAnswer,
    Other,
}
