using System.Diagnostics;
using Licensing.Casework.Storage;
using Licensing.Journey;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Licensing.Endurance;

/// <summary>Journeys go on while nodes are killed and started again, and once the database is taken away. At the end every case can go on
/// or has ended, every accepted act is there once, and every notice has gone.</summary>
public static class Kills
{
    private const int AtOnce = 4;

    /// <param name="engine">Another engine than the application's own; null for that one.</param>
    /// <returns>Whether everything held.</returns>
    public static async Task<bool> Run(
        DatabaseProvider provider,
        int kills,
        TimeSpan outage,
        TextWriter output,
        CancellationToken cancel,
        OtherEngine? engine = null
    )
    {
        var nodes = provider == DatabaseProvider.Sqlite ? 1 : 3;
        await using var site = await Site.Open(provider, nodes, durable: true, cancel, engine);
        using var way = new AnyNode(site.Nodes);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var began = Stopwatch.GetTimestamp();
        var journeys = Enumerable.Range(0, AtOnce).Select(i => Journeys(i, way, stop.Token)).ToList();

        await Kill(site, kills, outage, journeys, cancel);
        await stop.CancelAsync();
        var outcomes = (await Task.WhenAll(journeys)).SelectMany(o => o).ToList();

        var broken = outcomes
            .Where(o => o is { IsAsWritten: false })
            .Select(o => $"a journey came to {o.Reached}")
            .ToList();
        broken.AddRange(await Moving(site, cancel));
        var inEngine = engine is null ? null : await engine.AtTheEnd(site.Database, site.Folder, cancel);
        broken.AddRange(inEngine?.Broken ?? []);
        broken.AddRange(await Notices(site, cancel));
        broken.AddRange(await Acts(site, way, cancel));
        broken.AddRange(await Invariants.Broken(site.Casework, cancel));
        foreach (var line in broken)
            await output.WriteLineAsync($"{provider}: BROKEN: {line}");
        await using var db = site.Casework.GetRequiredService<Database>().Open();
        await output.WriteLineAsync(
            $"{provider}: {kills} kills of {nodes} {(nodes == 1 ? "node" : "nodes")}"
                + (
                    provider == DatabaseProvider.PostgreSql && outage > TimeSpan.Zero
                        ? $", the database away for {outage.TotalSeconds:0} s"
                        : ""
                )
                + $", {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s: {outcomes.Count} journeys, "
                + $"{await db.Cases.CountAsync(cancel)} cases, {way.Accepted.Count} accepted acts, {way.Resent} sent again, "
                + $"{await db.Notices.CountAsync(cancel)} notices; {(inEngine is null ? "" : inEngine.Told + "; ")}{(broken.Count == 0 ? "everything held" : $"{broken.Count} broken")}"
        );
        return broken.Count == 0;
    }

    // Each takes the enclosed dossiers through the system, over and over, with numbers of its own.
    private static async Task<IReadOnlyList<Outcome>> Journeys(int worker, AnyNode way, CancellationToken stop)
    {
        var outcomes = new List<Outcome>();
        using var door = new FrontDoor(new Uri("http://localhost"), way);
        var journey = new CaseJourney(door, TextWriter.Null);
        var files = DossierFile.Enclosed();
        for (var run = 0; !stop.IsCancellationRequested; run++)
        {
            var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
            var dossier = DossierFile.Read(files[(worker * 3 + run) % files.Count], today, $"{worker}-{run}");
            outcomes.Add(await journey.Run(dossier));
        }
        return outcomes;
    }

