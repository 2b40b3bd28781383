using Licensing.Casework.Storage;
using Licensing.Domain.Applications;
using Licensing.Domain.Authorisations;
using Licensing.Domain.Goods;
using Licensing.Domain.Licences;
using Licensing.Domain.Parties;
using Licensing.Domain.Routes;
using Licensing.Domain.Temporary;
using Licensing.Web.TagHelpers;

namespace Licensing.Web.Portal.Exporter;

/// <summary>The answers that an exporter chooses from, in the words of the trade, with a hint where the law draws a line.</summary>
public static class Answers
{
    public static readonly IReadOnlyList<Choice> Classes =
    [
        new(
            nameof(GoodsClass.Firearm),
            "Firearm",
            "A portable barrelled weapon, or what may be readily converted to one"
        ),
        new(
            nameof(GoodsClass.PartOrComponent),
            "Part or component",
            "Made for a firearm and essential to its operation; a sound suppressor too"
        ),
        new(nameof(GoodsClass.Ammunition), "Ammunition", "The complete round, or its controlled components"),
    ];

    public static readonly IReadOnlyList<Choice> Parts =
    [
        new(nameof(PartKind.Barrel), "Barrel"),
        new(nameof(PartKind.Frame), "Frame"),
        new(nameof(PartKind.Receiver), "Receiver"),
        new(nameof(PartKind.LowerReceiver), "Lower receiver"),
        new(nameof(PartKind.UpperReceiver), "Upper receiver"),
        new(nameof(PartKind.Slide), "Slide"),
        new(nameof(PartKind.Cylinder), "Cylinder"),
        new(nameof(PartKind.Bolt), "Bolt or breech block"),
        new(nameof(PartKind.Suppressor), "Sound suppressor"),
        new(nameof(PartKind.UpperAssembly), "Upper assembly"),
        new(nameof(PartKind.TriggerGroup), "Trigger group"),
        new(nameof(PartKind.AutomaticConversion), "Part for conversion to automatic fire"),
        new(nameof(PartKind.Magazine), "Magazine"),
        new(nameof(PartKind.OtherEssentialElement), "Another essential element"),
    ];

    /// <summary>Those that an assembly or kit consists of.</summary>
    public static readonly IReadOnlyList<Choice> PartsOfAKit =
    [
        .. Parts.Where(p => p.Value != nameof(PartKind.UpperAssembly)),
    ];

    public static readonly IReadOnlyList<Choice> Units =
    [
        new(nameof(Unit.Piece), "Pieces"),
        new(nameof(Unit.Set), "Sets"),
        new(nameof(Unit.Round), "Rounds"),
        new(nameof(Unit.Kilogram), "Kilograms"),
    ];

    public static readonly IReadOnlyList<Choice> Finishes =
    [
        new(nameof(FinishState.Finished), "Finished"),
        new(
            nameof(FinishState.SemiFinished),
            "Semi-finished",
            "A blank, forging, casting or print that still needs work"
        ),
    ];

    public static readonly IReadOnlyList<Choice> Sources =
    [
        new(nameof(GoodsSource.Manufacture), "Our own manufacture"),
        new(nameof(GoodsSource.CommercialStock), "Commercial stock"),
        new(nameof(GoodsSource.PrivateOwner), "A private owner"),
        new(
            nameof(GoodsSource.GovernmentStock),
            "Government stocks",
            "To be marked when passing to civilian use, Art. 8(1)(c)"
        ),
        new(nameof(GoodsSource.Confiscated), "Confiscated", "Only when marked and recorded, Art. 6(3)"),
    ];

    public static readonly IReadOnlyList<Choice> Markings =
    [
        new(
            nameof(MarkingForm.MakerPlaceSerial),
            "Name of the maker, country or place of manufacture and serial number",
            "Art. 8(1)(a)"
        ),
        new(nameof(MarkingForm.SymbolsWithCode), "Simple geometric symbols with a code", "Art. 8(1)(a)"),
        new(nameof(MarkingForm.None), "Not marked", "A firearm that is not marked may not be transferred"),
    ];

