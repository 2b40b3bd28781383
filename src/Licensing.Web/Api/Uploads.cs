using Licensing.Casework.Acts;
using Licensing.Casework.Documents;
using Licensing.Domain.Applications;

namespace Licensing.Web.Api;

/// <summary>Reads an uploaded file whole, within the size that is taken.</summary>
public static class Uploads
{
    public static async Task<Upload> Read(IFormFile? file, string? kind, CancellationToken cancel)
    {
        if (file is null)
            throw new MalformedException("file", "Choose a file.");
        var name = kind?.Replace("-", "", StringComparison.Ordinal);
        // TryParse alone would also take numbers and lists.
        if (name?.All(char.IsAsciiLetter) is not true || !Enum.TryParse<DocumentKind>(name, true, out var parsed))
            throw new MalformedException("kind", "Say what the document is.");
        if (file.Length > FileKind.Largest)
            throw new MalformedException("file", $"{FileKind.SafeName(file.FileName)} is larger than 10 MB.");
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancel);
        return new Upload(parsed, file.FileName, bytes.ToArray());
    }
}
