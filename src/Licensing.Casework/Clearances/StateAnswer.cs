using Licensing.Casework.Acts;
using Licensing.Casework.Shipments;
using Licensing.Casework.Storage;
using Licensing.Domain.Applications;
using Licensing.Domain.Authorisations;
using Licensing.Domain.Goods;
using Licensing.Domain.Parties;
using Licensing.Domain.Routes;
using Licensing.Domain.Shipments;
using Licensing.Domain.States;
using Licensing.Domain.Transit;

namespace Licensing.Casework.Clearances;

/// <summary>The particulars with which an importing State confirms an authorisation, as sent.</summary>
public sealed record ImportConfirmationGiven
{
    public string? PlaceOfIssue { get; init; }
    public DateOnly? IssuedOn { get; init; }

    /// <summary>First day of use, included; the day of issue when left out.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day of use, included.</summary>
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>The authorisation bears no last day. Whether an export licence may rest on it is for the exporting State's law to say.</summary>
    public bool NoLastDay { get; init; }
    public PartyGiven? Importer { get; init; }
    public PartyGiven? FinalRecipient { get; init; }

    /// <summary>Left out when the authorisation names none.</summary>
    public PartyGiven? Exporter { get; init; }

    /// <summary>Left out when the authorisation names none.</summary>
    public PartyGiven? Consignee { get; init; }
    public IReadOnlyList<AuthorisedGoodsGiven> Goods { get; init; } = [];

    /// <summary>Last day, included, on which goods that it lets in for a while have left again; left out where they may stay.</summary>
    public DateOnly? LeavesAgainBy { get; init; }

    /// <summary>The number of another authorisation of this State that this one is not, where the two are spelt alike.</summary>
    public string? DistinctFrom { get; init; }

    /// <summary>No particulars are given: as it stands in the State's own register.</summary>
    internal bool IsEmpty =>
        this
            is {
                PlaceOfIssue: null,
                IssuedOn: null,
                ValidFrom: null,
                ExpiresOn: null,
                LeavesAgainBy: null,
                NoLastDay: false,
                Importer: null,
                FinalRecipient: null,
                Exporter: null,
                Consignee: null,
                Goods.Count: 0
            };
}

/// <summary>A party as an authorisation names it.</summary>
public sealed record PartyGiven
{
    public string? Name { get; init; }

    /// <summary>Two-letter code.</summary>
    public string? State { get; init; }

    /// <summary>Left out when the authorisation gives none.</summary>
    public string? RegistrationNumber { get; init; }
}

public sealed record AuthorisedGoodsGiven
{
    public GoodsClass? Class { get; init; }
    public PartKind? Part { get; init; }

    /// <summary>Null: whatever the platform.</summary>
    public string? Platform { get; init; }

    /// <summary>Null: whatever the calibre.</summary>
    public string? Calibre { get; init; }
    public decimal? Quantity { get; init; }
    public Unit? Unit { get; init; }
}

/// <summary>A transit State's notice of no objection, as sent.</summary>
public sealed record NoObjectionGiven
{
    /// <summary>First day, included.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day, included.</summary>
    public DateOnly? ValidTo { get; init; }
    public IReadOnlyList<TransportMode> Modes { get; init; } = [];

    /// <summary>At most so much of each goods line of the request.</summary>
    public IReadOnlyList<LineAmountGiven> Quantities { get; init; } = [];
    public IReadOnlyList<string> Conditions { get; init; } = [];
}

/// <summary>What arrived, as the importing State counted it.</summary>
public sealed record ReceiptGiven
{
    /// <summary>The day of arrival there; not after the day of the answer.</summary>
    public DateOnly? ReceivedOn { get; init; }

    /// <summary>Every line of the request, with nothing where nothing arrived. Serial numbers may be left out: then only the quantity is
    /// compared.</summary>
    public IReadOnlyList<ReceivedLineGiven> Lines { get; init; } = [];
    public string? Remark { get; init; }

    /// <summary>Who has got the goods; left out where that is not known.</summary>
    public HandedTo? HandedTo { get; init; }

    /// <summary>Its name, where it is neither the consignee nor the final recipient.</summary>
    public string? HandedToName { get; init; }
}

