using System.Globalization;
using System.Text.RegularExpressions;
using Licensing.Casework.StateDirectory;

namespace Licensing.Web.Portal.Exporter;

/// <summary>Days and moments as people write them.</summary>
public static partial class Day
{
    private const string Long = "d MMMM yyyy";

    public static string Of(DateOnly? day) => day?.ToString(Long, CultureInfo.InvariantCulture) ?? "";

    /// <summary>A moment on the clocks of a State.</summary>
    public static string Of(DateTimeOffset moment, StateView state)
    {
        var there = TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(state.TimeZone));
        return there.ToString($"{Long} 'at' HH:mm", CultureInfo.InvariantCulture) + $" ({state.Name} time)";
    }

    /// <summary>A sentence with its days written out: "2026-11-23" becomes "23 November 2026".</summary>
    public static string InSentence(string text) =>
        IsoDay()
            .Replace(
                text,
                found =>
                    DateOnly.TryParseExact(found.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, 0, out var day)
                        ? Of(day)
                        : found.Value
            );

    [GeneratedRegex(@"\b\d{4}-\d{2}-\d{2}\b")]
    private static partial Regex IsoDay();
}
