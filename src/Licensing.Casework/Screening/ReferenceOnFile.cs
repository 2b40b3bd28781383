using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Licensing.Casework.Storage;
using Licensing.Domain.Screening;
using Licensing.Domain.States;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Screening;

/// <summary>The reference data of a State as they were loaded last by a day.</summary>
internal static class ReferenceOnFile
{
    // What is in use changes by the day at most, and takes long to read: it is known by what it was read from. What is in use no longer is
    // forgotten sooner or later.
    private static readonly ConcurrentDictionary<string, ReferenceData> InUse = new();
    private const int Remembered = 50;

    public static async Task<ReferenceData> Read(LicensingDb db, Country state, DateOnly day, CancellationToken cancel)
    {
        var rows = await db
            .ReferenceImports.Where(r => r.KeptBy == state && r.KnownOn <= day)
            .OrderBy(r => r.Sequence)
            .Select(r => new { r.Id, r.Name })
            .ToListAsync(cancel);
        var last = rows.GroupBy(r => r.Name).Select(g => g.Last().Id).ToList();
        var from = string.Join(' ', last);
        if (InUse.TryGetValue(from, out var known))
            return known;
        if (InUse.Count > Remembered)
            InUse.Clear();
        return InUse[from] = Of(
            await db.ReferenceImports.AsNoTracking().Where(r => last.Contains(r.Id)).ToListAsync(cancel)
        );
    }

    /// <summary>The reference data that a screening has read.</summary>
    /// <param name="hashes">By name of list or table, SHA-256 of what was read.</param>
    public static async Task<ReferenceData> AsRead(
        LicensingDb db,
        Country state,
        IReadOnlyDictionary<string, string> hashes,
        CancellationToken cancel
    )
    {
        var wanted = hashes.Values.ToList();
        var rows = await db
            .ReferenceImports.AsNoTracking()
            .Where(r => r.KeptBy == state && wanted.Contains(r.Sha256))
            .OrderBy(r => r.Sequence)
            .ToListAsync(cancel);
        return Of([
            .. rows.Where(r => hashes.GetValueOrDefault(Bare(r.Name)) == r.Sha256)
                .GroupBy(r => r.Name)
                .Select(g => g.Last()),
        ]);
    }

    private static ReferenceData Of(IReadOnlyList<ReferenceImport> last)
    {
        var (all, lists) = (new JsonObject(), new JsonObject());
        foreach (var row in last)
        {
            var content = JsonNode.Parse(row.Content);
            if (row.Name.StartsWith(ImportReference.InLists, StringComparison.Ordinal))
                lists[row.Name[ImportReference.InLists.Length..]] = content;
            else
                all[row.Name] = content;
        }
        if (lists.Count > 0)
            all["lists"] = lists;
        var reference = all.Deserialize<ReferenceData>(ScreeningJson.Options)!;
        return reference with
        {
            Hashes = Sorted(last.Select(r => (r.Name, r.Sha256))),
            ListMeta = last.Where(r => r.Name.StartsWith(ImportReference.InLists, StringComparison.Ordinal))
                .ToDictionary(r => Bare(r.Name), r => new ListMeta(r.RetrievedOn, r.ReviewBy)),
        };
    }

    /// <summary>By name of list or table, SHA-256 of what is in use on the day, without reading it.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> Hashes(
        LicensingDb db,
        Country state,
        DateOnly day,
        CancellationToken cancel
    )
    {
        var rows = await db
            .ReferenceImports.Where(r => r.KeptBy == state && r.KnownOn <= day)
            .OrderBy(r => r.Sequence)
            .Select(r => new { r.Name, r.Sha256 })
            .ToListAsync(cancel);
        return Sorted(rows.GroupBy(r => r.Name).Select(g => (g.Key, g.Last().Sha256)));
    }

    // Always in the same order: it is compared as it is written.
    private static SortedDictionary<string, string> Sorted(IEnumerable<(string Name, string Sha256)> rows) =>
        new(rows.ToDictionary(r => Bare(r.Name), r => r.Sha256), StringComparer.Ordinal);

    private static string Bare(string name) =>
        name.StartsWith(ImportReference.InLists, StringComparison.Ordinal)
            ? name[ImportReference.InLists.Length..]
            : name;
}
