using System.Text.Json.Nodes;

namespace Licensing.Journey;

/// <summary>What becomes of a licence: the exporter ships, customs lets leave, officers stop and go on, States confirm.</summary>
public sealed partial class Desk
{
    /// <param name="shipment">lines, route, shipsOn, arrivesOn, carrier, conveyance, exitPost.</param>
    public Task<Answer> DeclareShipment(Guid caseId, JsonNode shipment, string? key = null) =>
        Act($"/api/exporter/cases/{caseId}/shipments", shipment, key);

    public Task<Answer> CancelShipment(Guid caseId, Guid shipment, string reason, string? key = null) =>
        Act($"/api/exporter/cases/{caseId}/shipments/{shipment}/cancellation", new { reason }, key);

    public Task<Answer> ChangeLicence(Guid caseId, string? key = null) =>
        Act($"/api/exporter/cases/{caseId}/change", new { }, key);

    public Task<Answer> SurrenderLicence(Guid caseId, string reason, string? key = null) =>
        Act($"/api/exporter/cases/{caseId}/surrender", new { reason }, key);

    public Task<Answer> ShipmentsHere() => Read("/api/customs/shipments?size=100");

    public Task<Answer> LookUpLicence(string number) =>
        Read($"/api/customs/licences?number={Uri.EscapeDataString(number)}");

    /// <summary>May this leave now?</summary>
    public Task<Answer> CheckShipment(Guid shipment) => Read($"/api/customs/shipments/{shipment}");

    public Task<Answer> ReleaseShipment(
        Guid shipment,
        IReadOnlyList<string> conditionsMet,
        string? post = null,
        string? key = null
    ) => Act($"/api/customs/shipments/{shipment}/release", new { conditionsMet, post }, key);

    /// <param name="exit">lines, post, last.</param>
    public Task<Answer> RecordExit(Guid shipment, JsonNode exit, string? key = null) =>
        Act($"/api/customs/shipments/{shipment}/exits", exit, key);

    public Task<Answer> HoldShipment(Guid shipment, string reason, string? key = null) =>
        Act($"/api/customs/shipments/{shipment}/hold", new { reason }, key);

    public Task<Answer> SeizeShipment(Guid shipment, string reason, string? key = null) =>
        Act($"/api/customs/shipments/{shipment}/seizure", new { reason }, key);

    /// <param name="movement">what, on, post, lines, remark.</param>
    public Task<Answer> ReportMovement(Guid shipment, JsonNode movement, string? key = null) =>
        Act($"/api/customs/shipments/{shipment}/movements", movement, key);

    public Task<Answer> LookUpAuthorisation(string number) =>
        Read($"/api/customs/authorisations?number={Uri.EscapeDataString(number)}");

    /// <param name="seen">lines, on, post.</param>
    public Task<Answer> RecordReturn(Guid caseId, JsonNode seen, string? key = null) =>
        Act($"/api/customs/cases/{caseId}/returns", seen, key);

    /// <param name="seen">lines, on, post.</param>
    public Task<Answer> RecordEntry(Guid caseId, JsonNode seen, string? key = null) =>
        Act($"/api/customs/cases/{caseId}/entries", seen, key);

    /// <param name="marked">lines, year, noYearBecause, on.</param>
    public Task<Answer> RecordMarking(Guid caseId, JsonNode marked, string? key = null) =>
        Act($"/api/exporter/cases/{caseId}/import-marking", marked, key);

    /// <param name="waived">lines, reason.</param>
    public Task<Answer> WaiveMarking(Guid caseId, JsonNode waived, string? key = null) =>
        Act($"/api/officer/cases/{caseId}/import-marking/waiver", waived, key);

    /// <param name="account">lines, outcome, reason, documentId, licence.</param>
    public Task<Answer> AccountForGoods(Guid caseId, JsonNode account, string? key = null) =>
        Act($"/api/officer/cases/{caseId}/accounted-goods", account, key);

    public Task<Answer> ExtendReturn(Guid caseId, DateOnly returnBy, string reason, string? key = null) =>
        Act($"/api/officer/cases/{caseId}/return-extension", new { returnBy, reason }, key);

    public Task<Answer> SuspendLicence(Guid caseId, string reason, string? key = null) =>
        Act($"/api/officer/cases/{caseId}/suspension", new { reason }, key);

    public Task<Answer> ProposeReinstatement(Guid caseId, string reason, string? key = null) =>
        Act($"/api/officer/cases/{caseId}/reinstatement-proposal", new { reason }, key);

    public Task<Answer> ReinstateLicence(Guid caseId, Guid seen, string? key = null) =>
        Act($"/api/officer/cases/{caseId}/reinstatement", new { seen }, key);

    public Task<Answer> RevokeLicence(Guid caseId, Guid seen, string reason, string? key = null) =>
        Act($"/api/officer/cases/{caseId}/revocation", new { seen, reason }, key);

    public Task<Answer> ProposeToLiftRecall(Guid caseId, Guid shipment, string reason, string? key = null) =>
        Act($"/api/officer/cases/{caseId}/shipments/{shipment}/recall-lifting-proposal", new { reason }, key);

    public Task<Answer> LiftRecall(Guid caseId, Guid shipment, Guid seen, string? key = null) =>
        Act($"/api/officer/cases/{caseId}/shipments/{shipment}/recall-lifting", new { seen }, key);

    public Task<Answer> LiftHold(Guid caseId, Guid hold, string reason, string? key = null) =>
        Act($"/api/officer/cases/{caseId}/holds/{hold}/lifting", new { reason }, key);

    /// <param name="outcome"><c>receipt-accepted</c> or <c>not-received</c>.</param>
    public Task<Answer> SettleShipment(Guid caseId, Guid shipment, string outcome, string reason, string? key = null) =>
        Act($"/api/officer/cases/{caseId}/shipments/{shipment}/settlement", new { outcome, reason }, key);

    /// <param name="receipt">receivedOn, lines, remark.</param>
    public Task<Answer> ConfirmReceipt(Guid request, JsonNode receipt, string? key = null) =>
        Act($"/api/correspondent/requests/{request}/receipt", receipt, key);

    public Task<Answer> DenyReceipt(Guid request, string reason, string? key = null) =>
        Act($"/api/correspondent/requests/{request}/non-receipt", new { reason }, key);

    /// <param name="outcome"><c>stopped</c>, <c>not-arrived</c>, <c>passed-on</c> or <c>delivered</c>.</param>
    public Task<Answer> AnswerRecall(Guid request, string outcome, string? remark, string? key = null) =>
        Act($"/api/correspondent/requests/{request}/recall-reply", new { outcome, remark }, key);
}
