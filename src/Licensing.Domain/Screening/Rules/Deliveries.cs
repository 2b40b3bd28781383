namespace Licensing.Domain.Screening.Rules;

/// <summary>Whether and how the goods arrived (catalogue, 4.6).</summary>
public static class Deliveries
{
    public static readonly IReadOnlyList<Rule> Rules =
    [
        new("DR-S01", ReceiptIsNotProved, new Parameter("n_days", ParameterKind.Whole)),
        new("DR-S02", OtherQuantityReceived, new Parameter("tol", ParameterKind.Number)),
        new("DR-S03", OtherSerialNumbersReceived),
        new("DR-S04", DeliveredElsewhere),
        new("DR-S09", OrderedBeforeTheLastDeliveryIsVerified, new Parameter("n_days", ParameterKind.Whole)),
    ];

    /// <summary>DR-S01: proof of receipt is outstanding. The longer, the graver; after three times the days the recipient gets no new
    /// licence. Where nothing of a delivery is on record, nothing is proved.</summary>
    private static IEnumerable<Result> ReceiptIsNotProved(Facts facts, Parameters its)
    {
        if (facts.Case.Delivery?.VerifiedOn is not null)
            yield break;
        if (facts.Case.ExitDate is not { } left)
        {
            yield return Result.Missing("case.exit_date");
            yield break;
        }
        var (days, due) = (Days.Between(left, facts.AsOf), its.Whole("n_days"));
        if (days <= due)
            yield break;
        // Reading 28: counted from exit; a later arrival is for the officer to weigh.
        var arrival = facts.Case.Eta > left ? $" They were expected on {facts.Case.Eta:yyyy-MM-dd}." : "";
        yield return Result.Found(
            days > 3 * due ? Severity.Blocking
                : days > 2 * due ? Severity.High
                : Severity.Elevated,
            $"Receipt is not proved {days} days after the goods left on {left:yyyy-MM-dd}; it was due after {due}.{arrival}"
                + (days > 3 * due ? " No new licences to the recipient." : ""),
            new Evidence(
                new Dictionary<string, object> { ["days"] = days, ["due_after"] = due },
                [new Input("case.exit_date", $"{left:yyyy-MM-dd}"), new Input("case.delivery.verified_on", "none")]
            )
        );
    }

    /// <summary>Goods of one kind, as shipped and as received.</summary>
    /// <param name="Platform">Null: whatever the platform, because one side does not name it.</param>
    private sealed record Compared(string PartType, string? Platform, decimal Shipped, decimal Received)
    {
        public decimal Difference => Math.Abs(Shipped - Received);

        /// <summary>Of what was shipped; null when nothing was.</summary>
        public decimal? Share => Ratios.ToReference(Difference, Shipped);
        public string Kind => Platform is null ? PartType : $"{PartType} {Platform}";
    }

    /// <summary>DR-S02: other quantities were received than shipped: of firearms, frames and receivers by a single piece, of other goods
    /// beyond the tolerance (reading 29: a surplus as well).</summary>
    private static IEnumerable<Result> OtherQuantityReceived(Facts facts, Parameters its)
    {
        var missing = MissingForQuantities(facts).ToList();
        if (missing.Count > 0)
            return [Result.Missing(missing)];
        var shipped = facts.Lines.Select(l => new GoodsCount(l.Line.PartType, l.Line.Platform, l.Line.Qty)).ToList();
        return Compare(shipped, facts.Case.Delivery!.Lines!)
            .Where(c =>
                Parts.IsFirearmEquivalent(c.PartType)
                    ? c.Difference > 0
                    : c.Difference > 0 && (c.Share is null || c.Share > its.Number("tol"))
            )
            .Select(Differs);
    }

    private static IEnumerable<string> MissingForQuantities(Facts facts)
    {
        if (facts.Case.Lines is null)
            yield return "case.lines";
        if (facts.Case.Delivery?.Lines is null)
            yield return "case.delivery.lines";
        var counts = facts
            .Lines.Select(l => (l.Line.PartType, l.Line.Qty, l.Place))
            .Concat(
                (facts.Case.Delivery?.Lines ?? []).Select(
                    (l, i) => (l.PartType, l.Qty, Place: $"case.delivery.lines[{i}]")
                )
            );
        foreach (var (part, quantity, place) in counts)
        {
            if (part is null)
                yield return $"{place}.part_type";
            if (quantity is null)
                yield return $"{place}.qty";
        }
    }

