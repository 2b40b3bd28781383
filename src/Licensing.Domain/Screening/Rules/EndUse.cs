namespace Licensing.Domain.Screening.Rules;

/// <summary>What the recipient may have and would need (catalogue, 4.2).</summary>
public static class EndUse
{
    public static readonly IReadOnlyList<Rule> Rules =
    [
        new("DR-E10", NotAuthorisedForTheCategory, new Parameter("acquiring_kinds", ParameterKind.Words)),
        new("DR-E11", UseDoesNotFitTheBusiness, new Parameter("allowed_matrix", ParameterKind.Matrix)),
        new(
            "DR-E12",
            TooMuchForAPrivatePerson,
            new Parameter("window_days", ParameterKind.Whole),
            new Parameter("fe_elev", ParameterKind.Whole),
            new Parameter("fe_high", ParameterKind.Whole),
            new Parameter("part_elev", ParameterKind.Whole)
        ),
    ];

    /// <summary>DR-E10: the final recipient may not have goods of that category on the day they arrive. Goods without a category are free of
    /// licence where they go.</summary>
    private static IEnumerable<Result> NotAuthorisedForTheCategory(Facts facts, Parameters its)
    {
        if (facts.Case.Lines is null)
            yield return Result.Missing("case.lines");
        var day = facts.Case.Eta ?? facts.AsOf;
        var kinds = its.Words("acquiring_kinds");
        foreach (var lines in facts.Lines.Where(l => l.Line.Category is not null).GroupBy(l => l.Line.Category!))
        {
            if (facts.FinalRecipient is not { Authorisations: { } authorisations } recipient)
            {
                yield return facts.FinalRecipient is { } known
                    ? Result.Missing($"parties[{known.Id}].authorisations")
                    : Result.Missing(facts.PlaceOfRecipient);
                yield break;
            }
            var acquiring = authorisations.Where(a => a.Category == lines.Key && kinds.Contains(a.Kind)).ToList();
            if (acquiring.Any(a => a.HoldsOn(day)))
                continue;
            var ended = acquiring.Max(a => a.ValidTo);
            yield return Result.Found(
                Severity.Blocking,
                $"{recipient.Called} has no authorisation to acquire goods of category {lines.Key} on {day:yyyy-MM-dd}"
                    + $"{(ended < day ? $": the last one ends on {ended:yyyy-MM-dd}" : "")}.",
                new Evidence(
                    new Dictionary<string, object>
                    {
                        ["category"] = lines.Key,
                        ["day"] = $"{day:yyyy-MM-dd}",
                        ["last_valid_to"] = ended is { } last ? $"{last:yyyy-MM-dd}" : "none",
                    },
                    [
                        .. lines.Select(l => new Input(l.Place, $"{l.Line.PartType} of category {lines.Key}")),
                        .. authorisations.Select(a => new Input(
                            $"parties[{recipient.Id}].authorisations",
                            $"{a.Kind} {a.Category}, valid to {(a.ValidTo is { } to ? $"{to:yyyy-MM-dd}" : "no end")}"
                        )),
                    ]
                )
                {
                    Subjects = [lines.Key],
                }
            );
        }
    }

    /// <summary>DR-E11: what the goods are said to be for is not what such a recipient does. Of a type that the matrix does not have, nobody
    /// can say.</summary>
    private static IEnumerable<Result> UseDoesNotFitTheBusiness(Facts facts, Parameters its)
    {
        if (facts.FinalRecipient is not { } recipient)
        {
            yield return Result.Missing(facts.PlaceOfRecipient);
            yield break;
        }
        if (facts.Case.EndUse is not { } use || recipient.Type is not { } type)
        {
            yield return Result.Missing(facts.Case.EndUse is null ? "case.end_use" : $"parties[{recipient.Id}].type");
            yield break;
        }
        if (!its.Matrix("allowed_matrix").TryGetValue(type, out var allowed))
        {
            yield return Result.Missing($"allowed_matrix.{type}");
            yield break;
        }
        if (allowed.Contains(use))
            yield break;
        if (recipient.BusinessArms is null)
            yield return Result.Missing($"parties[{recipient.Id}].business_arms");
        var isStranger = recipient.BusinessArms is false;
        yield return Result.Found(
            isStranger ? Severity.High : Severity.Elevated,
            $"The stated use, {Word(use)}, is not one of a {Word(type)}; {recipient.Called} would use them for"
                + $" {string.Join(" or ", allowed.Select(Word))}."
                + $"{(isStranger ? " Arms are not its business." : "")}",
            new Evidence(
                new Dictionary<string, object>
                {
                    ["end_use"] = use,
                    ["type"] = type,
                    ["business_arms"] = recipient.BusinessArms is { } arms ? arms : "not known",
                },
                [new Input("case.end_use", use), new Input($"parties[{recipient.Id}].type", type)]
            )
        );

        static string Word(string name) => name.Replace('_', ' ');
    }

