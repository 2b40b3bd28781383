using Licensing.Cli;

namespace Licensing.Casework.Tests;

public sealed class ClockCommandTests
{
    [Fact]
    public void A_period_is_worked_out_again_at_the_command_line()
    {
        var (exit, said, _) = Run(
            "--started=2026-03-03",
            "--length=20 working days",
            "--stopped=2026-03-10..2026-03-17",
            "--on=2026-03-27"
        );
        // 4-6, 9, 10 March; 18, 20; 23-27: twelve. 30 March to 8 April make twenty.
        Assert.Equal(0, exit);
        Assert.Equal(
            "meridia version 1, Meridia and its neighbours (fictional)\n"
                + "2026-03-27: day 12 of 20 working days: started 2026-03-03, stopped for information 2026-03-10 to 2026-03-17, "
                + "2026-03-19 Foundation Day; the last day is 2026-04-08\n",
            said
        );
    }

    [Fact]
    public void An_extension_is_counted_from_its_day_on()
    {
        var (_, said, _) = Run(
            "--started=2026-03-03",
            "--length=10 days",
            "--extended-on=2026-03-09",
            "--extended-to=15 days",
            "--on=2026-03-10"
        );
        Assert.Contains(
            "day 7 of 15 days: started 2026-03-03, extended on 2026-03-09 from 10 days",
            said,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("--on=9999-12-31", "9999-12-31 lies outside the years 1900 to 2200.")]
    [InlineData("--on=2026-02-30", "\"2026-02-30\" is no day: write it as 2026-03-03.")]
    [InlineData(
        "--length=20 weeks",
        "\"20 weeks\" is no period: write it as \"30 days\" or \"20 working days\", at least one day."
    )]
    [InlineData("--stopped=2026-03-10", "\"2026-03-10\" is no span of days: write it as 2026-03-10..2026-03-17.")]
    [InlineData("--stopped=2026-03-10..2026-03-09", "\"2026-03-10..2026-03-09\" ends before it begins.")]
    [InlineData("--extended-to=30 days", "Give --extended-on and --extended-to together.")]
    public void What_cannot_be_read_is_told(string option, string told)
    {
        string[] given = ["--started=2026-03-03", option];
        var (exit, _, error) = Run(
            option.StartsWith("--on", StringComparison.Ordinal) ? given : [.. given, "--on=2026-03-10"]
        );
        Assert.Equal(1, exit);
        Assert.Contains(told, error, StringComparison.Ordinal);
    }

    private static (int Exit, string Said, string Error) Run(params string[] options)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exit = LicensingCommand
            .Make()
            .Parse([
                "clock",
                "--calendar",
                Path.Combine(ADatabase.DemoWorkflows, "calendars", "meridia.json"),
                .. options,
            ])
            .Invoke(new System.CommandLine.InvocationConfiguration { Output = output, Error = error });
        return (exit, output.ToString(), error.ToString());
    }
}
