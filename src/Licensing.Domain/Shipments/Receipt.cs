namespace Licensing.Domain.Shipments;

/// <summary>What the importing State says of a shipment's arrival, Art. 10(4).</summary>
/// <param name="ReceivedOn">The day of arrival there.</param>
/// <param name="HandedTo">Who has got the goods; null where the State does not say.</param>
/// <param name="HandedToName">Name of another party that has got them; null where it is one of the case.</param>
public sealed record Receipt(
    DateOnly ReceivedOn,
    IReadOnlyList<ShippedLine> Lines,
    string? Remark,
    HandedTo? HandedTo = null,
    string? HandedToName = null
);

/// <summary>Who has got the goods in the importing State.</summary>
public enum HandedTo
{
    Consignee,
    FinalRecipient,

    /// <summary>Neither of them.</summary>
    Another,
}

/// <summary>Where what arrived is not what left.</summary>
public sealed record Discrepancy(int Line, string Text)
{
    /// <summary>Line by line: too little, too much, pieces that did not arrive, pieces that had not left, lines that nobody had sent. An
    /// importing State that gives no serial numbers for a line has compared the quantity alone.</summary>
    public static IReadOnlyList<Discrepancy> Between(IReadOnlyList<ShippedLine> left, Receipt receipt)
    {
        var found = new List<Discrepancy>();
        foreach (var line in left.Concat(receipt.Lines).Select(l => l.Line).Distinct().Order())
        {
            var (sent, arrived) = (left.AmountOf(line), receipt.Lines.AmountOf(line));
            if (arrived < sent)
                found.Add(new Discrepancy(line, $"Line {line}: {sent:0.###} left and {arrived:0.###} arrived."));
            if (arrived > sent)
                found.Add(new Discrepancy(line, $"Line {line}: {arrived:0.###} arrived, of {sent:0.###} that left."));
            var (gone, here) = (left.SerialsOf(line), receipt.Lines.SerialsOf(line));
            if (here.Count == 0)
                continue;
            var missing = gone.Except(here, StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).ToList();
            if (missing.Count > 0)
                found.Add(new Discrepancy(line, $"Line {line}: did not arrive: {string.Join(", ", missing)}."));
            var strange = here.Except(gone, StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).ToList();
            if (strange.Count > 0)
                found.Add(
                    new Discrepancy(line, $"Line {line}: arrived, but had not left: {string.Join(", ", strange)}.")
                );
        }
        return found;
    }
}