    // A warehouse note that names no platform is held against all of that part; it may call the part by another of its names.
    private static IEnumerable<Compared> Compare(IReadOnlyList<GoodsCount> shipped, IReadOnlyList<GoodsCount> received)
    {
        var all = shipped
            .Select(l => (Part: Parts.Named(l.PartType!), l.Platform, Shipped: l.Qty!.Value, Received: 0m))
            .Concat(
                received.Select(l => (Part: Parts.Named(l.PartType!), l.Platform, Shipped: 0m, Received: l.Qty!.Value))
            )
            .ToList();
        var unnamed = all.Where(l => l.Platform is null).Select(l => l.Part).ToHashSet();
        return all.GroupBy(l => (l.Part, Platform: unnamed.Contains(l.Part) ? null : l.Platform))
            .Select(g => new Compared(g.Key.Part, g.Key.Platform, g.Sum(l => l.Shipped), g.Sum(l => l.Received)));
    }

    private static Result Differs(Compared it) =>
        Result.Found(
            Parts.IsFirearmEquivalent(it.PartType) ? Severity.High : Severity.Elevated,
            $"Of {it.Shipped:0.###} {it.Kind} shipped, {it.Received:0.###} were received: {it.Difference:0.###} "
                + (it.Received < it.Shipped ? "are missing." : "more than were shipped."),
            new Evidence(
                new Dictionary<string, object>
                {
                    ["part_type"] = it.PartType,
                    ["platform"] = it.Platform ?? "",
                    ["shipped"] = it.Shipped,
                    ["received"] = it.Received,
                    ["difference"] = it.Difference,
                },
                [
                    new Input("case.lines", $"{it.Kind} x{it.Shipped:0.###}"),
                    new Input("case.delivery.lines", $"{it.Kind} x{it.Received:0.###}"),
                ]
            )
            {
                Subjects = it.Platform is null ? [] : [it.Platform],
            }
        );

    /// <summary>DR-S03: serial numbers that were shipped have not arrived, or others have.</summary>
    private static IEnumerable<Result> OtherSerialNumbersReceived(Facts facts, Parameters _)
    {
        // Only firearms, frames and receivers need bear a number; of what need not, none may be on record.
        var withoutNumbers = facts
            .Lines.Where(l => Parts.IsFirearmEquivalent(l.Line.PartType) && l.Line.Serials is not { Count: > 0 })
            .Select(l => $"{l.Place}.serials")
            .ToList();
        if (facts.Case.Lines is null)
            withoutNumbers.Add("case.lines");
        var missing = facts.Case.Delivery?.Serials is null
            ? [.. withoutNumbers, "case.delivery.serials"]
            : withoutNumbers;
        if (missing.Count > 0)
            yield return Result.Missing(missing);
        if (facts.Case.Delivery?.Serials is not { } delivered)
            yield break;
        var shipped = facts.Lines.SelectMany(l => l.Line.Serials ?? []).DistinctBy(Serials.Normal).ToList();
        var received = delivered.DistinctBy(Serials.Normal).ToList();
        var lacking = shipped.ExceptBy(received.Select(Serials.Normal), Serials.Normal).ToList();
        // While it is not known which were shipped, nobody can say that one was not.
        var strange =
            withoutNumbers.Count > 0 ? [] : received.ExceptBy(shipped.Select(Serials.Normal), Serials.Normal).ToList();
        if (lacking.Count == 0 && strange.Count == 0)
            yield break;
        yield return Result.Found(
            Severity.High,
            string.Join(
                " ",
                new[]
                {
                    lacking.Count == 0
                        ? null
                        : $"{lacking.Count} serial numbers shipped were not received: {Some(lacking)}.",
                    strange.Count == 0
                        ? null
                        : $"{strange.Count} serial numbers received were not shipped: {Some(strange)}.",
                }.OfType<string>()
            ),
            new Evidence(
                new Dictionary<string, object> { ["not_received"] = lacking.Count, ["not_shipped"] = strange.Count },
                [
                    .. lacking.Select(s => new Input("case.lines", s)),
                    .. strange.Select(s => new Input("case.delivery.serials", s)),
                ]
            )
        );
    }

