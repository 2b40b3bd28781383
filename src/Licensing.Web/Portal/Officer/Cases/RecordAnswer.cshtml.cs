using Licensing.Casework;
using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Clearances;
using Licensing.Casework.Documents;
using Licensing.Casework.StateDirectory;
using Licensing.Casework.Storage;
using Licensing.Domain.Applications;
using Licensing.Domain.Goods;
using Licensing.Web.Api;
using Licensing.Web.SignIn;
using Licensing.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Recording = Licensing.Casework.Clearances.RecordAnswer;

namespace Licensing.Web.Portal.Officer.Cases;

/// <summary>Records a State's answer from a document: which request it answers, what it says, and the original beside it. It
/// counts once a second officer has confirmed it.</summary>
public sealed class RecordAnswer(
    ActingFor actingFor,
    DirectoryOfStates directory,
    CasesForOfficer cases,
    AttachDocument attach,
    Recording record
) : CasePage(actingFor, directory, cases)
{
    private static readonly ExchangeKind[] OfImportingState =
    [
        ExchangeKind.ImportConfirmation,
        ExchangeKind.ImportDenial,
        ExchangeKind.ImportRevocation,
    ];

    private static readonly ExchangeKind[] OfTransitState =
    [
        ExchangeKind.NoObjection,
        ExchangeKind.Objection,
        ExchangeKind.TransitAcknowledgement,
        ExchangeKind.NoticeWithdrawal,
    ];

    [BindProperty(SupportsGet = true, Name = "request")]
    public Guid? RequestId { get; set; }

    [BindProperty(SupportsGet = true, Name = "kind")]
    public ExchangeKind? Kind { get; set; }

    [BindProperty]
    public AnswerForm Answer { get; set; } = new();

    /// <summary>The request that is answered; null while it has not been chosen.</summary>
    public ExchangeView? Answered { get; private set; }

    public IReadOnlyList<Choice> Senders { get; private set; } = [];

    /// <summary>The latest request to each State about each thing: an older one can no longer be answered.</summary>
    public IEnumerable<ExchangeView> Requests =>
        Case.Exchange.Where(d => Possible.IsRequest(d.Kind))
            .GroupBy(d => (d.Kind, d.To, d.Authorisation))
            .Select(same => same.Last());

    public IEnumerable<Choice> Originals =>
        Case.Documents.Where(d => d.Kind == DocumentKind.ForeignAnswer)
            .Select(d => new Choice(d.Id.ToString(), $"{d.FileName}, attached on {Say.DayOf(d.UploadedAt)}"));

    public IEnumerable<Choice> StateChoices => Say.States.Select(s => new Choice(s.Code.Code, $"{s.Name} ({s.Code})"));

    public static IReadOnlyList<ExchangeKind> Answers(ExchangeView request) =>
        request.Kind == ExchangeKind.ImportConfirmationRequest ? OfImportingState : OfTransitState;

    public static string Says(ExchangeKind kind) =>
        kind switch
        {
            ExchangeKind.ImportConfirmation => "It confirms the authorisation",
            ExchangeKind.ImportDenial => "It denies the authorisation",
            ExchangeKind.ImportRevocation => "It revokes what it had confirmed",
            ExchangeKind.NoObjection => "It has no objection",
            ExchangeKind.Objection => "It objects",
            ExchangeKind.TransitAcknowledgement => "It has received the request",
            _ => "It withdraws its notice of no objection",
        };

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await Load("Record an answer from a document");
        Answered = Kind is { } kind
            ? Requests.FirstOrDefault(d => d.Id == RequestId && Answers(d).Contains(kind))
            : null;
        if (Answered is null)
            return page;
        Senders =
        [
            .. (await Directory.Authorities(Answered.To.Code, Cancel)).Select(a => new Choice(
                a.Id.ToString(),
                $"{a.Name} ({Wording.Of(a.Kind).ToLowerInvariant()})"
                    + (a.To is { } last ? $", until {Wording.Day(last)}" : "")
            )),
        ];
        if (!HttpMethods.IsPost(Request.Method))
            Begin(Answered);
        return page;
    }

    public async Task<IActionResult> OnPostAddLineAsync()
    {
        Answer.Goods.Add(new AuthorisedRow());
        return await OnGetAsync();
    }

    public Task<IActionResult> OnPostAsync() =>
        AttemptOnCase(
            Record,
            "The answer is recorded. It counts once a second officer has compared it with the original and confirmed it.",
            OnGetAsync,
            "#to-confirm",
            nameof(Answer)
        );

    private async Task Record()
    {
        var kind = Kind ?? throw new MalformedException("kind", "Say what the document says.");
        await KeepOriginal();
        var given = new AnswerFromDocument(
            RequestId,
            Answer.As(kind),
            Answer.DatedOn,
            Answer.OriginalId,
            Answer.SenderId
        );
        await record.Record(ActingOn("record"), Id, given, Cancel);
    }

    // When the record is refused, the original stays on the case and is chosen when the page is shown again.
    private async Task KeepOriginal()
    {
        if (Answer.File is null && Answer.OriginalId is not null)
            return;
        var upload = await Uploads.Read(Answer.File, nameof(DocumentKind.ForeignAnswer), Cancel);
        var receipt = await attach.ToCase(ActingOn("original"), Id, upload, Cancel);
        Answer.OriginalId = receipt.DocumentId;
        ModelState.Remove($"{nameof(Answer)}.{nameof(Answer.OriginalId)}");
    }

    // What was asked saves typing; the quantities are left empty, so that they are read from the document.
    private void Begin(ExchangeView request)
    {
        Answer.Quantities = [.. Case.Consignment.Lines.Select(line => new AmountRow { Line = line.Number })];
        if (request.Kind != ExchangeKind.ImportConfirmationRequest)
            return;
        Answer.FinalRecipientState = request.To.Code;
        var asked = Wire.Read<ImportConfirmationRequestContent>(request.Content);
        Answer.Goods =
        [
            .. asked.Goods.Select(line => new AuthorisedRow
            {
                Class = line.Class,
                Part = line.Part,
                Platform = line.Platform,
                Calibre = line.Calibre,
                Unit = line.Quantity.Unit,
            }),
        ];
    }

    public static IReadOnlyList<Choice> Choices<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => new Choice(v.ToString(), Wording.Of(v)))];

    public GoodsLine Line(int number) => Case.Consignment.Lines.First(l => l.Number == number);
}
