using Licensing.Casework.Shipments;
using Licensing.Casework.Storage;
using Licensing.Domain.Licences;
using Licensing.Web.Portal.Officer;

namespace Licensing.Web.Portal.Customs;

/// <summary>What an officer at a post reads first: the question, its answer and why.</summary>
/// <param name="Kind">"yes", "no", "wait" or "over": the colour. The text says the same.</param>
public sealed record FirstAnswer(string Question, string Kind, string Text, string Because)
{
    /// <summary>Whether the licence is good today.</summary>
    public static FirstAnswer Of(LicenceForCustoms licence)
    {
        const string question = "Is this licence good today?";
        var content = licence.Content;
        if (licence.IsGoodToday)
            return new(question, "yes", "Good today", $"Its last day is {Written.Day(content.ExpiresOn)}.");
        var (what, because) = licence.Status switch
        {
            LicenceStatus.Suspended => (
                "suspended",
                "Nothing may leave under it until its authority has reinstated it."
            ),
            LicenceStatus.Exhausted => ("exhausted", "All that it licenses has left. Nothing more may leave under it."),
            LicenceStatus.Expired => ("expired", $"Its last day was {Written.Day(content.ExpiresOn)}."),
            LicenceStatus.Revoked => ("revoked", "Its authority has taken it back for good."),
            LicenceStatus.Surrendered => ("surrendered", "Its exporter has given it back."),
            LicenceStatus.Replaced => ("replaced", "Another licence has taken its place: look that one up."),
            _ => ("not issued yet", $"Its first day is {Written.Day(content.IssuedOn)}."),
        };
        return new(question, "no", $"Not good today: {what}", because + WhatIsUnderway(licence));
    }

    /// <summary>For customs of the exporting State: whether the goods may leave. For that of another State: whether they may go on.</summary>
    public static FirstAnswer Of(LicenceForCustoms licence, ShipmentForCustoms shipment, Wording say) =>
        licence.IsOfThisState ? Leaving(shipment) : OnTheWay(licence, shipment, say);

    private static FirstAnswer Leaving(ShipmentForCustoms shipment)
    {
        var unmet = shipment.Unmet();
        var (kind, text, because) = shipment.Status switch
        {
            ShipmentStatus.Cancelled => ("over", "No: cancelled", "Nothing leaves with it any more."),
            ShipmentStatus.Seized => ("no", "No: seized", "Customs has seized what had not left."),
            ShipmentStatus.Left or ShipmentStatus.Settled => (
                "over",
                "No: it has left",
                "Nothing more leaves with this shipment."
            ),
            _ when unmet.Any(f => !f.IsHold()) => (
                "no",
                "No",
                (unmet.Count == 1 ? "One requirement is" : $"{unmet.Count} requirements are")
                    + " not met today. The goods stay."
            ),
            _ when unmet.Count > 0 => (
                "wait",
                "Not yet: held",
                "Customs holds it. It stays until the licensing authority has lifted the hold."
            ),
            ShipmentStatus.Declared => (
                "wait",
                "Not yet: not released",
                "Nothing that the law asks is unmet today. Nothing leaves before you have released it."
            ),
            _ => ("yes", "Yes", "It has been released, and nothing that the law asks is unmet today."),
        };
        return new("May this leave now?", kind, text, because);
    }

    private static FirstAnswer OnTheWay(LicenceForCustoms licence, ShipmentForCustoms shipment, Wording say)
    {
        const string question = "May this go on?";
        var state = say.State(licence.Content.Consignment.ExportingState);
        if (shipment.IsRecalled)
            return new(
                question,
                "no",
                "No: called back",
                $"{state} has called these goods back. Hold them, report it here, and ask its authority."
            );
        if (licence.Status is LicenceStatus.Suspended or LicenceStatus.Revoked)
            return new(
                question,
                "wait",
                $"Ask first: the licence is {Casework.Words.Of(licence.Status)}",
                $"The goods left {state} while it was good. Ask its authority before they go on."
            );
        return new(
            question,
            "yes",
            "Yes, as far as the licence goes",
            $"The goods left {state} while it was good, and have not been called back."
        );
    }

    // A licence that has been used up or has run out says nothing against what left under it.
    private static string WhatIsUnderway(LicenceForCustoms licence) =>
        !licence.IsOfThisState
        && licence.Status
            is LicenceStatus.Exhausted
                or LicenceStatus.Expired
                or LicenceStatus.Surrendered
                or LicenceStatus.Replaced
            ? " What has left under it left while it was good."
            : "";
}
