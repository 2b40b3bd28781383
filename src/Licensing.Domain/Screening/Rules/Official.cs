namespace Licensing.Domain.Screening.Rules;

/// <summary>A paper that somebody abroad has issued for the case, and that can be asked about or forged: the import authorisation, the
/// end-user certificate.</summary>
internal sealed record Official(
    string Name,
    string Place,
    string NumberPlace,
    string? Number,
    string? Sha256,
    string? Signatory,
    string? Verification,
    DateOnly? VerifiedOn,
    string? Channel
)
{
    public const string ImportPlace = "case.import_authorisation";

    public static IEnumerable<Official> In(CaseSnapshot it)
    {
        if (it.ImportAuthorisation is { } import)
            yield return new Official(
                $"import authorisation {import.Id}".TrimEnd(),
                ImportPlace,
                $"{ImportPlace}.id",
                import.Id,
                import.Sha256,
                import.Signatory,
                import.Verification,
                import.VerifiedOn,
                import.Channel
            );
        if (it.Euc is { Present: true } euc)
            yield return new Official(
                $"end-user certificate {euc.Number}".TrimEnd(),
                "case.euc",
                "case.euc.number",
                euc.Number,
                euc.Sha256,
                euc.Signatory,
                euc.Verification,
                euc.VerifiedOn,
                euc.Channel
            );
    }

    /// <summary>Whether there is an end-user certificate must be known. That there is no import authorisation is DR-D02's.</summary>
    public static IEnumerable<Result> Missing(CaseSnapshot it) =>
        it.Euc?.Present is null ? [Result.Missing(it.Euc is null ? "case.euc" : "case.euc.present")] : [];
}
