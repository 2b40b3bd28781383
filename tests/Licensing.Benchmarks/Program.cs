using System.Globalization;
using Licensing.Benchmarks;
using Licensing.Casework.Storage;

if (args.Contains("--help"))
{
    Console.WriteLine(
        """
        Measures whole export journeys (draft, two documents, submission, confirmation, notice, recommendation, decision, licence) on
        SQLite and PostgreSQL, beside SQL by hand that writes the same rows in as many transactions; then what acts cost as cases pile up,
        and how soon a node serves its first page.

          dotnet run -c Release --project tests/Licensing.Benchmarks -- [--seconds 10] [--stored 1000,100000,1000000]

        Measures what a screening takes beside a history of so many goods lines, on PostgreSQL and SQLite, and how many of a hundred kits
        planted in it are found:

          dotnet run -c Release --project tests/Licensing.Benchmarks -- --screenings [10000,100000,1000000] [--times 2000]
              [--on postgresql|sqlite]

        Measures the replay of a rule set over so many decided cases on PostgreSQL, in cases a second and memory:

          dotnet run -c Release --project tests/Licensing.Benchmarks -- --replays [100000]
        """
    );
    return 0;
}
Console.WriteLine($"{Environment.ProcessorCount} processors, .NET {Environment.Version}, {DateTime.UtcNow:yyyy-MM-dd}");
if (args.Contains("--screenings"))
    foreach (
        var provider in DatabaseChoice.Provided(After("--on")) is { } only
            ? [only]
            : new[] { DatabaseProvider.PostgreSql, DatabaseProvider.Sqlite }
    )
        await Screenings.Measure(
            provider,
            Sizes("--screenings", "10000,100000,1000000"),
            Sizes("--times", "2000")[0],
            Console.Out
        );
else if (args.Contains("--replays"))
    await Replays.Measure(Sizes("--replays", "100000")[0], Console.Out);
else
{
    foreach (var provider in new[] { DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql })
        await Throughput.Measure(provider, TimeSpan.FromSeconds(Sizes("--seconds", "10")[0]), Console.Out);
    await Stored.Measure(Sizes("--stored", "1000,100000"), Console.Out);
    await FirstPage.Measure(Console.Out);
}
return 0;

IReadOnlyList<int> Sizes(string option, string usual)
{
    var given = After(option);
    return
    [
        .. (given is null || given.StartsWith('-') ? usual : given)
            .Split(',')
            .Select(s => int.Parse(s, CultureInfo.InvariantCulture)),
    ];
}

string? After(string option) => args.SkipWhile(a => a != option).Skip(1).FirstOrDefault();
