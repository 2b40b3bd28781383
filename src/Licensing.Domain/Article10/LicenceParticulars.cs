using Licensing.Domain.Authorisations;
using Licensing.Domain.Licences;
using Licensing.Domain.Parties;

namespace Licensing.Domain.Article10;

/// <summary>Art. 10(3): the licence and its accompanying documents together contain at least the place and date of issuance,
/// the date of expiration, the countries of export and import, the final recipient, a description and the quantity of the goods
/// and, where there is transit, the countries of transit.</summary>
internal static class LicenceParticulars
{
    /// <summary>A rule about the day of issue, which no later day is judged by.</summary>
    public const string LeastTerm = "particulars-least-term";

    public static IEnumerable<Finding> Verify(ExportDossier dossier, DateOnly today)
    {
        var terms = dossier.Terms;
        var consignment = dossier.Consignment;
        yield return Present("place-of-issue", "place of issuance", !string.IsNullOrWhiteSpace(terms.PlaceOfIssue));
        yield return ExpiryIsLawful(dossier, today);
        if (LicenceTerms.EarliestExpiry(today, dossier.Profile, dossier.Authorisations) is { } earliest)
            yield return RunsLongEnough(dossier, earliest);
        yield return Present(
            "countries",
            "countries of export and import",
            consignment.ExportingState != consignment.ImportingState
        );
        yield return Present(
            "final-recipient",
            "final recipient",
            consignment.Parties.Count(p => p.Role == PartyRole.FinalRecipient && !string.IsNullOrWhiteSpace(p.Name))
                == 1
        );
        yield return Present(
            "description-and-quantity",
            "description and quantity",
            consignment.Lines.Count > 0
                && consignment.Lines.All(l => !string.IsNullOrWhiteSpace(l.Description) && l.Quantity.Amount > 0)
        );
        yield return Present(
            "transit-countries",
            "countries of transit",
            consignment.Route.Count > 0 && consignment.Route[^1].To == consignment.ImportingState
        );
        yield return ShipmentIsAhead(consignment.PlannedShipmentOn, today);
    }

    private static Finding Present(string rule, string what, bool isPresent) =>
        Finding.When(
            isPresent,
            Law.Particulars,
            $"particulars-{rule}",
            what,
            $"The licence states the {what}.",
            $"The licence would not state the {what}.",
            $"Complete the {what}."
        );

    private static Finding ExpiryIsLawful(ExportDossier dossier, DateOnly today)
    {
        var expires = dossier.Terms.ExpiresOn;
        var latest = LicenceTerms.LatestExpiry(today, dossier.Profile, dossier.Use, dossier.Authorisations);
        var shipment = dossier.Consignment.PlannedShipmentOn;
        return Finding.When(
            shipment <= expires && today <= expires && expires <= latest,
            Law.Particulars,
            "particulars-date-of-expiration",
            "date of expiration",
            $"The licence expires on {expires:yyyy-MM-dd}, within what it rests on.",
            $"The licence would expire on {expires:yyyy-MM-dd}; it must be in force on the day of shipment, {shipment:yyyy-MM-dd}, "
                + $"and may run to {latest:yyyy-MM-dd} at the latest.",
            "Choose another day of expiry, or another day of shipment."
        );
    }

    private static Finding RunsLongEnough(ExportDossier dossier, DateOnly earliest) =>
        Finding.When(
            earliest <= dossier.Terms.ExpiresOn,
            Law.Particulars,
            LeastTerm,
            "date of expiration",
            $"The licence runs to {earliest:yyyy-MM-dd} at least.",
            $"The licence would expire on {dossier.Terms.ExpiresOn:yyyy-MM-dd}; where the import authorisation bears no last day it runs to "
                + $"{earliest:yyyy-MM-dd} at least, {dossier.Profile.UndatedAuthorisation?.Ground}.",
            "Choose a later day of expiry."
        );

    // "Prior to shipment" and "before issuing" are two moments, and neither can be met once the goods should have left.
    private static Finding ShipmentIsAhead(DateOnly shipment, DateOnly today) =>
        Finding.When(
            today <= shipment,
            Law.System,
            "shipment-is-ahead",
            "planned shipment",
            $"The goods are to be shipped on {shipment:yyyy-MM-dd}, which has not passed.",
            $"The planned day of shipment, {shipment:yyyy-MM-dd}, has passed.",
            "Ask the applicant for a new application with a new day of shipment."
        );
}
