namespace Licensing.Domain.Screening.Rules;

/// <summary>After shipment (catalogue, 4.6).</summary>
public static class PostShipment
{
    public static readonly IReadOnlyList<Rule> Rules =
    [
        new(
            "DR-S05",
            RecoveredItemWasOurs,
            new Parameter("n_block", ParameterKind.Whole),
            new Parameter("months", ParameterKind.Whole),
            new Parameter("fast_days", ParameterKind.Whole)
        ),
    ];

    /// <summary>DR-S05: an item that was seized, found or traced is one of this case, or one that went to its recipients.</summary>
    private static IEnumerable<Result> RecoveredItemWasOurs(Facts facts, Parameters its)
    {
        if (facts.Dossier.Seizures is not { } seizures)
        {
            yield return Result.Missing("seizures");
            yield break;
        }
        if (facts.Dossier.SerialRegister is null)
            yield return Result.Missing("serial_register");
        var ours = Ours(facts).ToLookup(o => Serials.Normal(o.Item.Serial));
        var matches = new List<(Seizure Seizure, OurItem Ours)>();
        foreach (var seizure in seizures.Where(s => s.Serial is not null))
        foreach (var item in ours[Serials.Normal(seizure.Serial!)])
        {
            var match = Serials.Compare(new NumberedItem(seizure.Maker, seizure.Model, seizure.Serial!), item.Item);
            if (match == SerialMatch.Unknown)
                yield return Result.Missing($"maker of {seizure.Serial}, in seizures or {item.Place}");
            if (match == SerialMatch.Same)
                matches.Add((seizure, item));
        }
        var recovered = matches.DistinctBy(m => m.Seizure).ToList();
        if (recovered.Count == 0)
            yield break;
        var recent = recovered.Count(m => m.Seizure.RecoveredOn >= facts.AsOf.AddMonths(-its.Whole("months")));
        var fastest = recovered.Select(DaysToRecovery).Where(d => d >= 0).Min();
        var blocks = recent >= its.Whole("n_block") || fastest < its.Whole("fast_days");
        yield return Result.Found(
            blocks ? Severity.Blocking : Severity.High,
            $"{recovered.Count} recovered {(recovered.Count == 1 ? "item is" : "items are")} of this case or went to its recipients"
                + $"{(fastest is { } days ? $", the first {days} days after delivery" : "")}.",
            new Evidence(
                new Dictionary<string, object>
                {
                    ["matches"] = recovered.Count,
                    ["recent_matches"] = recent,
                    ["days_to_recovery"] = fastest is { } least ? least : "not known",
                },
                [
                    .. recovered.Select(m => new Input(
                        m.Ours.Place,
                        $"{m.Seizure.Maker} {m.Seizure.Serial}, recovered {m.Seizure.RecoveredOn:yyyy-MM-dd} in {m.Seizure.Place}"
                    )),
                ]
            )
        );
    }

    /// <summary>A numbered item of the case or of its recipients.</summary>
    private sealed record OurItem(NumberedItem Item, string Place, DateOnly? DeliveredOn);

    private static IEnumerable<OurItem> Ours(Facts facts) =>
        [
            .. (facts.Dossier.SerialRegister ?? [])
                .Where(r => r.Serial is not null && r.Recipient is not null && facts.Recipients.Contains(r.Recipient))
                .Select(r => new OurItem(
                    new NumberedItem(r.Maker, r.Model, r.Serial!),
                    "serial_register",
                    r.DeliveredOn
                )),
            .. facts.Lines.SelectMany(l =>
                (l.Line.Serials ?? []).Select(s => new OurItem(
                    new NumberedItem(l.Line.Maker, l.Line.Model, s),
                    l.Place,
                    null
                ))
            ),
        ];

    private static int? DaysToRecovery((Seizure Seizure, OurItem Ours) match) =>
        match is { Seizure.RecoveredOn: { } recovered, Ours.DeliveredOn: { } delivered }
            ? Days.Between(delivered, recovered)
            : null;
}
