namespace Licensing.Domain.Screening.Rules;

/// <summary>Documents (catalogue, 4.4).</summary>
public static class Documents
{
    public static readonly IReadOnlyList<Rule> Rules = [new("DR-D04", MoreThanTheImportAuthorisation)];

    /// <summary>DR-D04: the gate finds too little on the import authorisation even if nobody else drew on it. What others have drawn is
    /// DR-D07's.</summary>
    private static IEnumerable<Result> MoreThanTheImportAuthorisation(Facts facts, Parameters _)
    {
        if (facts.Case.ImportAuthorisation is not { } paper)
            return [];
        if (paper.Lines is null || facts.Gate.Missing.Count > 0)
            return [Result.Missing(paper.Lines is null ? ["case.import_authorisation.lines"] : facts.Gate.Missing)];
        return OneLaw.AsSigns(
            OneLaw.Unmet("DR-D04", facts.Gate.ExportAlone, facts),
            Severity.Blocking,
            "case.lines",
            "case.import_authorisation.lines"
        );
    }
}
