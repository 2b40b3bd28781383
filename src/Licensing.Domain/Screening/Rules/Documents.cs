using Licensing.Domain.Article10;

namespace Licensing.Domain.Screening.Rules;

/// <summary>Documents (catalogue, 4.4): the rules that restate Article 10. They report what the gate finds; what the catalogue asks beyond
/// it stands beside the finding and takes nothing back. What papers say of themselves is in <see cref="Papers"/>.</summary>
public static class Documents
{
    public static readonly IReadOnlyList<Rule> Rules =
    [
        new("DR-D01", ContentMissing),
        new("DR-D02", ImportingStateHasNotAuthorised),
        new("DR-D03", AuthorisationDoesNotCoverArrival, new Parameter("buffer_days", ParameterKind.Whole)),
        new("DR-D04", MoreThanTheImportAuthorisation),
        new("DR-D05", GoodsNotAuthorised),
        new("DR-D09", LicenceDoesNotCoverShipment),
    ];

    private static readonly Stage[] BeforeThereIsALicence = [Stage.Application, Stage.Issue];

    /// <summary>DR-D01: the licence and the papers with it leave out something that Art. 10(3) lists. The final recipient is DR-E01's. Of the
    /// import licence it is asked from the application on, of the export licence only when there is one.</summary>
    private static IEnumerable<Result> ContentMissing(Facts facts, Parameters _)
    {
        var isLicensed = !BeforeThereIsALicence.Contains(facts.Stage);
        // The gate reads particulars off the licence that it is asked for, and takes the import licence's as its State has confirmed
        // them. A field that the application or a paper leaves empty keeps it from being asked at all: that is found here.
        var gaps = Gaps.In(facts, isLicensed).ToList();
        foreach (var paper in gaps.GroupBy(g => g.Paper))
            yield return Result.Found(
                Severity.Blocking,
                $"Art. 10(3): {paper.Key} does not state {string.Join(", ", paper.Select(g => g.What))}.",
                new Evidence(
                    new Dictionary<string, object>
                    {
                        ["paper"] = paper.Key,
                        ["missing"] = string.Join(", ", paper.Select(g => g.Place)),
                    },
                    [.. paper.Select(g => new Input(g.Place, "not stated"))]
                )
            );
        foreach (
            var finding in OneLaw.AsSigns(
                OneLaw
                    .Unmet("DR-D01", facts.Gate.Export, facts)
                    .Where(f => isLicensed || f.Rule != OneLaw.PlaceOfIssue),
                Severity.Blocking,
                "case"
            )
        )
            yield return finding;
        yield return Result.Missing([
            .. facts
                .Gate.Missing.Except(gaps.Select(g => g.Place))
                .Concat(isLicensed && facts.Case.ExportLicence is null ? ["case.export_licence"] : [])
                .Concat(
                    facts.Case.DeclaredTransit is null && facts.Case.Route?.Legs is null
                        ? ["case.declared_transit"]
                        : []
                ),
        ]);
    }

    /// <summary>DR-D02: the gate finds goods that no confirmed authorisation of the importing State is drawn on for.</summary>
    private static IEnumerable<Result> ImportingStateHasNotAuthorised(Facts facts, Parameters _)
    {
        var isDispensedWith = OneLaw.Waived(facts).Any(s => s.Findings.Contains(OneLaw.LineDraws));
        if (facts.Case.ImportAuthorisation is null && isDispensedWith)
            return [];
        var unmet = OneLaw.Unmet("DR-D02", facts.Gate.Export, facts);
        if (unmet.Count > 0)
            return OneLaw.AsSigns(unmet, Severity.Blocking, "case.import_authorisation");
        if (facts.Case.ImportAuthorisation is not null)
            return facts.Gate.Missing.Count > 0 ? [Result.Missing(facts.Gate.Missing)] : [];
        // Whatever else keeps the gate from being asked, nothing can be drawn on an authorisation that is not there.
        return
        [
            Result.Found(
                Severity.Blocking,
                "Art. 10(2)(a): There is no import authorisation that the goods could be drawn on.",
                new Evidence(
                    new Dictionary<string, object> { ["article"] = "Art. 10(2)(a)", ["finding"] = OneLaw.LineDraws },
                    [new Input("case.import_authorisation", "none")]
                )
            ),
        ];
    }

