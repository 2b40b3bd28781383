using Licensing.Domain.Licences;

namespace Licensing.Domain.Article10;

/// <summary>Art. 10(3), last sentence: the information in the import licence is provided in advance to the transit States. A
/// landlocked arrangement replaces the notice of Art. 10(2)(b), not this.</summary>
internal static class ImportInformation
{
    public static IEnumerable<Finding> Verify(ExportDossier dossier, DateOnly today)
    {
        foreach (var passage in dossier.Consignment.Passages(dossier.Profile.PortCallIsTransit))
        {
            var clearance = dossier.Clearance(passage.State, today);
            var sent = clearance?.ImportInformationSentOn;
            yield return Finding.When(
                sent <= today && (clearance?.Scope is null || sent <= clearance.Scope.DatedOn),
                Law.ImportInformation,
                "import-information-sent-in-advance",
                passage.State.Code,
                $"The information in the import licence went to {passage.State} on {sent:yyyy-MM-dd}, in advance.",
                sent is null
                    ? $"The information in the import licence, as it is now, has not been sent to {passage.State} ahead of a notice."
                    : $"The information in the import licence went to {passage.State} on {sent:yyyy-MM-dd}, after its notice.",
                sent is null
                    ? $"Send the request with the import licence's information to {passage.State}."
                    : $"Obtain a notice of {passage.State} that was given with the import licence's information at hand."
            );
        }
    }
}