    private static async Task Kill(
        Site site,
        int kills,
        TimeSpan outage,
        List<Task<IReadOnlyList<Outcome>>> journeys,
        CancellationToken cancel
    )
    {
        for (var kill = 1; kill <= kills; kill++)
        {
            await Task.Delay(Random.Shared.Next(500, 1500), cancel);
            if (journeys.Find(j => j.IsFaulted) is { } faulted)
                await faulted;
            if (kill == (kills + 1) / 2 && outage > TimeSpan.Zero)
                await site.Outage(outage, cancel);
            // Whoever found no database at its start has ended by itself.
            foreach (var ended in site.Nodes.Where(n => n.HasEnded))
            {
                ended.Kill();
                ended.Start();
            }
            var node = site.Nodes[Random.Shared.Next(site.Nodes.Count)];
            node.Kill();
            node.Start();
            // Every fifth time the only node is killed again while it is still starting.
            if (site.Nodes.Count == 1 && kill % 5 != 0)
                await node.IsReady(cancel);
        }
        foreach (var ended in site.Nodes.Where(n => n.HasEnded))
        {
            ended.Kill();
            ended.Start();
        }
        foreach (var node in site.Nodes)
            await node.IsReady(cancel);
    }

    // Whatever was set moving has come to rest.
    private static async Task<IReadOnlyList<string>> Moving(Site site, CancellationToken cancel)
    {
        for (var second = 0; ; second++)
        {
            await using var db = site.Casework.GetRequiredService<Database>().Open();
            var moving = await db.Cases.Where(c => c.MovingSince != null).Select(c => c.Number).ToListAsync(cancel);
            if (moving.Count == 0 || second == 60)
                return [.. moving.Select(number => $"{number} has been moving for a minute")];
            await Task.Delay(1000, cancel);
        }
    }

    // Everything that was to be said has been said: it is marked, and the letter lies in the folder.
    private static async Task<IReadOnlyList<string>> Notices(Site site, CancellationToken cancel)
    {
        var broken = new List<string>();
        await using var db = site.Casework.GetRequiredService<Database>().Open();
        // A claim that a killed node left behind runs out after two minutes.
        for (var second = 0; second < 240 && await db.Notices.AnyAsync(n => n.SentAt == null, cancel); second++)
            await Task.Delay(1000, cancel);
        var notices = await db
            .Notices.AsNoTracking()
            .Select(n => new
            {
                n.Id,
                n.SentAt,
                n.LastError,
            })
            .ToListAsync(cancel);
        broken.AddRange(notices.Where(n => n.SentAt is null).Select(n => $"notice {n.Id} was not sent: {n.LastError}"));
        var letters = Directory
            .EnumerateFiles(Path.Combine(site.Folder, "mail"), "*.eml")
            .Select(f => Path.GetFileNameWithoutExtension(f))
            .ToHashSet(StringComparer.Ordinal);
        broken.AddRange(notices.Where(n => !letters.Contains($"{n.Id:N}")).Select(n => $"notice {n.Id} has no letter"));
        return broken;
    }

    // What was answered with success is there, once; and nothing is there that nobody was told of.
    private static async Task<IReadOnlyList<string>> Acts(Site site, AnyNode way, CancellationToken cancel)
    {
        await using var db = site.Casework.GetRequiredService<Database>().Open();
        var kept = await db.AcceptedActs.AsNoTracking().Select(a => a.Key).ToListAsync(cancel);
        var doubles = kept.GroupBy(k => k).Count(g => g.Count() > 1);
        var lost = way.Accepted.Keys.Except(kept).ToList();
        var unknown = kept.Except(way.Accepted.Keys).Count();
        var repeated = await db
            .AuditTrail.AsNoTracking()
            .Where(e =>
                e.CaseId != null
                && (e.Event == "ApplicationSubmitted" || e.Event == "LicenceIssued" || e.Event == "Decided")
            )
            .GroupBy(e => new { e.CaseId, e.Event })
            .Where(g => g.Count() > 1)
            .CountAsync(cancel);
        return
        [
            .. lost.Select(key => $"an accepted act is lost: {way.Accepted[key]}"),
            .. doubles > 0 ? [$"{doubles} keys stand twice"] : Array.Empty<string>(),
            .. unknown > 0 ? [$"{unknown} acts were done of which nobody was told"] : Array.Empty<string>(),
            .. repeated > 0 ? [$"{repeated} cases were submitted, decided or licensed twice"] : Array.Empty<string>(),
        ];
    }
}
