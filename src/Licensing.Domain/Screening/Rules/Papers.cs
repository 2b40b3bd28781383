namespace Licensing.Domain.Screening.Rules;

/// <summary>Documents (catalogue, 4.4): what papers say of themselves, of each other and of the goods. None of it restates Article 10.</summary>
public static class Papers
{
    public static readonly IReadOnlyList<Rule> Rules =
    [
        new("DR-D08", NotVerified),
        new("DR-D10", PapersDisagree, new Parameter("tol", ParameterKind.Number)),
        new("DR-D12", OverGeneric, new Parameter("generic_list", ParameterKind.Words)),
        new("DR-D13", ChangedWhatMayNotBe),
    ];

    /// <summary>DR-D08: nobody has asked the body that issued the import authorisation or the end-user certificate whether it is genuine, or it
    /// has denied it.</summary>
    private static IEnumerable<Result> NotVerified(Facts facts, Parameters _) =>
        Official
            .In(facts.Case)
            .SelectMany(paper =>
                paper.Verification switch
                {
                    "verified" => Enumerable.Empty<Result>(),
                    "failed" =>
                    [
                        Unverified(
                            Severity.Blocking,
                            $"The issuing authority has not confirmed {paper.Name}: its verification failed.",
                            paper
                        ),
                    ],
                    "pending" or "not_checked" =>
                    [
                        Unverified(
                            facts.Stage == Stage.Application ? Severity.Elevated : Severity.Blocking,
                            paper.Verification == "pending"
                                ? $"The issuing authority has been asked about {paper.Name} and has not answered."
                                : $"Nobody has asked the issuing authority about {paper.Name}.",
                            paper
                        ),
                    ],
                    _ => [Result.Missing($"{paper.Place}.verification")],
                }
            )
            .Concat(Official.Missing(facts.Case));

    private static Result Unverified(Severity severity, string text, Official paper) =>
        Result.Found(
            severity,
            text,
            new Evidence(
                new Dictionary<string, object> { ["verification"] = paper.Verification! },
                [
                    new Input(
                        $"{paper.Place}.verification",
                        $"{paper.Verification}{(paper.VerifiedOn is { } day ? $" on {day:yyyy-MM-dd}" : "")}"
                            + $"{(paper.Channel is { } channel ? $" by {channel}" : "")}"
                    ),
                ]
            )
        );

    /// <summary>DR-D10: the papers state different quantities, or a weight that so many goods cannot have.</summary>
    private static IEnumerable<Result> PapersDisagree(Facts facts, Parameters its)
    {
        var stated = (facts.Case.Documents ?? [])
            .Select((d, i) => (Place: $"case.documents[{i}]", Document: d))
            .Where(d => d.Document.Qty is not null)
            .ToList();
        if (stated.Count < 2)
            yield return Result.Missing(facts.Case.Documents is null ? "case.documents" : "case.documents[].qty");
        var expected = ExpectedWeight(facts, out var missing);
        var net = facts.Case.DeclaredNetKg;
        if (net is null)
            missing.Add("case.declared_net_kg");
        yield return Result.Missing(missing);
        var deviation = missing.Count == 0 ? Ratios.ToReference(Math.Abs(net!.Value - expected), expected) : null;
        var isWeightOff = deviation > its.Number("tol");
        var doQuantitiesDiffer = stated.Select(d => d.Document.Qty).Distinct().Count() > 1;
        if (!isWeightOff && !doQuantitiesDiffer)
            yield break;
        var quantities = string.Join(", ", stated.Select(d => $"{d.Document.Kind ?? d.Place} {d.Document.Qty:0.###}"));
        yield return Result.Found(
            isWeightOff && doQuantitiesDiffer ? Severity.High : Severity.Elevated,
            (isWeightOff ? $"Declared are {net:0.###} kg net; such goods weigh about {expected:0.###} kg." : "")
                + (isWeightOff && doQuantitiesDiffer ? " " : "")
                + (doQuantitiesDiffer ? $"The papers state different quantities: {quantities}." : ""),
            new Evidence(
                new Dictionary<string, object>
                {
                    ["declared_kg"] = net ?? (object)"not known",
                    ["expected_kg"] = missing.Count == 0 ? expected : "not known",
                    ["deviation"] = deviation is { } off ? Math.Round(off, 3) : "not known",
                    ["quantities"] = quantities,
                },
                [
                    .. net is null ? Array.Empty<Input>() : [new Input("case.declared_net_kg", $"{net:0.###}")],
                    .. stated.Select(d => new Input(d.Place, $"{d.Document.Kind} {d.Document.Qty:0.###}")),
                ]
            )
            {
                Lists = ["part_kg"],
            }
        );
    }

