using Licensing.Domain.Goods;

namespace Licensing.Domain.Screening.Rules;

/// <summary>Unfinished parts, and what finishes or makes them (catalogue, 4.1).</summary>
public static class MeansOfMaking
{
    public static readonly IReadOnlyList<Rule> Rules =
    [
        Rule.OfGoods("DR-P10", UnfinishedPart, new Parameter("pattern_list", ParameterKind.Patterns)),
        Rule.OfGoods("DR-P11", CompletionSet, new Parameter("window_days", ParameterKind.Whole)),
        Rule.OfGoods("DR-P17", MeansOfManufactureAlone),
    ];

    /// <summary>DR-P10: an essential part that only needs finishing, by what is declared or by its wording.</summary>
    private static IEnumerable<Result> UnfinishedPart(Facts facts, Parameters its)
    {
        foreach (var (line, place) in facts.Lines.Where(l => Parts.IsEssential(l.Line.PartType)))
        {
            var wording = Patterns.FirstIn(line.Description ?? "", its.Words("pattern_list"));
            if (line.FinishState != FinishState.SemiFinished && wording is null)
            {
                if (line.FinishState is null)
                    yield return Result.Missing($"{place}.finish_state");
                if (line.Description is null)
                    yield return Result.Missing($"{place}.description");
                continue;
            }
            var category = line.Category ?? facts.CategoryOf(line.Platform);
            var (severity, recipient) =
                facts.RecipientMayManufacture(category) is true ? (Severity.Info, "may manufacture")
                : facts.RecipientMayStock(category) is true ? (Severity.Elevated, "may stock, not manufacture,")
                : (Severity.High, "is not known to be allowed to make or stock");
            yield return Result.Found(
                severity,
                $"{line.Qty:0.###} {line.PartType} {line.Platform} are unfinished"
                    + $"{(wording is null ? "" : $" (\"{line.Description}\")")}; the recipient {recipient} such firearms.",
                new Evidence(
                    new Dictionary<string, object>
                    {
                        ["part_type"] = line.PartType!,
                        ["finish_state"] = line.FinishState is { } finish ? finish.ToString() : "not known",
                        ["wording"] = wording ?? "none of the list",
                    },
                    [new Input(place, $"{line.PartType} x{line.Qty:0.###}, {line.Description}")]
                )
                {
                    Lists = ["platforms"],
                }
            );
        }
    }

    /// <summary>DR-P11: unfinished frames or receivers and what finishes them reach the same recipients.</summary>
    private static IEnumerable<Result> CompletionSet(Facts facts, Parameters its)
    {
        var supply = Supply.Of(facts, its.Whole("window_days"));
        var means = supply.All.Where(g => IsMeansOfManufacture(g.PartType)).ToList();
        // Whoever may make firearms of a category may finish its receivers.
        var receivers = supply
            .All.Where(g =>
                g.Goods.FirearmsEach > 0
                && g.PartType != Parts.CompleteFirearm
                && facts.RecipientMayManufacture(g.Category) is not true
            )
            .ToList();
        var blanks = receivers.Where(g => g.Goods.FinishState == FinishState.SemiFinished).ToList();
        var unknown = receivers.Where(g => g.Goods.FinishState is null).ToList();
        if (blanks.Count > 0 && means.Count > 0 && blanks.Concat(means).Any(IsOfTheCase))
            yield return Result.Found(
                Severity.High,
                "Unfinished receivers and what finishes them go to recipients that may not manufacture: "
                    + $"{string.Join(", ", blanks)}; {string.Join(", ", means)}.",
                supply.EvidenceOf(
                    new Dictionary<string, object>
                    {
                        ["unfinished_receivers"] = blanks.Sum(g => (g.Goods.Qty ?? 0) * g.Goods.FirearmsEach),
                        ["means"] = string.Join(", ", means.Select(g => g.PartType).Distinct()),
                    },
                    [.. blanks, .. means]
                )
            );
        else if (unknown.Count > 0 && means.Count > 0 && unknown.Concat(means).Any(IsOfTheCase))
            yield return Result.Missing([.. unknown.Select(g => $"{g.Place}.finish_state")]);
        if (blanks.Concat(unknown).Concat(means).Any(IsOfTheCase) && supply.Missing.Count > 0)
            yield return Result.Missing(supply.Missing);

        static bool IsOfTheCase(SuppliedGoods goods) => goods.To is null;
    }

    /// <summary>DR-P17: jigs, fixtures or print files alone, to somebody who may not manufacture.</summary>
    private static IEnumerable<Result> MeansOfManufactureAlone(Facts facts, Parameters its)
    {
        var isMaker = facts.FinalRecipient?.Authorisations?.Any(a =>
            a.Kind == AuthorisationKinds.Manufacture && a.HoldsOn(facts.AsOf)
        );
        if (isMaker is true || facts.SignsOf("DR-P11").Count > 0)
            yield break;
        foreach (var (line, place) in facts.Lines.Where(l => IsMeansOfManufacture(l.Line.PartType)))
            yield return Result.Found(
                Severity.Elevated,
                $"{line.Qty:0.###} {line.PartType} {line.Platform} make firearms or parts of them; no authorisation of the recipient"
                    + " to manufacture is on record.",
                new Evidence(
                    new Dictionary<string, object> { ["part_type"] = line.PartType! },
                    [new Input(place, $"{line.PartType} x{line.Qty:0.###}, {line.Description}")]
                )
            );
    }

    private static bool IsMeansOfManufacture(string? part) =>
        part is not null && Parts.MeansOfManufacture.Contains(part);
}
