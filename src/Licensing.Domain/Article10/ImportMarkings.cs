using Licensing.Domain.Goods;
using Licensing.Domain.Shipments;

namespace Licensing.Domain.Article10;

/// <summary>What has become of the marking of firearms that came in for good, by line, quantity and serial number (P8b).</summary>
/// <param name="Goods">The lines of the authorisation.</param>
/// <param name="CameIn">What customs has seen come in.</param>
/// <param name="Marked">What bears the import marking. A firearm that came in without a serial number bears one of its own now.</param>
/// <param name="Waived">What need not bear it, for a reason on record.</param>
public sealed record MarkingAccount(
    IReadOnlyList<GoodsLine> Goods,
    IReadOnlyList<ShippedLine> CameIn,
    IReadOnlyList<ShippedLine> Marked,
    IReadOnlyList<ShippedLine> Waived
)
{
    /// <summary>Firearms that came in and neither bear the marking nor need not; lines of which there is none are not there.</summary>
    public IReadOnlyList<ShippedLine> Unmarked =>
        [.. Shipped.Sum(CameIn).Where(l => IsFirearm(l.Line)).ToList().Less([.. Marked, .. Waived])];

    internal bool IsFirearm(int line) => Goods.Any(g => g.Number == line && g.Class == GoodsClass.Firearm);
}

/// <summary>Art. 8(1)(b): each imported firearm bears the country and, where possible, the year of import, and a marking of its own if it has
/// none. The duty is the importer's, after the import; temporary imports for verifiable lawful purposes are exempt.</summary>
public static class ImportMarkings
{
    /// <summary>Every finding about firearms of which the importer says that they bear the import marking.</summary>
    public static IReadOnlyList<Finding> VerifyMarked(MarkingAccount account, IReadOnlyList<ShippedLine> lines) =>
        [.. lines.SelectMany(line => Of(account, line, isWaived: false))];

    /// <summary>Every finding about firearms of which an officer finds that they need not bear it.</summary>
    public static IReadOnlyList<Finding> VerifyWaived(MarkingAccount account, IReadOnlyList<ShippedLine> lines) =>
        [.. lines.SelectMany(line => Of(account, line, isWaived: true))];

    private static IEnumerable<Finding> Of(MarkingAccount account, ShippedLine line, bool isWaived)
    {
        var subject = $"line {line.Line}";
        var unmarked = account.Unmarked.FirstOrDefault(l => l.Line == line.Line);
        var (left, known) = (unmarked?.Amount ?? 0, account.Unmarked.SerialsOf(line.Line));
        yield return Finding.When(
            line.Amount > 0 && line.Amount <= left,
            Law.ImportMarking,
            "import-marking-of-what-came-in",
            subject,
            $"Line {line.Line}: {line.Amount:0.###} of the {left:0.###} firearms that came in and are not marked.",
            $"Line {line.Line}: {line.Amount:0.###} are more than the {left:0.###} firearms that came in and are not marked.",
            "Compare with the entries of customs. What it has not seen come in is not marked under this authorisation."
        );
        var given = line.Serials.Select(s => s.Trim()).ToList();
        var distinct = given.Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        // A waiver may leave firearms without a number; what stays unmarked never has more numbers than pieces.
        var enough = isWaived
            ? distinct.Count <= line.Amount && known.Count - distinct.Count <= Math.Max(0, left - line.Amount)
            : distinct.Count == line.Amount;
        yield return Finding.When(
            distinct.Count == given.Count && enough,
            Law.ImportMarking,
            "import-marking-unique",
            subject,
            $"Line {line.Line}: {distinct.Count} serial numbers.",
            $"Line {line.Line}: {distinct.Count} different serial numbers for {line.Amount:0.###} firearms.",
            isWaived
                ? "Give the serial number of each that bears one, once."
                : "Each firearm bears a marking of its own: give each serial number once, a new one where it had none."
        );
        // As many new numbers as came in without one, and none that another firearm of this authorisation bears.
        var others = account.CameIn.Concat(account.Marked).SerialsOf(line.Line);
        var strangers = distinct.Where(s => !known.Contains(s)).ToList();
        var twice = strangers.Where(others.Contains).ToList();
        var room = isWaived ? 0 : left - known.Count;
        yield return Finding.When(
            twice.Count == 0 && strangers.Count <= room,
            Law.ImportMarking,
            "import-marking-serials-came-in",
            subject,
            $"Line {line.Line}: every serial number is that of a firearm that came in, or of one that came in without.",
            twice.Count > 0
                ? $"Line {line.Line}: marked already, or waived: {string.Join(", ", twice)}."
                : $"Line {line.Line}: not among those that came in: {string.Join(", ", strangers)}; {room:0.###} came in without a serial number.",
            "Compare the serial numbers with the entries of customs."
        );
    }
}
