using Licensing.Casework;
using Licensing.Casework.Clearances;
using Licensing.Domain.Goods;
using Licensing.Domain.Parties;
using Licensing.Domain.States;
using Licensing.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Licensing.Web.Portal;

/// <summary>The particulars of an import authorisation as they are being written: by the importing State's correspondent from its
/// register, or by an officer from its paper.</summary>
public sealed class AuthorisationForm
{
    public string? PlaceOfIssue { get; set; }
    public DateOnly? IssuedOn { get; set; }

    /// <summary>Included, as is the last day.</summary>
    public DateOnly? ValidFrom { get; set; }
    public DateOnly? ExpiresOn { get; set; }

    /// <summary>Included; empty where the goods may stay.</summary>
    public DateOnly? LeavesAgainBy { get; set; }

    /// <summary>It bears no last day.</summary>
    public bool NoLastDay { get; set; }
    public PartyForm Importer { get; set; } = new();
    public PartyForm FinalRecipient { get; set; } = new();
    public PartyForm Exporter { get; set; } = new();
    public PartyForm Consignee { get; set; } = new();
    public List<GoodsRow> Goods { get; set; } = [];

    /// <summary>Number of another authorisation that this one is not.</summary>
    public string? DistinctFrom { get; set; }

    private const int MostRows = 200;

    /// <summary>The request that it answers: what is asked for stands beside what is written.</summary>
    [BindNever, ValidateNever]
    public ImportConfirmationRequestContent? Asked { get; set; }

    /// <summary>The States to choose from.</summary>
    [BindNever, ValidateNever]
    public IEnumerable<Choice> States { get; set; } = [];

    /// <summary>How much of such goods is to be exported now, for comparison; null when the row is about other goods.</summary>
    public string? Requested(GoodsRow row)
    {
        var same = (Asked?.Goods ?? [])
            .Where(g => (g.Class, g.Part, g.Platform) == (row.Class, row.Part, row.Platform))
            .ToList();
        return same.Count == 0 ? null : $"To be exported now: {Words.And(same.Select(g => $"{g.Quantity}"))}.";
    }

    public void AddRow()
    {
        if (Goods.Count < MostRows)
            Goods.Add(new GoodsRow());
    }

    /// <param name="posted">What was posted under the old numbers of the rows must not be shown under their new ones.</param>
    public void RemoveRow(int row, ModelStateDictionary posted)
    {
        if (row >= 0 && row < Goods.Count)
            Goods.RemoveAt(row);
        foreach (var key in posted.Keys.Where(k => k.Contains("Goods[", StringComparison.Ordinal)).ToList())
            posted.Remove(key);
    }

    public ImportConfirmationGiven Given() =>
        new()
        {
            PlaceOfIssue = PlaceOfIssue,
            IssuedOn = IssuedOn,
            ValidFrom = ValidFrom,
            ExpiresOn = ExpiresOn,
            LeavesAgainBy = LeavesAgainBy,
            NoLastDay = NoLastDay,
            Importer = Importer.Given(),
            FinalRecipient = FinalRecipient.Given(),
            Exporter = Exporter.IsBlank ? null : Exporter.Given(),
            Consignee = Consignee.IsBlank ? null : Consignee.Given(),
            DistinctFrom = DistinctFrom,
            // Rows at the end that nobody filled in were only offered; an empty one between others is a mistake.
            Goods = [.. Goods.Take(Goods.FindLastIndex(row => !row.IsBlank) + 1).Select(row => row.Given())],
        };

    /// <summary>The rows for the goods that the request is about, without their quantities: how much is authorised is to be read from the register
    /// or the paper, and a number that is already there is too easily left.</summary>
    public static List<GoodsRow> GoodsOf(ImportConfirmationRequestContent asked) =>
        [
            .. asked.Goods.Select(g => new GoodsRow
            {
                Class = g.Class,
                Part = g.Part,
                Platform = g.Platform,
                Calibre = g.Calibre,
                Unit = g.Quantity.Unit,
            }),
        ];

    /// <summary>A party as the authorisation names it.</summary>
    public sealed class PartyForm
    {
        public string? Name { get; set; }
        public string? State { get; set; }
        public string? RegistrationNumber { get; set; }

        public bool IsBlank =>
            string.IsNullOrWhiteSpace(Name)
            && string.IsNullOrWhiteSpace(State)
            && string.IsNullOrWhiteSpace(RegistrationNumber);

        public PartyGiven Given() =>
            new()
            {
                Name = Name,
                State = State,
                RegistrationNumber = RegistrationNumber,
            };

        public static PartyForm Of(NamedParty claimed) =>
            new()
            {
                Name = claimed.Name,
                State = claimed.State.Code,
                RegistrationNumber = claimed.RegistrationNumber,
            };

        /// <summary>As a sentence part, once it has been checked.</summary>
        public string Written(StateNames names) =>
            names.Party(
                new NamedParty(
                    Name!,
                    Country.Parse(State!),
                    string.IsNullOrWhiteSpace(RegistrationNumber) ? null : RegistrationNumber
                )
            );
    }

    /// <summary>A line of the authorisation.</summary>
    public sealed class GoodsRow
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

        public AuthorisedGoodsGiven Given() =>
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
}
