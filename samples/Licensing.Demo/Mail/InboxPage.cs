using System.Text;
using System.Text.Encodings.Web;

namespace Licensing.Demo.Mail;

/// <summary>Shows what the demo would have mailed. Mail holds no particulars, so anybody may look.</summary>
internal static class InboxPage
{
    private const int Most = 100;

    public static void Map(WebApplication app) =>
        app.MapGet("/demo/inbox", (MailFolder mail) => Results.Content(Page(mail), "text/html; charset=utf-8"))
            .AllowAnonymous()
            .ExcludeFromDescription();

    private static string Page(MailFolder mail)
    {
        var rows = new StringBuilder();
        foreach (var letter in mail.Letters(Most))
        {
            var link =
                letter.TextBody?.Split('\n').FirstOrDefault(l => l.StartsWith("http", StringComparison.Ordinal)) ?? "/";
            rows.Append("<tr class=\"govuk-table__row\"><td class=\"govuk-table__cell\">")
                .Append(Html(letter.To.ToString()))
                .Append("</td><td class=\"govuk-table__cell\"><a class=\"govuk-link\" href=\"")
                .Append(Html(new Uri(link.Trim()).PathAndQuery))
                .Append("\">")
                .Append(Html(letter.Subject))
                .Append("</a></td></tr>");
        }
        var table =
            rows.Length == 0
                ? "<p class=\"govuk-body\">Nothing has been sent yet. Submit an application, and look again in a quarter of a minute.</p>"
                : $"""
                    <table class="govuk-table"><caption class="govuk-table__caption govuk-visually-hidden">Letters, the latest first</caption>
                    <thead class="govuk-table__head"><tr class="govuk-table__row"><th scope="col" class="govuk-table__header">To</th>
                    <th scope="col" class="govuk-table__header">Subject</th></tr></thead><tbody class="govuk-table__body">{rows}</tbody></table>
                    """;
        return $"""
            <!DOCTYPE html>
            <html lang="en" class="govuk-template">
            <head><meta charset="utf-8"><title>Mail of the demo</title>
            <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"><link rel="stylesheet" href="/assets/site.css"></head>
            <body class="govuk-template__body"><div class="govuk-width-container"><main class="govuk-main-wrapper" id="main-content">
            <h1 class="govuk-heading-xl">Mail of the demo</h1>
            <p class="govuk-body">The latest {Most} letters. A letter says that there is something to read and where; it never holds particulars.</p>
            {table}
            <p class="govuk-body"><a class="govuk-link" href="/">To the portal</a></p></main></div></body></html>
            """;
    }

    private static string Html(string? text) => HtmlEncoder.Default.Encode(text ?? "");
}
