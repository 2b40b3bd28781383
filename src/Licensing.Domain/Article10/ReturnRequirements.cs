using Licensing.Domain.Goods;
using Licensing.Domain.Shipments;
using Licensing.Domain.Temporary;

namespace Licensing.Domain.Article10;

/// <summary>Confirmation of return, Art. 10(6): what comes back, or is accounted for, is among what went and is outstanding. Line,
/// quantity and serial number have to agree, so that no piece comes back twice, or in the place of another.</summary>
public static class ReturnRequirements
{
    /// <summary>Every finding about goods that come back or are accounted for, met and unmet.</summary>
    public static IReadOnlyList<Finding> Verify(ReturnAccount account, IReadOnlyList<ShippedLine> lines) =>
        [
            .. lines
                .GroupBy(l => l.Line)
                .SelectMany(g =>
                    Of(new ShippedLine(g.Key, g.Sum(l => l.Amount), [.. g.SelectMany(l => l.Serials)]), account)
                ),
        ];

    /// <summary>Every finding about goods that come in under an import authorisation: they are authorised, and none of them has come in
    /// before.</summary>
    /// <param name="account">What has come in so far, and left again.</param>
    /// <param name="isForGood">They stay. A firearm without a marking of its own may come in then: it is given one (P8b).</param>
    public static IReadOnlyList<Finding> VerifyEntry(
        ReturnAccount account,
        IReadOnlyList<ShippedLine> lines,
        bool isForGood = false
    ) => [.. lines.SelectMany(line => OfEntry(line, account, isForGood))];

    private static IEnumerable<Finding> Of(ShippedLine line, ReturnAccount account)
    {
        var (subject, outstanding) = ($"line {line.Line}", account.Outstanding.AmountOf(line.Line));
        yield return Finding.When(
            line.Amount > 0 && line.Amount <= outstanding,
            Law.Temporary,
            "return-within-outstanding",
            subject,
            $"Line {line.Line}: {line.Amount:0.###} of the {outstanding:0.###} that are outstanding.",
            $"Line {line.Line}: {line.Amount:0.###} cannot come back or be accounted for: {outstanding:0.###} are outstanding.",
            "Compare the goods with the exits on record. What did not go out under this licence does not come back under it."
        );
        var left = account.Outstanding.SerialsOf(line.Line);
        var given = line.Serials.Select(s => s.Trim()).ToList();
        var strangers = given.Where(s => !left.Contains(s)).ToList();
        yield return Finding.When(
            strangers.Count == 0,
            Law.Temporary,
            "return-serials-outstanding",
            subject,
            $"Line {line.Line}: every serial number given is among those that are outstanding.",
            $"Line {line.Line}: {InWords(strangers, account, line.Line)}",
            "These are other pieces than those that went, or they have come back before: hold them and find out."
        );
        var distinct = given.Distinct(StringComparer.OrdinalIgnoreCase).Count();
        // What would stay outstanding must not have more serial numbers than pieces: else it could not be told which have come back.
        var enough = IsFirearm(line.Line, account)
            ? distinct == line.Amount
            : left.Count - distinct <= Math.Max(0, outstanding - line.Amount);
        yield return Finding.When(
            distinct == given.Count && distinct <= line.Amount && enough,
            Law.Temporary,
            "return-serials-complete",
            subject,
            $"Line {line.Line}: {distinct} serial numbers.",
            $"Line {line.Line}: {distinct} different serial numbers for {line.Amount:0.###} of them.",
            "Give the serial number of each piece that bears one, once."
        );
    }

    private static string InWords(List<string> strangers, ReturnAccount account, int line)
    {
        var back = account.Back.Concat(account.AccountedFor).SerialsOf(line);
        var twice = strangers.Where(back.Contains).ToList();
        var never = strangers.Except(twice).ToList();
        return string.Join(
            " ",
            new[]
            {
                twice.Count > 0 ? $"back or accounted for already: {string.Join(", ", twice)}." : null,
                never.Count > 0 ? $"never went: {string.Join(", ", never)}." : null,
            }.OfType<string>()
        );
    }

    private static IEnumerable<Finding> OfEntry(ShippedLine line, ReturnAccount account, bool isForGood)
    {
        var (subject, goods) = ($"line {line.Line}", account.Goods.First(g => g.Number == line.Line));
        var left = goods.Quantity.Amount - account.Went.AmountOf(line.Line);
        yield return Finding.When(
            line.Amount > 0 && line.Amount <= left,
            Law.Temporary,
            "entry-within-authorisation",
            subject,
            $"Line {line.Line}: {line.Amount:0.###} of the {left:0.###} that may still come in.",
            $"Line {line.Line}: {line.Amount:0.###} are more than the {left:0.###} that may still come in.",
            "Hold what is more than is authorised, and ask the licensing authority."
        );
        var given = line.Serials.Select(s => s.Trim()).ToList();
        var distinct = given.Distinct(StringComparer.OrdinalIgnoreCase).Count();
        yield return Finding.When(
            distinct == given.Count
                && (IsFirearm(line.Line, account) && !isForGood ? distinct == line.Amount : distinct <= line.Amount),
            Law.Marking,
            "entry-serials-complete",
            subject,
            $"Line {line.Line}: {distinct} serial numbers.",
            $"Line {line.Line}: {distinct} different serial numbers for {line.Amount:0.###} of them.",
            "Give the serial number of each firearm once."
        );
        var again = given.Where(account.Went.SerialsOf(line.Line).Contains).ToList();
        yield return Finding.When(
            again.Count == 0,
            Law.Marking,
            "entry-serials-new",
            subject,
            $"Line {line.Line}: none of the serial numbers has come in before.",
            $"Line {line.Line}: came in before: {string.Join(", ", again)}.",
            "Find out which pieces these are; two cannot bear one number."
        );
    }

    private static bool IsFirearm(int line, ReturnAccount account) =>
        account.Goods.FirstOrDefault(g => g.Number == line) is { Class: GoodsClass.Firearm, Quantity.Unit: Unit.Piece };
}
