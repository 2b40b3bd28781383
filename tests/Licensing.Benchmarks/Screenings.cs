using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Licensing.Casework.Screening;
using Licensing.Casework.Storage;
using Licensing.Domain.States;
using Licensing.Tests.Histories;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Benchmarks;

/// <summary>What a screening takes beside a history of so many goods lines, and how many of the kits planted in it are found. Each is a whole
/// one by the product's own code: the case in the words of the screening, its cluster and its history from the database, every rule, and the
/// record of it; on file it is not put, so that each is the first one of its case.</summary>
internal static class Screenings
{
    private static readonly Country Meridia = Country.Parse("QM");
    private const int Probes = 100;

    public static async Task Measure(DatabaseProvider provider, IReadOnlyList<int> sizes, int times, TextWriter output)
    {
        await output.WriteLineAsync(
            $"{provider}: lines | a screening: p50, p99 | each dossier at its fastest: p50, p99 | times the first of these p99 | the whole act, committed: p50, p99 | kits found | others taken for one | filled in"
        );
        var first = 0d;
        foreach (var size in sizes)
        {
            await using var deployment = await Deployment.Open(provider);
            var now = TimeProvider.System.GetUtcNow();
            var began = Stopwatch.GetTimestamp();
            var (kits, usual) = await Fill(deployment, size, Probes, now);
            var filled = Stopwatch.GetElapsedTime(began);
            var cases = kits.Select(k => k.Case).Concat(usual).ToList();
            await Rounds(deployment, cases, Math.Min(times, 400), now);
            var taken = await Rounds(deployment, cases, times, now);
            // What else the machine does at a time disturbs one run of a dossier, not all of them.
            var fastest = taken.Index().GroupBy(t => t.Index % cases.Count, t => t.Item).Select(g => g.Min()).ToList();
            first = first == 0 ? Percentile(fastest, 99) : first;
            var (found, wrong) = (0, 0);
            foreach (var kit in kits)
                found += await Flagged(deployment, kit.Case, now, s => s.HasFound(kit)) ? 1 : 0;
            foreach (var its in usual)
                wrong += await Flagged(deployment, its, now, s => s.HasFoundAny) ? 1 : 0;
            var acts = await Acts(deployment, cases);
            await output.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{provider}: {size, 9} | {Percentiles(taken)} | {Percentiles(fastest)} | {Percentile(fastest, 99) / first:0.00} | {Percentiles(acts)} | {found} of {kits.Count} | {wrong} of {usual.Count} | {filled.TotalSeconds:0} s"
                )
            );
        }
    }

    /// <summary>A history of so many lines, with kits and pending cases of the same number in it, and the sample reference data.</summary>
    public static async Task<(IReadOnlyList<PlantedKit> Kits, IReadOnlyList<Case> Usual)> Fill(
        Deployment deployment,
        int lines,
        int probes,
        DateTimeOffset now
    )
    {
        await using var db = deployment.Database.Open();
        var history = new PlantedHistory(
            await db.States.AsNoTracking().SingleAsync(s => s.Code == Meridia),
            await db.PublishedFiles.AsNoTracking().FirstAsync(f => f.Kind == PublishedKind.Policy && f.Id == "meridia"),
            await db.Companies.AsNoTracking().FirstAsync(c => c.State == Meridia),
            now
        );
        var (kits, usual) = (new List<PlantedKit>(), new List<Case>());
        await Bulk.Write(
            deployment.Database,
            history.Usual(lines).Concat(history.Kits(probes, kits)).Concat(history.Pending(probes, usual))
        );
        if (deployment.Choice.Provider == DatabaseProvider.PostgreSql)
            // It does so itself before long.
            await db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE");
        var reference = await File.ReadAllTextAsync(
            Path.Combine(AppContext.BaseDirectory, "screening", "reference.json")
        );
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        using var data = JsonDocument.Parse(reference);
        await deployment
            .Lawful.Act<ImportReference>()
            .Run(
                "benchmark",
                Meridia,
                new ReferenceGiven(data.RootElement, "fictional samples", today, null),
                now,
                default
            );
        return (kits, usual);
    }

    private static async Task<List<double>> Rounds(
        Deployment deployment,
        List<Case> cases,
        int times,
        DateTimeOffset now
    )
    {
        var taken = new List<double>();
        for (var i = 0; i < times; i++)
        {
            await using var screened = await Screened.Open(deployment.Database, cases[i % cases.Count].Id, now);
            var began = Stopwatch.GetTimestamp();
            await screened.Run();
            taken.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        return taken;
    }

    private static async Task<bool> Flagged(
        Deployment deployment,
        Case its,
        DateTimeOffset now,
        Func<Screened, bool> asked
    )
    {
        await using var screened = await Screened.Open(deployment.Database, its.Id, now);
        await screened.Run();
        return asked(screened);
    }

    // An officer has the case screened: it is opened, screened, written down and committed.
    private static async Task<List<double>> Acts(Deployment deployment, List<Case> cases)
    {
        var taken = new List<double>();
        foreach (var its in cases)
        {
            var officer = await deployment.Lawful.Person("officer@qm.example");
            var began = Stopwatch.GetTimestamp();
            await deployment.Lawful.Act<ScreenCase>().Again(officer, its.Id, default);
            taken.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        return taken;
    }

    private static string Percentiles(IReadOnlyList<double> taken) =>
        string.Create(CultureInfo.InvariantCulture, $"{Percentile(taken, 50):0.0}, {Percentile(taken, 99):0.0} ms");

    private static double Percentile(IEnumerable<double> taken, int percent)
    {
        var sorted = taken.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, sorted.Count * percent / 100)];
    }
}
