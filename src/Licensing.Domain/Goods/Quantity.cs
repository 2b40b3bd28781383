using System.Globalization;

namespace Licensing.Domain.Goods;

/// <summary>An exact amount of goods, never a binary fraction. Zero is a quantity (nothing left); less than zero is not.</summary>
public sealed record Quantity
{
    /// <exception cref="ArgumentException">The amount is negative, or has more decimals than its unit allows.</exception>
    public Quantity(decimal amount, Unit unit)
    {
        if (Mistake(amount, unit) is { } mistake)
            throw new ArgumentException(mistake, nameof(amount));
        Amount = amount;
        Unit = unit;
    }

    public decimal Amount { get; }

    public Unit Unit { get; }

    /// <summary>What is wrong with such a quantity, or null when it is right.</summary>
    public static string? Mistake(decimal amount, Unit unit) =>
        amount < 0 ? "A quantity cannot be less than zero."
        : amount > 1_000_000_000 ? "A quantity cannot be more than one thousand million."
        : unit == Unit.Kilogram && decimal.Round(amount, 3) != amount ? "Kilograms have at most three decimals."
        : unit != Unit.Kilogram && decimal.Truncate(amount) != amount
            ? "Pieces, sets and rounds are counted in whole numbers."
        : null;

    /// <summary>The same where nothing is not enough.</summary>
    public static string? MistakeOfSome(decimal amount, Unit unit) =>
        amount == 0 ? "A quantity must be more than zero." : Mistake(amount, unit);

    public override string ToString() => $"{Amount.ToString("0.###", CultureInfo.InvariantCulture)} {Word}";

    private string Word =>
        Unit switch
        {
            Unit.Piece => Amount == 1 ? "piece" : "pieces",
            Unit.Set => Amount == 1 ? "set" : "sets",
            Unit.Round => Amount == 1 ? "round" : "rounds",
            _ => "kg",
        };
}

/// <summary>An exact amount of money in a currency of ISO 4217.</summary>
public sealed record Money(decimal Amount, string Currency)
{
    public override string ToString() => $"{Amount.ToString("0.00##", CultureInfo.InvariantCulture)} {Currency}";
}
