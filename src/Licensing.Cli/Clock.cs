using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using Licensing.Casework;
using Licensing.Domain.Clocks;
using Calendar = Licensing.Domain.Clocks.Calendar;

namespace Licensing.Cli;

/// <summary>Works a legal period out again, away from any database: whoever doubts a last day can check it.</summary>
internal static class Clock
{
    public static Command Command()
    {
        var calendar = new Option<string>("--calendar")
        {
            Description = "A calendar, e.g. workflows/calendars/meridia.json.",
            Required = true,
        };
        var started = new Option<DateOnly>("--started")
        {
            Description = "The day of the event that began the period, e.g. 2026-03-03. It is day 0.",
            CustomParser = Day,
            Required = true,
        };
        var length = new Option<Period?>("--length")
        {
            Description = "\"20 working days\" or \"30 days\". Left out: days are counted without a limit.",
            CustomParser = Length,
        };
        var stopped = new Option<Standstill[]>("--stopped")
        {
            Description =
                "When the clock stood still: 2026-03-10..2026-03-17, or 2026-03-10.. while it still does. Repeatable.",
            CustomParser = Stopped,
        };
        var extendedOn = new Option<DateOnly?>("--extended-on")
        {
            Description = "The day on which the period was extended.",
            CustomParser = result => Day(result),
        };
        var extendedTo = new Option<Period?>("--extended-to")
        {
            Description = "Its whole length from then on.",
            CustomParser = Length,
        };
        var on = new Option<DateOnly>("--on")
        {
            Description = "The day in question.",
            CustomParser = Day,
            Required = true,
        };
        var command = new Command("clock", "Works a legal period out by a calendar, for any day, and says how.")
        {
            calendar,
            started,
            length,
            stopped,
            extendedOn,
            extendedTo,
            on,
        };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetResult(extendedOn) is null != parsed.GetResult(extendedTo) is null)
                parsed.AddError("Give --extended-on and --extended-to together.");
            if (parsed.GetResult(extendedTo) is not null && parsed.GetResult(length) is null)
                parsed.AddError("Give the --length that was extended.");
        });
        command.SetAction(parsed =>
        {
            var events = new ClockEvents(
                parsed.GetValue(started),
                parsed.GetValue(length),
                parsed.GetValue(stopped) ?? [],
                parsed.GetValue(extendedTo) is { } to
                    ? new Extension(parsed.GetValue(extendedOn)!.Value, to, "as given")
                    : null
            );
            return Run(
                parsed.GetRequiredValue(calendar),
                events,
                parsed.GetValue(on),
                parsed.InvocationConfiguration.Output,
                parsed.InvocationConfiguration.Error
            );
        });
        return command;
    }

    private static int Run(string file, ClockEvents events, DateOnly on, TextWriter output, TextWriter error)
    {
        Calendar calendar;
        try
        {
            calendar = Wire.Read<Calendar>(File.ReadAllText(file));
        }
        catch (Exception mistake) when (mistake is IOException or UnauthorizedAccessException or JsonException)
        {
            error.WriteLine($"{file}: {mistake.Message}");
            return LicensingCommand.Unreadable;
        }
        foreach (var mistake in calendar.Mistakes())
            error.WriteLine($"{file}: {mistake}");
        if (calendar.Mistakes().Count > 0)
            return LicensingCommand.Unreadable;
        output.WriteLine($"{calendar.Id} version {calendar.Version}, {calendar.Title}");
        output.WriteLine($"{on:yyyy-MM-dd}: {LegalClock.On(on, events, calendar).Explanation}");
        return LicensingCommand.Done;
    }

    /// <summary>A day as it is given at the command line; another one is a mistake of the argument.</summary>
    internal static DateOnly Day(ArgumentResult result) => Day(result, result.Tokens[0].Value);

    private static DateOnly Day(ArgumentResult result, string text)
    {
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            result.AddError($"\"{text}\" is no day: write it as 2026-03-03.");
        else if (day.Year is < 1900 or > 2200)
            result.AddError($"{text} lies outside the years 1900 to 2200.");
        return day;
    }

    private static Period? Length(ArgumentResult result)
    {
        try
        {
            return Period.Parse(result.Tokens[0].Value);
        }
        catch (FormatException mistake)
        {
            result.AddError(mistake.Message);
            return null;
        }
    }

    private static Standstill[] Stopped(ArgumentResult result) =>
        [
            .. result.Tokens.Select(token =>
            {
                var parts = token.Value.Split("..");
                if (parts.Length != 2)
                    result.AddError($"\"{token.Value}\" is no span of days: write it as 2026-03-10..2026-03-17.");
                var from = Day(result, parts[0]);
                var to = parts is [_, { Length: > 0 } end] ? Day(result, end) : (DateOnly?)null;
                if (to < from)
                    result.AddError($"\"{token.Value}\" ends before it begins.");
                return new Standstill(from, to, "information");
            }),
        ];
}
