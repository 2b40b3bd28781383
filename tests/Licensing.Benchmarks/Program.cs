using Licensing.Benchmarks;
using Licensing.Casework.Storage;

var sizes = args.SkipWhile(a => a != "--stored").Skip(1).FirstOrDefault() ?? "1000,100000";
var seconds = int.Parse(
    args.SkipWhile(a => a != "--seconds").Skip(1).FirstOrDefault() ?? "10",
    System.Globalization.CultureInfo.InvariantCulture
);
if (args.Contains("--help"))
{
    Console.WriteLine(
        """
        Measures whole export journeys (draft, two documents, submission, confirmation, notice, recommendation, decision, licence) on
        SQLite and PostgreSQL, beside SQL by hand that writes the same rows in as many transactions; then what acts cost as cases pile up,
        and how soon a node serves its first page.

          dotnet run -c Release --project tests/Licensing.Benchmarks -- [--seconds 10] [--stored 1000,100000,1000000]
        """
    );
    return 0;
}
Console.WriteLine($"{Environment.ProcessorCount} processors, .NET {Environment.Version}, {DateTime.UtcNow:yyyy-MM-dd}");
foreach (var provider in new[] { DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql })
    await Throughput.Measure(provider, TimeSpan.FromSeconds(seconds), Console.Out);
await Stored.Measure(
    [.. sizes.Split(',').Select(s => int.Parse(s, System.Globalization.CultureInfo.InvariantCulture))],
    Console.Out
);
await FirstPage.Measure(Console.Out);
return 0;