public sealed record ReceivedLineGiven
{
    public int? Line { get; init; }
    public decimal? Amount { get; init; }
    public IReadOnlyList<string> Serials { get; init; } = [];
}

public sealed record RecallReplyGiven
{
    public RecallOutcome? Outcome { get; init; }
    public string? Remark { get; init; }
}

public sealed record LineAmountGiven
{
    public int? Line { get; init; }
    public decimal? Amount { get; init; }
}

/// <summary>An answer of a State, as sent: its kind and the particulars that this kind has.</summary>
public sealed record StateAnswerGiven
{
    public required ExchangeKind Kind { get; init; }
    public ImportConfirmationGiven? Confirmation { get; init; }
    public NoObjectionGiven? NoObjection { get; init; }
    public ReceiptGiven? Receipt { get; init; }
    public RecallReplyGiven? RecallReply { get; init; }

    /// <summary>Canonical; null where none is given.</summary>
    internal string? DistinctFrom =>
        Blank(Confirmation?.DistinctFrom) is { } other ? AuthorisationNumber.Canonical(other) : null;

    /// <summary>Of a denial, revocation, objection or withdrawal.</summary>
    public string? Reason { get; init; }

    /// <summary>The content to be stored, where the particulars are all that was sent.</summary>
    /// <exception cref="MalformedException">Particulars are missing or wrong; it lists all of them.</exception>
    internal string Content(ExchangeDocument request, Consignment asked, DateOnly datedOn, IReadOnlySet<Country> known)
    {
        var problems = new Problems();
        var content = Content(request, asked, datedOn, known, problems, _ => problems);
        problems.ThrowIfAny();
        return content;
    }

    /// <summary>The content to be stored, where the answer is a member of what was sent. It counts only if there was no problem.</summary>
    internal string Content(
        ExchangeDocument request,
        Consignment asked,
        DateOnly datedOn,
        IReadOnlySet<Country> known,
        Problems problems
    ) => Content(request, asked, datedOn, known, problems, member => problems.Within($"{member}."));

    private string Content(
        ExchangeDocument request,
        Consignment asked,
        DateOnly datedOn,
        IReadOnlySet<Country> known,
        Problems problems,
        Func<string, Problems> of
    ) =>
        Kind switch
        {
            ExchangeKind.ImportConfirmation => Wire.Write(Authorisation(request, datedOn, known, of("confirmation"))),
            ExchangeKind.NoObjection => Wire.Write(Notice(asked, datedOn, of("noObjection"))),
            ExchangeKind.TransitAcknowledgement => Wire.Write(new AcknowledgementContent(Reason)),
            ExchangeKind.ReceiptConfirmation => Wire.Write(Received(request, datedOn, of("receipt"))),
            ExchangeKind.RecallReply => Wire.Write(Reply(of("recallReply"))),
            _ => Wire.Write(new ReasonContent(problems.Text("reason", Reason, "the reason"))),
        };

    private ImportAuthorisation? Authorisation(
        ExchangeDocument request,
        DateOnly datedOn,
        IReadOnlySet<Country> known,
        Problems problems
    )
    {
        var given = Confirmation ?? new ImportConfirmationGiven();
        var place = problems.Text("placeOfIssue", given.PlaceOfIssue, "the place of issue", 100);
        var issued = problems.Required("issuedOn", given.IssuedOn, "the day of issue");
        if (!given.NoLastDay)
            problems.Required("expiresOn", given.ExpiresOn, "the last day of validity");
        else if (given.ExpiresOn is not null)
            problems.Add(
                "expiresOn",
                "Either give the last day of validity, or say that the authorisation bears none."
            );
        var importer = Party("importer", given.Importer ?? new PartyGiven(), "importer", known, problems);
        var recipient = Party(
            "finalRecipient",
            given.FinalRecipient ?? new PartyGiven(),
            "final recipient",
            known,
            problems
        );
        var exporter = given.Exporter is { } e ? Party("exporter", e, "exporter", known, problems) : null;
        var consignee = given.Consignee is { } c ? Party("consignee", c, "consignee", known, problems) : null;
        var from = given.ValidFrom ?? issued;
        // An authorisation is for one consignment or a few: older or longer ones are slips of the pen.
        if (given.IssuedOn < datedOn.AddYears(-10))
            problems.Add("issuedOn", "The authorisation cannot be more than ten years old.");
        if (given.ExpiresOn > datedOn.AddYears(20))
            problems.Add("expiresOn", "The last day of validity is more than twenty years ahead.");
        if (given.IssuedOn > datedOn)
            problems.Add("issuedOn", "The authorisation cannot have been issued after the day of this confirmation.");
        if (given.ExpiresOn < from)
            problems.Add("expiresOn", "The last day of validity is before the first.");
        if (given.LeavesAgainBy < from || given.LeavesAgainBy > datedOn.AddYears(20))
            problems.Add("leavesAgainBy", "Goods leave again after they could come in, and within twenty years.");
        if (given.Goods.Count == 0)
            problems.Add("goods", "Give the goods that are authorised, line by line.");
        var goods = given.Goods.Select((line, i) => Goods(line, i, problems)).OfType<AuthorisedGoods>().ToList();
        return importer is null || recipient is null
            ? null
            : new ImportAuthorisation(
                request.Authorisation!,
                request.To,
                place,
                issued,
                from,
                given.ExpiresOn,
                importer,
                recipient,
                exporter,
                consignee,
                goods,
                DistinctFrom,
                LeavesAgainBy: given.LeavesAgainBy
            );
    }