    /// <summary>DR-D03: the gate finds that the authorisation is not in force on arrival. One that is, and ends soon after, is lawful: that
    /// it leaves little room for a delay is for the officer to know.</summary>
    private static IEnumerable<Result> AuthorisationDoesNotCoverArrival(Facts facts, Parameters its)
    {
        if (facts.Case.ImportAuthorisation is not { } paper)
            return [];
        var missing = facts.Gate.Missing.ToList();
        if (paper.ValidFrom is null && paper.IssuedOn is null)
            missing.Add("case.import_authorisation.valid_from");
        if (paper.ValidTo is null)
            missing.Add("case.import_authorisation.valid_to");
        if (missing.Count > 0)
            return [Result.Missing(missing)];
        var unmet = OneLaw.Unmet("DR-D03", facts.Gate.Export, facts);
        var left = Days.Between(facts.Case.Eta!.Value, paper.ValidTo!.Value);
        if (unmet.Count > 0 || left < 0 || left >= its.Whole("buffer_days"))
            return OneLaw.AsSigns(unmet, Severity.Blocking, "case.import_authorisation", "case.eta");
        return
        [
            Result.Found(
                Severity.Elevated,
                $"Import authorisation {paper.Id} ends on {paper.ValidTo:yyyy-MM-dd}, "
                    + (left == 0 ? "the very day of" : $"{left} {(left == 1 ? "day" : "days")} after")
                    + " the expected arrival.",
                new Evidence(
                    new Dictionary<string, object> { ["days_left"] = left },
                    [
                        new Input("case.import_authorisation.valid_to", $"{paper.ValidTo:yyyy-MM-dd}"),
                        new Input("case.eta", $"{facts.Case.Eta:yyyy-MM-dd}"),
                    ]
                )
            ),
        ];
    }

    /// <summary>DR-D04: the gate finds too little on the import authorisation even if nobody else drew on it. What others have drawn is
    /// DR-D07's.</summary>
    private static IEnumerable<Result> MoreThanTheImportAuthorisation(Facts facts, Parameters _)
    {
        if (facts.Case.ImportAuthorisation is not { } paper)
            return [];
        if (Unstated(paper, facts) is { Count: > 0 } missing)
            return [Result.Missing(missing)];
        return OneLaw.AsSigns(
            OneLaw.Unmet("DR-D04", facts.Gate.ExportAlone, facts),
            Severity.Blocking,
            "case.lines",
            "case.import_authorisation.lines"
        );
    }

    /// <summary>DR-D05: the gate finds goods that the authorisation does not cover. Where it authorises none of their class at all, that
    /// blocks; where it authorises other parts, or other models, the importing State may only have named them otherwise.</summary>
    private static IEnumerable<Result> GoodsNotAuthorised(Facts facts, Parameters _)
    {
        if (facts.Case.ImportAuthorisation is not { } paper)
            return [];
        if (Unstated(paper, facts) is { Count: > 0 } missing)
            return [Result.Missing(missing)];
        var classes = paper.Lines!.Select(l => GateDossier.ClassOf((l.PartType ?? l.Class)!)).ToHashSet();
        var unmet = OneLaw.Unmet("DR-D05", facts.Gate.Export, facts);
        return facts.Lines.SelectMany(
            (l, i) =>
                OneLaw.AsSigns(
                    unmet.Where(f => f.Subject == $"line {i + 1}, {paper.Id}"),
                    classes.Contains(GateDossier.ClassOf(l.Line.PartType!)) ? Severity.High : Severity.Blocking,
                    l.Place,
                    "case.import_authorisation.lines"
                )
        );
    }

    /// <summary>DR-D09: the gate finds that the export licence is not in force on the day on which the goods leave.</summary>
    private static IEnumerable<Result> LicenceDoesNotCoverShipment(Facts facts, Parameters _)
    {
        if (facts.Case.ExportLicence is not { } licence)
            return [Result.Missing("case.export_licence")];
        var missing = facts.Gate.Missing.ToList();
        if (licence.ValidFrom is null && licence.IssuedOn is null)
            missing.Add("case.export_licence.valid_from");
        if (licence.ValidTo is null)
            missing.Add("case.export_licence.valid_to");
        if (missing.Count > 0)
            return [Result.Missing(missing)];
        return OneLaw.AsSigns(
            OneLaw.Unmet("DR-D09", facts.Gate.Release, facts),
            Severity.Blocking,
            "case.export_licence",
            "case.planned_ship_date"
        );
    }

    // What must be known before anybody can say what an authorisation covers and how much of it.
    internal static List<string> Unstated(ImportPaper paper, Facts facts)
    {
        if (paper.Lines is null)
            return ["case.import_authorisation.lines"];
        var lines = paper.Lines.SelectMany(
            (line, i) =>
                new[]
                {
                    (line.PartType ?? line.Class) is null ? $"case.import_authorisation.lines[{i}].part_type" : null,
                    line.Qty is null ? $"case.import_authorisation.lines[{i}].qty" : null,
                }
        );
        return [.. facts.Gate.Missing, .. lines.OfType<string>()];
    }
}
