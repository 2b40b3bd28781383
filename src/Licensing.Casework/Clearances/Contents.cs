using Licensing.Domain.Applications;
using Licensing.Domain.Authorisations;
using Licensing.Domain.Goods;
using Licensing.Domain.Parties;
using Licensing.Domain.Routes;
using Licensing.Domain.States;
using Licensing.Domain.Temporary;
using Licensing.Domain.Transit;

namespace Licensing.Casework.Clearances;

/// <summary>What the importing State is asked: has it issued this authorisation, and for what?</summary>
/// <param name="Temporary">For what and until when, where the goods are to go back; null where they come for good.</param>
public sealed record ImportConfirmationRequestContent(
    string Authorisation,
    NamedParty Exporter,
    NamedParty Importer,
    NamedParty Consignee,
    NamedParty FinalRecipient,
    DateOnly PlannedShipmentOn,
    DateOnly ExpectedArrivalOn,
    IReadOnlyList<RequestedGoods> Goods,
    DateOnly? ClaimedIssuedOn,
    DateOnly? ClaimedExpiresOn,
    TemporaryMovement? Temporary = null
);

/// <summary>What a transit State is asked, with the information in the import licences (Art. 10(3)).</summary>
/// <param name="Temporary">For what and until when, where the goods are to come back: they cross the State twice, and the way back is one
/// that the importing State licenses. Null where they go for good.</param>
/// <param name="Silence">What its silence counts for under the law of the exporting State; null where silence is no consent.</param>
public sealed record TransitRequestContent(
    Country ExportingState,
    Country ImportingState,
    IReadOnlyList<Party> Parties,
    IReadOnlyList<RequestedGoods> Goods,
    IReadOnlyList<Leg> Route,
    Passage Passage,
    DateOnly PlannedShipmentOn,
    DateOnly ExpectedArrivalOn,
    EndUse EndUse,
    IReadOnlyList<ImportAuthorisation> ImportLicences,
    TemporaryMovement? Temporary = null,
    SilenceTold? Silence = null
);

/// <param name="Line">Number of the goods line.</param>
public sealed record RequestedGoods(
    int Line,
    GoodsClass Class,
    PartKind? Part,
    string? Platform,
    string? Calibre,
    string Description,
    string HsCode,
    Quantity Quantity
)
{
    public static RequestedGoods Of(GoodsLine line) =>
        new(
            line.Number,
            line.Class,
            line.Part,
            line.Platform,
            line.Calibre,
            $"{line.Make} {line.Model}, {line.Description}",
            line.HsCode,
            line.Quantity
        );
}

/// <summary>Content of a denial, revocation, objection, withdrawal: given to the exporting State in confidence (Art. 12(5)).</summary>
/// <param name="OfTheRegister">The State's own register has taken it back, and confirms it again when it holds again.</param>
public sealed record ReasonContent(string Reason, bool OfTheRegister = false);

/// <summary>Content of a transit State's question to the exporting State, and of the answer to it: in confidence (Art. 12(5)).</summary>
public sealed record TransitQuestionContent(string Text);

/// <summary>Content of an acknowledgement.</summary>
public sealed record AcknowledgementContent(string? Remark);
