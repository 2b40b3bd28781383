namespace Licensing.Domain.Screening.Rules;

/// <summary>A particular of Art. 10(3) that a paper leaves empty.</summary>
/// <param name="Paper">As a sentence begins with it: "Import licence IA-1001".</param>
internal sealed record Gap(string Paper, string What, string Place);

internal static class Gaps
{
    /// <summary>Everything that the application and the licences leave empty. Whole papers that are not in the dossier are not looked for:
    /// a missing import licence is DR-D02's.</summary>
    public static IEnumerable<Gap> In(Facts facts, bool withExportLicence) =>
        [
            .. InApplication(facts),
            .. facts.Case.ImportAuthorisation is { } import ? InImportLicence(import) : [],
            .. withExportLicence && facts.Case.ExportLicence is { } export ? InExportLicence(export) : [],
        ];

    private static IEnumerable<Gap> InApplication(Facts facts)
    {
        const string paper = "The application";
        var it = facts.Case;
        if (string.IsNullOrWhiteSpace(it.CountryExport))
            yield return new Gap(paper, "the country of export", "case.country_export");
        if (string.IsNullOrWhiteSpace(it.CountryImport))
            yield return new Gap(paper, "the country of import", "case.country_import");
        foreach (var ((line, place), number) in facts.Lines.Select((l, i) => (l, i + 1)))
        {
            // A part is described by its name, if by nothing else.
            if (line.PartType is null && string.IsNullOrWhiteSpace(line.Description))
                yield return new Gap(paper, $"what line {number} is", $"{place}.part_type");
            if (line.Qty is null)
                yield return new Gap(paper, $"the quantity of line {number}", $"{place}.qty");
        }
        // Where the goods touch no other State there is no transit to state; which ones it leaves out is DR-R01's.
        if (
            it.DeclaredTransit is null
            && it.Route?.Legs?.Any(l => l.ToState is { } to && to != it.CountryExport && to != it.CountryImport) is true
        )
            yield return new Gap(paper, "the countries of transit", "case.declared_transit");
    }

    private static IEnumerable<Gap> InImportLicence(ImportPaper it)
    {
        const string place = "case.import_authorisation";
        var paper = $"Import licence {it.Id}".TrimEnd();
        if (string.IsNullOrWhiteSpace(it.PlaceOfIssue))
            yield return new Gap(paper, "the place of issue", $"{place}.place_of_issue");
        if (it.IssuedOn is null)
            yield return new Gap(paper, "the day of issue", $"{place}.issued_on");
        if (it.ValidTo is null)
            yield return new Gap(paper, "the day of expiry", $"{place}.valid_to");
        if (string.IsNullOrWhiteSpace(it.IssuingState))
            yield return new Gap(paper, "the country of import", $"{place}.issuing_state");
        if (it.Lines is null or [])
            yield return new Gap(paper, "goods and quantity", $"{place}.lines");
        foreach (var (line, i) in (it.Lines ?? []).Select((l, i) => (l, i)))
        {
            if (line.PartType is null && line.Class is null)
                yield return new Gap(paper, $"what line {i + 1} is", $"{place}.lines[{i}].part_type");
            if (line.Qty is null)
                yield return new Gap(paper, $"the quantity of line {i + 1}", $"{place}.lines[{i}].qty");
        }
    }

    // Its place of issue the gate looks for, which knows the authority's seat.
    private static IEnumerable<Gap> InExportLicence(ExportPaper it)
    {
        const string place = "case.export_licence";
        var paper = $"Export licence {it.Id}".TrimEnd();
        if (it.IssuedOn is null)
            yield return new Gap(paper, "the day of issue", $"{place}.issued_on");
        if (it.ValidTo is null)
            yield return new Gap(paper, "the day of expiry", $"{place}.valid_to");
    }
}
