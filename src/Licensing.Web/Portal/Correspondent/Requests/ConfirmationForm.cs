using Licensing.Casework.Clearances;
using Licensing.Domain.Goods;
using Licensing.Domain.States;

namespace Licensing.Web.Portal.Correspondent.Requests;

/// <summary>The particulars of an import authorisation as they are being written.</summary>
public sealed class ConfirmationForm
{
    public string? PlaceOfIssue { get; set; }
    public DateOnly? IssuedOn { get; set; }
    public DateOnly? ValidFrom { get; set; }
    public DateOnly? ExpiresOn { get; set; }
    public string? FinalRecipientName { get; set; }
    public string? FinalRecipientState { get; set; }
    public string? FinalRecipientRegistration { get; set; }
    public List<GoodsRow> Goods { get; set; } = [];

    public sealed class GoodsRow
    {
        public GoodsClass? Class { get; set; }
        public PartKind? Part { get; set; }
        public string? Platform { get; set; }
        public string? Calibre { get; set; }
        public decimal? Quantity { get; set; }
        public Unit? Unit { get; set; }
    }

    /// <summary>What the applicant claims, except for quantities: how much is authorised stands in the register alone, and a
    /// number that is already there is too easily left.</summary>
    public static ConfirmationForm From(ImportConfirmationRequestContent asked, Country own) =>
        new()
        {
            IssuedOn = asked.ClaimedIssuedOn,
            ExpiresOn = asked.ClaimedExpiresOn,
            FinalRecipientName = asked.FinalRecipient,
            FinalRecipientState = own.Code,
            Goods =
            [
                .. asked.Goods.Select(g => new GoodsRow
                {
                    Class = g.Class,
                    Part = g.Part,
                    Platform = g.Platform,
                    Calibre = g.Calibre,
                    Unit = g.Quantity.Unit,
                }),
            ],
        };

    public ImportConfirmationGiven Given() =>
        new()
        {
            PlaceOfIssue = PlaceOfIssue,
            IssuedOn = IssuedOn,
            ValidFrom = ValidFrom,
            ExpiresOn = ExpiresOn,
            FinalRecipientName = FinalRecipientName,
            FinalRecipientState = FinalRecipientState,
            FinalRecipientRegistration = FinalRecipientRegistration,
            Goods =
            [
                .. Goods.Select(g => new AuthorisedGoodsGiven
                {
                    Class = g.Class,
                    Part = g.Part,
                    Platform = g.Platform,
                    Calibre = g.Calibre,
                    Quantity = g.Quantity,
                    Unit = g.Unit,
                }),
            ],
        };
}
