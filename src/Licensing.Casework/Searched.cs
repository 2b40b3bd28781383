namespace Licensing.Casework;

/// <summary>What somebody looks for, as it is compared: in capitals, without what no text can hold.</summary>
internal static class Searched
{
    /// <returns>Null when nothing is looked for.</returns>
    public static string? For(string? text)
    {
        var wanted = text?.Replace("\0", "", StringComparison.Ordinal).Trim().ToUpperInvariant();
        return string.IsNullOrEmpty(wanted) ? null : wanted;
    }
}
