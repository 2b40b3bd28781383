using Licensing.Casework.Storage;
using Licensing.Domain.Licences;

namespace Licensing.Casework.Procedures;

/// <summary>The acts that a procedure permits or does not permit at a position, by the words its steps use.</summary>
public static class CaseActs
{
    /// <summary>The importing State confirms or denies; officers record its answer.</summary>
    public const string AnswerImport = "answer-import";

    /// <summary>A transit State acknowledges, gives notice, objects; officers record its answer.</summary>
    public const string AnswerTransit = "answer-transit";
    public const string AskInformation = "ask-information";
    public const string AnswerInformation = "answer-information";
    public const string Refer = "refer";
    public const string RecordAdvice = "record-advice";
    public const string AskAgain = "ask-again";
    public const string Recommend = "recommend";
    public const string Decide = "decide";

    /// <summary>An officer extends the legal period for the decision.</summary>
    public const string ExtendDecision = "extend-decision";
    public const string Withdraw = "withdraw";

    /// <summary>The applicant appeals against a refusal.</summary>
    public const string Appeal = "appeal";

    /// <summary>A senior officer reopens a refused case of the authority's own motion.</summary>
    public const string Reopen = "reopen";

    /// <summary>The exporter declares what is to leave under the licence.</summary>
    public const string DeclareShipment = "declare-shipment";

    /// <summary>The exporter ends a shipment that has not left, or not all of it.</summary>
    public const string EndShipment = "end-shipment";
    public const string ReleaseShipment = "release-shipment";
    public const string RecordExit = "record-exit";

    /// <summary>Customs of the exporting State holds or seizes.</summary>
    public const string HoldShipment = "hold-shipment";
    public const string LiftHold = "lift-hold";

    /// <summary>Customs on the way reports what it has seen.</summary>
    public const string ReportMovement = "report-movement";

    /// <summary>The importing State confirms the receipt of a shipment, or denies it; officers record its answer.</summary>
    public const string AnswerReceipt = "answer-receipt";
    public const string SettleShipment = "settle-shipment";

    /// <summary>Two officers let a shipment go on that was called back.</summary>
    public const string LiftRecall = "lift-recall";
    public const string SuspendLicence = "suspend-licence";
    public const string ProposeReinstatement = "propose-reinstatement";
    public const string ReinstateLicence = "reinstate-licence";
    public const string RevokeLicence = "revoke-licence";
    public const string SurrenderLicence = "surrender-licence";

    /// <summary>Customs records what comes back of goods that went for a while, or leaves again of those that came in for a while.</summary>
    public const string RecordReturn = "record-return";

    /// <summary>Customs records what comes in under an import authorisation.</summary>
    public const string RecordEntry = "record-entry";
    public const string AccountForGoods = "account-for-goods";
    public const string ExtendReturn = "extend-return";

    /// <summary>The importer reports which firearms bear the import marking.</summary>
    public const string RecordMarking = "record-marking";

    /// <summary>A senior officer finds that firearms need not bear it.</summary>
    public const string WaiveMarking = "waive-marking";

    /// <summary>Of the acts that a position permits, those that are possible at all: goods that go for good do not come back, and those that
    /// come in for a while need not be marked.</summary>
    public static IEnumerable<string> Possible(Case found, IEnumerable<string> permitted) =>
        found switch
        {
            { Kind: LicenceKind.Transit } => permitted.Except([.. Returning, .. Marking, RecordEntry]),
            { Consignment.Temporary: not null } => permitted.Except(Marking),
            { Kind: LicenceKind.Import } => permitted.Except(Returning),
            _ => permitted.Except([.. Returning, .. Marking, RecordEntry]),
        };

    private static readonly string[] Returning = [RecordReturn, AccountForGoods, ExtendReturn];
    private static readonly string[] Marking = [RecordMarking, WaiveMarking];

    /// <summary>An officer would have an import authorisation amended; a second, senior one confirms it.</summary>
    public const string ProposeAmendment = "propose-amendment";
    public const string ConfirmAmendment = "confirm-amendment";

    /// <summary>The transit State tells the exporting State that its request has arrived.</summary>
    public const string AcknowledgeRequest = "acknowledge-request";

    /// <summary>The transit State asks the exporting State something before it answers.</summary>
    public const string AskExportingState = "ask-exporting-state";

    /// <summary>An officer of the transit State recommends its answer; a second, senior one decides and gives it.</summary>
    public const string RecommendNotice = "recommend-notice";
    public const string DecideNotice = "decide-notice";
    public const string WithdrawNotice = "withdraw-notice";
}