    public static readonly IReadOnlyList<Choice> PartyRoles =
    [
        new(nameof(PartyRole.Exporter), "Exporter"),
        new(nameof(PartyRole.Importer), "Importer"),
        new(nameof(PartyRole.Consignee), "Consignee", "Takes the goods in at the end of the transport"),
        new(nameof(PartyRole.FinalRecipient), "Final recipient", "Keeps and uses the goods; named on the licence"),
        new(nameof(PartyRole.Broker), "Broker", "Named on the licence, Art. 15"),
        new(nameof(PartyRole.Carrier), "Carrier"),
        new(nameof(PartyRole.Payer), "Payer", "If somebody other than the importer pays"),
    ];

    public static readonly IReadOnlyList<Choice> Modes =
    [
        new(nameof(TransportMode.Road), "Road"),
        new(nameof(TransportMode.Rail), "Rail"),
        new(nameof(TransportMode.Sea), "Sea"),
        new(nameof(TransportMode.Air), "Air"),
        new(nameof(TransportMode.InlandWaterway), "Inland waterway"),
        new(nameof(TransportMode.Post), "Post"),
        new(nameof(TransportMode.Accompanied), "Accompanied by a person"),
    ];

    public static readonly IReadOnlyList<Choice> Stops =
    [
        new(nameof(Stop.LandCrossing), "The goods cross this State on the same means of transport"),
        new(nameof(Stop.PortCall), "A call at a port or airport; the cargo stays on board"),
        new(nameof(Stop.Transshipment), "Transshipment to another means of transport"),
        new(nameof(Stop.Unloading), "Unloading"),
        new(nameof(Stop.Storage), "Storage"),
        new(nameof(Stop.Destination), "The destination: the route ends here"),
    ];

    public static readonly IReadOnlyList<Choice> EndUses =
    [
        new(nameof(EndUse.DealerStock), "Stock of a dealer"),
        new(nameof(EndUse.FleetSpares), "Spare parts for a fleet"),
        new(nameof(EndUse.HuntingPersonal), "Hunting, by the recipient in person"),
        new(nameof(EndUse.SportPersonal), "Sport, by the recipient in person"),
        new(nameof(EndUse.Sport), "Sport, by a club or federation"),
        new(nameof(EndUse.Security), "Security services"),
        new(nameof(EndUse.Police), "Police"),
        new(nameof(EndUse.Military), "Armed forces"),
        new(nameof(EndUse.Manufacture), "Manufacture"),
        new(nameof(EndUse.Repair), "Repair"),
        new(nameof(EndUse.Training), "Training"),
        new(nameof(EndUse.Collection), "Collection or museum"),
    ];

    public static readonly IReadOnlyList<Choice> OrderChannels =
    [
        new(nameof(OrderChannel.Direct), "Directly with us"),
        new(nameof(OrderChannel.WebShopVerified), "Web shop that verifies its customers"),
        new(nameof(OrderChannel.OnlineMarketplace), "Online marketplace"),
        new(nameof(OrderChannel.SocialMedia), "Social media"),
        new(nameof(OrderChannel.Broker), "Through a broker"),
    ];

    public static readonly IReadOnlyList<Choice> Payments =
    [
        new(nameof(PaymentMethod.LetterOfCredit), "Letter of credit"),
        new(nameof(PaymentMethod.Wire), "Bank transfer"),
        new(nameof(PaymentMethod.Card), "Card"),
        new(nameof(PaymentMethod.Cash), "Cash"),
        new(nameof(PaymentMethod.Crypto), "Crypto-assets"),
        new(nameof(PaymentMethod.OpenAccount), "Open account"),
    ];

    public static readonly IReadOnlyList<Choice> Uses =
    [
        new(nameof(AuthorisationUse.SingleUse), "For one export licence", "Single use"),
        new(
            nameof(AuthorisationUse.MultipleUse),
            "For several, as long as its quantities and days allow",
            "Multiple use"
        ),
    ];

    public static readonly IReadOnlyList<Choice> Purposes =
    [
        new(nameof(TemporaryPurpose.Hunting), "Hunting"),
        new(nameof(TemporaryPurpose.SportShooting), "Sport shooting"),
        new(nameof(TemporaryPurpose.Evaluation), "Evaluation"),
        new(nameof(TemporaryPurpose.Exhibition), "Exhibition"),
        new(nameof(TemporaryPurpose.Repair), "Repair"),
        new(nameof(TemporaryPurpose.Other), "Another lawful purpose"),
    ];

    public static readonly IReadOnlyList<Choice> YesOrNo = [new("true", "Yes"), new("false", "No")];