    // Of a set, what it consists of.
    private static decimal ExpectedWeight(Facts facts, out List<string> missing)
    {
        missing = facts.Case.Lines is null or [] ? ["case.lines"] : [];
        var weight = 0m;
        foreach (var (line, place) in facts.Lines)
        {
            if (line.Qty is null)
                missing.Add($"{place}.qty");
            if (line.PartType is null && line.ExplodesTo is null or { Count: 0 })
                missing.Add($"{place}.part_type");
            else
                foreach (var (part, each) in PartsOf(line))
                    if (facts.Reference.PartKg?.TryGetValue(Parts.Named(part), out var kg) is true)
                        weight += kg * each * (line.Qty ?? 0);
                    else
                        missing.Add($"reference.part_kg.{part}");
        }
        return weight;
    }

    private static IReadOnlyDictionary<string, decimal> PartsOf(CaseLine line) =>
        line.ExplodesTo is { Count: > 0 } parts ? parts : new Dictionary<string, decimal> { [line.PartType!] = 1 };

    /// <summary>DR-D12: goods are described so broadly that anything could be meant. A lot is a set.</summary>
    private static IEnumerable<Result> OverGeneric(Facts facts, Parameters its)
    {
        if (facts.Case.Lines is null)
            yield return Result.Missing("case.lines");
        foreach (var (line, place) in facts.Lines)
        {
            var isUnlisted =
                line.Unit?.ToUpperInvariant() is "SET" or "SETS" or "LOT" or "LOTS"
                && line.ExplodesTo is null or { Count: 0 };
            var generic = line.PartType is null ? GenericIn(line.Description, its.Words("generic_list")) : null;
            if (line.PartType is null && line.Description is null)
                yield return Result.Missing($"{place}.description");
            if (generic is null && !isUnlisted)
                continue;
            yield return Result.Found(
                Severity.Elevated,
                generic is not null
                    ? $"\"{line.Description}\" could be anything, and no kind of part is named."
                    : $"{line.Qty:0.###} {line.Unit} of {line.Description ?? line.PartType}: nothing says what one consists of.",
                new Evidence(
                    new Dictionary<string, object> { ["generic"] = generic ?? line.Unit! },
                    [new Input(place, $"{line.Qty:0.###} {line.Unit} {line.Description}".Trim())]
                )
            );
        }
    }

    private static string? GenericIn(string? description, IReadOnlyList<string> words) =>
        words.FirstOrDefault(w => description?.Contains(w, StringComparison.OrdinalIgnoreCase) is true);

    private static readonly string[] NeverAmended =
    [
        "final_recipient",
        "consignee",
        "country_import",
        "goods",
        "quantity_increase",
    ];

    /// <summary>DR-D13: after its issue the licence was changed in what makes it another licence, approved or not.</summary>
    private static IEnumerable<Result> ChangedWhatMayNotBe(Facts facts, Parameters _)
    {
        if (facts.Case.Amendments is not { } amendments)
        {
            yield return Result.Missing("case.amendments");
            yield break;
        }
        var issued = facts.Case.ExportLicence?.IssuedOn;
        foreach (var (amendment, i) in amendments.Select((a, i) => (a, i)))
        {
            var place = $"case.amendments[{i}]";
            if (amendment.Field is null)
                yield return Result.Missing($"{place}.field");
            if (amendment.Field is null || !NeverAmended.Contains(amendment.Field))
                continue;
            if (amendment.ChangedOn is not { } changed || issued is null)
                yield return Result.Missing(
                    amendment.ChangedOn is null ? $"{place}.changed_on" : "case.export_licence.issued_on"
                );
            else if (changed > issued)
                yield return Result.Found(
                    Severity.Blocking,
                    $"The {amendment.Field.Replace('_', ' ')} was changed on {changed:yyyy-MM-dd}, after the licence was issued on "
                        + $"{issued:yyyy-MM-dd}. That may not be amended.",
                    new Evidence(
                        new Dictionary<string, object>
                        {
                            ["field"] = amendment.Field,
                            ["days_after_issue"] = Days.Between(issued.Value, changed),
                        },
                        [
                            new Input(place, $"{amendment.Field}, changed {changed:yyyy-MM-dd}"),
                            new Input("case.export_licence.issued_on", $"{issued:yyyy-MM-dd}"),
                        ]
                    )
                );
        }
    }
}
