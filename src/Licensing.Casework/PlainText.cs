namespace Licensing.Casework;

/// <summary>Text that people can read and databases can store. Signs that nobody sees, or that turn the direction of what follows, have no
/// place in a record: what an officer signs for must be what stands there.</summary>
public static class PlainText
{
    /// <summary>Control characters but for tab and new line; embeddings, overrides and isolates of direction; the zero-width space and
    /// the byte order mark. Joiners and direction marks stay: some scripts need them.</summary>
    public static bool IsForbidden(char c) =>
        (char.IsControl(c) && c is not ('\t' or '\n' or '\r'))
        || c is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\u200b' or '\ufeff';

    /// <summary>Without them, for what was pasted into a form.</summary>
    public static string Cleaned(string text) =>
        text.Any(IsForbidden) ? string.Concat(text.Where(c => !IsForbidden(c))) : text;
}
