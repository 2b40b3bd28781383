namespace Licensing.Domain.Screening.Rules;

/// <summary>After shipment (catalogue, 4.6): what has become of the goods. Whether and how they arrived is in <see cref="Deliveries"/>.</summary>
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
        new("DR-S06", LostOrStolenOnTheWay),
        new("DR-S07", CheckRefusedOrNegative),
        new("DR-S08", MoreThanTheLicence),
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

    /// <summary>DR-S06: goods of this case are reported lost or stolen. How the report was settled is for the officer to weigh.</summary>
    private static IEnumerable<Result> LostOrStolenOnTheWay(Facts facts, Parameters _)
    {
        if (facts.Dossier.Incidents is not { } incidents)
        {
            yield return Result.Missing("incidents");
            yield break;
        }
        foreach (var (it, place) in incidents.Select((it, i) => (it, $"incidents[{it.Id ?? $"{i}"}]")))
        {
            if (it.Kind is not (null or "loss" or "theft"))
                continue;
            if (
                it.CaseId is null
                && (
                    it.Party is null
                    || facts.Recipients.Contains(it.Party)
                    || it.Party == facts.Case.Conveyance?.Carrier
                )
            )
                yield return Result.Missing($"{place}.case_id");
            else if (it.CaseId is null || it.CaseId != facts.Case.CaseId)
                continue;
            else if (it.Kind is null)
                yield return Result.Missing($"{place}.kind");
            else
                yield return Result.Found(
                    Severity.High,
                    $"A {it.Kind} of goods of this case is on record{(it.Date is { } day ? $", of {day:yyyy-MM-dd}" : "")}"
                        + $"{(it.Status is null ? "" : $" ({it.Status})")}"
                        + $"{(it.Resolution is null ? "; it is not settled." : $"; it was settled: {it.Resolution}.")}",
                    new Evidence(
                        new Dictionary<string, object>
                        {
                            ["kind"] = it.Kind,
                            ["status"] = it.Status ?? "",
                            ["settled"] = it.Resolution is not null,
                        },
                        [new Input(place, $"{it.Kind}, {it.Date:yyyy-MM-dd}")]
                    )
                );
        }
    }

    /// <summary>DR-S07: the final recipient refused a check after shipment, or did not stand it, and that is not settled.</summary>
    private static IEnumerable<Result> CheckRefusedOrNegative(Facts facts, Parameters _)
    {
        var recipient = facts.Case.Parties?.FinalRecipient;
        if (facts.Dossier.PsvResults is not { } checks || recipient is null)
        {
            yield return Result.Missing(recipient is null ? "case.parties.final_recipient" : "psv_results");
            yield break;
        }
        foreach (var (it, place) in checks.Select((it, i) => (it, $"psv_results[{i}]")))
        {
            if (it.Resolved is true || (it.Party is not null && it.Party != recipient))
                continue;
            if (it.Result is null)
                yield return Result.Missing($"{place}.result");
            else if (it.Result is not ("refused" or "negative"))
                continue;
            else if (it.Party is null)
                yield return Result.Missing($"{place}.party");
            else
                yield return Result.Found(
                    Severity.Blocking,
                    (
                        it.Result == "refused"
                            ? $"{recipient} refused a check after shipment"
                            : $"A check of {recipient} after shipment was negative"
                    )
                        + $"{(it.Date is { } day ? $", on {day:yyyy-MM-dd}" : "")}, and that is not settled: no new licences to it.",
                    new Evidence(
                        new Dictionary<string, object> { ["party"] = recipient, ["result"] = it.Result },
                        [new Input(place, $"{it.Result}, {it.Date:yyyy-MM-dd}")]
                    )
                    {
                        Subjects = [recipient],
                    }
                );
        }
    }

    /// <summary>DR-S08: the gate of release found more goods than the licence leaves, or others than it allows.</summary>
    private static IEnumerable<Result> MoreThanTheLicence(Facts facts, Parameters _)
    {
        var unknown = MissingOfTheLicence(facts).ToList();
        var missing = unknown.Concat(MissingOfTheMessages(facts)).Concat(facts.Gate.Missing).ToList();
        if (missing.Count > 0)
            yield return Result.Missing(missing);
        // What is not known of the messages can only add to what has left; of the licence and the case nothing may be guessed.
        if (unknown.Count > 0)
            yield break;
        foreach (
            var sign in OneLaw.AsSigns(
                OneLaw.Unmet("DR-S08", facts.Gate.Release, facts),
                Severity.Blocking,
                "case.lines",
                "case.export_licence.lines",
                "drawdown"
            )
        )
            yield return sign;
    }

    private static IEnumerable<string> MissingOfTheLicence(Facts facts)
    {
        if (facts.Case.ExportLicence is not { } licence)
            return ["case.export_licence"];
        if (licence.Id is null || licence.Lines is not { } licensed)
            return [licence.Id is null ? "case.export_licence.id" : "case.export_licence.lines"];
        return
        [
            .. licensed.SelectMany((l, i) => MissingOf(l.PartType, l.Qty, $"case.export_licence.lines[{i}]")),
            // Goods of a platform that nobody names may be those that the licence has.
            .. facts
                .Lines.Where(l => l.Line.Platform is null && IsOfAPlatform(l.Line.PartType, licensed))
                .Select(l => $"{l.Place}.platform"),
        ];
    }

    private static IEnumerable<string> MissingOfTheMessages(Facts facts)
    {
        if (facts.Dossier.Drawdown is not { } messages)
            return ["drawdown"];
        var licence = facts.Case.ExportLicence;
        return messages
            .Select((m, i) => (Message: m, Place: $"drawdown[{m.MessageId ?? $"{i}"}]"))
            .Where(m => m.Message.ExportLicence is null || m.Message.ExportLicence == licence?.Id)
            .SelectMany(m =>
                MissingOf(m.Message.PartType, m.Message.Qty, m.Place)
                    .Concat(m.Message.ExportLicence is null ? [$"{m.Place}.export_licence"] : [])
                    // Without it nobody can tell a message from its repetition.
                    .Concat(m.Message.MessageId is null ? [$"{m.Place}.message_id"] : [])
                    .Concat(
                        m.Message.Platform is null && IsOfAPlatform(m.Message.PartType, licence?.Lines ?? [])
                            ? [$"{m.Place}.platform"]
                            : []
                    )
            );
    }

    private static IEnumerable<string> MissingOf(string? partType, decimal? quantity, string place) =>
        new[]
        {
            partType is null ? $"{place}.part_type" : null,
            quantity is null ? $"{place}.qty" : null,
        }.OfType<string>();

    private static bool IsOfAPlatform(string? partType, IEnumerable<GoodsCount> licensed) =>
        licensed.Where(l => SamePart(l.PartType, partType)).ToList() is { Count: > 0 } same
        && same.TrueForAll(l => l.Platform is not null);

    private static bool SamePart(string? a, string? b) =>
        a is not null && b is not null && Parts.Named(a) == Parts.Named(b);
}
