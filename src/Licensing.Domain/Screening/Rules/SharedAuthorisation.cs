namespace Licensing.Domain.Screening.Rules;

/// <summary>Documents (catalogue, 4.4): an import authorisation on which several export licences draw. It restates Article 10.</summary>
public static class SharedAuthorisation
{
    public static readonly IReadOnlyList<Rule> Rules = [new("DR-D07", AuthorisationUsedElsewhere)];

    /// <summary>DR-D07: other export licences draw on the same authorisation. That they leave too little the gate finds, whatever this case
    /// takes alone (DR-D04); that it is used elsewhere at all is for the officer to know, the more so where it serves one movement only.</summary>
    private static IEnumerable<Result> AuthorisationUsedElsewhere(Facts facts, Parameters _)
    {
        if (facts.Case.ImportAuthorisation is not { } paper)
            yield break;
        if (facts.Dossier.ImportAuthUsage is null || Documents.Unstated(paper, facts) is { Count: > 0 })
        {
            yield return Result.Missing([
                .. facts.Dossier.ImportAuthUsage is null ? ["import_auth_usage"] : Array.Empty<string>(),
                .. Documents.Unstated(paper, facts),
            ]);
            yield break;
        }
        var uses = GateDossier.OtherUses(facts.Dossier, paper.Id!).ToList();
        if (uses.Count == 0)
            yield break;
        foreach (var use in uses.Where(u => u.PartType is null || GateDossier.Drawn(u) is null))
            yield return Result.Missing(
                $"import_auth_usage[{use.ExportLicence}].{(use.PartType is null ? "part_type" : "qty")}"
            );
        if (paper.SingleUse is null)
            yield return Result.Missing("case.import_authorisation.single_use");
        var unmet = OneLaw.Unmet("DR-D07", facts.Gate.Export, facts);
        foreach (var sign in OneLaw.AsSigns(unmet, Severity.Blocking).OfType<Sign>())
            yield return sign with
            {
                Evidence = sign.Evidence with
                {
                    Computed = new Dictionary<string, object>([.. sign.Evidence.Computed, .. Drawn(sign, facts, uses)]),
                    Inputs = InWords(paper, uses),
                },
            };
        yield return Result.Found(
            paper.SingleUse is true ? Severity.High : Severity.Info,
            $"{uses.Count} other export {(uses.Count == 1 ? "licence cites" : "licences cite")} import authorisation {paper.Id}"
                + (paper.SingleUse is true ? ", which is good for one movement only." : "."),
            new Evidence(new Dictionary<string, object> { ["other_licences"] = uses.Count }, InWords(paper, uses))
        );
    }

    // Of the goods that the finding is about: what this case takes and what other licences hold.
    private static IEnumerable<KeyValuePair<string, object>> Drawn(
        Sign sign,
        Facts facts,
        IReadOnlyList<AuthorisationUse> uses
    ) =>
        facts
            .Lines.Select((l, i) => (l.Line, Subject: $"line {i + 1}, {facts.Case.ImportAuthorisation?.Id}"))
            .Where(l => sign.Evidence.Subjects.Contains(l.Subject))
            .SelectMany(l =>
                new[]
                {
                    KeyValuePair.Create<string, object>(
                        "this_case",
                        facts
                            .Lines.Where(o => IsSame(o.Line.PartType, o.Line.Platform, l.Line))
                            .Sum(o => o.Line.Qty!.Value)
                    ),
                    KeyValuePair.Create<string, object>(
                        "drawn_by_others",
                        uses.Where(u => IsSame(u.PartType, u.Platform, l.Line)).Sum(u => GateDossier.Drawn(u) ?? 0)
                    ),
                }
            );

    private static bool IsSame(string? part, string? platform, CaseLine line) =>
        part is not null && Parts.Named(part) == Parts.Named(line.PartType!) && platform == line.Platform;

    private static IReadOnlyList<Input> InWords(ImportPaper paper, IReadOnlyList<AuthorisationUse> uses) =>
        [
            .. paper.Lines!.Select(
                (l, i) =>
                    new Input(
                        $"case.import_authorisation.lines[{i}]",
                        $"{l.Qty:0.###} {l.PartType ?? l.Class} {l.Platform}".TrimEnd()
                    )
            ),
            .. uses.Select(u => new Input(
                u.ExportLicence ?? "import_auth_usage",
                $"{GateDossier.Drawn(u):0.###} {u.PartType} {u.Platform}, {u.Status ?? "status not known"}"
            )),
        ];
}
