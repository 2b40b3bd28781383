using Licensing.Casework;
using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Clearances;
using Licensing.Casework.Shipments;
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
    public DocumentForm Paper { get; set; } = new();

    /// <summary>The request that is answered; null while it has not been chosen.</summary>
    public ExchangeView? Answered { get; private set; }

    public IReadOnlyList<Choice> Senders { get; private set; } = [];

    /// <summary>The latest request to each State about each thing: an older one can no longer be answered.</summary>
    public IEnumerable<ExchangeView> Requests =>
        Case
            .Exchange.Where(d => Possible.IsRequest(d.Kind))
            // A receipt and a recall are of one shipment each.
            .GroupBy(d =>
                (
                    d.Kind,
                    d.To,
                    d.Authorisation,
                    Each: d.Kind is ExchangeKind.ReceiptRequest or ExchangeKind.Recall ? d.Id : Guid.Empty
                )
            )
            .Select(same => same.Last());

    public IEnumerable<Choice> Originals =>
        Case
            .Documents.Where(d => d is { Kind: DocumentKind.ForeignAnswer, IsOfTheApplicant: false })
            .Select(d => new Choice(d.Id.ToString(), $"{d.FileName}, attached on {Say.DayOf(d.UploadedAt)}"));

    public IEnumerable<Choice> StateChoices => Say.States.Select(s => new Choice(s.Code.Code, $"{s.Name} ({s.Code})"));

    public static IReadOnlyList<ExchangeKind> Answers(ExchangeView request) =>
        request.Kind switch
        {
            ExchangeKind.ImportConfirmationRequest => OfImportingState,
            ExchangeKind.ReceiptRequest => [ExchangeKind.ReceiptConfirmation, ExchangeKind.NonReceipt],
            ExchangeKind.Recall => [ExchangeKind.RecallReply],
            _ => OfTransitState,
        };

    /// <summary>What a request is about: "import authorisation IA-1", "the transit".</summary>
    public static string About(ExchangeView request) =>
        request.Kind switch
        {
            ExchangeKind.ImportConfirmationRequest => $"import authorisation {request.Authorisation}",
            ExchangeKind.ReceiptRequest =>
                $"the receipt of shipment {Wire.Read<ReceiptRequestContent>(request.Content).Shipment}",
            ExchangeKind.Recall => $"the recall of shipment {Wire.Read<RecallContent>(request.Content).Shipment}",
            _ => "the transit",
        };

    public static string Says(ExchangeKind kind) =>
        kind switch
        {
            ExchangeKind.ImportConfirmation => "It confirms the authorisation",
            ExchangeKind.ImportDenial => "It denies the authorisation",
            ExchangeKind.ImportRevocation => "It revokes what it had confirmed",
            ExchangeKind.NoObjection => "It has no objection",
            ExchangeKind.Objection => "It objects",
            ExchangeKind.TransitAcknowledgement => "It has received the request",
            ExchangeKind.ReceiptConfirmation => "It says what has been received",
            ExchangeKind.NonReceipt => "It says that nothing has been received",
            ExchangeKind.RecallReply => "It says where the goods are",
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
            .. (await Directory.Authorities(Answered.To.Code, new PageWanted(size: 100), Cancel)).Items.Select(
                a => new Choice(
                    a.Id.ToString(),
                    $"{a.Name} ({Wording.Of(a.Kind).ToLowerInvariant()})"
                        + (a.To is { } last ? $", until {Wording.Day(last)}" : "")
                )
            ),
        ];
        if (!HttpMethods.IsPost(Request.Method))
            Begin(Answered);
        Paper.Answer.Confirmation.States = StateChoices;
        if (Answered.Kind == ExchangeKind.ReceiptRequest)
            Paper.Answer.Receipt.Asked = Wire.Read<ReceiptRequestContent>(Answered.Content);
        if (Answered.Kind == ExchangeKind.ImportConfirmationRequest)
            Paper.Answer.Confirmation.Asked = Wire.Read<ImportConfirmationRequestContent>(Answered.Content);
        return page;
    }

    public Task<IActionResult> OnPostAddAsync()
    {
        Paper.Answer.Confirmation.AddRow();
        return OnGetAsync();
    }

    public Task<IActionResult> OnPostRemoveAsync(int row)
    {
        Paper.Answer.Confirmation.RemoveRow(row, ModelState);
        return OnGetAsync();
    }

    public Task<IActionResult> OnPostAsync() =>
        AttemptOnCase(
            Record,
            "The answer is recorded. It counts once a second officer has compared it with the original and confirmed it.",
            OnGetAsync,
            "#to-confirm",
            nameof(Paper)
        );

    private async Task Record()
    {
        var kind = Kind ?? throw new MalformedException("kind", "Say what the document says.");
        var upload = Paper.File is null
            ? null
            : await Uploads.Read(Paper.File, nameof(DocumentKind.ForeignAnswer), Cancel);
        var given = new AnswerFromDocument(
            RequestId,
            Paper.Answer.As(kind),
            Paper.DatedOn,
            Paper.OriginalId,
            Paper.SenderId
        );
        try
        {
            await record.Record(Acting, Id, given, Cancel, upload);
        }
        catch (MalformedException refusal)
        {
            // A browser keeps what was typed, but no file: when the record is refused, nothing of it stays.
            var again = upload is null
                ? []
                : new[]
                {
                    new FieldProblem("file", "Choose the file once more: it is kept only together with the record."),
                };
            throw new MalformedException([.. refusal.Problems.Select(AtTheFile), .. again]);
        }
    }

    // On paper the original is one thing; here it is a file to be chosen.
    private static FieldProblem AtTheFile(FieldProblem problem) =>
        problem.Field == "originalId" ? new("file", "Choose the file of the original.") : problem;

    // What was asked saves typing; the parties and the quantities are left empty, so that they are read from the document.
    private void Begin(ExchangeView request)
    {
        Paper.Answer.NoObjection.Quantities =
        [
            .. Case.Consignment.Lines.Select(line => new NoticeForm.LineRow { Line = line.Number }),
        ];
        if (request.Kind == ExchangeKind.ReceiptRequest)
            Paper.Answer.Receipt = ReceiptForm.From(Wire.Read<ReceiptRequestContent>(request.Content));
        if (request.Kind != ExchangeKind.ImportConfirmationRequest)
            return;
        Paper.Answer.Confirmation.Importer.State = request.To.Code;
        Paper.Answer.Confirmation.FinalRecipient.State = request.To.Code;
        Paper.Answer.Confirmation.Goods = AuthorisationForm.GoodsOf(
            Wire.Read<ImportConfirmationRequestContent>(request.Content)
        );
    }

    public static IReadOnlyList<Choice> Choices<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => new Choice(v.ToString(), Wording.Of(v)))];

    public GoodsLine Line(int number) => Case.Consignment.Lines.First(l => l.Number == number);
}
