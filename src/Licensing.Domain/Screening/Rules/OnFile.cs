namespace Licensing.Domain.Screening.Rules;

/// <summary>What is on file under the number of a paper.</summary>
/// <param name="Replaced">Earlier and later files of the same document: each was registered as superseding another.</param>
/// <param name="Others">Files that are no version of it.</param>
/// <param name="IsUnknown">Something is registered under the number, and it is not known whether it is this file.</param>
internal sealed record OnFile(
    IReadOnlyList<RegisteredDocument> Replaced,
    IReadOnlyList<RegisteredDocument> Others,
    bool IsUnknown
)
{
    public static OnFile Of(Facts facts, string? number, string? sha256)
    {
        var rows = (facts.Dossier.DocumentRegister ?? []).Where(r => IsSame(r.Number, number)).ToList();
        if (number is null || sha256 is null)
            return new OnFile([], [], number is not null && rows.Count > 0);
        var versions = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { sha256 };
        // From file to superseded file, over however many steps and either way.
        while (
            rows.FirstOrDefault(r =>
                r is { Sha256: not null, Supersedes: not null }
                && versions.Contains(r.Sha256) != versions.Contains(r.Supersedes)
            )
                is { } step
        )
            versions.UnionWith([step.Sha256!, step.Supersedes!]);
        var known = rows.Where(r => r.Sha256 is not null && !IsSame(r.Sha256, sha256))
            .ToLookup(r => versions.Contains(r.Sha256!));
        return new OnFile([.. known[true]], [.. known[false]], rows.Any(r => r.Sha256 is null));
    }

    private static bool IsSame(string? a, string? b) =>
        string.Equals(a?.Trim(), b?.Trim(), StringComparison.OrdinalIgnoreCase);
}
