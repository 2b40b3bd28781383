using Licensing.Casework.Acts;

namespace Licensing.Casework.Documents;

/// <summary>Which files are taken: those an officer can open without running anything. The content decides, not the name.</summary>
public static class FileKind
{
    /// <summary>In bytes: 10 MiB.</summary>
    public const int Largest = 10 * 1024 * 1024;

    private static readonly (string Extension, string MediaType, byte[] Begins)[] Known =
    [
        (".pdf", "application/pdf", "%PDF-"u8.ToArray()),
        (".png", "image/png", [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]),
        (".jpg", "image/jpeg", [0xFF, 0xD8, 0xFF]),
        (".jpeg", "image/jpeg", [0xFF, 0xD8, 0xFF]),
    ];

    /// <returns>The media type.</returns>
    /// <exception cref="MalformedException">It is empty, too large, of a kind not taken, or not what its name says.</exception>
    public static string Of(string fileName, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 0)
            throw new MalformedException("file", $"{fileName} is empty.");
        if (bytes.Length > Largest)
            throw new MalformedException("file", $"{fileName} is larger than 10 MB.");
        foreach (var (extension, mediaType, begins) in Known)
            if (fileName.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
                return bytes.StartsWith(begins)
                    ? mediaType
                    : throw new MalformedException(
                        "file",
                        $"{fileName} is not what its name says: save it again as {extension}."
                    );
        throw new MalformedException("file", $"{fileName} is not taken: attach a PDF, PNG or JPEG file.");
    }

    /// <summary>The last part of a path, without characters that a file system or a header would read as its own.</summary>
    public static string SafeName(string given)
    {
        var last = given.Split('/', '\\')[^1];
        var kept = string.Concat(
                last.Where(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or ' ' or '(' or ')')
            )
            .Trim();
        if (kept.Length == 0)
            throw new MalformedException("file", "The file has no name.");
        return kept.Length <= 120 ? kept : kept[^120..];
    }
}
