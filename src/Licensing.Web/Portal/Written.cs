using System.Globalization;
using Licensing.Casework;
using Licensing.Domain.Authorisations;
using Licensing.Domain.Parties;

namespace Licensing.Web.Portal;

/// <summary>Days and moments as people write them.</summary>
public static class Written
{
    /// <summary>A legal day: 23 November 2026.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The days between which something holds: 1 March 2026 to 31 May 2026, both included.</summary>
    /// <param name="to">Null where it bears no last day.</param>
    public static string Days(DateOnly from, DateOnly? to) =>
        to is { } last ? $"{Day(from)} to {Day(last)}, both included" : $"From {Day(from)}; it bears no last day";

    /// <summary>What an export licence is for; several shipments where nothing was said.</summary>
    public static string Shipments(AuthorisationUse? use) =>
        use == AuthorisationUse.SingleUse
            ? "One shipment"
            : "Several shipments, as long as its quantities and days allow";

    /// <summary>A moment on the clocks of a State: 23 November 2026, 14:05 (Europe/Vienna).</summary>
    /// <param name="timeZone">IANA name.</param>
    public static string Moment(DateTimeOffset moment, string timeZone) =>
        $"{Local(moment, timeZone).ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture)} ({timeZone})";

    /// <summary>The hour and minute on the clocks of a State.</summary>
    public static string Time(DateTimeOffset moment, string timeZone) =>
        Local(moment, timeZone).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A party as a State's paper names it: name, State, registration number where it gives one.</summary>
    public static string Party(NamedParty party, string state) =>
        $"{party.Name}, {state}" + (party.RegistrationNumber is { } number ? $", registration {number}" : "");

    /// <summary>A role in the middle of a sentence; a State is written with a capital letter.</summary>
    public static string Role(Role role) => Words.Of(role).Replace("state ", "State ", StringComparison.Ordinal);

    private static DateTimeOffset Local(DateTimeOffset moment, string timeZone) =>
        TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(timeZone));
}
