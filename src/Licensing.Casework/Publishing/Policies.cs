using System.Collections.Concurrent;
using Licensing.Casework.Storage;
using Licensing.Domain.Policies;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Publishing;

/// <summary>Policy profiles as they were published. What a text says follows from the text alone, so each is read once, and known by
/// its hash from then on.</summary>
internal static class Policies
{
    private static readonly ConcurrentDictionary<string, PolicyProfile> Read = new();

    public static async Task<PolicyProfile> Find(
        LicensingDb db,
        string id,
        int version,
        string sha256,
        CancellationToken cancel
    )
    {
        if (Read.TryGetValue(sha256, out var known))
            return known;
        var content = await db
            .PublishedFiles.Where(f => f.Kind == PublishedKind.Policy && f.Id == id && f.Version == version)
            .Select(f => f.Content)
            .SingleAsync(cancel);
        return Of(content);
    }

    public static PolicyProfile Of(string content) =>
        Read.GetOrAdd(Wire.Hash(content), static (_, text) => Wire.Read<PolicyProfile>(text), content);
}