    private static string Some(List<string> serials) =>
        string.Join(", ", serials.Take(5)) + (serials.Count > 5 ? $" and {serials.Count - 5} more" : "");

    /// <summary>DR-S04: the proof of delivery names another State than that of import, or a party that is neither the final recipient nor
    /// the consignee. An agent that the undertaking names is the consignee.</summary>
    private static IEnumerable<Result> DeliveredElsewhere(Facts facts, Parameters _)
    {
        if (facts.Case.Delivery is not { } delivery)
        {
            // On the way there is no proof yet, and none to be wrong.
            if (facts.Stage == Stage.PostShipment)
                yield return Result.Missing("case.delivery.state", "case.delivery.party");
            yield break;
        }
        if (delivery.State is null || facts.Case.CountryImport is null)
            yield return Result.Missing(delivery.State is null ? "case.delivery.state" : "case.country_import");
        else if (!string.Equals(delivery.State, facts.Case.CountryImport, StringComparison.OrdinalIgnoreCase))
            yield return Result.Found(
                Severity.Blocking,
                $"The goods were delivered in {delivery.State}; they were licensed for {facts.Case.CountryImport}.",
                new Evidence(
                    new Dictionary<string, object>
                    {
                        ["delivered_in"] = delivery.State,
                        ["licensed_for"] = facts.Case.CountryImport,
                    },
                    [new Input("case.delivery.state", delivery.State)]
                )
                {
                    Subjects = [delivery.State],
                }
            );
        var parties = facts.Case.Parties;
        if (delivery.Party is null)
            yield return Result.Missing("case.delivery.party");
        else if (facts.Recipients.Contains(delivery.Party))
            yield break;
        else if (parties?.FinalRecipient is null || parties.Consignee is null)
            yield return Result.Missing(
                parties?.FinalRecipient is null ? "case.parties.final_recipient" : "case.parties.consignee"
            );
        else
            yield return Result.Found(
                Severity.High,
                $"The goods were delivered to {delivery.Party}, which is neither the final recipient nor the consignee.",
                new Evidence(
                    new Dictionary<string, object>
                    {
                        ["delivered_to"] = delivery.Party,
                        ["final_recipient"] = parties.FinalRecipient,
                        ["consignee"] = parties.Consignee,
                    },
                    [new Input("case.delivery.party", delivery.Party)]
                )
                {
                    Subjects = [delivery.Party],
                }
            );
    }

    /// <summary>DR-S09: goods that went to the recipient earlier have not been verified, though it is time.</summary>
    private static IEnumerable<Result> OrderedBeforeTheLastDeliveryIsVerified(Facts facts, Parameters its)
    {
        var recipient = facts.Case.Parties?.FinalRecipient;
        if (facts.Dossier.History is not { } history || recipient is null)
        {
            yield return Result.Missing(recipient is null ? "case.parties.final_recipient" : "history");
            yield break;
        }
        // A line that has not left is no delivery. Several lines of one licence are one.
        var open = history
            .Where(h =>
                h.Ref != facts.Case.CaseId && (h.FinalRecipient ?? h.Consignee) == recipient && h.VerifiedOn is null
            )
            .Where(h => h.ExitDate is { } left && Days.Between(left, facts.AsOf) > its.Whole("n_days"))
            .OrderBy(h => h.ExitDate)
            .DistinctBy(h => h.Ref)
            .ToList();
        if (open.Count == 0)
            yield break;
        var longest = Days.Between(open[0].ExitDate!.Value, facts.AsOf);
        yield return Result.Found(
            Severity.Elevated,
            $"{open.Count} earlier {(open.Count == 1 ? "delivery" : "deliveries")} to {recipient} {(open.Count == 1 ? "is" : "are")} not verified, "
                + $"the longest {longest} days after the goods left; they were to be after {its.Whole("n_days")}.",
            new Evidence(
                new Dictionary<string, object> { ["open_deliveries"] = open.Count, ["longest_days"] = longest },
                [.. open.Select(h => new Input(h.Ref, $"left on {h.ExitDate:yyyy-MM-dd}, not verified"))]
            )
            {
                Subjects = [recipient],
            }
        );
    }
}
