using Licensing.Casework.Notices;
using Licensing.Web.Mail;
using MimeKit;

namespace Licensing.Demo.Mail;

/// <summary>Writes each notice as an <c>.eml</c> file, as a mail program would show it.</summary>
public sealed class MailFolder(string path, Uri portal) : IMailer
{
    public async Task Send(Guid id, string to, string subject, string link, CancellationToken cancel)
    {
        Directory.CreateDirectory(path);
        using var message = Letter.Of(id, "licensing@demo.example", to, subject, portal, link);
        // Written aside and moved, so that a reader never sees half a letter.
        var aside = Path.Combine(path, $"{id:N}.part");
        await message.WriteToAsync(aside, cancel);
        File.Move(aside, Path.Combine(path, $"{id:N}.eml"), overwrite: true);
    }

    /// <summary>The latest letters first.</summary>
    public IEnumerable<MimeMessage> Letters(int most) =>
        Directory.Exists(path)
            ? new DirectoryInfo(path)
                .EnumerateFiles("*.eml")
                .OrderByDescending(f => f.Name, StringComparer.Ordinal)
                .Take(most)
                .Select(f => MimeMessage.Load(f.FullName))
            : [];
}
