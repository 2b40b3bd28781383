using System.Text.Json;
using System.Text.Json.Serialization;
using Licensing.Domain.Goods;

namespace Licensing.Domain.Screening;

/// <summary>The case as it stands: goods, parties, route and papers. What is null is not known.</summary>
/// <param name="DeclaredAs">complete_firearm_kd: complete firearms, taken apart for the journey.</param>
/// <param name="DeclaredTransit">The transit States that the licence names; empty when it names none.</param>
/// <param name="LandlockedArrangement">Id of the arrangement that the applicant relies on.</param>
/// <param name="OnwardDeliveryUndertaking">The consignee's undertaking to hand the goods to the final recipient is on file.</param>
/// <param name="EmbargoExemptions">Ids of embargo entries from which an exemption for this case was approved.</param>
/// <param name="OrderDate">The day of the order behind the case.</param>
/// <param name="ReceivedOn">The day on which the application came in: what changes from then on changes while it is processed.</param>
/// <param name="Documents">Papers that travel with the goods, with what they state.</param>
public sealed record CaseSnapshot(
    string? CaseId = null,
    string? Kind = null,
    string? CountryExport = null,
    string? CountryImport = null,
    string? Currency = null,
    CaseParties? Parties = null,
    string? EndUse = null,
    string? OrderChannel = null,
    bool? IdentityVerified = null,
    string? TransportMode = null,
    DateOnly? PlannedShipDate = null,
    DateOnly? Eta = null,
    IReadOnlyList<CaseLine>? Lines = null,
    string? DeclaredAs = null,
    IReadOnlyList<string>? DeclaredTransit = null,
    CaseRoute? Route = null,
    IReadOnlyList<TransitConsent>? TransitConsents = null,
    string? LandlockedArrangement = null,
    EndUserCertificate? Euc = null,
    Payment? Payment = null,
    decimal? TotalValue = null,
    decimal? FreightCost = null,
    DateOnly? OrderDate = null,
    ImportPaper? ImportAuthorisation = null,
    ExportPaper? ExportLicence = null,
    SimplifiedProcedure? SimplifiedProcedure = null,
    IReadOnlyList<Amendment>? Amendments = null,
    decimal? DeclaredNetKg = null,
    IReadOnlyList<CaseDocument>? Documents = null,
    bool? OnwardDeliveryUndertaking = null,
    IReadOnlyList<string>? EmbargoExemptions = null,
    DateOnly? ExitDate = null,
    Delivery? Delivery = null,
    Conveyance? Conveyance = null,
    Tracking? Tracking = null,
    DateOnly? ReceivedOn = null,
    string? Remark = null
);

/// <summary>Ids of the parties by their role.</summary>
public sealed record CaseParties(
    string? Exporter = null,
    string? Consignee = null,
    string? FinalRecipient = null,
    string? Broker = null,
    string? Payer = null
);

/// <param name="Qty">In <paramref name="Unit"/>, pieces when it says none.</param>
/// <param name="ExplodesTo">What one unit of the line consists of, by part type.</param>
/// <param name="CompatibleModel">The model of blank-firer that a part fits.</param>
/// <param name="FirearmType">Name of the template of the firearm that it belongs to, where the platform is not known.</param>
public sealed record CaseLine(
    string? PartType = null,
    string? Platform = null,
    decimal? Qty = null,
    string? Unit = null,
    string? Hs = null,
    string? Description = null,
    decimal? UnitValue = null,
    string? Category = null,
    string? ResultingCategory = null,
    FinishState? FinishState = null,
    string? Marking = null,
    string? SerialsStatus = null,
    IReadOnlyList<string>? Serials = null,
    string? Maker = null,
    string? Model = null,
    string? CompatibleModel = null,
    bool? SelectFire = null,
    bool? Temporary = null,
    bool? Deactivated = null,
    IReadOnlyDictionary<string, decimal>? ExplodesTo = null,
    string? FirearmType = null,
    string? Calibre = null,
    string? Remark = null
);

/// <param name="DirectKm">The shortest practicable way for the mode.</param>
public sealed record CaseRoute(decimal? DirectKm = null, IReadOnlyList<CaseLeg>? Legs = null);

/// <param name="Date">The day on which the goods arrive at the end of the leg.</param>
/// <param name="Ftz">The leg ends in a free-trade zone.</param>
public sealed record CaseLeg(
    string? ToState = null,
    string? Mode = null,
    decimal? Km = null,
    CaseStop? Stop = null,
    decimal? DwellDays = null,
    DateOnly? Date = null,
    bool? Ftz = null,
    string? Remark = null
);

/// <summary>What happens where a leg ends, in the words of a dossier.</summary>
public enum CaseStop
{
    Destination,
    LandCrossing,