    /// <summary>What an export licence is for.</summary>
    public static readonly IReadOnlyList<Choice> ShipmentUses =
    [
        new(nameof(AuthorisationUse.SingleUse), "One shipment", "What has not left with it lapses"),
        new(nameof(AuthorisationUse.MultipleUse), "Several, as long as its quantities and days allow"),
    ];

    /// <summary>What an exporter attaches; a State's answer on paper is the authority's to attach.</summary>
    public static readonly IReadOnlyList<Choice> DocumentKinds =
    [
        new(nameof(DocumentKind.EndUserCertificate), "End-user certificate"),
        new(nameof(DocumentKind.ImportAuthorisation), "Import authorisation"),
        new(nameof(DocumentKind.Contract), "Contract or order"),
        new(nameof(DocumentKind.Invoice), "Invoice"),
        new(nameof(DocumentKind.PackingList), "Packing list"),
        new(
            nameof(DocumentKind.TransportDocument),
            "Transport document",
            "A bill of lading, an air waybill, a consignment note"
        ),
        new(
            nameof(DocumentKind.OnwardDeliveryUndertaking),
            "Undertaking to hand the goods on",
            "Of the consignee, where somebody else is the final recipient"
        ),
        new(
            nameof(DocumentKind.PurposeEvidence),
            "Evidence of a temporary purpose",
            "An invitation to a hunt, the entry to a match, a repair order"
        ),
        new(nameof(DocumentKind.Other), "Another document"),
    ];

    /// <summary>Verdicts as they are told to the applicant.</summary>
    private static readonly IReadOnlyList<Choice> Verdicts =
    [
        new(nameof(Verdict.Grant), "Granted"),
        new(nameof(Verdict.GrantWithConditions), "Granted with conditions"),
        new(nameof(Verdict.Refuse), "Refused"),
    ];

    /// <summary>Reasons as they are told to the applicant.</summary>
    private static readonly IReadOnlyList<Choice> Reasons =
    [
        new(
            nameof(RefusalReason.ImportNotAuthorised),
            "The importing State has not authorised the import, Art. 10(2)(a)"
        ),
        new(
            nameof(RefusalReason.TransitNotCleared),
            "A transit State has not given notice of no objection, Art. 10(2)(b)"
        ),
        new(nameof(RefusalReason.ParticularsNotMet), "Particulars are missing or contradict each other, Art. 10(3)"),
        new(nameof(RefusalReason.DiversionRisk), "The goods might be diverted"),
        new(nameof(RefusalReason.EndUseNotCredible), "The end use is not credible"),
        new(nameof(RefusalReason.ExporterNotEntitled), "The exporter is not entitled to export these goods"),
        new(nameof(RefusalReason.InformationNotGiven), "Information that was asked for was not given"),
        new(nameof(RefusalReason.NationalLaw), "Another ground of national law"),
    ];

    private static readonly Dictionary<Type, IReadOnlyList<Choice>> ByType = new()
    {
        [typeof(GoodsClass)] = Classes,
        [typeof(PartKind)] = Parts,
        [typeof(Unit)] = Units,
        [typeof(FinishState)] = Finishes,
        [typeof(GoodsSource)] = Sources,
        [typeof(MarkingForm)] = Markings,
        [typeof(PartyRole)] = PartyRoles,
        [typeof(TransportMode)] = Modes,
        [typeof(Stop)] = Stops,
        [typeof(EndUse)] = EndUses,
        [typeof(OrderChannel)] = OrderChannels,
        [typeof(PaymentMethod)] = Payments,
        [typeof(DocumentKind)] = DocumentKinds,
        [typeof(AuthorisationUse)] = Uses,
        [typeof(TemporaryPurpose)] = Purposes,
        [typeof(Verdict)] = Verdicts,
        [typeof(RefusalReason)] = Reasons,
    };

    /// <summary>An answer as it was offered; empty when none was given.</summary>
    public static string Of(Enum? given)
    {
        if (given is null)
            return "";
        var name = given.ToString();
        var offered = ByType.TryGetValue(given.GetType(), out var list)
            ? list.FirstOrDefault(c => c.Value == name)
            : null;
        if (offered is not null)
            return offered.Text;
        var words = Casework.Words.Of(given);
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    public static string Of(bool? given) =>
        given switch
        {
            true => "Yes",
            false => "No",
            null => "",
        };
}
