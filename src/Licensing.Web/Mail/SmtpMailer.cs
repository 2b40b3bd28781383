using Licensing.Casework.Notices;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Licensing.Web.Mail;

/// <summary>Where mail goes out, section <c>Mail</c>.</summary>
public sealed record MailSettings
{
    public const string Section = "Mail";

    public string? Host { get; init; }
    public int Port { get; init; } = 587;
    public string? User { get; init; }
    public string? Password { get; init; }

    /// <summary>The sender's address.</summary>
    public string? From { get; init; }

    /// <summary>Address of the portal as people reach it, for links, e.g. https://licensing.example.</summary>
    public string? Portal { get; init; }
}

/// <summary>A notice as a letter: what it is about and a link, never a particular of the case.</summary>
public static class Letter
{
    public static MimeMessage Of(Guid id, string from, string to, string subject, Uri portal, string path)
    {
        var link = new Uri(portal, path);
        return new MimeMessage
        {
            MessageId = $"{id:N}@licensing",
            From = { MailboxAddress.Parse(from) },
            To = { MailboxAddress.Parse(to) },
            Subject = subject,
            Body = new TextPart("plain")
            {
                Text =
                    $"{subject}.\n\nSign in to read it:\n{link}\n\nThis message holds no particulars of the case. Please do not reply to it.\n",
            },
        };
    }
}

/// <summary>Sends notices by SMTP, encrypted where the server offers it.</summary>
public sealed class SmtpMailer(IOptions<MailSettings> settings) : IMailer
{
    public async Task Send(Guid id, string to, string subject, string link, CancellationToken cancel)
    {
        var mail = settings.Value;
        using var message = Letter.Of(id, mail.From!, to, subject, new Uri(mail.Portal!), link);
        using var client = new SmtpClient();
        await client.ConnectAsync(mail.Host!, mail.Port, SecureSocketOptions.Auto, cancel);
        if (!string.IsNullOrEmpty(mail.User))
            await client.AuthenticateAsync(mail.User, mail.Password ?? "", cancel);
        await client.SendAsync(message, cancel);
        try
        {
            await client.DisconnectAsync(true, cancel);
        }
        catch (Exception farewell) when (farewell is not OperationCanceledException)
        {
            // The letter has been taken: a line that breaks at the farewell is no reason to send it again.
        }
    }

    /// <summary>Lists what is missing, so that the application does not start half configured.</summary>
    public sealed class Completeness : IValidateOptions<MailSettings>
    {
        public ValidateOptionsResult Validate(string? name, MailSettings options)
        {
            var mistakes = new List<string>();
            if (string.IsNullOrWhiteSpace(options.Host))
                mistakes.Add("Mail:Host is missing: the SMTP server that takes notices.");
            if (!MailboxAddress.TryParse(options.From, out _))
                mistakes.Add("Mail:From is missing or not an address: the sender of notices.");
            if (!Uri.TryCreate(options.Portal, UriKind.Absolute, out _))
                mistakes.Add("Mail:Portal is missing or not an address: where people reach the portal, for links.");
            return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
        }
    }
}
