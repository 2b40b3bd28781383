using Licensing.Domain.Licences;
using Licensing.Domain.Screening;
using Licensing.Domain.States;
using Licensing.Domain.Transit;

namespace Licensing.Domain.Article10;

/// <summary>Article 10(1)-(3) and (6) of the Protocol as the checks to be made before an export licence is issued, in the order of
/// the article.</summary>
public static class ExportRequirements
{
    /// <summary>Every finding of that day, met and unmet.</summary>
    public static IReadOnlyList<Finding> Verify(ExportDossier dossier, DateOnly today) =>
        new[]
        {
            dossier.Exporter.On(LicenceKind.Export, today, dossier.Consignment.Lines), // Art. 10(1), 12(1)
            ImportAuthorisations.Verify(dossier, today), // Art. 10(2)(a)
            TransitNotices.Verify(dossier, today), // Art. 10(2)(b)
            LicenceParticulars.Verify(dossier, today), // Art. 10(3), first sentence
            ImportInformation.Verify(dossier, today), // Art. 10(3), last sentence
            TemporaryMovements.Verify(dossier.Consignment), // Art. 10(6)
            DiversionRisk.Verify(dossier.Profile.Screened, dossier.Screening), // Resolution 8/3, paragraph 10
        }
            .SelectMany(findings => findings)
            .Simplified(dossier.Consignment.Temporary, dossier.Profile);

    /// <summary>Whether what the importing State has said of that authorisation is all that Art. 10(2)(a) asks of it: a State whose answer
    /// suffices is not asked again.</summary>
    public static bool SufficesFor(ExportDossier dossier, string authorisation, DateOnly today) =>
        ImportAuthorisations
            .Verify(dossier, today)
            .Where(f =>
                f.Subject == authorisation || f.Subject.EndsWith($", {authorisation}", StringComparison.Ordinal)
            )
            .All(f => f.IsMet);

    /// <summary>Whether that transit State need not be asked, or not again: it has given a notice, or is deemed to have no objection, and that is
    /// all that Art. 10(2)(b) and 10(3) ask of it. An arrangement in the place of a notice is no notice, and neither is an exemption.</summary>
    public static bool SufficesFor(ExportDossier dossier, Country transitState, DateOnly today) =>
        dossier.Clearance(transitState, today) is { Standing: TransitStanding.NoObjection or TransitStanding.Deemed }
        && TransitNotices
            .Verify(dossier, today)
            .Concat(ImportInformation.Verify(dossier, today))
            .Where(f =>
                f.Subject == transitState.Code || f.Subject.StartsWith($"{transitState}, ", StringComparison.Ordinal)
            )
            .All(f => f.IsMet);
}
