using Licensing.Casework.Clearances;
using Licensing.Casework.Storage;
using Licensing.Domain.Goods;
using Licensing.Domain.Routes;

namespace Licensing.Web.Portal.Officer.Cases;

/// <summary>What a foreign document says, as the officer types it. Which of it is asked depends on the kind of answer.</summary>
public sealed class AnswerForm
{
    /// <summary>The day that the document bears.</summary>
    public DateOnly? DatedOn { get; set; }
    public Guid? SenderId { get; set; }

    /// <summary>The original, uploaded with this form.</summary>
    public IFormFile? File { get; set; }

    /// <summary>The original, when it is on the case already.</summary>
    public Guid? OriginalId { get; set; }
    public string? Reason { get; set; }
    public string? PlaceOfIssue { get; set; }
    public DateOnly? IssuedOn { get; set; }

    /// <summary>Included, as are the other first and last days.</summary>
    public DateOnly? ValidFrom { get; set; }
    public DateOnly? ExpiresOn { get; set; }
    public DateOnly? ValidTo { get; set; }
    public string? FinalRecipientName { get; set; }
    public string? FinalRecipientState { get; set; }
    public string? FinalRecipientRegistration { get; set; }
    public List<AuthorisedRow> Goods { get; set; } = [];
    public List<TransportMode> Modes { get; set; } = [];
    public List<AmountRow> Quantities { get; set; } = [];

    /// <summary>One a line.</summary>
    public string? Conditions { get; set; }

    public StateAnswerGiven As(ExchangeKind kind) =>
        new()
        {
            Kind = kind,
            Reason = Reason,
            Confirmation = kind == ExchangeKind.ImportConfirmation ? Confirmation : null,
            NoObjection = kind == ExchangeKind.NoObjection ? Notice : null,
        };

    // Rows at the end that nobody filled in were only offered; an empty one between others is a mistake.
    private ImportConfirmationGiven Confirmation =>
        new()
        {
            PlaceOfIssue = PlaceOfIssue,
            IssuedOn = IssuedOn,
            ValidFrom = ValidFrom,
            ExpiresOn = ExpiresOn,
            FinalRecipientName = FinalRecipientName,
            FinalRecipientState = FinalRecipientState,
            FinalRecipientRegistration = FinalRecipientRegistration,
            Goods = [.. Goods.Take(Goods.FindLastIndex(row => !row.IsBlank) + 1).Select(row => row.Given)],
        };

    private NoObjectionGiven Notice =>
        new()
        {
            ValidFrom = ValidFrom,
            ValidTo = ValidTo,
            Modes = Modes,
            Quantities = [.. Quantities.Select(row => new LineAmountGiven { Line = row.Line, Amount = row.Amount })],
            Conditions = (Conditions ?? "").Split(
                '\n',
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            ),
        };
}

/// <summary>A line of the import authorisation, as the document has it.</summary>
public sealed class AuthorisedRow
{
    public GoodsClass? Class { get; set; }
    public PartKind? Part { get; set; }
    public string? Platform { get; set; }
    public string? Calibre { get; set; }
    public decimal? Quantity { get; set; }
    public Unit? Unit { get; set; }

    public bool IsBlank =>
        Class is null
        && Part is null
        && string.IsNullOrWhiteSpace(Platform)
        && string.IsNullOrWhiteSpace(Calibre)
        && Quantity is null
        && Unit is null;

    public AuthorisedGoodsGiven Given =>
        new()
        {
            Class = Class,
            Part = Part,
            Platform = Platform,
            Calibre = Calibre,
            Quantity = Quantity,
            Unit = Unit,
        };
}

/// <summary>How much of a goods line the notice covers.</summary>
public sealed class AmountRow
{
    public int Line { get; set; }
    public decimal? Amount { get; set; }
}