    private Receipt Received(ExchangeDocument request, DateOnly datedOn, Problems problems)
    {
        var given = Receipt ?? new ReceiptGiven();
        if (request.Kind != ExchangeKind.ReceiptRequest)
            return new Receipt(datedOn, [], null);
        var asked = Wire.Read<ReceiptRequestContent>(request.Content);
        var on = problems.Required("receivedOn", given.ReceivedOn, "the day of arrival");
        if (given.ReceivedOn > datedOn)
            problems.Add("receivedOn", "The goods cannot have arrived after the day of this answer.");
        if (given.ReceivedOn < asked.FirstLeftOn.AddDays(-1))
            problems.Add(
                "receivedOn",
                $"The goods left on {asked.FirstLeftOn:yyyy-MM-dd}: they cannot have arrived before."
            );
        var lines = new List<ShippedLine>();
        for (var i = 0; i < given.Lines.Count; i++)
        {
            var (at, line) = ($"lines[{i}]", given.Lines[i]);
            var goods = asked.Goods.FirstOrDefault(g => g.Line == line.Line);
            if (goods is null)
                problems.Add($"{at}.line", $"There is no goods line {line.Line} in the request.");
            else if (lines.Any(l => l.Line == goods.Line))
                problems.Add($"{at}.line", $"Goods line {goods.Line} is given twice.");
            else if (
                line.Amount is not { } amount
                || amount < 0
                || Quantity.Mistake(amount, goods.Quantity.Unit) is not null
            )
                problems.Add(
                    $"{at}.amount",
                    $"Line {line.Line}: give the quantity that arrived in {Words.Of(goods.Quantity.Unit)}s, 0 if nothing did."
                );
            else if (line.Serials.Any(s => string.IsNullOrWhiteSpace(s) || s.Length > 100))
                problems.Add(
                    $"{at}.serials",
                    $"Line {line.Line}: a serial number is empty or longer than 100 characters."
                );
            else
                lines.Add(new ShippedLine(goods.Line, amount, [.. line.Serials.Select(s => s.Trim())]));
        }
        foreach (var missing in asked.Left.Where(l => given.Lines.All(g => g.Line != l.Line)))
            problems.Add("lines", $"Say how much of line {missing.Line} arrived, 0 if nothing did.");
        if (given.Remark?.Length > 1000)
            problems.Add("remark", "This is longer than 1000 characters: shorten it.");
        var another = given.HandedTo == HandedTo.Another;
        if (another)
            problems.Text("handedToName", given.HandedToName, "the name of who has got the goods", 200);
        else if (!string.IsNullOrWhiteSpace(given.HandedToName))
            problems.Add(
                "handedToName",
                "Give a name only where another than the consignee or the final recipient has got the goods."
            );
        return new Receipt(on, lines, Blank(given.Remark), given.HandedTo, another ? Blank(given.HandedToName) : null);
    }

