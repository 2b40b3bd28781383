namespace Licensing.Domain.Screening.Rules;

/// <summary>Documents (catalogue, 4.4): signs that an official paper is not what it seems.</summary>
public static class Forgery
{
    public static readonly IReadOnlyList<Rule> Rules = [new("DR-D11", LooksForged)];

    /// <summary>DR-D11: an import authorisation or end-user certificate whose number stands on another file as well, that is signed by nobody
    /// on file, or that comes from no competent authority.</summary>
    private static IEnumerable<Result> LooksForged(Facts facts, Parameters _) =>
        [
            .. Official.Missing(facts.Case),
            .. Official
                .In(facts.Case)
                .SelectMany(paper =>
                    NumberUsedTwice(paper, facts)
                        .Concat(SignedByAStranger(paper, facts))
                        .Concat(ByNoAuthority(paper, facts))
                ),
        ];

    private static IEnumerable<Result> NumberUsedTwice(Official paper, Facts facts)
    {
        if (facts.Dossier.DocumentRegister is null || paper.Number is null)
        {
            yield return Result.Missing(
                facts.Dossier.DocumentRegister is null ? "document_register" : paper.NumberPlace
            );
            yield break;
        }
        var onFile = OnFile.Of(facts, paper.Number, paper.Sha256);
        if (onFile.IsUnknown)
            yield return Result.Missing(
                paper.Sha256 is null ? $"{paper.Place}.sha256" : $"document_register[{paper.Number}].sha256"
            );
        if (onFile.Others is { Count: > 0 } others)
            yield return Result.Found(
                Severity.High,
                $"The number of {paper.Name} stands on another file as well"
                    + $"{(others[0].RegisteredOn is { } day ? $", registered on {day:yyyy-MM-dd}" : "")}.",
                new Evidence(
                    new Dictionary<string, object> { ["number"] = paper.Number, ["other_files"] = others.Count },
                    [
                        new Input($"{paper.Place}.sha256", paper.Sha256!),
                        .. others.Select(o => new Input("document_register", $"{o.Number}: {o.Sha256}")),
                    ]
                )
            );
    }

    private static IEnumerable<Result> SignedByAStranger(Official paper, Facts facts)
    {
        if (paper.Signatory is null || facts.Reference.Signatories is null)
            yield return Result.Missing(paper.Signatory is null ? $"{paper.Place}.signatory" : "reference.signatories");
        else if (!facts.Reference.Signatories.Any(s => IsSame(s, paper.Signatory)))
            yield return Result.Found(
                Severity.High,
                $"{paper.Signatory}, who signed {paper.Name}, is no signatory on file.",
                new Evidence(
                    new Dictionary<string, object> { ["signatory"] = paper.Signatory },
                    [new Input($"{paper.Place}.signatory", paper.Signatory)]
                )
                {
                    Lists = ["signatories"],
                }
            );
    }

    // An end-user certificate comes from the end user, whoever that is.
    private static IEnumerable<Result> ByNoAuthority(Official paper, Facts facts)
    {
        if (facts.Case.ImportAuthorisation is not { } import || paper.Place != Official.ImportPlace)
            yield break;
        if (import.Issuer is null || facts.Reference.CompetentAuthorities is null)
            yield return Result.Missing(
                import.Issuer is null ? $"{paper.Place}.issuer" : "reference.competent_authorities"
            );
        else if (
            !facts.Reference.CompetentAuthorities.Any(a =>
                IsSame(a.Name, import.Issuer) && (a.State is null || a.State == import.IssuingState)
            )
        )
            yield return Result.Found(
                Severity.High,
                $"{import.Issuer}, which issued {paper.Name}, is no competent authority of {import.IssuingState ?? "its State"}.",
                new Evidence(
                    new Dictionary<string, object> { ["issuer"] = import.Issuer },
                    [new Input($"{paper.Place}.issuer", $"{import.Issuer}, {import.IssuingState}")]
                )
                {
                    Lists = ["competent_authorities"],
                }
            );
    }

    private static bool IsSame(string? a, string? b) =>
        string.Equals(a?.Trim(), b?.Trim(), StringComparison.OrdinalIgnoreCase);
}