    /// <summary>The cargo stays on board.</summary>
    PortCall,
    TechnicalStop,
    Transship,
    Store,
    Unload,
}

/// <param name="Status">no_objection, conditional, objection, silent. Only the first two are a notice.</param>
/// <param name="GivenOn">The day that the notice bears.</param>
/// <param name="MaxQty">Pieces over all lines; null: no limit.</param>
public sealed record TransitConsent(
    string? State = null,
    string? Status = null,
    DateOnly? RequestedOn = null,
    DateOnly? ImportInfoSentOn = null,
    DateOnly? GivenOn = null,
    DateOnly? ValidTo = null,
    string? Mode = null,
    decimal? MaxQty = null,
    string? Remark = null
)
{
    public bool IsObjection => Status == "objection";
    public bool IsNotice => Status is "no_objection" or "conditional";
}

/// <param name="Verification">verified, pending, not_checked, failed: whether the body that issued it has confirmed it.</param>
/// <param name="Sha256">Of the file.</param>
public sealed record EndUserCertificate(
    bool? Present = null,
    [property: JsonPropertyName("signed")] bool? IsSigned = null,
    bool? ReexportClause = null,
    DateOnly? IssuedOn = null,
    string? Number = null,
    string? Sha256 = null,
    string? Signatory = null,
    string? Verification = null,
    DateOnly? VerifiedOn = null,
    string? Channel = null,
    string? Remark = null
);

public sealed record Payment(string? Method = null, string? PayerCountry = null, string? Remark = null);

/// <summary>An import authorisation as the applicant has put it in.</summary>
/// <param name="Verification">verified, pending, not_checked, failed: whether its State has confirmed it.</param>
/// <param name="Sha256">Of the file.</param>
/// <param name="Issuer">The body that issued it.</param>
public sealed record ImportPaper(
    string? Id = null,
    string? IssuingState = null,
    string? PlaceOfIssue = null,
    DateOnly? IssuedOn = null,
    DateOnly? ValidFrom = null,
    DateOnly? ValidTo = null,
    string? Verification = null,
    DateOnly? VerifiedOn = null,
    string? Channel = null,
    IReadOnlyList<ImportPaperLine>? Lines = null,
    string? Sha256 = null,
    string? Signatory = null,
    string? Issuer = null,
    bool? SingleUse = null,
    string? Remark = null
);

/// <param name="Class">COMPLETE_FIREARM or PART.</param>
/// <param name="Platform">Null: whatever the platform.</param>
public sealed record ImportPaperLine(
    string? Class = null,
    string? PartType = null,
    string? Platform = null,
    decimal? Qty = null,
    string? Calibre = null,
    string? Remark = null
);

/// <param name="Purpose">hunting, sport, repair …: Art. 10(6).</param>
public sealed record SimplifiedProcedure(string? Purpose = null, DateOnly? ReturnBy = null, string? Remark = null);

public sealed record ExportPaper(
    string? Id = null,
    string? PlaceOfIssue = null,
    DateOnly? IssuedOn = null,
    DateOnly? ValidFrom = null,
    DateOnly? ValidTo = null,
    IReadOnlyList<GoodsCount>? Lines = null,
    string? Remark = null
);

/// <summary>So many of one kind of part for one platform.</summary>
public sealed record GoodsCount(string? PartType = null, string? Platform = null, decimal? Qty = null);

public sealed record Amendment(
    string? Field = null,
    DateOnly? ChangedOn = null,
    DateOnly? ApprovedOn = null,
    string? ApprovedBy = null,
    string? Remark = null
);

/// <param name="Kind">invoice, packing_list, transport_document …</param>
/// <param name="Qty">Pieces over all lines, as the paper states them.</param>
public sealed record CaseDocument(
    string? Kind = null,
    string? Number = null,
    string? Sha256 = null,
    decimal? Qty = null,
    decimal? NetKg = null,
    string? Remark = null
);

public sealed record Delivery(
    DateOnly? VerifiedOn = null,
    string? State = null,
    string? Party = null,
    IReadOnlyList<GoodsCount>? Lines = null,
    IReadOnlyList<string>? Serials = null,
    string? Remark = null
);

public sealed record Conveyance(
    string? Carrier = null,
    DateOnly? FlagChangedOn = null,
    DateOnly? IdentityChangedOn = null,
    string? Remark = null
);

/// <param name="UnscheduledStops">One entry each, in whatever form the tracking service gives it.</param>
public sealed record Tracking(
    IReadOnlyList<TrackingGap>? Gaps = null,
    IReadOnlyList<JsonElement>? UnscheduledStops = null
);

public sealed record TrackingGap(decimal? Hours = null, DateOnly? Date = null, string? Remark = null);
