namespace Licensing.Casework;

/// <summary>Legal days are those of a State's own time zone.</summary>
public static class LegalDay
{
    public static DateOnly Of(DateTimeOffset moment, string timeZone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(timeZone)).DateTime);

    /// <summary>The first moment of the day there; where a change of clock swallows midnight, the first one after it.</summary>
    public static DateTimeOffset Begins(DateOnly day, string timeZone)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        var local = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(15);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
