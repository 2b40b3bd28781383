using System.Globalization;
using Licensing.Casework;
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

    /// <summary>What a paper states, out of a form.</summary>
    /// <exception cref="MalformedException">It is not written as a number, or holds a sign that cannot be stored.</exception>
    public static PaperStates Stated(string? number, string? pieces, string? netKg) =>
        new(PlainText.Cleaned(number ?? ""), Amount("pieces", pieces), Amount("netKg", netKg));

    private static decimal? Amount(string field, string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount
        : throw new MalformedException(field, "Write a number, such as 40 or 12.5.");
}
