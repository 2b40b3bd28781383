namespace Licensing.Domain.Screening;

/// <summary>Numbers against what is usual.</summary>
public static class Ratios
{
    /// <summary>Value over reference; null when the reference is zero, of which nothing is a share.</summary>
    public static decimal? ToReference(decimal value, decimal reference) => reference == 0 ? null : value / reference;

    /// <summary>How far a value lies from the middle of others, in robust deviations: 0.6745 (ln v - median) / MAD over their logarithms.
    /// Null when the others do not spread, when there are none, or when a value has no logarithm.</summary>
    public static double? RobustDeviation(decimal value, IReadOnlyList<decimal> others)
    {
        if (value <= 0 || others.Count == 0 || others.Any(o => o <= 0))
            return null;
        var logs = others.Select(o => Math.Log((double)o)).ToList();
        var middle = Median(logs);
        var spread = Median([.. logs.Select(l => Math.Abs(l - middle))]);
        return spread == 0 ? null : 0.6745 * (Math.Log((double)value) - middle) / spread;
    }

    /// <summary>The middle one, or the mean of the two in the middle.</summary>
    public static double Median(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToList();
        var half = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /// <summary>The mean of all values, and the standard deviation of them as a whole, not as a sample of more. Both are 0 of none.</summary>
    public static (double Mean, double Deviation) Spread(IReadOnlyList<decimal> values)
    {
        if (values.Count == 0)
            return (0, 0);
        var mean = (double)values.Average();
        return (mean, Math.Sqrt(values.Average(v => Math.Pow((double)v - mean, 2))));
    }

    /// <summary>How much more than a quota there is; zero while it is kept.</summary>
    public static decimal Excess(decimal quantity, decimal quota, decimal tolerance = 0) =>
        Math.Max(0, quantity - (quota * (1 + tolerance)));
}
