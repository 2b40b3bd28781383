using Licensing.Casework.Cases;
using Licensing.Casework.Storage;

namespace Licensing.Web.Portal.Correspondent;

/// <summary>How one kind of answer is spoken of, before and after it is given.</summary>
/// <param name="Path">Last part of the page's address.</param>
/// <param name="Act">What the person does, on links and buttons.</param>
/// <param name="Meaning">What it means in law.</param>
/// <param name="Done">What was done, as the heading of the confirmation.</param>
/// <param name="Status">One or two words for a list.</param>
/// <param name="Colour">Of the tag around <paramref name="Status"/>.</param>
/// <param name="TakesBack">It takes back something that others already rely on.</param>
/// <param name="Next">What happens now.</param>
public sealed record AnswerWording(
    ExchangeKind Kind,
    string Path,
    string Act,
    string Meaning,
    string Done,
    string Status,
    string Colour,
    bool TakesBack,
    string Next
)
{
    private const string Seen = "The exporting State’s authority sees it now. You can read it again with the request.";

    public static readonly IReadOnlyList<AnswerWording> All =
    [
        new(
            ExchangeKind.ImportConfirmation,
            "confirmation",
            "Confirm the import authorisation",
            "Your State says in writing that it has issued this import authorisation, with these particulars. Without that no export licence can be issued (Art. 10(2)(a)). Its particulars are given to every transit State (Art. 10(3)).",
            "Import authorisation confirmed",
            "Confirmed",
            "green",
            false,
            "Each transit State is now asked for its notice, with the particulars that you gave. " + Seen
        ),
        new(
            ExchangeKind.NoObjection,
            "no-objection",
            "Give notice of no objection",
            "This is your State’s notice in writing, before shipment, that it has no objection to the transit (Art. 10(2)(b)). It counts only for these modes, days and quantities. Your conditions become part of the export licence.",
            "Notice of no objection given",
            "No objection",
            "green",
            false,
            "The licence can be issued once every transit State has given such a notice. You can withdraw yours at any time. "
                + Seen
        ),
        new(
            ExchangeKind.ImportDenial,
            "denial",
            "Deny the import authorisation",
            "Your State says that it has not issued this import authorisation, or not in this form. No export licence can be issued on it (Art. 10(2)(a)).",
            "Import authorisation denied",
            "Denied",
            "red",
            false,
            Seen
        ),
        new(
            ExchangeKind.TransitAcknowledgement,
            "acknowledgement",
            "Acknowledge the request",
            "The exporting State learns that you have received the request. It is not a notice, and the transit is not cleared by it: silence after it still means that there is no notice (Art. 10(2)(b)).",
            "Request acknowledged",
            "Acknowledged",
            "blue",
            false,
            "Your State’s answer is still awaited. " + Seen
        ),
        new(
            ExchangeKind.Objection,
            "objection",
            "Object to the transit",
            "Your State objects to the transit. While the objection stands no export licence can be issued for this route (Art. 10(2)(b)).",
            "Objection given",
            "Objected",
            "red",
            false,
            Seen
        ),
        new(
            ExchangeKind.ImportRevocation,
            "revocation",
            "Revoke the import authorisation",
            "Your State takes back the import authorisation that it had confirmed. No export licence can be issued on it any more, and one that rests on it is suspended at once (Art. 10(2)(a)).",
            "Import authorisation revoked",
            "Revoked",
            "red",
            true,
            Seen
        ),
        new(
            ExchangeKind.NoticeWithdrawal,
            "withdrawal",
            "Withdraw the notice of no objection",
            "Your State takes back its notice. No export licence can be issued on it any more, and one that rests on it is suspended at once (Art. 10(2)(b)).",
            "Notice withdrawn",
            "Withdrawn",
            "red",
            true,
            Seen
        ),
        new(
            ExchangeKind.ReceiptConfirmation,
            "receipt",
            "Confirm what has been received",
            "Your State tells the exporting State, at its request, what has arrived (Art. 10(4)). It is compared with what left, line by line.",
            "Receipt confirmed",
            "Received",
            "green",
            false,
            Seen
        ),
        new(
            ExchangeKind.NonReceipt,
            "non-receipt",
            "Say that it has not been received",
            "Your State tells the exporting State that the shipment has not arrived (Art. 10(4)). You can still confirm its receipt later.",
            "Answered that it has not been received",
            "Not received",
            "red",
            false,
            Seen
        ),
        new(
            ExchangeKind.RecallReply,
            "recall-reply",
            "Answer the recall",
            "The ground of the export licence has given way while goods were on their way. Your State says where they are, so that they can be stopped (Art. 11).",
            "Recall answered",
            "Answered",
            "green",
            false,
            "You can answer again when the goods move. " + Seen
        ),
    ];

    public static AnswerWording Of(ExchangeKind kind) => All.Single(w => w.Kind == kind);

    public static AnswerWording? At(string path) => All.FirstOrDefault(w => w.Path == path);

    /// <summary>What a request is about, as a heading.</summary>
    public static string About(RequestSummary request) =>
        request.Kind switch
        {
            ExchangeKind.TransitRequest => "Notice on a transit",
            ExchangeKind.ReceiptRequest => "Receipt of a shipment",
            ExchangeKind.Recall => "Recall of a shipment",
            _ => $"Import authorisation {request.Authorisation}",
        };

    /// <summary>Where a request stands, in a word or two.</summary>
    public static (string Status, string Colour) Standing(RequestSummary request) =>
        request.AnsweredBy is { } kind ? (Of(kind).Status, Of(kind).Colour)
        : request.Superseded ? ("Replaced", "grey")
        : !request.IsOpen ? ("Closed", "grey")
        : request.Acknowledged ? ("Acknowledged", "blue")
        : ("To be answered", "yellow");
}
