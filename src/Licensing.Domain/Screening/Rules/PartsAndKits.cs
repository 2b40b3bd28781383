using Licensing.Domain.Goods;

namespace Licensing.Domain.Screening.Rules;

/// <summary>Parts, kits and markings (catalogue, 4.1).</summary>
public static class PartsAndKits
{
    public static readonly IReadOnlyList<Rule> Rules =
    [
        new(
            "DR-P01",
            CompleteKitInOneConsignment,
            new Parameter("min_sets", ParameterKind.Whole),
            new Parameter("count_semi_finished", ParameterKind.Flag)
        ),
        new(
            "DR-P03",
            EverythingButTheReceiver,
            new Parameter("min_qty", ParameterKind.Whole),
            new Parameter("window_days", ParameterKind.Whole)
        ),
        .. Accumulation.Rules,
        .. Proportions.Rules,
        .. Markings.Rules,
        .. MeansOfMaking.Rules,
        .. Conversions.Rules,
        .. Disguises.Rules,
    ];

    /// <summary>DR-P01: the parts of the consignment make working firearms, though they are declared as parts.</summary>
    private static IEnumerable<Result> CompleteKitInOneConsignment(Facts facts, Parameters its)
    {
        if (facts.Case.Lines is null)
        {
            yield return Result.Missing("case.lines");
            yield break;
        }
        var counts = Kits.Count(
            facts.Lines.Where(l => l.Line.Deactivated is not true).Select(l => CountedGoods.Of(l.Line, l.Place)),
            facts.Reference,
            its.Flag("count_semi_finished")
        );
        foreach (var count in counts.Platforms.Where(c => c.Sets >= its.Whole("min_sets") && c.Sets > 0))
        {
            if (IsDeclaredAndAuthorisedKnockedDown(count, facts.Case))
                continue;
            var isMaker = facts.RecipientMayManufacture(facts.CategoryOf(count.Platform)) is true;
            yield return Result.Found(
                isMaker ? Severity.Info : Severity.High,
                $"The parts of this consignment make {count.Sets:0} {count.Platform} {(count.Sets == 1 ? "firearm" : "firearms")}"
                    + $"{(isMaker ? ", for a recipient that may manufacture them" : "")}"
                    + $"{(count.IsApproximate ? " (by firearm type and calibre; the platform is not known)" : "")}.",
                new Evidence(
                    new Dictionary<string, object>
                    {
                        ["platform"] = count.Platform,
                        ["sets"] = count.Sets,
                        ["approximate"] = count.IsApproximate,
                    },
                    count.Inputs
                )
                {
                    Subjects = [count.Platform],
                    Lists = ["platforms", "templates"],
                }
            );
        }
        if (counts.Missing.Count > 0)
            yield return Result.Missing(counts.Missing);
    }

    // Taken apart for the journey, said so, and authorised as the firearms that they are.
    private static bool IsDeclaredAndAuthorisedKnockedDown(PartCount count, CaseSnapshot it) =>
        it.DeclaredAs == "complete_firearm_kd"
        && (it.ImportAuthorisation?.Lines ?? [])
            .Where(l =>
                (l.PartType ?? l.Class) == Parts.CompleteFirearm && (l.Platform ?? count.Platform) == count.Platform
            )
            .Sum(l => l.Qty ?? 0) >= count.Sets;

    /// <summary>DR-P03: all that bears the pressure and no frame or receiver, as where that is made at home.</summary>
    private static IEnumerable<Result> EverythingButTheReceiver(Facts facts, Parameters its)
    {
        if (facts.Case.Lines is null)
        {
            yield return Result.Missing("case.lines");
            yield break;
        }
        var counts = Kits.Count(
            facts.Lines.Where(l => l.Line.Deactivated is not true).Select(l => CountedGoods.Of(l.Line, l.Place)),
            facts.Reference,
            countSemiFinished: true
        );
        var cluster = facts.RecipientCluster();
        var history = facts.HistoryOf(cluster, its.Whole("window_days"));
        var means = MeansOfMakingReceivers(facts, history ?? []);
        var needed = its.Whole("min_qty");
        foreach (var count in counts.Platforms)
        {
            if (!IsEverythingButTheReceiver(count, needed, out var least) || IsExpectedOf(facts, count.Platform, least))
                continue;
            if (means.Count == 0 && history is null)
                yield return Result.Missing("history");
            yield return Result.Found(
                means.Count > 0 ? Severity.High : Severity.Elevated,
                $"Every part of {least:0} {count.Platform} firearms but the frame or receiver"
                    + (
                        means.Count > 0
                            ? ", for recipients that were sent means of making it or unfinished ones."
                            : ", for a recipient with no such fleet on record."
                    ),
                new Evidence(
                    new Dictionary<string, object>
                    {
                        ["platform"] = count.Platform,
                        ["least"] = least,
                        ["fleet"] = facts.FinalRecipient?.Fleet?.GetValueOrDefault(count.Platform) is { } fleet
                            ? fleet
                            : "not recorded",
                    },
                    [.. count.Inputs, .. means.Select(m => m.Input)]
                )
                {
                    Subjects = [count.Platform],
                    Lists = ["platforms", "templates"],
                    LinkPath = means.FirstOrDefault().Path ?? [],
                }
            );
        }
        if (counts.Missing.Count > 0)
            yield return Result.Missing(counts.Missing);
        if (cluster.IsCutShort && means.Count == 0)
            yield return Result.Missing(cluster.LinksBeyond(facts.Recipients));

        List<(Input Input, IReadOnlyList<string>? Path)> MeansOfMakingReceivers(
            Facts facts,
            IReadOnlyList<HistoryLine> history
        ) =>
            [
                .. facts
                    .Lines.Where(l => MakesReceivers(l.Line.PartType, l.Line.FinishState))
                    .Select(l =>
                        (new Input(l.Place, $"{l.Line.PartType} x{l.Line.Qty:0.###}"), (IReadOnlyList<string>?)null)
                    ),
                .. history
                    .Where(h => MakesReceivers(h.PartType, h.FinishState))
                    .Select(h =>
                        (
                            new Input(h.Ref, $"{h.PartType} x{h.Qty:0.###}"),
                            (IReadOnlyList<string>?)
                                cluster.PathTo(cluster.Contains(h.FinalRecipient) ? h.FinalRecipient! : h.Consignee!)
                        )
                    ),
            ];
    }

    private static bool IsEverythingButTheReceiver(PartCount count, int needed, out decimal least)
    {
        var others = count.Template.Where(p => !Parts.IsReceiverType(p.Key)).ToDictionary();
        least = Kits.Sets(others, count.Quantities);
        return others.Count < count.Template.Count
            && least >= needed
            && least > 0
            && !Parts.ReceiverType.Any(part => count.Of(part) > 0);
    }

    // Explained by what else is known: structuring is DR-P02's, a maker makes receivers, a fleet wears parts out.
    private static bool IsExpectedOf(Facts facts, string platform, decimal least) =>
        facts.SignsOf("DR-P02").Any(s => s.Evidence.Subjects.Contains(platform))
        || facts.FinalRecipient?.Type == PartyTypes.Manufacturer
        || facts.RecipientMayManufacture(facts.CategoryOf(platform)) is true
        || facts.FinalRecipient?.Fleet?.GetValueOrDefault(platform) >= least;

    private static bool MakesReceivers(string? part, FinishState? finish) =>
        (part is not null && Parts.MeansOfManufacture.Contains(part))
        || (Parts.IsReceiverType(part) && finish == FinishState.SemiFinished);
}