    /// <summary>DR-E12: more than one person needs, over this case and what went to that person before. Goods that come back under a
    /// simplified procedure, and deactivated ones, do not count.</summary>
    private static IEnumerable<Result> TooMuchForAPrivatePerson(Facts facts, Parameters its)
    {
        if (facts.FinalRecipient is not { } recipient)
        {
            yield return Result.Missing(facts.PlaceOfRecipient);
            yield break;
        }
        if (recipient.Type is null)
            yield return Result.Missing($"parties[{recipient.Id}].type");
        if (!recipient.IsPrivatePerson)
            yield break;
        var window = its.Whole("window_days");
        var history = facts.HistoryOf(recipient.Id, window);
        if (history is null)
            yield return Result.Missing("history");
        if (facts.Case.Lines is null)
            yield return Result.Missing("case.lines");
        var returns = OneLaw.Waived(facts).Count > 0;
        List<CountedGoods> goods =
        [
            .. facts
                .Lines.Where(l => l.Line.Deactivated is not true && !(returns && l.Line.Temporary is true))
                .Select(l => CountedGoods.Of(l.Line, l.Place)),
            .. (history ?? []).Where(h => h.Deactivated is not true && h.Temporary is not true).Select(CountedGoods.Of),
        ];
        var counted = PersonalGoods.Of(goods, facts.Reference);
        if (counted.Missing.Count > 0)
            yield return Result.Missing(counted.Missing);
        var severity =
            counted.Firearms >= its.Whole("fe_high") ? Severity.High
            : counted.Firearms >= its.Whole("fe_elev") || counted.Components >= its.Whole("part_elev")
                ? Severity.Elevated
            : (Severity?)null;
        if (severity is { } found)
            yield return Result.Found(
                found,
                $"With this case, {recipient.Called}, a private person, has {counted.Firearms:0.###} firearms, frames or receivers"
                    + $" and {counted.Components:0.###} barrels, slides or bolts within {window} days.",
                new Evidence(
                    new Dictionary<string, object>
                    {
                        ["firearm_equivalents"] = counted.Firearms,
                        ["parts"] = counted.Components,
                    },
                    counted.Inputs
                )
                {
                    Lists = ["platforms", "templates"],
                }
            );
    }

    /// <summary>What a private person was sent: firearms with what makes one, and barrels, slides and bolts.</summary>
    private sealed record PersonalGoods(
        decimal Firearms,
        decimal Components,
        IReadOnlyList<Input> Inputs,
        IReadOnlyList<string> Missing
    )
    {
        public static PersonalGoods Of(IReadOnlyList<CountedGoods> goods, ReferenceData reference)
        {
            var (firearms, components) = (0m, 0m);
            var inputs = new List<Input>();
            var missing = new List<string>();
            foreach (var one in goods)
            {
                var template = Kits.TemplateOf(one, reference);
                if (one.PartType is null && one.ExplodesTo is null)
                    missing.Add($"{one.Place}.part_type");
                // What a set without receiver consists of, its platform says.
                if (one is { PartType: Parts.PartsSet, ExplodesTo: null } && template is null)
                    missing.Add($"{one.Place}.platform");
                var each = Kits.Explode(one, template ?? new Dictionary<string, decimal>());
                var firearmsEach = each.Where(p => Parts.IsFirearmEquivalent(p.Key)).Sum(p => p.Value);
                var componentsEach = each.Where(p => IsBarrelSlideOrBolt(p.Key)).Sum(p => p.Value);
                if (firearmsEach + componentsEach == 0)
                    continue;
                if (one.Qty is not { } quantity)
                {
                    missing.Add($"{one.Place}.qty");
                    continue;
                }
                firearms += firearmsEach * quantity;
                components += componentsEach * quantity;
                inputs.Add(new Input(one.Place, $"{one.PartType} x{quantity:0.###} {one.PlatformKey}".TrimEnd()));
            }
            return new PersonalGoods(firearms, components, inputs, missing);
        }

        private static bool IsBarrelSlideOrBolt(string part) => part is Parts.Barrel or Parts.Slide or Parts.Bolt;
    }
}
