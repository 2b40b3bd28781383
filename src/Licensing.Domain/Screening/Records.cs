using Licensing.Domain.Goods;

namespace Licensing.Domain.Screening;

/// <summary>A line of an earlier licence, or of a case that is pending, of this authority or notified by another.</summary>
/// <param name="Ref">Licence or case; several lines share one.</param>
/// <param name="KnownAt">When it became known here; null: on its day.</param>
/// <param name="InHoldings">The recipient's holdings count it already.</param>
public sealed record HistoryLine(
    string Ref,
    DateOnly Date,
    string? Exporter = null,
    string? Consignee = null,
    string? FinalRecipient = null,
    string? Platform = null,
    string? PartType = null,
    decimal? Qty = null,
    string? Category = null,
    DateOnly? KnownAt = null,
    FinishState? FinishState = null,
    string? Model = null,
    string? CompatibleModel = null,
    string? Mode = null,
    decimal? OrderValue = null,
    bool? Deactivated = null,
    bool? Temporary = null,
    bool? InHoldings = null,
    DateOnly? ExitDate = null,
    DateOnly? VerifiedOn = null,
    IReadOnlyDictionary<string, decimal>? ExplodesTo = null,
    string? FirearmType = null,
    string? Calibre = null,
    string? Remark = null
);

/// <summary>A numbered item and where it was last known to be.</summary>
/// <param name="Custody">exported, held, returned …</param>
/// <param name="Recipient">Id of the party that holds it.</param>
public sealed record SerialRecord(
    string? Maker = null,
    string? Model = null,
    string? Serial = null,
    string? Custody = null,
    string? Recipient = null,
    DateOnly? DeliveredOn = null,
    DateOnly? ReturnedOn = null,
    DateOnly? KnownAt = null,
    string? Ref = null,
    string? Remark = null
);

/// <summary>An item that was seized, found or traced.</summary>
public sealed record Seizure(
    string? Maker = null,
    string? Model = null,
    string? Serial = null,
    DateOnly? RecoveredOn = null,
    DateOnly? ReportedOn = null,
    string? Place = null,
    DateOnly? KnownAt = null,
    string? Remark = null
);

/// <summary>An export licence that draws on an import authorisation, of this State or notified by another.</summary>
/// <param name="Status">issued, shipped, closed, cancelled. A closed one holds what was shipped, a cancelled one nothing.</param>
public sealed record AuthorisationUse(
    string? ImportAuthorisation = null,
    string? ExportLicence = null,
    string? Exporter = null,
    string? PartType = null,
    string? Platform = null,
    decimal? Qty = null,
    string? Status = null,
    decimal? ShippedQty = null,
    DateOnly? KnownAt = null,
    string? Remark = null
);

/// <summary>An adverse record of a party.</summary>
/// <param name="Kind">denial or diversion.</param>
public sealed record WatchRecord(
    string? Party = null,
    string? Kind = null,
    DateOnly? Date = null,
    string? Authority = null,
    bool? Resolved = null,
    string? ItemClass = null,
    DateOnly? KnownAt = null,
    string? Remark = null
);

/// <param name="MessageId">The same id twice is one message.</param>
/// <param name="CaseId">The case whose goods have left; null: those of another shipment under the licence.</param>
public sealed record DrawDownMessage(
    string? MessageId = null,
    string? ExportLicence = null,
    string? PartType = null,
    string? Platform = null,
    decimal? Qty = null,
    DateOnly? Date = null,
    DateOnly? KnownAt = null,
    string? Remark = null,
    string? CaseId = null
);

/// <param name="Kind">loss, theft, diversion, delay.</param>
/// <param name="Status">reported, suspected, confirmed.</param>
/// <param name="Resolution">How it was settled; null while it is not.</param>
public sealed record Incident(
    string? Id = null,
    string? Party = null,
    string? Kind = null,
    string? Status = null,
    string? Resolution = null,
    DateOnly? Date = null,
    DateOnly? KnownAt = null,
    string? CaseId = null,
    string? Remark = null
);

/// <param name="Result">positive, negative, refused, postponed.</param>
public sealed record PostShipmentCheck(
    string? Party = null,
    string? Result = null,
    DateOnly? Date = null,
    bool? Resolved = null,
    DateOnly? KnownAt = null,
    string? Remark = null
);

/// <param name="Supersedes">Hash of the file that it replaces under the same number.</param>
public sealed record RegisteredDocument(
    string? Number = null,
    string? Sha256 = null,
    DateOnly? RegisteredOn = null,
    string? Supersedes = null,
    DateOnly? KnownAt = null,
    string? Remark = null
);
