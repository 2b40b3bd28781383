using Licensing.Domain.Goods;

namespace Licensing.Domain.Screening.Rules;

/// <summary>Markings and serial numbers (catalogue, 4.1).</summary>
public static class Markings
{
    private const string Complete = "complete";
    private const string Later = "later";
    private const string NotAvailable = "not_available";

    public static readonly IReadOnlyList<Rule> Rules =
    [
        Rule.OfGoods(
            "DR-P07",
            NotCompletelyMarked,
            new Parameter("marking_required_parts", ParameterKind.Words),
            new Parameter("parts_blocking", ParameterKind.Flag)
        ),
        new(
            "DR-P08",
            SerialNumberUsedTwice,
            new Parameter("confusable_map", ParameterKind.Text),
            new Parameter("placeholder_list", ParameterKind.Words)
        ),
        Rule.OfGoods(
            "DR-P09",
            NoSerialNumbers,
            new Parameter("max_share", ParameterKind.Number),
            new Parameter("placeholder_list", ParameterKind.Words)
        ),
    ];

    /// <summary>DR-P07: a firearm, or a part that has to bear one, without complete marking or without its serial number.</summary>
    private static IEnumerable<Result> NotCompletelyMarked(Facts facts, Parameters its)
    {
        var parts = its.Words("marking_required_parts");
        foreach (var (line, place) in facts.Lines.Where(l => IsToBeMarked(l.Line, parts)))
        {
            var lacks = LacksOf(line, facts.Stage).ToList();
            if (lacks.Count == 0)
            {
                if (UnknownOf(line, place, facts.Stage).ToList() is { Count: > 0 } missing)
                    yield return Result.Missing(missing);
                continue;
            }
            // Unfinished parts are marked when they are finished.
            var isFirearm = line.PartType == Parts.CompleteFirearm;
            if (!isFirearm && line.FinishState is null)
            {
                yield return Result.Missing($"{place}.finish_state");
                continue;
            }
            yield return Result.Found(
                isFirearm || its.Flag("parts_blocking") ? Severity.Blocking : Severity.High,
                $"{line.Qty:0.###} {line.PartType} {line.Platform}: {string.Join(", ", lacks)}.",
                new Evidence(
                    new Dictionary<string, object>
                    {
                        ["part_type"] = line.PartType!,
                        ["marking"] = line.Marking ?? "not known",
                        ["serials_status"] = line.SerialsStatus ?? "not known",
                        ["serials"] = SerialsOn(line),
                        ["quantity"] = line.Qty is { } quantity ? quantity : "not known",
                    },
                    [new Input(place, $"{line.PartType} x{line.Qty:0.###}")]
                )
            );
        }
    }

    private static bool IsToBeMarked(CaseLine line, IReadOnlyList<string> parts) =>
        line.PartType == Parts.CompleteFirearm
        || (line.PartType is { } part && parts.Contains(part) && line.FinishState != FinishState.SemiFinished);

    private static IEnumerable<string> LacksOf(CaseLine line, Stage stage)
    {
        if (line.Marking is not null and not Complete)
            yield return $"the marking is {line.Marking}";
        if (line.SerialsStatus == NotAvailable)
            yield return "serial numbers are not available";
        else if (
            SerialsAreDueAt(stage)
            && (line.Serials is not null || line.SerialsStatus == Later)
            && SerialsOn(line) < line.Qty
        )
            yield return $"{SerialsOn(line)} of {line.Qty:0.###} serial numbers are listed";
    }

    private static IEnumerable<string> UnknownOf(CaseLine line, string place, Stage stage)
    {
        if (line.Marking is null)
            yield return $"{place}.marking";
        if (SerialsAreDueAt(stage) && line.Qty is null)
            yield return $"{place}.qty";
        if (SerialsAreDueAt(stage) && line.Serials is null && line.SerialsStatus != Later)
            yield return $"{place}.serials";
        if (!SerialsAreDueAt(stage) && line.Serials is null && line.SerialsStatus is null)
            yield return $"{place}.serials_status";
    }

    private static bool SerialsAreDueAt(Stage stage) => stage is Stage.PreShipment or Stage.InTransit;

    // The same sign on several items numbers none of them apart, whatever it is.
    private static int SerialsOn(CaseLine line) =>
        (line.Serials ?? []).OfType<string>().Select(Serials.Normal).Where(s => s.Length > 0).Distinct().Count();

