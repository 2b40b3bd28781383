using System.Collections.Concurrent;
using Licensing.Casework.Screening;
using Licensing.Casework.Storage;
using Licensing.Domain.Clocks;
using Licensing.Domain.Policies;
using Licensing.Domain.Screening;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Publishing;

/// <summary>Policy profiles and calendars as they were published. What a text says follows from the text alone, so each is read once,
/// and known by its hash from then on.</summary>
internal static class Published
{
    private static readonly ConcurrentDictionary<string, PolicyProfile> Policies = new();
    private static readonly ConcurrentDictionary<string, Calendar> Calendars = new();
    private static readonly ConcurrentDictionary<string, RuleSet> RuleSets = new();

    public static PolicyProfile Policy(string content) => Read(Policies, content);

    /// <summary>The newest version of a profile that has begun by that day, or of the one that succeeds it when that version has ended. Null when
    /// there is none: an older version does not come back.</summary>
    public static PolicyProfile? InForce(IEnumerable<PolicyProfile> published, string id, DateOnly day)
    {
        var versions = published.OrderByDescending(p => p.Version).ToLookup(p => p.Id);
        var seen = new HashSet<string>();
        for (var at = id; at is not null && seen.Add(at); )
        {
            var last = versions[at].FirstOrDefault(p => p.AppliesFrom <= day);
            if (last?.IsInForceOn(day) == true)
                return last;
            at = last?.SucceededBy;
        }
        return null;
    }

    /// <param name="sha256">Of that version, as the database has it.</param>
    public static Task<PolicyProfile> Policy(
        LicensingDb db,
        string id,
        int version,
        string sha256,
        CancellationToken cancel
    ) =>
        Read(
            Policies,
            sha256,
            db.PublishedFiles.Where(f => f.Kind == PublishedKind.Policy && f.Id == id && f.Version == version),
            cancel
        );

    /// <summary>The newest version of the calendar: what is known of its days today. Null when none has been published.</summary>
    public static async Task<Calendar?> Calendar(LicensingDb db, string id, CancellationToken cancel) =>
        await NewestCalendar(db, id).FirstOrDefaultAsync(cancel) is { } sha256
            ? await Calendar(db, id, sha256, cancel)
            : null;

    /// <param name="sha256">Of its newest version; null when none has been published.</param>
    public static Task<Calendar> Calendar(LicensingDb db, string id, string? sha256, CancellationToken cancel) =>
        Read(
            Calendars,
            sha256 ?? throw new InvalidOperationException($"Calendar {id} has not been published to this database."),
            db.PublishedFiles.Where(f => f.Kind == PublishedKind.Calendar && f.Id == id && f.Sha256 == sha256),
            cancel
        );

    /// <summary>The rule set of the screening that has begun last by that day; null when there is none.</summary>
    public static async Task<RuleSet?> RulesInForce(LicensingDb db, DateOnly day, CancellationToken cancel)
    {
        var hashes = await db
            .PublishedFiles.Where(f => f.Kind == PublishedKind.Screening)
            .Select(f => f.Sha256)
            .ToListAsync(cancel);
        var all = new List<RuleSet>();
        foreach (var sha256 in hashes)
        {
            if (!RuleSets.TryGetValue(sha256, out var rules))
            {
                var content = await db
                    .PublishedFiles.Where(f => f.Kind == PublishedKind.Screening && f.Sha256 == sha256)
                    .Select(f => f.Content)
                    .FirstAsync(cancel);
                rules = RuleSets.GetOrAdd(sha256, ReadRuleSet.RuleSetIn(content, "the published rule set"));
            }
            all.Add(rules);
        }
        return all.Where(r => r.ValidFrom <= day).OrderBy(r => r.ValidFrom).ThenBy(r => r.Version).LastOrDefault();
    }

    private static IQueryable<string> NewestCalendar(LicensingDb db, string id) =>
        db
            .PublishedFiles.Where(f => f.Kind == PublishedKind.Calendar && f.Id == id)
            .OrderByDescending(f => f.Version)
            .Select(f => f.Sha256);

    private static async Task<T> Read<T>(
        ConcurrentDictionary<string, T> known,
        string sha256,
        IQueryable<PublishedFile> where,
        CancellationToken cancel
    ) =>
        known.TryGetValue(sha256, out var read)
            ? read
            : Read(known, await where.Select(f => f.Content).FirstAsync(cancel));

    private static T Read<T>(ConcurrentDictionary<string, T> known, string content) =>
        known.GetOrAdd(Wire.Hash(content), static (_, text) => Wire.Read<T>(text), content);
}