    private RecallReplyContent Reply(Problems problems)
    {
        var given = RecallReply ?? new RecallReplyGiven();
        var outcome = problems.Required("outcome", given.Outcome, "where the goods are");
        if (given.Remark?.Length > 1000)
            problems.Add("remark", "This is longer than 1000 characters: shorten it.");
        return new RecallReplyContent(outcome, Blank(given.Remark));
    }

    private static NamedParty? Party(
        string field,
        PartyGiven given,
        string who,
        IReadOnlySet<Country> known,
        Problems problems
    )
    {
        var name = problems.Text($"{field}.name", given.Name, $"the name of the {who}", 200);
        if (given.RegistrationNumber?.Trim().Length > 100)
            problems.Add($"{field}.registrationNumber", "This is longer than 100 characters: shorten it.");
        if (Country.TryParse(given.State, out var state) && known.Contains(state))
            return new NamedParty(name, state, Blank(given.RegistrationNumber));
        problems.Add($"{field}.state", $"Give the State of the {who} as a two-letter code of the directory.");
        return null;
    }

    private static AuthorisedGoods? Goods(AuthorisedGoodsGiven line, int index, Problems problems)
    {
        var at = $"goods[{index}]";
        var kind = problems.Required($"{at}.class", line.Class, $"the class of goods of line {index + 1}");
        var unit = problems.Required($"{at}.unit", line.Unit, $"the unit of line {index + 1}");
        var amount = problems.Required($"{at}.quantity", line.Quantity, $"the quantity of line {index + 1}");
        if (line.Class == GoodsClass.PartOrComponent && line.Part is null)
            problems.Add($"{at}.part", $"Line {index + 1}: say which kind of part is authorised.");
        if (line.Class is not null && line.Class != GoodsClass.PartOrComponent && line.Part is not null)
            problems.Add($"{at}.part", $"Line {index + 1}: only a part or component has a kind of part.");
        if (line.Quantity is not { } given || line.Unit is null)
            return null;
        var mistake = given <= 0 ? "The quantity must be more than zero." : Quantity.Mistake(given, unit);
        if (mistake is not null)
        {
            problems.Add($"{at}.quantity", $"Line {index + 1}: {mistake}");
            return null;
        }
        return new AuthorisedGoods(
            index + 1,
            kind,
            line.Part,
            Blank(line.Platform),
            Blank(line.Calibre),
            new Quantity(amount, unit)
        );
    }

    private NoObjection Notice(Consignment asked, DateOnly datedOn, Problems problems)
    {
        var given = NoObjection ?? new NoObjectionGiven();
        var from = problems.Required("validFrom", given.ValidFrom, "the first day of validity");
        var to = problems.Required("validTo", given.ValidTo, "the last day of validity");
        if (to < from)
            problems.Add("validTo", "The last day of validity is before the first.");
        if (given.Modes.Count == 0)
            problems.Add("modes", "Say for which modes of transport there is no objection.");
        if (given.Quantities.Count == 0)
            problems.Add("quantities", "Say for which quantity of each goods line there is no objection.");
        var quantities = new List<LineQuantity>();
        for (var i = 0; i < given.Quantities.Count; i++)
        {
            var (line, amount) = (given.Quantities[i].Line, given.Quantities[i].Amount);
            var goods = asked.Lines.FirstOrDefault(l => l.Number == line);
            if (goods is null)
                problems.Add($"quantities[{i}].line", $"There is no goods line {line} in the request.");
            else if (quantities.Any(q => q.Line == goods.Number))
                problems.Add($"quantities[{i}].line", $"Goods line {line} is given twice.");
            else if (amount is not { } most || most < 0 || Quantity.Mistake(most, goods.Quantity.Unit) is not null)
                problems.Add(
                    $"quantities[{i}].amount",
                    $"Line {line}: give the quantity in {Words.Of(goods.Quantity.Unit)}s."
                );
            else
                quantities.Add(new LineQuantity(goods.Number, new Quantity(most, goods.Quantity.Unit)));
        }
        if (given.Conditions.Any(c => c.Length > 1000) || given.Conditions.Count > 50)
            problems.Add("conditions", "At most 50 conditions of at most 1000 characters.");
        return new NoObjection(
            datedOn,
            from,
            to,
            [.. given.Modes.Distinct()],
            quantities,
            [.. given.Conditions.Select(c => c.Trim()).Where(c => c.Length > 0)]
        );
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
