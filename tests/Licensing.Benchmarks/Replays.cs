using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Licensing.Casework.Storage;
using Licensing.Tests.Histories;
using Npgsql;

namespace Licensing.Benchmarks;

/// <summary>What it takes to replay a candidate rule set over so many decided cases, on PostgreSQL, by the product's own command in a process
/// of its own. The decisions are of some two hundred dossiers with a history and with kits, over and over.</summary>
internal static class Replays
{
    public static async Task Measure(int decisions, TextWriter output)
    {
        await using var deployment = await Deployment.Open(DatabaseProvider.PostgreSql);
        var now = TimeProvider.System.GetUtcNow();
        var (kits, usual) = await Screenings.Fill(deployment, 10_000, 100, now);
        var screened = new List<(Case Case, ScreeningRecord Screening)>();
        foreach (var its in kits.Select(k => k.Case).Concat(usual))
        {
            await using var one = await Screened.Open(deployment.Database, its.Id, now);
            await one.Run();
            screened.Add((its, one.File.Screening!));
        }
        await Bulk.Write(deployment.Database, Enumerable.Range(0, decisions).SelectMany(Decided));
        await using (var connection = new NpgsqlConnection(deployment.Choice.ConnectionString))
        {
            await connection.OpenAsync();
            await using var analyze = new NpgsqlCommand("VACUUM ANALYZE", connection) { CommandTimeout = 3600 };
            await analyze.ExecuteNonQueryAsync();
        }
        var report = await Replay(deployment.Choice.ConnectionString);
        var seconds = report["seconds"]!.GetValue<double>();
        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"PostgreSql: {report["decisions"]} decisions replayed in {seconds:0} s: {decisions / seconds:0} a second, at most {report["peakBytes"]!.GetValue<long>() / 1_000_000} MB; rules with other flags: {report["rules"]!.AsArray().Count}, other bands: {report["bands"]!.AsArray().Count}"
            )
        );

        IEnumerable<object> Decided(int i)
        {
            var (its, screening) = screened[i % screened.Count];
            var copy = PlantedHistory.Again(its, i);
            return
            [
                copy,
                PlantedHistory.ScreeningOf(copy, screening),
                PlantedHistory.DecisionOf(copy, now.AddHours(1)),
            ];
        }
    }

    // The rule set in force, but that eleven firearms have to come together.
    private static async Task<JsonNode> Replay(string connection)
    {
        var rules = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "workflows", "screening"), "*.json")[0];
        var candidate = JsonNode.Parse(await File.ReadAllTextAsync(rules))!;
        candidate["version"] = candidate["version"]!.GetValue<int>() + 1;
        candidate["rules"]!.AsArray().Single(r => r!["id"]!.GetValue<string>() == "DR-P02")!["parameters"]![
            "min_added_sets"
        ] = 11;
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, candidate.ToJsonString());
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        // It finds what it needs beside the benchmarks; its memory is to be kept low as where it stands alone.
        start.Environment["DOTNET_gcServer"] = "0";
        var here = Path.Combine(AppContext.BaseDirectory, typeof(Replays).Assembly.GetName().Name!);
        foreach (
            var argument in new[]
            {
                "exec",
                "--runtimeconfig",
                $"{here}.runtimeconfig.json",
                "--depsfile",
                $"{here}.deps.json",
                Path.Combine(AppContext.BaseDirectory, "licensing.dll"),
                "backtest",
                "--rules",
                file,
                "--format",
                "json",
                "--provider",
                "postgresql",
                "--connection",
                connection,
            }
        )
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        File.Delete(file);
        return process.ExitCode == 0
            ? JsonNode.Parse(said)!
            : throw new InvalidOperationException($"licensing backtest ended with {process.ExitCode}: {said}");
    }
}
