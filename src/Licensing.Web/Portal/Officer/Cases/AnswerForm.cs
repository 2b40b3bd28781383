using Licensing.Casework.Clearances;
using Licensing.Casework.Storage;

namespace Licensing.Web.Portal.Officer.Cases;

/// <summary>A foreign document as the officer types it in: the paper itself, and what it says.</summary>
public sealed class DocumentForm
{
    /// <summary>The day that the document bears.</summary>
    public DateOnly? DatedOn { get; set; }
    public Guid? SenderId { get; set; }

    /// <summary>The original, uploaded with this form.</summary>
    public IFormFile? File { get; set; }

    /// <summary>The original, when it is on the case already.</summary>
    public Guid? OriginalId { get; set; }
    public AnswerForm Answer { get; set; } = new();
}

/// <summary>What the document says. Which of it is asked depends on the kind of answer.</summary>
public sealed class AnswerForm
{
    public string? Reason { get; set; }
    public AuthorisationForm Confirmation { get; set; } = new();
    public NoticeForm NoObjection { get; set; } = new();
    public ReceiptForm Receipt { get; set; } = new();
    public RecallForm RecallReply { get; set; } = new();

    public StateAnswerGiven As(ExchangeKind kind) =>
        new()
        {
            Kind = kind,
            Reason = Reason,
            Confirmation = kind == ExchangeKind.ImportConfirmation ? Confirmation.Given() : null,
            NoObjection = kind == ExchangeKind.NoObjection ? NoObjection.Given() : null,
            Receipt = kind == ExchangeKind.ReceiptConfirmation ? Receipt.Given() : null,
            RecallReply = kind == ExchangeKind.RecallReply ? RecallReply.Given() : null,
        };
}
