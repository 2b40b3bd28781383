namespace Licensing.Domain.Goods;

/// <summary>One line of a consignment, complete.</summary>
/// <param name="Number">From 1, in the order the applicant gave.</param>
/// <param name="Platform">The firearm, or the family of firearms, that the item is or fits.</param>
/// <param name="Part">Set for parts and components only.</param>
/// <param name="EssentialBecause">Why another element is essential to the operation of a firearm, Art. 3(b).</param>
/// <param name="HsCode">Harmonized System code, digits only, four to ten of them.</param>
/// <param name="Category">The category of the exporting State's law, which the exporter's own authorisation names too.</param>
/// <param name="SerialsLater">Serial numbers follow before release; Art. 8 wants them then at the latest.</param>
/// <param name="Draws">The import authorisations this line draws on, and how much on each.</param>
public sealed record GoodsLine(
    int Number,
    GoodsClass Class,
    PartKind? Part,
    string? Platform,
    string? EssentialBecause,
    string HsCode,
    string? Calibre,
    string Make,
    string Model,
    string Description,
    Quantity Quantity,
    Money UnitValue,
    string Category,
    FinishState Finish,
    GoodsSource Source,
    IReadOnlyList<string> Serials,
    bool SerialsLater,
    MarkingForm Marking,
    IReadOnlyList<Draw> Draws
);

/// <summary>How much of a line is covered by one import authorisation, in the line's own unit.</summary>
/// <param name="Authorisation">The number that the importing State gave it.</param>
public sealed record Draw(string Authorisation, decimal Amount);
