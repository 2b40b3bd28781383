using Licensing.Casework.Acts;
using Licensing.Casework.Applications;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Storage;
using Licensing.Domain.Applications;
using Licensing.Domain.Goods;
using Licensing.Domain.States;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Documents;

/// <summary>What a paper that travels with the goods says of them. What is null has not been said.</summary>
/// <param name="Number">The number that it bears.</param>
/// <param name="Pieces">Over all lines.</param>
/// <param name="NetKg">Net weight in kilograms, with at most three decimals.</param>
public sealed record PaperStates(string? Number = null, decimal? Pieces = null, decimal? NetKg = null)
{
    internal static bool IsAskedOf(DocumentKind kind) =>
        kind is DocumentKind.Invoice or DocumentKind.PackingList or DocumentKind.TransportDocument;

    internal static PaperStates? Of(Document document) =>
        new PaperStates(document.Number, document.Pieces, document.NetKg).OrNothing;

    private PaperStates? OrNothing => this == new PaperStates() ? null : this;

    /// <exception cref="MalformedException">Something of it is wrong; it lists all of it.</exception>
    internal static PaperStates? Read(PaperStates? given, DocumentKind kind)
    {
        var number = string.IsNullOrWhiteSpace(given?.Number) ? null : given.Number.Trim();
        if (new PaperStates(number, given?.Pieces, given?.NetKg).OrNothing is not { } said)
            return null;
        var problems = new Problems();
        if (!IsAskedOf(kind))
            problems.Add(
                said.Number is not null ? "number"
                    : said.Pieces is not null ? "pieces"
                    : "netKg",
                "Only of an invoice, a packing list or a transport document is asked what it states: leave it out."
            );
        if (said.Number?.Length > 100)
            problems.Add("number", "This is longer than 100 characters: shorten it.");
        if (said.Pieces is { } pieces && Quantity.MistakeOfSome(pieces, Unit.Piece) is { } wrong)
            problems.Add("pieces", wrong);
        if (said.NetKg is { } weight && Quantity.MistakeOfSome(weight, Unit.Kilogram) is { } mistake)
            problems.Add("netKg", mistake);
        problems.ThrowIfAny();
        return said;
    }
}

/// <summary>A file as it was sent.</summary>
/// <param name="States">What the paper says of the goods, as whoever sends it says.</param>
public sealed record Upload(DocumentKind Kind, string FileName, byte[] Bytes, PaperStates? States = null);

/// <param name="Sha256">Of the bytes as stored, lower-case hexadecimal.</param>
public sealed record DocumentReceipt(Guid DocumentId, string FileName, string MediaType, long Size, string Sha256);

/// <summary>Keeps an uploaded file: checked by its content, not by what its name claims, and known by its hash.</summary>
public sealed class AttachDocument(ActRunner acts)
{
    /// <summary>To a draft, by its author.</summary>
    public Task<DocumentReceipt> ToDraft(Acting acting, Guid applicationId, Upload upload, CancellationToken cancel) =>
        acts.Run(
            acting,
            "attach a document",
            Fingerprint(applicationId, upload),
            async act =>
            {
                var application = await Drafts.Own(act, applicationId);
                if (await act.Db.Documents.CountAsync(d => d.ApplicationId == applicationId, cancel) >= 50)
                    throw new MalformedException("file", "An application has at most 50 documents.");
                Act.Touch(application);
                if (upload.Kind == DocumentKind.ForeignAnswer)
                    throw new MalformedException(
                        "kind",
                        "A State's answer is recorded by the authority, not by the applicant."
                    );
                return Receipt(Keep(act, upload, application.State, application.CompanyId, application.Id, null));
            },
            cancel
        );

    /// <summary>To a case, by an officer of its authority: the original of an answer, an advice. Not for the applicant.</summary>
    public Task<DocumentReceipt> ToCase(Acting acting, Guid caseId, Upload upload, CancellationToken cancel) =>
        acts.Run(
            acting,
            "attach a document",
            Fingerprint(caseId, upload),
            async act =>
            {
                var file = await CaseFile.OpenForOfficer(act, caseId);
                return Receipt(Keep(act, upload, file.Case.State, null, null, file.Case.Id));
            },
            cancel
        );

    /// <summary>Takes a document off a draft.</summary>
    public Task<DocumentReceipt> Remove(Acting acting, Guid applicationId, Guid documentId, CancellationToken cancel) =>
        acts.Run(
            acting,
            "remove a document",
            new { applicationId, documentId },
            async act =>
            {
                var application = await Drafts.Own(act, applicationId);
                var document =
                    await act.Db.Documents.SingleOrDefaultAsync(
                        d => d.Id == documentId && d.ApplicationId == applicationId,
                        cancel
                    ) ?? throw new NotFoundException("document");
                act.Db.Remove(document);
                act.Db.Remove(DocumentContent.Stub(documentId));
                Act.Touch(application);
                act.Audit(new DocumentRemoved(document.FileName, document.Sha256));
                return Receipt(document);
            },
            cancel
        );

    internal static object Fingerprint(Guid about, Upload upload) =>
        new
        {
            about,
            upload.Kind,
            upload.FileName,
            Sha256 = Wire.Hash(upload.Bytes),
            upload.States,
        };

    internal static Document Keep(Act act, Upload upload, Country state, Guid? company, Guid? application, Guid? about)
    {
        var name = FileKind.SafeName(upload.FileName);
        var type = FileKind.Of(name, upload.Bytes);
        var states = PaperStates.Read(upload.States, upload.Kind);
        var document = new Document
        {
            Id = Guid.CreateVersion7(act.Now),
            Kind = upload.Kind,
            FileName = name,
            MediaType = type,
            Size = upload.Bytes.Length,
            Sha256 = Wire.Hash(upload.Bytes),
            State = state,
            CompanyId = company,
            ApplicationId = application,
            CaseId = about,
            Number = states?.Number,
            Pieces = states?.Pieces,
            NetKg = states?.NetKg,
            UploadedBy = act.Acting.PersonId,
            UploadedAt = act.Now,
        };
        act.Db.Documents.Add(document);
        act.Db.DocumentContents.Add(new DocumentContent { Id = document.Id, Bytes = upload.Bytes });
        act.Audit(new DocumentAttached(name, Words.Of(upload.Kind), document.Sha256));
        return document;
    }

    private static DocumentReceipt Receipt(Document document) =>
        new(document.Id, document.FileName, document.MediaType, document.Size, document.Sha256);
}
