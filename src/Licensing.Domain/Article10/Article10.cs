using Licensing.Domain.Licences;

namespace Licensing.Domain.Article10;

/// <summary>Article 10(1)-(3) of the Protocol as the checks to be made before an export licence is issued, in the order of
/// the article.</summary>
public static class ExportRequirements
{
    /// <summary>Every finding of that day, met and unmet.</summary>
    public static IReadOnlyList<Finding> Verify(ExportDossier dossier, DateOnly today) =>
        [
            .. dossier.Exporter.On(today, dossier.Consignment.Lines), // Art. 10(1), 12(1)
            .. ImportAuthorisations.Verify(dossier, today), // Art. 10(2)(a)
            .. TransitNotices.Verify(dossier, today), // Art. 10(2)(b)
            .. LicenceParticulars.Verify(dossier, today), // Art. 10(3), first sentence
            .. ImportInformation.Verify(dossier, today), // Art. 10(3), last sentence
        ];
}