    /// <summary>DR-P08: the same maker, model and serial number twice in the case, or here and with somebody else.</summary>
    private static IEnumerable<Result> SerialNumberUsedTwice(Facts facts, Parameters its)
    {
        var confusable = its.Text("confusable_map");
        var placeholders = its.Words("placeholder_list");
        if (facts.Case.Lines is null)
        {
            yield return Result.Missing("case.lines");
            yield break;
        }
        var given = NumberedIn(facts, placeholders).ToList();
        foreach (var (line, place) in facts.Lines.Where(l => SerialsAreDue(l.Line)))
            yield return Result.Missing($"{place}.serials");
        if (given.Count == 0)
            yield break;
        if (facts.Dossier.SerialRegister is null)
            yield return Result.Missing("serial_register");
        var elsewhere = (facts.Dossier.SerialRegister ?? [])
            .Where(r => r.Serial is not null && IsElsewhere(r, facts) && !Serials.IsPlaceholder(r.Serial, placeholders))
            .Select(r => new Numbered(
                new NumberedItem(r.Maker, r.Model, r.Serial!),
                $"{r.Ref ?? r.Recipient ?? "serial_register"}, {r.Custody}"
            ));
        // Only numbers that could be taken for each other are compared: registers are long.
        var alike = given.Concat(elsewhere).ToLookup(s => Serials.Blurred(s.Item.Serial, confusable));
        foreach (var (one, other) in given.SelectMany(g => After(alike[Serials.Blurred(g.Item.Serial, confusable)], g)))
        {
            var match = Serials.Compare(one.Item, other.Item, confusable);
            if (match == SerialMatch.Unknown)
                yield return Result.Missing($"maker of {one.Item.Serial} in {one.Place} or {other.Place}");
            if (match is not (SerialMatch.Same or SerialMatch.Near))
                continue;
            yield return Result.Found(
                match == SerialMatch.Same ? Severity.High : Severity.Info,
                match == SerialMatch.Same
                    ? $"Serial number {one.Item.Serial} stands in {one.Place} and in {other.Place}."
                    : $"Serial number {one.Item.Serial} in {one.Place} is close to {other.Item.Serial} in {other.Place}.",
                new Evidence(
                    new Dictionary<string, object>
                    {
                        ["serial"] = Serials.Normal(one.Item.Serial),
                        ["match"] = match.ToString(),
                    },
                    [new Input(one.Place, one.Item.Serial), new Input(other.Place, other.Item.Serial)]
                )
            );
        }
    }

    /// <summary>An item with its number, and where it stands.</summary>
    private sealed record Numbered(NumberedItem Item, string Place);

    private static IEnumerable<Numbered> NumberedIn(Facts facts, IReadOnlyList<string> placeholders) =>
        from line in facts.Lines
        from serial in line.Line.Serials ?? []
        where !Serials.IsPlaceholder(serial, placeholders)
        select new Numbered(new NumberedItem(line.Line.Maker, line.Line.Model, serial), line.Place);

    // Each pair once; two equal items on one line are two.
    private static IEnumerable<(Numbered One, Numbered Other)> After(IEnumerable<Numbered> alike, Numbered one) =>
        alike.SkipWhile(other => !ReferenceEquals(other, one)).Skip(1).Select(other => (one, other));

    // Numbers that follow later cannot be compared yet; firearms whose numbers are said to be there, or of which nothing is said, can.
    private static bool SerialsAreDue(CaseLine line) =>
        Parts.IsFirearmEquivalent(line.PartType)
        && line.Serials is null
        && line.SerialsStatus is not ("later" or "not_available");

    private static bool IsElsewhere(SerialRecord record, Facts facts) =>
        record.Custody is "exported" or "held"
        && record.ReturnedOn is null
        && (
            record.Recipient is not { } holder
            || (holder != facts.Case.Parties?.Exporter && !facts.Recipients.Contains(holder))
        );

    /// <summary>DR-P09: what stands where serial numbers should, and is none.</summary>
    private static IEnumerable<Result> NoSerialNumbers(Facts facts, Parameters its)
    {
        var placeholders = its.Words("placeholder_list");
        foreach (var (_, place) in facts.Lines.Where(l => SerialsAreDue(l.Line)))
            yield return Result.Missing($"{place}.serials");
        var numbers = facts
            .Lines.SelectMany(l =>
                (l.Line.Serials ?? []).OfType<string>().Select(s => (Serial: s, l.Line.Maker, l.Place))
            )
            .ToList();
        if (numbers.Count == 0)
            yield break;
        var bad = numbers
            .Where(n =>
                Serials.IsPlaceholder(n.Serial, placeholders)
                || PatternOf(n.Maker, facts) is { } pattern && !Patterns.MatchesAll(n.Serial.Trim(), pattern)
            )
            .ToList();
        var share = (decimal)bad.Count / numbers.Count;
        if (bad.Count > 0 && share >= its.Number("max_share"))
            yield return Result.Found(
                Severity.Elevated,
                $"{bad.Count} of {numbers.Count} serial numbers are placeholders or not as their maker writes them, e.g. {bad[0].Serial}.",
                new Evidence(
                    new Dictionary<string, object>
                    {
                        ["bad"] = bad.Count,
                        ["count"] = numbers.Count,
                        ["share"] = Math.Round(share, 4),
                    },
                    [.. bad.Select(n => new Input(n.Place, n.Serial))]
                )
                {
                    Lists = ["maker_patterns"],
                }
            );
        else if (facts.Reference.MakerPatterns is { Count: > 0 })
            foreach (var place in numbers.Where(n => n.Maker is null).Select(n => n.Place).Distinct())
                yield return Result.Missing($"{place}.maker");
    }

    private static string? PatternOf(string? maker, Facts facts) =>
        maker is null
            ? null
            : facts.Reference.MakerPatterns?.FirstOrDefault(p => Serials.Normal(p.Key) == Serials.Normal(maker)).Value;
}
