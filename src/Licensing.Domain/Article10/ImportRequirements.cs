using Licensing.Domain.Licences;
using Licensing.Domain.Parties;

namespace Licensing.Domain.Article10;

/// <summary>What must hold before a State issues an import authorisation: Art. 10(1), and the particulars of Art. 10(3), which are the
/// information that goes to the transit States and that the exporting State relies on.</summary>
public static class ImportRequirements
{
    /// <summary>Every finding of that day, met and unmet.</summary>
    public static IReadOnlyList<Finding> Verify(ImportDossier dossier, DateOnly today) =>
        [
            .. dossier.Importer.On(LicenceKind.Import, today, dossier.Consignment.Lines), // Art. 10(1), 12(1)
            Present("place-of-issue", "place of issuance", !string.IsNullOrWhiteSpace(dossier.Terms.PlaceOfIssue)),
            ExpiryIsLawful(dossier, today),
            Present(
                "countries",
                "countries of export and import",
                dossier.Consignment.ExportingState != dossier.Consignment.ImportingState
            ),
            FinalRecipientIsHere(dossier),
            Present(
                "description-and-quantity",
                "description and quantity",
                dossier.Consignment.Lines.Count > 0
                    && dossier.Consignment.Lines.All(l =>
                        !string.IsNullOrWhiteSpace(l.Description) && l.Quantity.Amount > 0
                    )
            ),
            .. TemporaryMovements.Verify(dossier.Consignment), // Art. 10(6)
            .. TemporaryMovements.MarkingWaived(dossier.Consignment) is { } waived ? [waived] : Array.Empty<Finding>(),
        ];

    private static Finding Present(string rule, string what, bool isPresent) =>
        Finding.When(
            isPresent,
            Law.Particulars,
            $"particulars-{rule}",
            what,
            $"The authorisation states the {what}.",
            $"The authorisation would not state the {what}.",
            $"Complete the {what}."
        );

    // It is for goods that arrive while it runs: one that has run out before they can is worth nothing to anybody.
    private static Finding ExpiryIsLawful(ImportDossier dossier, DateOnly today)
    {
        var expires = dossier.Terms.ExpiresOn;
        var latest = dossier.LatestExpiry(today);
        var arrival = dossier.Consignment.ExpectedArrivalOn;
        return Finding.When(
            today <= expires && arrival <= expires && expires <= latest,
            Law.Particulars,
            "particulars-date-of-expiration",
            "date of expiration",
            $"The authorisation expires on {expires:yyyy-MM-dd}, within what the law allows.",
            $"The authorisation would expire on {expires:yyyy-MM-dd}; it must run on the day of arrival, {arrival:yyyy-MM-dd}, and may "
                + $"run to {latest:yyyy-MM-dd} at the latest.",
            "Choose another day of expiry, or ask the applicant about the day of arrival."
        );
    }

    private static Finding FinalRecipientIsHere(ImportDossier dossier)
    {
        var recipients = dossier.Consignment.Parties.Where(p => p.Role == PartyRole.FinalRecipient).ToList();
        return Finding.When(
            recipients is [{ } one]
                && !string.IsNullOrWhiteSpace(one.Name)
                && one.State == dossier.Consignment.ImportingState,
            Law.Particulars,
            "particulars-final-recipient",
            "final recipient",
            "The authorisation states the final recipient, who is in this State.",
            "The authorisation would not state one final recipient in this State.",
            "Complete the final recipient."
        );
    }
}
